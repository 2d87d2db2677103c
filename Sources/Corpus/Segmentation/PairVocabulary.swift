/// The pairs of neighbouring Han characters, letters and digits of a page, numbered from 0 in the order in which they
/// come up, how often each stands in running text, and which of them each text has.
struct PairVocabulary {
  fileprivate struct Pair {
    /// Two scalars in one number, the first in the upper half.
    let code: UInt64
    /// What its cost at large is looked up by.
    let key: CommonPairs.Key
    /// How often it stands in running text.
    var occurrences: Int32
    /// How many texts of running text have it.
    var holders: Int32
    /// The text that had it last.
    var text: Int32
  }

  /// Open addressing: one more than the number of a pair, 0 where the slot is empty.
  private let slots: ContiguousArray<Int32>
  /// The pairs, by their numbers.
  private let pairs: ContiguousArray<Pair>
  /// The numbers of each text's pairs, each once: of running text in the order of their first places, of other text in
  /// the order of the pairs themselves, so that no sum over them depends on the rest of the page.
  let rows: NumberRows

  /// How many different pairs there are.
  var count: Int { pairs.count }

  /// The pairs of `count` texts that have `room` characters together.
  init(count: Int, room: Int, text: (Int) -> Scalars, isBody: (Int) -> Bool) {
    // At most two slots of three are taken, and mostly fewer than half.
    var slots = ContiguousArray<Int32>(repeating: 0, count: Self.power(above: room + room / 2))
    var rows = NumberRows(rows: count)
    pairs = ContiguousArray(unsafeUninitializedCapacity: room) { pairs, found in
      rows.fill(room: room) { numbers, ends in
        slots.withUnsafeMutableBufferPointer { slots in
          CommonPairs.shared.withLookup { lookup in
            var reader = PairReader(slots: slots, pairs: pairs, numbers: numbers, lookup: lookup)
            for index in 0..<count {
              reader.read(text(index), Int32(truncatingIfNeeded: index), isBody: isBody(index))
              ends.append(reader.filled)
            }
            found = reader.count
          }
        }
      }
    }
    self.slots = slots
    self.rows = rows
  }

