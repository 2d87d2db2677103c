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
  private var scores: InlineArray<6, Double>

  /// The same for all.
  init(_ score: Double = 0) { scores = InlineArray(repeating: score) }

  subscript(label: LineLabel) -> Double {
    get { scores[label.rawValue] }
    set { scores[label.rawValue] = newValue }
  }

  /// The label with the highest number; the first of those with the same.
  var best: LineLabel {
    LineLabel.allCases.reduce(.head) { self[$1] > self[$0] ? $1 : $0 }
  }
}
