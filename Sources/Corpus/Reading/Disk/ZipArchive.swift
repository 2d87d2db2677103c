/// The members of a zip file, zip64 included (PKWARE's APPNOTE 6.3). Encrypted members are known, but not read.
struct ZipArchive {
  /// A member's entry in the central directory.
  struct Member: Equatable {
    var name: String
    var isEncrypted: Bool
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Offset of its local header.
    var offset: Int
  }

  private let bytes: [UInt8]
  /// In the directory's order.
  private(set) var members: [Member] = []

  /// Reads the central directory; nil where there is none.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.endRecord(in: bytes) else { return nil }
    var (count, at) = directory(end)
    while count > 0 {
      count -= 1
      guard at + 46 <= bytes.count, word(at, 4) == 0x0201_4B50 else { return nil }
      let (name, extra, comment) = (word(at + 28, 2), word(at + 30, 2), word(at + 32, 2))
      guard at + 46 + name <= bytes.count else { return nil }
      guard at + 46 + name + extra <= bytes.count else { return nil }
      members.append(member(at, nameLength: name, extraLength: extra))
      at += 46 + name + extra + comment
    }
  }

  /// A member's bytes, `limit` at most.
  func contents(of member: Member, limit: Int) -> Expansion {
    guard !member.isEncrypted else { return Expansion(bytes: [], problem: .damaged(.encrypted)) }
    guard member.size <= limit else { return Expansion(bytes: [], problem: .tooLarge(limit: limit)) }
    guard member.offset + 30 <= bytes.count, word(member.offset, 4) == 0x0403_4B50 else { return broken }
    let start = member.offset + 30 + word(member.offset + 26, 2) + word(member.offset + 28, 2)
    guard start + member.packedSize <= bytes.count else {
      return Expansion(bytes: [], problem: .damaged(.cutShort))
    }
    let packed = bytes[start..<(start + member.packedSize)]
    var result: Expansion
    switch member.method {
    case 0: result = Expansion(bytes: Array(packed))
    case 8: result = Expansion.deflated(packed, limit: limit)
    default: return Expansion(bytes: [], problem: .damaged(.unknownMethod))
    }
    if result.problem == nil, Expansion.checksum(of: result.bytes) != member.checksum {
      result.problem = .damaged(.broken)
    }
    return result
  }

  private var broken: Expansion { Expansion(bytes: [], problem: .damaged(.broken)) }

  /// How many entries the central directory has, and where it begins. What does not fit the end record stands in that
  /// of zip64, to which a locator before the end record leads (4.3.14, 4.3.15).
  private func directory(_ end: Int) -> (count: Int, start: Int) {
    let (count, start) = (word(end + 10, 2), word(end + 16, 4))
    guard count == 0xFFFF || start == 0xFFFF_FFFF, word(end - 20, 4) == 0x0706_4B50 else {
      return (count, start)
    }
    let large = word(end - 12, 8)
    guard word(large, 4) == 0x0606_4B50 else { return (count, start) }
    return (word(large + 32, 8), word(large + 48, 8))
  }

  private func member(_ at: Int, nameLength: Int, extraLength: Int) -> Member {
    let flags = word(at + 8, 2)
    let name = Array(bytes[(at + 46)..<(at + 46 + nameLength)])
    var member = Member(
      name: Self.text(of: name, isUTF8: flags & 0x800 != 0), isEncrypted: flags & 1 != 0,
      method: word(at + 10, 2),
      checksum: UInt32(word(at + 16, 4)), packedSize: word(at + 20, 4), size: word(at + 24, 4),
      offset: word(at + 42, 4))
    let extra = at + 46 + nameLength
    enlarge(&member, extra: extra..<(extra + extraLength))
    return member
  }

  /// Sizes and offset that do not fit the entry stand in its extra field number 1, in this order (4.5.3).
  private func enlarge(_ member: inout Member, extra: Range<Int>) {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound, word(at, 2) != 1 { at += 4 + word(at + 2, 2) }
    at += 4
    for value in [\Member.size, \.packedSize, \.offset] where member[keyPath: value] == 0xFFFF_FFFF {
      guard at + 8 <= extra.upperBound else { return }
      member[keyPath: value] = word(at, 8)
      at += 8
    }
  }

  /// Names that are not said to be UTF-8 are in the system's encoding of whoever packed them, often GBK.
  private static func text(of name: [UInt8], isUTF8: Bool) -> String {
    if isUTF8 || String(validating: name, as: UTF8.self) != nil {
      return String(decoding: name, as: UTF8.self)
    }
    return Transcoder.decode(name[...], as: EncodingDetector.best(for: name[...])).text
  }

  /// The end record stands before a comment of at most 65,535 bytes.
  private static func endRecord(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return (first...(bytes.count - 22)).last { bytes[$0..<($0 + 4)].elementsEqual([0x50, 0x4B, 5, 6]) }
  }

  /// A number of so many bytes. What is larger than any file is cut to that, so that sums do not overflow.
  private func word(_ at: Int, _ size: Int) -> Int {
    guard at >= 0, at + size <= bytes.count else { return 0 }
    let value = (0..<size).reduce(UInt64(0)) { $0 | UInt64(bytes[at + $1]) << (8 * UInt64($1)) }
    return Int(min(value, 1 << 60))
  }
}
