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
    #expect(partly > 100)
  }

  /// Three characters of dense pairs are answered by the index alone: nobody looks into the articles.
  @Test func readsNoArticleForThreeCharactersOfDensePairs() throws {
    let articles = Self.articles(1, 400, of: ["甲乙", "乙丙", "丙", "甲"])
    let index = ArticleIndex(articles)
    let wrong = articles.map { article in
      var article = article
      article.paragraphs = []
      return article
    }
    for text in ["甲乙丙", "甲乙", "丙", "=乙丙甲"] {
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

  @Test func aStaleSearchOfManySegmentsGivesNothing() throws {
    let articles = Self.articles(9, 300, of: ["甲", "乙", "丙丁"])
    var index = ArticleIndex()
    for first in stride(from: 0, to: 300, by: 20) { index.append(IndexSegment(articles[first..<first + 20])) }
    let filter = try Filter(parsing: "拼:jiayib | 甲乙丙丁甲")
    var asked = 0
    let answer = index.search(filter, in: articles) {
      asked += 1
      return asked > 3
    }
    #expect(answer == nil && asked > 3)
    #expect(index.search(filter, in: articles) != nil)
  }
}
