/// Raw page to articles.
public enum PageReader {
  /// The articles of a page, in page order. Every non-blank raw line is in exactly one of them.
  public static func articles(of page: Page) -> [Article] {
    var facts: PageFacts?
    return articles(of: page, lines: Line.lines(of: page), after: &facts)
  }

  /// The same, where the page's lines are known, and what the sheet before it in the same file says of itself, for which
  /// the page's own is put.
  static func articles(of page: Page, lines: [Line], after facts: inout PageFacts?) -> [Article] {
    let stack = MastheadStack(lines)
    let read = ReadLine.read(lines, stack: stack)
    var articles = stories(of: page, lines: read, weights: .trained)
    let numbered = NumberedLines(lines, isByline: read.map(\.isByline), stack: stack)
    facts = MetadataReader.fill(&articles, of: page, lines: numbered, after: facts)
    return articles
  }

  /// The articles without their metadata, by other weights than the trained ones.
  static func stories(of page: Page, weights: SegmentationWeights) -> [Article] {
    let lines = Line.lines(of: page)
    return stories(of: page, lines: ReadLine.read(lines, stack: MastheadStack(lines)), weights: weights)
  }

  private static func stories(of page: Page, lines: [ReadLine], weights: SegmentationWeights) -> [Article] {
    guard !lines.isEmpty else { return [] }
    let pieces = Piece.pieces(of: lines, labels: LineLabeler.labels(of: lines, weights: weights))
    let affinity = Affinity(pieces, weights: weights)
    let assignment = HeadlineAssignment(pieces, affinity, weights: weights)
    let found = StoryRevision.division(
      of: pieces, costs: AssemblyCosts(pieces: pieces, affinity: affinity, weights: weights),
      headlines: weights.assembly.headlines, assign: assignment.decision(for:))
    let layouts = StoryLayout.layouts(of: pieces, stories: found.stories, places: found.headlines.places)
    let builder = ArticleBuilder(
      page: page, lines: lines, pieces: pieces, affinity: affinity, weights: weights)
    return builder.articles(of: layouts, rivals: assignment.rivals(found.headlines))
  }
}
