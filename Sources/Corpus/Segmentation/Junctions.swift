import CJunctions
import Glibc

/// How much more often than by chance certain characters stand before a place in running text and certain others behind
/// it: a table made from a language model (scripts/junctions.py), read where it lies.
struct Junctions: Sendable {
  static let shared = Junctions()

  /// What is taken for two characters that are not listed, in bits, at least.
  private static let leastUnlisted = -3.0

  /// How often words end with a character that they have, and how often they begin with it.
  private let endings: [Double?]
  private let beginnings: [Double?]
  private let oneAndOne: JunctionRows
  private let twoAndOne: JunctionRows
  private let oneAndTwo: JunctionRows
  private let twoAndTwo: JunctionRows

  private init() {
    let text = UnsafeRawBufferPointer(start: kanbao_junctions(), count: kanbao_junctions_length())
    let rows = JunctionRows.rows(in: text)
    func section(_ title: String, key: Int, entry: Int) -> JunctionRows {
      JunctionRows(text: text, starts: rows[title] ?? [], keyLength: key, entryLength: entry)
    }
    endings = JunctionRows.bits(in: text, from: rows["1 0 none"]?.first)
    beginnings = JunctionRows.bits(in: text, from: rows["0 1 none"]?.first)
    oneAndOne = section("1 1 left", key: 1, entry: 1)
    twoAndOne = section("2 1 left", key: 2, entry: 1)
    oneAndTwo = section("1 2 right", key: 2, entry: 1)
    twoAndTwo = section("2 2 left", key: 2, entry: 2)
  }

  /// How much better than by chance `lower` goes on where `upper` ends, in bits, -8...15; 0 where nothing is known. The
  /// table is asked of as many characters as it knows, two on either side at most.
  func bits(_ upper: Scalars, _ lower: Scalars) -> Double {
    Keys(upper, lower).map { bits($0, rows(of: $0)) } ?? 0
  }

  /// The same for each text and the one before it, 0 for the first. What is looked up for one is asked of the memory for
  /// all before it is waited for.
  func bits(between texts: some Sequence<Scalars>) -> [Double] {
    var keys: [Keys?] = []
    keys.reserveCapacity(texts.underestimatedCount)
    var before: Scalars = []
    for text in texts {
      let found = Keys(before, text)
      if let found { fetch(found) }
      keys.append(found)
      before = text
    }
    var rows: [Rows?] = []
    rows.reserveCapacity(keys.count)
    for found in keys { if let found { rows.append(self.rows(of: found)) } else { rows.append(nil) } }
    var bits = [Double](repeating: 0, count: keys.count)
    for at in keys.indices {
      if let found = keys[at], let rows = rows[at] { bits[at] = self.bits(found, rows) }
    }
    return bits
  }

  /// What stands before and behind a place: one character, and two where there are so many.
  private struct Keys {
    let left: JunctionKey
    let right: JunctionKey
    let lefts: JunctionKey?
    let rights: JunctionKey?

    /// Nil where nothing can be known.
    init?(_ upper: borrowing Scalars, _ lower: borrowing Scalars) {
      guard let left = JunctionKey(upper.last), let right = JunctionKey(lower.first) else { return nil }
      self.left = left
      self.right = right
      lefts = upper.count > 1 ? JunctionKey(upper[upper.count - 2])?.followed(by: left) : nil
      rights = lower.count > 1 ? JunctionKey(lower[1]).map { right.followed(by: $0) } : nil
    }
  }

  /// The rows that tell of a place.
  private struct Rows {
    let twoAndTwo: JunctionRow?
    let twoAndOne: JunctionRow?
    let oneAndTwo: JunctionRow?
    let oneAndOne: JunctionRow?
  }

  /// Asks for the memory in which the rows are looked up.
  private func fetch(_ keys: Keys) {
    if let lefts = keys.lefts {
      twoAndTwo.fetch(lefts)
      twoAndOne.fetch(lefts)
    }
    if let rights = keys.rights { oneAndTwo.fetch(rights) }
    oneAndOne.fetch(keys.left)
  }

  private func rows(of keys: Keys) -> Rows {
    Rows(
      twoAndTwo: keys.rights.flatMap { rights in keys.lefts.flatMap { twoAndTwo.row(of: $0, for: rights) } },
      twoAndOne: keys.lefts.flatMap { twoAndOne.row(of: $0, for: keys.right) },
      oneAndTwo: keys.rights.flatMap { oneAndTwo.row(of: $0, for: keys.left) },
      oneAndOne: oneAndOne.row(of: keys.left, for: keys.right))
  }

