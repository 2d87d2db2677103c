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
  /// How many articles a segment needs to be kept when others change.
  private static let worthKeeping = 1024

  /// An index of nothing.
  public init() {}

  /// An index of all articles.
  public init(_ articles: [Article]) {
    while count < articles.count { append(IndexSegment(articles[count...])) }
  }

  /// The index of articles of which `sources` says where they stood among those that `old` covers: what still stands
  /// together is not indexed again. Nil once `isStale` says that nobody waits for it.
  public init?(_ articles: [Article], sources: [Int?], reusing old: ArticleIndex, isStale: () -> Bool) {
    while count < articles.count {
      if isStale() { return nil }
      let segment = old.segment(standingAt: count, in: sources)
      append(segment ?? IndexSegment(articles[count..<old.nextSegment(after: count, in: sources)]))
    }
  }

  /// The segment whose articles stand at a place and after it as they stood. Small ones are better made into larger
  /// ones.
  private func segment(standingAt place: Int, in sources: [Int?]) -> IndexSegment? {
    guard let source = sources[place], let number = number(ofSegmentFrom: source) else { return nil }
    let segment = segments[number]
    guard segment.count >= Self.worthKeeping, place + segment.count <= sources.count else { return nil }
    let isWhole = (0..<segment.count).allSatisfy { sources[place + $0] == source + $0 }
    return isWhole ? segment : nil
  }

  /// The next place where a segment of this index may go on.
  private func nextSegment(after place: Int, in sources: [Int?]) -> Int {
    let end = min(sources.count, place + IndexSegment.capacity)
    return ((place + 1)..<max(place + 1, end)).first { segment(standingAt: $0, in: sources) != nil } ?? end
  }

  private func number(ofSegmentFrom base: Int) -> Int? {
    var (low, high) = (0, bases.count)
    while low < high {
      let middle = (low + high) / 2
      if bases[middle] < base { low = middle + 1 } else { high = middle }
    }
    return low < bases.count && bases[low] == base ? low : nil
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
    let isHard = plan.readsTexts && count > IndexSegment.capacity
    guard let bits = searches.run(isHard: isHard, isStale: isStale) else { return nil }
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
