/// The pairs of neighbouring Han characters, letters and digits of a page, numbered from 0 in the order in which they
/// come up, and how often each stands in running text.
struct PairVocabulary {
  private struct Slot {
    /// Two scalars in one number; 0 where the slot is empty.
    var code: UInt64 = 0
    var number: Int32 = 0
    /// The text that had the pair last.
    var text: Int32 = -1
  }

  private struct Pair {
    var code: UInt64 = 0
    /// How often it stands in running text.
    var occurrences: Int32 = 0
  }

  private var slots = ContiguousArray(repeating: Slot(), count: 1 << 12)
  private var texts: Int32 = 0
  /// The pairs, by their numbers; the array has room for more.
  private var pairs: ContiguousArray<Pair>

  /// How many different pairs there are.
  private(set) var count = 0

  /// A vocabulary of texts that have so many characters together.
  init(room: Int) {
    pairs = ContiguousArray(repeating: Pair(), count: room)
    reserve(room / 2)
  }

  /// The numbers of a text's pairs, each once: of running text in the order of their first places, of other text in the
  /// order of the pairs themselves, so that no sum over them depends on the rest of the page.
  mutating func numbers(of text: Scalars, isBody: Bool) -> [Int32] {
    reserve(text.count)
    texts += 1
    var numbers = numbers(of: text, isBody)
    if !isBody { numbers.sort { pairs[Int($0)].code < pairs[Int($1)].code } }
    return numbers
  }

  private mutating func numbers(of text: Scalars, _ isBody: Bool) -> [Int32] {
    [Int32](room: text.count, of: 0) { numbers, found in
      slots.withUnsafeMutableBufferPointer { slots in
        pairs.withUnsafeMutableBufferPointer { pairs in
          var left: UInt32 = 0
          for scalar in text {
            let right = scalar.isPaired ? scalar.value : 0
            if left != 0, right != 0 {
              let code = UInt64(left) << 32 | UInt64(right)
              let at = Self.place(of: code, in: UnsafeBufferPointer(slots))
              if slots[at].code == 0 {
                slots[at] = Slot(code: code, number: Int32(count))
                pairs[count].code = code
                count += 1
              }
              if isBody { pairs[Int(slots[at].number)].occurrences += 1 }
              if slots[at].text != texts {
                slots[at].text = texts
                numbers[found] = slots[at].number
                found += 1
              }
            }
            left = right
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
  func code(of number: Int) -> UInt64 { pairs[number].code }

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
  var isPaired: Bool { isHan || isLatin || digit != nil }
}

/// For each number which of some sets hold it, kept in one row.
struct NumberLists {
  /// Where each list begins in `numbers`, and where the last one ends.
  private var starts: ContiguousArray<Int32>
  private var numbers: ContiguousArray<Int32>

  /// For each number below `count` the indices of those `sets` that hold it and are wanted, ascending.
  init(count: Int, of sets: [[Int32]], where isWanted: (Int) -> Bool) {
    let wanted = sets.indices.filter(isWanted)
    starts = Self.starts(count: count, of: sets, wanted)
    numbers = ContiguousArray(repeating: 0, count: Int(starts[count]))
    var ends = starts
    ends.withUnsafeMutableBufferPointer { ends in
      numbers.withUnsafeMutableBufferPointer { numbers in
        for index in wanted {
          for number in sets[index] where Int(number) < count {
            numbers[Int(ends[Int(number)])] = Int32(index)
            ends[Int(number)] += 1
          }
        }
      }
    }
  }

  private static func starts(count: Int, of sets: [[Int32]], _ wanted: [Int]) -> ContiguousArray<Int32> {
    var starts = ContiguousArray<Int32>(repeating: 0, count: count + 1)
    starts.withUnsafeMutableBufferPointer { starts in
      for index in wanted {
        for number in sets[index] where Int(number) < count { starts[Int(number) + 1] += 1 }
      }
    }
    for list in 0..<count { starts[list + 1] += starts[list] }
    return starts
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
