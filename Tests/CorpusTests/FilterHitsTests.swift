import Testing

@testable import Corpus

@Suite struct FilterHitsTests {
  @Test(arguments: [
    ("道路", "新修道路，道路通车", FilterField.title, [2..<4, 5..<7]), ("-道路 通车", "道路通车", .title, [2..<4]),
    ("道路|路通", "道路通车", .body, [0..<3]), ("哈", "哈哈", .body, [0..<1, 1..<2]), ("哈哈", "哈哈哈", .body, [0..<2]),
    ("wto", "入世：ＷＴＯ与Wto", .body, [3..<6, 7..<10]), ("后门", "開放後門", .title, [2..<4]), ("题:门", "门", .body, []),
    ("文:门", "门", .body, [0..<1]), ("市:濮阳 日:2025", "濮阳2025", .body, []), ("=後", "后後", .body, [1..<2]),
    ("门", "𠮷é👨‍👩‍👧门", .body, [7..<8]), ("daolu", "新修道路", .title, [2..<4]), ("daolu", "daolu道路", .title, [0..<5]),
    ("daolu", "新修道路", .body, []), ("拼:daolu", "道路，修道路", .body, [0..<2, 4..<6]), ("者:一舟", "闻一舟", .by, [1..<3]),
    ("市:py", "濮阳", .city, [0..<2]), ("", "濮阳", .title, []),
  ])
  func marks(_ filter: String, _ text: String, _ field: FilterField, _ ranges: [Range<Int>]) throws {
    #expect(try Filter(parsing: filter).hits(in: text, field: field) == ranges)
  }

  /// Hits lie in the text, in order, without overlap; and where a bare word matches, one is marked.
  @Test(arguments: 0..<20)
  func liesInTheText(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let words = ["路", "道", "道路", "Ａ", "a", "後", "后", "，", "積水", "👨‍👩‍👧"]
    for _ in 0..<100 {
      let asked = numbers.text(of: words.map { $0 + "|" }, upTo: 3).dropLast()
      let text = numbers.text(of: words, upTo: 12)
      guard let filter = try? Filter(parsing: String(asked)), !filter.isEmpty else { continue }
      let hits = filter.hits(in: text, field: .body)
      let ends = [0] + hits.flatMap { [$0.lowerBound, $0.upperBound] } + [text.unicodeScalars.count]
      #expect(ends == ends.sorted() && hits.allSatisfy { !$0.isEmpty })
      let article = FilterFixture.make("x", nil, text.isEmpty ? "-" : text) { _ in }
      #expect(filter.matches(article) == !hits.isEmpty)
    }
  }
}
