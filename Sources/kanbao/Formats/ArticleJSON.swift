import Corpus

/// Articles in JSON, written straight into a buffer: most of what `list --format jsonl` prints, so that no value is built
/// for it. What is not known is null, a list without members empty.
extension [UInt8] {
  /// Appends an article on one line, without a line feed.
  mutating func append(json article: Article) {
    add(#"{"id":"#, article.id)
    add(#","file":"#, article.file)
    add(#","page":"#, article.page)
    add(#","record":"#, article.record)
    add(#","kind":"#, article.kind.rawValue)
    add(#","headline":"#, article.headline)
    add(#","kicker":"#, article.kicker)
    add(#","subheadline":"#, article.subheadline)
    add(#","byline":"#, article.byline) { $0.append(json: $1) }
    add(#","source":"#, article.source)
    add(#","city":"#, article.city)
    add(#","province":"#, article.province)
    add(#","paper":"#, article.paper)
    add(#","paperCity":"#, article.paperCity)
    add(#","date":"#, article.date?.description)
    add(#","dateBasis":"#, article.dateBasis?.rawValue)
    addEvidence(of: article)
    addUncertain(of: article)
    add(#","continuedFrom":"#, article.continuedFrom)
    add(#","continuedTo":"#, article.continuedTo)
    add(#","lines":"#, article.lines) { $0.append(json: $1) }
    addSeams(of: article)
    add(#","text":"#, article.text)
    append(UInt8(ascii: "}"))
  }

  private mutating func addUncertain(of article: Article) {
    add(#","uncertain":"#, article.uncertainFields) { $0.append(json: $1.rawValue) }
  }

  /// Fields that have evidence, in a fixed order.
  private mutating func addEvidence(of article: Article) {
    append(text: #","evidence":{"#)
    var last: ArticleField?
    article.forEachEvidence { field, evidence in
      if field == last {
        append(UInt8(ascii: ","))
      } else {
        append(text: last == nil ? #"""# : #"],""#)
        append(contentsOf: field.rawValue.utf8)
        append(text: #"":["#)
        last = field
      }
      append(json: evidence)
    }
    append(text: last == nil ? "}" : "]}")
  }

  private mutating func append(json evidence: Evidence) {
    add(#"{"line":"#, evidence.line)
    add(#","text":"#, evidence.text)
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
    add(#","seams":"#, seams) { bytes, place in
      bytes.add(#"{"paragraph":"#, place.paragraph)
      bytes.add(#","offset":"#, place.seam.offset)
      bytes.add(#","after":"#, place.seam.after)
      bytes.add(#","before":"#, place.seam.before)
      bytes.append(text: place.seam.isLossy ? #","lossy":true}"# : #","lossy":false}"#)
    }
  }
}

/// A `key` is what stands before its value, with quotation marks and colon: no escape is needed, and it is written at once.
extension [UInt8] {
  private mutating func add(_ key: StaticString, _ value: String?) {
    append(text: key)
    if let value { append(json: value) } else { append(text: "null") }
  }

  private mutating func add(_ key: StaticString, _ value: Int?) {
    append(text: key)
    if let value { append(json: value) } else { append(text: "null") }
  }

  private mutating func add<Item>(_ key: StaticString, _ items: [Item], _ write: (inout Self, Item) -> Void) {
    append(text: key)
    append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      write(&self, item)
    }
    append(UInt8(ascii: "]"))
  }

  private mutating func append(text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  private mutating func append(json text: String) { JSON.append(text, to: &self) }

  private mutating func append(json number: Int) {
    guard number >= 0 else { return append(contentsOf: String(number).utf8) }
    if number >= 10 { append(json: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
