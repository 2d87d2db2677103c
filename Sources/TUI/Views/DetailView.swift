import Corpus

/// The selected article, as it was set by the update.
struct DetailView {
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    guard let document = state.document else {
      if state.layout.list == nil, let text = state.emptyText {
        grid.put(text, .dim, at: 1, row: 0, in: area)
      }
      return
    }
    for slot in slots {
      let row = area.line(slot.row).inset(left: slot.column * document.stride)
      draw(document.lines[slot.line], margin: document.margin, in: row, &grid)
    }
  }

  private var slots: [Spread.Slot] {
    let lines = state.detailLines
    if let spread = state.spread { return spread.slots(ofPage: spread.page(ofLine: lines.lowerBound)) }
    return lines.map { Spread.Slot(line: $0, column: 0, row: $0 - lines.lowerBound) }
  }

  private func draw(_ line: Document.Line, margin: Int, in row: Rect, _ grid: inout Grid) {
    if margin > 1 {
      if !line.seams.isEmpty { grid.put(line.isLossy ? "~?" : "~", .dim, at: margin - 2, in: row) }
      if let raw = line.raw, raw == rawLine { grid.put(">", .mark, at: margin - 2, in: row) }
    }
    draw(line, in: row, &grid)
  }

  /// The raw line that is marked on the raw page beside it.
  private var rawLine: Int? { if case .raw(let raw) = state.panel { raw.line } else { nil } }

  private func draw(_ line: Document.Line, in row: Rect, _ grid: inout Grid) {
    grid.put(line.text, at: line.column, in: row) { offset in style(of: offset, in: line) }
  }

  private func style(of offset: Int, in line: Document.Line) -> Style {
    if let hit = line.hits.first(where: { $0.range.contains(offset) }) {
      return Style(hit.place == state.currentHit ? .currentHit : .hit)
    }
    if offset == line.doubt { return Style(.uncertain) }
    if line.seams.contains(offset) { return Style(.seam) }
    return Style(line.jumps.contains { $0.contains(offset) } ? .dim : line.role)
  }
}
