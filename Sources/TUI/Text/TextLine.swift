/// One typeset line, and where its text stands in the source paragraph.
public struct TextLine: Sendable, Hashable {
  /// What stands on the line, displayable, without the white space dropped at its end.
  public var text: String

  /// Where the text begins in the source paragraph, in Unicode scalars. Scalars of the text and of the
  /// source correspond one to one.
  public var start: Int

  /// How many scalars of white space follow the text in the source and were dropped because the line ends.
  public var dropped: Int

  /// Empty columns before the text.
  public var indent: Int

  /// Columns that the text takes, without the indent and the pad.
  public var columns: Int

  /// Where one empty column stands in the text, in scalars from the line's beginning; nil if nowhere.
  public var pad: Int?

  /// The text with its pad as a space.
  public var shown: String {
    guard let pad else { return text }
    var scalars = text.unicodeScalars
    scalars.insert(" ", at: scalars.index(scalars.startIndex, offsetBy: pad))
    return String(scalars)
  }

  /// Where a scalar of the text stands in `shown`.
  func paddedOffset(_ offset: Int) -> Int { offset < pad ?? .max ? offset : offset + 1 }

  /// Where what stands on this line of a range of the source's scalars is in `shown`; nil if nothing does.
  func shownRange(ofScalars scalars: Range<Int>) -> Range<Int>? {
    let own = scalars.clamped(to: range)
    guard !own.isEmpty else { return nil }
    return paddedOffset(own.lowerBound - start)..<paddedOffset(own.upperBound - start - 1) + 1
  }

  /// The scalars of the source paragraph that stand on the line.
  public var range: Range<Int> { start..<(start + text.unicodeScalars.count) }

  /// The columns, counted from the line's edge with the indent, where a range of the source's scalars
  /// stands on this line; nil if nothing of it does. A range that touches a part of a grapheme cluster
  /// covers the whole cluster. The width must be the one that the line was set with.
  public func columns(ofScalars scalars: Range<Int>, width: CellWidth) -> Range<Int>? {
    var offset = start
    var column = indent
    var covered: Range<Int>?
    for character in text {
      if offset - start == pad { column += 1 }
      let next = offset + character.unicodeScalars.count
      let edge = column + width.columns(of: character)
      if scalars.overlaps(offset..<next) { covered = (covered?.lowerBound ?? column)..<edge }
      (offset, column) = (next, edge)
    }
    return covered
  }
}
