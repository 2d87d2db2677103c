/// The best of many candidates by score, the best first; of equals, those that came first.
struct Ranking<Candidate> {
  private let limit: Int
  private(set) var best: ContiguousArray<(candidate: Candidate, score: Double)> = []
  /// What a candidate must have more than.
  private var least = -Double.infinity

  /// Keeps `limit` candidates.
  init(limit: Int) {
    self.limit = limit
    best.reserveCapacity(limit)
  }

  /// Whether a candidate with such a score would be kept.
  @inline(__always)
  func takes(_ score: Double) -> Bool { score > least }

  /// Keeps a candidate if it is among the best so far.
  mutating func add(_ candidate: Candidate, _ score: Double) {
    guard takes(score) else { return }
    if best.count == limit { best.removeLast() }
    best.append((candidate, score))
    best.withUnsafeMutableBufferPointer { best in
      var at = best.count - 1
      while at > 0, best[at - 1].score < score {
        best[at] = best[at - 1]
        at -= 1
      }
      best[at] = (candidate, score)
    }
    if best.count == limit { least = best[limit - 1].score }
  }

  /// Forgets all candidates.
  mutating func removeAll() {
    best.removeAll(keepingCapacity: true)
    least = -.infinity
  }
}
