import Corpus

/// The raw page beside the article: both scroll together.
extension AppState {
  /// Sets the raw page for its panel, and goes to the article the first time.
  mutating func setRawDocument() {
    guard case .raw(var raw) = panel, let selected, let pane = layout.panel else { return }
    let key = RawDocument.Key(
      article: selected, partner: partners[selected], columns: pane.columns, width: width)
    guard raw.document?.key != key else { return }
    let article = shownArticle(selected)
    let before = raw.line
    let document = RawDocument(page: holdings.page(of: article.file), article: article, key: key)
    raw.document = document
    raw.cursor = document.row(ofLine: before ?? article.lines.map(\.lowerBound).min() ?? 1)
    if before == nil { raw.top = raw.cursor - 2 }
    raw.keepInView(rows: panelRows)
    panel = .raw(raw)
  }

  /// Moves the marked raw line so many rows, and the article with it.
  mutating func moveInRaw(by rows: Int) {
    guard case .raw(var raw) = panel, let document = raw.document, !document.rows.isEmpty else { return }
    raw.cursor = min(max(0, raw.cursor + rows), document.rows.count - 1)
    raw.keepInView(rows: panelRows)
    panel = .raw(raw)
    guard layout.detail != nil, let line = raw.line else { return }
    setDocument()
    guard let target = self.document?.line(ofRaw: line) else { return }
    scrollDetail(to: target - (raw.cursor - raw.top))
  }

  /// Brings the raw page to the article's line at the top of its pane.
  mutating func followInRaw() {
    setRawDocument()
    guard case .raw(var raw) = panel, let page = raw.document, let document else { return }
    guard let line = document.lines[detailTop...].lazy.compactMap(\.raw).first else { return }
    raw.cursor = page.row(ofLine: line)
    raw.top = raw.cursor - 1
    raw.keepInView(rows: panelRows)
    panel = .raw(raw)
  }

  /// Selects the article that owns the marked raw line.
  mutating func goToOwner() {
    guard case .raw(let raw) = panel, let line = raw.line, let file = article?.file else { return }
    let owner = holdings.articles.indices.first { index in
      let article = shownArticle(index)
      return article.file == file && article.lines.contains { $0.contains(line) }
    }
    guard let owner else { return message = wording("空行", "a blank line") }
    guard row(of: owner) != nil else {
      let isFurniture = holdings.articles[owner].kind == .furniture
      return message =
        isFurniture && !showsFurniture
        ? wording("此行是版面文字（a 显示）", "this line is page furniture (a shows it)")
        : wording("此行的文章不在筛选结果中（x 清除）", "its article is not in the filter (x clears)")
    }
    select(owner)
  }
}

extension RawPanel {
  /// The raw line that is marked, from 1.
  var line: Int? {
    guard let rows = document?.rows, rows.indices.contains(cursor) else { return nil }
    return rows[cursor].line
  }

  /// Scrolls so that the marked row is among so many.
  mutating func keepInView(rows: Int) {
    top = min(max(top, cursor - rows + 1), cursor)
    top = max(0, min(top, (document?.rows.count ?? 0) - rows))
  }
}
