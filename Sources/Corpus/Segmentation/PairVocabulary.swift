/// The pairs of neighbouring Han characters, letters and digits of a page, numbered from 0 in the order in which they
/// come up, how often each stands in running text, and which of them each text has.
struct PairVocabulary {
  private struct Slot {
    /// Two scalars in one number; 0 where the slot is empty.
    var code: UInt64 = 0
    var number: Int32 = 0
    /// The text that had the pair last, from 1.
    var text: Int32 = 0
  }

  private struct Pair {
    var code: UInt64 = 0
    /// How often it stands in running text.
    var occurrences: Int32 = 0
    /// How many texts of running text have it.
    var holders: Int32 = 0
  }

  private var slots = ContiguousArray(repeating: Slot(), count: 1 << 12)
  private var texts: Int32 = 0
  /// The pairs, by their numbers; the array has room for more.
  private var pairs: ContiguousArray<Pair>

  /// How many different pairs there are.
  private(set) var count = 0
  /// The numbers of each text's pairs, each once: of running text in the order of their first places, of other text in
  /// the order of the pairs themselves, so that no sum over them depends on the rest of the page.
  private(set) var rows: NumberRows

  /// A vocabulary of so many texts that have so many characters together.
  init(texts: Int, room: Int) {
    pairs = ContiguousArray(repeating: Pair(), count: room)
    rows = NumberRows(rows: texts, room: room)
    reserve(room / 2)
  }

  /// Adds the pairs of the next text.
  mutating func add(_ text: Scalars, isBody: Bool) {
    reserve(text.count)
    texts += 1
    let start = rows.filled
    enter(text, isBody ? 1 : 0)
    if !isBody { rows.sort(from: start) { pairs[Int($0)].code < pairs[Int($1)].code } }
    rows.endRow()
  }

  /// Writes the numbers of a text's pairs to the rows; `share` is what each counts as running text.
  private mutating func enter(_ text: Scalars, _ share: Int32) {
    rows.fill(room: text.count) { numbers, filled in
      slots.withUnsafeMutableBufferPointer { slots in
        pairs.withUnsafeMutableBufferPointer { pairs in
          var left: UInt32 = 0
          for scalar in text {
            let right = scalar.isPaired ? scalar.value : 0
            defer { left = right }
            guard left != 0, right != 0 else { continue }
            let code = UInt64(left) << 32 | UInt64(right)
            let at = Self.place(of: code, in: UnsafeBufferPointer(slots))
            if slots[at].code == 0 {
              slots[at] = Slot(code: code, number: Int32(truncatingIfNeeded: count), text: texts)
              pairs[count] = Pair(code: code, occurrences: share, holders: share)
              count &+= 1
            } else {
              let number = Int(slots[at].number)
              pairs[number].occurrences &+= share
              guard slots[at].text != texts else { continue }
              slots[at].text = texts
              pairs[number].holders &+= share
            }
            numbers[filled] = slots[at].number
            filled &+= 1
          }
        }
      }
    }
  }

  /// The number of a pair, if the page has it.
  func number(of left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int32? {
    slots.withUnsafeBufferPointer { slots in
      let slot = slots[Self.place(of: UInt64(left.value) << 32 | UInt64(right.value), in: slots)]
      return slot.code == 0 ? nil : slot.number
    }
  }

  /// The pair of a number: its scalars, the first in the upper half.
  @inline(__always)
  func code(of number: Int) -> UInt64 { pairs[number].code }

  /// How many texts of running text have a pair.
  @inline(__always)
  func holders(of number: Int) -> Int { Int(pairs[number].holders) }

  /// How often a pair stands in the page's running text.
  func occurrences(of left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int {
    number(of: left, right).map { Int(pairs[Int($0)].occurrences) } ?? 0
  }

  /// Where a pair is, or where it would be put.
  private static func place(of code: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    let mixed = (code ^ code >> 29) &* 0x9E37_79B9_7F4A_7C15
    var at = Int(truncatingIfNeeded: mixed >> 32) & mask
    while true {
      let found = slots[at].code
      if found == code || found == 0 { return at }
      at = (at + 1) & mask
    }
  }

  /// Makes room for so many more pairs, and keeps at least half of the slots empty.
  private mutating func reserve(_ added: Int) {
    if count + added > pairs.count {
      pairs.append(contentsOf: repeatElement(Pair(), count: max(added, pairs.count)))
    }
    guard (count + added) * 2 > slots.count else { return }
    let old = slots
    var size = old.count
    while (count + added) * 2 > size { size *= 2 }
    slots = ContiguousArray(repeating: Slot(), count: size)
    slots.withUnsafeMutableBufferPointer { slots in
      for slot in old where slot.code != 0 {
        slots[Self.place(of: slot.code, in: UnsafeBufferPointer(slots))] = slot
      }
    }
  }
}

extension Unicode.Scalar {
  /// Counts as a part of a pair: a Han character, a letter or a digit.
  var isPaired: Bool { 0x4E00...0x9FFF ~= value || isHan || isLatin || digit != nil }
}

/// Rows of numbers, one behind the other in one array.
struct NumberRows {
  private var numbers: ContiguousArray<Int32>
  private var ends: ContiguousArray<Int> = [0]
  /// How many numbers there are; the array has room for more.
  private(set) var filled = 0

  /// No rows, but room for so many, and for so many numbers.
  init(rows: Int, room: Int) {
    numbers = ContiguousArray(repeating: 0, count: room)
    ends.reserveCapacity(rows + 1)
  }

  /// Rows of given numbers.
  init(_ rows: [[Int32]]) {
    self.init(rows: rows.count, room: rows.reduce(0) { $0 + $1.count })
    for row in rows {
      fill(room: row.count) { numbers, filled in
        for number in row {
          numbers[filled] = number
          filled += 1
        }
      }
      endRow()
    }
  }

  /// How many rows there are.
  var count: Int { ends.count - 1 }

  /// One of the rows.
  @inline(__always)
  subscript(row: Int) -> ArraySlice<Int32> { numbers[ends[row]..<ends[row + 1]] }

  /// Lets `body` write at most `room` numbers more, behind those that there are.
  @inline(__always)
  mutating func fill(room: Int, _ body: (UnsafeMutableBufferPointer<Int32>, inout Int) -> Void) {
    if filled + room > numbers.count {
      numbers.append(contentsOf: repeatElement(0, count: max(room, numbers.count)))
    }
    var end = filled
    numbers.withUnsafeMutableBufferPointer { body($0, &end) }
    filled = end
  }

  /// Sorts the numbers behind a place.
  mutating func sort(from start: Int, by areInOrder: (Int32, Int32) -> Bool) {
    numbers[start..<filled].sort(by: areInOrder)
  }

  /// Ends the row: what is written next belongs to another one.
  mutating func endRow() { ends.append(filled) }

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

  /// For each number below `count` the indices of those `rows` that hold it and are wanted, ascending; `holders` says how
  /// many those are.
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
