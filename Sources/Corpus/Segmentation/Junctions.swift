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
    func section(_ title: String, key length: Int) -> JunctionRows {
      JunctionRows(text: text, starts: rows[title] ?? [], keyLength: length)
    }
    endings = JunctionRows.bits(in: text, from: rows["1 0 none"]?.first)
    beginnings = JunctionRows.bits(in: text, from: rows["0 1 none"]?.first)
    oneAndOne = section("1 1 left", key: 1)
    twoAndOne = section("2 1 left", key: 2)
    oneAndTwo = section("1 2 right", key: 2)
    twoAndTwo = section("2 2 left", key: 2)
  }

  /// How much better than by chance `lower` goes on where `upper` ends, in bits, -8...15; 0 where nothing is known. The
  /// table is asked of as many characters as it knows, two on either side at most.
  func bits(_ upper: Scalars, _ lower: Scalars) -> Double { context(upper, lower).map(bits) ?? 0 }

  /// What stands before and behind a place, and the rows that tell of it. The rows' memory is asked for: it comes while
  /// other contexts are looked up.
  struct Context {
    fileprivate let left: JunctionKey
    fileprivate let right: JunctionKey
    fileprivate let rights: JunctionKey?
    fileprivate let twoAndTwo: JunctionRow?
    fileprivate let twoAndOne: JunctionRow?
    fileprivate let oneAndTwo: JunctionRow?
    fileprivate let oneAndOne: JunctionRow?
  }

  /// The context of the place where two texts meet; nil where nothing can be known.
  func context(_ upper: Scalars, _ lower: Scalars) -> Context? {
    guard let left = JunctionKey(upper.last), let right = JunctionKey(lower.first) else { return nil }
    let lefts = upper.count > 1 ? JunctionKey(upper[upper.count - 2])?.followed(by: left) : nil
    let rights = lower.count > 1 ? JunctionKey(lower[1]).map { right.followed(by: $0) } : nil
    return Context(
      left: left, right: right, rights: rights,
      twoAndTwo: rights.flatMap { rights in lefts.flatMap { twoAndTwo.row(of: $0, for: rights) } },
      twoAndOne: lefts.flatMap { twoAndOne.row(of: $0, for: right) },
      oneAndTwo: rights.flatMap { oneAndTwo.row(of: $0, for: left) },
      oneAndOne: oneAndOne.row(of: left, for: right))
  }

  /// The same as for the two texts of the context.
  func bits(_ context: Context) -> Double {
    let (left, right) = (context.left, context.right)
    if let row = context.twoAndTwo, let rights = context.rights,
      let bits = twoAndTwo.bits(of: rights, in: row)
    {
      return bits
    }
    if let row = context.twoAndOne, let bits = twoAndOne.bits(of: right, in: row) { return bits }
    if let row = context.oneAndTwo, let bits = oneAndTwo.bits(of: left, in: row) { return bits }
    return context.oneAndOne.flatMap { oneAndOne.bits(of: right, in: $0) } ?? unlisted(left, right)
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
  fileprivate static func place(in text: UnsafeRawBufferPointer, at start: Int) -> Int {
    let bytes = bytes(in: text, at: start, length: 3)
    let value = (bytes >> 16 & 0xF) << 12 | (bytes >> 8 & 0x3F) << 6 | bytes & 0x3F
    return Int(value) - Int(block.lowerBound)
  }

  /// The characters that begin at `start`.
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
  /// Where each row begins, and where the last one ends.
  private let starts: [Int32]
  /// The first row of the keys that begin with each character, and how many rows there are.
  private var firstRows: [Int32] = []
  /// The second character of each row's key, where keys have two: the rows themselves lie far apart in memory.
  private var seconds: [UInt16] = []

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

  /// The rows that begin at `starts`, with so many characters in their keys.
  init(text: UnsafeRawBufferPointer, starts: [Int32], keyLength: Int) {
    self.text = text
    self.starts = starts
    firstRows.reserveCapacity(JunctionKey.characters + 1)
    seconds.reserveCapacity(keyLength > 1 ? starts.count : 0)
    for row in starts.indices.dropLast() {
      let place = JunctionKey.place(in: text, at: Int(starts[row]))
      while firstRows.count <= place { firstRows.append(Int32(row)) }
      guard keyLength > 1 else { continue }
      seconds.append(UInt16(truncatingIfNeeded: JunctionKey.place(in: text, at: Int(starts[row]) + 3)))
    }
    while firstRows.count <= JunctionKey.characters { firstRows.append(Int32(max(0, starts.count - 1))) }
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
    guard let row = row(of: key) else { return nil }
    let width = 1 + other.length
    let start = Int(starts[row]) + key.length
    let count = (Int(starts[row + 1]) - 1 - start) / width
    let guess = count > 8 ? other.first * count / JunctionKey.characters : 0
    kanbao_fetch(text.baseAddress.map { $0 + start + guess * width })
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

  private func row(of key: JunctionKey) -> Int? {
    guard !firstRows.isEmpty else { return nil }
    var first = Int(firstRows[key.first])
    var count = Int(firstRows[key.first + 1]) - first
    guard count > 0 else { return nil }
    guard !seconds.isEmpty else { return first }
    let wanted = key.second
    return seconds.withUnsafeBufferPointer { seconds in
      // Without a branch, which would be guessed wrongly every other time: all bits are set where the row is not too far.
      while count > 1 {
        let half = count / 2
        let isNear = (Int(seconds[first + half]) - wanted - 1) >> 63
        first += half & isNear
        count -= half
      }
      return Int(seconds[first]) == wanted ? first : nil
    }
  }
}
