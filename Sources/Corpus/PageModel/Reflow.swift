/// Hard-wrapped lines to paragraphs.
enum Reflow {
  /// A line's text with stray spaces removed: around Chinese punctuation, between Han characters and figures, inside
  /// spaced-out runs. Kept, as one space: between Latin words, between figures, between Han phrases.
  static func inline(_ text: Scalars) -> Scalars {
    guard text.contains(where: \.isBlank) else { return text }
    return joined(text, Pieces(text))
  }

  /// The same for a line, of which it is known what it is without white space: mostly no space is kept.
  static func inline(_ line: Line) -> Scalars {
    guard line.census.blanks > 0 else { return line.text }
    let pieces = Pieces(line.text)
    let keepsAny = pieces.runs.indices.dropFirst().contains { keepsSpace(line.text, pieces, $0) }
    return keepsAny ? joined(line.text, pieces) : line.squeezed
  }

  private static func joined(_ text: Scalars, _ pieces: Pieces) -> Scalars {
    var joined: Scalars = []
    joined.reserveCapacity(text.count)
    for (index, piece) in pieces.runs.enumerated() {
      if index > 0, keepsSpace(text, pieces, index) { joined.append(" ") }
      joined += text[piece]
    }
    return joined
  }

  /// The runs without white space of a text.
  private struct Pieces {
    /// Where they stand.
    private(set) var runs: [Range<Int>] = []
    /// Nearly all are single characters, and not figures only: `2 0 2 5 年 3 月`.
    private(set) var isLoose = false

    init(_ text: Scalars) {
      runs.reserveCapacity(12)
      text.forEachRun { runs.append($0) }
      guard runs.count >= 8 else { return }
      let singles = runs.count { $0.count == 1 }
      let hanzi = runs.count { $0.count == 1 && text[$0.lowerBound].isHan }
      isLoose = singles * 10 >= runs.count * 8 && hanzi * 4 >= runs.count
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

  private static func keepsSpace(_ text: Scalars, _ pieces: Pieces, _ index: Int) -> Bool {
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
