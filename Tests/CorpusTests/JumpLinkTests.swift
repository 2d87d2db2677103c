import Testing

@testable import Corpus

@Suite struct JumpLinkTests {
  @Test(arguments: [
    ("第二版", "2"), ("二版", "02"), ("A2版", "A02"), ("Ａ２版", "a2"), ("第十二版", "12"), ("03版·要闻", "第三版"), ("头版", "1"),
    ("要闻版", "要闻"), ("第2、3版", "2"),
  ])
  func pagesAreOneHoweverTheyAreWritten(_ a: String, _ b: String) {
    #expect(PageKey(a) != nil)
    #expect(PageKey(a) == PageKey(b))
  }

  @Test(arguments: [("第二版", "12"), ("A2版", "2"), ("A2", "B2"), ("要闻", "1")])
  func othersAreNot(_ a: String, _ b: String) { #expect(PageKey(a) != PageKey(b)) }

  @Test func aTextThatSaysNothingIsNoPage() { #expect(PageKey(" 版") == nil) }

  /// An article of 濮阳晚报, 17 March 2025, unless said otherwise.
  private static func half(
    page: String?, from: String? = nil, to: String? = nil, _ text: String = "渠水进村", file: String = "d/p.txt",
    paper: String? = "濮阳晚报", date: String? = "2025-03-17"
  ) -> Article {
    var article = Article(
      id: "", file: file, kind: .news, lines: [1...2], paragraphs: [Paragraph(text: text)])
    (article.page, article.continuedFrom, article.continuedTo) = (page, from, to)
    (article.paper, article.date) = (paper, date.flatMap { PartialDate($0) })
    return article
  }

  /// Two halves, and whether they are one story.
  struct Pair: Sendable {
    var first: Article
    var second: Article
    var isLinked: Bool
  }

  @Test(arguments: [
    Pair(first: half(page: "01", to: "第二版"), second: half(page: "2", from: "第一版"), isLinked: true),
    Pair(first: half(page: "A1", to: "A2版"), second: half(page: "A02", from: "Ａ１版"), isLinked: true),
    Pair(first: half(page: nil, to: "第二版"), second: half(page: "2", from: "第一版"), isLinked: true),
    Pair(first: half(page: "1", to: "第二版"), second: half(page: nil, from: "第一版"), isLinked: true),
    Pair(first: half(page: nil, to: "第二版"), second: half(page: nil, from: "第一版"), isLinked: false),
    Pair(first: half(page: "1", to: "第三版"), second: half(page: "2", from: "第一版"), isLinked: false),
    Pair(first: half(page: "1", to: "第二版"), second: half(page: "2", from: "第四版"), isLinked: false),
    Pair(first: half(page: "1", to: "第二版"), second: half(page: "2"), isLinked: false),
    Pair(
      first: half(page: "1", to: "第二版"), second: half(page: "2", from: "第一版", paper: "漳河日报"), isLinked: false),
    Pair(
      first: half(page: "1", to: "第二版"), second: half(page: "2", from: "第一版", date: "2025-03-18"),
      isLinked: false),
    Pair(
      first: half(page: "1", to: "第二版", date: "03-17"), second: half(page: "2", from: "第一版"), isLinked: true),
    Pair(
      first: half(page: "1", to: "第二版", paper: nil, date: nil),
      second: half(page: "2", from: "第一版", paper: nil, date: nil), isLinked: true),
    Pair(
      first: half(page: "1", to: "第二版", paper: nil, date: nil),
      second: half(page: "2", from: "第一版", file: "e/p.txt", paper: nil, date: nil), isLinked: false),
  ])
  func halvesAreOneStoryByPaperDayAndPage(_ pair: Pair) {
    let articles = [pair.first, pair.second]
    let links = JumpLinks(articles)
    #expect(links.next(of: 0, in: articles) == (pair.isLinked ? 1 : nil))
    #expect(links.previous(of: 1, in: articles) == (pair.isLinked ? 0 : nil))
    #expect(links.next(of: 1, in: articles) == nil)
    #expect(links.previous(of: 0, in: articles) == nil)
  }

  /// Where several go on on the same page, what they say decides; one that is left over has no link.
  @Test func theWordsTellTwoStoriesApart() {
    let articles = [
      Self.half(page: "1", to: "第二版", "渠水进村，麦田喝上第一口水，老耿守在地头"),
      Self.half(page: "1", to: "第二版", "夜校开课，老木匠教徒弟认榫卯"),
      Self.half(page: "2", from: "第一版", "徒弟把榫卯拆开又装上，老木匠点了点头"),
      Self.half(page: "2", from: "第一版", "麦田浇完一遍，老耿才离开地头"),
      Self.half(page: "1", to: "第二版", "便民桥合龙"),
    ]
    let links = JumpLinks(articles)
    #expect((0..<5).map { links.next(of: $0, in: articles) } == [3, 2, nil, nil, nil])
    #expect((0..<5).map { links.previous(of: $0, in: articles) } == [nil, nil, 1, 0, nil])
  }

  @Test func aStoryOverThreePagesIsAChain() {
    let articles = [
      Self.half(page: "1", to: "第二版"), Self.half(page: "2", from: "第一版", to: "第三版"),
      Self.half(page: "3", from: "第二版"),
    ]
    let links = JumpLinks(articles)
    #expect((0..<3).map { links.next(of: $0, in: articles) } == [1, 2, nil])
    #expect((0..<3).map { links.previous(of: $0, in: articles) } == [nil, 0, 1])
  }
}
