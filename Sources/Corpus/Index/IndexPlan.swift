/// A filter as the index answers it.
indirect enum IndexPlan: Sendable {
  case everything
  case find(Finder)
  case not(IndexPlan)
  case all([IndexPlan])
  case any([IndexPlan])
}

/// One look-up.
enum Finder: Sendable {
  /// Which texts.
  enum Texts: Sendable, Equatable { case titles, bodies }
  /// Which column.
  enum Subject: Sendable { case place, date, paper, page, source, kind }

  /// Articles whose value in a column is one of those marked, by their numbers in the index.
  case value(Subject, [Bool])
  /// Articles with one of the marked names in the byline.
  case names([Bool])
  /// Articles without a byline.
  case noNames
  case flag(ArticleColumns.Flags)
  /// Articles in which words are printed.
  case printed(TextNeedle, Texts)
  /// Articles in which something reads so.
  case read(PinyinWays, Texts)

  /// From which effort on articles are read.
  fileprivate static var readingEffort: Int { 3 }

  /// How much work it is, roughly.
  fileprivate var effort: Int {
    switch self {
    case .value, .noNames, .flag: 0
    case .names: 1
    case .printed(let needle, _): needle.isKnownByCodes && needle.scalars.count <= 2 ? 2 : 3
    case .read(_, let texts): texts == .titles ? 4 : 5
    }
  }
}

extension TextNeedle {
  /// Whether nothing but it has the codes by which the index knows its characters.
  var isKnownByCodes: Bool {
    let isOnlySpelling = !isLiteral || scalars.allSatisfy { Folding.spellings(of: Folding.fold($0)) == [$0] }
    return isOnlySpelling && SearchCode.codes(of: scalars).allSatisfy(SearchCode.isUnique)
  }

  /// Whether every text with the other words has these too, because they begin with these.
  func isBeginning(of other: TextNeedle) -> Bool {
    isLiteral == other.isLiteral && other.scalars.starts(with: scalars)
  }
}

extension IndexPlan {
  /// Whether texts must be looked into, so that more than one thread is worth its while.
  var readsTexts: Bool { effort >= Finder.readingEffort }

  private var effort: Int {
    switch self {
    case .everything: 0
    case .find(let finder): finder.effort
    case .not(let inner): inner.effort
    case .all(let terms), .any(let terms): terms.map(\.effort).max() ?? 0
    }
  }

  private static func easyFirst(_ terms: [IndexPlan]) -> [IndexPlan] {
    let efforts = terms.map(\.effort)
    return terms.indices.sorted { (efforts[$0], $0) < (efforts[$1], $1) }.map { terms[$0] }
  }

  /// The plan of an expression, for an index whose columns have these values.
  init(_ expression: FilterExpression, _ values: ColumnValues) {
    switch expression {
    case .everything: self = .everything
    case .word(let word): self = .any(Self.easyFirst(Self.finders(of: word, values).map(Self.find)))
    case .field(let field, let tests):
      self = .any(Self.easyFirst(Self.finders(of: field, tests, values).map(Self.find)))
    case .not(let inner): self = .not(Self(inner, values))
    case .all(let terms): self = .all(Self.easyFirst(terms.map { Self($0, values) }))
    case .any(let options): self = .any(Self.easyFirst(options.map { Self($0, values) }))
    }
  }

  /// A bare word: in headlines, in bodies, and as pinyin in headlines and names.
  private static func finders(of word: WordTest, _ values: ColumnValues) -> [Finder] {
    let printed: [Finder] = [.printed(word.needle, .titles), .printed(word.needle, .bodies)]
    guard let pinyin = word.pinyin else { return printed }
    let isRead: (String?) -> Bool = { $0.map(pinyin.isFound) ?? false }
    return printed + [
      .read(PinyinWays(pinyin), .titles),
      .value(.place, values.place.values.map { isRead($0.city) }),
      .value(.paper, values.paper.values.map(isRead)),
      .names(values.names.values.map(isRead)),
    ]
  }

  private static func finders(of field: FilterField, _ tests: [ValueTest], _ values: ColumnValues) -> [Finder]
  {
    switch field {
    case .title, .body, .pinyin, .state: tests.flatMap { finders(of: field, $0) }
    case .by: bylineFinders(tests, values)
    case .city: [.value(.place, field.marks(values.place.values, tests) { $0.city = $1.city })]
    case .date: [.value(.date, field.marks(values.date.values, tests) { $0.date = $1 })]
    case .paper: [.value(.paper, field.marks(values.paper.values, tests) { $0.paper = $1 })]
    case .page: [.value(.page, field.marks(values.page.values, tests) { $0.page = $1 })]
    case .source: [.value(.source, field.marks(values.source.values, tests) { $0.source = $1 })]
    case .kind: [.value(.kind, field.marks(values.kind.values, tests) { $0.kind = $1 })]
    }
  }

  private static func bylineFinders(_ tests: [ValueTest], _ values: ColumnValues) -> [Finder] {
    let marks = FilterField.by.marks(values.names.values, tests) { $0.byline = [$1] }
    return [.names(marks)] + (tests.contains(.unknown) ? [.noNames] : [])
  }

  private static func finders(of field: FilterField, _ test: ValueTest) -> [Finder] {
    switch test {
    case .contains(let word) where field == .body: [.printed(word.needle, .bodies)]
    case .contains(let word):
      [.printed(word.needle, .titles)] + (word.pinyin.map { [.read(PinyinWays($0), .titles)] } ?? [])
    case .pinyin(let pinyin): [.read(PinyinWays(pinyin), .titles), .read(PinyinWays(pinyin), .bodies)]
    case .state(let state): [.flag(ArticleColumns.Flags(state))]
    case .unknown: field == .title ? [.flag(.untitled)] : []
    case .yearUnknown, .city, .page, .kind, .date: []
    }
  }
}

extension FilterField {
  /// For each value, whether an article that has it, and nothing else, passes one of the tests: the rules of
  /// `Filter.matches` hold here too.
  fileprivate func marks<Value>(
    _ values: [Value], _ tests: [ValueTest], _ set: (inout Article, Value) -> Void
  ) -> [Bool] {
    let expression = FilterExpression.field(self, tests)
    var article = Article(id: "", file: "", kind: .news, lines: [], paragraphs: [])
    return values.map { value in
      set(&article, value)
      return expression.matches(article)
    }
  }
}
