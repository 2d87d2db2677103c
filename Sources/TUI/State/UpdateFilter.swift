import Corpus

extension AppState {
  /// Sets the filter from outside the bar: at the start, from a picker, or cleared.
  public mutating func setFilter(_ text: String) -> [Effect] {
    filter.editor = LineEditor(text)
    let effects = filterChanged()
    if filter.error == nil { remember(text) }
    return effects
  }

  mutating func beginEditing() {
    filter.before = FilterBar.Before(text: filter.text, selected: selected)
    filter.recalled = nil
    filter.editor = LineEditor(filter.text)
  }

  mutating func performInFilter(_ action: Action) -> [Effect] {
    switch action {
    case .enter:
      filter.before = nil
      if filter.error == nil { remember(filter.text) }
    case .back:
      guard let before = filter.before else { break }
      filter.editor = LineEditor(before.text)
      let effects = filterChanged()
      filter.before = nil
      restoreSelection = before.selected
      return effects
    case .recallOlder: return recall(by: -1)
    case .recallNewer: return recall(by: 1)
    case .complete: return complete(by: 1)
    case .completeBack: return complete(by: -1)
    default: break
    }
    return []
  }

  /// Reads the text anew. A wrong one keeps the last good list; a good one is asked about.
  mutating func filterChanged() -> [Effect] {
    filter.completion = nil
    do throws(FilterError) {
      let read = ReadFilter(
        text: filter.text, filter: try Filter(parsing: filter.text),
        namesKind: !FilterText.values(of: .kind, in: filter.text).isEmpty)
      filter.error = nil
      return ask(read)
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
    if let wanted = restoreSelection, row(of: wanted) != nil { select(wanted) }
    restoreSelection = nil
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

  private mutating func remember(_ text: String) {
    guard !text.isEmpty, filter.history.last != text else { return }
    filter.history.removeAll { $0 == text }
    filter.history.append(text)
  }

  private mutating func recall(by step: Int) -> [Effect] {
    let history = filter.history
    let next = (filter.recalled ?? history.count) + step
    guard next >= 0, next <= history.count else { return [] }
    filter.recalled = next
    filter.editor = LineEditor(next < history.count ? history[next] : filter.before?.text ?? "")
    return filterChanged()
  }
}
