/// One file's text to articles.
struct TextReader {
  /// The longest line of a page, in bytes of UTF-8.
  static let lineLimit = 1 << 20
  /// The longest text of a record, all its fields together, in bytes of UTF-8.
  static let recordLimit = 4 << 20
  /// The most lines that are read as one page; more are read in parts.
  static let pageLines = 4000

  /// How to read.
  var options: ReadingOptions

  /// Decodes a file and finds its articles. `isNamed`: the call names the file itself, so that also a JSON object
  /// without articles is worth a word.
  func read(_ bytes: [UInt8], file: String, isNamed: Bool) -> ReadFile {
    switch Decoding.text(of: bytes, forced: options.encoding) {
    case .failure(let reason): return ReadFile(file: file, problems: [Problem(file: file, reason: reason)])
    case .success(let decoded):
      var result = read(decoded.text, file: file, isNamed: isNamed)
      result.encoding = decoded.encoding
      if let reason = decoded.problem { result.problems.insert(Problem(file: file, reason: reason), at: 0) }
      result.makeIdentitiesUnique()
      return result
    }
  }

  private func read(_ text: String, file: String, isNamed: Bool) -> ReadFile {
    switch FileFormat(ending: file) ?? FileFormat(of: text, names: options.names) {
    case .page: return page(text, file)
    case .csv: return records(CSVRecords.read(text, names: options.names), text, file, isNamed: true)
    case .jsonLines: return records(JSONRecords.read(text, names: options.names), text, file, isNamed: true)
    case .json:
      let isList = text.unicodeScalars.first { !$0.isBlank } == "["
      return records(JSONRecords.read(text, names: options.names), text, file, isNamed: isNamed || isList)
    }
  }

  private func records(_ list: RecordList, _ text: String, _ file: String, isNamed: Bool) -> ReadFile {
    var reasons = list.problems
    if list.records.isEmpty, reasons.isEmpty {
      reasons = isNamed ? [.noArticles(count: list.others)] : []
    }
    let records = list.records.filter { $0.size <= Self.recordLimit }
    if let long = list.records.first(where: { $0.size > Self.recordLimit }) {
      reasons.append(.lineTooLong(line: long.lines.lowerBound, limit: Self.recordLimit))
    }
    let problems = reasons.map { Problem(file: file, reason: $0) }
    guard !records.isEmpty else { return ReadFile(file: file, problems: problems) }
    return ReadFile(
      file: file, page: Page(file: file, text: text),
      articles: RecordArticles.articles(of: records, file: file),
      problems: problems)
  }

  private func page(_ text: String, _ file: String) -> ReadFile {
    guard text.utf8.count <= CorpusReader.sizeLimit else {
      return ReadFile(
        file: file, problems: [Problem(file: file, reason: .tooLarge(limit: CorpusReader.sizeLimit))])
    }
    let sheets = Sheets(text)
    if let long = sheets.firstLine(longerThan: Self.lineLimit) {
      let reason = Problem.Reason.lineTooLong(line: long + 1, limit: Self.lineLimit)
      return ReadFile(file: file, problems: [Problem(file: file, reason: reason)])
    }
    var result = ReadFile(file: file, page: Page(file: file, raw: sheets.raw))
    if let matter = FrontMatter.stands(in: sheets.raw) ? FrontMatter(sheets.lines, names: options.names) : nil
    {
      result.articles = articles(under: matter, sheets.lines, file)
      if let first = matter.faults.first {
        let place = Problem.Place(line: first, column: 1)
        let reason = Problem.Reason.faultyRecords(
          count: matter.faults.count, first: place, fault: .frontMatter)
        result.problems.append(Problem(file: file, reason: reason))
      }
    } else {
      var facts: PageFacts?
      for page in pages(sheets) {
        let found = articles(in: sheets.raw, page, file, after: &facts)
        if result.articles.isEmpty { result.articles = found } else { result.articles += found }
      }
    }
    return result
  }

  /// The pages; one of more lines than a page can have is read in parts.
  private func pages(_ sheets: Sheets) -> [Range<Int>] {
    sheets.pages.flatMap { page in
      stride(from: page.lowerBound, to: page.upperBound, by: Self.pageLines).map {
        $0..<min(page.upperBound, $0 + Self.pageLines)
      }
    }
  }