  private func bits(_ keys: Keys, _ rows: Rows) -> Double {
    if let row = rows.twoAndTwo, let rights = keys.rights, let bits = twoAndTwo.bits(of: rights, in: row) {
      return bits
    }
    if let row = rows.twoAndOne, let bits = twoAndOne.bits(of: keys.right, in: row) { return bits }
    if let row = rows.oneAndTwo, let bits = oneAndTwo.bits(of: keys.left, in: row) { return bits }
    return rows.oneAndOne.flatMap { oneAndOne.bits(of: keys.right, in: $0) }
      ?? unlisted(keys.left, keys.right)
  }

  private func unlisted(_ left: JunctionKey, _ right: JunctionKey) -> Double {
    guard let ending = endings[left.first], let beginning = beginnings[right.first] else { return 0 }
    return max(Self.leastUnlisted, ending + beginning)
  }
}

/// Up to two Han characters as the table has them: the bytes of their UTF-8, the first one the highest.
struct JunctionKey {
  fileprivate let bytes: UInt64
  /// The places of the characters in their block.
  private let places: (first: UInt16, second: UInt16)
  private let isPair: Bool

  fileprivate var length: Int { isPair ? 6 : 3 }
  fileprivate var first: Int { Int(places.first) }
  fileprivate var second: Int { Int(places.second) }

  private static let block = UInt32(0x4E00)...0x9FFF
  /// How many characters there are.
  fileprivate static let characters = block.count

