import CJunctions

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

  private init(bytes: UInt64, length: Int) {
    self.bytes = bytes
    self.length = length
  }

  /// Nil for what is no character of the main Han block.
  fileprivate init?(_ scalar: Unicode.Scalar?) {
    guard let scalar, 0x4E00...0x9FFF ~= scalar.value else { return nil }
    let value = UInt64(scalar.value)
    bytes = (0xE0 | value >> 12) << 16 | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F)
    length = 3
  }

  fileprivate func followed(by other: JunctionKey) -> JunctionKey {
    JunctionKey(bytes: bytes << 24 | other.bytes, length: length + other.length)
  }

  /// The characters that begin at `start`.
  fileprivate static func bytes(in text: UnsafeRawBufferPointer, at start: Int, length: Int) -> UInt64 {
    var bytes: UInt64 = 0
    for place in start..<start + length { bytes = bytes << 8 | UInt64(text[place]) }
    return bytes
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

  /// The sections by their titles.
  static func all(in text: UnsafeRawBufferPointer) -> [String: JunctionRows] {
    var sections: [String: JunctionRows] = [:]
    var title = ""
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: newline) ?? text.count
      switch text[start] {
      case UInt8(ascii: "#"): break
      case UInt8(ascii: "="):
        title = String(decoding: text[(start + 2)..<end], as: UTF8.self)
        sections[title] = JunctionRows(text: text, starts: [Int32(end + 1)])
      default: sections[title]?.starts.append(Int32(end + 1))
      }
      start = end + 1
    }
    return sections
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
    let rows = starts.count - 1
    let row = Self.firstPlace(in: rows) { row in
      JunctionKey.bytes(in: text, at: Int(starts[row]), length: key.length) >= key.bytes
    }
    guard row < rows, JunctionKey.bytes(in: text, at: Int(starts[row]), length: key.length) == key.bytes
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
