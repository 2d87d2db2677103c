import Corpus

/// The raw page with its line numbers; lines of the article stand out, those of its headline more,
/// and the words that values were inferred from.
struct RawView {
  var raw: RawPanel
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    grid.clear(area.line(0), Style(.bar))
    grid.put(displayable(state.article?.file ?? ""), Style(.bar), at: 1, in: area.line(0))
    guard let document = raw.document else { return }
    let rows = area.inset(top: 1)
    guard !document.rows.isEmpty else {
      grid.put(state.wording("没有原始版面", "no raw page"), .dim, at: 1, in: rows)
      return
    }
    for row in 0..<max(0, min(rows.rows, document.rows.count - raw.top)) {
      let index = raw.top + row
      draw(document.rows[index], document.numberColumns, in: rows.line(row), &grid)
      if index == raw.cursor {
        let end = rows.line(row).inset(right: rows.columns - document.numberColumns)
        grid.select(end, state.focus == .first ? .focused : .resting)
      }
    }
  }

  private func draw(_ row: RawDocument.Row, _ columns: Int, in line: Rect, _ grid: inout Grid) {
    if row.isFirst {
      let number = String(row.line)
      grid.put(number, .dim, at: columns - number.count, in: line)
    }
    switch row.owner {
    case .headline: grid.put("=", .mark, at: columns + 1, in: line)
    case .body: grid.fill(.vertical, .mark, line.inset(left: columns + 1, right: line.columns - columns - 2))
    case .other: break
    }
    grid.put(row.text, at: columns + 3, in: line) { offset in
      if row.names.contains(where: { $0.contains(offset) }) { return .mark }
      return row.evidence.contains { $0.contains(offset) } ? Style(.hit) : style(of: row.owner)
    }
  }

  private func style(of owner: RawDocument.Owner) -> Style {
    switch owner {
    case .headline: Style(.headline)
    case .body: .text
    case .other: .dim
    }
  }
}
