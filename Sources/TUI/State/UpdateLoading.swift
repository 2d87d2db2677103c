import Corpus

extension AppState {
  /// So many articles are looked through at once; more of them are left to a worker.
  static let mostAtOnce = 256

  mutating func add(_ files: [ReadFile]) -> [Effect] {
    let first = holdings.articles.count
    for file in files { holdings.add(file) }
    filesRead += files.count
    let new = first..<holdings.articles.count
    furniture += new.map { holdings.articles[$0].kind == .furniture }
    for index in new { jumps.add(holdings.articles[index], at: index) }
    stories += new.count { !furniture[$0] }
    if new.count > Self.mostAtOnce, !shown.filter.isEmpty {
      // Who asks already is told about these when the answer comes.
      return asked == nil ? ask(shown) : []
    }
    let found = new.filter { shown.filter.matches(holdings.articles[$0]) }
    matches += found
    sorted += found
    let listed = found.filter(isListed)
    visible += listed
    noticeContexts(in: listed)
    if selected == nil { select(visible.first) }
    return []
  }

  /// Files are indexed in the order in which they are read.
  mutating func add(_ segment: IndexSegment) -> [Effect] {
    index.append(segment)
    return sortAgain() + recount()
  }

  mutating func notice(bytesPerSecond: Int) -> [Effect] {
    self.bytesPerSecond = bytesPerSecond
    return []
  }

  mutating func endLoading() -> [Effect] {
    isLoading = false
    return [.watch(holdings.stamps)] + sortAgain() + recount()
  }

  /// Shows of the matches what the list is to show, and keeps the selection on its article or beside it.
  mutating func refreshVisible() {
    visible = listsFurniture ? sorted : sorted.filter(isListed)
    if let wanted = filter.before?.selected, row(of: wanted) != nil { select(wanted) }
    guard let selected else { return select(visible.first) }
    guard row(of: selected) == nil else { return }
    let next = order == .reading ? visible.insertionIndex(ascending: selected) : 0
    select(next < visible.count ? visible[next] : visible.last)
  }

  /// The row of an article in the whole list.
  func row(of index: Int) -> Int? {
    guard order == .reading else { return visible.firstIndex(of: index) }
    let row = visible.insertionIndex(ascending: index)
    return row < visible.count && visible[row] == index ? row : nil
  }

  /// Page furniture is listed with the rest.
  var listsFurniture: Bool { showsFurniture || shown.namesKind }

  private func isListed(_ index: Int) -> Bool {
    listsFurniture || !furniture[index]
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
}
