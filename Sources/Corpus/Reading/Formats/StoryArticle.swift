/// One story that is known to be one: a record's, or a file's.
struct StoryArticle {
  /// The file's path as found.
  var file: String
  /// Lines of the headline block.
  var head: [Line]
  /// Lines of the body.
  var body: [Line]
  /// What a record or front matter says of it.
  var fields: [RecordField: String] = [:]
  /// The raw line of each field, where they stand on lines of their own.
  var fieldLines: [RecordField: Int] = [:]

  /// The article, with what its text says where no field does.
  func article() -> Article {
    let lines = head + body
    var article = Article(
      id: ArticleID.make(file: file, lines: lines), file: file, kind: .news, lines: Self.ranges(lines),
      paragraphs: StoryParagraphs.paragraphs(of: body))
    article.headlineLines = Self.ranges(head)
    if !head.isEmpty {
      article.headline = Reflow.join(head.map(\.text)).string
      article.evidence[.headline] = head.map { Evidence(line: $0.number, text: $0.text.string) }
    }
    article.continuedFrom = body.first.flatMap { Jump.from($0.squeezed) }
    article.continuedTo = body.last.flatMap { Jump.to($0.squeezed) }
    var articles = [article]
    MetadataReader.fill(&articles, of: Page(file: file, lines: []), lines: NumberedLines(lines))
    article = articles[0]
    article.take(fields, lines: fieldLines)
    return article
  }

  /// Line numbers as ranges; blank lines between do not part them.
  private static func ranges(_ lines: [Line]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, line.number - line.blanksBefore - 1 <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, line.number)
      } else {
        ranges.append(line.number...line.number)
      }
    }
    return ranges
  }
}

extension Article {
  /// Takes over what a record or front matter says; it comes before what the text says.
  mutating func take(_ fields: [RecordField: String], lines: [RecordField: Int] = [:]) {
    func evidence(_ field: RecordField) -> [Evidence] {
      [Evidence(line: lines[field], text: fields[field].map(RecordValues.line) ?? "")]
    }
    if let text = fields[.headline] {
      headline = RecordValues.line(text); self.evidence[.headline] = evidence(.headline)
    }
    if let text = fields[.kicker] {
      kicker = RecordValues.line(text); self.evidence[.kicker] = evidence(.kicker)
    }
    if let text = fields[.subheadline] {
      subheadline = RecordValues.line(text)
      self.evidence[.subheadline] = evidence(.subheadline)
    }
    if let text = fields[.author] {
      byline = RecordValues.authors(text); self.evidence[.byline] = evidence(.author)
    }
    if let text = fields[.page] { page = RecordValues.page(text); self.evidence[.page] = evidence(.page) }
    if let text = fields[.date], let day = RecordValues.date(text) {
      (date, dateBasis) = (day, .record)
      self.evidence[.date] = evidence(.date)
      uncertain.remove(.date)
    }
    takeSources(fields, evidence)
    takeCity(fields, evidence)
  }

  /// `source` may name the paper itself.
  private mutating func takeSources(_ fields: [RecordField: String], _ evidence: (RecordField) -> [Evidence])
  {
    let given = fields[.source].map(RecordValues.line)
    let isPaper =
      fields[.paper] == nil
      && given.map { PaperName.isPaper($0) || PaperName.mayBePaper(Scalars(of: $0)) } ?? false
    if let name = fields[.paper].map(RecordValues.line) ?? (isPaper ? given : nil) {
      paper = name
      self.evidence[.paper] = evidence(isPaper ? .source : .paper)
      if let place = RecordValues.city(name) {
        paperCity = place.shortName
        self.evidence[.paperCity] = self.evidence[.paper]
        uncertain.remove(.paperCity)
      }
    }
    if let given, !isPaper { source = given; self.evidence[.source] = evidence(.source) }
  }

  private mutating func takeCity(_ fields: [RecordField: String], _ evidence: (RecordField) -> [Evidence]) {
    guard let text = fields[.city] else { return }
    let place = RecordValues.city(text)
    city = place?.shortName ?? RecordValues.line(text)
    province = place.flatMap { Gazetteer.shared.province(of: $0)?.shortName }
    self.evidence[.city] = evidence(.city)
    uncertain.remove(.city)
  }
}