  /// The number of a pair, if the page has it.
  func number(of left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int32? {
    let code = UInt64(left.value) << 32 | UInt64(right.value)
    var at = PairReader.slot(of: left.value, right.value, slots.count)
    while slots[at] > 0 {
      if pairs[Int(slots[at]) - 1].code == code { return slots[at] - 1 }
      at = (at + 1) & (slots.count - 1)
    }
    return nil
  }

  /// What a pair's cost at large is looked up by.
  @inline(__always)
  func key(of number: Int) -> CommonPairs.Key { pairs[number].key }

  /// How many texts of running text have a pair.
  @inline(__always)
  func holders(of number: Int) -> Int { Int(pairs[number].holders) }

  /// How often a pair stands in the page's running text.
  func occurrences(of left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int {
    number(of: left, right).map { Int(pairs[Int($0)].occurrences) } ?? 0
  }

  /// The power of two that is greater than a number.
  private static func power(above number: Int) -> Int { 1 << (Int.bitWidth - number.leadingZeroBitCount) }
}

/// Numbers the pairs of texts, one text after the other.
private struct PairReader {
  let slots: UnsafeMutableBufferPointer<Int32>
  /// Room for as many pairs as the texts have characters.
  let pairs: UnsafeMutableBufferPointer<PairVocabulary.Pair>
  /// Room for as many numbers.
  let numbers: UnsafeMutableBufferPointer<Int32>
  let lookup: CommonPairs.Lookup
  /// How many pairs and numbers there are.
  private(set) var count = 0
  private(set) var filled = 0

  init(
    slots: UnsafeMutableBufferPointer<Int32>, pairs: UnsafeMutableBufferPointer<PairVocabulary.Pair>,
    numbers: UnsafeMutableBufferPointer<Int32>, lookup: CommonPairs.Lookup
  ) {
    (self.slots, self.pairs, self.numbers, self.lookup) = (slots, pairs, numbers, lookup)
  }

  /// Where a pair is looked for first, in so many slots.
  @inline(__always)
  static func slot(of left: UInt32, _ right: UInt32, _ slots: Int) -> Int {
    let mixed = UInt64(left &* 0x85EB_CA6B ^ right) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (slots - 1)
  }

  /// Reads the pairs of the next text.
  mutating func read(_ text: Scalars, _ index: Int32, isBody: Bool) {
    let start = filled
    text.withUnsafeBufferPointer { enter($0, index, isBody ? 1 : 0) }
    let pairs = pairs
    if !isBody { numbers[start..<filled].sort { pairs[Int($0)].code < pairs[Int($1)].code } }
  }

  /// Writes the numbers of a text's pairs; `share` is what each counts as running text.
  private mutating func enter(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ index: Int32, _ share: Int32) {
    var (count, filled) = (count, filled)
    var left: UInt32 = 0
    for scalar in text where filled < numbers.count {
      let isPaired = 0x4E00...0x9FFF ~= scalar.value || scalar.isRarelyPaired
      let right = isPaired ? scalar.value : 0
      defer { left = right }
      guard left != 0, right != 0 else { continue }
      let code = UInt64(left) << 32 | UInt64(right)
      var at = Self.slot(of: left, right, slots.count)
      while slots[at] > 0, pairs[Int(slots[at]) - 1].code != code { at = (at + 1) & (slots.count - 1) }
      if slots[at] == 0 {
        let key = lookup.key(left, right)
        pairs.initializeElement(
          at: count,
          to: PairVocabulary.Pair(code: code, key: key, occurrences: share, holders: share, text: index))
        numbers[filled] = Int32(truncatingIfNeeded: count)
        count &+= 1
        slots[at] = Int32(truncatingIfNeeded: count)
        filled &+= 1
      } else if repeats(Int(slots[at]) - 1, index, share) {
        numbers[filled] = slots[at] - 1
        filled &+= 1
      }
    }
    (self.count, self.filled) = (count, filled)
  }

  /// Counts a pair that is known, and tells whether it is the text's first.
  @inline(__always)
  private func repeats(_ number: Int, _ index: Int32, _ share: Int32) -> Bool {
    pairs[number].occurrences &+= share
    guard pairs[number].text != index else { return false }
    pairs[number].text = index
    pairs[number].holders &+= share
    return true
  }
}

extension Unicode.Scalar {
  /// Counts as a part of a pair: a Han character, a letter or a digit.
  var isPaired: Bool { isHan || isLatin || digit != nil }

  /// The same, where it is no character of the main Han block.
  @inline(never)
  fileprivate var isRarelyPaired: Bool { isPaired }
}

/// Rows of numbers, one behind the other in one array.
struct NumberRows {
  private var numbers: ContiguousArray<Int32> = []
  /// Where each row ends.
  private var ends: ContiguousArray<Int> = []

  /// No rows, but room for so many.
  init(rows: Int) { ends.reserveCapacity(rows + 1) }

  /// Rows of given numbers.
  init(_ rows: [[Int32]]) {
    numbers = ContiguousArray(rows.joined())
    ends = [0]
    for row in rows { ends.append(ends[ends.count - 1] + row.count) }
  }

  /// How many rows there are.
  var count: Int { max(0, ends.count - 1) }

  /// One of the rows.
  @inline(__always)
  subscript(row: Int) -> ArraySlice<Int32> { numbers[ends[row]..<ends[row + 1]] }

  /// Lets `body` write all numbers, at most `room`, and say behind how many of them each row ends.
  mutating func fill(
    room: Int, _ body: (UnsafeMutableBufferPointer<Int32>, inout ContiguousArray<Int>) -> Void
  ) {
    ends.append(0)
    numbers = ContiguousArray(unsafeUninitializedCapacity: room) { numbers, filled in
      body(numbers, &ends)
      filled = ends[ends.count - 1]
    }
  }

  /// Calls `body` with each number of a row.
  @inline(__always)
  func forEach(in row: Int, _ body: (Int32) -> Void) {
    let range = ends[row]..<ends[row + 1]
    numbers.withUnsafeBufferPointer { for at in range { body($0[at]) } }
  }
}

/// For each number which of some rows hold it, kept in one row.
struct NumberLists {
  /// Where each list begins in `numbers`, and where the last one ends.
  private var starts: ContiguousArray<Int32>
  private var numbers: ContiguousArray<Int32>

  /// For each number below `count` the indices of those `rows` that hold it and are wanted, ascending; `holders` says
  /// how many those are.
  init(count: Int, of rows: NumberRows, holders: (Int) -> Int, where isWanted: (Int) -> Bool) {
    starts = ContiguousArray(unsafeUninitializedCapacity: count + 1) { starts, filled in
      var start = 0
      for number in 0...count {
        starts.initializeElement(at: number, to: Int32(truncatingIfNeeded: start))
        if number < count { start += holders(number) }
      }
      filled = count + 1
    }
    numbers = ContiguousArray(repeating: 0, count: Int(starts[count]))
    var ends = starts
    ends.withUnsafeMutableBufferPointer { ends in
      numbers.withUnsafeMutableBufferPointer { numbers in
        for row in 0..<rows.count where isWanted(row) {
          rows.forEach(in: row) { number in
            let at = Int(ends[Int(number)])
            guard at < numbers.count else { return }
            numbers[at] = Int32(truncatingIfNeeded: row)
            ends[Int(number)] = Int32(truncatingIfNeeded: at + 1)
          }
        }
      }
    }
  }

  /// Where the list of a number stands.
  @inline(__always)
  func range(of number: Int32) -> Range<Int> {
    Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
  }

  /// What stands at a place of such a range.
  @inline(__always)
  subscript(place: Int) -> Int32 { numbers[place] }
}

/// A set of small numbers, a bit for each.
struct NumberSet {
  private var words: ContiguousArray<UInt64>

  /// An empty set for numbers below `limit`.
  init(below limit: Int) { words = ContiguousArray(repeating: 0, count: (limit + 63) >> 6) }

  /// Adds a number below the limit.
  mutating func insert(_ number: Int32) { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }

  /// Its numbers, ascending.
  var sorted: [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
    for (place, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        numbers.append(Int32(place << 6 | bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    return numbers
  }
}
