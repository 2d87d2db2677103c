import Testing

@testable import Corpus

@Suite struct IndexFacetTests {
  @Test(arguments: Facet.allCases)
  func countsAsOneByOne(_ facet: Facet) throws {
    var fixture = IndexFixture(random: SeededNumbers(state: 21))
    let articles = fixture.articles(300)
    let index = ArticleIndexTests.index(of: articles, &fixture)
    for text in ["", "水", "-水", "市:濮阳,重庆", "没有这个词"] {
      let filter = try Filter(parsing: text)
      let found = try #require(index.search(filter, in: articles))
      let expected = facetCounts(facet, of: articles.filter(filter.matches))
      #expect(index.facetCounts(facet, of: found, in: articles) == expected, "\(text)")
    }
  }

  @Test(arguments: [
    (SortOrder.reading, "0 1 2 3 4 5"), (.date, "2 0 1 3 4 5"), (.city, "3 2 4 0 1 5"),
    (.paper, "2 1 4 0 3 5"),
    (.relevance, "3 1 2 0 4 5"),
  ])
  func sorts(_ order: SortOrder, _ expected: String) throws {
    let articles = [
      article("濮阳", "重庆报", "2024", "3", "甲", "水清"), article("濮阳", "安阳报", "2023-05", "A10", "乙", "水水水"),
      article("重庆", "安阳报", "2025-03-17", "A2", "丙", "水水好"), article("长治", nil, nil, "1", "水", "无关"),
      article("重庆", "安阳报", nil, nil, "丁", "水多多多多多"), article(nil, nil, nil, nil, nil, ""),
    ]
    let sorted = order.sorted(Array(0..<6), of: articles, for: try Filter(parsing: "水"))
    #expect(sorted?.map(String.init).joined(separator: " ") == expected)
    #expect(order.sorted([], of: articles, for: Filter()) == [])
    let many = [Int](repeating: 0, count: 300)
    #expect(order == .reading || order.sorted(many, of: articles, for: Filter(), isStale: { true }) == nil)
  }

  private func article(
    _ city: String?, _ paper: String?, _ date: String?, _ page: String?, _ headline: String?, _ body: String
  ) -> Article {
    var article = Article(id: "", file: "", kind: .news, lines: [], paragraphs: [Paragraph(text: body)])
    (article.city, article.paper, article.page, article.headline) = (city, paper, page, headline)
    article.date = date.flatMap { PartialDate($0) }
    return article
  }

  /// Text with the caret as ^, and what is counted for a completion there.
  @Test(arguments: [
    ("道路 市:濮^", "道路 "), ("市:濮^ 道路", " 道路"), ("市:^", ""), ("市:濮^阳 道路", " 道路"), ("(市:濮^|道路)", "(|道路)"),
    ("道路 -市:濮^", "道路 "), ("！－市:濮^", ""), ("道路 ^市:濮", "道路 市:濮"), ("市:濮阳,郑^", ""), ("^", ""), ("ci^", ""),
    ("市:“郑 州^”", ""),
  ])
  func aCompletionIsCountedWithoutWhatIsTyped(_ marked: String, _ rest: String) {
    let parts = marked.split(separator: "^", omittingEmptySubsequences: false)
    let text = parts.joined()
    #expect(FilterCompletion.rest(of: text, before: parts[0].count) == rest)
  }

  /// What was not indexed yet is counted as what was.
  @Test(arguments: ["类:", "is:", "市:"])
  func countsForCompletionsWithAndWithoutTheIndex(_ text: String) throws {
    let articles = FilterFixture.articles
    let offers = try [0, 5, articles.count].map { count in
      let index = ArticleIndex(Array(articles[..<count]))
      let all = try #require(index.search(Filter(), in: articles))
      return FilterCompletion.offers(after: text, among: all, of: articles, in: index, language: .chinese)
        .offers
    }
    #expect(offers[0] == offers[2] && offers[1] == offers[2])
    #expect(offers[2].contains { $0.count == (text == "类:" ? 11 : text == "is:" ? 2 : 4) })
  }

  /// Text with the caret as ^, and whether the filter then says which kinds it wants.
  @Test(arguments: [
    ("类:^", true), ("水 kind:评^ 桥", true), ("-类:^", false), ("(类:^)", false), ("市:^", false),
    ("市:^ 类:版面", true),
    ("^", false), ("类^", false),
  ])
  func aKindBeingTypedIsNamed(_ marked: String, _ namesKind: Bool) {
    let parts = marked.split(separator: "^", omittingEmptySubsequences: false)
    #expect(FilterCompletion.namesKind(parts.joined(), before: parts[0].count) == namesKind)
  }

  @Test(arguments: [
    ("市:", "市:", "濮阳 4,上海 1,北京 1"), ("水 市:pu", "pu", "濮阳 4"), ("市:濮阳,重", "重", "重庆 1"), ("报:山", "山", "山城周报 1"),
    ("者:yzq", "yzq", "葉知秋 1"), ("者:闻", "闻", "闻一舟 1"), ("城", "城", ""), ("ci", "ci", "city:"), ("日", "日", "日:"),
    ("\"城", "", ""), ("类:", "", "新闻 11,评论 1,图片 1,公告 1,版面 0"), ("是：", "", "转版 2,存疑 1,拼接 1"),
    ("水 kind:", "", "news 11,commentary 1,photo 1,notice 1,furniture 0"),
    ("-is:", "", "jump 2,uncertain 1,seam 1"),
    ("Ｋｉｎｄ:Ｎ", "Ｎ", "news 11,notice 1"), ("类别:评论,新", "新", "新闻 11"), ("kind:评", "评", "评论 1"),
    ("类:ph", "ph", "photo 1"),
    ("类:xw", "xw", "新闻 11"), ("kind:xw", "xw", ""), ("類:廣", "廣", "广告 1"), ("是:pj", "pj", "拼接 1"),
    ("is:存", "存", "存疑 1"), ("类:散", "散", ""), ("类:\"新", "", ""),
    ("水 -", "", "市: 日: 题: 文: 者: 报: 版: 类: 源: 拼: 是:"),
  ])
  func completes(_ text: String, _ word: String, _ offers: String) throws {
    let index = ArticleIndex(FilterFixture.articles)
    let all = try #require(index.search(Filter(), in: FilterFixture.articles, furniture: false))
    let completion = FilterCompletion.offers(
      after: text, among: all, of: FilterFixture.articles, in: index, language: .chinese)
    let some = completion.offers.prefix(text == "市:" ? 3 : 20)
    let shown = some.map { offer in offer.text + (offer.count.map { " \($0)" } ?? "") }
    #expect(shown.joined(separator: offers.contains(",") ? "," : " ") == offers)
    #expect(completion.word == (text == "市:" ? "" : word))
  }
}
