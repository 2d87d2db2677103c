/// A JSON value that is written on one line, keys in the order given. The text is pure enough for a terminal: every
/// scalar that would act on it is escaped.
enum JSON {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// A string, or null.
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// The value on one line, without a line feed.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// Appends the value to UTF-8 text.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let value): bytes.append(contentsOf: String(value).utf8)
    case .string(let text): Self.append(text, to: &bytes)
    case .array(let items): Self.append(items, to: &bytes)
    case .object(let members): Self.append(members, to: &bytes)
    }
  }

  private static func append(_ items: [JSON], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      item.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private static func append(_ members: [(key: String, value: JSON)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a string as JSON to UTF-8 text. Most of it goes over in long runs of bytes; scalars are looked at only where their first byte may be a hostile one's.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { source in
      var (start, at) = (0, 0)
      while at < source.count {
        // Han characters begin with these bytes, and are three bytes long.
        if 0xE3...0xEF ~= source[at] { at += 3; continue }
        guard mayBeEscaped(source[at]) else { at += 1; continue }
        let scalar = scalar(in: source, at: at)
        let end = at + UTF8.width(scalar)
        if needsEscape(scalar) {
          bytes.append(contentsOf: source[start..<at])
          append(escaped: scalar, to: &bytes)
          start = end
        }
        at = end
      }
      bytes.append(contentsOf: source[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a scalar whose UTF-8 begins with the byte may be one that is not written as it is.
  private static func mayBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xD8
      || byte == 0xE2
  }

  /// The scalar of one to three bytes that begins at `at` of valid UTF-8.
  private static func scalar(in source: UnsafeBufferPointer<UInt8>, at: Int) -> Unicode.Scalar {
    let first = UInt32(source[at])
    guard first >= 0x80 else { return Unicode.Scalar(source[at]) }
    let second = UInt32(source[at + 1] & 0x3F)
    let value =
      first < 0xE0
      ? (first & 0x1F) << 6 | second : (first & 0xF) << 12 | second << 6 | UInt32(source[at + 2] & 0x3F)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || scalar.isHostile
  }

  private static func append(escaped scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"", "\\": bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: scalar)])
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    default: appendEscaped(scalar, to: &bytes)
    }
  }

  /// `\u001b`; every hostile scalar has at most four digits.
  private static func appendEscaped(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}

extension Unicode.Scalar {
  /// True for scalars that make a terminal do something instead of showing something: C0, DEL and C1 controls,
  /// line and paragraph separators, and the marks that turn the direction of writing.
  var isHostile: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
