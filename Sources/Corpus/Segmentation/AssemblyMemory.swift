/// What the states of one beam ask again and again of the piece that is to be placed. To be used by one assembly, for one
/// piece after the other.
struct AssemblyMemory {
  /// The piece for which each earlier piece's continuity is known, and the figure.
  private var asked: ContiguousArray<Int>
  private var continuities: ContiguousArray<Double>
  /// The piece for which each column's likelihood is known, and the figure.
  private var askedColumn: ContiguousArray<Int>
  private var likelihoods: ContiguousArray<Double>
  private var coverage: Coverage

  /// A memory for a page with so many pieces and so many different pairs.
  init(pieces: Int, pairs: Int) {
    asked = ContiguousArray(repeating: -1, count: pieces)
    continuities = ContiguousArray(repeating: 0, count: pieces)
    askedColumn = ContiguousArray(repeating: -1, count: ColumnFit.widest + 1)
    likelihoods = ContiguousArray(repeating: 0, count: ColumnFit.widest + 1)
    coverage = Coverage(pieces: pieces, pairs: pairs)
  }

  /// How well `piece` goes on behind `last`.
  mutating func continuity(_ last: Int, _ piece: Int, _ affinity: Affinity) -> Double {
    if asked[last] != piece {
      asked[last] = piece
      continuities[last] = affinity.continuity(last, piece)
    }
    return continuities[last]
  }

  /// How well the column of `piece` fits one of width `column`, in which a story ends.
  mutating func likelihood(_ column: Int, _ piece: Int, _ columns: ColumnFit) -> Double {
    if askedColumn[column] != piece {
      askedColumn[column] = piece
      likelihoods[column] = columns.likelihood(column, columns.column(of: piece))
    }
    return likelihoods[column]
  }

  /// Turns to the paragraph of `piece`, which has the number `paragraph`.
  mutating func turn(to piece: Int, _ paragraph: Int, _ paragraphs: Paragraphs, _ affinity: Affinity) {
    if coverage.piece != piece { coverage.turn(to: piece, paragraphs[paragraph].pairs, affinity) }
  }

  /// How much of what the paragraph says the earlier pieces of a story say too, 0...1, weighted by rarity.
  mutating func coverage(by story: StoryEnd, _ affinity: Affinity) -> Double {
    coverage.share(of: story, affinity)
  }
}

/// How much of what one paragraph says is said by pieces before it. Only the pieces that are asked for are compared with it.
private struct Coverage {
  /// The piece with which the paragraph begins.
  private(set) var piece = -1
  private var turn: Int32 = 0
  /// The paragraph's pairs, what each weighs, and all together.
  private var pairs: [Int32] = []
  private var weights: ContiguousArray<Double> = []
  private var norm = 0.0
  /// For each pair of the page: `base` and its place among the paragraph's pairs; less where the paragraph has it not.
  private var places: ContiguousArray<Int32>
  /// Behind all places of the paragraphs before.
  private var base: Int32 = 0
  /// For each piece: the place of its row in `rows`, known where its `turn` is this one; -1 where it has none of the pairs.
  private var holders: ContiguousArray<(turn: Int32, row: Int32)>
  /// Which of the pairs a piece has: a bit for each, `width` words for each piece.
  private var rows: ContiguousArray<UInt64> = []
  private var width = 0

  init(pieces: Int, pairs: Int) {
    places = ContiguousArray(repeating: -1, count: pairs)
    holders = ContiguousArray(repeating: (-1, 0), count: pieces)
  }

  /// The share of the paragraph that a story's pieces say too.
  mutating func share(of story: StoryEnd, _ affinity: Affinity) -> Double {
    guard norm > 0 else { return 0 }
    var found: InlineArray<6, Int> = InlineArray(repeating: 0)
    var count = 0
    for place in 0..<story.count {
      let row = row(of: story[place], affinity)
      guard row >= 0 else { continue }
      found[count] = row
      count += 1
    }
    return count > 0 ? weight(of: found, count) / norm : 0
  }

  /// What the pairs weigh together that any of the first `count` rows has.
  private func weight(of found: InlineArray<6, Int>, _ count: Int) -> Double {
    rows.withUnsafeBufferPointer { rows in
      weights.withUnsafeBufferPointer { weights in
        var sum = 0.0
        for word in 0..<width {
          var bits: UInt64 = 0
          for at in 0..<count { bits |= rows[found[at] + word] }
          while bits != 0 {
            sum += weights[word << 6 | bits.trailingZeroBitCount]
            bits &= bits - 1
          }
        }
        return sum
      }
    }
  }

  /// Turns to the paragraph that begins with a piece.
  mutating func turn(to next: Int, _ pairs: [Int32], _ affinity: Affinity) {
    piece = next
    turn += 1
    base += Int32(self.pairs.count)
    self.pairs = pairs
    weights.removeAll(keepingCapacity: true)
    for pair in pairs { weights.append(affinity.rarity(pair)) }
    norm = weights.reduce(0, +)
    rows.removeAll(keepingCapacity: true)
    width = (pairs.count + 63) >> 6
    places.withUnsafeMutableBufferPointer { places in
      for (place, pair) in pairs.enumerated() { places[Int(pair)] = base + Int32(place) }
    }
  }

  /// Where a piece's row is, or -1.
  @inline(__always)
  private mutating func row(of piece: Int, _ affinity: Affinity) -> Int {
    if holders[piece].turn != turn { holders[piece] = (turn, addRow(piece, affinity)) }
    return Int(holders[piece].row)
  }

  private mutating func addRow(_ piece: Int, _ affinity: Affinity) -> Int32 {
    let (row, base) = (rows.count, base)
    for _ in 0..<width { rows.append(0) }
    var isEmpty = true
    places.withUnsafeBufferPointer { places in
      rows.withUnsafeMutableBufferPointer { rows in
        affinity.forEachPair(of: piece) { pair in
          guard places[Int(pair)] >= base else { return }
          let place = Int(places[Int(pair)] - base)
          rows[row + place >> 6] |= 1 << UInt64(place & 63)
          isEmpty = false
        }
      }
    }
    guard isEmpty else { return Int32(row) }
    rows.removeLast(width)
    return -1
  }
}
