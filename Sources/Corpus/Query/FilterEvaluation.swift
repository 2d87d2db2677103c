extension FilterExpression {
  /// Whether the article is what is asked for.
  func matches(_ article: Article) -> Bool {
    switch self {
    case .everything: true
    case .word(let word): word.matches(article)
    case .field(let field, let tests): tests.contains { $0.matches(article, field) }
    case .not(let inner): !inner.matches(article)
    case .all(let terms): terms.allSatisfy { $0.matches(article) }
    case .any(let options): options.contains { $0.matches(article) }
    }
  }

  /// The same question, with what is answered without reading bodies first.
  var planned: FilterExpression {
    switch self {
    case .everything, .word, .field: self
    case .not(let inner): .not(inner.planned)
    case .all(let terms): .all(Self.cheapFirst(terms))
    case .any(let options): .any(Self.cheapFirst(options))
    }
  }

  private static func cheapFirst(_ terms: [FilterExpression]) -> [FilterExpression] {
    let planned = terms.map(\.planned)
    return planned.filter { !$0.readsBodies } + planned.filter(\.readsBodies)
  }

  private var readsBodies: Bool {
    switch self {
    case .everything: false
    case .word: true
    case .field(let field, _): field == .body || field == .pinyin
    case .not(let inner): inner.readsBodies
    case .all(let terms), .any(let terms): terms.contains(where: \.readsBodies)
    }
  }
}

extension WordTest {
  /// A bare word: printed in headline or body, or the pinyin of headline, city, paper or byline.
  fileprivate func matches(_ article: Article) -> Bool {
    if article.headlineTexts.contains(where: needle.isFound) { return true }
    if let pinyin, pinyin.isFound(inAnyOf: article.headlineTexts + article.namedIn) { return true }
    return needle.isFound(in: article.body)
  }

  /// As printed, or by pinyin.
  fileprivate func isFound(in text: String) -> Bool {
    needle.isFound(in: text) || pinyin?.isFound(in: text) == true
  }
}

extension TextNeedle {
  /// Whether the words stand in a paragraph.
  func isFound(in body: Body) -> Bool {
    guard scalars.contains("\n") else { return isFound(in: body.text) }
    return body.paragraphs.contains { isFound(in: $0.text) }
  }
}

extension PinyinTest {
  func isFound(in text: String) -> Bool {
    query.firstMatch(in: Array(text.unicodeScalars)) != nil
  }

  func isFound(inAnyOf texts: [String]) -> Bool { texts.contains(where: isFound) }
}

extension ValueTest {
  fileprivate func matches(_ article: Article, _ field: FilterField) -> Bool {
    switch self {
    case .unknown: field == .date ? article.date == nil : article.texts(of: field).isEmpty
    case .yearUnknown: article.date.map { $0.year == nil } ?? false
    case .contains(let word):
      field == .body
        ? word.needle.isFound(in: article.body) : article.texts(of: field).contains(where: word.isFound)
    case .city(let word, let isWhole): article.city.map { Self.isCity($0, word, isWhole: isWhole) } ?? false
    case .page(let wanted): article.page.map { Self.isPage($0, wanted) } ?? false
    case .kind(let kind): article.kind == kind
    case .date(let pattern): article.date.map(pattern.matches) ?? false
    case .pinyin(let pinyin):
      // A line feed reads as nothing: no match runs over the end of a paragraph.
      pinyin.isFound(inAnyOf: article.headlineTexts) || pinyin.isFound(in: article.body.text)
    case .state(let state): article.isIn(state)
    }
  }

  private static let cityEndings = ["", "市", "地区", "州", "盟"]

  private static func isCity(_ city: String, _ word: WordTest, isWhole: Bool) -> Bool {
    let printed = city.unicodeScalars.map { word.needle.isLiteral ? $0 : Folding.fold($0) }
    let wanted = word.needle.scalars
    if wanted == printed { return true }
    guard !isWhole else { return false }
    if printed.starts(with: wanted) { return true }
    if cityEndings.contains(where: { wanted == printed + Array($0.unicodeScalars) }) { return true }
    return word.pinyin?.query.firstMatch(in: Array(city.unicodeScalars))?.lowerBound == 0
  }

  private static func isPage(_ page: String, _ wanted: String) -> Bool {
    let (page, wanted) = (pageKey(page), pageKey(wanted))
    let hasDigit = wanted.utf8.contains { (48...57).contains($0) }
    return page == wanted || !hasDigit && !wanted.isEmpty && page.hasPrefix(wanted)
  }

  /// `第03版`, `3`, `０３` and `三` alike; `A03` and `A3`.
  private static func pageKey(_ page: String) -> String {
    var folded = Folding.fold(page)[...]
    if folded.hasPrefix("第") { folded = folded.dropFirst() }
    if folded.hasSuffix("版") { folded = folded.dropLast() }
    if let first = folded.unicodeScalars.first, ChineseNumeral.isNumeral(first) {
      folded = PageName.plain(Scalars(of: folded))[...]
    }
    let letters = folded.prefix { !("0"..."9").contains($0) }
    let rest = folded.dropFirst(letters.count)
    let number = rest.drop { $0 == "0" }
    return String(letters) + (number.isEmpty && !rest.isEmpty ? "0" : String(number))
  }
}

extension Article {
  /// Headline, kicker and subheadline, as far as known.
  var headlineTexts: [String] { [headline, kicker, subheadline].compactMap { $0 } }

  /// The names that a bare word of pinyin finds.
  fileprivate var namedIn: [String] { [city, paper].compactMap { $0 } + byline }

  /// The texts that a field looks at; none where nothing is known.
  fileprivate func texts(of field: FilterField) -> [String] {
    switch field {
    case .title: headlineTexts
    case .by: byline
    case .paper: [paper].compactMap { $0 }
    case .source: [source].compactMap { $0 }
    case .city: [city].compactMap { $0 }
    case .page: [page].compactMap { $0 }
    case .body, .date, .kind, .pinyin, .state: []
    }
  }

  /// Whether it is in a state of `是:`.
  func isIn(_ state: ArticleState) -> Bool {
    switch state {
    case .jump: continuedFrom != nil || continuedTo != nil
    case .uncertain: !uncertain.isEmpty
    case .seam: body.hasSeams
    }
  }
}
