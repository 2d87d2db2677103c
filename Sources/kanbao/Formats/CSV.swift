import Corpus

/// Comma-separated values by RFC 4180: CR LF after each record, quotes where a field needs them.
enum CSV {
  /// One record with its line end.
  static func record(_ fields: [String]) -> String {
    fields.lazy.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The names of the columns of `list --format csv`.
  static let articleColumns = [
    "id", "file", "page", "record", "kind", "headline", "kicker", "subheadline", "byline", "source", "city",
    "province", "paper", "paperCity", "date", "dateBasis", "continuedFrom", "continuedTo", "lines", "text",
  ]

  /// An article's values in the order of `articleColumns`. Not known: empty. Lists: joined by semicolons, raw lines
  /// as `3-7;12-12`.
  static func fields(of article: Article) -> [String] {
    let lines = article.lines.map { "\($0.lowerBound)-\($0.upperBound)" }
    let values: [String?] = [
      article.id, article.file, article.page, article.record.map(String.init), article.kind.rawValue,
      article.headline, article.kicker, article.subheadline, article.byline.joined(separator: ";"),
      article.source, article.city, article.province, article.paper, article.paperCity,
      article.date?.description, article.dateBasis?.rawValue, article.continuedFrom, article.continuedTo,
      lines.joined(separator: ";"), article.text,
    ]
    return values.map { $0 ?? "" }
  }
}
