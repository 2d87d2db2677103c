import Corpus

extension AppState {
  mutating func move(_ action: Action) {
    if panel != nil, focus == .first || layout.detail == nil {
      movePanel(action)
    } else if isReading || focus == .detail {
      scrollDetail(action)
    } else {
      moveInList(action)
    }
  }

  // MARK: The list

  private mutating func moveInList(_ action: Action) {
    let page = max(1, listRows - 1)
    switch action {
    case .up: moveSelection(by: -1)
    case .down: moveSelection(by: 1)
    case .halfPageUp: moveSelection(by: -max(1, page / 2))
    case .halfPageDown: moveSelection(by: max(1, page / 2))
    case .pageUp: moveSelection(by: -page)
    case .pageDown: moveSelection(by: page)
    case .top: moveSelection(by: -visible.count)
    case .bottom: moveSelection(by: visible.count)
    default: break
    }
  }

  /// Selects another visible article, so many rows away, or the first or last one.
  mutating func moveSelection(by rows: Int) {
    guard let row = selectedRow else { return }
    select(visible[min(max(0, row + rows), visible.count - 1)])
  }

  /// The selected article's row in the whole list.
  var selectedRow: Int? {
    guard let selected, !visible.isEmpty else { return nil }
    return row(of: selected)
  }

  /// Scrolls the list where the selection has left it: by half of it, because each scrolling repaints all of it.
  mutating func keepSelectionInView() {
    let rows = listRows
    let row = selectedRow ?? 0
    if row < listTop { listTop = row - (rows - 1) / 2 }
    if row >= listTop + rows { listTop = row - rows / 2 }
    listTop = max(0, min(listTop, visible.count - rows))
  }

  // MARK: The detail pane

  /// The detail pane, also while something hides it.
  var detailPane: Rect {
    layout.detail
      ?? Layout(size: size, isReading: isReading, panel: .none, detailFirst: true).detail
      ?? Rect(size)
  }

  /// Sets the selected article for the pane, if that was not done yet.
  mutating func setDocument() {
    guard let key = documentKey else { return document = nil }
    guard document?.key != key else { return }
    document = DocumentBuilder.document(
      of: shownArticle(key.article), key: key, filter: shown.filter, wording: wording)
  }

  /// What the document must be set from.
  var documentKey: Document.Key? {
    guard let selected, !isTooSmall else { return nil }
    let columns = isReading && panel == nil ? Self.mostColumns(in: detailPane.columns) : 1
    return Document.Key(
      article: selected, columns: detailPane.columns, filter: shown.text, width: width,
      mostColumns: columns, rows: columns > 1 ? detailPane.rows : 0)
  }

  /// Newspaper columns are for wide screens.
  private static func mostColumns(in columns: Int) -> Int { columns < 160 ? 1 : columns < 196 ? 2 : 3 }

  /// The document's line at the top of the pane.
  var detailTop: Int {
    guard let document else { return 0 }
    let article = holdings.articles[document.key.article]
    let line = places[article.id].map(document.line) ?? 0
    guard let spread else { return min(line, lastDetailTop) }
    return spread.lines(ofPage: spread.page(ofLine: line)).lowerBound
  }

  /// The document's lines that the pane shows.
  var detailLines: Range<Int> {
    let top = detailTop
    if let spread { return spread.lines(ofPage: spread.page(ofLine: top)) }
    return top..<min(document?.lines.count ?? 0, top + detailPane.rows)
  }

  /// The pages of the document, where it is set in several columns.
  var spread: Spread? {
    guard let document, document.columnCount > 1 else { return nil }
    return Spread(document, rows: detailPane.rows)
  }

  private var lastDetailTop: Int {
    if let spread { return spread.lines(ofPage: spread.pages - 1).lowerBound }
    return max(0, (document?.lines.count ?? 0) - detailPane.rows)
  }

  private mutating func scrollDetail(_ action: Action) {
    setDocument()
    if let spread { return turnPage(action, spread) }
    let page = max(1, detailPane.rows)
    switch action {
    case .up: scrollDetail(to: detailTop - 1)
    case .down: scrollDetail(to: detailTop + 1)
    case .halfPageUp: scrollDetail(to: detailTop - max(1, page / 2))
    case .halfPageDown: scrollDetail(to: detailTop + max(1, page / 2))
    case .pageUp: scrollDetail(to: detailTop - page)
    case .pageDown: scrollDetail(to: detailTop + page)
    case .top: scrollDetail(to: 0)
    case .bottom: scrollDetail(to: lastDetailTop)
    default: break
    }
    followInRaw()
  }

