/// Tokens to an expression: `|` binds weakest, then space (AND), then `-`.
struct FilterParser {
  /// How many parentheses may stand inside one another.
  private static let depthLimit = 64

  private let text: String
  private let tokens: [FilterToken]
  /// What takes the place of a token that asks for its value.
  private let standIn: StandIn?
  private var at = 0

  /// An expression for the token at a range of scalars.
  private struct StandIn {
    var range: Range<Int>
    var expression: FilterExpression
  }

  /// The expression that `text` means.
  static func expression(of text: String) throws(FilterError) -> FilterExpression {
    var parser = Self(text)
    return try parser.whole()
  }

  /// The expression that `text` means with `answer` where it asks for a value. Since more is still to be typed, what
  /// is open at the end is taken as closed there.
  static func expression(
    of text: String, answering ask: FilterAsk, with answer: FilterExpression
  ) throws(FilterError) -> FilterExpression {
    var parser = Self(text, StandIn(range: ask.range, expression: answer))
    return try parser.whole()
  }

  private init(_ text: String, _ standIn: StandIn? = nil) {
    self.text = text
    self.standIn = standIn
    tokens = FilterLexer.tokens(of: text)
  }

  private var token: FilterToken? { at < tokens.count ? tokens[at] : nil }

  private mutating func whole() throws(FilterError) -> FilterExpression {
    let expression = try alternatives(depth: 0)
    if let token { throw .strayClose(at: place(token.range)) }
    return expression ?? .everything
  }

  /// `a b | c d`; nil where nothing stands.
  private mutating func alternatives(depth: Int) throws(FilterError) -> FilterExpression? {
    var options = [try conjunction(depth: depth)]
    while let bar = token, bar.kind == .or {
      at += 1
      options.append(try conjunction(depth: depth))
      if options.contains(nil) { throw .missingAlternative(at: place(bar.range)) }
    }
    let given = options.compactMap { $0 }
    return given.count > 1 ? .any(given) : given.first
  }

  /// `a b`; nil where nothing stands.
  private mutating func conjunction(depth: Int) throws(FilterError) -> FilterExpression? {
    var terms: [FilterExpression] = []
    while let token, token.kind != .or, token.kind != .close { terms.append(try term(token, depth: depth)) }
    return terms.count > 1 ? .all(terms) : terms.first
  }

  private mutating func term(_ first: FilterToken, depth: Int) throws(FilterError) -> FilterExpression {
    var isNegated = false
    var current = first
    while current.kind == .not {
      at += 1
      guard let next = token, next.range.lowerBound == current.range.upperBound, next.kind != .or,
        next.kind != .close
      else { throw .missingNegated(at: place(current.range)) }
      isNegated.toggle()
      current = next
    }
    at += 1
    let expression = try operand(current, depth: depth)
    return isNegated ? .not(expression) : expression
  }

  private mutating func operand(_ token: FilterToken, depth: Int) throws(FilterError) -> FilterExpression {
    if let standIn, standIn.range == token.range { return standIn.expression }
    switch token.kind {
    case .open: return try group(token, depth: depth + 1)
    case .word(let word): return .word(try wordTest(word))
    case .field(let field, let name, let values): return try self.field(field, name, values, token.range)
    case .unknownField(let name):
      let colon = token.range.lowerBound + name.unicodeScalars.count + 1
      throw .unknownField(
        name: name, nearest: FilterField.nearest(to: name), at: place(token.range.lowerBound..<colon))
    case .close: throw .strayClose(at: place(token.range))
    case .or: throw .missingAlternative(at: place(token.range))
    case .not: throw .missingNegated(at: place(token.range))
    }
  }

  private mutating func group(_ open: FilterToken, depth: Int) throws(FilterError) -> FilterExpression {
    guard depth <= Self.depthLimit else { throw .tooDeep(at: place(open.range)) }
    let inner = try alternatives(depth: depth)
    guard let close = token else {
      if let inner, standIn != nil { return inner }
      throw .unclosedGroup(at: place(open.range))
    }
    at += 1
    guard let inner else {
      throw .emptyGroup(at: place(open.range.lowerBound..<close.range.upperBound))
    }
    return inner
  }

