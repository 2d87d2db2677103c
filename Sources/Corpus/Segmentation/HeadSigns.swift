/// What tells whether a line is one of a headline's. `HeadTrees` are trained on it.
struct HeadSigns {
  /// What each says, in order.
  static let names = [
    "length", "cells", "lack", "widerThanBefore", "widerThanAfter", "full", "twin", "isolated", "blanks",
    "indent",
    "indented", "wrapped", "level", "ending", "commas", "pauses", "stops", "punctuated", "opens", "closes",
    "spaces",
    "spacedOut", "strong", "lead", "caption", "box", "refersBack", "endMark", "credit", "maySign", "byline",
    "bareName",
    "noName", "furniture", "day", "signOff", "row", "parallel", "signed", "start", "wording", "bits",
    "splitsWord",
    "dash", "notice", "kicker", "office", "item", "upperEnding", "upperFull", "upperStrong", "upperLevel",
    "upperLength",
    "upperWording", "upperByline", "lowerLength", "lowerEnding", "lowerLevel", "lowerStrong", "lowerByline",
    "lowerWording", "lowerStart", "lowerBlanks", "lowerFull", "lowerBits", "lowerSplitsWord", "lowerDash",
    "marked", "runUp", "runDown", "fromStart", "fromEnd", "lines", "blanksShare", "fullShare",
    "furtherUpLength", "furtherUpFull", "furtherUpEnding", "furtherUpBlanks", "furtherDownLength",
    "furtherDownFull",
    "furtherDownEnding", "furtherDownBlanks", "echo", "echoAbove", "echoBelow", "echoWeight", "head",
  ]

  private var signs = Signs()

  /// The signs of the line at `index`; `head`: by how much the best way to it as one of a headline is better than any other;
  /// `isMarked`: headlines have Markdown marks on this page.
  static func signs(of index: Int, in around: LineSurroundings, isMarked: Bool, head: Double) -> Signs {
    var signs = HeadSigns()
    let line = around.lines[index]
    signs.addShape(line)
    signs.addText(line)
    signs.addCues(line)
    signs.addUpper(around.line(index - 1))
    signs.addLower(around.line(index + 1))
    signs.signs.add(isMarked)
    signs.addPlace(index, around)
    signs.addFurther(around.line(index - 2))
    signs.addFurther(around.line(index + 2))
    signs.addEcho(around.pairs.echo(of: index))
    signs.signs.add(head)
    return signs.signs
  }

  private mutating func addPlace(_ index: Int, _ around: LineSurroundings) {
    let count = around.lines.count
    signs.add(around.shortAbove[index])
    signs.add(around.shortBelow[index])
    signs.add(min(20, index))
    signs.add(min(20, count - 1 - index))
    signs.add(min(400, count))
    signs.add(around.blanksShare)
    signs.add(around.fullShare)
  }

  private mutating func addFurther(_ line: ReadLine?) {
    signs.add(line?.line.count ?? 0)
    signs.add(line?.isFull ?? false)
    signs.add(line.map { Self.number($0.ending) } ?? 3)
    signs.add(line?.line.blanksBefore ?? 9)
  }

  private mutating func addEcho(_ echo: PairPlaces.Echo) {
    let all = max(0.01, echo.all)
    for part in [echo.anywhere, echo.above, echo.below] { signs.add(part / all) }
    signs.add(echo.anywhere)
  }

  private mutating func addShape(_ line: ReadLine) {
    signs.add(line.line.count)
    signs.add(line.line.cells)
    signs.add(line.column - line.line.cells)
    signs.add(line.line.cells - line.widthBefore)
    signs.add(line.line.cells - line.widthAfter)
    signs.add(line.isFull)
    signs.add(line.hasTwin)
    signs.add(line.isIsolated)
    signs.add(line.line.blanksBefore)
    signs.add(line.line.indent)
    signs.add(line.isIndented)
    signs.add(line.isWrapped)
    signs.add(line.line.heading)
  }

  private mutating func addText(_ line: ReadLine) {
    signs.add(Self.number(line.ending))
    signs.add(line.line.census.commas)
    signs.add(line.line.census.pauses)
    signs.add(line.line.census.stops)
    signs.add(line.hasPunctuation)
    signs.add(line.line.isBalanced ? 0 : line.unbalanced.open.count)
    signs.add(line.line.isBalanced ? 0 : line.unbalanced.close.count)
    signs.add(line.line.phraseGaps)
    signs.add(line.line.isSpacedOut)
  }

  private mutating func addCues(_ line: ReadLine) {
    signs.add(line.opening.isStrong)
    signs.add(line.opening.isLead)
    signs.add(line.opening.isCaption)
    signs.add(line.opening.isBox)
    signs.add(line.opening.refersBack)
    signs.add(line.closing.isStrong)
    signs.add(line.closing.isCredit)
    signs.add(line.closing.maySign)
    for isSo in [line.isByline, line.isBareName, line.isNoName, line.isFurniture, line.isDay] {
      signs.add(isSo)
    }
    for isSo in [line.isSignOff, line.isRow, line.isParallel, line.isSigned] { signs.add(isSo) }
    for value in [line.start, line.wording, line.bits] { signs.add(value) }
    signs.add(line.splitsWord)
    let text = line.line.squeezed
    signs.add(Self.isDashed(line))
    signs.add(Cues.isNoticeTitle(text))
    signs.add(HeadlineParts.isKicker(text))
    signs.add(HeadlineParts.isOffice(text))
    signs.add(ListItem(text) != nil)
  }

  private mutating func addUpper(_ upper: ReadLine?) {
    signs.add(upper.map { Self.number($0.ending) } ?? 3)
    signs.add(upper?.isFull ?? false)
    signs.add(upper?.closing.isStrong ?? true)
    signs.add(upper?.line.heading ?? 0)
    signs.add(upper?.line.count ?? 0)
    signs.add(upper?.wording ?? 0)
    signs.add(upper.map { $0.isByline || $0.isBareName } ?? false)
  }

  private mutating func addLower(_ lower: ReadLine?) {
    signs.add(lower?.line.count ?? 0)
    signs.add(lower.map { Self.number($0.ending) } ?? 3)
    signs.add(lower?.line.heading ?? 0)
    signs.add(lower?.opening.isStrong ?? false)
    signs.add(lower.map { $0.isByline || $0.isBareName } ?? false)
    signs.add(lower?.wording ?? 0)
    signs.add(lower?.start ?? 0)
    signs.add(lower?.line.blanksBefore ?? 9)
    signs.add(lower?.isFull ?? false)
    signs.add(lower?.bits ?? 0)
    signs.add(lower?.splitsWord ?? false)
    signs.add(lower.map(Self.isDashed) ?? false)
  }

  private static func number(_ ending: Line.Ending) -> Int {
    switch ending {
    case .open: 0
    case .comma: 1
    case .closed: 2
    }
  }

  private static func isDashed(_ line: ReadLine) -> Bool {
    line.line.squeezed.count > 4 && line.line.squeezed.prefix(2).allSatisfy(\.isDash)
  }
}
