import Testing

@testable import Corpus

/// Whole pages, small, with text of our own.
@Suite struct SegmentationPageTests {
  private static let street = [
    "河畔镇老街修好了", "", "本报讯（记者 王小明）3月17日，河畔", "镇的老街重新开街。青石板路面全部", "换新，沿街的木门也刷了桐油，镇上",
    "的老人说，走在街上像回到了从前。",
  ]
  private static let school = [
    "山村小学有了合唱团", "", "本报讯（记者 李大海）山村小学的孩", "子们每天下午练歌。音乐老师从县城", "赶来，教他们认谱、打拍子，合唱团",
    "已经有三十六名团员。",
  ]

  private func articles(_ lines: [String]) -> [Article] {
    PageReader.articles(of: Page(file: "p.txt", lines: lines))
  }

  @Test func datelinesPartStories() {
    let found = articles(Self.street + [""] + Self.school)
    #expect(found.map(\.headline) == ["河畔镇老街修好了", "山村小学有了合唱团"])
    #expect(found.map(\.lines) == [[1...6], [8...13]])
    #expect(found.map(\.paragraphs.count) == [1, 1])
  }

  @Test func headlinesInAHeapFindTheirStories() {
    let lines = Array(Self.street[2...] + Self.school[2...]) + ["", Self.school[0], "", Self.street[0]]
    let found = articles(lines)
    #expect(found.map(\.headline) == ["河畔镇老街修好了", "山村小学有了合唱团"])
    #expect(found.map(\.headlineLines) == [[12...12], [10...10]])
  }

  @Test func theMastheadIsFurniture() {
    let found = articles(["03 要闻", "2025年3月17日 星期一", ""] + Self.street)
    #expect(found.map(\.kind) == [.furniture, .news])
    #expect(found.first?.lines == [1...2])
  }

  @Test func aStoryCutByAnotherIsJoinedWithASeam() throws {
    let lines = Array(Self.street[0...4]) + [""] + Self.school + ["", Self.street[5]]
    let found = articles(lines)
    let street = try #require(found.first)
    #expect(found.count == 2)
    #expect(street.lines == [1...5, 14...14])
    #expect(street.paragraphs.count == 1)
    #expect(street.paragraphs.first?.seams.map(\.after) == [5])
    #expect(street.paragraphs.first?.seams.map(\.before) == [14])
  }

  @Test func aBylineBelongsToTheStoryUnderIt() {
    let own = ["王小明", "", "三月的河畔镇，青石板路面全部换新，沿街的", "木门也刷了桐油。"]
    let found = articles(Self.school + [""] + own)
    #expect(found.map(\.lines) == [[1...6], [8...11]])
    #expect(found.last?.byline == ["王小明"])
  }

  @Test(arguments: ["本报记者 王小明", "王小明 李大海 文/图"])
  func aBylineUnderAnothersHeadlineOpensTheStoryBelow(_ byline: String) {
    let body = byline.hasSuffix("图") ? "　　三月的河畔镇，青石板路面全部换新，沿" : "　　本报讯 三月的河畔镇，路面全部换新，沿"
    let own = ["", byline, "", body, "街的木门也刷了桐油。老街修好了，游人多了。", "", Self.street[0]]
    let found = articles(Array(Self.school[2...]) + ["", Self.school[0]] + own)
    #expect(found.map(\.headline) == [Self.school[0], Self.street[0]])
    #expect(found.last?.byline.first == "王小明")
  }

  @Test func whoSendsALetterSignsIt() {
    let letter = ["请修修码头", "", "码头的木板坏了，过河的人都要小心地走，请管一管。", "", "河畔读者 王小明", ""]
    let found = articles(letter + Self.street)
    #expect(found.map(\.lines) == [[1...5], [7...12]])
    #expect(found.first?.byline == ["王小明"])
  }

  @Test func namesInBracketsBelowATextSignIt() {
    let body = ["渡口换新桨", "", "木船换了新桨，两岸的人都来看。", "", "船工说，桨是柏木的，划起来省力。", "", "（记者 王小明 实习生 李大海）", ""]
    #expect(articles(body + Self.street).map(\.lines) == [[1...7], [9...14]])
  }

  @Test func aBylineAboveADatelineSignsWhatStandsBefore() {
    let found = articles(Self.school + ["王小明", ""] + Self.street[2...])
    #expect(found.map(\.lines) == [[1...7], [9...12]])
  }

  @Test func aBylineAboveADatelineWithoutAReporterIsOfTheStoryBelow() {
    let news = ["本报讯 三月的山村小学，合唱团的孩子们每天", "下午练歌，音乐老师从县城赶来。"]
    let found = articles(Self.street[2...] + ["", "李大海", ""] + news)
    #expect(found.map(\.lines) == [[1...4], [6...9]])
    #expect(found.last?.byline == ["李大海"])
  }

