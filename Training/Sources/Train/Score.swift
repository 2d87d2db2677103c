@testable import Corpus

/// Figures 0...1 as score.py counts them, as sums over pages and articles.
struct Score: Sendable {
  var bcubed = 0.0
  var exact = 0.0
  var order = 0.0
  var headline = 0.0
  var pages = 0.0
  var articles = 0.0

  static func + (a: Score, b: Score) -> Score {
    Score(
      bcubed: a.bcubed + b.bcubed, exact: a.exact + b.exact, order: a.order + b.order,
      headline: a.headline + b.headline, pages: a.pages + b.pages, articles: a.articles + b.articles)
  }

  /// The figures as means: bcubed, exact, order, headline.
  var means: [Double] { [bcubed / max(1, pages)] + [exact, order, headline].map { $0 / max(1, articles) } }

  /// What training makes as large as it can; boundaries count through a figure without steps as well.
  var value: Double {
    let means = self.means
    return (1.5 * means[0] + means[1] + means[2] + 1.5 * means[3]) / 5
  }

  /// The figures on one line.
  var description: String {
    zip(["bcubed", "exact", "order", "headline"], means).map { name, mean in
      "\(name) \((mean * 10_000).rounded() / 10_000)"
    }.joined(separator: "  ")
  }
}

/// Scores the articles found on one page.
struct PageScorer {
  private let lines: [String]
  private let weight: [Int: Double]
  private let skip: Set<Int>
  private let truth: PageTruth
  private let articles: [Article]

  /// The score of the articles that are found by `weights`.
  static func score(_ sample: Sample, _ weights: SegmentationWeights) -> Score {
    PageScorer(sample, PageReader.stories(of: sample.page, weights: weights)).score()
  }

  private init(_ sample: Sample, _ articles: [Article]) {
    lines = sample.page.lines
    truth = sample.truth
    self.articles = articles
    var weight: [Int: Double] = [:]
    for (index, line) in lines.enumerated() {
      let count = line.squeezedScalars.count
      if count > 0 { weight[index + 1] = Double(count) }
    }
    self.weight = weight
    skip = Set((truth.furniture ?? []).numbers + (truth.either ?? [:]).keys.compactMap { Int($0) })
  }

  private func score() -> Score {
    var score = Score()
    score.bcubed = bcubed()
    score.pages = 1
    for article in truth.articles { add(article, to: &score) }
    return score
  }

  private struct Cell: Hashable { var gold: Int, mine: Int }

  private func bcubed() -> Double {
    var gold: [Int: Int] = [:]
    for (index, article) in truth.articles.enumerated() {
      for line in article.headlineLines.numbers + article.bodyLines.numbers { gold[line] = index }
    }
    var mine: [Int: Int] = [:]
    for (index, article) in articles.enumerated() {
      for line in article.lines.joined() { mine[line] = index }
    }
    var cells: [Cell: Double] = [:]
    var golds: [Int: Double] = [:]
    var mines: [Int: Double] = [:]
    for (line, count) in weight where !skip.contains(line) {
      guard let g = gold[line] else { continue }
      let m = mine[line] ?? -line
      cells[Cell(gold: g, mine: m), default: 0] += count
      golds[g, default: 0] += count
      mines[m, default: 0] += count
    }
    let total = max(1, golds.values.reduce(0, +))
    let precision = cells.reduce(0) { $0 + $1.value * $1.value / (mines[$1.key.mine] ?? 1) } / total
    let recall = cells.reduce(0) { $0 + $1.value * $1.value / (golds[$1.key.gold] ?? 1) } / total
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private func add(_ article: ArticleTruth, to score: inout Score) {
    score.articles += 1
    let body = Set(article.bodyLines.numbers)
    let overlap = { (found: Article) in
      found.lines.joined().reduce(0.0) { body.contains($1) ? $0 + (weight[$1] ?? 0) : $0 }
    }
    guard let best = articles.max(by: { overlap($0) < overlap($1) }) else { return }
    let counts = { (line: Int) in weight[line] != nil && !skip.contains(line) }
    let wanted = Set((article.headlineLines.numbers + article.bodyLines.numbers).filter(counts))
    let have = Set(best.lines.joined().filter(counts))
    let isPart = article.mayBeTwo == true && have.isStrictSubset(of: wanted)
    if have == wanted || isPart { score.exact += 1 }
    if isPart || isInOrder(article, best) { score.order += 1 }
    if isPart || hasHeadline(article, best) { score.headline += 1 }
  }

  private func isInOrder(_ article: ArticleTruth, _ found: Article) -> Bool {
    let want = Array(article.bodyLines.numbers.map { lines[$0 - 1].squeezedScalars }.joined())
    let text = found.text.squeezedScalars
    return text.prefix(80).string.contains(want.prefix(12).string)
      && text.suffix(80).string.contains(want.suffix(12).string)
  }

  private func hasHeadline(_ article: ArticleTruth, _ found: Article) -> Bool {
    let parts = [found.kicker, found.headline, found.subheadline].compactMap { $0 }
    let block = parts.joined().squeezedScalars.dashed
    let raw = article.headlineLines.numbers.map { Array(lines[$0 - 1].squeezedScalars.drop { $0 == "#" }) }
    let accepted = [Array(raw.joined())] + (article.headlineAccept ?? []).map(\.squeezedScalars)
    return accepted.contains { $0.dashed == block }
  }
}

extension String {
  fileprivate var squeezedScalars: Scalars { unicodeScalars.filter { !$0.isBlank }.map { $0 } }
}

extension Array where Element == Unicode.Scalar {
  /// With every run of dashes as one.
  fileprivate var dashed: Scalars {
    var out: Scalars = []
    for scalar in self where !(scalar.isDash && out.last == "—") { out.append(scalar.isDash ? "—" : scalar) }
    return out
  }
}
