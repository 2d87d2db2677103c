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
  private static let filterBits = 19
  /// A bit for each pair of scalars with which a name begins: most places of a text need no look at the names.
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
    let slot = Self.slot(scalars[start], scalars[start + 1])
    let bit = Self.bit(scalars[start], scalars[start + 1])
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    let entry = Entry(
      hash: Self.mixed(scalars[start], scalars[start + 1]), start: Int32(start), count: Int32(count),
      place: Int32(place), isFullName: isFullName,
      next: heads[slot])
    entries.append(entry)
    heads[slot] = Int32(entries.count - 1)
  }

  /// The first place from `position` on where a name may begin; the text's end where none may.
  func firstCandidate(in text: UnsafeBufferPointer<Unicode.Scalar>, from position: Int) -> Int {
    filter.withUnsafeBufferPointer { filter in
      var position = position
      while position + 1 < text.count {
        let bit = Self.bit(text[position], text[position + 1])
        if filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { return position }
        position += 1
      }
      return text.count
    }
  }

  /// The longest name that begins at `position`.
  func longestMatch(in text: UnsafeBufferPointer<Unicode.Scalar>, at position: Int) -> Match? {
    guard position + 1 < text.count else { return nil }
    let hash = Self.mixed(text[position], text[position + 1])
    let head = heads[Self.slot(text[position], text[position + 1])]
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
    _ head: Int32, _ hash: UInt32, _ count: Int, _ text: UnsafeBufferPointer<Unicode.Scalar>, _ position: Int
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

  private func matches(
    _ entry: Entry, _ text: UnsafeBufferPointer<Unicode.Scalar>, _ position: Int
  ) -> Bool {
    let start = Int(entry.start)
    let count = Int(entry.count)
    guard position + count <= text.count else { return false }
    for offset in 0..<count where scalars[start + offset] != text[position + offset] { return false }
    return true
  }

  private static func slot(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int(mixed(first, second) >> (32 - UInt32(slotBits)))
  }

  private static func bit(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int(mixed(first, second) >> (32 - UInt32(filterBits)))
  }

  private static func mixed(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32 {
    (first.value &* 0x9E37_79B1) ^ (second.value &* 0x85EB_CA6B)
  }
}
