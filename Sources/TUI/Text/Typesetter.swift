/// Sets Chinese text into lines of a given measure.
///
/// Where a mark that may not begin a line would fall to the next line, it hangs in the margin if it is a
/// pause or stop mark and the caller gives the margin (`hang`); else the character before it is carried
/// along to the next line (追い出し). Hanging comes first because its line is full, while carrying leaves two
/// columns empty; two marks in a row, as in 。”, are carried together. Full-width punctuation that meets, as
/// in 》（, keeps two columns a mark: cells know no half of them. Where a line would
/// end one column short because of an odd number of single columns, that column goes behind the first such run: the
/// right edge is straight, and the hanzi after it stand on the two-column raster.
public struct Typesetter: Sendable {
  private let width: CellWidth
  private let measure: Int
  private let hang: Bool

  /// - Parameters:
  ///   - width: The width table to measure with.
  ///   - measure: The columns of a line; less than 2 counts as 2, the widest that a character is.
  ///   - hang: Whether two spare columns stand to the right of the measure, in which one mark may hang.
  public init(width: CellWidth, measure: Int, hang: Bool = false) {
    self.width = width
    self.measure = max(2, measure)
    self.hang = hang
  }

  /// The lines of one paragraph, each as full as possible.
  ///
  /// White space at the beginning of the paragraph and where lines end is dropped; a paragraph of nothing
  /// else has no lines. A unit that no rule lets break (a word, a number) is cut only where it is longer than
  /// its line. No text and indent is wider than the measure, but for a mark that hangs.
  ///
  /// - Parameters:
  ///   - paragraph: The text as it stands in the source, without line feeds.
  ///   - firstIndent: Columns before the first line; as many of them as the measure can spare.
  ///   - restIndent: Columns before the other lines; as many of them as the measure can spare.
  public func lines(of paragraph: String, firstIndent: Int = 0, restIndent: Int = 0) -> [TextLine] {
    let text = SetText(paragraph, width: width)
    var lines: [TextLine] = []
    var start = text.firstVisible
    while start < text.clusters.count {
      let indent = min(max(0, lines.isEmpty ? firstIndent : restIndent), measure - 2)
      let ends = text.lineEnds(from: start, available: measure - indent, hang: hang)
      guard let end = ends.last else { break }
      var line = text.line(from: start, to: end, indent: indent)
      if end.next < text.clusters.count, end.columns == measure - indent - 1 {
        line.pad = text.pad(from: start, to: end)
      }
      lines.append(line)
      start = end.next
    }
    return lines
  }

  /// The lines of a headline: as few as the measure allows, of near-equal length, rather broken at the
  /// headline's own spaces or after its punctuation, and without a last line of one character where that can
  /// be.
  public func balanced(_ headline: String) -> [TextLine] {
    let text = SetText(headline, width: width)
    let start = text.firstVisible
    let ends = BalancedEnds(text: text, measure: measure).ends(from: start)
    let starts = [start] + ends.map(\.next)
    return zip(starts, ends).map { text.line(from: $0, to: $1, indent: 0) }
  }
}
