/// One search of an index.
struct IndexSearch: Sendable {
  private let index: ArticleIndex
  private let articles: [Article]
  private let memory: SearchMemory

  /// A search among articles that begin with those indexed.
  init(_ index: ArticleIndex, articles: [Article], memory: SearchMemory) {
    self.index = index
    self.articles = articles
    self.memory = memory
  }

  /// What a plan finds in a segment; nil once the answer is stale.
  func documents(_ plan: IndexPlan, of number: Int, isStale: () -> Bool) -> DocumentBits? {
    guard !isStale() else { return nil }
    return documents(
      plan, IndexScope(number, index), within: DocumentBits(all: index.segments[number].count), isStale)
  }

  private func documents(_ plan: IndexPlan, _ scope: IndexScope, within: DocumentBits, _ isStale: () -> Bool)
    -> DocumentBits?
  {
    switch plan {
    case .everything: return within
    case .find(let finder): return documents(finder, scope, within: within, isStale)
    case .not(let inner):
      return documents(inner, scope, within: within, isStale).map(within.subtracting)
    case .all(let terms):
      var left = within
      for term in terms where !left.isEmpty {
        guard let found = documents(term, scope, within: left, isStale) else { return nil }
        left = found
      }
      return left
    case .any(let options):
      var found = DocumentBits(count: scope.segment.count)
      for option in options {
        let left = within.subtracting(found)
        if left.isEmpty { break }
        guard let more = documents(option, scope, within: left, isStale) else { return nil }
        found.formUnion(more)
      }
      return found
    }
  }

  private func documents(_ finder: Finder, _ scope: IndexScope, within: DocumentBits, _ isStale: () -> Bool)
    -> DocumentBits?
  {
    let columns = scope.segment.columns
    switch finder {
    case .value(let subject, let marks): return scope.documents(subject, marks).intersection(within)
    case .names(let marks): return scope.documents(named: marks).intersection(within)
    case .noNames:
      return DocumentBits(count: scope.segment.count) { columns.namesRange(of: $0).isEmpty }
        .intersection(within)
    case .flag(let flag):
      return DocumentBits(count: scope.segment.count) {
        columns.flags.values[Int(columns.flags.ids[$0])].contains(flag)
      }.intersection(within)
    case .printed, .read: return readDocuments(finder, scope, within: within, isStale)
    }
  }

  /// What can be told only by reading the texts of those documents that the index cannot rule out.
  private func readDocuments(
    _ finder: Finder, _ scope: IndexScope, within: DocumentBits, _ isStale: () -> Bool
  )
    -> DocumentBits?
  {
    let known = memory.bounds(of: finder, in: scope.segment.serial)
    if let known, known.isAnswer { return known.bits.intersection(within) }
    var (sure, possible) = scope.bounds(of: finder)
    if possible.isEmpty { return sure.intersection(within) }
    if let known { possible.formIntersection(known.bits) }
    let isWhole = possible.isSubset(of: within)
    var found = sure
    var (read, isCancelled) = (0, false)
    possible.intersection(within).forEach { document in
      if read % 128 == 127, !isCancelled { isCancelled = isStale() }
      read += 1
      if !isCancelled, isFound(finder, at: scope.base + document) { found.insert(document) }
    }
    if isCancelled { return nil }
    if isWhole { memory.keep(found, of: finder, in: scope.segment.serial) }
    return found.intersection(within)
  }

  /// Whether an article has in its texts what is looked for there. Only what is read of it is touched: to copy a
  /// whole article, as a call of one of its own properties does, costs more than to look into it.
  private func isFound(_ finder: Finder, at index: Int) -> Bool {
    switch finder {
    case .printed(let needle, .titles): isInTitles(of: index, needle.isFound)
    case .printed(let needle, .bodies) where needle.scalars.contains("\n"):
      needle.isFound(in: articles[index].body)
    case .printed(let needle, .bodies): needle.isFound(in: articles[index].body.text)
    case .read(let ways, .titles): isInTitles(of: index, ways.test.isFound)
    case .read(let ways, .bodies): ways.test.isFound(in: articles[index].body.text)
    case .value, .names, .noNames, .flag: false
    }
  }

  /// Whether one of an article's `headlineTexts` fulfils a condition.
  private func isInTitles(of index: Int, _ condition: (String) -> Bool) -> Bool {
    articles[index].headline.map(condition) == true || articles[index].kicker.map(condition) == true
      || articles[index].subheadline.map(condition) == true
  }
}

extension ArticleColumns {
  /// An article's names, as places in `names.ids`.
  func namesRange(of document: Int) -> Range<Int> {
    (document > 0 ? Int(nameEnds[document - 1]) : 0)..<Int(nameEnds[document])
  }
}
