/// How far a value can be relied on.
public enum Confidence: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// It rests on weak evidence.
  case weak
  /// It was inferred from what the page says.
  case fair
  /// It is printed as such, or no other value comes into question.
  case sure

  /// Whether `a` is less to be relied on.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Article {
  /// How far the value of a field can be relied on; nil where the value is not known.
  public func confidence(of field: ArticleField) -> Confidence? {
    guard knows(field) else { return nil }
    if uncertain.contains(Self.basis(of: field)) { return .weak }
    if record != nil { return self[evidence: field] == nil ? .fair : .sure }
    switch field {
    case .headline, .kicker, .subheadline: return headlineConfidence
    case .date: return dateConfidence
    case .city, .province: return isCityOfDateline ? .sure : .fair
    case .paperCity: return paper == nil ? .fair : .sure
    case .paper, .page: return self[evidence: field]?.first?.line == nil ? .fair : .sure
    case .byline, .source, .continuedFrom, .continuedTo: return .sure
    }
  }

  /// The field whose doubt is that of another one.
  private static func basis(of field: ArticleField) -> ArticleField {
    switch field {
    case .kicker, .subheadline: .headline
    case .province: .city
    default: field
    }
  }

  private func knows(_ field: ArticleField) -> Bool {
    switch field {
    case .headline: headline != nil
    case .kicker: kicker != nil
    case .subheadline: subheadline != nil
    case .byline: !byline.isEmpty
    case .source: source != nil
    case .city: city != nil
    case .province: province != nil
    case .paper: paper != nil
    case .paperCity: paperCity != nil
    case .page: page != nil
    case .date: date != nil
    case .continuedFrom: continuedFrom != nil
    case .continuedTo: continuedTo != nil
    }
  }

  private var headlineConfidence: Confidence {
    guard let runnerUp else { return .sure }
    return runnerUp.margin < 3 * HeadlineRivals.close ? .fair : .sure
  }

  private var dateConfidence: Confidence {
    switch dateBasis {
    case .masthead, .path, .record: .sure
    case .dateline, .lead, .page, nil: .fair
    }
  }

  /// Whether the city's evidence stands in the dateline: `新华社北京3月17日电`.
  private var isCityOfDateline: Bool {
    let text = Array(Scalars(of: paragraphs.first?.text ?? "").filter { !$0.isBlank })
    guard let length = Dateline.length(in: text), let words = self[evidence: .city]?.first?.text else {
      return false
    }
    return text.prefix(length).string.contains(words)
  }
}
