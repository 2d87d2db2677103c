/// A word of the filter text, quoted or bare.
struct FilterWord: Equatable {
  /// What is to be found, without quotes and without the `=` before it.
  var text: String
  /// Written in quotes: operators and spaces in it are plain characters, and it is no pinyin and no keyword.
  var isQuoted: Bool
  /// Written `=词`: not folded.
  var isLiteral: Bool
  /// False where the closing quote is missing.
  var isClosed: Bool
  /// Where it stands, `=` and quotes included.
  var range: Range<Int>

  /// `?`, which stands where the browser is to offer values.
  var isAsking: Bool { !isQuoted && !isLiteral && ["?", "？"].contains(text) }
}

/// A token of the filter text; its range is in scalars of that text.
struct FilterToken: Equatable {
  enum Kind: Equatable {
    case open, close, or, not
    case word(FilterWord)
    /// `市:濮阳,郑州`; where a value is missing, a word without text.
    case field(FilterField, name: String, values: [FilterWord])
    /// `x:1`: it looks like a field, but there is none of that name.
    case unknownField(name: String)
  }

  var kind: Kind
  var range: Range<Int>
}

/// Filter text to tokens. Never fails: what is wrong (an open quote, a missing value) is seen in the tokens.
struct FilterLexer {
  private let scalars: [Unicode.Scalar]
  /// The same scalars folded: every operator in its ASCII form.
  private let folded: [Unicode.Scalar]
  private var at = 0

  /// The tokens of `text`, in order.
  static func tokens(of text: String) -> [FilterToken] {
    var lexer = FilterLexer(text)
    var tokens: [FilterToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    folded = scalars.map { Folding.fold($0) }
  }

  private mutating func next() -> FilterToken? {
    while at < folded.count, isSpace(at) { at += 1 }
    guard at < folded.count else { return nil }
    let start = at
    let kind = operatorKind() ?? fieldKind() ?? .word(word(endingAt: []))
    return FilterToken(kind: kind, range: start..<at)
  }

  private mutating func operatorKind() -> FilterToken.Kind? {
    let kind: FilterToken.Kind
    switch folded[at] {
    case "(": kind = .open
    case ")": kind = .close
    case "|": kind = .or
    case "-", "!": kind = .not
    default: return nil
    }
    at += 1
    return kind
  }

  private mutating func fieldKind() -> FilterToken.Kind? {
    var end = at
    while end < folded.count, isNameLetter(folded[end]) { end += 1 }
    guard end > at, end < folded.count, folded[end] == ":" else { return nil }
    let name = text(at..<end)
    guard let field = FilterField(name: name) else { return unknownField(name, colon: end) }
    at = end + 1
    var values = [word(endingAt: [","])]
    while at < folded.count, folded[at] == "," {
      at += 1
      values.append(word(endingAt: [","]))
    }
    return .field(field, name: name, values: values)
  }

  /// What nobody would write to mean a field stays a word: `http://…`, `12:30`, `GDP：同比`, `郑州：…`.
  private mutating func unknownField(_ name: String, colon: Int) -> FilterToken.Kind? {
    let letters = Array(name.unicodeScalars)
    let isLatin = letters.allSatisfy { ("a"..."z").contains($0) }
    guard isLatin || letters.count == 1 && letters[0].value >= 0x4E00 else { return nil }
    let value = colon + 1
    guard value < folded.count, !isSpace(value), !"/\\:()|".unicodeScalars.contains(folded[value]) else {
      return nil
    }
    at = value
    _ = word(endingAt: [])
    return .unknownField(name: name)
  }

  /// A word from here on; without text where none begins.
  private mutating func word(endingAt ends: Set<Unicode.Scalar>) -> FilterWord {
    let start = at
    let isLiteral = at < folded.count && folded[at] == "="
    if isLiteral { at += 1 }
    if at < folded.count, let quote = Quote(opening: scalars[at]) {
      let (text, isClosed) = quoted(by: quote)
      return FilterWord(
        text: text, isQuoted: true, isLiteral: isLiteral, isClosed: isClosed, range: start..<at)
    }
    let first = at
    while at < folded.count, !isSpace(at), !isWordEnd(at), !ends.contains(folded[at]) { at += 1 }
    return FilterWord(
      text: text(first..<at), isQuoted: false, isLiteral: isLiteral, isClosed: true, range: start..<at)
  }

  private mutating func quoted(by quote: Quote) -> (text: String, isClosed: Bool) {
    at += 1
    var inner = String.UnicodeScalarView()
    while at < scalars.count {
      if quote.closes(scalars[at]) {
        at += 1
        guard quote.isStraight, at < scalars.count, quote.closes(scalars[at]) else {
          return (String(inner), true)
        }
      }
      inner.append(scalars[at])
      at += 1
    }
    return (String(inner), false)
  }

  private func isSpace(_ index: Int) -> Bool {
    folded[index].properties.isWhitespace
  }

  private func isWordEnd(_ index: Int) -> Bool {
    "()|".unicodeScalars.contains(folded[index]) || Quote(opening: scalars[index]) != nil
  }

  private func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || (0x4E00..<0xA000).contains(scalar.value)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

/// The quotes of the filter language: `"…"` in both widths, “…”, 「…」. An input method gives “ and ” in turn, so
/// either of the two opens and closes. In `"…"` a doubled quote stands for one.
private enum Quote {
  case straight, curly, corner

  init?(opening scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\u{FF02}": self = .straight
    case "\u{201C}", "\u{201D}": self = .curly
    case "「": self = .corner
    default: return nil
    }
  }

  var isStraight: Bool { self == .straight }

  func closes(_ scalar: Unicode.Scalar) -> Bool {
    self == .corner ? scalar == "」" : Quote(opening: scalar) == self
  }
}
