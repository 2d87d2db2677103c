import CJunctions
import Glibc

/// How much more often than by chance certain characters stand before a place in running text and certain others behind
/// it: a table made from a language model (scripts/junctions.py), read where it lies.
struct Junctions: Sendable {
  static let shared = Junctions()

  /// What is taken for two characters that are not listed, in bits, at least.
  private static let leastUnlisted = -3.0

  /// How often words end with a character that they have, and how often they begin with it.
  private let endings: JunctionRows
  private let beginnings: JunctionRows
  private let oneAndOne: JunctionRows
  private let twoAndOne: JunctionRows
  private let oneAndTwo: JunctionRows
  private let twoAndTwo: JunctionRows

  private init() {
    let rows = JunctionRows.all(
      in: UnsafeRawBufferPointer(start: kanbao_junctions(), count: kanbao_junctions_length()))
    func section(_ title: String) -> JunctionRows { rows[title] ?? JunctionRows() }
    endings = section("1 0 none")
    beginnings = section("0 1 none")
    oneAndOne = section("1 1 left")
    twoAndOne = section("2 1 left")
    oneAndTwo = section("1 2 right")
    twoAndTwo = section("2 2 left")
  }

  /// How much better than by chance `lower` goes on where `upper` ends, in bits, -8...15; 0 where nothing is known. The
  /// table is asked of as many characters as it knows, two on either side at most.
  func bits(_ upper: Scalars, _ lower: Scalars) -> Double {
    guard let left = JunctionKey(upper.last), let right = JunctionKey(lower.first) else { return 0 }
    let lefts = JunctionKey(upper.dropLast().last).map { $0.followed(by: left) }
    let rights = JunctionKey(lower.dropFirst().first).map { right.followed(by: $0) }
    if let lefts, let rights, let bits = twoAndTwo[lefts, rights] { return bits }
    if let lefts, let bits = twoAndOne[lefts, right] { return bits }
    if let rights, let bits = oneAndTwo[rights, left] { return bits }
    return oneAndOne[left, right] ?? unlisted(left, right)
  }

  private func unlisted(_ left: JunctionKey, _ right: JunctionKey) -> Double {
    guard let ending = endings[.none, left], let beginning = beginnings[.none, right] else { return 0 }
    return max(Self.leastUnlisted, ending + beginning)
  }
}

/// Up to two Han characters as the table has them: the bytes of their UTF-8, the first one the highest.
struct JunctionKey {
  static let none = JunctionKey(bytes: 0, length: 0)

  fileprivate let bytes: UInt64
  fileprivate let length: Int
  /// The place of the first character in its block.
  fileprivate let first: Int

  private static let block = UInt32(0x4E00)...0x9FFF
  /// How many characters there are.
  fileprivate static let characters = block.count

  private init(bytes: UInt64, length: Int, first: Int = 0) {
    self.bytes = bytes
    self.length = length
    self.first = first
  }

  /// Nil for what is no character of the main Han block.
  fileprivate init?(_ scalar: Unicode.Scalar?) {
    guard let scalar, Self.block ~= scalar.value else { return nil }
    let value = UInt64(scalar.value)
    first = Int(scalar.value - Self.block.lowerBound)
    bytes = (0xE0 | value >> 12) << 16 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F)
    length = 3
  }

  fileprivate func followed(by other: JunctionKey) -> JunctionKey {
    JunctionKey(bytes: bytes << 24 | other.bytes, length: length + other.length, first: first)
  }

  /// The place in its block of the character whose three bytes are the lowest ones.
  fileprivate static func place(of bytes: UInt64) -> Int {
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

/// One section of the table: rows in the order of their keys, in each row the other characters in order, each behind a
/// letter for its bits.
private struct JunctionRows: @unchecked Sendable {
  private static let newline = UInt8(ascii: "\n")
  /// The letter of no bits.
  private static let zero = Int(UInt8(ascii: "A")) + 8

  /// The whole table, which stays where it is as long as the program runs.
  private var text = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where each row begins, and where the last one ends.
  private var starts: [Int32] = []
  /// The first row of the keys that begin with each character, and how many rows there are; empty where keys are.
  private var firstRows: [Int32] = []

  /// The sections by their titles.
  static func all(in text: UnsafeRawBufferPointer) -> [String: JunctionRows] {
    var sections: [String: JunctionRows] = [:]
    var title = ""
    var start = 0
    while start < text.count {
      let end = lineEnd(in: text, from: start)
      switch text[start] {
      case UInt8(ascii: "#"): break
      case UInt8(ascii: "="):
        title = String(decoding: text[(start + 2)..<end], as: UTF8.self)
        sections[title] = JunctionRows(text: text, starts: [Int32(end + 1)])
      default: sections[title]?.starts.append(Int32(end + 1))
      }
      start = end + 1
    }
    for title in sections.keys where !title.hasSuffix(" none") { sections[title]?.findFirstRows() }
    return sections
  }

  private mutating func findFirstRows() {
    firstRows.reserveCapacity(JunctionKey.characters + 1)
    for row in 0..<starts.count - 1 {
      let place = JunctionKey.place(of: JunctionKey.bytes(in: text, at: Int(starts[row]), length: 3))
      while firstRows.count <= place { firstRows.append(Int32(row)) }
    }
    while firstRows.count <= JunctionKey.characters { firstRows.append(Int32(starts.count - 1)) }
  }

  private static func lineEnd(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = text.baseAddress, let end = memchr(base + start, Int32(newline), text.count - start)
    else {
      return text.count
    }
    return UnsafeRawPointer(end) - base
  }

  /// The bits of a context; nil where it is not listed.
  subscript(key: JunctionKey, other: JunctionKey) -> Double? {
    guard let row = row(of: key) else { return nil }
    let start = Int(starts[row]) + key.length
    let width = 1 + other.length
    let count = (Int(starts[row + 1]) - 1 - start) / width
    let place = Self.firstPlace(in: count) { place in
      JunctionKey.bytes(in: text, at: start + place * width + 1, length: other.length) >= other.bytes
    }
    let entry = start + place * width
    guard place < count,
      JunctionKey.bytes(in: text, at: entry + 1, length: other.length) == other.bytes
    else { return nil }
    return Double(Int(text[entry]) - Self.zero)
  }

  private func row(of key: JunctionKey) -> Int? {
    guard key.length > 0 else { return starts.count > 1 ? 0 : nil }
    guard !firstRows.isEmpty else { return nil }
    let first = Int(firstRows[key.first])
    let end = Int(firstRows[key.first + 1])
    let row =
      first
      + Self.firstPlace(in: end - first) { place in
        JunctionKey.bytes(in: text, at: Int(starts[first + place]), length: key.length) >= key.bytes
      }
    guard row < end, JunctionKey.bytes(in: text, at: Int(starts[row]), length: key.length) == key.bytes
    else { return nil }
    return row
  }

  /// The first of `count` places in order that is wanted, or `count`.
  private static func firstPlace(in count: Int, _ isWanted: (Int) -> Bool) -> Int {
    var places = 0..<max(0, count)
    while !places.isEmpty {
      let middle = (places.lowerBound + places.upperBound) / 2
      places = isWanted(middle) ? places.lowerBound..<middle : middle + 1..<places.upperBound
    }
    return places.lowerBound
  }
}
