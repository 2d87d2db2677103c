import Corpus

/// A place in an article that does not depend on how wide it is set.
struct Place: Hashable, Sendable, Comparable {
  /// Which block of the document, from 0.
  var block = 0
  /// Where in the block's text, in Unicode scalars from 0.
  var offset = 0

  static func < (a: Self, b: Self) -> Bool { (a.block, a.offset) < (b.block, b.offset) }
}

/// An article set for a pane of some width: lines to be drawn as they are.
struct Document: Sendable {
  /// A search hit on a line.
  struct Hit: Sendable {
    /// Where it stands, in Unicode scalars from the line's beginning.
    var range: Range<Int>
    /// Where it begins, maybe on the line before.
    var place: Place
  }

  /// One line.
  struct Line: Sendable {
    var place: Place
    /// The raw line in which it begins or nearly so, from 1; nil for what stands on no raw line.
    var raw: Int?
    var text: String
    var role: Style.Role
    /// How many columns from the pane's left edge it begins.
    var column: Int
    /// Search hits in its text, or what of them stands on this line.
    var hits: [Hit] = []
    /// Seams in its text, likewise.
    var seams: [Int] = []
    /// Where a mark of doubt stands, in Unicode scalars from the line's beginning.
    var doubt: Int?
    /// True where text seems to be missing at one of them.
    var isLossy = false
    /// Marks of jumps to and from other pages in its text, or what of them stands on this line.
    var jumps: [Range<Int>] = []
  }

  /// What it was set from; another key needs another document.
  struct Key: Hashable, Sendable {
    var article: Int
    var columns: Int
    var filter: String
    var width: CellWidth
    /// The most columns of text that may stand side by side.
    var mostColumns = 1
    /// How many rows the pane has, where there may be several columns: with too few the head would leave no room.
    var rows = 0

    /// True where only the article is another one.
    func isSamePane(as other: Key) -> Bool {
      columns == other.columns && mostColumns == other.mostColumns && rows == other.rows
        && filter == other.filter && width == other.width
    }
  }

  var key: Key
  /// How many columns lie between the pane's left edge and the lines.
  var margin = 0
  /// How many columns of text stand side by side, and how many terminal columns lie from one to the next.
  var columnCount = 1
  var stride = 0
  /// How many lines, from the first, stand across all columns of text.
  var head = 0
  var lines: [Line] = []
  /// Where hits begin, in order.
  var hits: [Place] = []

  /// The first line that shows a raw line, or else what stands next after it on the raw page.
  func line(ofRaw line: Int) -> Int? {
    let raws = lines.compactMap(\.raw)
    let nearest = raws.filter { $0 <= line }.max() ?? raws.min()
    return lines.firstIndex { $0.raw == nearest }
  }

  /// The line that shows a place.
  func line(of place: Place) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].place <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}

/// Sets an article as a document.
struct DocumentBuilder {
  /// The widest a line of text may be, in columns.
  static let measure = 80

  private let article: Article
  private let filter: Filter
  private let wording: Wording
  private let width: CellWidth
  private let margin: Int
  private let measure: Int
  /// Terminal columns of all columns of text together, which the head takes.
  private let across: Int
  private let typesetter: Typesetter
  private var document: Document
  private var block = 0
  /// The raw lines of the block that is being set, in reading order, and how many scalars it has.
  private var source: (lines: [Int], scalars: Int) = ([], 0)

  /// Terminal columns between two columns of text; a mark may hang in the first two.
  private static let gap = 6

  /// The document of an article; hits of `filter` are marked. It has as many columns of text as its length is worth.
  static func document(of article: Article, key: Document.Key, filter: Filter, wording: Wording) -> Document {
    var count = max(1, key.mostColumns)
    while true {
      var builder = DocumentBuilder(article, key: key, columnCount: count, filter: filter, wording: wording)
      builder.addHead()
      builder.addBody()
      builder.addNotes()
      let document = builder.document
      let body = document.lines.count - document.head
      let fills = body >= count * Spread.fewestLines && key.rows - document.head >= Spread.fewestLines
      if count == 1 || fills { return document }
      count -= 1
    }
  }

  private init(_ article: Article, key: Document.Key, columnCount: Int, filter: Filter, wording: Wording) {
    self.article = article
    self.filter = filter
    self.wording = wording
    width = key.width
    let gutter = key.columns >= 40 ? 2 : key.columns >= 24 ? 1 : 0
    let room = key.columns - 2 * gutter - (columnCount - 1) * Self.gap
    measure = max(2, min(Self.measure, room / columnCount))
    let stride = measure + Self.gap
    across = stride * columnCount - Self.gap
    margin = max(gutter, (key.columns - across) / 2)
    typesetter = Typesetter(width: width, measure: measure, hang: gutter > 1)
    document = Document(key: key, margin: margin, columnCount: columnCount, stride: stride)
  }

