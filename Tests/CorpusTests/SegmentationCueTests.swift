import Testing

@testable import Corpus

@Suite struct SegmentationCueTests {
  @Test(arguments: [
    ("（上接第一版）近年来，", "第一版"), ("上接A1版", "A1版"), ("（紧接第3版）", "第3版"), ("接到群众来电", nil), ("【上接01版】", "01版"),
    ("◀上接01版", "01版"), ("◄◄上接01版", "01版"), ("▲（上接第一版）近年来，", "第一版"), ("■上接01版", "01版"), ("←上接1版", "1版"),
    ("（緊接第一版）", "第一版"), ("（上接头版）", "头版"), ("上接▶01版", "01版"), ("（上接A01）近年来，", "A01"), ("上接Ａ１版", "Ａ１版"),
    ("■接到群众来电", nil), ("上接G30高速公路，下连河畔", nil), ("（接A镇）", nil), ("■记者 何田田", nil), ("◀接2人返乡", nil),
  ])
  func jumpsFrom(text: String, page: String?) {
    #expect(Jump.from(Scalars(of: text)) == page)
  }

  @Test(arguments: [
    ("共同把事情办好。（下转第二版）", "第二版"), ("办好（下转A2版）", "A2版"), ("（轉A2版）", "A2版"), ("把公交下转三次", nil),
    ("把事情办好。【轉A2版】", "A2版"), ("▶轉A2版", "A2版"), ("（下转第2、3版）", "第2、3版"), ("（下转A02）", "A02"), ("下转▶02版", "02版"),
    ("►►下转02版", "02版"), ("（下转02）", "02"), ("（下转头版）", "头版"), ("（紧转第二版）", "第二版"), ("（未完待续，下转第二版）", "第二版"),
    ("把事情辦好。轉Ａ３版", "Ａ３版"), ("轉A2版", "A2版"), ("轉A股", nil), ("在這一站，轉K3路", nil), ("轉2版", nil),
    ("把事情办好。下转A02", "A02"), ("乘客在这一站下转B2", nil), ("乘客在这一站下转B2路", nil), ("（转2人）", nil), ("■转100圈", nil),
    ("下转第二版的话在中间，不在末尾，所以这一行没有转版。", nil),
  ])
  func jumpsTo(text: String, page: String?) {
    #expect(Jump.to(Scalars(of: text)) == page)
  }

  @Test(arguments: [
    ("本报讯（记者王小明）", 3), ("新华社北京3月17日电记者", 11), ("（本報訊）昨日", 5), ("河畔网讯 3月", 4), ("【新華社北京3月17日電】", 13),
    ("本报河畔1月25日讯镇里", 10),
    ("河畔新闻讯（记者王小明）", 5), ("某都讯记者王小明", 3), ("河畔网讯记者王小明", 4), ("河畔讯（见习记者王小明）", 3),
    ("【記者陳小文臺北報導】昨日", 11), ("〔記者陳小明／台北報導〕", 12), ("〔记者王小明／河畔报道〕", 12),
    ("据新华社北京电（记者何田田）", 7), ("据新华社电外交部发言人", 5), ("新华社北京电多国学者", 6), ("新华社柏林电德国", 6),
    ("据新华社电视剧组消息", nil), ("新华社记者王小明致电", nil), ("本报北京电车开通", nil), ("新华社河湾村电工", nil),
    ("︵記者王小明台北報導︶台北", 11),
    ("新华社是国家通讯社", nil), ("通讯员说", nil), ("今天上午", nil), ("据新华社电力部门消息", nil),
    ("河畔快讯（记者王小明）", nil), ("邮电通讯（记者王小明）", nil), ("镇里传来喜讯记者王小明", nil), ("居民闻讯记者王小明", nil), ("腾讯记者王小明", nil),
    ("市政资讯（记者王小明）", nil), ("某都讯记者会上", nil), ("【记者手记】", nil), ("（记者王小明）", nil),
  ])
  func datelines(text: String, length: Int?) {
    #expect(Dateline.length(in: Scalars(of: text).squeezed) == length)
  }

  @Test(arguments: [
    ("新华社哈尔滨12月23", "日电记者23日从", true), ("新华社哈尔滨", "的记者", false), ("据新华社河畔1月8日", "电（记者王小明）镇", true),
    ("街道两旁", "新华社北京3月17日电", false),
  ])
  func datelinesOverTwoLines(upper: String, lower: String, spans: Bool) {
    #expect(Dateline.spans(Scalars(of: upper), Scalars(of: lower)) == spans)
  }

