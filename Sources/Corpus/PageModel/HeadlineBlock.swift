/// A headline with what stands above and below it.
public struct HeadlineBlock: Sendable, Hashable {
  /// 引题/肩题, above the headline.
  public var kicker: String?
  /// 标题.
  public var headline: String?
  /// 副题, below the headline.
  public var subheadline: String?
  /// Its raw lines.
  public var evidence: [Evidence]

  /// A block of lines; without any, nothing.
  public init(
    kicker: String? = nil, headline: String? = nil, subheadline: String? = nil, evidence: [Evidence] = []
  ) {
    self.kicker = kicker
    self.headline = headline
    self.subheadline = subheadline
    self.evidence = evidence
  }
}

/// A headline block that was nearly an article's own.
public struct RunnerUp: Sendable, Hashable {
  /// What it says.
  public var block: HeadlineBlock
  /// How much worse the page would fit together with it, in log-odds; 0 for a toss-up.
  public var margin: Double

  /// A block so much worse than the article's own.
  public init(block: HeadlineBlock, margin: Double) {
    self.block = block
    self.margin = margin
  }
}

extension Article {
  /// The headline with its kicker and subheadline. Setting it leaves the article's raw lines as they are.
  public var headlineBlock: HeadlineBlock {
    get {
      HeadlineBlock(
        kicker: kicker, headline: headline, subheadline: subheadline,
        evidence: self[evidence: .headline] ?? [])
    }
    set {
      (kicker, headline, subheadline) = (newValue.kicker, newValue.headline, newValue.subheadline)
      self[evidence: .headline] = newValue.evidence
    }
  }

  /// Gives this article the headline block of another one of its page, raw lines and all, and the other one what this
  /// one had. The block that was given up becomes the runner-up of both.
  public mutating func exchangeHeadlines(with other: inout Article) {
    let (mine, theirs) = (headlineBlock, other.headlineBlock)
    let (myLines, theirLines) = (headlineLines, other.headlineLines)
    take(theirs, lines: theirLines, for: mine)
    other.take(mine, lines: myLines, for: theirs)
  }

  private mutating func take(_ block: HeadlineBlock, lines taken: [ClosedRange<Int>], for old: HeadlineBlock)
  {
    let left = Set(headlineLines.flatMap { Array($0) })
    lines = taken + lines.flatMap { range in Self.parts(of: range, without: left) }
    headlineLines = taken
    headlineBlock = block
    runnerUp = old.evidence.isEmpty ? nil : RunnerUp(block: old, margin: runnerUp?.margin ?? 0)
  }

  private static func parts(of range: ClosedRange<Int>, without left: Set<Int>) -> [ClosedRange<Int>] {
    var parts: [ClosedRange<Int>] = []
    for line in range where !left.contains(line) {
      if let last = parts.last, last.upperBound + 1 == line {
        parts[parts.count - 1] = last.lowerBound...line
      } else {
        parts.append(line...line)
      }
    }
    return parts
  }
}
