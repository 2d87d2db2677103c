/// A value for each article of a segment, each different value kept once.
struct Column<Value: Hashable & Sendable>: Sendable {
  /// The different values, in the order of their first articles.
  private(set) var values: [Value] = []
  /// For each article, its value's place in `values`.
  private(set) var ids: [UInt16] = []
  private var known: [Value: UInt16] = [:]

  mutating func append(_ value: Value) { ids.append(id(of: value)) }

  /// The place of a value in `values`, given to it now where it is new.
  mutating func id(of value: Value) -> UInt16 {
    if let id = known[value] { return id }
    let id = UInt16(values.count)
    known[value] = id
    values.append(value)
    return id
  }

  /// To be called after the last value: what only helps to add more is dropped.
  mutating func finish() {
    ids = ids.fitted
    known = [:]
  }

  /// The articles whose value's number in the whole index fulfils a condition.
  func documents(_ remap: [UInt32], where isWanted: [Bool]) -> DocumentBits {
    let local = remap.map { isWanted[Int($0)] }
    return DocumentBits(count: ids.count) { local[Int(ids[$0])] }
  }
}

/// What is looked up, counted and sorted by without reading texts.
struct ArticleColumns: Sendable {
  /// A city with its province.
  struct Place: Hashable, Sendable {
    var city: String?
    var province: String?
  }

  /// Yes-or-no facts.
  struct Flags: OptionSet, Hashable, Sendable {
    var rawValue: UInt8
    static let jump = Self(rawValue: 1)
    static let uncertain = Self(rawValue: 2)
    static let seam = Self(rawValue: 4)
    static let untitled = Self(rawValue: 8)
  }

  var place = Column<Place>()
  var date = Column<PartialDate?>()
  var paper = Column<String?>()
  var page = Column<String?>()
  var source = Column<String?>()
  var kind = Column<ArticleKind>()
  var flags = Column<Flags>()
  /// Names in bylines; its `ids` are those of all articles in a row.
  var names = Column<String>()
  /// Where each article's names end.
  var nameEnds: [UInt32] = []

  init(_ articles: some Sequence<Article>) {
    for article in articles { append(article) }
    place.finish()
    date.finish()
    paper.finish()
    page.finish()
    source.finish()
    kind.finish()
    flags.finish()
    names.finish()
    nameEnds = nameEnds.fitted
  }

  private mutating func append(_ article: Article) {
    place.append(Place(city: article.city, province: article.province))
    date.append(article.date)
    paper.append(article.paper)
    page.append(article.page)
    source.append(article.source)
    kind.append(article.kind)
    flags.append(Flags(article))
    for name in article.byline { names.append(name) }
    nameEnds.append(UInt32(names.ids.count))
  }
}

extension ArticleColumns.Flags {
  fileprivate init(_ article: Article) {
    self = []
    if article.continuedFrom != nil || article.continuedTo != nil { insert(.jump) }
    if !article.uncertain.isEmpty { insert(.uncertain) }
    if article.body.hasSeams { insert(.seam) }
    if article.headlineTexts.isEmpty { insert(.untitled) }
  }

  /// The flag of a state of the filter language.
  init(_ state: ArticleState) {
    switch state {
    case .jump: self = .jump
    case .uncertain: self = .uncertain
    case .seam: self = .seam
    }
  }
}

/// The different values of all segments, numbered.
struct ColumnValues: Sendable {
  /// The values of one column.
  struct Numbered<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: UInt32] = [:]

    /// The number of each value of a segment's column.
    mutating func numbers(of column: Column<Value>) -> [UInt32] {
      column.values.map { value in
        if let number = numbers[value] { return number }
        let number = UInt32(values.count)
        numbers[value] = number
        values.append(value)
        return number
      }
    }
  }

  /// What each value of a segment is numbered here.
  struct Remap: Sendable {
    var place, date, paper, page, source, kind, flags, names: [UInt32]
  }

  private(set) var place = Numbered<ArticleColumns.Place>()
  private(set) var date = Numbered<PartialDate?>()
  private(set) var paper = Numbered<String?>()
  private(set) var page = Numbered<String?>()
  private(set) var source = Numbered<String?>()
  private(set) var kind = Numbered<ArticleKind>()
  private(set) var flags = Numbered<ArticleColumns.Flags>()
  private(set) var names = Numbered<String>()

  /// Numbers the values of a segment.
  mutating func add(_ columns: ArticleColumns) -> Remap {
    Remap(
      place: place.numbers(of: columns.place), date: date.numbers(of: columns.date),
      paper: paper.numbers(of: columns.paper), page: page.numbers(of: columns.page),
      source: source.numbers(of: columns.source), kind: kind.numbers(of: columns.kind),
      flags: flags.numbers(of: columns.flags), names: names.numbers(of: columns.names))
  }
}
