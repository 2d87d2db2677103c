/// What a file's text is, by its name's ending or, where that says nothing, by the text.
enum FileFormat: Equatable {
  case page, json, jsonLines, csv

  /// Endings of names of files that are read inside folders.
  static let endings: [String: FileFormat] = [
    "txt": .page, "text": .page, "md": .page, "markdown": .page, "json": .json, "jsonl": .jsonLines,
    "ndjson": .jsonLines, "csv": .csv, "tsv": .csv, "tab": .csv,
  ]

  /// Endings of compressed files; the ending before it says what is inside.
  static let compressed: Set<String> = ["gz", "zst"]

  /// The format that a name's ending names; the ending of a compressed file is passed over.
  init?(ending name: some StringProtocol) {
    if let format = Self.endings[Self.plainEnding(of: name)] { self = format; return }
    let parts = name.split(separator: "/").last?.lowercased().split(separator: ".").map(String.init) ?? []
    guard parts.count > 1, let last = parts.last else { return nil }
    let ending = Self.compressed.contains(last) ? parts.dropLast().last ?? "" : last
    guard let format = Self.endings[ending] else { return nil }
    self = format
  }

  /// The ending of a usual name, whose last characters are ASCII; empty where the name must be looked at more closely.
  private static func plainEnding(of name: some StringProtocol) -> String {
    var ending: [UInt8] = []
    var isBehindDot = false
    for byte in name.utf8.reversed() {
      if isBehindDot {
        return byte < 0x80 && byte > 0x2F ? String(decoding: ending.reversed(), as: UTF8.self) : ""
      }
      if byte == UInt8(ascii: ".") { isBehindDot = true; continue }
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte), ending.count < 8 else { return "" }
      ending.append(byte)
    }
    return ""
  }

  /// Whether a file in a folder is read: a known format, compressed or not, or an archive.
  static func isRead(_ name: some StringProtocol) -> Bool {
    FileFormat(ending: name) != nil || name.lowercased().hasSuffix(".zip")
  }

  /// The format that a text looks like.
  init(of text: String, names: FieldNames) {
    let opening = text.unicodeScalars.prefix(4096).drop { $0.isBlank }
    let line = String(opening.prefix { $0 != "\n" && $0 != "\r" })
    if opening.first == "{" {
      self = .jsonLines
    } else if opening.first == "[", let second = opening.dropFirst().first(where: { !$0.isBlank }),
      second == "{" || second == "]"
    {
      self = .json
    } else {
      self = CSVRecords.knownNames(in: line, names: names) >= 2 ? .csv : .page
    }
  }
}