  @Test(arguments: [
    ("活动圆满结束。④", true), ("活动圆满结束。③12 (王小明)", true), ("一路欢歌。（林晓）", true), ("一路欢歌。（完）", true),
    ("③21", true), ("（林晓）③21", true), ("（河畔区水利和湖泊局办公室）③8", true), ("一路欢歌。③8", true), ("把渡口修好③8", true),
    ("渡口见闻①", false), ("把老街的“家底”摸清②", false),
    ("参观了展览（见图）", false), ("（科闻）", true), ("（上）", false), ("（附图片）", false), ("他说：“好。”", false),
    ("据新华网报道，", false), ("会议顺利结束。 据新华社", true),
    ("一路欢歌。（傅小舟）", true), ("一路欢歌。（賴小舟）", true), ("一路欢歌。（李银会）", true), ("一路欢歌。（古丽娜尔·买买提）", true),
    ("一路欢歌。（见习记者 林小舟）", true), ("一路欢歌。（融媒体记者林小舟 实习生李大海）", true), ("一路歡歌。（本報記者 林小舟）", true),
    ("一路欢歌。（林小舟/文）", true), ("一路歡歌︒︵林小舟︶", true), ("一路欢歌。（林小舟 摄）", false), ("一路欢歌。（摄影记者拍到的）", false),
    ("他是（见习记者 林小舟）", false), ("（实习生林小舟、实习生李大海）", false),
    ("把门窗关好。（河畔街道卫生服务中心 1月14日）", true), ("（河畔区教育局）", true), ("把门窗关好。（供稿：林小舟）", true),
    ("地点在老街。（河畔路东侧）", false), ("一路欢歌。（林小舟）②5", true), ("一路欢歌。（林小舟 ③12）", true), ("一路欢歌。（北 辰）", true),
    ("一路欢歌。（真小舟 林小舟）", true), ("一路欢歌。（见图 林小舟）", false), ("共有15", false), ("增长2.5%，共15", false),
  ])
  func endMarks(text: String, isEnd: Bool) {
    #expect((EndMark.start(in: Scalars(of: text)) != nil) == isEnd)
  }

  @Test(arguments: [
    ("3月17日，河畔镇", true), ("近日，记者", true), ("昨天上午", true), ("三月十七日上午", true), ("3月的阳光", false),
    ("如今，这里", false),
  ])
  func leads(text: String, isLead: Bool) {
    #expect(Cues.opening(of: Scalars(of: text)).isLead == isLead)
  }

  @Test(arguments: [
    ("停水通知", true), ("讣告", true), ("公告", true), ("更正", true), ("一封感谢信", true), ("关于河畔路封闭施工的公告", true),
    ("通知", false),
    ("他发出通知后离开", false),
  ])
  func noticeTitles(text: String, isTitle: Bool) {
    #expect(Cues.isNoticeTitle(Scalars(of: text)) == isTitle)
  }

  @Test(arguments: [
    ("本报记者 王小明", true), ("□王小明", true), ("◀上接01版", false), ("■上接01版", false), ("记者 王小明 通讯员 李大海", true),
    ("王小明 摄", true), ("记者获悉，明天有雨", false),
    ("他是一名记者", false), ("记者获奖", false), ("本报驻河畔记者 王小明", true), ("新华社特约记者 李大海", true),
    ("电台记者 王小明", true), ("特約記者 李大華", true), ("經濟日報記者王小明", true), ("通訊員 李大華", true),
    ("本报讯（记者 王小明）老街修好", false), ("本报河畔1月7日电 新华社记者王小明、本报", false),
    ("记者在青石渡口看到工人们正在调", false), ("记者来到青石渡口", false), ("作者还将把渡口的故事写成书送给", false), ("记者节慰问活动举行", false),
    ("作者见面会在河畔举行", false), ("通讯员培训班开班", false), ("记者：请问", false), ("记者：您是什么", false), ("记者：王小明", true),
    ("本报记者在青石渡口看到", false), ("作者：一舟", true), ("记者 阿依古丽", true), ("记者 王 明 李大海", true),
    ("记者王小明北京报道", true), ("记者 王小明 实习生 李大海 文/图", true), ("作者系河畔大学教授", true), ("本报记者王小明 河畔晚报记者李大海", true),
    ("通讯员 王小明 青石路派出所", true), ("新华社记者 王小明河畔人民广播电台记者 李大海", true), ("记者 王小明 发自北京", true), ("通讯员古丽娜尔·买买提", true),
    ("李大海 本报记者 王小明", true), ("□李大海 本报记者 王小明", true), ("王小明 文 李大海 图", true), ("王小明/文 李大海/图", true),
    ("河畔晚报记者 王小明 李大海", true), ("首席记者 王小明", true), ("特约撰稿 王小明", true), ("对河畔晚报记者", false), ("■王小明 李大海", true),
    ("文｜王小明", true), ("图文：王小明", true),
    ("执笔：王小明", true), ("河畔日报社全媒体记者 王小明", true), ("文化活动进社区", false), ("图文并茂的老街", false), ("王小明向记者介绍老街", false),
    ("高高的渡口 通讯员的故事", false), ("河畔日报记者近日来到老街", false), ("■链接", false), ("王小明/文图", true),
    ("河畔晚报·河畔客户端记者 王小明", true), ("整理/王小明", true), ("文：王小明 图：李大海", true),
  ])
  func bylines(text: String, isByline: Bool) throws {
    let line = try #require(Line(text, number: 1))
    #expect(LineShape.isByline(line) == isByline)
  }

