import Synchronization

/// The index of some articles that follow one another. Made on any thread, never changed.
public struct IndexSegment: Sendable {
  /// The most articles of a segment.
  public static let capacity = 8192
  private static let serials = Atomic<UInt64>(0)

  /// The number of articles.
  public let count: Int
  /// Unlike that of any other segment of this run.
  let serial: UInt64
  /// Headline, kicker and subheadline.
  let titles: TextPostings
  let bodies: TextPostings
  let columns: ArticleColumns

  /// Indexes articles, the first `capacity` of them.
  public init(_ articles: some Collection<Article>) {
    let articles = articles.prefix(Self.capacity)
    count = articles.count
    serial = Self.serials.add(1, ordering: .relaxed).newValue
    var builder = PostingsBuilder()
    for article in articles { builder.add([article.body.text]) }
    bodies = builder.postings()
    builder = PostingsBuilder()
    for article in articles { builder.add(article.headlineTexts) }
    titles = builder.postings()
    columns = ArticleColumns(articles)
  }

  /// Memory taken by the postings, in bytes.
  public var footprint: Int { titles.footprint + bodies.footprint }
}
