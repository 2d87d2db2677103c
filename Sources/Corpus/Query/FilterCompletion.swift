/// What may stand at the caret of a filter that is being typed.
public struct FilterCompletion: Sendable, Hashable {
  /// The field's name with its colon, or the value as it must be written.
  public var text: String
  /// In how many articles the value occurs; nil for names of fields.
  public var count: Int?

  /// Offers for the end of `text`, which is what stands before the caret: names of fields for a bare word; cities,
  /// papers and names of bylines that begin with what is typed, in characters or pinyin, for a value of such a field,
  /// the most frequent first.
  /// - Returns: the word to be replaced, which `text` ends with, and the offers.
  public static func offers(after text: String, in index: ArticleIndex, language: Language) -> (
    word: String, offers: [FilterCompletion]
  ) {
    let tokens = FilterLexer.tokens(of: text)
    guard let last = tokens.last, last.range.upperBound == text.unicodeScalars.count else {
      return ("", fields(beginning: "", language))
    }
    switch last.kind {
    case .word(let word) where !word.isQuoted && !word.isLiteral:
      return (word.text, fields(beginning: word.text, language))
    case .field(let field, _, let values):
      guard let value = values.last, !value.isQuoted, !value.isLiteral else { return ("", []) }
      return (value.text, index.values(of: field, beginning: value.text))
    case .open, .or, .not: return ("", fields(beginning: "", language))
    default: return ("", [])
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

extension ArticleIndex {
  fileprivate func values(of field: FilterField, beginning text: String) -> [FilterCompletion] {
    let beginning = Folding.fold(text)
    let pinyin = PinyinTest(text)
    let fitting = counts(of: field).filter { name, _ in
      Folding.fold(name).hasPrefix(beginning)
        || pinyin?.query.firstMatch(in: Array(name.unicodeScalars))?.lowerBound == 0
    }
    return fitting.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      FilterCompletion(text: FilterText.quoted($0.key), count: $0.value)
    }
  }

  /// In how many articles each value of a field occurs.
  private func counts(of field: FilterField) -> [String: Int] {
    var counts: [String: Int] = [:]
    for segment in segments {
      let columns = segment.columns
      switch field {
      case .city: columns.place.count(into: &counts) { $0.city }
      case .paper: columns.paper.count(into: &counts) { $0 }
      case .source: columns.source.count(into: &counts) { $0 }
      case .by: columns.names.count(into: &counts) { $0 }
      case .date, .title, .body, .page, .kind, .pinyin, .state: break
      }
    }
    return counts
  }
}

extension Column {
  /// Adds how often each value occurs to the counts of the names that it is known by.
  fileprivate func count(into counts: inout [String: Int], _ name: (Value) -> String?) {
    var occurrences = [Int](repeating: 0, count: values.count)
    for id in ids { occurrences[Int(id)] += 1 }
    for (value, count) in zip(values, occurrences) {
      if let name = name(value) { counts[name, default: 0] += count }
    }
  }
}
