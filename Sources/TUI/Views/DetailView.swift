import Corpus

/// The selected article, as it was set by the update.
struct DetailView {
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    guard let document = state.document else { return }
    let top = state.detailTop
    for row in 0..<max(0, min(area.rows, document.lines.count - top)) {
      let line = document.lines[top + row]
      if !line.seams.isEmpty, document.margin > 1 {
        grid.put("~", .dim, at: document.margin - 2, row: row, in: area)
      }
      if let line = line.raw, line == rawLine, document.margin > 1 {
        grid.put(">", .mark, at: document.margin - 2, row: row, in: area)
      }
      draw(line, in: area.line(row), &grid)
    }
  }

  /// The raw line that is marked on the raw page beside it.
  private var rawLine: Int? { if case .raw(let raw) = state.panel { raw.line } else { nil } }

  private func draw(_ line: Document.Line, in row: Rect, _ grid: inout Grid) {
    grid.put(line.text, at: line.column, in: row) { offset in style(of: offset, in: line) }
  }

  private func style(of offset: Int, in line: Document.Line) -> Style {
    if let hit = line.hits.first(where: { $0.contains(offset) }) {
      let place = Place(block: line.place.block, offset: line.place.offset + hit.lowerBound)
      return Style(place == state.currentHit ? .currentHit : .hit)
    }
    return Style(line.seams.contains(offset) ? .seam : line.role)
  }
}