  @Test(arguments: [
    ("（本报记者 王小明）", true), ("(王小明 李大海)", true), ("（王小明/文 李大海/图）", true), ("（通讯员 王小明）摄", false),
    ("（名单见三版）", false),
    ("（河畔镇）", false), ("（记者 王小明）（完）", false), ("（）", false),
  ])
  func writersInBrackets(text: String, areWriters: Bool) throws {
    let line = try #require(Line(text, number: 1))
    #expect(LineShape.isBracketedByline(line) == areWriters)
  }

  @Test(arguments: [
    ("王小明", true), ("王小明 李大海", true), ("苏巡宣", true), ("剑云 李大海", true), ("王小明（河畔）", true),
    ("王小明（高级农艺师）", true), ("河畔镇渡口村 王小明", true), ("读者 王小明", true), ("您的学生：王小明", true),
    ("渡口老街 王小明", false), ("王小明、李大海、赵一", false), ("武 警 河 畔 总 队 成 立", false), ("老街、高山", false),
    ("河畔小学 六年级 王小明", true), ("（河畔）", false),
    ("王小明（老街修好了）", false),
    ("老街修好", false), ("街道 河岸", false),
  ])
  func bareNames(text: String, isName: Bool) throws {
    let line = try #require(Line(text, number: 1))
    #expect(LineShape.isBareName(line) == isName)
  }

  @Test(arguments: [
    ("他说，老街修好了", true), ("会议指出，", true), ("与此同时，", true), ("据了解，", true), ("河畔镇老街修好了", false),
    ("3月17日，", false),
  ])
  func wordsThatSpeakOfWhatStandsBefore(text: String, refersBack: Bool) {
    #expect(Cues.opening(of: Scalars(of: text)).refersBack == refersBack)
  }

  @Test(arguments: [
    ("老街修好了。", Line.Ending.closed), ("老街修好了。”", .closed), ("老街修好了。（名单见三版）", .closed), ("老街修好了！(图三)", .closed),
    ("老街（旧称东街）", .open), ("（名单见三版）", .open), ("老街、新街，", .comma), ("老街修好了", .open), ("他说，（见图）", .open),
  ])
  func endings(text: String, ending: Line.Ending) throws {
    #expect(try #require(Line(text, number: 1)).ending == ending)
  }

  @Test func commonPairsCostLessThanNames() {
    let cost = { (text: String) in CommonPairs.shared.cost(PairSet(Scalars(of: text)).codes[0]) }
    #expect(cost("进行") < cost("河畔"))
    #expect(cost("进行") < 12 && cost("鼐鼒") == 18)
  }

  @Test(arguments: [("山村小学迎新春晚会举行", true), ("而他们的这些是为了", false)])
  func headlinesHaveCharactersOfTheirOwn(text: String, isHeadline: Bool) {
    #expect((CommonPairs.shared.wording(Scalars(of: text)) > 0) == isHeadline)
  }

  @Test func paragraphsBeginWithSomeCharactersOnly() {
    let start = { (text: String) in CommonPairs.shared.start(Scalars(of: text)) }
    #expect(start("据了解") > 0 && start("的老街") < -1)
  }

