import Corpus

/// What do the files hold now, and which of the articles match the filter?
public struct ReloadQuestion: Sendable {
  var holdings: Holdings
  var index: ArticleIndex
  var filter: AppState.ReadFilter
  var order: SortOrder

  /// The answer, or nil once `isStale` says that nobody waits for it.
  public func answer(_ reader: CorpusReader, isStale: () -> Bool = { false }) -> Event? {
    guard let files = reader.reread(holdings, isStale: isStale) else { return nil }
    let articles = files.holdings.articles
    guard
      let index = ArticleIndex(articles, sources: files.sources, reusing: index, isStale: isStale),
      let matches = FilterQuestion(
        generation: 0, filter: filter.filter, order: order, articles: articles, index: index
      ).matches(isStale: isStale)
    else { return nil }
    return .reloaded(Reload(files: files, index: index, filter: filter, order: order, matches: matches))
  }
}

/// The corpus after what had changed was read again, and what a filter finds in it.
public struct Reload: Sendable {
  var files: Rereading
  var index: ArticleIndex
  var filter: AppState.ReadFilter
  var order: SortOrder
  var matches: Matches
}
