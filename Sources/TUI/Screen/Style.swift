/// How a cell is meant, not how it looks: attributes and colours are chosen by the terminal.
public struct Style: Hashable, Sendable {
  /// What the text is.
  public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    case text, dim, headline, kicker, subheadline, meta, sectionHead, mark, uncertain
    case hit, currentHit, seam, error, bar, frame, label, key
    case status, statusKey, statusHint
  }

  /// Whether it lies in the selected row, and whether that row's pane has the focus.
  public enum Selection: UInt8, Hashable, Sendable, CaseIterable {
    case none, resting, focused
  }

  /// What the text is.
  public var role: Role
  /// Whether it is selected.
  public var selection: Selection

  /// A style of a role, not selected if not said.
  public init(_ role: Role, selection: Selection = .none) {
    self.role = role
    self.selection = selection
  }

  static let text = Style(.text)
  static let dim = Style(.dim)
  static let label = Style(.label)
  static let mark = Style(.mark)
  static let frame = Style(.frame)
}
