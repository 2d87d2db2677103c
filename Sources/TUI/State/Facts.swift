import Corpus

/// What is known about an article, in phrases.
struct Facts {
  var article: Article
  var wording: Wording

  /// A fact, and the field by which a filter finds it.
  struct Phrase: Hashable {
    var text: String
    var field: FilterField
  }

  /// Byline, source, place, day, page and kind, as far as they are known; what is not is said.
  var phrases: [Phrase] {
    let facts: [(String?, FilterField)] = [
      (byline, .by), (source, .source), (place, .city), (day, .date), (page, .paper), (kind, .kind),
    ]
    return facts.compactMap { text, field in text.map { Phrase(text: $0, field: field) } }
  }

  /// What the reader should know about seams and jumps.
  var notes: [String] {
    let from = article.continuedFrom.map { wording("上接\($0)", "continued from \($0)") }
    let to = article.continuedTo.map { wording("下转\($0)", "continued on \($0)") }
    return [from, to].compactMap { $0 } + article.paragraphs.flatMap(\.seams).map(note)
  }

  /// The article's date in ten columns, an unknown year as `????`.
  var shortDate: String {
    guard let date = article.date else { return wording.unknownDate }
    return date.year == nil ? "????-\(date)" : "\(date)"
  }

  /// The same in eight columns: `25-03-17`.
  var shorterDate: String {
    guard article.date != nil else { return wording("不详", "undated") }
    return article.date?.month == nil ? shortDate : String(shortDate.dropFirst(2))
  }

  private var byline: String? {
    guard !article.byline.isEmpty else { return nil }
    return article.byline.joined(separator: wording("、", ", ")) + doubt(.byline)
  }

  private var source: String? { article.source.map { $0 + doubt(.source) } }

  private var place: String {
    guard let city = article.city else { return wording("地点不详", "place unknown") }
    let province = article.province == city ? nil : article.province
    return (province.map { $0 + " " } ?? "") + city + doubt(.city)
  }

  private var day: String {
    guard let date = article.date else { return wording.unknownDate }
    let basis =
      article.dateBasis.map { wording("（\(wording.name(of: $0))）", " (\(wording.name(of: $0)))") } ?? ""
    return wording.words(for: date) + doubt(.date) + basis
  }

  private var page: String? {
    let page = article.page.map { Int($0) == nil ? $0 : wording("第\($0)版", "page \($0)") }
    guard let paper = article.paper else { return page }
    return paper + (page.map { " " + $0 } ?? "")
  }

  private var kind: String? { article.kind == .news ? nil : wording.name(of: article.kind) }

  private func doubt(_ field: ArticleField) -> String { article.uncertain.contains(field) ? "?" : "" }

  private func note(_ seam: Seam) -> String {
    let (after, before) = (seam.after, seam.before)
    return seam.isLossy
      ? wording(
        "~? 原文第 \(after) 行与第 \(before) 行之间似有缺文",
        "~? text seems to be missing between raw lines \(after) and \(before)")
      : wording("~ 原文第 \(after) 行与第 \(before) 行在此相接", "~ raw lines \(after) and \(before) were joined here")
  }
}
