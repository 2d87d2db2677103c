/// Raw page to articles.
public enum PageReader {
  /// The articles of a page, in page order. Every non-blank raw line is in exactly one of them.
  public static func articles(of page: Page) -> [Article] {
    articles(of: page, weights: .trained)
  }

  /// The same by other weights than the trained ones.
  package static func articles(of page: Page, weights: SegmentationWeights) -> [Article] {
    let lines = ReadLine.read(Line.lines(of: page))
    guard !lines.isEmpty else { return [] }
    let pieces = Piece.pieces(of: lines, labels: LineLabeler.labels(of: lines, weights: weights))
    let affinity = Affinity(pieces, weights: weights)
    let stories = StoryAssembly.stories(of: pieces, affinity: affinity, weights: weights)
    let places = HeadlineAssignment.places(of: pieces, stories: stories, weights: weights)
    let layouts = StoryLayout.layouts(of: pieces, stories: stories, places: places)
    let builder = ArticleBuilder(
      page: page, lines: lines, pieces: pieces, affinity: affinity, weights: weights)
    let furniture = builder.furniture(pieces.filter { $0.kind == .furniture })
    var articles = layouts.map(builder.article) + [furniture].compactMap { $0 }
    articles.sort { first($0) < first($1) }
    MetadataReader.fill(&articles, of: page, lines: lines.map(\.line))
    return articles
  }

  private static func first(_ article: Article) -> Int { article.lines.map(\.lowerBound).min() ?? 0 }
}
