import Corpus
import TUI

/// Columns of text lined up by the columns they take on a terminal.
struct Table {
  /// What a column may take; a nil width means: all that is left.
  struct Column {
    var width: Int?
  }

  private let widths: CellWidth
  private let columns: [Column]
  private let limit: Int?

  /// A table of `columns`, its lines cut at `limit` terminal columns (nil: never cut).
  init(_ columns: [Column], widths: CellWidth, limit: Int? = nil) {
    self.columns = columns
    self.widths = widths
    self.limit = limit
  }

  /// One line, two spaces between columns, nothing at its end. A text that is wider than its column pushes the rest.
  func line(_ texts: [String]) -> String {
    var line = ""
    for (index, text) in texts.enumerated() {
      line += index == 0 ? "" : "  "
      let shown = displayable(text)
      line += shown
      guard index < texts.count - 1, let width = columns[index].width else { continue }
      line += String(repeating: " ", count: max(0, width - widths.columns(of: shown)))
    }
    return limit.map { cut(line, to: $0) } ?? line
  }

  /// The text, or as much of it as fits before a `~`.
  private func cut(_ text: String, to limit: Int) -> String {
    guard widths.columns(of: text) > limit else { return text }
    var (kept, used) = ("", 0)
    for character in text {
      let width = widths.columns(of: character)
      guard used + width < limit else { break }
      kept.append(character)
      used += width
    }
    return kept + "~"
  }
}

extension Table {
  /// The table that `list` prints: identity, day, city, kind, headline.
  static func articles(widths: CellWidth, limit: Int?) -> Table {
    Table([10, 10, 8, 10, nil].map(Column.init), widths: widths, limit: limit)
  }

  /// The line of an article; what is not known is a `?`.
  func line(_ article: Article) -> String {
    line([
      article.id, article.date?.withUnknownYear ?? "?", article.city ?? "?", article.kind.name,
      title(of: article),
    ])
  }

  /// The headline, or the opening of the text in brackets.
  private func title(of article: Article) -> String {
    if let headline = article.headline { return headline }
    let opening = article.text.prefix(20).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "[\(opening)]"
  }
}

extension PartialDate {
  /// The date with `????` for a year that is not known.
  var withUnknownYear: String { year == nil ? "????-\(self)" : description }
}

extension ArticleKind {
  /// The kind's name in the language of this run.
  var name: String {
    switch self {
    case .news: say("news", "新闻")
    case .commentary: say("commentary", "评论")
    case .photo: say("photo", "图片")
    case .notice: say("notice", "公告")
    case .furniture: say("furniture", "版面")
    }
  }
}
