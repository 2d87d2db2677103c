/// How a file's text is written in bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with a byte order mark or without.
  case utf8 = "UTF-8"
  /// GB 18030, of which GBK and GB 2312 are parts.
  case gb18030 = "GB18030"
  /// Big5 as Hong Kong has it (Big5-HKSCS), of which CP950 is nearly a part.
  case big5 = "Big5"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"

  /// The encoding with a name as people write it, whatever its case, hyphens and underlines: `gbk`, `GB2312`, `cp936`,
  /// `Big5-HKSCS`, `cp950`, `utf-16`. Nil where the name is not known.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    guard let encoding = Self.names[plain] else { return nil }
    self = encoding
  }

  private static let names: [String: Self] = [
    "utf8": .utf8, "utf8sig": .utf8, "ascii": .utf8, "usascii": .utf8, "65001": .utf8,
    "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "gb": .gb18030, "cp936": .gb18030,
    "936": .gb18030,
    "euccn": .gb18030, "ms936": .gb18030, "windows936": .gb18030,
    "big5": .big5, "big5hkscs": .big5, "big5eten": .big5, "cp950": .big5, "950": .big5, "ms950": .big5,
    "windows950": .big5,
    "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "ucs2": .utf16LittleEndian,
    "unicode": .utf16LittleEndian, "utf16be": .utf16BigEndian, "ucs2be": .utf16BigEndian,
  ]

  /// The byte order mark that a text may begin with; none where the encoding has none in use.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5: []
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }
}
