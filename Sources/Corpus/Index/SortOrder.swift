/// In which order articles are listed. Those that are alike stay in reading order.
public enum SortOrder: Sendable, Hashable, CaseIterable {
  /// As files and pages are read.
  case reading
  /// The newest first; then those whose year is not known, then those without a date.
  case date
  /// By the city's pinyin; articles without a city last.
  case city
  /// By the paper's pinyin, then by date and page; articles without a paper last.
  case paper
  /// Those with a word of the filter in the headline first, then by how densely such words stand in the body.
  case relevance

  /// Sorts ascending places in an array of articles; nil once `isStale` says that nobody waits.
  public func sorted(
    _ indices: [Int], of articles: [Article], for filter: Filter, isStale: () -> Bool = { false }
  ) -> [Int]? {
    guard self != .reading else { return indices }
    var ranks = Ranks()
    var keys: [UInt64] = []
    keys.reserveCapacity(indices.count)
    for (number, index) in indices.enumerated() {
      if number % 128 == 127, isStale() { return nil }
      let key = key(of: articles[index], for: filter, &ranks)
      keys.append(UInt64(key) << 32 | UInt64(UInt32(truncatingIfNeeded: index)))
    }
    if self == .city || self == .paper { ranks.resolve(&keys) }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }

  private func key(of article: Article, for filter: Filter, _ ranks: inout Ranks) -> UInt32 {
    switch self {
    case .reading: 0
    case .date: Self.newestFirst(article.date)
    case .city: ranks.provisional(.init(name: article.city, date: nil, page: nil))
    case .paper:
      ranks.provisional(.init(name: article.paper, date: Self.newestFirst(article.date), page: article.page))
    case .relevance: .max - filter.relevance(of: article)
    }
  }

  private static func newestFirst(_ date: PartialDate?) -> UInt32 {
    guard let date else { return .max }
    let days = ((date.year ?? 0) * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0)
    return .max - 1 - UInt32(days)
  }
}

/// Numbers for names, given as they are met, and replaced by their ranks when all are known.
private struct Ranks {
  struct Place: Hashable {
    var name: String?
    var date: UInt32?
    var page: String?
  }

  private var numbers: [Place: UInt32] = [:]
  private var places: [Place] = []

  mutating func provisional(_ place: Place) -> UInt32 {
    if let number = numbers[place] { return number }
    let number = UInt32(places.count)
    numbers[place] = number
    places.append(place)
    return number
  }

  /// Puts the ranks in the place of the provisional numbers in the upper halves of `keys`.
  func resolve(_ keys: inout [UInt64]) {
    let names = Set(places.compactMap(\.name))
    let sorted = names.map { (spelling: Pinyin.spelling(of: $0), name: $0) }.sorted { $0 < $1 }
    var nameRanks: [String: Int] = [:]
    for (rank, name) in sorted.enumerated() { nameRanks[name.name] = rank }
    let rows = places.enumerated().map { number, place in
      (
        name: place.name.flatMap { nameRanks[$0] } ?? .max, date: place.date ?? 0,
        page: PageNumber(place.page), number: number
      )
    }
    let order = rows.sorted {
      ($0.name, $0.date, $0.page, $0.number) < ($1.name, $1.date, $1.page, $1.number)
    }
    var ranks = [UInt64](repeating: 0, count: rows.count)
    for (rank, row) in order.enumerated() { ranks[row.number] = UInt64(rank) }
    for index in keys.indices {
      keys[index] = ranks[Int(keys[index] >> 32)] << 32 | keys[index] & 0xFFFF_FFFF
    }
  }
}

/// A page as it is sorted: `A2` before `A10`, an unknown one last.
private struct PageNumber: Comparable {
  private let isUnknown: Bool
  private let letters: String
  private let number: Int

  init(_ page: String?) {
    isUnknown = page == nil
    letters = String((page ?? "").filter { !("0"..."9").contains($0) })
    number = Int((page ?? "").filter { ("0"..."9").contains($0) }.prefix(9)) ?? 0
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.isUnknown != b.isUnknown { return b.isUnknown }
    return (a.letters, a.number) < (b.letters, b.number)
  }
}

extension Filter {
  /// How much an article is about the filter's words: the more the greater.
  fileprivate func relevance(of article: Article) -> UInt32 {
    let titles = article.headlineTexts
    let isTitled = expression.words(shownIn: .title).contains { word in titles.contains(where: word.isFound) }
    let words = expression.words(shownIn: .body)
    let hits = words.reduce(0) { $0 + $1.count(in: article.body.text) }
    let density = hits == 0 ? 0 : min(0x3FFF_FFFF, hits << 20 / max(1, article.body.text.utf8.count))
    return UInt32(density) | (isTitled ? 1 << 30 : 0)
  }
}
