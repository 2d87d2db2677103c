/// The head of a Markdown file between two lines of `---` (or `+++`): `name: value` lines.
struct FrontMatter: Equatable {
  private(set) var fields: [RecordField: String] = [:]
  /// The raw line of each field, from 1.
  private(set) var lines: [RecordField: Int] = [:]
  /// How many raw lines it takes, the two marks included.
  private(set) var length: Int
  /// Lines that are no `name: value`, from 1.
  private(set) var faults: [Int] = []

  /// The most lines that are looked through for the second mark.
  private static let limit = 200

  /// Quick to ask: whether a file's first raw line may be a mark.
  static func stands(in lines: RawLines) -> Bool {
    lines[0..<min(1, lines.count)].strings.first.map { ["---", "+++"].contains(trimmed($0)) } ?? false
  }

  /// Reads the head of a file's raw lines; nil where it has none.
  init?(_ lines: [String], names: FieldNames) {
    guard let first = lines.first.map(Self.trimmed), first == "---" || first == "+++" else { return nil }
    let isTOML = first == "+++"
    guard
      let end = lines.prefix(Self.limit).dropFirst().firstIndex(where: {
        let line = Self.trimmed($0)
        return line == first || (!isTOML && line == "...")
      })
    else { return nil }
    length = end + 1
    read(lines, end, isTOML: isTOML, names: names)
    if fields.isEmpty, !faults.isEmpty { return nil }
  }

  /// A field as it stands, items of a list below it joined.
  fileprivate struct Entry {
    var name: (field: RecordField, rank: Int)
    var text: String
    var line: Int
  }

  private mutating func read(_ lines: [String], _ end: Int, isTOML: Bool, names: FieldNames) {
    var entries: [Entry] = []
    var takesItems = false
    for index in 1..<end {
      let line = Self.trimmed(lines[index])
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("- ") {
        if takesItems {
          entries[entries.count - 1].add(Self.unquoted(Self.trimmed(String(line.dropFirst(2)))))
        }
      } else if let mark = line.firstIndex(where: { $0 == ":" || $0 == "：" || (isTOML && $0 == "=") }) {
        let name = names.field(named: String(line[..<mark]))
        takesItems = name != nil
        let text = Self.value(Self.trimmed(String(line[line.index(after: mark)...])))
        if let name { entries.append(Entry(name: name, text: text, line: index + 1)) }
      } else {
        takesItems = false
        if lines[index].first != " " && lines[index].first != "\t" { faults.append(index + 1) }
      }
    }
    var gathered = RecordFields()
    for entry in entries where gathered.take(entry.text, as: entry.name) {
      self.lines[entry.name.field] = entry.line
    }
    fields = gathered.fields
  }

  /// `[甲, 乙]` is a list; quotes around a value are no part of it.
  private static func value(_ text: String) -> String {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return unquoted(text) }
    let items = text.dropFirst().dropLast().split { $0 == "," || $0 == "，" }
    return items.map { unquoted(trimmed(String($0))) }.joined(separator: "、")
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, first == "\"" || first == "'", text.last == first else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(scalars)
  }
}

extension FrontMatter.Entry {
  fileprivate mutating func add(_ item: String) { text += (text.isEmpty ? "" : "、") + item }
}
