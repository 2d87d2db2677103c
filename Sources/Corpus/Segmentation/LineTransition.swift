/// How well each label on a line follows the labels on the line before; the three labels of running text count alike
/// there.
struct TransitionScores {
  let head, byline, furniture, body: LabelScores
}

/// How well one label follows another. An object, so that its many weights are not copied.
final class LineTransition {
  let weights: TransitionWeights
  /// What does not depend on the lines.
  private let byline, furniture, end, doubtfulEnd: LabelScores

  init(weights: TransitionWeights) {
    self.weights = weights
    var scores = LabelScores()
    scores[.continuation] = weights.bylineToContinuation
    scores[.head] = weights.bylineToHead
    byline = scores
    scores = LabelScores()
    scores[.continuation] = weights.furnitureToContinuation
    scores[.furniture] = weights.furnitureToFurniture
    furniture = scores
    scores = LabelScores()
    scores[.continuation] = weights.endToContinuation
    scores[.paragraph] = weights.endToParagraph
    scores[.head] = weights.endToHead
    end = scores
    for label in LineLabel.allCases { scores[label] += weights.doubtfulEnd }
    doubtfulEnd = scores
  }

  /// The scores of all labels on a line behind all labels on the line before.
  func scores(_ before: ReadLine, _ line: ReadLine) -> TransitionScores {
    TransitionScores(
      head: behindHead(before, line), byline: byline, furniture: furniture, body: behindBody(before, line))
  }

  private func behindHead(_ before: ReadLine, _ line: ReadLine) -> LabelScores {
    var scores = LabelScores()
    scores[.continuation] = weights.headToContinuation
    scores[.byline] =
      !line.isByline
      ? weights.headToName : line.closing.isCredit ? weights.headToCredit : weights.headToByline
    scores[.opening] = weights.headToOpening
    scores[.head] =
      (closesBracket(before, line) ? weights.headClosesBracket : 0)
      + (line.splitsWord ? weights.headGoesOn : 0)
      + weights.headJunction * line.junction
      + (line.isShortAlone ? weights.headToShort : 0)
    scores[.paragraph] = firstLineDoubt(before, line)
    return scores
  }

  /// A bracket that the line before left open is closed.
  private func closesBracket(_ before: ReadLine, _ line: ReadLine) -> Bool {
    guard !before.line.isBalanced, !line.line.isBalanced else { return false }
    let closed = line.unbalanced.close
    return before.unbalanced.open.contains { open in closed.contains { $0 == open.closer } }
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

  private func behindBody(_ before: ReadLine, _ line: ReadLine) -> LabelScores {
    var scores = end
    if !before.closing.isStrong && !before.endsNotice {
      let blank = line.line.blanksBefore > 0
      let isClosed = before.ending == .closed
      scores = isClosed ? behindSentence(before, blank: blank) : amidSentence(before, line, blank: blank)
      if before.closing.maySign {
        let going = scores[.continuation]
        scores = doubtfulEnd
        scores[.continuation] = going
      }
    }
    if line.isByline, !line.closing.isCredit {
      scores[.byline] = before.ending == .closed ? weights.sentenceToByline : weights.openToByline
    }
    if before.isWrapped, before.ending != .closed,
      line.line.cells >= max(before.line.cells, before.line.spacedCells) + 7
    {
      scores[.continuation] = before.ending == .comma ? weights.widensAfterComma : weights.widens
    }
    return scores
  }

  private func behindSentence(_ before: ReadLine, blank: Bool) -> LabelScores {
    var scores = LabelScores()
    scores[.continuation] =
      (blank ? weights.sentenceToContinuationBlank : weights.sentenceToContinuation)
      + (before.isFull ? 0 : weights.sentenceToContinuationShort)
      + (before.isWrapped ? 0 : weights.sentenceToContinuationUnwrapped)
    if before.isFull {
      scores[.paragraph] = blank ? weights.sentenceToParagraphBlank : weights.sentenceToParagraph
    }
    if !blank { scores[.head] = weights.sentenceToHead }
    scores[.byline] = weights.sentenceToName
    return scores
  }

  private func amidSentence(_ before: ReadLine, _ line: ReadLine, blank: Bool) -> LabelScores {
    var scores = LabelScores()
    if !line.isDay, !before.isSignOff || before.isFull {
      scores[.paragraph] = brokenOff(before) + weights.paragraphJunction * line.junction
    }
    scores[.continuation] = goingOn(before, line, blank: blank)
    scores[.head] = headAmid(before, line, blank: blank)
    scores[.opening] = weights.openToOpening
    scores[.byline] = weights.openToName
    scores[.furniture] = weights.openToFurniture
    return scores
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
