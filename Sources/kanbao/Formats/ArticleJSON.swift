import Corpus

/// Articles in JSON, written straight into a buffer: most of what `list --format jsonl` prints, so that no value is built
/// for it. What is not known is null, a list without members empty.
extension [UInt8] {
  /// Appends an article on one line, without a line feed.
  mutating func append(json article: Article) {
    append(UInt8(ascii: "{"))
    add("id", article.id)
    add("file", article.file)
    add("page", article.page)
    add("record", article.record)
    add("kind", article.kind.rawValue)
    add("headline", article.headline)
    add("kicker", article.kicker)
    add("subheadline", article.subheadline)
    add("byline", article.byline) { $0.append(json: $1) }
    add("source", article.source)
    add("city", article.city)
    add("province", article.province)
    add("paper", article.paper)
    add("paperCity", article.paperCity)
    add("date", article.date?.description)
    add("dateBasis", article.dateBasis?.rawValue)
    addEvidence(of: article)
    addUncertain(of: article)
    add("continuedFrom", article.continuedFrom)
    add("continuedTo", article.continuedTo)
    add("lines", article.lines) { $0.append(json: $1) }
    addSeams(of: article)
    add("text", article.text)
    append(UInt8(ascii: "}"))
  }

  private mutating func addUncertain(of article: Article) {
    let fields = article.uncertain.isEmpty ? [] : ArticleField.allCases.filter(article.uncertain.contains)
    add("uncertain", fields) { $0.append(json: $1.rawValue) }
  }

  /// Fields that have evidence, in a fixed order.
  private mutating func addEvidence(of article: Article) {
    add("evidence")
    append(UInt8(ascii: "{"))
    var last: ArticleField?
    article.forEachEvidence { field, evidence in
      if field != last {
        if last != nil { append(UInt8(ascii: "]")) }
        separate()
        append(json: field.rawValue)
        append(contentsOf: [UInt8(ascii: ":"), UInt8(ascii: "[")])
        last = field
      }
      separate()
      append(json: evidence)
    }
    if last != nil { append(UInt8(ascii: "]")) }
    append(UInt8(ascii: "}"))
  }

  private mutating func append(json evidence: Evidence) {
    append(UInt8(ascii: "{"))
    add("line", evidence.line)
    add("text", evidence.text)
    append(UInt8(ascii: "}"))
  }

  private mutating func append(json range: ClosedRange<Int>) {
    append(UInt8(ascii: "["))
    append(json: range.lowerBound)
    append(UInt8(ascii: ","))
    append(json: range.upperBound)
    append(UInt8(ascii: "]"))
  }

  /// Seams with the paragraph they stand in (from 1) and their offset there in Unicode scalars.
  private mutating func addSeams(of article: Article) {
    let paragraphs = article.hasSeams ? article.paragraphs : []
    let seams = paragraphs.enumerated().flatMap { index, paragraph in
      paragraph.seams.map { (paragraph: index + 1, seam: $0) }
    }
    add("seams", seams) { bytes, place in
      bytes.append(UInt8(ascii: "{"))
      bytes.add("paragraph", place.paragraph)
      bytes.add("offset", place.seam.offset)
      bytes.add("after", place.seam.after)
      bytes.add("before", place.seam.before)
      bytes.add("lossy")
      bytes.append(text: place.seam.isLossy ? "true" : "false")
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension [UInt8] {
  private mutating func add(_ key: StaticString, _ value: String?) {
    add(key)
    if let value { append(json: value) } else { append(text: "null") }
  }

  private mutating func add(_ key: StaticString, _ value: Int?) {
    add(key)
    if let value { append(json: value) } else { append(text: "null") }
  }

  private mutating func add<Item>(_ key: StaticString, _ items: [Item], _ write: (inout Self, Item) -> Void) {
    add(key)
    append(UInt8(ascii: "["))
    for item in items {
      separate()
      write(&self, item)
    }
    append(UInt8(ascii: "]"))
  }

  /// A key, which needs no escape, and its colon.
  private mutating func add(_ key: StaticString) {
    separate()
    append(UInt8(ascii: "\""))
    append(text: key)
    append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
  }

  /// A comma, but not for the first member of an object or a list.
  private mutating func separate() {
    if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { append(UInt8(ascii: ",")) }
  }

  private mutating func append(text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  private mutating func append(json text: String) { JSON.append(text, to: &self) }

  private mutating func append(json number: Int) {
    if 0..<10 ~= number {
      append(UInt8(ascii: "0") + UInt8(number))
    } else {
      append(contentsOf: String(number).utf8)
    }
  }
}
