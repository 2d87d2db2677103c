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
    var isFirst: Bool
    var text: String
    var owner: Owner
  }

  /// What it was set from; another key needs another document.
  struct Key: Hashable, Sendable {
    var article: Int
    var columns: Int
    var width: CellWidth
  }

  var key: Key
  /// How many columns the line numbers take.
  var numberColumns: Int
  var rows: [Row] = []

  /// The raw page of an article for a pane so wide.
  init(page: Page?, article: Article, key: Key, width: CellWidth) {
    self.key = key
    let lines = page?.lines ?? []
    numberColumns = max(3, String(lines.count).count)
    let measure = max(2, key.columns - numberColumns - 3)
    for (index, line) in lines.enumerated() {
      let owner = Self.owner(of: index + 1, article)
      for (part, text) in Self.wrapped(displayable(line), measure, width).enumerated() {
        rows.append(Row(line: index + 1, isFirst: part == 0, text: text, owner: owner))
      }
    }
  }

  /// The first row that shows a raw line.
  func row(ofLine line: Int) -> Int { rows.firstIndex { $0.line >= line } ?? max(0, rows.count - 1) }

  private static func owner(of line: Int, _ article: Article) -> Owner {
    if article.headlineLines.contains(where: { $0.contains(line) }) { return .headline }
    return article.lines.contains { $0.contains(line) } ? .body : .other
  }

  /// Cut at the last character that fits: a raw line is shown, not typeset.
  private static func wrapped(_ text: String, _ measure: Int, _ width: CellWidth) -> [String] {
    var rows: [String] = []
    var row = ""
    var columns = 0
    for character in text {
      let own = width.columns(of: character)
      if columns + own > measure, !row.isEmpty {
        rows.append(row)
        (row, columns) = ("", 0)
      }
      row.append(character)
      columns += own
    }
    return rows + [row]
  }
}
