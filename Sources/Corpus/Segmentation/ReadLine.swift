/// A line with what its words and its neighbours tell, read once. An object, since what it holds is asked for many times.
final class ReadLine: Sendable {
  let line: Line
  let opening: Cues.Opening
  let closing: Cues.Closing
  let ending: Line.Ending
  /// Brackets and quotation marks opened here and not closed, and closed here and not opened.
  let unbalanced: (open: Scalars, close: Scalars)
  /// A sentence's punctuation stands in the line.
  let hasPunctuation: Bool
  let isByline: Bool
  let isBareName: Bool
  /// It looks like a name, but is a title above one, or one of a list of people.
  let isNoName: Bool
  let isFurniture: Bool
  /// A word of the dictionary spans the line's start: its first character belongs with the last of the line before.
  let splitsWord: Bool
  /// How much more often than by chance this line's first characters follow the last ones of the line before, in bits;
  /// 0 where nothing is known.
  let bits: Double
  /// The same within limits, so that one break does not outweigh all that the lines' shapes tell.
  var junction: Double { max(-6, min(8, bits)) }
  /// How much its first character is one with which paragraphs begin, log-odds.
  let start: Double
  /// How much its characters are those of headlines, log-odds.
  let wording: Double
  /// Nothing but a day, as it stands under a notice or in a masthead.
  let isDay: Bool
  /// Such a day, unless the line before announces it with a colon.
  let endsNotice: Bool
  /// The line before is a name: an office's, a firm's, or that of who wrote.
  let isSigned: Bool
  /// Begins or ends like the line before or after, as lines of a list do.
  let isParallel: Bool
  /// A row of a table.
  let isRow: Bool
  /// An office's or a firm's name, as it stands under a notice.
  let isSignOff: Bool
  /// A blank line, or the page's edge, stands before and after.
  let isIsolated: Bool
  /// The usual width of the lines before and after, in columns without spaces.
  let widthBefore: Int
  let widthAfter: Int

  /// The column's width here: of the neighbours that the line resembles more.
  let column: Int
  /// It lacks about two characters to its column's edge, as an indented first line does.
  var isShortAsFirst: Bool { isWrapped && (2...6).contains(column - line.cells) }
  /// Lines here are cut at the column's edge.
  var isWrapped: Bool { column <= 64 }
  /// It begins further right than the line before.
  let isIndented: Bool
  /// A line directly before or after is about as wide.
  let hasTwin: Bool
  /// The line reaches its column's right edge, with its spaces or without.
  let isFull: Bool

  /// Three characters or fewer, as a name has, under a blank line and not joined to the line before by its words.
  var isShortAlone: Bool { line.count <= 3 && line.blanksBefore > 0 && !splitsWord && junction < 2 }

  /// Reads the lines of a page; `stack`: the mastheads in lines one below the other.
  static func read(_ lines: [Line], stack: MastheadStack) -> [ReadLine] {
    let widths = ColumnWidths(lines)
    let stacked = stack.lines
    var read: [ReadLine] = []
    read.reserveCapacity(lines.count)
    let bits = Junctions.shared.bits(between: lines.lazy.map(\.squeezed))
    let splits = WordSpan.exist(between: lines.lazy.map(\.squeezed))
    for index in lines.indices {
      read.append(
        ReadLine(
          lines, index, widths, (bits[index], splits[index]), before: read.last,
          isStacked: stacked.contains(index)))
    }
    return read
  }

  private init(
    _ lines: borrowing [Line], _ index: Int, _ widths: borrowing ColumnWidths,
    _ joint: (bits: Double, splitsWord: Bool), before: ReadLine?, isStacked: Bool
  ) {
    let line = lines[index]
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    self.line = line
    opening = Self.opening(of: line, next: next)
    closing = Self.closing(of: line, before: before)
    ending = line.ending
    unbalanced = line.unbalanced
    hasPunctuation = line.census.hasPunctuation
    isByline = LineShape.isByline(line)
    let mayBeName = LineShape.isBareName(line)
    let isListed = mayBeName && LineShape.isListed(lines, index)
    isNoName = isListed || mayBeName && LineShape.isTitle(lines, index)
    isBareName = mayBeName && !isNoName
    isDay = LineShape.isDay(line)
    // A day behind a colon belongs to the words before: `报名截止时间：`.
    let isAnnounced = isDay && before.map { $0.line.endsWithColon } ?? false
    endsNotice = isDay && !isAnnounced
    isFurniture = isStacked || !isAnnounced && LineShape.isFurniture(line)
    splitsWord = joint.splitsWord
    bits = joint.bits
    start = CommonPairs.shared.start(line.squeezed)
    wording = CommonPairs.shared.wording(line.squeezed)
    isSigned = before.map { $0.isSignOff || $0.isBareName } ?? false
    isRow = LineShape.isRow(lines, index)
    isParallel = isListed || LineShape.isParallel(line, in: lines, at: index)
    isSignOff = LineShape.isSignOff(line)
    isIsolated = line.blanksBefore > 0 && (next.map { $0.blanksBefore > 0 } ?? true)
    widthBefore = widths.before(index)
    widthAfter = widths.after(index)
    isIndented = line.indent > 0 && (before.map { $0.line.indent < line.indent } ?? true)
    hasTwin =
      (before.map { line.isTwin(of: $0.line) } ?? false) || (next.map { line.isTwin(of: $0) } ?? false)
    let apart = (before: abs(line.cells - widthBefore), after: abs(line.cells - widthAfter))
    column = apart.before <= apart.after ? widthBefore : widthAfter
    isFull =
      (line.cells >= column - 4 || line.spacedCells >= column - 2)
      && (hasTwin || apart.before <= 5 || apart.after <= 5)
  }

  /// What the line begins with; a dateline may be cut by the column's edge.
  private static func opening(of line: Line, next: Line?) -> Cues.Opening {
    var opening = Cues.opening(of: line.squeezed)
    guard !opening.isStrong, let next, line.count <= 16 else { return opening }
    opening.isDateline =
      Dateline.spans(line.squeezed, next.squeezed)
      && EndMark.start(in: line.squeezed + next.squeezed) != 0
    return opening
  }

  /// What the line ends with; an end mark in brackets may stand alone below the text's last
  /// sentence, or be cut by the column's edge.
  private static func closing(of line: Line, before: ReadLine?) -> Cues.Closing {
    var closing = Cues.closing(of: line)
    if !closing.isEndMark, let before, before.ending == .closed, line.count <= 40,
      line.squeezed.first?.opensRemark == true, line.squeezed.last?.closesRemark == true
    {
      closing.isEndMark = EndMark.start(in: ["。"] + line.text) != nil
      return closing
    }
    guard !closing.isEndMark, let before, line.blanksBefore == 0, line.count <= 16,
      let last = line.squeezed.last, line.unbalanced.close.last == last,
      let open = before.line.text.lastIndex(where: { $0.closer == last }),
      before.unbalanced.open.last == before.line.text[open]
    else { return closing }
    // With the character before the bracket: whether a sentence ends there.
    closing.isEndMark = EndMark.start(in: before.line.text[max(0, open - 2)...] + line.text) != nil
    return closing
  }
}
