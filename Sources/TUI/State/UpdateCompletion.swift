import Corpus

extension AppState {
  /// Puts the next or previous offer at the caret, and says which others there are.
  mutating func complete(by step: Int) -> [Effect] {
    guard var completion = filter.completion ?? newCompletion() else {
      message = wording("没有可补全的", "nothing to complete")
      return []
    }
    let count = completion.offers.count
    completion.chosen = (completion.chosen + step + count) % count
    let text = completion.offers[completion.chosen].text
    filter.editor.replace(completion.range, with: text)
    completion.range = completion.range.lowerBound..<completion.range.lowerBound + text.count
    let effects = filterChanged()
    filter.completion = completion
    message = offerList(completion)
    return effects
  }

  private func newCompletion() -> FilterBar.Completion? {
    let before = filter.editor.beforeCaret
    let (word, offers) = FilterCompletion.offers(after: before, in: index, language: wording.language)
    guard !offers.isEmpty else { return nil }
    return FilterBar.Completion(
      offers: offers, chosen: -1, range: before.count - word.count..<before.count)
  }

  /// The offers from the chosen one on, with their counts.
  private func offerList(_ completion: FilterBar.Completion) -> String {
    let offers = completion.offers[completion.chosen...].prefix(6)
    let texts = offers.map { offer in
      displayable(offer.text) + (offer.count.map { wording(" \($0)篇", " \($0)") } ?? "")
    }
    return "\(completion.chosen + 1)/\(completion.offers.count)  " + texts.joined(separator: "  ")
  }
}
