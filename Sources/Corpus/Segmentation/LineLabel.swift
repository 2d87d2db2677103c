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
