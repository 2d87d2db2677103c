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
  var tally = FacetTally(facet)
  for article in articles { tally.add(article) }
  return tally.counts
}

/// Counts by the values of a facet, as they are met.
struct FacetTally {
  private let facet: Facet
  private var named: [String?: FacetCount] = [:]
  private var dated: [Int: (date: PartialDate?, count: Int)] = [:]

  init(_ facet: Facet) { self.facet = facet }

  /// Adds an article.
  mutating func add(_ article: Article) {
    switch facet {
    case .city: add(article.city, of: article.province, count: 1)
    case .year, .month, .day: add(article.date, count: 1)
    case .paper: add(article.paper, count: 1)
    case .kind: add(article.kind.rawValue, count: 1)
    }
  }

  /// Adds `count` articles with a name; a city belongs to the first province that is named with it.
  mutating func add(_ name: String?, of group: String? = nil, count: Int) {
    let group = name == nil ? nil : group
    named[name, default: FacetCount(value: name, group: group, count: 0)].count += count
    if let group, named[name]?.group == nil { named[name]?.group = group }
  }

  /// Adds `count` articles with a date.
  mutating func add(_ date: PartialDate?, count: Int) {
    dated[date.map(facet.rank) ?? -1, default: (date, 0)].count += count
  }

  /// All counts, sorted.
  var counts: [FacetCount] {
    guard facet.isDate else { return named.values.sorted(by: Self.mostFirst) }
    return dated.sorted { $0.key > $1.key }.map { _, entry in
      FacetCount(value: entry.date.map(facet.value), count: entry.count)
    }
  }

  private static func mostFirst(_ a: FacetCount, _ b: FacetCount) -> Bool {
    guard let first = a.value, let second = b.value else { return a.value != nil }
    return a.count == b.count ? first < second : a.count > b.count
  }
}

extension Facet {
  fileprivate var isDate: Bool { self == .year || self == .month || self == .day }

  /// Equal for dates that are counted together, and the greater the earlier they are listed: those with a year,
  /// then those without one by month and day, a month alone before its days.
  fileprivate func rank(of date: PartialDate) -> Int {
    guard let year = date.year else {
      return self == .day ? (date.month ?? 0) * 100 + (date.day ?? 99) : 0
    }
    let month = self == .year ? 0 : date.month ?? 0
    let day = self == .day ? date.day ?? 0 : 0
    return 1_000_000 + (year * 100 + month) * 100 + day
  }

  /// `2025-03-17`, `2025-03` or `2025`, or what is known of it; without a year by day `10-08` and `10月`.
  fileprivate func value(of date: PartialDate) -> String {
    guard let year = date.year else {
      return self == .day ? FilterText.value(of: date) : Self.yearUnknown
    }
    switch self {
    case .year: return String(year)
    case .month: return PartialDate(year: year, month: date.month)?.description ?? String(year)
    default: return date.description
    }
  }
}
