/// What is wrong with a filter's text. Each case carries its place: a range of the text's characters, from 0.
/// `message(in:)` says it in a sentence.
public enum FilterError: Error, Sendable, Equatable {
  /// A quotation mark that nothing closes.
  case unclosedQuote(at: Range<Int>)
  /// Quotation marks with nothing between them.
  case emptyQuote(at: Range<Int>)
  /// An opening parenthesis that nothing closes.
  case unclosedGroup(at: Range<Int>)
  /// A closing parenthesis that closes nothing.
  case strayClose(at: Range<Int>)
  /// Parentheses with nothing between them.
  case emptyGroup(at: Range<Int>)
  /// Parentheses in parentheses, more than anyone writes.
  case tooDeep(at: Range<Int>)
  /// `|` with nothing before or after it.
  case missingAlternative(at: Range<Int>)
  /// `-` or `!` with nothing directly after it.
  case missingNegated(at: Range<Int>)
  /// `=` with nothing directly after it.
  case missingLiteral(at: Range<Int>)
  /// A field without a value; `name` as it is written.
  case missingValue(FilterField, name: String, at: Range<Int>)
  /// A comma with no value before or after it.
  case missingListValue(at: Range<Int>)
  /// A name that is no field; `name` as it is written, and the field that may be meant.
  case unknownField(name: String, nearest: FilterField?, at: Range<Int>)
  /// Not a kind of article.
  case unknownKind(String, at: Range<Int>)
  /// Not a state of `是:`.
  case unknownState(String, at: Range<Int>)
  /// Not a date.
  case unreadableDate(String, at: Range<Int>)
  /// A lone number, which may be a month or a day.
  case bareNumber(String, at: Range<Int>)
  /// A month that no year has.
  case noSuchMonth(Int, at: Range<Int>)
  /// A day that the month does not have.
  case noSuchDay(String, month: Int, day: Int, at: Range<Int>)
  /// A range whose end is before its beginning.
  case reversedRange(String, at: Range<Int>)
  /// A range in which a year is missing.
  case yearMissing(String, at: Range<Int>)
  /// A value of `拼:` that is not made of lower-case letters.
  case notPinyin(String, at: Range<Int>)

  /// The place, in characters of the filter text from 0.
  public var range: Range<Int> {
    switch self {
    case .unclosedQuote(let at), .emptyQuote(let at), .unclosedGroup(let at), .strayClose(let at),
      .emptyGroup(let at), .tooDeep(let at), .missingAlternative(let at), .missingNegated(let at),
      .missingLiteral(let at), .missingListValue(let at):
      at
    case .missingValue(_, _, let at), .unknownField(_, _, let at), .noSuchDay(_, _, _, let at): at
    case .unknownKind(_, let at), .unknownState(_, let at), .unreadableDate(_, let at),
      .bareNumber(_, let at),
      .noSuchMonth(_, let at), .reversedRange(_, let at), .yearMissing(_, let at), .notPinyin(_, let at):
      at
    }
  }
}
