/// What may stand at the caret of a filter that is being typed.
public struct FilterCompletion: Sendable, Hashable {
  /// The field's name with its colon, or the value as it must be written.
  public var text: String
  /// In how many articles the value occurs; nil for names of fields.
  public var count: Int?

  /// Offers for the end of `text`, which is what stands before the caret: names of fields for a bare word; cities,
  /// papers, sources and names of bylines that begin with what is typed, in characters or pinyin, for a value of such a
  /// field, the most frequent first, with the numbers of articles among `found`; for a value of `类:` and `是:` the kinds
  /// and states, those of no article too.
  /// - Returns: the word to be replaced, which `text` ends with, and the offers.
  public static func offers(
    after text: String, among found: ArticleSet, of articles: [Article], in index: ArticleIndex,
    language: Language
  ) -> (word: String, offers: [FilterCompletion]) {
    let tokens = FilterLexer.tokens(of: text)
    guard let last = tokens.last, last.range.upperBound == text.unicodeScalars.count else {
      return ("", fields(beginning: "", language))
    }
    switch last.kind {
    case .word(let word) where !word.isQuoted && !word.isLiteral:
      return (word.text, fields(beginning: word.text, language))
    case .field(let field, let name, let values):
      guard let value = values.last, !value.isQuoted, !value.isLiteral else { return ("", []) }
      let counts = index.counts(of: field, among: found, of: articles)
      guard let terms = field.terms else { return (value.text, self.values(beginning: value.text, counts)) }
      let language: Language = Folding.fold(name).utf8.allSatisfy { $0 < 128 } ? .english : .chinese
      return (value.text, offers(of: terms, beginning: value.text, language, counts))
    case .open, .or, .not: return ("", fields(beginning: "", language))
    default: return ("", [])
    }
  }

  /// The filter text whose articles are counted for offers after `text`: what is there without the token being
  /// typed, so that a count is that of the list once the offer is taken.
  public static func rest(of text: String, before caret: Int) -> String {
    let characters = Array(text)
    let before = String(characters[..<caret])
    guard let last = FilterLexer.tokens(of: before).last, last.range.upperBound == before.unicodeScalars.count
    else { return text }
    var kept = String.UnicodeScalarView(before.unicodeScalars.prefix(last.range.lowerBound))
    while let last = kept.last, ["-", "!"].contains(Folding.fold(last)) { kept.removeLast() }
    return String(kept) + String(characters[caret...].drop { !$0.isWhitespace && $0 != ")" && $0 != "|" })
  }

  /// Whether a filter says which kinds of articles it wants once something is completed at the caret: page furniture
  /// is then in the list, and counted.
  public static func namesKind(_ text: String, before caret: Int) -> Bool {
    let characters = Array(text)
    let completed = String(characters[..<caret]) + "x" + String(characters[caret...])
    return !FilterText.values(of: .kind, in: completed).isEmpty
  }

  private static func offers(
    of terms: [FilterTerms], beginning text: String, _ language: Language, _ counts: [String: Int]
  ) -> [FilterCompletion] {
    let offers = terms.flatMap { term in
      term.offers(beginning: Folding.fold(text), in: language).map {
        FilterCompletion(text: $0, count: counts[term.english] ?? 0)
      }
    }
    let order = offers.indices.sorted { (-(offers[$0].count ?? 0), $0) < (-(offers[$1].count ?? 0), $1) }
    return order.map { offers[$0] }
  }

  private static func values(beginning text: String, _ counts: [String: Int]) -> [FilterCompletion] {
    let beginning = Folding.fold(text)
    let pinyin = PinyinTest(text)
    let fitting = counts.filter { name, count in
      count > 0
        && (Folding.fold(name).hasPrefix(beginning)
          || pinyin?.query.firstMatch(in: Array(name.unicodeScalars))?.lowerBound == 0)
    }
    return fitting.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      FilterCompletion(text: FilterText.quoted($0.key), count: $0.value)
    }
  }

  private static func fields(beginning text: String, _ language: Language) -> [FilterCompletion] {
    let beginning = Folding.fold(text)
    let names = Language.allCases.sorted { a, _ in a == language }.flatMap { language in
      FilterField.allCases.map { $0.name(in: language) }
    }
    let fitting = names.filter {
      $0.hasPrefix(beginning) && !(text.isEmpty && !names.prefix(11).contains($0))
    }
    return fitting.map { FilterCompletion(text: $0 + ":") }
  }
}

extension FilterField {
  /// What its values may be written as, where it knows but a few.
  fileprivate var terms: [FilterTerms]? {
    switch self {
    case .kind: ArticleKind.allCases.map(\.terms)
    case .state: ArticleState.allCases.map(\.terms)
    default: nil
    }
  }
}

extension ArticleIndex {
  /// In how many of the found articles each value of a field occurs.
  fileprivate func counts(of field: FilterField, among found: ArticleSet, of articles: [Article]) -> [String:
    Int]
  {
    var counts: [String: Int] = [:]
    for (segment, bits) in zip(segments, found.segments) {
      let columns = segment.columns
      switch field {
      case .city: columns.place.count(bits, into: &counts) { $0.city }
      case .paper: columns.paper.count(bits, into: &counts) { $0 }
      case .source: columns.source.count(bits, into: &counts) { $0 }
      case .by: columns.countNames(bits, into: &counts)
      case .kind: columns.kind.count(bits, into: &counts) { $0.rawValue }
      case .state: columns.countStates(bits, into: &counts)
      case .date, .title, .body, .page, .pinyin: break
      }
    }
    for index in found.rest {
      for name in articles[index].names(of: field) { counts[name, default: 0] += 1 }
    }
    return counts
  }
}

extension Article {
  fileprivate func names(of field: FilterField) -> [String] {
    switch field {
    case .city: [city].compactMap { $0 }
    case .paper: [paper].compactMap { $0 }
    case .source: [source].compactMap { $0 }
    case .by: byline
    case .kind: [kind.rawValue]
    case .state: ArticleState.allCases.filter(isIn).map(\.rawValue)
    case .date, .title, .body, .page, .pinyin: []
    }
  }
}

extension ArticleColumns {
  fileprivate func countStates(_ bits: DocumentBits, into counts: inout [String: Int]) {
    for state in ArticleState.allCases {
      let flag = Flags(state)
      flags.count(bits, into: &counts) { $0.contains(flag) ? state.rawValue : nil }
    }
  }

  fileprivate func countNames(_ bits: DocumentBits, into counts: inout [String: Int]) {
    var occurrences = [Int](repeating: 0, count: names.values.count)
    bits.forEach { document in
      for place in namesRange(of: document) { occurrences[Int(names.ids[place])] += 1 }
    }
    for (name, count) in zip(names.values, occurrences) { counts[name, default: 0] += count }
  }
}

extension Column {
  /// Adds how often each value occurs in some articles to the counts of the names that it is known by.
  fileprivate func count(
    _ bits: DocumentBits, into counts: inout [String: Int], _ name: (Value) -> String?
  ) {
    var occurrences = [Int](repeating: 0, count: values.count)
    bits.forEach { occurrences[Int(ids[$0])] += 1 }
    for (value, count) in zip(values, occurrences) {
      if let name = name(value) { counts[name, default: 0] += count }
    }
  }
}
