import Corpus

/// Something that happened.
public enum Event: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The terminal has said how wide it draws ambiguous characters.
  case measured(AmbiguousWidth)
  /// Files were read.
  case loaded([ReadFile])
  /// Articles that were read before were indexed.
  case indexed(IndexSegment)
  /// So many bytes of text are being read in a second.
  case loading(bytesPerSecond: Int)
  /// The last file was read.
  case loadingEnded
  /// Files on the disk are no longer what was read of them.
  case changed(FileChanges)
  /// What had changed was read again.
  case reloaded(Reload)
  /// A filter's answer.
  case filtered(Matches)
  /// A picker's answer.
  case counted(Counts)
  /// What may stand at the caret of the filter bar.
  case completed(Completions)
  /// Filters that were kept in earlier runs, oldest first.
  case remembered([String])
  /// A filter could not be kept for later runs.
  case notRemembered(HistoryFault)
}

/// Why filters are not kept across runs.
public enum HistoryFault: Error, Sendable, Hashable {
  /// Neither XDG_STATE_HOME nor HOME names a folder.
  case noHome
  /// The system refused to write at this path; the system's own words.
  case refused(path: String, why: String)
}

/// What the world is asked to do after an update.
public enum Effect: Sendable {
  /// Find the articles that match; answered by `Event.filtered`.
  case filter(FilterQuestion)
  /// Count the values of a field; answered by `Event.counted`.
  case count(CountQuestion)
  /// Tell when files are no longer as these stamps say, by `Event.changed`; to watch for anything else is to end.
  case watch([String: FileStamp])
  /// Read again what has changed; answered by `Event.reloaded`.
  case reload(ReloadQuestion)
  /// Find what may stand at the caret; answered by `Event.completed`.
  case complete(CompletionQuestion)
  /// Keep a filter for later runs.
  case remember(String)
  /// Paint the whole screen anew.
  case redraw
  /// Leave the terminal to the shell until it says to go on.
  case suspend
  /// End the program with a status.
  case quit(Int32)
}

/// Which articles match a filter, and in which order are they to be listed?
public struct FilterQuestion: Sendable {
  /// Numbers the questions; only the answer to the newest is used.
  public var generation: Int
  var filter: Filter
  var order: SortOrder
  var articles: [Article]
  var index: ArticleIndex

  /// The answer, or nil once `isStale` says that nobody waits for it.
  public func answer(isStale: () -> Bool = { false }) -> Event? {
    matches(isStale: isStale).map(Event.filtered)
  }

  func matches(isStale: () -> Bool) -> Matches? {
    guard let found = index.search(filter, in: articles, isStale: isStale)?.indices,
      let sorted = order.sorted(found, of: articles, for: filter, isStale: isStale)
    else { return nil }
    return Matches(generation: generation, covered: articles.count, articles: found, sorted: sorted)
  }
}

/// The articles that match a filter.
public struct Matches: Sendable {
  var generation: Int
  /// How many articles, from the first, were looked at.
  var covered: Int
  /// Their indices in the holdings, ascending.
  var articles: [Int]
  /// The same in the order of the list.
  var sorted: [Int]
}

/// How many articles has each value of a field, given the rest of the filter?
public struct CountQuestion: Sendable {
  /// Numbers the questions; only the answer to the newest is used.
  public var generation: Int
  var field: Facet
  var rest: Picker.Rest
  var articles: [Article]
  var index: ArticleIndex
  var showsFurniture: Bool

  /// The answer, or nil once `isStale` says that nobody waits for it.
  public func answer(isStale: () -> Bool = { false }) -> Event? {
    guard let with = find(rest.fulfilled, isStale) else { return nil }
    guard let filter = rest.unfulfilled else {
      return .counted(Counts(generation: generation, values: counts(among: with)))
    }
    guard let without = find(filter, isStale) else { return nil }
    return .counted(difference(with, without))
  }

  private func find(_ filter: Filter, _ isStale: () -> Bool) -> ArticleSet? {
    index.search(filter, in: articles, furniture: showsFurniture, isStale: isStale)
  }

  private func counts(among found: ArticleSet) -> [FacetCount] {
    index.facetCounts(field, of: found, in: articles)
  }

  /// What each value adds to the articles that are found without it or, after a `-`, takes away from them. The
  /// condition stands in the filter once, so one of the two sets has all of the other.
  private func difference(_ with: ArticleSet, _ without: ArticleSet) -> Counts {
    let isNegated = without.count > with.count
    var values = counts(among: isNegated ? without : with)
    var fewer: [String?: Int] = [:]
    for count in counts(among: isNegated ? with : without) { fewer[count.value] = count.count }
    for index in values.indices { values[index].count -= fewer[values[index].value] ?? 0 }
    return Counts(
      generation: generation, values: values,
      outcome: Picker.Outcome(others: without.count, isNegated: isNegated))
  }
}

/// The values of a field with their counts.
public struct Counts: Sendable {
  var generation: Int
  var values: [FacetCount]
  /// How many articles the list has once a value is chosen.
  var outcome = Picker.Outcome()
}

/// What may stand at the caret of the filter bar, given the rest of the filter?
public struct CompletionQuestion: Sendable {
  var text: String
  /// Before which character the caret stands.
  var caret: Int
  var filter: Filter
  var articles: [Article]
  var index: ArticleIndex
  var showsFurniture: Bool
  var language: Language

  /// The answer, or nil once `isStale` says that nobody waits for it.
  public func answer(isStale: () -> Bool = { false }) -> Event? {
    guard let found = index.search(filter, in: articles, furniture: showsFurniture, isStale: isStale) else {
      return nil
    }
    let before = String(text.prefix(caret))
    let (word, offers) = FilterCompletion.offers(
      after: before, among: found, of: articles, in: index, language: language)
    return .completed(
      Completions(text: text, caret: caret, range: caret - word.count..<caret, offers: offers))
  }
}

/// What may stand at the caret.
public struct Completions: Sendable {
  /// The text and the caret that were asked about.
  var text: String
  var caret: Int
  /// The characters that an offer takes the place of.
  var range: Range<Int>
  var offers: [FilterCompletion]
}
