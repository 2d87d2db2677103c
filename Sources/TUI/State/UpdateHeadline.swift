import Corpus

/// The runner-up headline in the place of the one that was chosen, until the program ends.
extension AppState {
  /// An article as it is shown: with the headline that was put in its place for this session.
  func shownArticle(_ index: Int) -> Article { swapped[index] ?? holdings.articles[index] }

  /// Puts the selected article's runner-up in, or takes it out again.
  mutating func swapHeadline() {
    guard let selected else { return }
    if let other = partners[selected] {
      undo(selected, other)
      return message = wording("换回原来的标题", "the headline is again what it was")
    }
    let article = holdings.articles[selected]
    guard let runnerUp = article.runnerUp, let other = owner(of: runnerUp.block, near: selected) else {
      return message = wording("没有次选标题", "no other headline comes into question")
    }
    if let third = partners[other] { undo(other, third) }
    exchange(selected, other)
    message = wording("换上次选标题（t 换回）", "the runner-up is the headline now (t takes it back)")
  }

  /// The article of the same page that has a headline block's lines.
  private func owner(of block: HeadlineBlock, near index: Int) -> Int? {
    let articles = holdings.articles
    guard let line = block.evidence.lazy.compactMap(\.line).first else { return nil }
    func isOwner(_ other: Int) -> Bool {
      other != index && articles[other].headlineLines.contains { $0.contains(line) }
    }
    let file = articles[index].file
    let after = articles.indices[index...].prefix { articles[$0].file == file }
    let before = articles.indices[..<index].reversed().prefix { articles[$0].file == file }
    return after.first(where: isOwner) ?? before.first(where: isOwner)
  }

  /// Exchanges the headlines of two articles.
  mutating func exchange(_ index: Int, _ other: Int) {
    var (mine, theirs) = (holdings.articles[index], holdings.articles[other])
    mine.exchangeHeadlines(with: &theirs)
    (swapped[index], swapped[other]) = (mine, theirs)
    (partners[index], partners[other]) = (other, index)
    forgetSetArticle()
  }

  private mutating func undo(_ index: Int, _ other: Int) {
    for article in [index, other] { (swapped[article], partners[article]) = (nil, nil) }
    forgetSetArticle()
  }

  /// What was set of an article that is another one now is set anew.
  private mutating func forgetSetArticle() { document = nil }
}
