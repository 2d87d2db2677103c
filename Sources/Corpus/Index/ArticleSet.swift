/// Articles out of the first of an array, as a search finds them.
public struct ArticleSet: Sendable, Equatable {
  /// The members among the articles of each segment.
  var segments: [DocumentBits] = []
  /// Where each segment begins.
  var bases: [Int] = []
  /// The members beyond the segments, ascending.
  var rest: [Int] = []

  /// How many there are.
  public var count: Int { segments.reduce(rest.count) { $0 + $1.count } }

  /// Their places in the array of articles, ascending.
  public var indices: [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(count)
    forEach { indices.append($0) }
    return indices
  }

  /// Calls `receive` with each member's place, ascending.
  func forEach(_ receive: (Int) -> Void) {
    for (bits, base) in zip(segments, bases) { bits.forEach { receive(base + $0) } }
    rest.forEach(receive)
  }
}
