import Corpus

extension AppState {
  /// Sets the filter from outside the bar: at the start, from a picker, or cleared.
  public mutating func setFilter(_ text: String) -> [Effect] {
    filter.editor.set(text)
    return filterChanged() + remember()
  }

  mutating func beginEditing() {
    filter.before = FilterBar.Before(
      text: filter.text, shown: shown, selected: selected, listTop: listTop, currentHit: currentHit)
    filter.recalled = nil
    (filter.completion, filter.awaitedSteps) = (nil, nil)
    filter.editor.set(filter.text)
  }

  mutating func performInFilter(_ action: Action) -> [Effect] {
    switch action {
    case .enter:
      if let subject = filter.asks { return openPicker(subject) }
      filter.before = nil
      return remember()
    case .back: return giveBack()
    case .recallOlder: return recall(by: -1)
    case .recallNewer: return recall(by: 1)
    case .complete: return complete(by: 1)
    case .completeBack: return complete(by: -1)
    default: return []
    }
  }

  /// Brings back filter, list and selection as they were before the editing.
  private mutating func giveBack() -> [Effect] {
    guard let before = filter.before else { return [] }
    filter.before = nil
    restoring = before
    filter.editor.set(before.text)
    let effects = filterChanged()
    return filter.error == nil ? effects : ask(before.shown)
  }

  private mutating func restore() {
    guard let before = restoring else { return }
    restoring = nil
    guard let wanted = before.selected, row(of: wanted) != nil else { return }
    select(wanted)
    (listTop, currentHit) = (before.listTop, before.currentHit)
  }

  /// Edits the text at the caret; where it now asks for a picker, that opens.
  mutating func edit(_ change: (inout LineEditor) -> Bool) -> [Effect] {
    let (text, asked) = (filter.text, filter.asks)
    guard change(&filter.editor) else { return [] }
    (filter.completion, filter.awaitedSteps) = (nil, nil)
    guard filter.text != text else { return [] }
    let effects = filterChanged()
    guard let subject = filter.asks, subject != asked else { return effects }
    return effects + openPicker(subject)
  }

  /// Reads the text anew. A wrong one keeps the last good list; a good one is asked about.
  mutating func filterChanged() -> [Effect] {
    (filter.completion, filter.awaitedSteps) = (nil, nil)
    filter.asks = FilterText.asked(in: filter.text).flatMap { Picker.Subject($0.field) }
    do throws(FilterError) {
      let read = try Filter(parsing: filter.text)
      filter.error = nil
      return ask(
        ReadFilter(
          text: filter.text, filter: read,
          namesKind: !FilterText.values(of: .kind, in: filter.text).isEmpty, hasWords: read.hasBodyWords))
    } catch {
      filter.error = error
      return []
    }
  }

  mutating func ask(_ read: ReadFilter) -> [Effect] {
    generation += 1
    asked = (generation, read)
    if read.filter.isEmpty, order == .reading {
      return receive(Matches(generation: generation, covered: 0, articles: [], sorted: []))
    }
    return [
      .filter(
        FilterQuestion(
          generation: generation, filter: read.filter, order: order, articles: holdings.articles, index: index
        ))
    ]
  }

  mutating func receive(_ answer: Matches) -> [Effect] {
    guard let asked, asked.generation == answer.generation else { return [] }
    self.asked = nil
    shown = asked.filter
    let rest = answer.covered..<max(answer.covered, holdings.articles.count)
    let isTooMuch = !shown.filter.isEmpty && rest.count > Self.mostAtOnce
    let found = isTooMuch ? [] : newMatches(in: rest)
    matches = answer.articles + found
    sorted = answer.sorted + found
    refreshVisible()
    showsContexts = false
    noticeContexts(in: visible)
    restore()
    if let step = awaitedHit {
      awaitedHit = nil
      moveHit(step)
    }
    return isTooMuch || (order != .reading && !found.isEmpty) ? ask(shown) : []
  }

  private func newMatches(in rest: Range<Int>) -> [Int] {
    shown.filter.isEmpty ? Array(rest) : rest.filter { shown.filter.matches(holdings.articles[$0]) }
  }

  /// Asks for the list in the next order.
  mutating func sortNext() -> [Effect] {
    let all = SortOrder.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    message = wording("排序：\(wording.name(of: order))", "sorted by \(wording.name(of: order))")
    return ask(asked?.filter ?? shown)
  }

  /// Asks again for a list that is sorted by what is in the articles, since there are more of them now.
  mutating func sortAgain() -> [Effect] {
    order == .reading ? [] : ask(asked?.filter ?? shown)
  }

  /// Filters to the selected article's city or day, or to those without one; a second time takes that away again.
  mutating func filterByArticle(_ field: FilterField) -> [Effect] {
    guard let article else { return [] }
    let value = (field == .city ? article.city : article.date.map(FilterText.value)) ?? "无"
    let isSet = FilterText.values(of: field, in: currentText) == [value]
    return setFilter(FilterText.setting(field, to: isSet ? [] : [value], in: currentText))
  }
}
