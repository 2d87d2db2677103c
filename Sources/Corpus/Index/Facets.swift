/// A value by which articles are counted.
public enum Facet: String, Sendable, CaseIterable {
  case city, year, month, day, paper, kind

  /// The value in the filter language for a date whose year is not known, in counts by year and month.
  public static let yearUnknown = "无年"
}

/// How many articles have a value.
public struct FacetCount: Sendable, Hashable {
  /// The value, as the filter language writes it; nil: not known. A date whose year is not known is `无年` by year
  /// and month, and `10-08` by day.
  public var value: String?
  /// For a city, its province.
  public var group: String?
  /// The number of articles.
  public var count: Int

  /// `count` articles with `value`.
  public init(value: String?, group: String? = nil, count: Int) {
    self.value = value
    self.group = group
    self.count = count
  }
}

/// Counts articles by a value. Cities, papers and kinds come by count, the largest first, then by name; dates come
/// newest first, then those without a year; what is not known comes last.
public func facetCounts(_ facet: Facet, of articles: some Sequence<Article>) -> [FacetCount] {
  facetCounts(facet, of: articles.lazy.map { ($0, 1) })
}

/// The same for articles each of which stands for a number of them.
func facetCounts(_ facet: Facet, of articles: some Sequence<(Article, Int)>) -> [FacetCount] {
  var counts: [String?: FacetCount] = [:]
  for (article, number) in articles {
    let value = article.value(of: facet)
    let group = facet == .city && value != nil ? article.province : nil
    counts[value, default: FacetCount(value: value, group: group, count: 0)].count += number
    if let group, counts[value]?.group == nil { counts[value]?.group = group }
  }
  guard facet.isDate else { return counts.values.sorted(by: mostFirst) }
  let ranked = counts.values.map { (rank: $0.value.map(dateRank), count: $0) }
  return ranked.sorted { ($0.rank != nil ? 1 : 0, $0.rank ?? "") > ($1.rank != nil ? 1 : 0, $1.rank ?? "") }
    .map(\.count)
}

private func mostFirst(_ a: FacetCount, _ b: FacetCount) -> Bool {
  guard let first = a.value, let second = b.value else { return a.value != nil }
  return a.count == b.count ? first < second : a.count > b.count
}

/// Orders dates as texts: with a year before without, `无年` last.
private func dateRank(_ value: String) -> String {
  if value == Facet.yearUnknown { return "" }
  let hasYear = value.prefix { $0 != "-" }.count == 4
  return (hasYear ? "1" : "0") + value
}

extension Facet {
  fileprivate var isDate: Bool { self == .year || self == .month || self == .day }
}

extension Article {
  fileprivate func value(of facet: Facet) -> String? {
    switch facet {
    case .city: city
    case .year: date.map { $0.year.map(String.init) ?? Facet.yearUnknown }
    case .month: date.map(Self.month)
    case .day: date.map(FilterText.value)
    case .paper: paper
    case .kind: kind.rawValue
    }
  }

  /// `2025-03`; `2025` where the month is not known.
  private static func month(of date: PartialDate) -> String {
    guard let year = date.year else { return Facet.yearUnknown }
    return PartialDate(year: year, month: date.month)?.description ?? String(year)
  }
}
