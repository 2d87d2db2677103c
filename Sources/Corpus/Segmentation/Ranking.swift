/// The best of many candidates by score, the best first; of equals, those that came first.
struct Ranking<Candidate> {
  private let limit: Int
  private(set) var best: ContiguousArray<(candidate: Candidate, score: Double)> = []

  /// Keeps `limit` candidates.
  init(limit: Int) {
    self.limit = limit
    best.reserveCapacity(limit)
  }

  /// Whether a candidate with such a score would be kept.
  func takes(_ score: Double) -> Bool { best.count < limit || score > best[limit - 1].score }

  /// Keeps a candidate if it is among the best so far.
  mutating func add(_ candidate: Candidate, _ score: Double) {
    guard takes(score) else { return }
    if best.count == limit { best.removeLast() }
    var at = best.count
    while at > 0, best[at - 1].score < score { at -= 1 }
    best.insert((candidate, score), at: at)
  }
}
