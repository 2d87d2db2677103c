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
    let (stories, headlines) = assembled(pieces, affinity, weights)
    let layouts = StoryLayout.layouts(of: pieces, stories: stories, places: headlines.places)
    let builder = ArticleBuilder(
      page: page, lines: lines, pieces: pieces, affinity: affinity, weights: weights)
    return builder.articles(of: layouts, rivals: headlines.rivals)
  }

  /// Stories and the places of the headlines. A headline that finds no story, but speaks clearly of a paragraph, shows
  /// where a story was overlooked: the stories are then put together once more.
  static func assembled(
    _ pieces: [Piece], _ affinity: Affinity, _ weights: SegmentationWeights
  ) -> (stories: [[Int]], headlines: HeadlineAssignment.Decision) {
    let costs = AssemblyCosts(pieces: pieces, affinity: affinity, weights: weights)
    let stories = StoryAssembly.stories(of: pieces, costs: costs)
    let headlines = HeadlineAssignment.decision(
      of: pieces, stories: stories, affinity: affinity, weights: weights)
    let orphans = headlines.places.filter { $0.value == .none }.map(\.key)
    let opened = Set(stories.compactMap(\.first))
    let wanted = costs.openings(for: orphans).subtracting(opened)
    guard !wanted.isEmpty else { return (stories, headlines) }
    costs.wanted = wanted
    let again = StoryAssembly.stories(of: pieces, costs: costs)
    return (
      again, HeadlineAssignment.decision(of: pieces, stories: again, affinity: affinity, weights: weights)
    )
  }
}