  /// Nil for what is no character of the main Han block.
  fileprivate init?(_ scalar: Unicode.Scalar?) {
    guard let scalar, Self.block ~= scalar.value else { return nil }
    let value = UInt64(scalar.value)
    places = (UInt16(scalar.value - Self.block.lowerBound), 0)
    isPair = false
    bytes = (0xE0 | value >> 12) << 16 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F)
  }

  private init(_ first: JunctionKey, _ second: JunctionKey) {
    bytes = first.bytes << 24 | second.bytes
    places = (first.places.first, second.places.first)
    isPair = true
  }

  /// The key of two characters, of which this is the first.
  fileprivate func followed(by other: JunctionKey) -> JunctionKey { JunctionKey(self, other) }

  /// The place in its block of the character that begins at `start`.
  @inline(__always)
  fileprivate static func place(in text: UnsafeRawBufferPointer, at start: Int) -> Int {
    let bytes = bytes(in: text, at: start, length: 3)
    let value = (bytes >> 16 & 0xF) << 12 | (bytes >> 8 & 0x3F) << 6 | bytes & 0x3F
    return Int(value) - Int(block.lowerBound)
  }

  /// The characters that begin at `start`.
  @inline(__always)
  fileprivate static func bytes(in text: UnsafeRawBufferPointer, at start: Int, length: Int) -> UInt64 {
    guard start + 8 > text.count else {
      let word = UInt64(bigEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return word >> (64 - 8 * UInt64(length))
    }
    return text[start..<start + length].reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// A row of a section: where its entries begin, how many there are, and the entry at which a certain one is looked for first.
private struct JunctionRow {
  private let numbers: (start: Int32, count: Int32, guess: Int32)

  var start: Int { Int(numbers.start) }
  var count: Int { Int(numbers.count) }
  var guess: Int { Int(numbers.guess) }

  init(start: Int, count: Int, guess: Int) { numbers = (Int32(start), Int32(count), Int32(guess)) }
}

/// One section of the table: rows in the order of their keys, in each row the other characters in order, each behind a
/// letter for its bits.
private struct JunctionRows: @unchecked Sendable {
  private static let newline = UInt8(ascii: "\n")
  /// The letter of no bits.
  private static let zero = Int(UInt8(ascii: "A")) + 8

  /// The whole table, which stays where it is as long as the program runs.
  private let text: UnsafeRawBufferPointer
  /// Open addressing: a row's key in 30 bits, where its entries begin in 22, and how many there are in 12; 0 where the slot
  /// is free. One look tells all, since the rows themselves lie far apart in memory.
  private var slots: [UInt64]
  private let slotBits: Int

  /// Where the rows of each section begin, by its title.
  static func rows(in text: UnsafeRawBufferPointer) -> [String: [Int32]] {
    var sections: [String: [Int32]] = [:]
    var title = ""
    var starts: [Int32] = []
    var start = 0
    while start < text.count {
      let end = lineEnd(in: text, from: start)
      if text[start] == UInt8(ascii: "=") {
        sections[title] = starts
        title = String(decoding: text[(start + 2)..<end], as: UTF8.self)
        starts = [Int32(end + 1)]
      } else if text[start] != UInt8(ascii: "#") {
        starts.append(Int32(end + 1))
      }
      start = end + 1
    }
    sections[title] = starts
    return sections
  }

  /// The bits of a row of single characters, by their places in the block.
  static func bits(in text: UnsafeRawBufferPointer, from start: Int32?) -> [Double?] {
    var bits = [Double?](repeating: nil, count: JunctionKey.characters)
    var at = start.map(Int.init) ?? text.count
    while at + 3 < text.count, text[at] != newline {
      let place = JunctionKey.place(in: text, at: at + 1)
      if bits.indices.contains(place) { bits[place] = Double(Int(text[at]) - zero) }
      at += 4
    }
    return bits
  }

  /// The rows that begin at `starts`, which also has where the last one ends, with so many characters in their keys and so
  /// many in each entry.
  init(text: UnsafeRawBufferPointer, starts: [Int32], keyLength: Int, entryLength: Int) {
    self.text = text
    slotBits = Int.bitWidth - starts.count.leadingZeroBitCount + 1
    slots = [UInt64](repeating: 0, count: 1 << slotBits)
    let bits = slotBits
    slots.withUnsafeMutableBufferPointer { slots in
      for row in starts.indices.dropLast() {
        let entries = Int(starts[row]) + 3 * keyLength
        let count = (Int(starts[row + 1]) - 1 - entries) / (1 + 3 * entryLength)
        let key = Self.mixed(text, at: Int(starts[row]), keyLength)
        let slot = Self.slot(of: key, in: UnsafeBufferPointer(slots), bits)
        slots[slot] = key << 34 | UInt64(entries & 0x3FFFFF) << 12 | UInt64(min(count, 0xFFF))
      }
    }
  }

  /// The same for the key that begins at `start` of the table.
  private static func mixed(_ text: UnsafeRawBufferPointer, at start: Int, _ keyLength: Int) -> UInt64 {
    mixed(
      JunctionKey.place(in: text, at: start), keyLength > 1 ? JunctionKey.place(in: text, at: start + 3) : 0)
  }

  /// The characters of a key by their places in the block, in 30 bits: mixed, and no two alike.
  private static func mixed(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: first << 15 | second) &* 0x9E37_79B1 & 0x3FFF_FFFF
  }

  private static func firstSlot(of mixed: UInt64, _ slotBits: Int) -> Int {
    Int(mixed >> UInt64(30 - slotBits))
  }

  /// Where a key stands, or would be put.
  private static func slot(of mixed: UInt64, in slots: UnsafeBufferPointer<UInt64>, _ slotBits: Int) -> Int {
    var slot = firstSlot(of: mixed, slotBits)
    while slots[slot] != 0, slots[slot] >> 34 != mixed { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Asks for the memory in which a row is looked up.
  func fetch(_ key: JunctionKey) {
    let slot = Self.firstSlot(of: Self.mixed(key.first, key.second), slotBits)
    slots.withUnsafeBufferPointer { kanbao_fetch($0.baseAddress.map { $0 + slot }) }
  }

  private static func lineEnd(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = text.baseAddress, let end = memchr(base + start, Int32(newline), text.count - start)
    else {
      return text.count
    }
    return UnsafeRawPointer(end) - base
  }

  /// The row of a key, if there is one; its memory is asked for where `other` should stand. Long rows lie on many lines of
  /// memory: that is where it would stand if the characters were spread evenly.
  func row(of key: JunctionKey, for other: JunctionKey) -> JunctionRow? {
    let entry = slots.withUnsafeBufferPointer {
      $0[Self.slot(of: Self.mixed(key.first, key.second), in: $0, slotBits)]
    }
    guard entry != 0 else { return nil }
    let start = Int(entry >> 12 & 0x3FFFFF)
    let count = Int(entry & 0xFFF)
    let guess = count > 8 ? other.first * count / JunctionKey.characters : 0
    kanbao_fetch(text.baseAddress.map { $0 + start + guess * (1 + other.length) })
    return JunctionRow(start: start, count: count, guess: guess)
  }

  /// The bits of an entry of a row; nil where it is not listed.
  func bits(of other: JunctionKey, in row: JunctionRow) -> Double? {
    place(of: other, in: row).map { Double(Int(text[row.start + $0 * (1 + other.length)]) - Self.zero) }
  }

  private func place(of other: JunctionKey, in row: JunctionRow) -> Int? {
    let (start, count, width) = (row.start, row.count, 1 + other.length)
    guard count > 0 else { return nil }
    var place = row.guess
    for _ in 0..<(count > 8 ? 2 : 0) {
      let found = JunctionKey.place(in: text, at: start + place * width + 1)
      let apart = (other.first - found) * count / JunctionKey.characters
      place = min(count - 1, max(0, place + apart))
    }
    func entry() -> UInt64 {
      JunctionKey.bytes(in: text, at: start + place * width + 1, length: other.length)
    }
    var bytes = entry()
    while bytes > other.bytes, place > 0 {
      place -= 1
      bytes = entry()
    }
    while bytes < other.bytes, place < count - 1 {
      place += 1
      bytes = entry()
    }
    return bytes == other.bytes ? place : nil
  }
}
