/// Labels the lines of a page: the best sequence by emissions and transitions (Viterbi), so that headline, byline
/// and paragraph are decided together with the cuts between them.
struct LineLabeler {
  private let lines: [ReadLine]
  private let weights: LineWeights
  private let heads: HeadShape
  private let transitions: LineTransition

  /// The labels, one a line.
  static func labels(of lines: [ReadLine], weights: SegmentationWeights = .trained) -> [LineLabel] {
    LineLabeler(lines, weights).run()
  }

  private init(_ lines: [ReadLine], _ weights: SegmentationWeights) {
    self.lines = lines
    self.weights = weights.lines
    heads = HeadShape(weights: weights.heads, isMarked: lines.count { $0.line.heading > 0 } > 2)
    transitions = LineTransition(weights: weights.transitions)
  }

  private func run() -> [LineLabel] {
    guard let first = lines.first else { return [] }
    var scores = emissions(first, before: nil, next: lines.count > 1 ? lines[1] : nil)
    scores[.head] += weights.firstIsHead
    scores[.continuation] += weights.firstContinues
    var origins = ContiguousArray<LabelOrigins>()
    origins.reserveCapacity(lines.count)
    var before = first
    for index in lines.indices.dropFirst() {
      let line = lines[index]
      var next = emissions(line, before: before, next: index + 1 < lines.count ? lines[index + 1] : nil)
      origins.append(step(to: &next, from: scores, transitions.scores(before, line)))
      scores = next
      before = line
    }
    addLast(&scores)
    return Self.trace(scores.best, origins)
  }

  /// A page seldom ends within a sentence.
  private func addLast(_ scores: inout LabelScores) {
    guard let last = lines.last, last.ending != .closed, !last.closing.isStrong, !last.closing.maySign,
      !last.isDay
    else { return }
    for label in LineLabel.allCases where label.isBody { scores[label] += weights.lastIsOpen }
  }

  /// Adds to each label of a line the best way to it, and tells from which label that comes.
  private func step(to next: inout LabelScores, from scores: LabelScores, _ behind: TransitionScores)
    -> LabelOrigins
  {
    var origins = LabelOrigins()
    for label in LineLabel.allCases {
      var best = (from: LineLabel.head, score: scores[.head] + behind.head[label])
      func consider(_ previous: LineLabel, _ step: Double) {
        let score = scores[previous] + step
        if score > best.score { best = (previous, score) }
      }
      consider(.byline, behind.byline[label])
      consider(.opening, behind.body[label])
      consider(.paragraph, behind.body[label])
      consider(.continuation, behind.body[label])
      consider(.furniture, behind.furniture[label])
      origins[label] = best.from
      next[label] += best.score
    }
    return origins
  }

  private static func trace(_ last: LineLabel, _ origins: ContiguousArray<LabelOrigins>) -> [LineLabel] {
    var path = [last]
    path.reserveCapacity(origins.count + 1)
    for origins in origins.reversed() { path.append(origins[path[path.count - 1]]) }
    return path.reversed()
  }
}

/// From which label the best way comes to each label: three bits for each.
private struct LabelOrigins {
  private var bits: UInt32 = 0

  /// Each is set once.
  subscript(label: LineLabel) -> LineLabel {
    get { LineLabel(rawValue: Int(bits >> UInt32(3 * label.rawValue) & 7)) ?? .paragraph }
    set { bits |= UInt32(newValue.rawValue) << UInt32(3 * label.rawValue) }
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
    return scores
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
