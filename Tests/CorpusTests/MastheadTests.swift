import Testing

@testable import Corpus

@Suite struct MastheadTests {
  /// A page with two stories under a masthead.
  private func article(under masthead: String, file: String = "page.txt", tail: String = "") throws -> Article
  {
    try #require(articles(masthead + "\n\n" + Self.stories + tail, file: file).first)
  }

  private func articles(_ text: String, file: String = "page.txt") -> [Article] {
    PageReader.articles(of: Page(file: file, text: text)).filter { $0.kind != .furniture }
  }

  private static let stories = """
    渡口木船换新桨
    本报讯（记者 何田田）昨日，渡口的木船换了新桨，两岸的人都来看，孩子们
    数着船上的钉子。船工说，新桨用的是后山的柏木，比旧的轻了一半，划起来省力。
    """

  private static let lines: [(String, page: String?, day: String?, paper: String?)] = [
    ("3月17日 星期一 02版", "02", "03-17", nil), ("03/17 星期一 A2", "A2", "03-17", nil),
    ("3月17日 A02版 要闻", "A02", "03-17", nil), ("第二版 2025年3月17日 星期一", "2", "2025-03-17", nil),
    ("０３版　民生　２０２５年３月１７日　星期一", "03", "2025-03-17", nil),
    ("第十二版 2025年3月17日 星期一", "12", "2025-03-17", nil),
    (
      "要闻 2版 2025年3月17日 星期一 编辑 何田田 校对 向小川 电话 0123-7654321 邮箱 boat@example.com", "2", "2025-03-17", nil
    ),
    ("2025年3月17日 星期一 E-mail:boat@example.com", nil, "2025-03-17", nil),
    ("2025年3月17日 星期一 02版 要闻 新闻热线：0123-7654321", "02", "2025-03-17", nil),
    ("2025年3月17日 星期一 02版 www.example.com", "02", "2025-03-17", nil),
    ("河畔日报 RIVERSIDE DAILY", nil, nil, "河畔日报"), ("02版 2025年3月17日 河畔教育报", "02", "2025-03-17", "河畔教育报"),
    ("A2 2025年3月17日 星期一 渡報", "A2", "2025-03-17", "渡報"), ("渡报\n2025年3月17日 星期一 02版", "02", "2025-03-17", "渡报"),
    ("河畔文摘报\n02版 要闻\n2025年3月17日 星期一", "02", "2025-03-17", "河畔文摘报"),
    ("河畔每日电讯 2025年3月17日", nil, "2025-03-17", "河畔每日电讯"), ("02版 2025年3月17日 海报", "02", "2025-03-17", nil),
    ("02版 2025年3月17日 天气预报", "02", "2025-03-17", nil), ("河畔快报 2025年3月17日", nil, "2025-03-17", "河畔快报"),
    ("河畔周末 02版 2025年3月17日", "02", "2025-03-17", "河畔周末"), ("02版 周末 2025年3月17日", "02", "2025-03-17", nil),
    ("3月17日 週一 A2", "A2", "03-17", nil), ("3月17日 礼拜一 A2", "A2", "03-17", nil), ("體育 12", "12", nil, nil),
    ("河畔日报 二０二五年三月十七日 第二版", "2", "2025-03-17", "河畔日报"), ("第二版 二O二O年三月十七日", "2", "2020-03-17", nil),
    ("河 畔 日 报 2 0 2 5 年 3 月 1 7 日 星 期 一 第 2 版 要 闻", "2", "2025-03-17", "河畔日报"),
    ("河 畔 日 报\n2 0 2 5 年 3 月 1 7 日   星 期 一   第 2 版", "2", "2025-03-17", "河畔日报"),
    ("# 河畔日报\n\n2025年3月17日 星期一 第2版", "2", "2025-03-17", "河畔日报"),
    ("# 河畔日报 2025年3月17日 星期一 第2版", "2", "2025-03-17", "河畔日报"),
    ("第2版\n综合\n2025年3月17日 星期一", "2", "2025-03-17", nil),
    ("02\n要聞\n2025年3月17日\n河畔日報", "02", "2025-03-17", "河畔日報"),
    ("河畔日报\n2025年3月17日 星期一 A05\n社会", "A05", "2025-03-17", "河畔日报"),
    ("特别报道 2025年3月17日", nil, "2025-03-17", nil),
  ]

  @Test(arguments: lines)
  func linesTellPageDayAndPaper(masthead: String, page: String?, day: String?, paper: String?) throws {
    let article = try article(under: masthead)
    #expect(article.page == page)
    #expect(article.date?.description == day)
    #expect(article.paper == paper)
    #expect(article.headline == "渡口木船换新桨")
  }

