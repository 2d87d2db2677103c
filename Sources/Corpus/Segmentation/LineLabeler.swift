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

  /// A score for each label.
  private typealias Scores = InlineArray<6, Double>

  private func run() -> [LineLabel] {
    guard !lines.isEmpty else { return [] }
    let labels = LineLabel.allCases
    var scores = Scores(repeating: 0)
    for label in labels {
      let isFirst = label == .head ? weights.firstIsHead : label == .continuation ? weights.firstContinues : 0
      scores[label.rawValue] =
        emission(label, lines[0], before: nil, next: lines.count > 1 ? lines[1] : nil) + isFirst
    }
    var next = scores
    var origins: [UInt8] = []
    origins.reserveCapacity(lines.count * labels.count)
    var before = lines[0]
    for index in lines.indices.dropFirst() {
      let line = lines[index]
      let below = index + 1 < lines.count ? lines[index + 1] : nil
      for label in labels {
        let (from, best) = best(into: label, before, line, scores)
        origins.append(UInt8(from))
        next[label.rawValue] = best + emission(label, line, before: before, next: below)
      }
      swap(&scores, &next)
      before = line
    }
    addLast(&scores)
    return Self.trace(scores, origins)
  }

  /// A page seldom ends within a sentence.
  private func addLast(_ scores: inout Scores) {
    guard let last = lines.last, last.ending != .closed, !last.closing.isStrong, !last.closing.maySign,
      !last.isDay
    else { return }
    for label in LineLabel.allCases where label.isBody { scores[label.rawValue] += weights.lastIsOpen }
  }

  private func best(into label: LineLabel, _ before: ReadLine, _ line: ReadLine, _ scores: Scores)
    -> (from: Int, score: Double)
  {
    var best = (from: 0, score: -Double.infinity)
    func consider(_ previous: LineLabel, _ step: Double) {
      let score = scores[previous.rawValue] + step
      if score > best.score { best = (previous.rawValue, score) }
    }
    let afterBody = transitions.score(from: .paragraph, to: label, before, line)
    consider(.head, transitions.score(from: .head, to: label, before, line))
    consider(.byline, transitions.score(from: .byline, to: label, before, line))
    consider(.opening, afterBody)
    consider(.paragraph, afterBody)
    consider(.continuation, afterBody)
    consider(.furniture, transitions.score(from: .furniture, to: label, before, line))
    return best
  }

  private static func trace(_ scores: Scores, _ origins: [UInt8]) -> [LineLabel] {
    var at = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [LineLabel(rawValue: at) ?? .paragraph]
    for start in stride(from: origins.count - scores.count, through: 0, by: -scores.count) {
      at = Int(origins[start + at])
      path.append(LineLabel(rawValue: at) ?? .paragraph)
    }
    return path.reversed()
  }
}

extension LineLabeler {
  private func emission(_ label: LineLabel, _ line: ReadLine, before: ReadLine?, next: ReadLine?) -> Double {
    switch label {
    case .head: return heads.score(line, next: next)
    case .byline: return byline(line)
    case .furniture: return furniture(line)
    case .opening: return line.opening.isStrong ? weights.opening : weights.baseless
    case .paragraph: return paragraph(line, before: before, next: next)
    case .continuation: return continuation(line)
    }
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

  private func paragraph(_ line: ReadLine, before: ReadLine?, next: ReadLine?) -> Double {
    var score = common(line) + weights.startsParagraph * line.start
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

  private func continuation(_ line: ReadLine) -> Double {
    var score = common(line) - weights.startsContinuation * line.start
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
