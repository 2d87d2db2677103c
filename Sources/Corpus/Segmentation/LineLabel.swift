/// What a line is in the flow of a page.
enum LineLabel: Int, CaseIterable, Sendable {
  /// Headline, kicker, subheadline or section head.
  case head
  /// A line that only names who wrote.
  case byline
  /// The first line of a news body: a dateline or a jump.
  case opening
  /// The first line of a paragraph.
  case paragraph
  /// A further line of a paragraph.
  case continuation
  /// Page chrome.
  case furniture

  /// A line of running text.
  var isBody: Bool { self == .opening || self == .paragraph || self == .continuation }
}

/// A number for each label.
struct LabelScores {
  /// In the order of the labels; the last two mean nothing.
  fileprivate(set) var scores: SIMD8<Double>

  /// The same for all.
  init(_ score: Double = 0) { scores = SIMD8(repeating: score) }

  subscript(label: LineLabel) -> Double {
    get { scores[label.rawValue] }
    set { scores[label.rawValue] = newValue }
  }

  /// By how much a label's number exceeds that of the best other one.
  func margin(of label: LineLabel) -> Double {
    var best = -Double.infinity
    for other in LineLabel.allCases where other != label { best = max(best, self[other]) }
    return self[label] - best
  }

  /// The label with the highest number; the first of those with the same.
  var best: LineLabel {
    LineLabel.allCases.reduce(.head) { self[$1] > self[$0] ? $1 : $0 }
  }
}

/// The best way to each label of a line so far: its score, and the label of the line before.
struct BestWays {
  private(set) var scores: LabelScores
  private var origins: SIMD8<Double>

  /// The ways from one label with such a score.
  init(from label: LineLabel, _ score: Double, _ steps: LabelScores) {
    scores = steps
    scores.scores += score
    origins = SIMD8(repeating: Double(label.rawValue))
  }

  /// Takes the ways from another label where they are better.
  @inline(__always)
  mutating func consider(_ label: LineLabel, _ score: Double, _ steps: LabelScores) {
    let others = steps.scores + score
    let areBetter = others .> scores.scores
    scores.scores.replace(with: others, where: areBetter)
    origins.replace(with: Double(label.rawValue), where: areBetter)
  }

  /// Adds what speaks for each label of the line itself.
  mutating func add(_ own: LabelScores) { scores.scores += own.scores }

  /// From which label the best way to a label comes.
  func origin(of label: LineLabel) -> LineLabel {
    LineLabel(rawValue: Int(origins[label.rawValue])) ?? .paragraph
  }
}
