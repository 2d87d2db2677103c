import Testing

@testable import Corpus

@Suite struct ArticleIndexTests {
  /// An index of the first articles in segments of random lengths; the last ones are left to be read.
  static func index(of articles: [Article], _ fixture: inout IndexFixture) -> ArticleIndex {
    var index = ArticleIndex()
    while index.count < articles.count - 5 {
      let length = Int.random(in: 1...150, using: &fixture.random)
      let end = min(articles.count - 5, index.count + length)
      index.append(IndexSegment(articles[index.count..<end]))
    }
    return index
  }

  @Test(arguments: 1...14)
  func answersAsThePlainScanDoes(_ seed: UInt64) throws {
    var fixture = IndexFixture(random: SeededNumbers(state: seed))
    let articles = fixture.articles(200)
    let index = Self.index(of: articles, &fixture)
    var matched = 0
    for _ in 0..<150 {
      let text = fixture.filterText()
      guard let filter = try? Filter(parsing: text) else { continue }
      let expected = articles.indices.filter { filter.matches(articles[$0]) }
      let found = index.search(filter, in: articles)
      let isRight = found?.indices == expected && found?.count == expected.count
      #expect(isRight, "\(text)")
      matched += expected.isEmpty ? 0 : 1
    }
    #expect(matched > 70)
  }

  /// What is remembered of a word's beginning must not change the answers.
  @Test(arguments: ["发展建设", "daolujians", "puyang", "=後門", "拼:yinhang", "水。濮阳道路"])
  func answersWhileTyping(_ text: String) throws {
    var fixture = IndexFixture(random: SeededNumbers(state: 77))
    let articles = fixture.articles(250)
    let index = Self.index(of: articles, &fixture)
    for length in Array(1...text.count) + Array((1...text.count).reversed()) {
      for rest in ["", " -的", " 市:濮阳"] {
        guard let filter = try? Filter(parsing: String(text.prefix(length)) + rest) else { continue }
        let expected = articles.indices.filter { filter.matches(articles[$0]) }
        let isRight = index.search(filter, in: articles)?.indices == expected
        #expect(isRight, "\(text.prefix(length))\(rest)")
      }
    }
  }

  @Test func leavesFurnitureOut() throws {
    var fixture = IndexFixture(random: SeededNumbers(state: 5))
    let articles = fixture.articles(300)
    let index = Self.index(of: articles, &fixture)
    for text in ["", "水", "-水", "市:濮阳 | 道路"] {
      let filter = try Filter(parsing: text)
      let expected = articles.indices.filter {
        articles[$0].kind != .furniture && filter.matches(articles[$0])
      }
      #expect(index.search(filter, in: articles, furniture: false)?.indices == expected, "\(text)")
    }
  }

  @Test func stopsWhenNobodyWaits() throws {
    var fixture = IndexFixture(random: SeededNumbers(state: 6))
    let articles = fixture.articles(400)
    var index = ArticleIndex()
    for first in [0, 150, 300] { index.append(IndexSegment(articles[first..<min(400, first + 150)])) }
    let filter = try Filter(parsing: "道路建设 | 拼:puyang | 文:=後門")
    for patience in 0..<3 {
      var asked = 0
      let answer = index.search(filter, in: articles) {
        asked += 1
        return asked > patience
      }
      #expect(answer == nil)
      #expect(asked == patience + 1)
    }
    let expected = articles.indices.filter { filter.matches(articles[$0]) }
    #expect(index.search(filter, in: articles)?.indices == expected)
  }

  /// A copy goes on to answer for what it covered, while another grows and both share what they remember.
  @Test func searchesWhileOthersAppend() async throws {
    var fixture = IndexFixture(random: SeededNumbers(state: 8))
    let articles = fixture.articles(450)
    let filter = try Filter(parsing: "发展道路 | puya | 濮阳 -水")
    let old = ArticleIndex(Array(articles[..<200]))
    await withTaskGroup(of: Bool.self) { group in
      for round in 0..<8 {
        group.addTask {
          var new = old
          new.append(IndexSegment(articles[200..<400 + round]))
          let covered = Array(articles[..<200])
          let isOld =
            old.search(filter, in: covered)?.indices == covered.indices.filter { filter.matches(covered[$0]) }
          let isNew =
            new.search(filter, in: articles)?.indices
            == articles.indices.filter { filter.matches(articles[$0]) }
          return isOld && isNew
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
