/// Edits of a filter's text, for those who choose from lists instead of typing.
///
/// A top-level token of a field is one that every matching article must fulfil: it stands in no parentheses and
/// beside no `|`. The text may be unfinished or wrong.
public enum FilterText {
  /// The text without its top-level tokens of `field`, negated ones included.
  public static func removing(_ field: FilterField, from text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for range in FilterOutline(text).ranges(of: field).reversed() { cut(range, from: &scalars) }
    return string(scalars)
  }

  /// The text with its top-level tokens of `field` replaced by one with these values, any of which may match. The
  /// value `无` means that nothing is known, and no value at all removes the tokens. The new token takes the place
  /// and the name of the first old one, else it is appended.
  public static func setting(_ field: FilterField, to values: [String], in text: String) -> String {
    let given = values.filter { !$0.isEmpty }
    guard !given.isEmpty else { return removing(field, from: text) }
    let outline = FilterOutline(text)
    let list = given.map(quoted).joined(separator: ",")
    guard let first = outline.ranges(of: field).first, let name = outline.name(of: field) else {
      return adding("\(field.name(in: .chinese)):\(list)", to: text, outline)
    }
    var scalars = Array(text.unicodeScalars)
    for range in outline.ranges(of: field).dropFirst().reversed() { cut(range, from: &scalars) }
    put("\(name):\(list)", in: first, of: &scalars)
    return string(scalars)
  }

  /// The values of the top-level tokens of `field`, as written but without quotes; negated tokens give none.
  public static func values(of field: FilterField, in text: String) -> [String] {
    FilterOutline(text).tokens.flatMap { entry -> [String] in
      guard !entry.isNegated, case .field(field, _, let values) = entry.token.kind else { return [] }
      return given(values)
    }
  }

  /// The first token that asks for its value, `市:?`, wherever it stands before a parenthesis that closes nothing.
  public static func asked(in text: String) -> FilterAsk? {
    let outline = FilterOutline(text)
    for token in FilterLexer.tokens(of: text) where token.range.upperBound <= outline.end ?? .max {
      guard case .field(let field, let name, let values) = token.kind, values.contains(where: \.isAsking)
      else { continue }
      let isPlain = outline.tokens.contains { $0.token == token && !$0.isNegated }
      return FilterAsk(
        field: field, values: given(values), isPlain: isPlain, name: name, range: token.range)
    }
    return nil
  }

  /// The text with these values in the place of a token that asks for them in it; a `-` before it stays, and so does
  /// everything else. No value at all leaves the text as it is: to drop a condition beside a `|` or after a `-` changes
  /// what the rest means.
  public static func answering(_ ask: FilterAsk, with values: [String], in text: String) -> String {
    let given = values.filter { !$0.isEmpty }
    var scalars = Array(text.unicodeScalars)
    guard !given.isEmpty, ask.range.upperBound <= scalars.count else { return text }
    put("\(ask.name):\(given.map(quoted).joined(separator: ","))", in: ask.range, of: &scalars)
    return string(scalars)
  }

  /// A date as a value of `日:` that means it: `2025-03-17`, `03-17`, and `3月` for a month without a year.
  public static func value(of date: PartialDate) -> String {
    if date.year == nil, date.day == nil, let month = date.month { return "\(month)月" }
    return date.description
  }

  /// The values of a token, as written but without quotes and without `?`.
  private static func given(_ values: [FilterWord]) -> [String] {
    values.filter { !$0.isAsking }.map { $0.isLiteral ? "=" + $0.text : $0.text }.filter { !$0.isEmpty }
  }

  /// Puts a token in the place of another, with a blank after it where it would run into what follows.
  private static func put(_ token: String, in range: Range<Int>, of scalars: inout [Unicode.Scalar]) {
    let touches = range.upperBound < scalars.count && !isBreak(scalars[range.upperBound])
    scalars.replaceSubrange(range, with: Array("\(token)\(touches ? " " : "")".unicodeScalars))
  }

