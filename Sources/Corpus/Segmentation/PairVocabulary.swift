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

  private var slots = ContiguousArray(repeating: Slot(), count: 1 << 12)
  private var texts: Int32 = 0
  /// How often each pair stands in running text, by its number.
  private var occurrences: ContiguousArray<Int32> = []

  /// The pairs, by their numbers.
  private var codes: ContiguousArray<UInt64> = []

  /// How many different pairs there are.
  var count: Int { occurrences.count }

  /// The numbers of a text's pairs, each once: of running text in the order of their first places, of other text in the
  /// order of the pairs themselves, so that no sum over them depends on the rest of the page.
  mutating func numbers(of text: Scalars, isBody: Bool) -> [Int32] {
    reserve(text.count)
    texts += 1
    var numbers = numbers(of: text, isBody)
    if !isBody { numbers.sort { codes[Int($0)] < codes[Int($1)] } }
    return numbers
  }

  private mutating func numbers(of text: Scalars, _ isBody: Bool) -> [Int32] {
    [Int32](room: text.count) { numbers, count in
      slots.withUnsafeMutableBufferPointer { slots in
        var left: UInt32 = 0
        for scalar in text {
          let right = scalar.isPaired ? scalar.value : 0
          if left != 0, right != 0 {
            let at = Self.place(of: UInt64(left) << 32 | UInt64(right), in: UnsafeBufferPointer(slots))
            if slots[at].code == 0 {
              slots[at] = Slot(code: UInt64(left) << 32 | UInt64(right), number: Int32(occurrences.count))
              occurrences.append(0)
              codes.append(slots[at].code)
            }
            if isBody { occurrences[Int(slots[at].number)] += 1 }
            if slots[at].text != texts {
              slots[at].text = texts
              numbers[count] = slots[at].number
              count += 1
            }
          }
          left = right
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
  func code(of number: Int) -> UInt64 { codes[number] }

  /// How often a pair stands in the page's running text.
  func occurrences(of left: Unicode.Scalar, _ right: Unicode.Scalar) -> Int {
    number(of: left, right).map { Int(occurrences[Int($0)]) } ?? 0
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

  /// Keeps at least half of the slots empty when so many pairs are added.
  private mutating func reserve(_ added: Int) {
    guard (occurrences.count + added) * 2 > slots.count else { return }
    let old = slots
    var size = old.count
    while (occurrences.count + added) * 2 > size { size *= 2 }
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

/// Lists of small numbers, kept in one row.
struct NumberLists {
  /// One number of one list.
  struct Entry {
    var list: Int32
    var number: Int32
  }

  private var starts: ContiguousArray<Int32>
  private var numbers: [Int32]

  /// `count` lists that hold their entries in the order given.
  init(count: Int, _ entries: ContiguousArray<Entry>) {
    var ends = ContiguousArray<Int32>(repeating: 0, count: count + 1)
    for entry in entries { ends[Int(entry.list) + 1] += 1 }
    for list in 0..<count { ends[list + 1] += ends[list] }
    starts = ends
    numbers = [Int32](repeating: 0, count: entries.count)
    for entry in entries {
      numbers[Int(ends[Int(entry.list)])] = entry.number
      ends[Int(entry.list)] += 1
    }
  }

  /// The numbers of a list.
  subscript(list: Int32) -> ArraySlice<Int32> {
    numbers[Int(starts[Int(list)])..<Int(starts[Int(list) + 1])]
  }
}
