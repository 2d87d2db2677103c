import Testing

@testable import Corpus

@Suite struct HeadlineRivalTests {
  private static func head(
    _ piece: Int, _ place: HeadlineAssignment.Place, _ worths: [Double], orphan: Double = -2
  ) -> HeadlineRivals.Head {
    HeadlineRivals.Head(piece: piece, place: place, first: 0, stories: worths, orphan: orphan)
  }

  private static func nearest(_ heads: [HeadlineRivals.Head], stories: Int) -> [Int: HeadlineRivals.Rival] {
    HeadlineRivals(heads, titled: Array(repeating: 5, count: stories)).nearest()
  }

  /// What stories have, and the rivals that come of it.
  @Test func twoStoriesWouldExchange() {
    let heads = [Self.head(3, .story(0), [9, 8]), Self.head(7, .story(1), [4, 7])]
    let rivals = Self.nearest(heads, stories: 2)
    // (9 + 7) - (4 + 8)
    #expect(rivals == [0: .init(heads: [7], margin: 4), 1: .init(heads: [3], margin: 4)])
  }

  @Test func aBlockIsExchangedAsAWhole() {
    let heads = [
      Self.head(3, .story(0), [9, 1]), Self.head(4, .story(0), [9, 2]), Self.head(7, .story(1), [0, 7]),
    ]
    let rivals = Self.nearest(heads, stories: 2)
    #expect(rivals[1] == .init(heads: [3, 4], margin: 22))
    #expect(rivals[0] == .init(heads: [7], margin: 22))
  }

  @Test func aHeadlineThatIsLeftOverIsARival() {
    let heads = [Self.head(3, .story(0), [9]), Self.head(9, .none, [6])]
    // 9 - 2 (left over) against 6 - 2.
    #expect(Self.nearest(heads, stories: 1) == [0: .init(heads: [9], margin: 3)])
  }

  @Test func aStoryWithoutAHeadlineMayTakeOne() {
    let heads = [Self.head(3, .none, [-6])]
    // Without: 0 - 2. With: 5 for being titled, -6.
    #expect(Self.nearest(heads, stories: 1)[0]?.margin == 0)
    let dear = [Self.head(3, .none, [-20])]
    #expect(Self.nearest(dear, stories: 1)[0]?.margin == 13)
  }

  @Test func sectionHeadsAndWhatIsOutOfReachAreNone() {
    let heads = [
      Self.head(3, .story(0), [9]), Self.head(5, .section(0), [8]),
      HeadlineRivals.Head(piece: 9, place: .story(4), first: 3, stories: [1, 9], orphan: -2),
    ]
    let rivals = Self.nearest(heads, stories: 5)
    #expect(rivals[0] == nil)
    #expect(rivals[3]?.heads == [9])
  }

