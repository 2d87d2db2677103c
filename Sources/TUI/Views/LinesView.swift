/// A panel of plain lines below a title: help, evidence, problems.
struct LinesView {
  var title: String
  var lines: [PanelLine]
  var top: Int

  func draw(in area: Rect, _ grid: inout Grid) {
    grid.clear(area.line(0), Style(.bar))
    grid.put(title, Style(.bar), at: 1, in: area.line(0))
    let rows = area.inset(top: 1)
    for row in 0..<max(0, min(rows.rows, lines.count - top)) {
      draw(lines[top + row], in: rows.line(row), &grid)
    }
  }

  private func draw(_ line: PanelLine, in row: Rect, _ grid: inout Grid) {
    var at = 1
    for part in line.parts { at = grid.put(part.text, part.style, at: max(at, part.column ?? at), in: row) }
  }
}
