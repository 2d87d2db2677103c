import Corpus

extension AppState {
  /// Puts the next or previous offer at the caret, or asks which there are.
  mutating func complete(by step: Int) -> [Effect] {
    if let completion = filter.completion { return show(completion, movedBy: step) }
    filter.awaitedSteps = (filter.awaitedSteps ?? 0) + step
    guard filter.awaitedSteps == step else { return [] }
    let (text, caret) = (filter.text, filter.editor.caret)
    let rest = try? Filter(parsing: FilterCompletion.rest(of: text, before: caret))
    let namesKind = FilterCompletion.namesKind(text, before: caret)
    return [
      .complete(
        CompletionQuestion(
          text: text, caret: caret, filter: rest ?? shown.filter, articles: holdings.articles,
          index: index, showsFurniture: showsFurniture || namesKind, language: wording.language))
    ]
  }

  /// Takes the offers, unless something else was typed meanwhile.
  mutating func receive(_ answer: Completions) -> [Effect] {
    guard filter.isEditing, filter.text == answer.text, filter.editor.caret == answer.caret,
      let steps = filter.awaitedSteps
    else { return [] }
    filter.awaitedSteps = nil
    guard !answer.offers.isEmpty else {
      message = wording("没有可补全的", "nothing to complete")
      return []
    }
    let start = steps > 0 ? -1 : 0
    return show(
      FilterBar.Completion(offers: answer.offers, chosen: start, range: answer.range), movedBy: steps)
  }

  /// Puts another offer at the caret, and says which come after it.
  private mutating func show(_ completion: FilterBar.Completion, movedBy step: Int) -> [Effect] {
    var completion = completion
    let count = completion.offers.count
    completion.chosen = ((completion.chosen + step) % count + count) % count
    let text = completion.offers[completion.chosen].text
    filter.editor.replace(completion.range, with: text)
    completion.range = completion.range.lowerBound..<completion.range.lowerBound + text.count
    let effects = filterChanged()
    filter.completion = completion
    message = offerList(completion)
    return effects
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