  private mutating func addHead() {
    addCentred(article.kicker, .kicker)
    if let headline = article.headline {
      addCentred(headline, .headline)
    } else {
      addCentred(wording.untitled, .dim)
    }
    addCentred(article.subheadline, .subheadline)
    addFacts()
    addBlank()
    document.head = document.lines.count
  }

  /// What sets the head: over all columns of text, but no wider than is easily read.
  private var headTypesetter: Typesetter { Typesetter(width: width, measure: min(Self.measure, across)) }

  private func centred(_ line: TextLine) -> Int {
    margin + max(0, (across - width.columns(of: line.text)) / 2)
  }

  private mutating func addCentred(_ text: String?, _ role: Style.Role) {
    guard let text, !text.isEmpty else { return }
    let found = filter.hits(in: text, field: .title)
    source = (article.headlineLines.flatMap { $0 }, text.unicodeScalars.count)
    for line in headTypesetter.balanced(text) { add(line, role, column: centred(line), hits: found) }
    if role == .headline, article.uncertain.contains(.headline) { addDoubt() }
    addHits(found)
    block += 1
  }

  /// Puts a mark of doubt behind the last line.
  private mutating func addDoubt() {
    let last = document.lines.count - 1
    document.lines[last].doubt = document.lines[last].text.unicodeScalars.count
    document.lines[last].text += "?"
  }

  /// Byline, source, place and day, as many on a line as fit.
  private mutating func addFacts() {
    var (line, found): (String, [Range<Int>]) = ("", [])
    for fact in Facts(article: article, wording: wording).phrases {
      let text = displayable(fact.text)
      if !line.isEmpty, width.columns(of: line + "  " + text) > min(Self.measure, across) {
        addFactLine(line, found)
        (line, found) = ("", [])
      }
      if !line.isEmpty { line += "  " }
      let start = line.unicodeScalars.count
      let hits = filter.hits(in: fact.text, field: fact.field)
      found += hits.map { start + $0.lowerBound..<start + $0.upperBound }
      line += text
    }
    if !line.isEmpty { addFactLine(line, found) }
  }

  private mutating func addFactLine(_ text: String, _ found: [Range<Int>]) {
    source = ([], 0)
    for line in headTypesetter.balanced(text) { add(line, .meta, column: centred(line), hits: found) }
    addHits(found)
    block += 1
  }

  private mutating func addBlank() {
    document.lines.append(Document.Line(place: Place(block: block), text: "", role: .text, column: margin))
    block += 1
  }

  private mutating func addBody() {
    let marks = JumpMarks(article)
    for (index, paragraph) in article.paragraphs.enumerated() {
      if paragraph.role == .sectionHead, index > 0 { addBlank() }
      let role: Style.Role = paragraph.role == .sectionHead ? .sectionHead : .text
      let indent = measure < 12 ? 0 : 4
      let rest = paragraph.role == .listItem ? indent + indent / 2 : 0
      let hits = filter.hits(in: paragraph.text, field: .body)
      source = (paragraph.lines.flatMap { $0 }, paragraph.text.unicodeScalars.count)
      let jumps = marks.ranges(in: paragraph.text)
      for line in typesetter.lines(of: paragraph.text, firstIndent: indent, restIndent: rest) {
        add(line, role, column: margin + line.indent, hits: hits, seams: paragraph.seams, jumps: jumps)
      }
      addHits(hits)
      block += 1
    }
  }

  /// What is said about seams and jumps after the last paragraph.
  private mutating func addNotes() {
    let notes = Facts(article: article, wording: wording).notes
    guard !notes.isEmpty else { return }
    addBlank()
    source = ([], 0)
    for note in notes {
      for line in typesetter.lines(of: note) { add(line, .dim, column: margin) }
      block += 1
    }
  }

  private mutating func add(
    _ line: TextLine, _ role: Style.Role, column: Int, hits: [Range<Int>] = [], seams: [Seam] = [],
    jumps: [Range<Int>] = []
  ) {
    let end = line.start + line.text.unicodeScalars.count
    let own = hits.compactMap { hit in
      line.shownRange(ofScalars: hit).map {
        Document.Hit(range: $0, place: Place(block: block, offset: hit.lowerBound))
      }
    }
    let joined = seams.filter { line.start <= $0.offset && $0.offset < end }
    document.lines.append(
      Document.Line(
        place: Place(block: block, offset: line.start), raw: rawLine(at: line.start), text: line.shown,
        role: role, column: column,
        hits: own, seams: joined.map { line.paddedOffset($0.offset - line.start) },
        isLossy: joined.contains(where: \.isLossy), jumps: jumps.compactMap(line.shownRange(ofScalars:))))
  }

  /// The raw line of a place in the block, as if its raw lines were equally long.
  private func rawLine(at offset: Int) -> Int? {
    guard !source.lines.isEmpty else { return nil }
    return source.lines[min(source.lines.count - 1, offset * source.lines.count / max(1, source.scalars))]
  }

  private mutating func addHits(_ hits: [Range<Int>]) {
    document.hits += hits.map { Place(block: block, offset: $0.lowerBound) }
  }
}
