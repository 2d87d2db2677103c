import Corpus

/// Filters that were used before.
extension AppState {
  /// How many are offered.
  private static let historyLimit = 1000

  /// Keeps the filter in the bar, in this run and for later ones, unless it is wrong or was the last.
  mutating func remember() -> [Effect] {
    let text = filter.text
    guard filter.error == nil, !text.isEmpty, filter.history.last != text else { return [] }
    filter.history.removeAll { $0 == text }
    filter.history.append(text)
    filter.history.removeFirst(max(0, filter.history.count - Self.historyLimit))
    return [.remember(text)]
  }

  /// Puts another filter of the history into the bar; after the last comes what had been typed.
  mutating func recall(by step: Int) -> [Effect] {
    let history = filter.history
    let (now, draft) = filter.recalled ?? (history.count, filter.text)
    let next = now + step
    guard next >= 0, next <= history.count else {
      message = step < 0 ? wording("没有更早的筛选", "no earlier filter") : wording("没有更近的筛选", "no later filter")
      return []
    }
    filter.recalled = (next, draft)
    filter.editor.set(next < history.count ? history[next] : draft)
    return filterChanged()
  }

  /// Puts filters of earlier runs before those of this one.
  mutating func recallEarlier(_ texts: [String]) -> [Effect] {
    let own = filter.history
    let earlier = texts.filter { !$0.isEmpty && !own.contains($0) }
    filter.history = earlier + own
    if let recalled = filter.recalled {
      filter.recalled = (recalled.index + earlier.count, recalled.draft)
    }
    return []
  }

  /// Says once why filters are not kept.
  mutating func say(_ fault: HistoryFault) -> [Effect] {
    guard !saidHistoryFault else { return [] }
    saidHistoryFault = true
    message = wording.sentence(fault)
    return []
  }
}
