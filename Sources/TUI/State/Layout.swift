/// Where the parts of the screen lie, computed from its size and from what is open.
struct Layout: Hashable, Sendable {
  /// Terminals at least so wide show list and detail side by side.
  static let wideColumns = 100
  /// Narrower ones show them one above the other if they have so many rows.
  static let tallRows = 16
  /// The smallest screen that is used.
  static let smallest = Size(columns: 20, rows: 5)

  var filter: Rect
  var status: Rect
  var list: Rect?
  var panel: Rect?
  var detail: Rect?
  /// The line between two panes, one cell thick.
  var divider: Rect?

  /// The layout of a screen. `isReading`: the detail alone. `panel`: what kind of panel is open. `detailFirst`:
  /// where only one pane fits, the detail is it.
  init(size: Size, isReading: Bool, panel kind: PanelShape, detailFirst: Bool) {
    let whole = Rect(size)
    filter = whole.line(0)
    status = whole.line(size.rows - 1)
    let content = whole.inset(top: 1, bottom: 1)
    switch kind {
    case .full: panel = content
    case .side:
      if size.columns >= Self.wideColumns { splitSide(content, panel: true) } else { panel = content }
    case .none:
      if isReading {
        detail = content
      } else if size.columns >= Self.wideColumns {
        splitSide(content, panel: false)
      } else if size.rows >= Self.tallRows {
        splitStacked(content)
      } else if detailFirst {
        detail = content
      } else {
        list = content
      }
    }
  }

  private mutating func splitSide(_ content: Rect, panel isPanel: Bool) {
    let left = min(80, max(42, content.columns * 42 / 100))
    let first = Rect(column: 0, row: content.row, columns: left, rows: content.rows)
    if isPanel { panel = first } else { list = first }
    divider = Rect(column: left, row: content.row, columns: 1, rows: content.rows)
    detail = content.inset(left: left + 1)
  }

  private mutating func splitStacked(_ content: Rect) {
    let upper = max(4, content.rows * 2 / 5)
    list = content.inset(bottom: content.rows - upper)
    divider = content.line(upper)
    detail = content.inset(top: upper + 1)
  }
}

/// How much of the screen a panel takes.
enum PanelShape: Hashable, Sendable {
  case none, side, full
}