  /// In newspaper columns every step is a page.
  private mutating func turnPage(_ action: Action, _ spread: Spread) {
    let page = spread.page(ofLine: detailTop)
    let wanted =
      switch action {
      case .up, .halfPageUp, .pageUp: page - 1
      case .down, .halfPageDown, .pageDown: page + 1
      case .top: 0
      case .bottom: spread.pages - 1
      default: page
      }
    scrollDetail(to: spread.lines(ofPage: min(max(0, wanted), spread.pages - 1)).lowerBound)
  }

  mutating func scrollDetail(to line: Int) {
    guard let document, let article, !document.lines.isEmpty else { return }
    let top = min(max(0, line), lastDetailTop)
    places[article.id] = top == 0 ? nil : document.lines[top].place
  }

  /// Goes to the next or previous hit, and from the last one of an article to the next article.
  mutating func moveHit(_ step: HitStep) {
    guard asked == nil else { return awaitedHit = step }
    let forward = step == .next
    guard !shown.filter.isEmpty else { return message = wording("没有筛选词", "no filter, no match") }
    setDocument()
    guard let hits = document?.hits else { return }
    if let next = forward ? hits.first(after: currentHit) : hits.last(before: currentHit) {
      return showHit(next)
    }
    let before = selected
    moveSelection(by: forward ? 1 : -1)
    guard selected != before else { return message = wording("没有更多命中", "no more matches") }
    setDocument()
    if let hit = forward ? document?.hits.first : document?.hits.last { showHit(hit) }
  }

  private mutating func showHit(_ hit: Place) {
    currentHit = hit
    guard let document else { return }
    let line = document.line(of: hit)
    guard !detailLines.contains(line) else { return }
    scrollDetail(to: spread == nil ? line - detailPane.rows / 3 : line)
    followInRaw()
  }

  // MARK: Panels of lines

  /// How many rows the open panel has room for, below its title.
  var panelRows: Int { max(1, (layout.panel?.rows ?? 1) - 1) }

  /// How many lines the open panel has in all.
  var panelLines: Int {
    switch panel {
    case .raw(let raw): raw.document?.rows.count ?? 0
    case .evidence: PanelText.evidence(self).count
    case .problems: PanelText.problems(self).count
    case .help: PanelText.help(self).count
    case .picker, nil: 0
    }
  }

  private mutating func movePanel(_ action: Action) {
    setRawDocument()
    let page = max(1, panelRows - 1)
    switch action {
    case .up: scrollPanel(by: -1)
    case .down: scrollPanel(by: 1)
    case .halfPageUp: scrollPanel(by: -max(1, page / 2))
    case .halfPageDown: scrollPanel(by: max(1, page / 2))
    case .pageUp: scrollPanel(by: -page)
    case .pageDown: scrollPanel(by: page)
    case .top: scrollPanel(by: -panelLines)
    case .bottom: scrollPanel(by: panelLines)
    default: break
    }
  }

  private mutating func scrollPanel(by rows: Int) {
    let last = max(0, panelLines - panelRows)
    func moved(_ top: Int) -> Int { min(max(0, top + rows), last) }
    switch panel {
    case .raw: moveInRaw(by: rows)
    case .evidence(let top): panel = .evidence(top: moved(top))
    case .problems(let top): panel = .problems(top: moved(top))
    case .help(let top): panel = .help(top: moved(top))
    case .picker, nil: break
    }
  }

  mutating func clampPanel() {
    if case .picker(var picker) = panel {
      picker.keepSelectionInView(rows: pickerRows)
      panel = .picker(picker)
    } else if case .raw(var raw) = panel {
      raw.keepInView(rows: panelRows)
      panel = .raw(raw)
    } else {
      scrollPanel(by: 0)
    }
  }
}

extension [Place] {
  fileprivate func first(after place: Place?) -> Place? {
    guard let place else { return first }
    return first { $0 > place }
  }

  fileprivate func last(before place: Place?) -> Place? {
    guard let place else { return nil }
    return last { $0 < place }
  }
}
