import Corpus

/// The articles that match, one a row: date, city, headline.
struct ListView {
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    guard !state.visible.isEmpty else {
      grid.put(emptyText, .dim, at: 1, row: 0, in: area)
      return
    }
    for row in 0..<min(area.rows, state.visible.count - state.listTop) {
      let index = state.visible[state.listTop + row]
      draw(state.holdings.articles[index], in: area.line(row), &grid)
      if index == state.selected { select(area.line(row), &grid) }
    }
  }

  private var emptyText: String {
    if state.isLoading { return state.wording("正在读取", "reading") }
    return state.shown.filter.isEmpty
      ? state.wording("没有文章", "no articles") : state.wording("没有符合筛选的文章", "no article matches the filter")
  }

  /// Marks the row's first column only: a slow line then carries no headlines when the selection moves.
  private func select(_ row: Rect, _ grid: inout Grid) {
    let columns = ListColumns(width: row.columns)
    let end = (columns.date ?? columns.city).upperBound + 1
    grid.select(row.inset(right: row.columns - end), state.focus == .first ? .focused : .resting)
  }

  private func draw(_ article: Article, in row: Rect, _ grid: inout Grid) {
    let columns = ListColumns(width: row.columns)
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
    drawHeadline(of: article, in: row.inset(left: columns.headline), &grid)
  }

  private func drawHeadline(of article: Article, in area: Rect, _ grid: inout Grid) {
    var at = 0
    let kind = state.wording.short(article.kind)
    if !kind.isEmpty { at = grid.put(kind + " ", .mark, in: area) }
    if let headline = article.headline {
      let hits = state.shown.filter.hits(in: headline, field: .title)
      grid.put(displayable(headline), at: at, in: area) { offset in
        Style(hits.contains { $0.contains(offset) } ? .hit : .text)
      }
    } else {
      if article.kind != .furniture { at = grid.put(state.wording.untitled + " ", .mark, at: at, in: area) }
      let words = article.paragraphs.first?.text.prefix(100) ?? ""
      grid.put(displayable(String(words)), .dim, at: at, in: area)
    }
  }

  /// A value in its column, and a mark after it if it is in doubt.
  private func put(
    _ text: String, _ style: Style, isDoubtful: Bool, at column: Range<Int>, _ row: Rect, _ grid: inout Grid
  ) {
    let area = row.inset(left: column.lowerBound, right: row.columns - column.upperBound)
    let end = column.lowerBound + grid.put(text, style, in: area)
    if isDoubtful { grid.put("?", Style(.uncertain), at: end, in: row) }
  }
}

/// Where the list's columns begin and end. Each is followed by one column for a mark of doubt and one of space.
struct ListColumns: Hashable {
  var date: Range<Int>?
  var hasShortDate: Bool
  var city: Range<Int>
  var headline: Int

  /// The columns of a list so wide.
  init(width: Int) {
    let dateColumns = width >= 48 ? 10 : width >= 34 ? 8 : 0
    let cityColumns = width >= 56 ? 8 : width >= 30 ? 6 : 4
    hasShortDate = dateColumns == 8
    date = dateColumns == 0 ? nil : 1..<1 + dateColumns
    let cityStart = dateColumns == 0 ? 1 : 1 + dateColumns + 2
    city = cityStart..<cityStart + cityColumns
    headline = city.upperBound + 2
  }
}
