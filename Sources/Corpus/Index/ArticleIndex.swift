/// Answers filters over an array of articles without reading most of it; the answers are those of `Filter.matches`.
///
/// A value: whoever holds a copy searches what it covered then, whatever is appended elsewhere. The articles stay
/// with their owner, who hands them in with each search; they must begin with those that were indexed. Articles
/// beyond these are read one by one.
public struct ArticleIndex: Sendable {
  /// How many articles, from the first, are indexed.
  public private(set) var count = 0
  private(set) var segments: [IndexSegment] = []
  private(set) var remaps: [ColumnValues.Remap] = []
  private(set) var bases: [Int] = []
  private(set) var values = ColumnValues()
  private let memory = SearchMemory()

  /// An index of nothing.
  public init() {}

  /// An index of all articles.
  public init(_ articles: [Article]) {
    while count < articles.count { append(IndexSegment(articles[count...])) }
  }

  /// Appends the index of the articles that follow those indexed so far.
  public mutating func append(_ segment: IndexSegment) {
    guard segment.count > 0 else { return }
    segments.append(segment)
    remaps.append(values.add(segment.columns))
    bases.append(count)
    count += segment.count
  }

  /// Memory taken by the postings, in bytes.
  public var footprint: Int { segments.reduce(0) { $0 + $1.footprint } }

  /// The articles that match `filter`; nil once `isStale` says that nobody waits for the answer.
  /// - Parameter furniture: whether page furniture is to be found too.
  public func search(
    _ filter: Filter, in articles: [Article], furniture: Bool = true, isStale: () -> Bool = { false }
  ) -> ArticleSet? {
    let search = IndexSearch(self, articles: articles, memory: memory)
    let plan = IndexPlan(Self.expression(of: filter, furniture: furniture), values)
    let searches = SegmentSearches(segments.count) { search.documents(plan, of: $0, isStale: $1) }
    guard let bits = searches.run(isHard: plan.readsTexts, isStale: isStale) else { return nil }
    var found = ArticleSet(segments: bits, bases: bases)
    for index in count..<max(count, articles.count) {
      if index % 64 == 0, isStale() { return nil }
      let isWanted = furniture || articles[index].kind != .furniture
      if isWanted, filter.matches(articles[index]) { found.rest.append(index) }
    }
    return found
  }

  private static func expression(of filter: Filter, furniture: Bool) -> FilterExpression {
    let noFurniture = FilterExpression.not(.field(.kind, [.kind(.furniture)]))
    guard !furniture else { return filter.expression }
    return filter.isEmpty ? noFurniture : .all([noFurniture, filter.expression])
  }
}
