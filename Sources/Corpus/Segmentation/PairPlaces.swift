/// On which lines of a page the pairs of neighbouring characters of each line stand, too: a headline's words come back in its story.
struct PairPlaces {
  /// How much of what a line says other lines say, weighed by how rare its pairs are in news at large.
  struct Echo {
    /// All pairs of the line.
    var all = 0.0
    /// Those that stand more than two lines away.
    var anywhere = 0.0
    /// Those that stand within twelve lines above, and below.
    var above = 0.0
    var below = 0.0
  }

  /// A pair in a line.
  private struct Occurrence {
    /// The pair's number.
    var pair: Int32
    /// The nearest line above that has it, and the nearest below; -1 where there is none.
    var above: Int32
    var below: Int32 = -1
  }

  /// A pair on the page: both characters, the first and the last line that have it, and the place of its last occurrence.
  private struct Pair {
    var code: UInt64
    var first: Int32
    var last: Int32
    var occurrence: Int32
  }

  /// Lines so near say nothing: a sentence goes on there.
  private static let near = 2
  private static let far = 12
  /// A pair that is so common, in bits, tells nothing.
  private static let common = 9.0

  private var pairs: ContiguousArray<Pair> = []
  private var occurrences: ContiguousArray<Occurrence> = []
  /// Where each line's occurrences end.
  private var ends: [Int] = []

  init(_ lines: [ReadLine]) {
    let room = lines.reduce(0) { $0 + $1.line.squeezed.count }
    occurrences.reserveCapacity(room)
    pairs.reserveCapacity(room)
    ends.reserveCapacity(lines.count)
    // Open addressing with at least half of the places free: numbers of pairs, -1 where none is.
    let bits = max(4, Int.bitWidth - (2 * room).leadingZeroBitCount)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1 << bits) { table in
      table.initialize(repeating: -1)
      for (line, read) in lines.enumerated() {
        add(read.line.squeezed, Int32(line), table, shift: UInt64(64 - bits))
        ends.append(occurrences.count)
      }
    }
  }

  /// Adds the pairs of a line.
  private mutating func add(
    _ text: Scalars, _ line: Int32, _ table: UnsafeMutableBufferPointer<Int32>, shift: UInt64
  ) {
    text.withUnsafeBufferPointer { text in
      for at in text.indices.dropLast() where text[at].isPaired && text[at + 1].isPaired {
        let code = UInt64(text[at].value) << 32 | UInt64(text[at + 1].value)
        var slot = Int((code &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while table[slot] >= 0, pairs[Int(table[slot])].code != code { slot = (slot + 1) & (table.count - 1) }
        if table[slot] < 0 {
          table[slot] = Int32(pairs.count)
          pairs.append(Pair(code: code, first: line, last: -1, occurrence: -1))
        }
        note(table[slot], line)
      }
    }
  }

  /// Notes that a pair stands in a line, once for each line.
  private mutating func note(_ number: Int32, _ line: Int32) {
    let pair = pairs[Int(number)]
    guard pair.last != line else { return }
    if pair.occurrence >= 0 { occurrences[Int(pair.occurrence)].below = line }
    pairs[Int(number)].last = line
    pairs[Int(number)].occurrence = Int32(occurrences.count)
    occurrences.append(Occurrence(pair: number, above: pair.last))
  }

  /// How much of what a line says stands elsewhere.
  func echo(of line: Int) -> Echo {
    var echo = Echo()
    let range = (line > 0 ? ends[line - 1] : 0)..<ends[line]
    CommonPairs.shared.withLookup { lookup in
      for occurrence in occurrences[range] {
        let pair = pairs[Int(occurrence.pair)]
        let key = lookup.key(UInt32(pair.code >> 32), UInt32(pair.code & 0xFFFF_FFFF))
        let weight = max(0, lookup.cost(of: key) - Self.common)
        echo.all += weight
        if Int(pair.first) < line - Self.near || Int(pair.last) > line + Self.near { echo.anywhere += weight }
        if occurrence.above >= 0, Int(occurrence.above) >= line - Self.far { echo.above += weight }
        if occurrence.below >= 0, Int(occurrence.below) <= line + Self.far { echo.below += weight }
      }
    }
    return echo
  }
}
