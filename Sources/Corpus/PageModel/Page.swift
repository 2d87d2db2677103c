/// One input file of the raw-dump kind: a printed newspaper page (版), as raw lines.
public struct Page: Sendable, Hashable {
  /// The file's path as found.
  public var file: String
  /// The raw lines in order, without their line ends; line `n` is `lines[n - 1]`. They may be made when they are asked for.
  public var lines: [String] {
    get { raw.strings }
    set { raw = .strings(newValue) }
  }
  /// The same as they are kept.
  private(set) var raw: RawLines

  /// A page of raw lines.
  public init(file: String, lines: [String]) { self.init(file: file, raw: .strings(lines)) }

  /// The same, of lines that may stand in their file's text.
  init(file: String, raw: RawLines) {
    self.file = file
    self.raw = raw
  }

  /// The same file and the same lines, however both are kept.
  public static func == (a: Page, b: Page) -> Bool { a.file == b.file && a.lines == b.lines }

  /// By the file and the lines.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(lines)
  }

  /// A page of raw text, split at LF, CR LF and CR. A final line end opens no further line.
  public init(file: String, text: String) {
    self.init(file: file, lines: Self.split(text))
  }

  private static func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] == 10 || bytes[at] == 13 else { at += 1; continue }
      lines.append(String(decoding: bytes[start..<at], as: UTF8.self))
      if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
      at += 1
      start = at
    }
    if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return lines
  }
}
