/// Which article goes on in which other one on another page of the same paper and day (转版): `（下转第二版）` here,
/// `（上接第一版）` there.
public struct JumpLinks: Sendable {
  /// What is known of an article that goes on or comes from elsewhere.
  fileprivate struct End: Sendable {
    var article: Int
    var file: String
    var paper: String?
    var date: PartialDate?
    var page: PageKey?
    var from: PageKey?
    var to: PageKey?
  }

  private var ends: [End] = []

  /// No article is known yet.
  public init() {}

  /// All of them, numbered in order.
  public init(_ articles: [Article]) {
    for (index, article) in articles.enumerated() { add(article, at: index) }
  }

  /// Takes note of the article that the caller knows as number `index`; one without jumps is passed over.
  public mutating func add(_ article: Article, at index: Int) {
    guard article.continuedFrom != nil || article.continuedTo != nil else { return }
    ends.append(
      End(
        article: index, file: article.file, paper: article.paper, date: article.date,
        page: article.page.flatMap(PageKey.init), from: article.continuedFrom.flatMap(PageKey.init),
        to: article.continuedTo.flatMap(PageKey.init)))
  }

  /// The article in which number `index` goes on, among all that were added; nil where it is not there, or where it is
  /// not clear which one it is. Of several that fit, that is meant which shares the most words, if no other fits
  /// that one better.
  public func next(of index: Int, in articles: [Article]) -> Int? {
    linked(index, articles) { $0.goesOn(in: $1) }
  }

  /// The article that number `index` goes on from, likewise.
  public func previous(of index: Int, in articles: [Article]) -> Int? {
    linked(index, articles) { $1.goesOn(in: $0) }
  }

  /// All parts of the story that number `index` is one of, in order; at least that one.
  public func story(of index: Int, in articles: [Article]) -> [Int] {
    var parts = [index]
    while let before = parts.first.flatMap({ previous(of: $0, in: articles) }), !parts.contains(before) {
      parts.insert(before, at: 0)
    }
    while let after = parts.last.flatMap({ next(of: $0, in: articles) }), !parts.contains(after) {
      parts.append(after)
    }
    return parts
  }

  private func linked(_ index: Int, _ articles: [Article], _ fits: (End, End) -> Bool) -> Int? {
    guard let end = ends.first(where: { $0.article == index }) else { return nil }
    guard let found = best(for: end, among: ends.filter { fits(end, $0) }, articles) else { return nil }
    let back = best(for: found, among: ends.filter { fits($0, found) }, articles)
    return back?.article == index ? found.article : nil
  }

  /// Of several, the one that says most of what `end` says.
  private func best(for end: End, among others: [End], _ articles: [Article]) -> End? {
    guard others.count > 1 else { return others.first }
    let own = Self.pairs(of: articles[end.article])
    let shares = others.map { other in
      var common = 0
      let pairs = Self.pairs(of: articles[other.article])
      own.forEachCommon(with: pairs) { _ in common += 1 }
      return Double(common) / Double(max(1, min(own.codes.count, pairs.codes.count)))
    }
    return others.indices.max { shares[$0] < shares[$1] }.map { others[$0] }
  }

  private static func pairs(of article: Article) -> PairSet {
    PairSet(Scalars(of: article.headlineTexts.joined(separator: " ") + " " + article.text))
  }
}

extension JumpLinks.End {
  /// Whether the marks of both say that the one goes on in the other.
  fileprivate func goesOn(in other: Self) -> Bool {
    guard article != other.article, let to, let from = other.from, isSameDay(as: other) else { return false }
    let isThere = other.page.map { $0 == to } ?? (page == from)
    return isThere && (page ?? from) == from
  }

  /// Paper and day are the same; where neither knows one of them, the folder is.
  private func isSameDay(as other: Self) -> Bool {
    guard paper == other.paper else { return false }
    let isSameFolder = file.folder == other.file.folder
    if paper == nil, !isSameFolder { return false }
    guard let date, let day = other.date else { return date == other.date && isSameFolder }
    let isSameYear = date.year == nil || day.year == nil || date.year == day.year
    return isSameYear && date.month == day.month && date.day == day.day
  }
}

extension String {
  /// The folder of a path, empty where it names none.
  fileprivate var folder: Substring { prefix(upTo: lastIndex(of: "/") ?? startIndex) }
}

/// A page's number or name as it can be compared: `第二版`, `02版` and `2` are one. Of `第2、3版` the first page counts.
struct PageKey: Hashable, Sendable {
  private let letters: String
  private let number: Int?

  /// Nil for a text that says nothing.
  init?(_ text: String) {
    var scalars = Scalars(of: text).filter { !$0.isBlank }.map(\.narrow)
    if scalars.first == "第" { scalars.removeFirst() }
    if let end = scalars.firstIndex(of: "版") { scalars.removeSubrange(end...) }
    if scalars == ["头"] || scalars == ["頭"] { scalars = ["1"] }
    guard !scalars.isEmpty else { return nil }
    let name = Array(scalars.prefix { $0.isLatin })
    var cursor = Cursor(scalars, at: name.count)
    if let number = cursor.number(), cursor.next.map(Self.joins.contains) ?? true {
      (letters, self.number) = (name.string.uppercased(), number)
    } else {
      (letters, number) = (scalars.string.uppercased(), nil)
    }
  }

  /// What stands between the numbers of several pages.
  private static let joins: ScalarSet = "、,-"
}

extension Unicode.Scalar {
  /// The ASCII form of a full-width letter or digit, else itself.
  fileprivate var narrow: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }
}