  /// Appended, where what stands there is complete; before it, where an open quote would swallow it.
  private static func adding(_ token: String, to text: String, _ outline: FilterOutline) -> String {
    var scalars = Array(text.unicodeScalars)
    guard !outline.isBlank else { return token }
    if outline.hasAlternatives {
      scalars.insert(")", at: outline.end ?? scalars.count)
      scalars.insert("(", at: 0)
    }
    let rest = string(scalars)
    if (try? FilterParser.expression(of: rest)) == nil { return "\(token) \(rest)" }
    return rest + (scalars.last?.properties.isWhitespace == true ? "" : " ") + token
  }

  /// Cuts a token and the blanks after it; at the end, the blanks before it.
  private static func cut(_ range: Range<Int>, from scalars: inout [Unicode.Scalar]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end < scalars.count, scalars[end].properties.isWhitespace { end += 1 }
    if end == scalars.count {
      while start > 0, scalars[start - 1].properties.isWhitespace { start -= 1 }
    }
    scalars.removeSubrange(start..<end)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "()|".unicodeScalars.contains(Folding.fold(scalar))
  }

  /// A value as it must be written to be read as that value; `无` stays the keyword.
  static func quoted(_ value: String) -> String {
    let read = FilterLexer.tokens(of: "x \(FilterField.city.rawValue):\(value) x")
    if read.count == 3, case .field(.city, _, let words) = read[1].kind, words.count == 1, !words[0].isQuoted,
      words[0].text == value, !["none", "noyear", "?"].contains(Folding.fold(value))
    {
      return value
    }
    let doubled = value.unicodeScalars.flatMap { $0 == "\"" || $0 == "\u{FF02}" ? [$0, $0] : [$0] }
    return "\"" + string(doubled) + "\""
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A token that asks for its value in a filter's text: `市:?`.
public struct FilterAsk: Sendable, Hashable {
  /// The field whose values are asked for.
  public let field: FilterField
  /// The values that stand beside the `?`, as written but without quotes.
  public let values: [String]
  /// True for a top-level token that is not negated; else it stands in parentheses, beside a `|` or after a `-`.
  public let isPlain: Bool
  /// The field's name as written.
  let name: String
  /// Where the token stands, in scalars, without a `-` before it.
  let range: Range<Int>
}

/// The top level of a filter's text, as far as its parentheses balance.
private struct FilterOutline {
  struct Entry {
    var token: FilterToken
    var isNegated: Bool
    /// The token and the `-` before it.
    var range: Range<Int>
  }

  /// The top-level tokens; none where a `|` stands at the top.
  private(set) var tokens: [Entry] = []
  /// True where a `|` stands at the top.
  private(set) var hasAlternatives = false
  /// The place of a closing parenthesis that closes nothing; what follows is not looked at.
  private(set) var end: Int?
  /// True for an empty or blank text.
  private(set) var isBlank = true

  init(_ text: String) {
    var depth = 0
    var negations: [FilterToken] = []
    for token in FilterLexer.tokens(of: text) {
      isBlank = false
      if token.kind == .not {
        if negations.last?.range.upperBound != token.range.lowerBound { negations = [] }
        negations.append(token)
        continue
      }
      if depth == 0 { note(token, after: negations) }
      negations = []
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      if depth < 0 {
        end = token.range.lowerBound
        break
      }
    }
    if hasAlternatives { tokens = [] }
  }

  private mutating func note(_ token: FilterToken, after negations: [FilterToken]) {
    if token.kind == .or { hasAlternatives = true }
    let isAttached = negations.last?.range.upperBound == token.range.lowerBound
    let start =
      isAttached ? negations.first?.range.lowerBound ?? token.range.lowerBound : token.range.lowerBound
    let isNegated = isAttached && negations.count % 2 == 1
    tokens.append(Entry(token: token, isNegated: isNegated, range: start..<token.range.upperBound))
  }

  func ranges(of field: FilterField) -> [Range<Int>] {
    tokens.compactMap { entry in
      if case .field(field, _, _) = entry.token.kind { entry.range } else { nil }
    }
  }

  /// The name that the first token of `field` is written with.
  func name(of field: FilterField) -> String? {
    for entry in tokens { if case .field(field, let name, _) = entry.token.kind { return name } }
    return nil
  }
}
