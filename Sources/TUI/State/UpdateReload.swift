import Corpus

/// Files that change on the disk while they are looked at.
extension AppState {
  mutating func notice(_ changes: FileChanges) -> [Effect] {
    changedFiles = changes.count
    return []
  }

  mutating func askToReload() -> [Effect] {
    guard !isLoading, !isReloading else {
      message = wording("还在读取", "still reading")
      return []
    }
    isReloading = true
    return [
      .reload(
        ReloadQuestion(holdings: holdings, index: index, filter: asked?.filter ?? shown, order: order))
    ]
  }

  /// Puts what was read again in the place of what was there; the cursor stays on its article.
  mutating func receive(_ reload: Reload) -> [Effect] {
    let current = asked?.filter ?? shown
    let wanted = placeAfter(reload.files)
    let rowOnScreen = selectedRow.map { $0 - listTop }
    let previous = article?.id
    let exchanged = exchangedHeadlines(after: reload.files)
    follow(reload.files)
    adopt(reload)
    for (article, other) in exchanged { exchange(article, other) }
    selected = wanted
    refreshVisible()
    showsContexts = false
    noticeContexts(in: visible)
    if let rowOnScreen, let row = selectedRow { listTop = max(0, row - rowOnScreen) }
    if article?.id != previous { currentHit = nil }
    message = reloadMessage(reload.files)
    let isAnswered = current.text == reload.filter.text && order == reload.order
    return [.watch(holdings.stamps)] + (isAnswered ? [] : ask(current)) + recount()
  }

  private mutating func adopt(_ reload: Reload) {
    holdings = reload.files.holdings
    index = reload.index
    furniture = holdings.articles.map { $0.kind == .furniture }
    stories = furniture.count { !$0 }
    filesRead = holdings.fileCount
    jumps = JumpLinks(holdings.articles)
    (swapped, partners) = ([:], [:])
    (isReloading, changedFiles) = (false, 0)
    (asked, shown) = (nil, reload.filter)
    matches = reload.matches.articles
    sorted = order == reload.order ? reload.matches.sorted : matches
    document = nil
    if case .raw = panel { panel = .raw(RawPanel()) }
  }

  /// Where the selected article stands then or, if it is gone, the next one in the list that is not.
  private func placeAfter(_ files: Rereading) -> Int? {
    guard let selected else { return nil }
    let row = row(of: selected) ?? 0
    let next = [selected] + visible[row...] + visible[..<row].reversed()
    return next.lazy.compactMap { files.place(of: holdings.articles[$0], at: $0) }.first
  }

  /// What else names articles by where they stand.
  private mutating func follow(_ files: Rereading) {
    func place(_ index: Int?) -> Int? {
      index.flatMap { files.place(of: holdings.articles[$0], at: $0) }
    }
    let before = place(filter.before?.selected)
    filter.before?.selected = before
    let restored = place(restoring?.selected)
    restoring?.selected = restored
    trail = trail.compactMap(place)
  }

  /// Pairs of articles whose headlines were exchanged and still can be, by where they stand then.
  private func exchangedHeadlines(after files: Rereading) -> [(Int, Int)] {
    partners.filter { $0.key < $0.value }.compactMap { first, second in
      guard let first = files.place(of: holdings.articles[first], at: first),
        let second = files.place(of: holdings.articles[second], at: second)
      else { return nil }
      return (first, second)
    }
  }

  private func reloadMessage(_ files: Rereading) -> String {
    let (read, gone) = (files.filesRead, files.filesVanished)
    guard read + gone > 0 else { return wording("没有变化", "nothing has changed") }
    let chinese = ["已重读 \(read) 个文件", gone > 0 ? "\(gone) 个已不在" : nil]
    let english = ["\(read) file\(read == 1 ? "" : "s") read again", gone > 0 ? "\(gone) gone" : nil]
    return wording(
      chinese.compactMap { $0 }.joined(separator: "，"), english.compactMap { $0 }.joined(separator: ", "))
  }
}
