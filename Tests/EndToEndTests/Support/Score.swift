/// How well pages were read, each figure the mean of marks of 0...1.
struct Score {
  private(set) var sums: [String: (sum: Double, count: Int)] = [:]

  /// The mean of a figure's marks; 0 without marks.
  subscript(figure: String) -> Double {
    sums[figure].map { $0.sum / Double($0.count) } ?? 0
  }

  private mutating func mark(_ figure: String, _ value: Double) {
    let old = sums[figure] ?? (0, 0)
    sums[figure] = (old.sum + value, old.count + 1)
  }

  private mutating func mark(_ figure: String, _ isRight: Bool) { mark(figure, isRight ? 1 : 0) }

  /// Scores the articles found on a page of raw lines.
  mutating func add(_ found: [FoundArticle], truth: TruePage, page: [String]) {
    let weights = page.map { $0.unicodeScalars.count { !$0.properties.isWhitespace } }
    let printed = Set(weights.indices.filter { weights[$0] > 0 }.map { $0 + 1 })
    let claimed = found.flatMap { lines($0.lines) }.filter(printed.contains)
    mark("conserved", claimed.sorted() == printed.sorted())
    mark("bcubed", agreement(found, truth, weights: weights))
    let skipped = truth.unscored
    for article in truth.articles {
      let body = lines(article.bodyLines)
      let best = found.max { overlap($0, body, weights) < overlap($1, body, weights) }
      add(best, article, page: page, scored: printed.subtracting(skipped))
    }
  }

  private func overlap(_ found: FoundArticle, _ body: [Int], _ weights: [Int]) -> Int {
    Set(lines(found.lines)).intersection(body).reduce(0) { $0 + weights[$1 - 1] }
  }

  private mutating func add(
    _ found: FoundArticle?, _ truth: TruePage.TrueArticle, page: [String], scored: Set<Int>
  ) {
    let headline = [found?.kicker, found?.headline, found?.subheadline].compactMap { $0 }.joined()
    let printed = lines(truth.headlineLines).map { page[$0 - 1].drop { " #\t".contains($0) } }.joined()
    mark("headline", found != nil && squeezed(headline) == squeezed(printed))
    if !truth.byline.isEmpty { mark("byline", Set(found?.byline ?? []) == Set(truth.byline)) }
    if let city = truth.city { mark("city", found?.city == city) }
    let days = [truth.date].compactMap { $0 } + truth.acceptDates
    mark("date", days.isEmpty ? found != nil && found?.date == nil : days.contains(found?.date ?? ""))
    let wanted = Set(lines(truth.headlineLines + truth.bodyLines)).intersection(scored)
    mark("exact", Set(lines(found?.lines ?? [])).intersection(scored) == wanted)
  }

  /// Without white space, and with one dash for any run of them.
  private func squeezed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let isDash = "—―-".unicodeScalars.contains(scalar)
      if !(isDash && result.last == "—") { result.append(isDash ? "—" : scalar) }
    }
    return result
  }

  /// B-cubed F1 of the assignment of characters to articles (Bagga and Baldwin 1998).
  private func agreement(_ found: [FoundArticle], _ truth: TruePage, weights: [Int]) -> Double {
    struct Pair: Hashable { var truth, found: Int }
    let skipped = truth.unscored
    var mine: [Int: Int] = [:]
    for (index, article) in found.enumerated() { for line in lines(article.lines) { mine[line] = index } }
    var (pairs, trueSums, foundSums) = ([Pair: Double](), [Int: Double](), [Int: Double]())
    for (index, article) in truth.articles.enumerated() {
      for line in lines(article.headlineLines + article.bodyLines) where !skipped.contains(line) {
        let weight = Double(weights[line - 1])
        let group = mine[line] ?? -line
        pairs[Pair(truth: index, found: group), default: 0] += weight
        trueSums[index, default: 0] += weight
        foundSums[group, default: 0] += weight
      }
    }
    let total = trueSums.values.reduce(0, +)
    let precision =
      pairs.reduce(0) { $0 + $1.value * $1.value / max(1, foundSums[$1.key.found] ?? 1) } / total
    let recall = pairs.reduce(0) { $0 + $1.value * $1.value / max(1, trueSums[$1.key.truth] ?? 1) } / total
    return 2 * precision * recall / (precision + recall)
  }
}
