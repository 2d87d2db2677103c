/// A story's text for the readers of metadata: scalars, with the raw lines that they stand on.
struct StoryText {
  /// A raw line, and where it begins in the texts.
  private struct Start {
    var number: Int
    var spaced: Int
    var squeezed: Int
  }

  /// The text; a run of white space inside a line is one space, lines are joined without any.
  private(set) var spaced: Scalars = []
  /// The text without any white space.
  private(set) var squeezed: Scalars = []
  private var starts: [Start] = []

  /// The text of raw lines, in reading order.
  init(_ lines: [Line]) {
    let count = lines.reduce(0) { $0 + $1.text.count }
    spaced.reserveCapacity(count)
    squeezed.reserveCapacity(count)
    starts.reserveCapacity(lines.count)
    for line in lines {
      starts.append(Start(number: line.number, spaced: spaced.count, squeezed: squeezed.count))
      squeezed += line.squeezed
      if line.census.blanks == 0 { spaced += line.text } else { append(line.text) }
    }
  }

  /// Appends a line that has white space in it.
  private mutating func append(_ text: Scalars) {
    for (index, scalar) in text.enumerated() {
      if !scalar.isBlank {
        spaced.append(scalar)
      } else if index == 0 || !text[index - 1].isBlank {
        spaced.append(" ")
      }
    }
  }

  /// The raw line of a place in `squeezed`; nil behind its end.
  func line(at place: Int) -> Int? {
    squeezed.indices.contains(place) ? line { $0.squeezed <= place } : nil
  }

  /// The raw line of a place in `spaced`; nil behind its end.
  func spacedLine(at place: Int) -> Int? {
    spaced.indices.contains(place) ? line { $0.spaced <= place } : nil
  }

  /// The last line that begins early enough, by bisection.
  private func line(where isBefore: (Start) -> Bool) -> Int? {
    var (first, end) = (0, starts.count)
    while first < end {
      let middle = (first + end) / 2
      if isBefore(starts[middle]) { first = middle + 1 } else { end = middle }
    }
    return first > 0 ? starts[first - 1].number : nil
  }

  /// The words at `range` of the squeezed text, as evidence.
  func evidence(_ range: Range<Int>) -> Evidence {
    Evidence(
      line: line(at: range.lowerBound), text: squeezed[range.clamped(to: squeezed.indices)].string)
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