  private func field(
    _ field: FilterField, _ name: String, _ values: [FilterWord], _ range: Range<Int>
  ) throws(FilterError) -> FilterExpression {
    var tests: [ValueTest] = []
    for (index, value) in values.enumerated() {
      // Where a value asks for itself, it is still to come.
      if value.isAsking || values.count == 1 && value.range.isEmpty {
        throw .missingValue(field, name: name, at: place(range))
      }
      if value.range.isEmpty {
        let comma = value.range.lowerBound - (index > 0 ? 1 : 0)
        throw .missingListValue(at: place(comma..<comma + 1))
      }
      tests.append(try test(value, of: field))
    }
    return .field(field, tests)
  }

  private func test(_ value: FilterWord, of field: FilterField) throws(FilterError) -> ValueTest {
    let word = try wordTest(value)
    let keyword = value.isQuoted || value.isLiteral ? "" : Folding.fold(value.text)
    if field.canBeUnknown, ["无", "none"].contains(keyword) { return .unknown }
    switch field {
    case .title, .body, .by, .paper, .source: return .contains(word)
    case .city: return .city(word, isWhole: value.isQuoted || value.isLiteral)
    case .page: return .page(Folding.fold(value.text))
    case .date: return try date(value, keyword: keyword)
    case .kind:
      guard let kind = ArticleKind(filterName: Folding.fold(value.text)) else {
        throw .unknownKind(value.text, at: place(value.range))
      }
      return .kind(kind)
    case .state:
      guard let state = ArticleState(name: Folding.fold(value.text)) else {
        throw .unknownState(value.text, at: place(value.range))
      }
      return .state(state)
    case .pinyin:
      guard let pinyin = PinyinTest(Self.unwidened(value.text)) else {
        throw .notPinyin(value.text, at: place(value.range))
      }
      return .pinyin(pinyin)
    }
  }

  private func date(_ value: FilterWord, keyword: String) throws(FilterError) -> ValueTest {
    if ["无年", "noyear"].contains(keyword) { return .yearUnknown }
    let at = place(value.range)
    do throws(DatePattern.Fault) {
      return .date(try DatePattern(value.text))
    } catch {
      switch error {
      case .unreadable: throw .unreadableDate(value.text, at: at)
      case .bareNumber: throw .bareNumber(value.text, at: at)
      case .month(let month): throw .noSuchMonth(month, at: at)
      case .day(let month, let day): throw .noSuchDay(value.text, month: month, day: day, at: at)
      case .reversed: throw .reversedRange(value.text, at: at)
      case .yearMissing: throw .yearMissing(value.text, at: at)
      }
    }
  }

  private func wordTest(_ word: FilterWord) throws(FilterError) -> WordTest {
    guard word.isClosed else { throw .unclosedQuote(at: place(word.range)) }
    guard let needle = TextNeedle(word.text, isLiteral: word.isLiteral) else {
      throw word.isQuoted ? .emptyQuote(at: place(word.range)) : .missingLiteral(at: place(word.range))
    }
    let isPlain = !word.isQuoted && !word.isLiteral
    return WordTest(needle: needle, pinyin: isPlain ? PinyinTest(Self.unwidened(word.text)) : nil)
  }

  /// Full-width letters in ASCII, their case kept.
  private static func unwidened(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      narrow.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(narrow)
  }

  /// A range of scalars as a range of the text's characters.
  private func place(_ range: Range<Int>) -> Range<Int> {
    var first = 0
    var (scalars, characters) = (0, 0)
    for character in text {
      let next = scalars + character.unicodeScalars.count
      if scalars <= range.lowerBound { first = characters }
      if scalars >= range.upperBound { break }
      characters += 1
      scalars = next
    }
    return min(first, characters)..<characters
  }
}

extension FilterField {
  /// Whether `无` means that nothing is known.
  fileprivate var canBeUnknown: Bool {
    switch self {
    case .city, .date, .title, .by, .paper, .page, .source: true
    case .body, .kind, .pinyin, .state: false
    }
  }
}
