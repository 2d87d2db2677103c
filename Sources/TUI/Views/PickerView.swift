import Corpus

/// Values of a field with their counts as bars, and what was typed to narrow them.
struct PickerView {
  var picker: Picker
  var wording: Wording
  var width: CellWidth

  func draw(in area: Rect, _ grid: inout Grid) {
    drawTitle(in: area.line(0), &grid)
    drawTyped(in: area.line(1), &grid)
    let rows = area.inset(top: 2)
    guard picker.counts != nil else { return }
    if picker.rows.isEmpty { grid.put(wording("没有符合的项", "nothing matches"), .dim, at: 1, row: 0, in: rows) }
    let columns = columns(in: area)
    let marks = DayTest(
      picker.subject == .dates ? picker.range.map { [$0.value] } ?? Array(picker.marked) : [])
    for row in 0..<max(0, min(rows.rows, picker.rows.count - picker.top)) {
      let index = picker.top + row
      draw(
        picker.rows[index], columns, isMarked: isMarked(picker.rows[index], marks), in: rows.line(row), &grid)
      if index == picker.selected { grid.select(rows.line(row), .focused) }
    }
  }

  private func isMarked(_ row: Picker.Row, _ days: DayTest) -> Bool {
    if let date = row.date { return days.contains(date) || picker.rangeStart == date }
    if case .value(let value) = row.choice { return picker.marked.contains(value) }
    return false
  }

  private func drawTitle(in row: Rect, _ grid: inout Grid) {
    grid.clear(row, Style(.bar))
    let end = grid.put(title, Style(.bar), at: 1, in: row)
    let note = note
    let start = row.columns - width.columns(of: note) - 1
    grid.put(note, Style(.bar), at: max(end + 2, start), in: row)
  }

  private var title: String {
    switch (picker.subject, picker.level) {
    case (.cities, _): wording("城市", "Cities")
    case (.dates, .years): wording("日期", "Dates")
    case (.dates, .months(let year)): wording("日期 ", "Dates ") + name(of: year)
    case (.dates, .days(let year, let month)):
      wording("日期 ", "Dates ") + name(of: year) + wording(" \(month)月", "-\(month)")
    }
  }

  private func name(of year: Int?) -> String {
    year.map { wording("\($0)年", "\($0)") } ?? wording.unknownYear
  }

  /// How cities are sorted, or which range of days would be chosen and how many articles it has.
  private var note: String {
    if picker.subject == .cities {
      return picker.isByName ? wording("按拼音", "by name") : wording("按篇数", "by count")
    }
    guard let start = picker.rangeStart else { return "" }
    guard let range = picker.range else { return FilterText.value(of: start) + ".." }
    let count = picker.count(in: range)
    return range.value + wording("：\(count) 篇", ": \(count)")
  }

  private func drawTyped(in row: Rect, _ grid: inout Grid) {
    let start = grid.put(wording(" 查找 ", " Find "), .label, in: row)
    if picker.typed.text.isEmpty { grid.put(hint, .dim, at: start + 1, in: row) }
    grid.put(displayable(picker.typed.text), .text, at: start, in: row)
    guard row.rows > 0 else { return }
    let caret = row.column + start + width.columns(of: displayable(picker.typed.beforeCaret))
    grid.cursor = Point(column: min(caret, row.end - 1), row: row.row)
  }

  private var hint: String {
    picker.subject == .cities
      ? wording("汉字或拼音", "hanzi or pinyin") : wording("如 2025 或 03-17", "2025 or 03-17")
  }

  private struct ColumnSet { var mark: Int, label: Int, count: Int, bar: Int, barColumns: Int, most: Int }

  private func columns(in area: Rect) -> ColumnSet {
    let most = picker.rows.filter { $0.choice != .all && $0.choice != .heading }.map(\.count).max() ?? 1
    let label = picker.subject == .cities ? 6 : 3
    let labels = picker.rows.map { width.columns(of: displayable($0.label)) }.max() ?? 0
    let digits = String(picker.rows.map(\.count).max() ?? 0).count
    let count = min(label + labels + 1, max(label + 4, area.columns - digits - 2))
    let bar = count + digits + 1
    return ColumnSet(
      mark: picker.subject == .cities ? 2 : 1, label: label, count: count, bar: bar,
      barColumns: max(0, min(40, area.columns - bar - 1)), most: max(1, most))
  }

  private func draw(
    _ row: Picker.Row, _ columns: ColumnSet, isMarked: Bool, in line: Rect, _ grid: inout Grid
  ) {
    let isHeading = row.choice == .heading
    if isHeading {
      grid.put(displayable(row.label), .label, at: 1, in: line)
      return
    }
    if isMarked { grid.put(picker.subject == .cities ? "[x]" : ">", .mark, at: columns.mark, in: line) }
    grid.put(
      displayable(row.label), .text, at: columns.label, in: line.inset(right: line.columns - columns.count))
    let digits = String(row.count)
    let right = columns.bar - 1 - digits.count
    grid.put(digits, Style(.meta), at: right, in: line)
    guard row.choice != .all else { return }
    let length = min(columns.barColumns, (row.count * columns.barColumns + columns.most - 1) / columns.most)
    grid.fill(.block, Style(.bar), line.inset(left: columns.bar, right: line.columns - columns.bar - length))
  }
}
