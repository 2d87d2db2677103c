import Corpus

extension Picker {
  /// The rest of a filter, whose answer tells the counts of a picker.
  ///
  /// For a condition that every article must fulfil, the articles that the other conditions find are counted by their
  /// values. One in parentheses, beside a `|` or after a `-` is counted by what the whole filter would find with a
  /// value put in. An article has one city and one day, so two searches are enough, whatever the filter: where its
  /// answer about an article is the same with the condition fulfilled and not, the choice does not matter; where it
  /// differs, the article's own value decides.
  struct Rest: Sendable {
    /// The filter as if the condition were fulfilled.
    var fulfilled: Filter
    /// The filter as if it were not; nil: that finds nothing.
    var unfulfilled: Filter?
    /// True where it says itself which kinds it wants.
    var namesKind: Bool
  }

  /// How the articles that a choice decides about make up the list.
  struct Outcome: Hashable, Sendable {
    /// How many are found by a choice that decides about none.
    var others = 0
    /// True where the articles with the chosen value are those that are left out.
    var isNegated = false

    /// The length of the list where a choice decides about so many articles.
    func count(deciding decided: Int) -> Int { isNegated ? others - decided : others + decided }
  }

  /// The rest of the filter text. Where it cannot be read even so, the values are counted among the articles of the
  /// list, whose filter is `shown`; nil where that cannot be read without the field.
  func rest(beside shown: String) -> Rest? {
    whole ?? Self.rest(of: text, without: field) ?? Self.rest(of: shown, without: field)
  }

  /// The whole filter, where the text asks in a place in which more than this condition is counted.
  private var whole: Rest? {
    guard let ask, let fulfilled = try? Filter(parsing: text, taking: ask, asFulfilled: true),
      let unfulfilled = try? Filter(parsing: text, taking: ask, asFulfilled: false)
    else { return nil }
    return Rest(fulfilled: fulfilled, unfulfilled: unfulfilled, namesKind: Self.namesKind(text))
  }

  private static func rest(of text: String, without field: FilterField) -> Rest? {
    guard let filter = try? Filter(parsing: FilterText.removing(field, from: text)) else { return nil }
    return Rest(fulfilled: filter, namesKind: namesKind(text))
  }

  private static func namesKind(_ text: String) -> Bool { !FilterText.values(of: .kind, in: text).isEmpty }

  /// The filter text with these values chosen.
  func text(choosing values: [String]) -> String {
    if let ask { return FilterText.answering(ask, with: values, in: text) }
    return FilterText.setting(field, to: values, in: text)
  }
}
