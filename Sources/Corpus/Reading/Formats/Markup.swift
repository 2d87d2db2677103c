/// Text in records that was cut out of web pages.
enum Markup {
  /// Without tags, those that part paragraphs made line ends, and with entities read; text without any comes back as
  /// it is. What only looks like a tag (`<` before a Han character, `a < b`) stays.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    let scalars = Scalars(of: text)
    var plain: Scalars = []
    var at = 0
    while at < scalars.count {
      if scalars[at] == "<", let tag = tag(scalars, at) {
        if tag.partsLines { plain.append("\n") }
        at = tag.end
      } else if scalars[at] == "&", let entity = entity(scalars, at) {
        plain.append(entity.scalar)
        at = entity.end
      } else {
        plain.append(scalars[at])
        at += 1
      }
    }
    return plain.string
  }

  /// A line without tags and entities; as it is where nothing else stands in it.
  static func removed(from line: Scalars) -> Scalars {
    guard line.contains(where: { $0 == "<" || $0 == "&" || $0 == "*" || $0 == "_" }) else { return line }
    let plain = withoutStress(Scalars(of: removed(from: line.string)).map { $0 == "\n" ? " " : $0 })
    return plain.allSatisfy(\.isBlank) ? line : plain
  }

  /// Without the pairs of `**` or `__` that stand around words.
  private static func withoutStress(_ line: Scalars) -> Scalars {
    (["*", "_"] as Scalars).reduce(line) { withoutStress($0, $1) }
  }

  private static func withoutStress(_ text: Scalars, _ mark: Unicode.Scalar) -> Scalars {
    let pairs = text.indices.dropLast().filter { at in
      text[at] == mark && text[at + 1] == mark && (at == 0 || text[at - 1] != mark)
        && (at + 2 == text.count || text[at + 2] != mark)
    }
    guard pairs.count > 1 else { return text }
    var plain: Scalars = []
    var (start, at) = (0, 0)
    while at + 1 < pairs.count {
      let (open, close) = (pairs[at], pairs[at + 1])
      guard stress(text, open, close) else { at += 1; continue }
      plain += text[start..<open]
      plain += text[(open + 2)..<close]
      start = close + 2
      at += 2
    }
    return plain + text[start...]
  }

  /// Whether two marks stand around words: the first before one, the second behind one.
  private static func stress(_ text: Scalars, _ open: Int, _ close: Int) -> Bool {
    let opens = !text[open + 2].isBlank && (open == 0 || !text[open - 1].isPlainLetter)
    let closes = !text[close - 1].isBlank && (close + 2 == text.count || !text[close + 2].isPlainLetter)
    return close > open + 2 && opens && closes
  }

  private static let lineTags: Set<String> = [
    "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table",
  ]

  private static func tag(_ text: Scalars, _ start: Int) -> (partsLines: Bool, end: Int)? {
    var at = start + 1
    if at < text.count, text[at] == "/" { at += 1 }
    let name = text[at...].prefix { $0.isLatin || ($0.isASCII && $0.digit != nil) }.string.lowercased()
    guard let first = text[at...].first, first.isLatin, name.utf8.count <= 10 else { return nil }
    guard let end = text[at...].prefix(400).firstIndex(of: ">") else { return nil }
    let behind = text[at + name.unicodeScalars.count]
    guard behind == ">" || behind == "/" || behind.isBlank else { return nil }
    return (lineTags.contains(name), end + 1)
  }

  private static let entities: [String: Unicode.Scalar] = [
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ldquo": "“", "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’", "mdash": "—", "hellip": "…", "middot": "·", "emsp": "\u{3000}", "ensp": " ",
  ]

  private static func entity(_ text: Scalars, _ start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let end = text[(start + 1)...].prefix(10).firstIndex(of: ";") else { return nil }
    let name = text[(start + 1)..<end].string
    if let scalar = entities[name] { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    guard let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), code >= 0x20 else {
      return nil
    }
    return Unicode.Scalar(code).map { ($0, end + 1) }
  }
}

extension Unicode.Scalar {
  /// What stands within names of files and numbers.
  fileprivate var isPlainLetter: Bool { isLatin || digit != nil }
}