  @Test func writersInBracketsSignTheStoryAbove() {
    let own = ["三月的山村小学，合唱团的孩子们每天下午", "练歌，音乐老师从县城赶来。"]
    let found = articles(
      Self.street[0..<2] + ["三月的河畔镇，青石板路面全部", "换新，沿街的木门也刷了桐油。", "", "（本报记者 王小明）", ""] + own)
    #expect(found.map(\.lines) == [[1...6], [8...9]])
    #expect(found.first?.byline == ["王小明"])
  }

  @Test func aDayAboveAPhotographersCreditOpensACaption() {
    let photo = ["3月17日，青石镇农民驾驶插秧机在稻田作业。", "李大海 摄"]
    let found = articles(Self.street[0..<2] + ["河畔镇的老街，说到底是人走出来的，石板要平，人心要齐。", ""] + photo)
    #expect(found.map(\.lines) == [[1...3], [5...6]])
    #expect(found.last?.kind == .photo)
  }

  @Test func aBylineUnderASignedTextOpensTheStoryBelow() {
    let own = ["本报驻河畔记者 王小明", "", "三月的河畔镇，青石板路面全部换新，沿街的", "木门也刷了桐油。"]
    let found = articles(Self.school + ["教室里很暖。（李大海）"] + own)
    #expect(found.map(\.lines) == [[1...7], [8...11]])
  }

  /// The words across the break and the widths of the columns tell which story goes on.
  @Test func aStoryThatBreaksOffGoesOnInItsOwnColumn() {
    let wide = [
      "本报讯（记者 王小明）3月17日，河畔镇的老街重新开街，青石板路面全部", "换新，沿街的木门也刷了桐油，镇上的老人说，走在街上就像是回到了从",
      "前，孩子们在街口的石桥上放风筝，货郎挑着担子走过，茶馆里又坐满了客人。",
    ]
    let narrow = ["本报讯（记者 李大海）山村小学", "的孩子们每天下午练歌。音乐老", "师从县城赶来，教他们认谱、打"]
    let rest = ["拍子，合唱团已经有三十六名团", "员，下个月要到县城去演出。"]
    let found = articles(narrow + [""] + wide + [""] + rest)
    #expect(found.map(\.lines) == [[1...3, 9...10], [5...7]])
  }

  @Test func twoHeadlinesInAHeapArePartedWhereTheLowerIsIndented() {
    let mending = [
      "本报讯（记者 李大海）为了修缮老街的", "祠堂，木匠们从县城赶来，把梁柱一根", "根拆下、编号、重新装好。老人说，乡", "愁有了去处。",
    ]
    let heap = ["修缮祠堂 留住乡愁", " 河畔镇老街修好了", "——河畔镇老街改造记"]
    let found = articles(Array(Self.street[2...]) + [""] + mending + [""] + heap)
    #expect(found.map(\.headlineLines) == [[12...13], [11...11]])
  }

  @Test func aPictureOfTheStoryAboveStaysWithIt() {
    let picture = [
      "", "老街上的茶馆、铁匠铺和邮局都照原样修好，镇上的老人天天来喝茶。", "", "图为3月17日，老人在重新开街的河畔镇老街上喝茶。", "", "李大海摄",
    ]
    let found = articles(Self.whole(Self.school) + [""] + Self.whole(Self.street) + picture)
    #expect(found.map(\.lines) == [[1...3], [5...13]])
  }

  @Test func aLineWithoutAMarkIsTextWhereHeadlinesHaveMarks() {
    let firm = ["## 河畔镇第二医院", "", "镇级公立综合医院", "", "特色科室：内科、外科、儿科、中医科；电话：5550123。"]
    let marked = [Self.street, Self.school].flatMap { ["# " + $0[0], ""] + Self.whole($0)[2...] + [""] }
    let found = articles(marked + firm)
    #expect(found.last?.headlineLines.count == 1)
    #expect(found.last?.headline == "河畔镇第二医院")
  }

  /// A story whose lines no column has cut.
  private static func whole(_ story: [String]) -> [String] { [story[0], "", story[2...].joined()] }

  /// The brackets in which a story ends may be cut by the column's edge.
  @Test(arguments: [["（本报河畔三月十", "八日电）"], ["像是回到从前。（新华社河畔3月", "18日电）"]])
  func anEndMarkOverTwoLinesEndsTheStory(_ mark: [String]) {
    let found = articles(Self.school + mark + Self.street[2...])
    #expect(found.map(\.lines) == [[1...8], [9...12]])
  }

