/// A line with what its words and its neighbours tell, read once.
struct ReadLine {
  var line: Line
  var opening: Cues.Opening
  var closing: Cues.Closing
  var ending: Line.Ending
  var isByline: Bool
  var isBareName: Bool
  var isFurniture: Bool
  /// A word of the dictionary spans the line's start: its first character belongs with the last of the line before.
  var splitsWord: Bool
  /// Nothing but a day, as it stands under a notice or in a masthead.
  var isDay: Bool
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
  /// A sentence's punctuation stands in the line.
  var hasPunctuation: Bool { line.squeezed.contains(where: \.marksSentence) }
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
        line: line, opening: Cues.opening(of: line.squeezed), closing: Cues.closing(of: line.text),
        ending: line.ending, isByline: LineShape.isByline(line), isBareName: LineShape.isBareName(line),
        isFurniture: LineShape.isFurniture(line),
        splitsWord: index > 0 && WordSpan.exists(lines[index - 1].squeezed, line.squeezed),
        isDay: LineShape.isDay(line), isParallel: LineShape.isParallel(line, in: lines, at: index),
        isSignOff: LineShape.isSignOff(line),
        isIsolated: line.blanksBefore > 0 && (index + 1 == lines.count || lines[index + 1].blanksBefore > 0),
        widthBefore: widths.before(index), widthAfter: widths.after(index),
        isIndented: line.indent > 0 && (index == 0 || lines[index - 1].indent < line.indent),
        hasTwin: [index - 1, index + 1].filter(lines.indices.contains).contains { line.isTwin(of: lines[$0]) }
      )
    }
  }
}