  @Test(arguments: [
    ("19 要闻", true), ("河畔晚刊", true), ("要闻 责任编辑 王小明 版式 李大海", true), ("2019年2月12日 星期二", true),
    ("河畔日报 2025年3月17日 星期一 第3版", true), ("责任编辑：王小明", true),
    ("A03版 民生", true),
    ("2019年2月12日，河畔镇举行会议", false), ("今年要闻回顾", false), ("校对稿件的人", false),
    ("1995 年 9 月 25 日河畔银行开", false), ("河畔书局于 1987 年 12 月 25 日成立。该", false),
    ("节目 5 频道于 1997 年 12 月 31 日的《河畔之窗》", false), ("2019年2月12日要闻", true),
    ("赠送了河畔日报", false), ("赠送河畔日报。 （李四）", false), ("单位 ：河畔日报）", false), ("定的日程表于 1999 年 1 月 1 日", false),
    ("放大 缩小 默认", true), ("放大+", true), ("放大", true), ("零售价：1元", true), ("零售价1.50元", true),
    ("放大改革效应 激活县域经济", false), ("放大政策叠加效应形成推动高质量", false), ("零售价格连续三月回落", false),
    ("/enpproperty-->", true), ("<‹上一版  下一版>>", true), ("【返回目录】", true), ("【河畔】老街修好了", false),
    ("![老街](a.jpg)", true), ("!老街修好了(图)", false), ("編輯：王小明　美術編輯：李大華", true), ("編輯部的老街", false),
    ("2025年1月6日 建成通车", false), ("河畔晚报 与您同行", false),
    ("主编 王小明｜责编 李 明｜校对 赵大海", true), ("本版编辑 王小明 插图 竹影", true), ("编辑 王 明  排版 李 丽", true),
    ("主持人 王小明 电话 0123-7654321", true), ("主持人：王小明 来稿请寄 a@example.com 本版文章不代表本报观点", true),
    ("值班编委：王小明 编辑：李大海 美编：赵一", true), ("◎责编 王小明 ◎版式 李 明 ◎法律顾问 赵大海律师", true),
    ("主持人：您当时在渡口", false), ("编辑 部的老街 修好了", false), ("设计 新颖 老街修好了", false),
    ("河畔都会报·社区", true), ("河畔时报｜经济·三农", true), ("B2 银龄 · 养老", true), ("都市 · 民生    A06", true),
    ("河畔日报·王小明", false),
    ("本版投稿邮箱 a@example.com", true), ("内部资料 免费交流", true), ("刊登电话：0123-7654321 地址：河畔路", true),
  ])
  func furniture(text: String, isFurniture: Bool) throws {
    let line = try #require(Line(text, number: 1))
    #expect(LineShape.isFurniture(line) == isFurniture)
  }

  @Test(arguments: [
    ("王小明 摄", true), ("记者 王小明 拍摄", true), ("些照片都是他用手机和旧相机拍摄", false), ("新华社发（王航摄）", true),
  ])
  func credits(text: String, isCredit: Bool) {
    #expect(Cues.isCredit(Scalars(of: text).squeezed) == isCredit)
  }

  @Test(arguments: [
    (["第一名 王小明 11秒02", "第二名 李大海 11秒15"], true), (["第一名 王小明 11秒02", "第二名 李大海 出发犯规"], false),
  ])
  func rows(texts: [String], areParallel: Bool) {
    let lines = Line.lines(of: Page(file: "p.txt", lines: texts))
    #expect(lines.indices.allSatisfy { LineShape.isParallel(lines[$0], in: lines, at: $0) } == areParallel)
  }

  @Test(arguments: [
    (["第一名 王小明 11秒02", "第二名 李大海 11秒15", "第三名 何田田 犯规2次"], true),
    (["07:00 早新闻", "08:30 电视剧", "12:00 午间新闻"], true),
    (["冠军 河畔一中", "亚军 青石中学", "季军 镇一中"], true), (["河畔区：王小明 镇小学", "青石区：李大海 村小学", "东街：何田田 校"], true),
    (["冠军 河畔一中", "亚军 青石中学", "他们赛后说，"], false), (["老街修好了 木门刷新了", "稻田丰收了 新米上市了", "合唱团进城 孩子们开唱"], false),
    (["07:00 早新闻", "08:30 电视剧", "青石教育频道"], false), (["3月 的阳光", "3月 的雨，", "3月 的风"], false),
  ])
  func tables(texts: [String], areRows: Bool) {
    let lines = Line.lines(of: Page(file: "p.txt", lines: texts))
    #expect(lines.indices.allSatisfy { LineShape.isRow(lines, $0) } == areRows)
  }

  @Test func manyNamesInARowAreAList() {
    let names = ["王小明", "李大海", "何田田", "向小川"]
    let lines = Line.lines(of: Page(file: "p.txt", lines: names))
    #expect(lines.indices.allSatisfy { LineShape.isListed(lines, $0) })
    #expect(!LineShape.isListed(Array(lines.prefix(3)), 1))
  }

  @Test func namesWithoutSpacesAreSplitAtOnce() {
    let names = String(repeating: "王小明李大海", count: 15)
    #expect(Names.split(Scalars(of: names)[...])?.count == 30)
    #expect(Names.split(Scalars(of: String(repeating: "王", count: 90) + "们们们们")[...]) == nil)
  }

  @Test func bracketsAreMatched() {
    let unbalanced = Brackets.unbalanced(in: "他说”：（“好）《".unicodeScalars)
    #expect(unbalanced.open.string == "“《")
    #expect(unbalanced.close.string == "”")
  }

  @Test func bracketsWithoutEndAreCounted() {
    let unbalanced = Brackets.unbalanced(in: String(repeating: "（", count: 500).unicodeScalars)
    #expect(unbalanced.open.count == 32)
  }
}
