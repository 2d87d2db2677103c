/// A filter of articles, in the filter language of README's "The filter".
///
/// Bare words are looked for in headline, kicker, subheadline and body; a bare word of lower-case ASCII letters
/// also as pinyin in these headlines, in city, paper and byline. Case, width and Traditional forms are folded.
public struct Filter: Sendable, Equatable {
  /// What is asked, without places.
  let expression: FilterExpression
  /// The same, in the order in which it is answered soonest.
  private let plan: FilterExpression

  /// A filter that matches every article.
  public init() {
    self.init(expression: .everything)
  }

  /// Reads a filter; an empty or blank text matches every article.
  public init(parsing text: String) throws(FilterError) {
    self.init(expression: try FilterParser.expression(of: text))
  }

  /// Reads a filter that asks for a value as if every article fulfilled the condition that asks, or none. Where both
  /// readings differ about an article, its own value decides: so two searches tell for each value how many articles
  /// the filter would find with it. Parentheses that are not closed yet are taken as closed at the end.
  public init(parsing text: String, taking ask: FilterAsk, asFulfilled isFulfilled: Bool) throws(FilterError)
  {
    let answer = isFulfilled ? FilterExpression.everything : .not(.everything)
    self.init(expression: try FilterParser.expression(of: text, answering: ask, with: answer))
  }

  private init(expression: FilterExpression) {
    self.expression = expression
    plan = expression.planned
  }

  /// True where every article matches because nothing is asked.
  public var isEmpty: Bool { expression == .everything }

  /// Whether the article is what the filter asks for.
  public func matches(_ article: Article) -> Bool { plan.matches(article) }

  /// Where words of the filter stand in `text`, a shown text of `field` (`.title` for headline, kicker and
  /// subheadline, `.body` for paragraphs): ranges of Unicode scalars, in order, not overlapping. Words that are
  /// negated are left out. Where the letters of a word are printed, their pinyin is not marked.
  public func hits(in text: String, field: FilterField) -> [Range<Int>] {
    let words = expression.words(shownIn: field)
    guard !words.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    return Self.merged(words.flatMap { $0.ranges(in: scalars) })
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