  private static let stacks: [(String, day: String, paper: String?)] = [
    ("河畔日报\n2025年3月\n17\n星期一\n农历乙巳年二月十八\n第9876期\n今日8版", "2025-03-17", "河畔日报"),
    ("17\n2025年3月\n星期一\n河畔日报", "2025-03-17", "河畔日报"), ("2025年\n3月17日\n星期一", "2025-03-17", nil),
    ("2025年\n3月\n17\n星期一", "2025-03-17", nil), ("2025年\n3月\n17日\n星期一", "2025-03-17", nil),
    ("河畔日报\n3月17日\n星期一", "03-17", "河畔日报"), ("河畔日报\n2025年3月17日", "2025-03-17", "河畔日报"),
    ("河畔日报\n2025年3月17日\n星期一\n乙巳年二月十八\n第9876期", "2025-03-17", "河畔日报"),
    ("河畔日报\n2026年3月17日\n丙午年正月廿九\n第9876期", "2026-03-17", "河畔日报"),
    ("河畔日报\n2026年3月17日\n丙午马年正月廿九", "2026-03-17", "河畔日报"),
  ]

  @Test(arguments: stacks)
  func linesBelowEachOtherTellADay(masthead: String, day: String, paper: String?) throws {
    let all = PageReader.articles(of: Page(file: "page.txt", text: masthead + "\n\n" + Self.stories))
    let article = try #require(all.first { $0.kind != .furniture })
    #expect(article.date?.description == day)
    #expect(article.paper == paper)
    #expect(article.page == nil)
    #expect(all.map(\.headline) == [nil, "渡口木船换新桨"])
  }

  @Test(arguments: ["2025年3月\n17\n星期二", "2025年3月\n17", "第9876期", "星期一"])
  func linesThatDoNotAgreeTellNothing(_ lines: String) throws {
    #expect(try article(under: lines).date == nil)
  }

  @Test(arguments: [
    "3月的河边", "3/4的木船", "社区办起小报", "第9876期", "年3月", "二", "海报", "今天的天气预报", "相约周末", "赛场快报",
    "河畔晚报 与您同行", "2019年5月1日 正式开工", "丁丑的木船", "# 2025年的渡口",
  ])
  func otherLinesAreNone(_ text: String) throws {
    #expect(Masthead(try #require(Line(text, number: 1))) == nil)
  }

  private static let bits = [
    "法治·社会", "HEPAN RIBAO", "新闻热线：0123-7654321", "河畔出行热线：0123—7654321", "http://www.example.com",
    "今日天气 晴 5℃—9℃ 南风2级",
    "河畔晚报社 河畔教育局 合办", "2", "邮箱：a@example.com",
  ]

  @Test(arguments: bits)
  func linesUnderAMastheadAreOfThePage(_ line: String) throws {
    let all = PageReader.articles(of: Page(file: "page.txt", text: "河畔日报\n\(line)\n\n" + Self.stories))
    #expect(all.map(\.headline) == [nil, "渡口木船换新桨"])
    #expect(all.map(\.lines) == [[1...2], [4...6]])
  }

  @Test func linesOfANoticeAreItsOwn() {
    let stories = articles("河畔日报\n\n" + Self.stories + "\n渡口服务热线：0123-7654321")
    #expect(stories.map(\.lines) == [[3...6]])
  }

  @Test func aHeadlineUnderAPageNumberIsNoPaper() {
    let stories = articles("02版 要闻 2025年3月17日\n渡口孩子办小报\n" + Self.stories)
    #expect(stories.allSatisfy { $0.paper == nil })
    #expect(stories.contains { $0.headline?.contains("渡口孩子办小报") == true })
  }

  @Test(arguments: [
    "河畔日报 02版\n\n汾河晚报 2025年3月17日 星期一 01版 要闻", "3版 换桨之后\n\n汾河晚报 2025年3月17日 星期一 01版",
  ])
  func theLineThatSaysMostNamesPaperAndPage(_ masthead: String) throws {
    let article = try article(under: masthead)
    #expect(article.paper == "汾河晚报")
    #expect(article.date?.description == "2025-03-17")
  }

  @Test func aWordForTheWeekendIsAHeadline() {
    let stories = articles("书香伴周末\n" + Self.stories.dropFirst(8) + "\n\n河畔日报 2025年3月17日 星期一 第3版")
    #expect(stories.first?.headline == "书香伴周末")
    #expect(stories.first?.paper == "河畔日报")
  }

