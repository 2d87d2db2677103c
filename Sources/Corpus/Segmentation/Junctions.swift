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
    let text = UnsafeRawBufferPointer(start: kanbao_junctions(), count: kanbao_junctions_length())
    let rows = JunctionRows.rows(in: text)
    func section(_ title: String, key length: Int) -> JunctionRows {
      JunctionRows(text: text, starts: rows[title] ?? [], keyLength: length)
    }
    endings = section("1 0 none", key: 0)
    beginnings = section("0 1 none", key: 0)
    oneAndOne = section("1 1 left", key: 1)
    twoAndOne = section("2 1 left", key: 2)
    oneAndTwo = section("1 2 right", key: 2)
    twoAndTwo = section("2 2 left", key: 2)
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
  /// The places of the characters in their block.
  fileprivate let first: Int
  fileprivate let second: Int

  private static let block = UInt32(0x4E00)...0x9FFF
  /// How many characters there are.
  fileprivate static let characters = block.count

  private init(bytes: UInt64, length: Int, first: Int = 0, second: Int = 0) {
    self.bytes = bytes
    self.length = length
    self.first = first
    self.second = second
  }

  /// Nil for what is no character of the main Han block.
  fileprivate init?(_ scalar: Unicode.Scalar?) {
    guard let scalar, Self.block ~= scalar.value else { return nil }
    let value = UInt64(scalar.value)
    first = Int(scalar.value - Self.block.lowerBound)
    second = 0
    bytes = (0xE0 | value >> 12) << 16 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F)
    length = 3
  }

  fileprivate func followed(by other: JunctionKey) -> JunctionKey {
    JunctionKey(
      bytes: bytes << 24 | other.bytes, length: length + other.length, first: first, second: other.first)
  }

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
  /// The first row of the keys that begin with each character, and how many rows there are; empty where keys are.
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

  /// The rows that begin at `starts`, with so many characters in their keys.
  init(text: UnsafeRawBufferPointer, starts: [Int32], keyLength: Int) {
    self.text = text
    self.starts = starts
    guard keyLength > 0 else { return }
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

  /// The bits of a context; nil where it is not listed.
  subscript(key: JunctionKey, other: JunctionKey) -> Double? {
    guard let row = row(of: key) else { return nil }
    let width = 1 + other.length
    let start = Int(starts[row]) + key.length
    let count = (Int(starts[row + 1]) - 1 - start) / width
    let entry =
      start + width
      * Self.lastPlace(in: count) { place in
        JunctionKey.bytes(in: text, at: start + place * width + 1, length: other.length) <= other.bytes
      }
    guard count > 0, JunctionKey.bytes(in: text, at: entry + 1, length: other.length) == other.bytes else {
      return nil
    }
    return Double(Int(text[entry]) - Self.zero)
  }

  private func row(of key: JunctionKey) -> Int? {
    guard key.length > 0 else { return starts.count > 1 ? 0 : nil }
    guard !firstRows.isEmpty else { return nil }
    let first = Int(firstRows[key.first])
    let count = Int(firstRows[key.first + 1]) - first
    guard count > 0 else { return nil }
    guard !seconds.isEmpty else { return first }
    let row = first + Self.lastPlace(in: count) { Int(seconds[first + $0]) <= key.second }
    return Int(seconds[row]) == key.second ? row : nil
  }

  /// The last of `count` places in order for which a condition holds, or the first of all. Which half is taken cannot be
  /// foretold: so there is no branch.
  @inline(__always)
  private static func lastPlace(in count: Int, _ holds: (Int) -> Bool) -> Int {
    var (first, rest) = (0, count)
    while rest > 1 {
      let half = rest >> 1
      first = holds(first + half) ? first + half : first
      rest -= half
    }
    return first
  }
}