  @Test func aDayUnderANoticeEndsIt() {
    let notices = ["房屋征收", "渡口停航"].map {
      ["河畔市\($0)公告", "根据有关规定，现将有关事项公告如下，请市民合理安排，由此带来的不便敬请谅解。", "河畔市管理处", "2025年3月10日"]
    }
    let found = articles(notices[0] + notices[1])
    #expect(found.map(\.lines) == [[1...4], [5...8]])
    #expect(found.map(\.headline) == ["河畔市房屋征收公告", "河畔市渡口停航公告"])
  }

  @Test func aColumnsLineThatNamesTheReporterIsText() {
    let found = articles([
      "渡口换新颜", "　　3月16日，青石渡口新装的路灯亮", "了，照得两岸如同白昼。昨天傍晚，", "记者在青石渡口看到工人们正在调", "试最后一盏灯。",
    ])
    #expect(found.map(\.lines) == [[1...5]])
  }

  @Test func aShortTitleAboveItsAuthorIsAHeadline() {
    let found = articles([
      "夏夜", "林晓舟", "", "渡口的灯亮了", "船儿靠了岸", "你从远处走来", "", "黄昏", "何田田", "", "风把云吹散", "又把云聚拢", "我坐在石阶上",
    ])
    #expect(found.map(\.headline) == ["夏夜", "黄昏"])
    #expect(found.map(\.byline) == [["林晓舟"], ["何田田"]])
  }

  @Test func anAgencysDatelineWithoutADayOpensAStory() {
    let found = articles(Self.street + ["　　据新华社电 外交部发言人在例行记", "者会上回答了有关提问，表示中方立场", "是一贯的、明确的。"])
    #expect(found.map(\.lines) == [[1...6], [7...9]])
  }

  @Test(arguments: [
    (["我市新建三所中医院", "群众看病更方便"], nil), (["河畔市第二中医院", "推出便民举措"], "河畔市第二中医院"),
  ])
  func officesAreKickers(head: [String], kicker: String?) {
    let found = articles(head + ["本报讯（记者 何苗）3月17日，记者从河畔镇获悉，群众看病更方便。"])
    #expect(found.first?.kicker == kicker)
  }

  @Test func rowsOfATableAreNoHeadlines() {
    let rows = ["王小明 11秒02", "李大海 11秒15", "何田田 11秒33"].enumerated().map { "第\($0 + 1)名 \($1)" }
    let found = articles(["青少年田径赛成绩"] + rows + [""] + Self.school)
    #expect(found.map(\.headline) == ["青少年田径赛成绩", "山村小学有了合唱团"])
  }

  @Test(arguments: ["讣告", "河畔镇老街修好了"])
  func mournersSignAndAreNoHeadline(head: String) {
    let body = "河畔镇小学退休教师王小明同志因病医治无效，于2025年3月15日逝世，享年八十六岁。特此讣告。"
    let found = articles([head, "", body, "", "王小明同志治丧委员会"])
    #expect(found.map(\.lines) == [[1...5]])
    #expect(found.map(\.headline) == [head])
  }

  @Test func jumpsAreKept() {
    let found = articles(Array(Self.street[0...4]) + ["的老人说，像回到从前。（下转第二版）"])
    #expect(found.map(\.continuedTo) == ["第二版"])
  }

  @Test func markdownHeadlinesLoseTheirMarks() {
    let found = articles(["# 河畔镇老街修好了", "", "本报讯 镇上的老街重新开街，路面全部换新，走在街上像回到了从前。"])
    #expect(found.map(\.headline) == ["河畔镇老街修好了"])
    #expect(found.map(\.text) == ["本报讯 镇上的老街重新开街，路面全部换新，走在街上像回到了从前。"])
  }

  @Test(arguments: [
    ("**本报讯**（记者", "本报讯（记者"), ("__新华社河畔3月17日电__ 老街", "新华社河畔3月17日电 老街"), ("**一**、**二**", "一、二"),
    ("138****5678和139****1234", "138****5678和139****1234"), ("****", "****"),
    ("a__b__c.html", "a__b__c.html"),
    ("**没有完", "**没有完"), ("** 老街 **", "** 老街 **"), ("***", "***"), ("<b>老街</b>", "老街"),
  ])
  func marksAroundWordsGo(raw: String, text: String) throws {
    #expect(try #require(Line(raw, number: 1)).text.string == text)
  }

  @Test func aBoldDatelineIsOne() {
    let found = articles(["## 河畔镇老街修好了", "", "**本报讯** 镇上的老街重新开街，路面全部换新，走在街上像回到了从前。", "", "![老街](a.jpg)"])
    #expect(found.map(\.kind) == [.news, .furniture])
    #expect(found.first?.source == "本报")
  }
}