  @Test func aLettersDayIsItsOwn() throws {
    let news = "渡口木船换新桨\n本报讯（记者 何田田）3月17日，渡口的木船换了新桨，两岸的人都来看，孩子们数着船上的钉子。\n\n"
    let letter = "一封感谢信\n去年冬天我在渡口不慎落水，是两位船工救了我。在此我要向他们表示衷心的感谢，祝好人一生平安。\n"
    let stories = articles(news + letter + "林晓舟\n2025年1月5日")
    #expect(stories.map(\.headline) == ["渡口木船换新桨", "一封感谢信"])
    #expect(stories.map { $0.date?.description } == ["2025-03-17", "2025-01-05"])
    #expect(stories.last?.byline == ["林晓舟"])
    #expect(stories.last?.kind == .commentary)
    #expect(stories.last?.uncertain.contains(.date) == true)
  }

  @Test func theDaysOfAChronicleAreNotThePages() {
    let days = "2019年5月1日 正式开工\n2021年8月9日 主塔封顶\n2023年6月18日 大桥合龙\n合龙之后，两岸群众往来更加便利，过河时间缩短到十分钟。\n"
    let news = "渡口换新颜\n本报讯（记者 何田田）3月16日，记者来到渡口，只见候船亭整洁明亮，码头上人来人往。"
    let stories = articles("渡口大桥建设大事记\n\n渡口大桥从开工到合龙历时四年，凝聚了无数建设者的心血。\n" + days + "\n" + news)
    #expect(stories.map { $0.date?.description } == ["03-16", "03-16"])
    #expect(stories.first?.lines == [1...7])
  }

  @Test func theLineThatSaysMostNamesTheDay() throws {
    let article = try article(under: "2025年3月12日\n\n2025年3月17日 星期一 02版 要闻")
    #expect(article.date?.description == "2025-03-17")
    #expect(!article.uncertain.contains(.date))
  }

  @Test(arguments: [("2025年3月17日", "2025-03-17"), ("2025年3月17日 星期一", "2025-03-17")])
  func aBareDayIsUncertain(_ masthead: String, _ day: String) throws {
    let article = try article(under: masthead)
    #expect(article.date?.description == day)
    #expect(article.uncertain.contains(.date) == (masthead.last == "日"))
  }

  @Test(arguments: ["2026年1月15日", "2026年1月15日10时；", "2026年1月15日9点"])
  func aDayInsideThePageIsNotThePages(_ day: String) {
    let notice = "\n\n渡口停航公告\n渡口停航一天，请过往行人绕行，报名截止时间：\n\(day)"
    let stories = articles(Self.stories + notice)
    #expect(stories.first?.date == nil)
  }
}

@Suite struct SheetTests {
  private func articles(_ text: String) -> [Article] {
    let reader = TextReader(options: ReadingOptions())
    return reader.read(Array(text.utf8), file: "page.txt", isNamed: true).articles
  }

  private static let first = """
    河畔日报 2025年3月17日 星期一 01版 要闻
    渡口木船换新桨
    本报讯（记者 何田田）昨日，渡口的木船换了新桨，两岸的人都来看，孩子们
    数着船上的钉子。船工说，新桨用的是后山的柏木，比旧的轻了一半。（下转第二版）

    """
  private static let second = """
    （上接第一版）新桨的长度比旧桨多了一尺，船工们说，这样的桨在急流里也
    好使。往后每年春天，渡口的木船都要换一次桨，旧桨送到学校去。（何田田）
    """

  @Test func aSheetIsOfThePaperAndDayOfTheOneBefore() throws {
    let stories = articles(Self.first + "\u{C}02版 要闻\n" + Self.second).filter { $0.kind != .furniture }
    let last = try #require(stories.last)
    #expect((last.paper, last.date?.description, last.page) == ("河畔日报", "2025-03-17", "02"))
    #expect(last.evidence[.paper] == [Evidence(line: 1, text: "河畔日报")])
    #expect(last.evidence[.date]?.first?.line == 1)
    #expect(last.uncertain.isSuperset(of: [.paper, .date]))
    #expect(JumpLinks(stories).next(of: 0, in: stories) == stories.count - 1)
  }

  private static let others: [(String, paper: String?, day: String?)] = [
    ("河畔日报 2025年3月18日 星期二 02版", "河畔日报", "2025-03-18"), ("2025年3月18日 星期二 02版", nil, "2025-03-18"),
    ("汾河晚报 02版", "汾河晚报", nil), ("2025年3月17日 星期一 02版", "河畔日报", "2025-03-17"),
  ]

  @Test(arguments: others)
  func aSheetThatSaysOtherwiseIsNot(masthead: String, paper: String?, day: String?) throws {
    let last = try #require(articles(Self.first + "\u{C}" + masthead + "\n" + Self.second).last)
    #expect(last.paper == paper)
    #expect(last.date?.description == day)
  }
}
