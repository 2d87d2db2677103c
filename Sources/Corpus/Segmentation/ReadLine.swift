/// A line with what its words and its neighbours tell, read once.
struct ReadLine {
  var line: Line
  var opening: Cues.Opening
  var closing: Cues.Closing
  var ending: Line.Ending
  /// Brackets and quotation marks opened here and not closed, and closed here and not opened.
  var unbalanced: (open: Scalars, close: Scalars)
  /// A sentence's punctuation stands in the line.
  var hasPunctuation: Bool
  var isByline: Bool
  var isBareName: Bool
  var isFurniture: Bool
  /// A word of the dictionary spans the line's start: its first character belongs with the last of the line before.
  var splitsWord: Bool
  /// How much more often than by chance this line's first character follows the last of the line before, in bits.
  var attraction: Double
  /// How much its characters are those of headlines, log-odds.
  var wording: Double
  /// Nothing but a day, as it stands under a notice or in a masthead.
  var isDay: Bool
  /// The line before is the name of an office or a firm.
  var isSigned: Bool
  /// Begins or ends like the line before or after, as lines of a list do.
  var isParallel: Bool
  /// An office's or a firm's name, as it stands under a notice.
  var isSignOff: Bool
  /// A blank line, or the page's edge, stands before and after.
  var isIsolated: Bool
  /// The usual width of the lines before and after, in columns without spaces.
  var widthBefore: Int
  var widthAfter: Int

  /// The column's width here: of the neighbours that the line resembles more.
  var column: Int {
    abs(line.cells - widthBefore) <= abs(line.cells - widthAfter) ? widthBefore : widthAfter
  }
  /// It lacks about two characters to its column's edge, as an indented first line does.
  var isShortAsFirst: Bool { isWrapped && (2...6).contains(column - line.cells) }
  /// Lines here are cut at the column's edge.
  var isWrapped: Bool { column <= 64 }
  /// It begins further right than the line before.
  var isIndented: Bool
  /// A line directly before or after is about as wide.
  var hasTwin: Bool
  /// The line reaches its column's right edge, with its spaces or without.
  var isFull: Bool {
    guard line.cells >= column - 4 || line.spacedCells >= column - 2 else { return false }
    return hasTwin || abs(line.cells - widthBefore) <= 5 || abs(line.cells - widthAfter) <= 5
  }

  /// Reads the lines of a page.
  static func read(_ lines: [Line]) -> [ReadLine] {
    let widths = ColumnWidths(lines)
    return lines.enumerated().map { index, line in
      ReadLine(
        line: line, opening: opening(of: line, next: index + 1 < lines.count ? lines[index + 1] : nil),
        closing: Cues.closing(of: line.text),
        ending: line.ending, unbalanced: Brackets.unbalanced(in: line.squeezed),
        hasPunctuation: line.squeezed.contains(where: \.marksSentence), isByline: LineShape.isByline(line),
        isBareName: LineShape.isBareName(line),
        isFurniture: LineShape.isFurniture(line),
        splitsWord: index > 0 && WordSpan.exists(lines[index - 1].squeezed, line.squeezed),
        attraction: index > 0 ? attraction(lines[index - 1], line) : 0,
        wording: CommonPairs.shared.wording(line.squeezed),
        isDay: LineShape.isDay(line),
        isSigned: index > 0 && LineShape.isSignOff(lines[index - 1]),
        isParallel: LineShape.isParallel(line, in: lines, at: index),
        isSignOff: LineShape.isSignOff(line),
        isIsolated: line.blanksBefore > 0 && (index + 1 == lines.count || lines[index + 1].blanksBefore > 0),
        widthBefore: widths.before(index), widthAfter: widths.after(index),
        isIndented: line.indent > 0 && (index == 0 || lines[index - 1].indent < line.indent),
        hasTwin: [index - 1, index + 1].filter(lines.indices.contains).contains { line.isTwin(of: lines[$0]) }
      )
    }
  }

  private static func attraction(_ upper: Line, _ lower: Line) -> Double {
    guard let last = upper.squeezed.last, let first = lower.squeezed.first else { return 0 }
    return max(-4, min(6, CommonPairs.shared.attraction(last, first)))
  }

  /// What the line begins with; a dateline may be cut by the column's edge.
  private static func opening(of line: Line, next: Line?) -> Cues.Opening {
    var opening = Cues.opening(of: line.squeezed)
    guard !opening.isStrong, let next, line.count <= 16 else { return opening }
    opening.isDateline = Dateline.spans(line.squeezed, next.squeezed)
    return opening
  }
}
