/// Reads JSON values from UTF-8 text and knows where it stands. What records need and no more: of an object's members
/// the plain ones are kept as text, and nested objects are passed over, checked all the same.
struct JSONScanner {
  /// What is wrong, and at which byte offset.
  struct Failure: Error, Equatable {
    enum Reason: Equatable { case unexpected, unfinished, badEscape, badNumber, tooDeep }
    var reason: Reason
    var offset: Int
  }

  /// A member's value: text, a number as written, `true`/`false`, a list of such, or something that is no field.
  enum Value: Equatable {
    case text(String), literal(String), list([String]), null, object
  }

  /// An object's members in order.
  typealias Object = [(name: String, value: Value)]

  /// The deepest nesting that is read.
  static let depthLimit = 200

  let bytes: [UInt8]
  var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at the cursor, 0 at the end.
  var next: UInt8 { at < bytes.count ? bytes[at] : 0 }
  var isAtEnd: Bool { at >= bytes.count }

  /// Moves past white space.
  mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || (9...13).contains(bytes[at]) { at += 1 }
  }

  /// Moves past one byte, white space before it allowed, and tells whether it stood there.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  /// Moves behind the end of the line.
  mutating func skipLine() {
    while at < bytes.count, bytes[at] != 10, bytes[at] != 13 { at += 1 }
    skipSpace()
  }

  /// Reads a value.
  mutating func value(depth: Int = 0) throws(Failure) -> Value {
    skipSpace()
    guard depth < Self.depthLimit else { throw failure(.tooDeep) }
    switch next {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "{"):
      _ = try object(depth: depth)
      return .object
    case UInt8(ascii: "["): return try list(depth: depth)
    default: return try plain()
    }
  }

  /// Reads an object.
  mutating func object(depth: Int = 0) throws(Failure) -> Object {
    var members: Object = []
    guard skip(UInt8(ascii: "{")) else { throw failure(.unexpected) }
    if skip(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      let name = try string()
      guard skip(UInt8(ascii: ":")) else { throw failure(.unexpected) }
      members.append((name, try value(depth: depth + 1)))
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")) else { throw failure(.unexpected) }
    return members
  }

  private mutating func list(depth: Int) throws(Failure) -> Value {
    var items: [String] = []
    at += 1
    if skip(UInt8(ascii: "]")) { return .list([]) }
    repeat {
      switch try value(depth: depth + 1) {
      case .text(let text), .literal(let text): items.append(text)
      case .list(let more): items += more
      case .null, .object: break
      }
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "]")) else { throw failure(.unexpected) }
    return .list(items)
  }

  /// A number or one of the three words; words of other dialects (`NaN`) are refused.
  private mutating func plain() throws(Failure) -> Value {
    let start = at
    while at < bytes.count, Self.isPlain(bytes[at]) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true", "false": return .literal(word)
    case "":
      throw failure(.unexpected)
    default:
      guard Double(word) != nil, let first = word.utf8.first, first == 0x2D || (48...57).contains(first)
      else {
        throw Failure(reason: .badNumber, offset: start)
      }
      return .literal(word)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 0x2B
      || byte == 0x2D
      || byte == 0x2E
  }

  /// Reads a string; raw controls in it are taken as they are, since many writers forget to escape them.
  private mutating func string() throws(Failure) -> String {
    guard next == UInt8(ascii: "\"") else { throw failure(.unexpected) }
    let opening = at
    at += 1
    var start = at
    var text = ""
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[start..<at], as: UTF8.self)
        at += 1
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<at], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        start = at
      default: at += 1
      }
    }
    throw Failure(reason: .unfinished, offset: opening)
  }

  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = at
    at += 2
    guard at <= bytes.count else { throw Failure(reason: .unfinished, offset: start) }
    switch bytes[at - 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "u"): return try codePoint(start)
    default: throw Failure(reason: .badEscape, offset: start)
    }
  }

  /// `\u6c11`, or two of them for a character beyond the first plane; half a pair is U+FFFD.
  private mutating func codePoint(_ start: Int) throws(Failure) -> Unicode.Scalar {
    let unit = try hex(start)
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let behind = at
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return "\u{FFFD}"
    }
    at += 2
    let low = try hex(behind)
    if (0xDC00..<0xE000).contains(low) {
      return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    at = behind
    return "\u{FFFD}"
  }

  private mutating func hex(_ start: Int) throws(Failure) -> UInt32 {
    guard at + 4 <= bytes.count else { throw Failure(reason: .unfinished, offset: start) }
    var value: UInt32 = 0
    for byte in bytes[at..<(at + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Failure(reason: .badEscape, offset: start)
      }
      value = value << 4 | UInt32(digit)
    }
    at += 4
    return value
  }

  private func failure(_ reason: Failure.Reason) -> Failure {
    Failure(reason: isAtEnd ? .unfinished : reason, offset: at)
  }
}
