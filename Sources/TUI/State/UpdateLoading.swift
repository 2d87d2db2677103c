import Corpus

extension AppState {
  mutating func add(_ files: [ReadFile]) -> [Effect] {
    let first = holdings.articles.count
    for file in files { holdings.add(file) }
    filesRead += files.count
    let new = first..<holdings.articles.count
    stories += new.count { holdings.articles[$0].kind != .furniture }
    let found = new.filter { shown.filter.matches(holdings.articles[$0]) }
    matches += found
    visible += found.filter(isListed)
    if selected == nil { select(visible.first) }
    return []
  }

  mutating func endLoading() -> [Effect] {
    isLoading = false
    return []
  }

  /// Shows of the matches what the list is to show, and keeps the selection on its article or beside it.
  mutating func refreshVisible() {
    visible = listsFurniture ? matches : matches.filter(isListed)
    if let wanted = filter.before?.selected, visible.contains(ascending: wanted) { select(wanted) }
    guard let selected else { return select(visible.first) }
    if !visible.contains(ascending: selected) {
      let next = visible.insertionIndex(ascending: selected)
      select(next < visible.count ? visible[next] : visible.last)
    }
  }

  private var listsFurniture: Bool { showsFurniture || shown.namesKind }

  private func isListed(_ index: Int) -> Bool {
    listsFurniture || holdings.articles[index].kind != .furniture
  }

  mutating func select(_ index: Int?) {
    guard selected != index else { return }
    let file = article?.file
    selected = index
    currentHit = nil
    resetPanelForNewArticle(isSamePage: article?.file == file)
  }

  private mutating func resetPanelForNewArticle(isSamePage: Bool) {
    switch panel {
    case .raw(let raw):
      let owns = article?.lines.contains { range in raw.line.map(range.contains) ?? false } ?? false
      panel = .raw(isSamePage && owns ? raw : RawPanel())
    case .evidence: panel = .evidence(top: 0)
    default: break
    }
  }
}

extension Array where Element == Int {
  /// Where a number stands, or would stand, in ascending numbers.
  func insertionIndex(ascending number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a number is among ascending numbers.
  func contains(ascending number: Int) -> Bool {
    let index = insertionIndex(ascending: number)
    return index < count && self[index] == number
  }
}
