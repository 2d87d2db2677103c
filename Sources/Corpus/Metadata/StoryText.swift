/// A story's text for the readers of metadata: scalars, with the raw lines that they stand on.
struct StoryText {
  /// The text; lines are joined without any white space.
  private(set) var scalars: Scalars = []
  /// For each raw line its number and where it begins in the text.
  private var starts: [(number: Int, at: Int)] = []
  /// Where 年, 月, 市, 县 and 区 stand, by which days and homes are found; known for text without white space.
  private(set) var marks: [Int] = []

  /// The text of raw lines, in reading order, without any white space.
  init(_ lines: [Line]) {
    guard !lines.isEmpty else { return }
    starts.reserveCapacity(lines.count)
    var room = 0
    for index in lines.indices {
      starts.append((lines[index].number, room))
      room += lines[index].count
    }
    scalars = Scalars(room: room, of: "\0") { scalars, filled in
      for index in lines.indices {
        let end = filled + lines[index].count
        let place = UnsafeMutableBufferPointer(rebasing: scalars[filled..<end])
        _ = place.update(fromContentsOf: lines[index].squeezed)
        filled = end
      }
    }
    marks = Self.marks(in: scalars)
  }

  private static func marks(in text: Scalars) -> [Int] {
    let mayMark = mayMark
    var marks: [Int] = []
    text.withUnsafeBufferPointer { text in
      for at in text.indices where mayMark >> UInt64(text[at].value & 63) & 1 == 1 && isMark(text[at]) {
        if marks.isEmpty { marks.reserveCapacity(text.count / 24 + 4) }
        marks.append(at)
      }
    }
    return marks
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "年", "月", "市", "县", "区": true
    default: false
    }
  }

  /// A bit for the lowest six bits of each mark: most other characters have none of them.
  private static let mayMark = Scalars(of: "年月市县区").reduce(0 as UInt64) { $0 | 1 << UInt64($1.value & 63) }

  /// The same with one space for each run of white space inside a line.
  init(spaced lines: ArraySlice<Line>) {
    scalars.reserveCapacity(lines.reduce(0) { $0 + $1.text.count })
    starts.reserveCapacity(lines.count)
    for line in lines {
      starts.append((line.number, scalars.count))
      if line.census.blanks == 0 { scalars += line.text; continue }
      line.text.forEachRun { run in
        if run.lowerBound > 0 { scalars.append(" ") }
        scalars += line.text[run]
      }
    }
  }

  /// The raw line of a place in the text, by bisection; nil behind its end.
  func line(at place: Int) -> Int? {
    guard scalars.indices.contains(place) else { return nil }
    var (first, end) = (0, starts.count)
    while first < end {
      let middle = (first + end) / 2
      if starts[middle].at <= place { first = middle + 1 } else { end = middle }
    }
    return first > 0 ? starts[first - 1].number : nil
  }

  /// The words at `range`, as evidence.
  func evidence(_ range: Range<Int>) -> Evidence {
    Evidence(line: line(at: range.lowerBound), text: scalars[range.clamped(to: scalars.indices)].string)
  }
}

/// A page's lines by their numbers, with what was read of them.
final class NumberedLines {
  /// All of them, in order.
  let lines: [Line]
  /// For each whether it only names who wrote.
  private let isByline: [Bool]
  /// Mastheads in lines one below the other, where they were looked for.
  let stack: MastheadStack?
  private let first: Int
  /// The place of each line in `lines`, or -1, from the line `first` on.
  private let places: [Int32]

  /// Lines of different numbers.
  convenience init(_ lines: [Line]) {
    self.init(lines, isByline: lines.map(LineShape.isByline), stack: nil)
  }

  /// The same, where it is known which are bylines and which are of a masthead.
  init(_ lines: [Line], isByline: [Bool], stack: MastheadStack?) {
    self.lines = lines
    self.isByline = isByline
    self.stack = stack
    first = lines.reduce(Int.max) { min($0, $1.number) }
    let last = lines.reduce(first - 1) { max($0, $1.number) }
    var places = [Int32](repeating: -1, count: last - first + 1)
    for (place, line) in lines.enumerated() { places[line.number - first] = Int32(place) }
    self.places = places
  }

  /// The line of a number, if it is one of them, and whether it is a byline.
  subscript(number: Int) -> (line: Line, isByline: Bool)? {
    guard number >= first, number - first < places.count, places[number - first] >= 0 else { return nil }
    let place = Int(places[number - first])
    return (lines[place], isByline[place])
  }
}

/// One story as the readers of metadata see it.
final class StorySource {
  /// Lines of the headline block.
  let headLines: [Line]
  /// Lines of the body.
  let bodyLines: [Line]
  /// For each line of the body whether it only names who wrote.
  let isByline: [Bool]
  let head: StoryText
  let body: StoryText
  /// How many characters of the body a dateline takes with which it begins, if one does.
  let dateline: Int?
  /// Where an agency's dateline stands in brackets at the body's end: `（新华社北京10月9日电）`.
  let closingDateline: Range<Int>?
  /// How many characters the lines that only name who wrote take with which the body begins.
  var bylinesLength: Int { zip(bodyLines, isByline).prefix { $0.1 }.reduce(0) { $0 + $1.0.count } }

  /// An article's raw lines on its page; those of `headlines` are its headline block.
  init(_ ranges: [ClosedRange<Int>], headlines: [ClosedRange<Int>], of page: NumberedLines) {
    var (heads, bodies, isByline): ([Line], [Line], [Bool]) = ([], [], [])
    let count = ranges.reduce(0) { $0 + $1.count }
    bodies.reserveCapacity(count)
    isByline.reserveCapacity(count)
    for range in ranges {
      for number in range {
        guard let (line, isOwn) = page[number] else { continue }
        if !headlines.isEmpty, headlines.contains(where: { $0.contains(number) }) {
          heads.append(line)
        } else {
          bodies.append(line)
          isByline.append(isOwn)
        }
      }
    }
    headLines = heads
    bodyLines = bodies
    self.isByline = isByline
    head = StoryText(heads)
    body = StoryText(bodies)
    dateline = Dateline.length(in: body.scalars)
    closingDateline = Self.closingDateline(of: body.scalars)
  }

  /// Both datelines.
  var datelines: [Range<Int>] {
    if dateline == nil, closingDateline == nil { return [] }
    return (dateline.map { [0..<$0] } ?? []) + (closingDateline.map { [$0] } ?? [])
  }

  private static func closingDateline(of text: Scalars) -> Range<Int>? {
    let end = text.suffix(2)
    guard end.count == 2, end.last?.closesRemark == true, end.first == "电" || end.first == "電",
      let open = text.suffix(25).lastIndex(where: \.opensRemark)
    else { return nil }
    return open..<text.count
  }

  /// The body's first lines with their spaces, with at least so many characters if it has them.
  func opening(of count: Int) -> StoryText {
    var (end, read) = (0, 0)
    while end < bodyLines.count, read < count {
      read += bodyLines[end].count
      end += 1
    }
    return StoryText(spaced: bodyLines[..<end])
  }

  /// The body's last lines with their spaces, likewise.
  func ending(of count: Int) -> StoryText {
    var (start, read) = (bodyLines.count, 0)
    while start > 0, read < count {
      start -= 1
      read += bodyLines[start].count
    }
    return StoryText(spaced: bodyLines[start...])
  }
}
