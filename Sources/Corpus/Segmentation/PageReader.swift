/// Raw page to articles.
public enum PageReader {
  /// The articles of a page, in page order. Every non-blank raw line is in exactly one of them.
  public static func articles(of page: Page) -> [Article] {
    let lines = Line.lines(of: page)
    var articles = stories(of: page, lines: lines, weights: .trained)
    MetadataReader.fill(&articles, of: page, lines: lines)
    return articles
  }

  /// The articles without their metadata, by other weights than the trained ones.
  static func stories(of page: Page, weights: SegmentationWeights) -> [Article] {
    stories(of: page, lines: Line.lines(of: page), weights: weights)
  }

  private static func stories(of page: Page, lines: [Line], weights: SegmentationWeights) -> [Article] {
    let lines = ReadLine.read(lines)
    guard !lines.isEmpty else { return [] }
    let pieces = Piece.pieces(of: lines, labels: LineLabeler.labels(of: lines, weights: weights))
    let affinity = Affinity(pieces, weights: weights)
    let stories = StoryAssembly.stories(of: pieces, affinity: affinity, weights: weights)
    let places = HeadlineAssignment.places(of: pieces, stories: stories, weights: weights)
    let layouts = StoryLayout.layouts(of: pieces, stories: stories, places: places)
    let builder = ArticleBuilder(
      page: page, lines: lines, pieces: pieces, affinity: affinity, weights: weights)
    let furniture = builder.furniture(pieces.filter { $0.kind == .furniture })
    let articles = layouts.map(builder.article) + [furniture].compactMap { $0 }
    return articles.sorted { first($0) < first($1) }
  }

  private static func first(_ article: Article) -> Int { article.lines.map(\.lowerBound).min() ?? 0 }
}