  /// The articles of one sheet; `facts` are those of the sheet before it, their evidence with the file's line numbers.
  private func articles(
    in lines: RawLines, _ range: Range<Int>, _ file: String, after facts: inout PageFacts?
  ) -> [Article] {
    let page = Page(file: file, raw: lines[range])
    let numbered = Line.lines(of: page)
    if let story = story(on: page, numbered) { return Self.placed(story, at: range.lowerBound, []) }
    let known = facts?.evidence ?? []
    var own = facts?.mapEvidence { Evidence(line: nil, text: $0.text) }
    let found = PageReader.articles(of: page, lines: numbered, after: &own)
    facts = own?.mapEvidence { evidence in
      evidence.line.map { Evidence(line: $0 + range.lowerBound, text: evidence.text) }
        ?? evidence.found(in: known)
    }
    return Self.placed(found, at: range.lowerBound, known)
  }

  /// The articles of a sheet with the file's line numbers. The path names the file's first page only. `known`: the words of
  /// earlier sheets that tell paper and day.
  private static func placed(_ articles: [Article], at start: Int, _ known: [Evidence]) -> [Article] {
    guard start > 0 else { return articles }
    return articles.map { article in
      var article = article
      if article[evidence: .page]?.allSatisfy({ $0.line == nil }) ?? false {
        article.page = nil; article[evidence: .page] = nil
      }
      article = article.shifted(by: start)
      if !known.isEmpty { article.evidence = article.evidence.mapValues { $0.map { $0.found(in: known) } } }
      return article
    }
  }

  private func story(on page: Page, _ lines: [Line]) -> [Article]? {
    guard let story = StoryFile.story(in: lines) else { return nil }
    let article = StoryArticle(
      file: page.file, head: story.head, body: story.body, fields: story.credits.fields,
      fieldLines: story.credits.lines)
    return [article.article()]
  }

  /// A title makes what follows one story, and the head's lines its headline lines; without one it is a page whose
  /// articles share what the head says, and the head is furniture.
  private func articles(under matter: FrontMatter, _ lines: [String], _ file: String) -> [Article] {
    let numbered = Line.lines(of: Page(file: file, lines: lines))
    let body = numbered.filter { $0.number > matter.length }
    guard matter.fields[.headline] != nil else {
      let page = Page(file: file, lines: lines.enumerated().map { $0 < matter.length ? "" : $1 })
      let head = furniture(numbered.filter { $0.number <= matter.length }, file)
      return ([head] + PageReader.articles(of: page)).map { article in
        var article = article
        article.take(matter.fields, lines: matter.lines)
        return article
      }
    }
    let fields = matter.fields.filter { $0.key != .body }
    let repeats =
      body.first.map { $0.heading > 0 && $0.squeezed == Scalars(of: fields[.headline] ?? "").squeezed }
      ?? false
    let head = numbered.filter { $0.number == matter.lines[.headline] } + (repeats ? [body[0]] : [])
    var article = StoryArticle(
      file: file, head: head, body: Array(body.dropFirst(repeats ? 1 : 0)), fields: fields,
      fieldLines: matter.lines
    ).article()
    article.lines = [1...matter.length] + article.lines.filter { $0.lowerBound > matter.length }
    article.headlineLines = [1...matter.length]
    return [article]
  }

  private func furniture(_ lines: [Line], _ file: String) -> Article {
    let numbers = lines.map { $0.number...$0.number }
    return Article(
      id: ArticleID.make(file: file, lines: lines), file: file, kind: .furniture, lines: numbers,
      paragraphs: zip(lines, numbers).map {
        Paragraph(text: $0.text.string, role: .listItem, lines: [$1])
      })
  }
}

extension Evidence {
  /// The same words with their line, where they stand on one of an earlier sheet.
  fileprivate func found(in known: [Evidence]) -> Evidence {
    line == nil ? known.first { $0.text == text } ?? self : self
  }
}

extension ReadFile {
  /// Equal articles of one file (two like records) get identities of their own.
  fileprivate mutating func makeIdentitiesUnique() {
    guard articles.count > 1 else { return }
    var seen: [String: Int] = [:]
    seen.reserveCapacity(articles.count)
    for index in articles.indices {
      let id = articles[index].id
      let count = seen[id, default: 0]
      seen[id] = count + 1
      if count > 0 { articles[index].id = ArticleID.make(file: "\(id)#\(count)", lines: []) }
    }
  }
}
