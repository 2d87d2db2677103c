/// The names that are looked for in a text: a hash of the first two scalars leads to a chain of names.
struct NameIndex: Sendable {
  private struct Entry {
    /// The hash of its first two scalars.
    var hash: UInt32
    var start: Int32
    var count: Int32
    /// Which place, or -1 for an ordinary word that hides the names inside it.
    var place: Int32
    var isFullName: Bool
    var next: Int32
  }

  /// What the longest name at a position stands for.
  struct Match {
    var count: Int
    /// Places that share the name; empty for an ordinary word.
    var places: [Int]
    var isFullName: Bool
  }

  private static let slotBits = 15
  private static let filterBits = 17
  /// Three bits for each pair of scalars with which a name begins: most places of a text need no look at the names. Small,
  /// since other work drives it out of the nearest memory between two pages.
  private var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
  private var heads = [Int32](repeating: -1, count: 1 << slotBits)
  private var entries: [Entry] = []
  private var scalars: [Unicode.Scalar] = []

  /// An index of nothing.
  init() {
    entries.reserveCapacity(12000)
    scalars.reserveCapacity(48000)
  }

  /// Adds a name of at least two scalars (a shorter one is ignored); `place` -1 stands for an ordinary word.
  mutating func add(_ name: some Sequence<Unicode.Scalar>, place: Int, isFullName: Bool = false) {
    let start = scalars.count
    scalars.append(contentsOf: name)
    let count = scalars.count - start
    guard count >= 2 else {
      scalars.removeSubrange(start...)
      return
    }
    let hash = Self.mixed(Self.pair(scalars[start].value, scalars[start + 1].value))
    for bit in [Self.bit(hash), Self.second(hash), Self.third(hash)] {
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    let entry = Entry(
      hash: hash, start: Int32(start), count: Int32(count),
      place: Int32(place), isFullName: isFullName,
      next: heads[Self.slot(hash)])
    entries.append(entry)
    heads[Self.slot(hash)] = Int32(entries.count - 1)
  }

  /// The first place from `position` on where a name may begin; the text's end where none may.
  func firstCandidate(in text: FoldedText, from position: Int) -> Int {
    guard position + 1 < text.count else { return text.count }
    return filter.withUnsafeBufferPointer { filter in
      var pair = text.value(at: position)
      for next in (position + 1)..<text.count {
        pair = Self.pair(pair, text.value(at: next))
        let hash = Self.mixed(pair)
        if Self.has(filter, Self.bit(hash)), Self.has(filter, Self.second(hash)),
          Self.has(filter, Self.third(hash))
        {
          return next - 1
        }
      }
      return text.count
    }
  }

  @inline(__always)
  private static func has(_ filter: UnsafeBufferPointer<UInt64>, _ bit: Int) -> Bool {
    filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// The longest name that begins at `position`.
  func longestMatch(in text: FoldedText, at position: Int) -> Match? {
    guard position + 1 < text.count else { return nil }
    let hash = Self.mixed(Self.pair(text.value(at: position), text.value(at: position + 1)))
    let head = heads[Self.slot(hash)]
    var longest = 0
    var next = head
    while next >= 0 {
      let entry = entries[Int(next)]
      if entry.hash == hash, Int(entry.count) > longest, matches(entry, text, position) {
        longest = Int(entry.count)
      }
      next = entry.next
    }
    return longest == 0 ? nil : match(head, hash, longest, text, position)
  }

  private func match(
    _ head: Int32, _ hash: UInt32, _ count: Int, _ text: FoldedText, _ position: Int
  ) -> Match {
    var match = Match(count: count, places: [], isFullName: false)
    var next = head
    while next >= 0 {
      let entry = entries[Int(next)]
      next = entry.next
      guard entry.hash == hash, entry.count == count, entry.place >= 0, matches(entry, text, position) else {
        continue
      }
      match.places.append(Int(entry.place))
      match.isFullName = match.isFullName || entry.isFullName
    }
    return match
  }

  private func matches(_ entry: Entry, _ text: FoldedText, _ position: Int) -> Bool {
    let start = Int(entry.start)
    let count = Int(entry.count)
    guard position + count <= text.count else { return false }
    for offset in 0..<count where scalars[start + offset].value != text.value(at: position + offset) {
      return false
    }
    return true
  }

  private static func slot(_ hash: UInt32) -> Int { Int(hash >> (32 - UInt32(slotBits))) }

  private static func bit(_ hash: UInt32) -> Int { Int(hash >> (32 - UInt32(filterBits))) }

  private static func second(_ hash: UInt32) -> Int { bit(hash &* 0xC2B2_AE35) }

  private static func third(_ hash: UInt32) -> Int { bit(hash &* 0x27D4_EB2F) }

  /// Two scalars in one number; of the first one only what fits in.
  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first &<< 16 ^ second }

  private static func mixed(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }
}

/// A text as it is searched (`Scalars.folded`), without a copy of it: each scalar is folded when it is looked at.
struct FoldedText {
  private let text: UnsafeBufferPointer<Unicode.Scalar>
  private let table: UnsafeBufferPointer<UInt16>
  private let changes: UnsafeBufferPointer<UInt64>

  /// Lends a text.
  static func with<Result>(_ text: Scalars, _ body: (FoldedText) -> Result) -> Result {
    Folding.withTable { table in
      Folding.withChanges { changes in
        text.withUnsafeBufferPointer { body(FoldedText(text: $0, table: table, changes: changes)) }
      }
    }
  }

  var count: Int { text.count }

  /// The number of the scalar at a place.
  @inline(__always)
  func value(at place: Int) -> UInt32 {
    let value = text[place].value
    guard value < 0x10000, changes[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1 else { return value }
    return UInt32(table[Int(value)])
  }

  /// The scalar at a place.
  subscript(place: Int) -> Unicode.Scalar { Unicode.Scalar(value(at: place)) ?? text[place] }
}
