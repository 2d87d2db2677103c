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
    let count = lines.reduce(0) { $0 + $1.text.count }
    spaced.reserveCapacity(count)
    spacedLines.reserveCapacity(count)
    squeezed.reserveCapacity(count)
    squeezedLines.reserveCapacity(count)
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

/// Lines by their numbers.
struct NumberedLines {
  private let lines: [Line]
  private let first: Int
  /// The place of each line in `lines`, or -1, from the line `first` on.
  private var places: [Int32]

  /// Lines of different numbers.
  init(_ lines: [Line]) {
    self.lines = lines
    first = lines.reduce(Int.max) { min($0, $1.number) }
    let last = lines.reduce(first - 1) { max($0, $1.number) }
    places = [Int32](repeating: -1, count: last - first + 1)
    for (place, line) in lines.enumerated() { places[line.number - first] = Int32(place) }
  }

  /// The line of a number, if it is one of them.
  subscript(number: Int) -> Line? {
    guard number >= first, number - first < places.count, places[number - first] >= 0 else { return nil }
    return lines[Int(places[number - first])]
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
  init(_ article: Article, lines: NumberedLines) {
    var (heads, bodies): ([Line], [Line]) = ([], [])
    for range in article.lines {
      for number in range {
        guard let line = lines[number] else { continue }
        if article.headlineLines.contains(where: { $0.contains(number) }) {
          heads.append(line)
        } else {
          bodies.append(line)
        }
      }
    }
    headLines = heads
    bodyLines = bodies
    head = StoryText(headLines)
    body = StoryText(bodyLines)
  }
}
