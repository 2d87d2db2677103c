/// Labels the lines of a page: the best sequence by emissions and transitions (Viterbi), so that headline, byline
/// and paragraph are decided together with the cuts between them.
struct LineLabeler {
  private let lines: [ReadLine]
  private let weights: LineWeights
  private let heads: HeadShape
  private let transitions: LineTransition
  private let around: LineSurroundings
  private let observe: ((Int, Signs) -> Void)?

  /// The labels, one a line.
  static func labels(of lines: [ReadLine], weights: SegmentationWeights = .trained) -> [LineLabel] {
    LineLabeler(lines, weights, observe: nil).run()
  }

  /// Labels the lines, and calls `observe` with what is seen of each that may be one of a headline.
  static func label(_ lines: [ReadLine], observe: @escaping (Int, Signs) -> Void) {
    _ = LineLabeler(lines, .trained, observe: observe).run()
  }

  private init(_ lines: [ReadLine], _ weights: SegmentationWeights, observe: ((Int, Signs) -> Void)?) {
    self.observe = observe
    around = LineSurroundings(lines)
    self.lines = lines
    self.weights = weights.lines
    heads = HeadShape(weights: weights.heads, isMarked: lines.count { $0.line.heading > 0 } > 2)
    transitions = LineTransition(weights: weights.transitions)
  }

  private func run() -> [LineLabel] {
    guard let first = lines.first else { return [] }
    // As the weights alone have it, and with what the trees say.
    var plain = emissions(first, before: nil, next: lines.count > 1 ? lines[1] : nil)
    plain[.head] += weights.firstIsHead
    plain[.continuation] += weights.firstContinues
    var scores = plain
    correct(&scores, at: 0, plain)
    var ways: ContiguousArray<BestWays> = []
    ways.reserveCapacity(lines.count)
    for index in lines.indices.dropFirst() {
      let (before, line) = (lines[index - 1], lines[index])
      let steps = transitions.scores(before, line)
      let own = emissions(line, before: before, next: index + 1 < lines.count ? lines[index + 1] : nil)
      let best = best(behind: scores, steps, own)
      ways.append(best)
      scores = best.scores
      plain = self.best(behind: plain, steps, own).scores
      correct(&scores, at: index, plain)
    }
    return Self.trace(scores.best, ways)
  }

  /// Of lines that are so much rather anything else than a headline's, one in 2,000 is one: the trees are not asked.
  private static let surelyText = -8.0
  /// So many lines make a page.
  private static let page = 30.0

  /// Adds what the trees say of a line as one of a headline, beyond what the weights say.
  private func correct(_ scores: inout LabelScores, at index: Int, _ plain: LabelScores) {
    let margin = plain.margin(of: .head)
    guard margin > Self.surelyText else { return }
    let signs = signs(at: index, head: margin)
    observe?(index, signs)
    let odds = Double(HeadTrees.trained.logOdds(signs)) - margin
    // The trees know pages; on a few lines the weights' word counts.
    scores[.head] += weights.trees * odds * min(1, Double(lines.count) / Self.page)
  }

  private func signs(at index: Int, head: Double) -> Signs {
    HeadSigns.signs(of: index, in: around, isMarked: heads.isMarked, head: head)
  }

  /// The best ways to the labels of a line, which have scores `own`, from those of the line before.
  private func best(behind scores: LabelScores, _ steps: TransitionScores, _ own: LabelScores) -> BestWays {
    var best = BestWays(from: .head, scores[.head], steps.head)
    best.consider(.byline, scores[.byline], steps.byline)
    best.consider(.opening, scores[.opening], steps.body)
    best.consider(.paragraph, scores[.paragraph], steps.body)
    best.consider(.continuation, scores[.continuation], steps.body)
    best.consider(.furniture, scores[.furniture], steps.furniture)
    best.add(own)
    return best
  }

  private static func trace(_ last: LineLabel, _ ways: ContiguousArray<BestWays>) -> [LineLabel] {
    var path = [last]
    path.reserveCapacity(ways.count + 1)
    for ways in ways.reversed() { path.append(ways.origin(of: path[path.count - 1])) }
    return path.reversed()
  }
}

extension LineLabeler {
  /// How well each label fits a line.
  private func emissions(_ line: ReadLine, before: ReadLine?, next: ReadLine?) -> LabelScores {
    var scores = LabelScores()
    let common = common(line)
    scores[.head] = heads.score(line, next: next)
    scores[.byline] = byline(line)
    scores[.furniture] = furniture(line)
    scores[.opening] = line.opening.isStrong ? weights.opening : weights.baseless
    scores[.paragraph] = paragraph(line, common, before: before, next: next)
    scores[.continuation] = continuation(line, common)
    if next == nil { addLast(line, &scores) }
    return scores
  }

  /// A page seldom ends within a sentence.
  private func addLast(_ line: ReadLine, _ scores: inout LabelScores) {
    guard line.ending != .closed, !line.closing.isStrong, !line.closing.maySign, !line.isDay else { return }
    for label in LineLabel.allCases where label.isBody { scores[label] += weights.lastIsOpen }
  }

  private func furniture(_ line: ReadLine) -> Double {
    guard line.isFurniture else { return weights.baseless }
    guard line.isDay else { return weights.furniture }
    return weights.furnitureDay + (line.isSigned ? weights.furnitureSigned : 0)
  }

  private func byline(_ line: ReadLine) -> Double {
    if line.isByline { return weights.byline }
    if line.isBareName { return weights.bareName }
    return line.line.count <= 3 && !line.isNoName && Names.mayBeName(line.line.squeezed)
      ? weights.shortName : weights.baseless
  }

  private func paragraph(_ line: ReadLine, _ common: Double, before: ReadLine?, next: ReadLine?) -> Double {
    var score = common + weights.startsParagraph * line.start
    let isOpen = line.ending == .open
    if !line.isWrapped, isOpen, line.line.cells * 2 < line.column, !line.hasPunctuation {
      score += weights.shortParagraph
    }
    if line.isDay || line.isParallel || (next?.isDay == true && isOpen) { score += weights.listedParagraph }
    if line.isSignOff, before?.ending == .closed { score += weights.signOffParagraph }
    if line.opening.isBox || line.opening.isCaption { score += weights.boxParagraph }
    if line.line.indent >= 3 {
      score += weights.indentedParagraph
    } else if line.isIndented {
      score += weights.shiftedParagraph
    }
    if line.isShortAsFirst, let next, abs(next.line.cells - next.column) <= 2 {
      score += weights.shorterParagraph
    }
    if line.isWrapped, isOpen, line.line.cells < line.column - 8 { score += weights.brokenParagraph }
    return score
  }

  private func continuation(_ line: ReadLine, _ common: Double) -> Double {
    var score = common - weights.startsContinuation * line.start
    if let first = line.line.squeezed.first {
      if first.cannotOpen { score += weights.continuesPunctuation }
      if first.isBullet { score += weights.continuesBullet }
    }
    if line.line.squeezed.leansBack { score += weights.continuesLeaning }
    if line.line.indent >= 3 {
      score += weights.continuesIndented
    } else if line.isIndented {
      score += weights.continuesShifted
    }
    return score
  }

  /// What speaks against running text of either kind.
  private func common(_ line: ReadLine) -> Double {
    var score = 0.0
    if line.line.heading > 0 { score += weights.bodyHeading }
    if line.isFurniture && !line.isDay { score += weights.bodyFurniture }
    if line.opening.isStrong { score += weights.bodyOpening }
    if line.isByline { score += weights.bodyByline }
    if !line.hasPunctuation { score += weights.bodyUnpunctuated }
    return score
  }
}
