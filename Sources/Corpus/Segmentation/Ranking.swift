/// The best of many candidates by score, the best first; of equals, the lesser candidates first. In whatever order they
/// are added, those that stay are the same.
struct Ranking<Candidate: Comparable> {
  private let limit: Int
  private(set) var best: ContiguousArray<(candidate: Candidate, score: Double)> = []
  /// What a candidate must have at least.
  private var least = -Double.infinity

  /// Keeps `limit` candidates.
  init(limit: Int) {
    self.limit = limit
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
    if best.count == limit { least = best[limit - 1].score }
  }

  /// Forgets all candidates.
  mutating func removeAll() {
    best.removeAll(keepingCapacity: true)
    least = -.infinity
  }
}
