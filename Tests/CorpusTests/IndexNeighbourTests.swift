import Testing

@testable import Corpus

/// Words of three characters of which both pairs stand in many articles, and often apart.
@Suite struct IndexNeighbourTests {
  private static func articles(_ seed: UInt64, _ count: Int, of pieces: [String]) -> [Article] {
    var random = SeededNumbers(state: seed)
    return (0..<count).map { number in
      let texts = (0..<2).map { _ in Paragraph(text: random.text(of: pieces, upTo: 30)) }
      return Article(id: "\(number)", file: "f", kind: .news, lines: [], paragraphs: texts)
    }
  }

  @Test(arguments: 1...6)
  func answersAsThePlainScanDoes(_ seed: UInt64) throws {
    let pieces = ["甲", "乙", "丙", "甲乙", "乙丙", "後", "后", "\u{20000}", "，", "中國"]
    let articles = Self.articles(seed, 400, of: pieces)
    let index = ArticleIndex(articles)
    #expect(!index.segments[0].bodies.triples.pairs.isEmpty)
    var random = SeededNumbers(state: seed + 100)
    var partly = 0
    for _ in 0..<120 {
      let word = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        ["甲", "乙", "丙", "后", "後", "中", "国", "\u{20000}", "\u{20800}"].randomElement(using: &random) ?? ""
      }.joined()
      for text in [word, "=" + word, "文:" + word] {
        let filter = try Filter(parsing: text)
        let expected = articles.indices.filter { filter.matches(articles[$0]) }
        let isRight = index.search(filter, in: articles)?.indices == expected
        #expect(isRight, "\(text)")
        partly += !expected.isEmpty && expected.count < 350 ? 1 : 0
      }
    }
    #expect(partly > 40)
  }

  /// Three characters of dense pairs are answered by the index alone: nobody looks into the articles.
  @Test func readsNoArticleForThreeCharactersOfDensePairs() throws {
    let articles = Self.articles(1, 400, of: ["河沿", "沿渠", "渠", "河"])
    let index = ArticleIndex(articles)
    let wrong = articles.map { article in
      var article = article
      article.paragraphs = []
      return article
    }
    for text in ["河沿渠", "河沿", "渠", "=沿渠河"] {
      let filter = try Filter(parsing: text)
      let expected = articles.indices.filter { filter.matches(articles[$0]) }
      #expect(index.search(filter, in: wrong)?.indices == expected && !expected.isEmpty, "\(text)")
    }
  }

  @Test func numbersDensePairs() {
    var random = SeededNumbers(state: 4)
    let pairs = Set((0..<3000).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) }).sorted()
    var codes: [UInt16] = []
    for pair in pairs.prefix(500) {
      codes += [UInt16(pair >> 16), UInt16(truncatingIfNeeded: pair), 7, 7]
    }
    codes += [codes[0], codes[1], codes[1]]
    let numbers = DensePairNumbers(pairs).numbers(in: codes)
    func number(at place: Int) -> UInt16 {
      guard place + 1 < codes.count else { return DensePairNumbers.none }
      let pair = UInt32(codes[place]) << 16 | UInt32(codes[place + 1])
      return pairs.firstIndex(of: pair).map { UInt16($0 + 1) } ?? DensePairNumbers.none
    }
    for place in codes.indices {
      let isFollowed = number(at: place + 1) != DensePairNumbers.none
      #expect(numbers[place] == (isFollowed ? number(at: place) : DensePairNumbers.none))
    }
  }

  /// Whichever thread takes a segment, its answer is in its place.
  @Test(arguments: [false, true])
  func searchesOfManySegmentsKeepTheirOrder(_ isHard: Bool) {
    let searches = SegmentSearches(200) { number, _ in DocumentBits(count: 300) { $0 == number } }
    let found = searches.run(isHard: isHard) { false }
    #expect(found?.map { bits in (0..<300).filter(bits.contains) } == (0..<200).map { [$0] })
    #expect(SegmentSearches(0) { _, _ in nil }.run(isHard: isHard) { false } == [])
  }

  /// Whoever is told that nobody waits, all stop.
  @Test(arguments: [false, true])
  func staleSearchesGiveNothing(_ isHard: Bool) {
    let all = SegmentSearches(50) { _, isStale in isStale() ? nil : DocumentBits(count: 8) }
    #expect(all.run(isHard: isHard) { true } == nil)
    let one = SegmentSearches(50) { number, _ in number == 30 ? nil : DocumentBits(count: 8) }
    #expect(one.run(isHard: isHard) { false } == nil)
  }
}