  private static let page = Page(
    file: "p.txt",
    lines: """
      便民桥合龙 两岸少绕二十里

      本报讯（记者 林晓舟）漳河上的便民桥昨天合龙，两岸
      村民到对岸赶集少绕二十里路。合龙段是夜里吊装的，
      桥面还要铺装一个月，入冬以前两岸就能通车。

      果农学剪枝 一天一个样

      本报讯（记者 邹小满）果园里的剪枝课开了三天，果农
      学会了疏枝和拉枝。老师说，剪枝学得好不好，明年看
      果园里的果子就知道。
      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))

  /// Each story's rival is the other's headline; what fits so well is not in doubt.
  @Test func storiesOfAPageNameTheirRivals() throws {
    let articles = PageReader.articles(of: Self.page).filter { $0.headline != nil }
    try #require(articles.count == 2)
    let (bridge, orchard) = (articles[0], articles[1])
    #expect(bridge.runnerUp?.block == orchard.headlineBlock)
    #expect(orchard.runnerUp?.block == bridge.headlineBlock)
    #expect(bridge.runnerUp.map { $0.margin > HeadlineRivals.close } == true)
    #expect(!bridge.uncertain.contains(.headline))
    #expect(bridge.confidence(of: .headline) == .sure)
  }

  @Test func exchangedTwiceIsAsItWas() throws {
    let articles = PageReader.articles(of: Self.page).filter { $0.headline != nil }
    try #require(articles.count == 2)
    var (bridge, orchard) = (articles[0], articles[1])
    bridge.exchangeHeadlines(with: &orchard)
    #expect(bridge.headlineBlock == articles[1].headlineBlock)
    #expect(orchard.headlineBlock == articles[0].headlineBlock)
    #expect(bridge.runnerUp?.block == articles[0].headlineBlock)
    #expect(Self.printed(bridge) == [7, 3, 4, 5])
    #expect(Self.printed(orchard) == [1, 9, 10, 11])
    #expect(bridge.paragraphs == articles[0].paragraphs)
    bridge.exchangeHeadlines(with: &orchard)
    #expect(bridge.headlineBlock == articles[0].headlineBlock)
    #expect(Self.printed(bridge) == [1, 3, 4, 5])
    #expect(Self.printed(orchard) == [7, 9, 10, 11])
  }

  /// An article's raw lines that are not blank.
  private static func printed(_ article: Article) -> [Int] {
    article.lines.flatMap { Array($0) }.filter { !page.lines[$0 - 1].isEmpty }
  }
}

@Suite struct ConfidenceTests {
  /// An article and what its field's confidence is.
  struct Case: Sendable {
    var field: ArticleField
    var confidence: Confidence?
    var change: @Sendable (inout Article) -> Void
  }

  private static let base: Article = {
    var article = Article(
      id: "", file: "p.txt", kind: .news, lines: [1...2],
      paragraphs: [Paragraph(text: "新华社北京3月17日电（记者 林晓舟）渠水进村。")])
    (article.headline, article.kicker, article.city, article.province) = ("渠水进村", "春灌", "北京", "北京")
    (article.date, article.dateBasis) = (PartialDate(month: 3, day: 17), .dateline)
    article.evidence = [.city: [Evidence(line: 2, text: "北京")]]
    return article
  }()

  private static func rival(_ margin: Double) -> RunnerUp {
    RunnerUp(block: HeadlineBlock(headline: "夜校开课"), margin: margin)
  }

  @Test(arguments: [
    Case(field: .headline, confidence: .sure) { _ in },
    Case(field: .headline, confidence: .fair) { $0.runnerUp = rival(5) },
    Case(field: .headline, confidence: .sure) { $0.runnerUp = rival(50) },
    Case(field: .headline, confidence: .weak) { $0.uncertain = [.headline] },
    Case(field: .kicker, confidence: .weak) { $0.uncertain = [.headline] },
    Case(field: .subheadline, confidence: nil) { _ in },
    Case(field: .city, confidence: .sure) { _ in },
    Case(field: .city, confidence: .fair) { $0.evidence[.city] = [Evidence(line: 2, text: "朝阳")] },
    Case(field: .province, confidence: .weak) { $0.uncertain = [.city] },
    Case(field: .date, confidence: .fair) { _ in },
    Case(field: .date, confidence: .sure) { $0.dateBasis = .masthead },
    Case(field: .date, confidence: .weak) { $0.uncertain = [.date] },
    Case(field: .byline, confidence: nil) { _ in },
    Case(field: .byline, confidence: .sure) { $0.byline = ["林晓舟"] },
    Case(field: .page, confidence: .sure) {
      $0.page = "2"
      $0.evidence[.page] = [Evidence(line: 1, text: "02")]
    },
    Case(field: .page, confidence: .fair) {
      $0.page = "2"
      $0.evidence[.page] = [Evidence(line: nil, text: "02")]
    },
    Case(field: .paperCity, confidence: .fair) { $0.paperCity = "濮阳" },
  ])
  func eachValueHasOne(_ row: Case) {
    var article = Self.base
    row.change(&article)
    #expect(article.confidence(of: row.field) == row.confidence)
  }
}
