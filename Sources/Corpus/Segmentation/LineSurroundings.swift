/// What stands around the lines of a page, further off than the next ones: rows of short lines, and where else the page has a line's
/// words.
struct LineSurroundings {
  /// More short lines in a row are not counted.
  private static let mostShort = 9
  /// A short line has fewer characters.
  private static let short = 26

  let lines: [ReadLine]
  /// How many short lines without an end stand in a row directly above each line, and below.
  let shortAbove: [Int]
  let shortBelow: [Int]
  /// The share of lines under a blank one, and of those that reach their column's edge.
  let blanksShare: Double
  let fullShare: Double
  let pairs: PairPlaces

  init(_ lines: [ReadLine]) {
    self.lines = lines
    let count = Double(max(1, lines.count))
    blanksShare = Double(lines.count { $0.line.blanksBefore > 0 }) / count
    fullShare = Double(lines.count { $0.isFull }) / count
    shortAbove = Self.runs(lines)
    shortBelow = Self.runs(lines.reversed()).reversed()
    pairs = PairPlaces(lines)
  }

  /// The line at such a place, if there is one.
  func line(_ index: Int) -> ReadLine? { lines.indices.contains(index) ? lines[index] : nil }

  /// For each line how many short ones stand in a row directly before it.
  private static func runs(_ lines: some Sequence<ReadLine>) -> [Int] {
    var run = 0
    return lines.map { line in
      defer { run = isShort(line) ? min(mostShort, run + 1) : 0 }
      return run
    }
  }

  private static func isShort(_ line: ReadLine) -> Bool {
    !line.isFull && line.ending == .open && !line.closing.isStrong && line.line.count < short
  }
}
