import Corpus

/// The articles that match: date, city, headline, and the words around the first hit of a filter.
struct ListView {
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    if let text = state.emptyText {
      grid.put(text, .dim, at: 1, row: 0, in: area)
      return
    }
    let shape = state.listShape
    let columns = ListColumns(width: area.columns, shape: shape)
    for row in stride(from: 0, to: area.rows, by: shape.rowsPerArticle) {
      let place = state.listTop + row / shape.rowsPerArticle
      guard place < state.visible.count else { break }
      let index = state.visible[place]
      draw(state.shownArticle(index), columns, in: area.line(row), &grid)
      drawContext(
        of: state.holdings.articles[index], columns, in: area, row: row + (shape == .line ? 1 : 0), &grid)
      if index == state.selected { select(area.line(row), columns, &grid) }
    }
  }

  /// Marks the row's first columns only: a slow line then carries no headlines when the selection moves.
  private func select(_ row: Rect, _ columns: ListColumns, _ grid: inout Grid) {
    let end = (columns.date ?? columns.city).upperBound + 1
    grid.select(row.inset(right: row.columns - end), state.focus == .first ? .focused : .resting)
  }

  private func draw(_ article: Article, _ columns: ListColumns, in row: Rect, _ grid: inout Grid) {
    let facts = Facts(article: article, wording: state.wording)
    if let date = columns.date {
      let text = columns.hasShortDate ? facts.shorterDate : facts.shortDate
      let style: Style = article.date?.year == nil ? .dim : .text
      put(text, style, isDoubtful: article.uncertain.contains(.date), at: date, row, &grid)
    }
    let city = article.city.map { displayable($0) }
    put(
      city ?? state.wording.unknownCity, city == nil ? .dim : Style(.meta),
      isDoubtful: article.uncertain.contains(.city), at: columns.city, row, &grid)
    if article.uncertain.contains(.headline) {
      grid.put("?", Style(.uncertain), at: columns.headline.lowerBound - 1, in: row)
    }
    drawHeadline(of: article, in: row.part(columns.headline), &grid)
  }

  private func drawHeadline(of article: Article, in area: Rect, _ grid: inout Grid) {
    var at = 0
    let kind = state.wording.short(article.kind)
    if !kind.isEmpty { at = grid.put(kind + " ", .mark, in: area) }
    if let headline = article.headline {
      let hits = state.shown.filter.hits(in: headline, field: .title)
      put(displayable(headline), hits, .text, at: at, in: area, &grid)
    } else {
      if article.kind != .furniture { at = grid.put(state.wording.untitled + " ", .mark, at: at, in: area) }
      let words = article.paragraphs.first?.text.prefix(100) ?? ""
      grid.put(displayable(String(words)), .dim, at: at, in: area)
    }
  }

  private func drawContext(
    of article: Article, _ columns: ListColumns, in area: Rect, row: Int, _ grid: inout Grid
  ) {
    guard let place = columns.context, row < area.rows else { return }
    guard let context = state.shown.filter.context(in: article) else { return }
    let line = ContextLine(context, columns: place.count, width: state.width)
    put(line.text, line.hits, .dim, in: area.line(row).part(place), &grid)
  }

  private func put(
    _ text: String, _ hits: [Range<Int>], _ style: Style, at column: Int = 0, in area: Rect,
    _ grid: inout Grid
  ) {
    grid.put(text, at: column, in: area) { offset in
      hits.contains { $0.contains(offset) } ? Style(.hit) : style
    }
  }

  /// A value in its column, and a mark after it if it is in doubt.
  private func put(
    _ text: String, _ style: Style, isDoubtful: Bool, at column: Range<Int>, _ row: Rect, _ grid: inout Grid
  ) {
    var shown = text
    if state.width.columns(of: text) > column.count {
      // Without a mark a part of a name would be another name.
      while !shown.isEmpty, state.width.columns(of: shown) >= column.count { shown.removeLast() }
      shown += "~"
    }
    let end = column.lowerBound + grid.put(shown, style, in: row.part(column))
    if isDoubtful { grid.put("?", Style(.uncertain), at: end, in: row) }
  }
}

extension AppState {
  /// What is said where there are no articles to show.
  var emptyText: String? {
    guard visible.isEmpty else { return nil }
    if isLoading { return wording("正在读取", "reading") }
    return shown.filter.isEmpty
      ? wording("没有文章", "no articles") : wording("没有符合筛选的文章", "no article matches the filter")
  }
}

extension Rect {
  /// Some of its columns, counted from its left edge.
  fileprivate func part(_ range: Range<Int>) -> Rect {
    inset(left: range.lowerBound, right: columns - range.upperBound)
  }
}
