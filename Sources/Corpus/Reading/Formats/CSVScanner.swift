/// Reads CSV by RFC 4180: fields in double quotes may hold separators, line ends and doubled quotes. LF, CR LF and CR
/// end a record. A quote inside an unquoted field is a character like others.
struct CSVScanner {
  /// One row, and where it stands.
  struct Row: Equatable {
    var fields: [String]
    /// Byte offsets of the row without its line end.
    var bytes: Range<Int>
    /// Byte offset of what is wrong in it: a quote that is not closed, or text behind a closing quote.
    var fault: Int?
  }

  /// How many quotes may be left open before quotes are no longer believed.
  private static let openLimit = 64

  let bytes: [UInt8]
  let separator: UInt8
  private(set) var at: Int
  private var opened = 0

  /// A reader of UTF-8 text, from byte offset `start`.
  init(_ bytes: [UInt8], separator: UInt8, at start: Int = 0) {
    self.bytes = bytes
    self.separator = separator
    at = start
  }

  /// The next row that is not blank, or nil at the end.
  mutating func row() -> Row? {
    while at < bytes.count, bytes[at] == 10 || bytes[at] == 13 { at += 1 }
    guard at < bytes.count else { return nil }
    var row = Row(fields: [], bytes: at..<at)
    repeat { row.fields.append(field(&row)) } while skipSeparator()
    row.bytes = row.bytes.lowerBound..<at
    return row
  }

  private mutating func skipSeparator() -> Bool {
    guard at < bytes.count, bytes[at] == separator else { return false }
    at += 1
    return true
  }

  private mutating func field(_ row: inout Row) -> String {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), opened < Self.openLimit else { return plain() }
    let opening = at
    if let text = quoted() {
      guard at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) else { return text }
      row.fault = row.fault ?? at
      return text + plain()
    }
    // Not closed: the quote is a character, and the field ends with its line.
    opened += 1
    row.fault = row.fault ?? opening
    at = opening
    return plain()
  }

  private mutating func plain() -> String {
    let start = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func quoted() -> String? {
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "\"") else { text.append(bytes[at]); at += 1; continue }
      at += 1
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        return String(decoding: text, as: UTF8.self)
      }
      text.append(bytes[at])
      at += 1
    }
    return nil
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
