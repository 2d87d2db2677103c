/// How much a line looks like one of a headline. An object, so that its many weights are not copied.
final class HeadShape {
  let weights: HeadWeights
  /// Headlines have Markdown marks on this page.
  let isMarked: Bool

  init(weights: HeadWeights, isMarked: Bool) {
    self.weights = weights
    self.isMarked = isMarked
  }

  /// The line's score, seen with the line below it.
  func score(_ line: ReadLine, next: ReadLine?) -> Double {
    var score = ending(line) + punctuation(line) + form(line) + width(line, next)
    score += line.isIsolated ? weights.isolated : weights.attached
    if line.line.indent >= 3 { score += weights.indented }
    if line.isParallel { score += weights.parallel }
    if line.isRow { score += 2 * weights.parallel }
    if Cues.isNoticeTitle(line.line.squeezed) { score += weights.notice }
    if line.isSignOff { score += weights.signOff * (LineShape.isMourners(line.line) ? 4 : 1) }
    if line.line.hasPhoneNumber { score += weights.phone }
    if line.line.squeezed.first?.closer == line.line.squeezed.last { score += weights.bracketed }
    if !line.hasPunctuation { score += weights.unpunctuated }
    score += weights.wording * line.wording
    if let next, next.isDay, line.ending == .open { score += weights.aboveDay }
    return score
  }

  private func ending(_ line: ReadLine) -> Double {
    // Names in brackets below a text are surely none.
    let isSignature = line.closing.isEndMark && line.line.squeezed.first?.opensRemark == true
    if line.closing.isStrong { return weights.endsStory * (isSignature ? 2 : 1) }
    switch line.ending {
    case .open: return 0
    case .comma: return weights.endsWithComma
    case .closed:
      let last = line.line.squeezed.last { !$0.isCloser }
      return last == "。" ? weights.endsWithStop : weights.endsWithMark
    }
  }

  private func punctuation(_ line: ReadLine) -> Double {
    let census = line.line.census
    let commas = weights.comma * Double(census.commas)
    var score = max(-weights.commaLimit, commas + weights.pause * Double(census.pauses))
    if census.stops > 0, census.stops > (line.line.squeezed.last == "。" ? 1 : 0) {
      score += weights.innerStop
    }
    if !line.line.isBalanced {
      let unbalanced = line.unbalanced
      score += Double(unbalanced.close.count) * weights.unbalancedClose
      score += Double(unbalanced.open.count) * weights.unbalancedOpen
    }
    if line.line.squeezed.first?.cannotOpen == true { score += weights.startsWithPunctuation }
    return score
  }

  private func form(_ line: ReadLine) -> Double {
    var score = length(line.line.count)
    if line.line.heading > 0 {
      // A masthead's mark tells nothing of it.
      if !line.isFurniture { score += weights.heading }
    } else if isMarked {
      score += weights.unmarked
    }
    if line.line.squeezed.prefix(2).allSatisfy(\.isDash) { score += weights.dash }
    if line.line.isSpacedOut && !line.isFull { score += weights.spacedOut }
    if !line.isRow { score += min(weights.phraseGapLimit, Double(line.line.phraseGaps) * weights.phraseGap) }
    if line.opening.isStrong { score += weights.opening }
    if line.isByline || line.isFurniture { score += weights.bylineOrFurniture }
    if line.opening.isCaption { score += weights.caption }
    return score
  }

  private func length(_ count: Int) -> Double {
    switch count {
    case ..<4: weights.short
    case 45...70: weights.long
    case 71...: weights.veryLong
    default: 0
    }
  }

  private func width(_ line: ReadLine, _ next: ReadLine?) -> Double {
    let cells = line.line.cells
    guard line.isWrapped else {
      if cells <= 64 { return weights.narrowUnwrapped }
      return cells * 2 < line.column ? weights.halfUnwrapped : weights.wideUnwrapped
    }
    let isText = next.map { $0.ending != .open || $0.line.census.commas > 0 } ?? false
    let follows = isText ? next?.line.cells ?? 0 : 0
    if min(cells - line.widthBefore, cells - line.widthAfter, cells - follows) >= 5 { return weights.wider }
    let apart = min(abs(cells - line.widthBefore), abs(cells - line.widthAfter))
    return apart <= 1 ? weights.sameWidth : 0
  }
}
