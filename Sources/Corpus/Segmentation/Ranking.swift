/// The best of many candidates by score, the best first; of equals, the lesser candidates first. In whatever order they
/// are added, those that stay are the same.
struct Ranking<Candidate: Comparable> {
  private let limit: Int
  private let margin: Double
  private(set) var best: ContiguousArray<(candidate: Candidate, score: Double)> = []
  /// What a candidate must have at least.
  private var least = -Double.infinity

  /// Keeps `limit` candidates at most, and none that is behind the best one by more than `margin`.
  init(limit: Int, margin: Double = .infinity) {
    self.limit = limit
    self.margin = margin
    best.reserveCapacity(limit)
  }

  /// Whether a candidate with such a score might be kept.
  @inline(__always)
  func mayTake(_ score: Double) -> Bool { score >= least }

  /// Keeps a candidate if it is among the best so far.
  @inline(__always)
  mutating func add(_ candidate: Candidate, _ score: Double) {
    if mayTake(score) { insert(candidate, score) }
  }

  private mutating func insert(_ candidate: Candidate, _ score: Double) {
    if best.count < limit {
      best.append((candidate, score))
    } else if score == least, candidate > best[limit - 1].candidate {
      return
    }
    best.withUnsafeMutableBufferPointer { best in
      var at = best.count - 1
      while at > 0,
        best[at - 1].score < score || best[at - 1].score == score && candidate < best[at - 1].candidate
      {
        best[at] = best[at - 1]
        at -= 1
      }
      best[at] = (candidate, score)
    }
    setLeast()
  }

  private mutating func setLeast() {
    while let last = best.last, last.score < best[0].score - margin { best.removeLast() }
    least = best.count == limit ? best[limit - 1].score : (best.first?.score ?? -.infinity) - margin
  }

  /// The same in place of a worse candidate that is like it; where there is a better one that is, nothing happens.
  @inline(__always)
  mutating func add(_ candidate: Candidate, _ score: Double, inPlaceOf isLike: (Candidate) -> Bool) {
    guard mayTake(score) else { return }
    if let rival = best.firstIndex(where: { isLike($0.candidate) }) {
      guard best[rival].score < score else { return }
      best.remove(at: rival)
    }
    insert(candidate, score)
  }

  /// Forgets all candidates.
  mutating func removeAll() {
    best.removeAll(keepingCapacity: true)
    least = -.infinity
  }
}
