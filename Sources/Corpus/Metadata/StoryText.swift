/// A story's text for the readers of metadata: scalars, with the raw line that each stands on.
struct StoryText {
  /// The text; a run of white space inside a line is one space, lines are joined without any.
  private(set) var spaced: Scalars = []
  /// The raw line of each scalar of `spaced`.
  private(set) var spacedLines: [Int] = []
  /// The text without any white space.
  private(set) var squeezed: Scalars = []
  /// The raw line of each scalar of `squeezed`.
  private(set) var squeezedLines: [Int] = []

  /// The text of raw lines, in reading order.
  init(_ lines: [Line]) {
    for line in lines {
      for (index, scalar) in line.text.enumerated() {
        if scalar.isBlank {
          if index > 0, line.text[index - 1].isBlank { continue }
          append(" ", line.number)
        } else {
          append(scalar, line.number)
          squeezed.append(scalar)
          squeezedLines.append(line.number)
        }
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ line: Int) {
    spaced.append(scalar)
    spacedLines.append(line)
  }

  /// The words at `range` of the squeezed text, as evidence.
  func evidence(_ range: Range<Int>) -> Evidence {
    let text = squeezed[range.clamped(to: squeezed.indices)]
    return Evidence(
      line: squeezedLines.indices.contains(range.lowerBound) ? squeezedLines[range.lowerBound] : nil,
      text: text.string)
  }

  /// The words at `range` of the spaced text, as evidence.
  func spacedEvidence(_ range: Range<Int>) -> Evidence {
    let text = spaced[range.clamped(to: spaced.indices)]
    return Evidence(
      line: spacedLines.indices.contains(range.lowerBound) ? spacedLines[range.lowerBound] : nil,
      text: text.string)
  }
}

/// One story as the readers of metadata see it.
struct StorySource {
  /// Lines of the headline block.
  let headLines: [Line]
  /// Lines of the body.
  let bodyLines: [Line]
  let head: StoryText
  let body: StoryText

  /// The lines of an article on its page.
  init(_ article: Article, lines: [Int: Line]) {
    let heads = Set(article.headlineLines.flatMap { Array($0) })
    let all = article.lines.flatMap { Array($0) }.compactMap { lines[$0] }
    headLines = all.filter { heads.contains($0.number) }
    bodyLines = all.filter { !heads.contains($0.number) }
    head = StoryText(headLines)
    body = StoryText(bodyLines)
  }
}
