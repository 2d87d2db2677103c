/// Hard-wrapped lines to paragraphs.
enum Reflow {
  /// A line's text with stray spaces removed: around Chinese punctuation, between Han characters and figures, inside
  /// spaced-out runs. Kept, as one space: between Latin words, between figures, between Han phrases.
  static func inline(_ text: Scalars) -> Scalars {
    guard text.contains(where: \.isBlank) else { return text }
    var inlined: Scalars = []
    inlined.reserveCapacity(text.count)
    append(text, to: &inlined)
    return inlined
  }

  /// The same for a line, of which it is known whether it has any.
  static func inline(_ line: Line) -> Scalars { line.census.blanks > 0 ? inline(line.text) : line.text }

  /// Appends a line's text with stray spaces removed; Latin words that meet are kept apart by a space.
  static func append(_ line: Line, to text: inout Scalars) {
    guard line.census.blanks > 0 else { return append(inlined: line.text, to: &text) }
    if let last = text.last, last.isLatin, let first = line.text.first, first.isLatin { text.append(" ") }
    append(line.text, squeezed: line.squeezed, to: &text)
  }

  /// `squeezed`: the line without white space, where it is known; mostly no space is kept.
  private static func append(_ line: Scalars, squeezed: Scalars? = nil, to text: inout Scalars) {
    // Two runs have white space between them.
    withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: line.count / 2 + 1) { room in
      let pieces = Pieces(line, in: room)
      line.withUnsafeBufferPointer { line in
        if let squeezed, !pieces.runs.indices.dropFirst().contains(where: { keepsSpace(line, pieces, $0) }) {
          text += squeezed
          return
        }
        for (index, piece) in pieces.runs.enumerated() {
          if index > 0, keepsSpace(line, pieces, index) { text.append(" ") }
          text.append(contentsOf: UnsafeBufferPointer(rebasing: line[piece]))
        }
      }
    }
  }

  /// The runs without white space of a text.
  private struct Pieces {
    /// Where they stand.
    let runs: UnsafeBufferPointer<Range<Int>>
    /// Nearly all are single characters, and not figures only: `2 0 2 5 年 3 月`.
    private(set) var isLoose = false

    /// Reads a text; `room`: for as many runs as it may have.
    init(_ text: Scalars, in room: UnsafeMutableBufferPointer<Range<Int>>) {
      var (count, singles, hanzi) = (0, 0, 0)
      text.forEachRun { run in
        guard count < room.count else { return }
        room.initializeElement(at: count, to: run)
        count += 1
        guard run.count == 1 else { return }
        singles += 1
        if text[run.lowerBound].isHan { hanzi += 1 }
      }
      runs = UnsafeBufferPointer(rebasing: room[..<count])
      isLoose = count >= 8 && singles * 10 >= count * 8 && hanzi * 4 >= count
    }

    func isSingle(_ index: Int) -> Bool { runs.indices.contains(index) && runs[index].count == 1 }
  }

  /// Appends a text from which stray spaces are removed already; Latin words that meet are kept apart by a space.
  static func append(inlined next: Scalars, to text: inout Scalars) {
    if let last = text.last, let first = next.first, last.isLatin, first.isLatin { text.append(" ") }
    text += next
  }

  /// Lines joined to one text; Latin words that meet at a line's end are kept apart by a space.
  static func join(_ lines: some Sequence<Scalars>) -> Scalars {
    var text: Scalars = []
    for line in lines { append(inlined: inline(line), to: &text) }
    return text
  }

  private static func keepsSpace(
    _ text: UnsafeBufferPointer<Unicode.Scalar>, _ pieces: Pieces, _ index: Int
  ) -> Bool {
    let last = text[pieces.runs[index - 1].upperBound - 1]
    let first = text[pieces.runs[index].lowerBound]
    if last.isHan && first.isHan { return !isSpacedOut(pieces, index) }
    let isTorn = pieces.isLoose && pieces.isSingle(index) && pieces.isSingle(index - 1)
    return isWordLike(last) && isWordLike(first) && !isTorn
  }

  /// A single character stands on one side, and another beyond the next space: `打 造 庆 祝`.
  private static func isSpacedOut(_ pieces: Pieces, _ index: Int) -> Bool {
    (pieces.isSingle(index - 1) && (pieces.isSingle(index) || pieces.isSingle(index - 2)))
      || (pieces.isSingle(index) && pieces.isSingle(index + 1))
  }

  private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatin || scalar.digit != nil
      || (scalar.value < 0x80 && !"()[]<>\"'".unicodeScalars.contains(scalar))
      || (0xC0...0x24F).contains(scalar.value)
  }
}
