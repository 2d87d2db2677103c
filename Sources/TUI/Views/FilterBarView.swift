import Corpus

/// The filter on the top row: what is typed, where it is wrong, and how much it finds.
struct FilterBarView {
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    grid.clear(area, Style(.status))
    let count = count
    let room = area.columns - state.width.columns(of: count) - 1
    if area.columns >= 30 { grid.put(count, Style(.status), at: room, in: area) }
    let label = grid.put(state.wording(" 筛选 ", " Filter "), Style(.statusKey), in: area)
    let field = area.inset(left: label, right: area.columns >= 30 ? area.columns - room + 1 : 0)
    if state.filter.text.isEmpty, !state.filter.isEditing {
      grid.put(hint, Style(.statusHint), in: field)
    } else {
      drawText(in: field, &grid)
    }
  }

  private var count: String {
    let total = state.listsFurniture ? state.holdings.articles.count : state.stories
    return state.shown.filter.isEmpty
      ? state.wording("\(total) 篇", "\(total) articles") : "\(state.visible.count)/\(total)"
  }

  private var hint: String {
    state.wording("/ 输入  c 城市  d 日期  ? 帮助", "/ type  c cities  d dates  ? help")
  }

  private func drawText(in field: Rect, _ grid: inout Grid) {
    let characters = state.filter.editor.characters
    let columns = characters.map { max(1, state.width.columns(of: $0)) }
    let first = firstVisible(columns, caret: state.filter.editor.caret, room: field.columns)
    var at = 0
    for index in first..<max(first, characters.count) where at < field.columns {
      let style = isWrong(index) ? Style(.error) : Style(.status)
      grid.put(displayable(String(characters[index])), style, at: at, in: field)
      at += columns[index]
    }
    guard state.filter.isEditing else { return }
    let caret = columns[first..<state.filter.editor.caret].reduce(0, +)
    grid.cursor = Point(column: min(field.column + caret, grid.size.columns - 1), row: field.row)
  }

  /// The first character to be shown so that the caret is inside, with room for a wide character after it.
  private func firstVisible(_ columns: [Int], caret: Int, room: Int) -> Int {
    var first = caret
    var used = 2
    while first > 0, used + columns[first - 1] <= room {
      first -= 1
      used += columns[first]
    }
    return first
  }

  private func isWrong(_ index: Int) -> Bool {
    guard state.mode == .edit || !state.filter.isEditing, let range = state.filter.error?.range else {
      return false
    }
    return range.contains(index) || (range.isEmpty && index == range.lowerBound)
  }
}
