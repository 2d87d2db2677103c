import Corpus

/// A range of days between two that were pointed at, in either order; the whole of a month or year is meant.
struct DayRange: Hashable, Sendable {
  /// The range as a value of `日:`.
  let value: String

  /// Nil where only one of the two has a year: nobody can say what is between them.
  init?(_ one: PartialDate, _ other: PartialDate) {
    guard (one.year == nil) == (other.year == nil) else { return nil }
    let ends = [min(one, other), max(one, other)].map(FilterText.value)
    value = ends[0] == ends[1] ? ends[0] : ends.joined(separator: "..")
  }
}

/// Whether days are among those that some values of `日:` mean, by the rules of the filter language.
struct DayTest: Sendable {
  private let filter: Filter?

  /// A test that no day passes where there are no values, or wrong ones.
  init(_ values: some Sequence<String>) {
    let text = FilterText.setting(.date, to: Array(values), in: "")
    filter = text.isEmpty ? nil : try? Filter(parsing: text)
  }

  /// Whether a day, month or year is meant as a whole.
  func contains(_ date: PartialDate) -> Bool {
    var article = Article(id: "", file: "", kind: .news, lines: [], paragraphs: [])
    article.date = date
    return filter?.matches(article) ?? false
  }
}

extension Picker {
  /// The range from the marked end to the selected row; nil where there is none or it cannot be said.
  var range: DayRange? {
    guard let rangeStart, let end = selectedRow?.date else { return nil }
    return DayRange(rangeStart, end)
  }

  /// How many articles the list has once the range is chosen.
  func count(in range: DayRange) -> Int {
    let test = DayTest([range.value])
    let decided = (counts ?? []).reduce(0) { sum, count in
      let isMeant = count.value.flatMap(Self.date(ofValue:)).map(test.contains) ?? false
      return sum + (isMeant ? count.count : 0)
    }
    return outcome.count(deciding: decided)
  }

  /// Marks one end of a range; on the same row again, takes the mark away.
  mutating func markEnd() {
    guard let date = selectedRow?.date else { return }
    rangeStart = rangeStart == date ? nil : date
  }

  /// The date of a value that was counted: `2025-03-17`, `10-08`, `10月`.
  static func date(ofValue value: String) -> PartialDate? {
    if let date = PartialDate(value) { return date }
    guard value.hasSuffix("月"), let month = Int(value.dropLast()) else { return nil }
    return PartialDate(month: month)
  }
}
