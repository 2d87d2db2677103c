import Dispatch

@testable import Corpus

/// Scores weights over folders of pages; each folder counts the same.
struct Judge: Sendable {
  var folders: [Samples]

  /// The score of each folder.
  func scores(_ weights: SegmentationWeights) -> [Score] {
    let jobs = folders.enumerated().flatMap { folder, samples in samples.all.map { (folder, $0) } }
    let results = Results(count: jobs.count)
    DispatchQueue.concurrentPerform(iterations: jobs.count) { at in
      results.set(at, PageScorer.score(jobs[at].1, weights))
    }
    var scores = [Score](repeating: Score(), count: folders.count)
    for (at, job) in jobs.enumerated() { scores[job.0] = scores[job.0] + results.get(at) }
    return scores
  }

  /// The mean of the folders' values.
  func value(_ weights: SegmentationWeights) -> Double {
    scores(weights).reduce(0) { $0 + $1.value } / Double(max(1, folders.count))
  }

  /// Prints a line for each folder.
  func report(_ title: String, _ weights: SegmentationWeights) {
    for (folder, score) in zip(folders, scores(weights)) { print(title, folder.name, score.description) }
  }
}

/// Results of jobs that run side by side; each job writes its own place.
private final class Results: @unchecked Sendable {
  private let scores: UnsafeMutableBufferPointer<Score>

  init(count: Int) {
    scores = .allocate(capacity: count)
    scores.initialize(repeating: Score())
  }

  deinit { scores.deallocate() }
  func set(_ at: Int, _ score: Score) { scores[at] = score }
  func get(_ at: Int) -> Score { scores[at] }
}

/// Hill climbing: one weight at a time, in random order, some way up or down; what scores better stays.
struct Climber {
  let judge: Judge
  var values: [Double]
  var best: Double
  /// A change must be worth this much, so that weights do not follow single pages.
  let margin = 0.0002
  /// What every change of sign or of size costs, as a share of the value: keeps weights near their first values.
  private let start: [Double]

  init(judge: Judge, weights: SegmentationWeights) {
    self.judge = judge
    values = Vector.values(of: weights)
    start = values
    best = judge.value(weights)
  }

  /// One round over all weights that `isTuned` names; returns how many changed.
  mutating func round(_ generator: inout SystemRandomNumberGenerator, isTuned: (String) -> Bool) -> Int {
    var changed = 0
    for index in values.indices.shuffled(using: &generator) where isTuned(Vector.names[index]) {
      if improve(index, &generator) { changed += 1 }
    }
    return changed
  }

  private mutating func improve(_ index: Int, _ generator: inout SystemRandomNumberGenerator) -> Bool {
    let size = max(abs(values[index]), abs(start[index]) * 0.5, 0.02)
    let step = size * Double.random(in: 0.15...0.7, using: &generator)
    for change in [step, -step] {
      var candidate = values
      candidate[index] = ((candidate[index] + change) * 100).rounded() / 100
      let value = judge.value(Vector.weights(candidate))
      guard value > best + margin else { continue }
      print("\(Vector.names[index]) \(values[index]) -> \(candidate[index])  \(best) -> \(value)")
      values = candidate
      best = value
      return true
    }
    return false
  }
}
