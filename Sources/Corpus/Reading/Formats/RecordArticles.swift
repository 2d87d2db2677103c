/// Records to articles.
enum RecordArticles {
  /// The articles of a file's records.
  static func articles(of records: [Record], file: String) -> [Article] {
    records.map { article(of: $0, file: file) }
  }

  /// A record's text has no lines of its own in the file: all it says stands on the record's lines.
  private static func article(of record: Record, file: String) -> Article {
    let head = lines(of: record.fields[.headline] ?? "", after: 0)
    let body = lines(of: record.fields[.body] ?? "", after: head.last?.number ?? 0)
    let fields = record.fields.filter { $0.key != .body }
    var article = StoryArticle(file: file, head: head, body: body, fields: fields).article()
    article.record = record.number
    article.place(on: record.lines)
    return article
  }

  private static func lines(of text: String, after number: Int) -> [Line] {
    Line.lines(of: Page(file: "", text: Markup.removed(from: text)), after: number)
  }
}

extension Article {
  /// Puts all line numbers on a record's lines.
  fileprivate mutating func place(on record: ClosedRange<Int>) {
    lines = [record]
    headlineLines = headline == nil ? [] : [record.lowerBound...record.lowerBound]
    for index in paragraphs.indices { paragraphs[index].lines = [record] }
    evidence = evidence.mapValues { list in
      list.map { $0.isInPath(of: file) ? $0 : Evidence(line: record.lowerBound, text: $0.text) }
    }
  }
}

extension Evidence {
  /// Words without a line that the path has.
  fileprivate func isInPath(of file: String) -> Bool { line == nil && file.contains(text) }
}
