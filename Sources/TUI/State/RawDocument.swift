import Corpus

/// A raw page set for a pane of some width: its lines with their numbers, wrapped where they are longer.
struct RawDocument: Sendable {
  /// What a raw line is to the article that is being looked at.
  enum Owner: Sendable { case headline, body, other }

  /// One row of the pane.
  struct Row: Sendable {
    /// The raw line, from 1.
    var line: Int
    /// True for the row that shows the line's number.
    var isFirst = true
    var text = ""
    var owner: Owner
    /// Words from which a value was inferred, in Unicode scalars of the text.
    var evidence: [Range<Int>] = []
    /// Names of characters that cannot be shown, likewise.
    var names: [Range<Int>] = []
  }

  /// What it was set from; another key needs another document.
  struct Key: Hashable, Sendable {
    var article: Int
    /// The article with which it has exchanged its headline.
    var partner: Int?
    var columns: Int
    var width: CellWidth
  }

  /// The most text that is set, in bytes of UTF-8: of a large file the lines about the article.
  static let most = 1 << 20
  /// The most of one line that is set, likewise.
  static let mostOfLine = 1 << 16

  var key: Key
  /// How many columns the line numbers take.
  var numberColumns: Int
  var rows: [Row] = []

  /// The raw page of an article for a pane so wide.
  init(page: Page?, article: Article, key: Key) {
    self.key = key
    let lines = page?.lines ?? []
    numberColumns = max(3, String(lines.count).count)
    let measure = max(2, key.columns - numberColumns - 3)
    let evidence = article.evidence.values.joined()
    for index in Self.window(of: lines, around: (article.lines.map(\.lowerBound).min() ?? 1) - 1) {
      let number = index + 1
      let line = Self.beginning(of: lines[index])
      let words = evidence.filter { $0.line == number }.compactMap { RawWords.range(of: $0.text, in: line) }
      var setter = RawLineSetter(
        row: Row(line: number, owner: Self.owner(of: number, article)), measure: measure, width: key.width)
      rows += setter.rows(of: line, evidence: words)
    }
  }

  /// The first row that shows a raw line.
  func row(ofLine line: Int) -> Int { rows.firstIndex { $0.line >= line } ?? max(0, rows.count - 1) }

  /// Lines before and after one, as many as may be set.
  private static func window(of lines: [String], around middle: Int) -> Range<Int> {
    guard !lines.isEmpty else { return 0..<0 }
    let middle = min(max(0, middle), lines.count - 1)
    func end(_ indices: some Sequence<Int>) -> Int {
      var (left, last) = (most / 2, middle)
      for index in indices {
        left -= min(mostOfLine, lines[index].utf8.count) + 1
        guard left >= 0 else { break }
        last = index
      }
      return last
    }
    return end(stride(from: middle, through: 0, by: -1))..<(end(middle..<lines.count) + 1)
  }

  private static func beginning(of line: String) -> String {
    guard line.utf8.count > mostOfLine else { return line }
    return String(decoding: line.utf8.prefix(mostOfLine), as: UTF8.self) + "……"
  }

  private static func owner(of line: Int, _ article: Article) -> Owner {
    if article.headlineLines.contains(where: { $0.contains(line) }) { return .headline }
    return article.lines.contains { $0.contains(line) } ? .body : .other
  }
}

/// Cuts a raw line into rows at the last character that fits: it is shown, not typeset. A character that cannot be
/// shown is named by its code point.
private struct RawLineSetter {
  var row: RawDocument.Row
  let measure: Int
  let width: CellWidth
  private var rows: [RawDocument.Row] = []
  private var columns = 0

  init(row: RawDocument.Row, measure: Int, width: CellWidth) {
    self.row = row
    self.measure = measure
    self.width = width
  }

  mutating func rows(of line: String, evidence: [Range<Int>]) -> [RawDocument.Row] {
    let source = Array(line.unicodeScalars)
    var offset = 0
    for character in displayable(line) {
      let next = offset + character.unicodeScalars.count
      let isEvidence = evidence.contains { $0.overlaps(offset..<next) }
      let isNamed = character.unicodeScalars.first == substituteMark && source[offset] != substituteMark
      add(isNamed ? Self.name(of: source[offset..<next]) : String(character), isEvidence, isNamed)
      offset = next
    }
    return rows + [row]
  }

  private static func name(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }.joined()
  }

  private mutating func add(_ text: String, _ isEvidence: Bool, _ isNamed: Bool) {
    for character in text {
      let own = width.columns(of: character)
      if columns + own > measure, !row.text.isEmpty { breakRow() }
      let start = row.text.unicodeScalars.count
      row.text.append(character)
      columns += own
      let range = start..<row.text.unicodeScalars.count
      if isEvidence { row.evidence.append(range) }
      if isNamed { row.names.append(range) }
    }
  }

  private mutating func breakRow() {
    rows.append(row)
    row = RawDocument.Row(line: row.line, isFirst: false, owner: row.owner)
    columns = 0
  }
}

/// Finds words as they were inferred on the raw line that they stand on.
enum RawWords {
  /// Where the words stand in a raw line, in Unicode scalars; white space inside them may differ. Where only their
  /// beginning stands there, because they go on in the next line, that is found. Nil if nothing of them is there.
  static func range(of words: String, in line: String) -> Range<Int>? {
    let wanted = words.unicodeScalars.filter { !$0.properties.isWhitespace }
    let scalars = Array(line.unicodeScalars)
    for start in scalars.indices where scalars[start] == wanted.first {
      if let end = end(of: Array(wanted), in: scalars, from: start) { return start..<end }
    }
    return nil
  }

  private static func end(of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int) -> Int?
  {
    var found = 0
    var end = start
    for index in start..<scalars.count where found < wanted.count {
      if scalars[index].properties.isWhitespace { continue }
      guard scalars[index] == wanted[found] else { return nil }
      found += 1
      end = index + 1
    }
    return found > 0 ? end : nil
  }
}
