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
    default: break
    }
    return []
  }

  /// Reads the text anew. A wrong one keeps the last good list; a good one is asked about.
  mutating func filterChanged() -> [Effect] {
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

  private mutating func ask(_ read: ReadFilter) -> [Effect] {
    generation += 1
    asked = (generation, read)
    if read.filter.isEmpty { return receive(Matches(generation: generation, covered: 0, articles: [])) }
    return [.filter(FilterQuestion(generation: generation, filter: read.filter, articles: holdings.articles))]
  }

  mutating func receive(_ answer: Matches) -> [Effect] {
    guard let asked, asked.generation == answer.generation else { return [] }
    self.asked = nil
    shown = asked.filter
    let rest = answer.covered..<max(answer.covered, holdings.articles.count)
    matches = answer.articles + rest.filter { shown.filter.matches(holdings.articles[$0]) }
    refreshVisible()
    if let wanted = restoreSelection, visible.contains(ascending: wanted) { select(wanted) }
    restoreSelection = nil
    return []
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
