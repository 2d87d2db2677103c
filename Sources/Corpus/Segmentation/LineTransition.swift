/// How well one label follows another. An object, so that its many weights are not copied.
final class LineTransition {
  let weights: TransitionWeights

  init(weights: TransitionWeights) { self.weights = weights }

  /// The score of label `to` on a line behind label `from` on the line before; the three labels of running text
  /// count alike there.
  func score(from: LineLabel, to: LineLabel, _ before: ReadLine, _ line: ReadLine) -> Double {
    switch from {
    case .head: return afterHead(to, before, line)
    case .byline: return afterByline(to)
    case .furniture: return afterFurniture(to)
    case .opening, .paragraph, .continuation: return afterBody(to, before, line)
    }
  }

  private func afterByline(_ to: LineLabel) -> Double {
    switch to {
    case .continuation: weights.bylineToContinuation
    case .head: weights.bylineToHead
    default: 0
    }
  }

  private func afterFurniture(_ to: LineLabel) -> Double {
    switch to {
    case .continuation: weights.furnitureToContinuation
    case .furniture: weights.furnitureToFurniture
    default: 0
    }
  }

  private func afterHead(_ to: LineLabel, _ before: ReadLine, _ line: ReadLine) -> Double {
    switch to {
    case .continuation: return weights.headToContinuation
    case .byline:
      if !line.isByline { return weights.headToName }
      return line.closing.isCredit ? weights.headToCredit : weights.headToByline
    case .opening: return weights.headToOpening
    case .head:
      let closed = line.unbalanced.close
      let matches = before.unbalanced.open.contains { open in closed.contains { $0 == open.closer } }
      return (matches ? weights.headClosesBracket : 0) + (line.splitsWord ? weights.headGoesOn : 0)
        + weights.headJunction * line.junction
        + (line.isShortAlone ? weights.headToShort : 0)
    case .paragraph: return firstLineDoubt(before, line)
    case .furniture: return 0
    }
  }

  /// The line taken for a headline may be the first of the paragraph that follows: a word spans the break, or it
  /// is as short as an indented line and what follows is full.
  private func firstLineDoubt(_ upper: ReadLine, _ lower: ReadLine) -> Double {
    var doubt = lower.splitsWord ? weights.headSplitsWord : 0
    doubt += weights.firstLineJunction * max(0, lower.junction)
    let lack = lower.column - upper.line.cells
    if upper.isWrapped, (2...6).contains(lack), lower.isFull, upper.line.phraseGaps == 0 {
      doubt += weights.headLikeFirstLine
    }
    return doubt
  }

  private func afterBody(_ to: LineLabel, _ before: ReadLine, _ line: ReadLine) -> Double {
    let blank = line.line.blanksBefore > 0
    if to == .byline, line.isByline, !line.closing.isCredit {
      return before.ending == .closed ? weights.sentenceToByline : weights.openToByline
    }
    let reach = max(before.line.cells, before.line.spacedCells)
    if to == .continuation, before.isWrapped, before.ending != .closed, line.line.cells >= reach + 7 {
      return before.ending == .comma ? weights.widensAfterComma : weights.widens
    }
    if before.closing.isStrong || before.endsNotice { return afterEnd(to) }
    if before.closing.maySign && to != .continuation { return afterEnd(to) + weights.doubtfulEnd }
    if before.ending == .closed { return afterSentence(to, before, blank: blank) }
    return amidSentence(to, before, line, blank: blank)
  }

  private func afterEnd(_ to: LineLabel) -> Double {
    switch to {
    case .continuation: weights.endToContinuation
    case .paragraph: weights.endToParagraph
    case .head: weights.endToHead
    case .byline, .opening, .furniture: 0
    }
  }

  private func afterSentence(_ to: LineLabel, _ before: ReadLine, blank: Bool) -> Double {
    switch to {
    case .continuation:
      return (blank ? weights.sentenceToContinuationBlank : weights.sentenceToContinuation)
        + (before.isFull ? 0 : weights.sentenceToContinuationShort)
        + (before.isWrapped ? 0 : weights.sentenceToContinuationUnwrapped)
    case .paragraph:
      return !before.isFull ? 0 : blank ? weights.sentenceToParagraphBlank : weights.sentenceToParagraph
    case .head: return blank ? 0 : weights.sentenceToHead
    case .byline: return weights.sentenceToName
    case .opening, .furniture: return 0
    }
  }

  private func amidSentence(_ to: LineLabel, _ before: ReadLine, _ line: ReadLine, blank: Bool) -> Double {
    switch to {
    case .paragraph where line.isDay || before.isSignOff && !before.isFull: return 0
    case .continuation: return goingOn(before, line, blank: blank)
    case .paragraph:
      return brokenOff(before) + weights.paragraphJunction * line.junction
    case .head: return headAmid(before, line, blank: blank)
    case .opening: return weights.openToOpening
    case .byline: return weights.openToName
    case .furniture: return weights.openToFurniture
    }
  }

  private func brokenOff(_ before: ReadLine) -> Double {
    if before.ending == .comma { return weights.commaToParagraph }
    return before.isFull ? weights.fullToParagraph : weights.shortToParagraph
  }

  private func goingOn(_ before: ReadLine, _ line: ReadLine, blank: Bool) -> Double {
    let joined = weights.continuesJunction * line.junction
    guard before.isFull || before.ending == .comma || !before.isWrapped else {
      return weights.shortToContinuation + joined
    }
    return (blank ? weights.openToContinuationBlank : 0) + (line.splitsWord ? weights.continuesWord : 0)
      + joined
  }

  private func headAmid(_ before: ReadLine, _ line: ReadLine, blank: Bool) -> Double {
    if line.line.heading > 0 { return 0 }
    if !before.isWrapped && line.isIsolated { return weights.openToIsolatedHead }
    return (before.ending == .comma ? weights.commaToHead : weights.openToHead)
      + (blank ? weights.openToHeadBlank : 0) + (line.splitsWord ? weights.openToHeadWord : 0)
      + weights.openToHeadJunction * line.junction
  }
}
