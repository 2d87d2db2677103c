/// The names that are looked for in a text: a hash of the first two scalars leads to the few names that begin with them. What
/// is read of it lies close together, since other work drives it out of the nearest memory between two pages.
struct NameIndex: Sendable {
  private struct Entry {
    /// The hash of its first two scalars.
    var hash: UInt32
    var start: Int32
    /// Which place, or -1 for an ordinary word that hides the names inside it.
    var place: Int32
    /// Its third scalar, or 0.
    var third: UInt16
    var count: UInt8
    var isFullName: Bool
  }

  /// What the longest name at a position stands for: entries of one name.
  struct Match {
    var count: Int
    var entries: Range<Int>
  }

  private static let slotBits = 13
  private static let filterBits = 17
  /// Three bits for each pair of scalars with which a name begins: most places of a text need no look at the names.
  private var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
  /// By hash, the longest names first; entries of one name side by side, the foremost place first.
  private var entries: [Entry] = []
  /// For each slot of hashes the first of its entries, and the end of all.
  private var starts: [UInt16] = []
  private var scalars: [Unicode.Scalar] = []

  /// An index of nothing.
  init() {
    entries.reserveCapacity(12000)
    scalars.reserveCapacity(48000)
  }

  /// Adds a name of at least two scalars, at most 255 (others are ignored), with its generic part `kind` where it lacks
  /// that; `place` -1 stands for an ordinary word.
  mutating func add(_ name: String, kind: Unicode.Scalar? = nil, place: Int, isFullName: Bool = false) {
    let start = scalars.count
    scalars.append(of: name)
    if let kind { scalars.append(kind) }
    let count = scalars.count - start
    guard 2...255 ~= count, entries.count < UInt16.max else {
      scalars.removeSubrange(start...)
      return
    }
    let hash = Self.mixed(Self.pair(scalars[start].value, scalars[start + 1].value))
    mark(Self.bit(hash))
    mark(Self.second(hash))
    mark(Self.third(hash))
    entries.append(
      Entry(
        hash: hash, start: Int32(start), place: Int32(place),
        third: count > 2 ? UInt16(truncatingIfNeeded: scalars[start + 2].value) : 0,
        count: UInt8(count), isFullName: isFullName))
  }

  private mutating func mark(_ bit: Int) { filter[bit >> 6] |= 1 << UInt64(bit & 63) }

  /// Puts the names in order, when all are added: only then are they found. `comesFirst`: which of two places of one name
  /// comes first.
  mutating func finish(_ comesFirst: (Int, Int) -> Bool) {
    starts = [UInt16](repeating: 0, count: 1 << Self.slotBits + 1)
    for entry in entries { starts[Self.slot(entry.hash) + 1] += 1 }
    for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
    var (ends, added) = (starts, entries)
    for entry in added {
      let slot = Self.slot(entry.hash)
      entries[Int(ends[slot])] = entry
      ends[slot] += 1
    }
    added = []
    entries.withUnsafeMutableBufferPointer { [starts, scalars] entries in
      for slot in 1..<starts.count where starts[slot] > starts[slot - 1] + 1 {
        var own = UnsafeMutableBufferPointer(rebasing: entries[Int(starts[slot - 1])..<Int(starts[slot])])
        own.sort { Self.precedes($0, $1, scalars, comesFirst) }
      }
    }
  }

  /// The order of two names of one slot.
  private static func precedes(
    _ a: Entry, _ b: Entry, _ scalars: [Unicode.Scalar], _ comesFirst: (Int, Int) -> Bool
  ) -> Bool {
    if a.hash != b.hash { return a.hash < b.hash }
    if a.count != b.count { return a.count > b.count }
    let (first, second) = (text(of: a, scalars), text(of: b, scalars))
    if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
    if a.place < 0 || b.place < 0 { return a.place > b.place }
    return comesFirst(Int(a.place), Int(b.place))
  }

  private static func text(of entry: Entry, _ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    scalars[Int(entry.start)..<Int(entry.start) + Int(entry.count)]
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
    let third = position + 2 < text.count ? UInt16(truncatingIfNeeded: text.value(at: position + 2)) : 0
    let slot = Self.slot(hash)
    var first = Int(starts[slot])
    let end = Int(starts[slot + 1])
    while first < end, !stands(entries[first], hash, third, text, position) { first += 1 }
    guard first < end else { return nil }
    let count = entries[first].count
    var last = first + 1
    while last < end, entries[last].count == count, stands(entries[last], hash, third, text, position) {
      last += 1
    }
    return Match(count: Int(count), entries: first..<last)
  }

  /// Whether a name stands at a position whose first two scalars have that hash.
  private func stands(
    _ entry: Entry, _ hash: UInt32, _ third: UInt16, _ text: FoldedText, _ position: Int
  ) -> Bool {
    guard entry.hash == hash, entry.count == 2 || entry.third == third else { return false }
    let start = Int(entry.start)
    let count = Int(entry.count)
    guard position + count <= text.count else { return false }
    for offset in 0..<count where scalars[start + offset].value != text.value(at: position + offset) {
      return false
    }
    return true
  }

  /// The places that entries stand for, the foremost first; none for an ordinary word.
  func places(of entries: Range<Int>) -> some Sequence<Int> {
    self.entries[entries].lazy.filter { $0.place >= 0 }.map { Int($0.place) }
  }

  /// Whether one of the entries of a name is a name with its generic part.
  func hasFullName(_ entries: Range<Int>) -> Bool {
    for index in entries where self.entries[index].place >= 0 && self.entries[index].isFullName {
      return true
    }
    return false
  }

  /// Whether the entries of a name stand for no place: an ordinary word comes behind all places.
  func isWord(_ entries: Range<Int>) -> Bool { self.entries[entries.lowerBound].place < 0 }

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
