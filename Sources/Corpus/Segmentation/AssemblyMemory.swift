/// What the states of one beam ask again and again of the piece that is to be placed. To be used by one assembly, on one
/// thread, for one piece after the other.
final class AssemblyMemory {
  private let affinity: Affinity
  /// The piece for which each earlier piece's continuity is known, and the figure.
  private var asked: ContiguousArray<Int>
  private var continuities: ContiguousArray<Double>
  private var coverage: Coverage

  /// A memory for so many pieces.
  init(pieces: Int, affinity: Affinity) {
    self.affinity = affinity
    asked = ContiguousArray(repeating: -1, count: pieces)
    continuities = ContiguousArray(repeating: 0, count: pieces)
    coverage = Coverage(pieces: pieces)
  }

  /// How well `piece` goes on behind `last`.
  func continuity(_ last: Int, _ piece: Int) -> Double {
    if asked[last] != piece {
      asked[last] = piece
      continuities[last] = affinity.continuity(last, piece)
    }
    return continuities[last]
  }

  /// How much of what a piece's paragraph says, whose pairs are given, the earlier pieces of a story say too, 0...1,
  /// weighted by rarity.
  func coverage(of piece: Int, _ pairs: [Int32], by story: [Int]) -> Double {
    coverage.turn(to: piece, pairs, affinity)
    return coverage.share(of: story)
  }
}

/// How much of what one paragraph says is said by pieces before it.
private struct Coverage {
  private var piece = -1
  private var turn = 0
  /// What the paragraph's pairs weigh, and all together.
  private var weights: ContiguousArray<Double> = []
  private var norm = 0.0
  /// For each piece with one of these pairs: the place of its row in `rows`, known where `holder` is `turn`.
  private var holder: ContiguousArray<Int>
  private var row: ContiguousArray<Int>
  /// Which of the pairs a piece has: a bit for each, `width` words for each piece.
  private var rows: ContiguousArray<UInt64> = []
  private var width = 0

  init(pieces: Int) {
    holder = ContiguousArray(repeating: -1, count: pieces)
    row = holder
  }

  /// The share of the paragraph that a story's pieces say too.
  func share(of story: [Int]) -> Double {
    guard norm > 0 else { return 0 }
    var common = 0.0
    for word in 0..<width {
      var bits: UInt64 = 0
      for other in story where holder[other] == turn { bits |= rows[row[other] + word] }
      while bits != 0 {
        common += weights[word << 6 | bits.trailingZeroBitCount]
        bits &= bits - 1
      }
    }
    return common / norm
  }

  /// Turns to the paragraph that begins with a piece, if it is another one.
  mutating func turn(to next: Int, _ pairs: [Int32], _ affinity: Affinity) {
    guard next != piece else { return }
    piece = next
    turn += 1
    weights.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    norm = 0
    width = (pairs.count + 63) >> 6
    for (place, pair) in pairs.enumerated() {
      let weight = affinity.rarity(pair)
      weights.append(weight)
      norm += weight
      for other in affinity.holders(of: pair) {
        if other >= piece { break }
        mark(Int(other), place)
      }
    }
  }

  private mutating func mark(_ other: Int, _ place: Int) {
    if holder[other] != turn {
      holder[other] = turn
      row[other] = rows.count
      for _ in 0..<width { rows.append(0) }
    }
    rows[row[other] + place >> 6] |= 1 << UInt64(place & 63)
  }
}
