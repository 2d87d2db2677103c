/// Hard-wrapped lines to paragraphs.
enum Reflow {
  /// A line's text with stray spaces removed: around Chinese punctuation, between Han characters and figures, inside
  /// spaced-out runs. Kept, as one space: between Latin words, between figures, between Han phrases.
  static func inline(_ text: Scalars) -> Scalars {
    guard text.contains(where: \.isBlank) else { return text }
    return joined(text, pieces(of: text))
  }

  /// The same for a line, of which it is known what it is without white space: mostly no space is kept.
  static func inline(_ line: Line) -> Scalars {
    guard line.census.blanks > 0 else { return line.text }
    let pieces = pieces(of: line.text)
    let keepsAny = pieces.indices.dropFirst().contains { keepsSpace(line.text, pieces, $0) }
    return keepsAny ? joined(line.text, pieces) : line.squeezed
  }

  private static func joined(_ text: Scalars, _ pieces: [Range<Int>]) -> Scalars {
    var joined: Scalars = []
    joined.reserveCapacity(text.count)
    for (index, piece) in pieces.enumerated() {
      if index > 0, keepsSpace(text, pieces, index) { joined.append(" ") }
      joined += text[piece]
    }
    return joined
  }

  /// Where the runs without white space stand.
  private static func pieces(of text: Scalars) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    pieces.reserveCapacity(12)
    text.forEachRun { pieces.append($0) }
    return pieces
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

  private static func keepsSpace(_ text: Scalars, _ pieces: [Range<Int>], _ index: Int) -> Bool {
    let last = text[pieces[index - 1].upperBound - 1]
    let first = text[pieces[index].lowerBound]
    if last.isHan && first.isHan { return !isSpacedOut(pieces, index) }
    return isWordLike(last) && isWordLike(first)
  }

  /// A single character stands on one side, and another beyond the next space: `打 造 庆 祝`.
  private static func isSpacedOut(_ pieces: [Range<Int>], _ index: Int) -> Bool {
    let isSingle = { (at: Int) in pieces.indices.contains(at) && pieces[at].count == 1 }
    return (isSingle(index - 1) && (isSingle(index) || isSingle(index - 2)))
      || (isSingle(index) && isSingle(index + 1))
  }

  private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatin || scalar.digit != nil
      || (scalar.value < 0x80 && !"()[]<>\"'".unicodeScalars.contains(scalar))
      || (0xC0...0x24F).contains(scalar.value)
  }
}
