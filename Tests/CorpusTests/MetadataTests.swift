import Testing

@testable import Corpus

/// Articles of a page written in a test.
private func articles(_ text: String, file: String = "page.txt") -> [Article] {
  PageReader.articles(of: Page(file: file, text: text)).filter { $0.kind != .furniture }
}

@Suite struct BylineTests {
  @Test(arguments: [
    ("记者 何田田", ["何田田"], nil), ("本报记者何田田 通讯员 向小川 摄", ["何田田", "向小川"], nil),
    ("某江新闻·某江晚报记者 何田田 向小川", ["何田田", "向小川"], "某江新闻·某江晚报"),
    ("记者何田田、向小川", ["何田田", "向小川"], nil), ("原 野摄（影像中国）", ["原野"], nil),
    ("实习生 钱多", ["钱多"], nil), ("本报记者", [], nil), ("□欧阳小山", ["欧阳小山"], nil),
    ("记者何田田向小川", ["何田田", "向小川"], nil), ("本报记者 何 苗 文/图", ["何苗"], nil),
    ("记者 何学文", ["何学文"], nil), ("记者 何大文 向图", ["何大文", "向图"], nil), ("记者 何建文 通讯员 向文", ["何建文", "向文"], nil),
    ("记者 何建文 图", ["何建文"], nil), ("何田田/文 向川/图", ["何田田", "向川"], nil), ("文/何田田 图/向川", ["何田田", "向川"], nil),
    ("见习记者 何田田 文 向川 图", ["何田田", "向川"], nil), ("何 苗 文 向 图 图", ["何苗", "向图"], nil), ("记者 何 田 田", ["何田田"], nil),
    ("本报记者 何田田 向川 摄影报道", ["何田田", "向川"], nil), ("撰文 何田田 摄影 向川", ["何田田", "向川"], nil), ("何田田摄", ["何田田"], nil),
    ("新华社发（何田田 摄）", ["何田田"], nil), ("新华社发", [], nil), ("（资料图片）", [], nil), ("受访者供图", [], nil),
    ("警方供图", [], nil),
    ("何田田供图", ["何田田"], nil), ("（作者单位：河畔党校）", [], nil), ("作者系河畔大学教授", [], nil), ("（来源：河畔网）", [], nil),
    ("（综合河畔网、某江晚报报道）", [], nil), ("作者：何田田，单位：河畔党校", ["何田田"], nil),
    ("记者 何田田 通讯员 古丽娜尔·买买提", ["何田田", "古丽娜尔·买买提"], nil), ("艾力·阿布都热依木", ["艾力·阿布都热依木"], nil),
    ("古丽娜尔•买买提 摄", ["古丽娜尔•买买提"], nil), ("某江晚报·何田田", ["何田田"], nil), ("·何田田·", ["何田田"], nil),
    ("编辑：何田田", ["何田田"], nil), ("何田田 文/图", ["何田田"], nil), ("付 强摄", ["付强"], nil),
    ("记者 阿依古丽", ["阿依古丽"], nil), ("记者｜何田田", ["何田田"], nil), ("中央台记者何田田、新华社记者向川", ["何田田", "向川"], "中央台"),
    ("记者 何田田 发自北京", ["何田田"], nil), ("记者 何田田 发自 北京", ["何田田"], nil),
    ("文/本报记者 何田田 图/向川", ["何田田", "向川"], nil), ("本报驻安阳记者 何田田", ["何田田"], nil), ("融媒体记者 何田田", ["何田田"], nil),
    ("某江日报驻安阳记者 何田田", ["何田田"], "某江日报"), ("驻马店日报记者 何田田", ["何田田"], "驻马店日报"),
    ("記者陳小文臺北報導", ["陳小文"], nil), ("記者陳小明／台北報導", ["陳小明"], nil), ("记者 何田田 北京报道", ["何田田"], nil),
    ("李大川 本报记者 何田田", ["李大川", "何田田"], nil), ("□李大川 本报记者 何田田", ["李大川", "何田田"], nil),
    ("安阳 通讯员 何田田", ["何田田"], nil), ("何田田 文 向小川 图", ["何田田", "向小川"], nil), ("何田田/文 向小川/图", ["何田田", "向小川"], nil),
    ("（解答：河畔律师事务所 何田田）", ["何田田"], nil), ("河畔商报记者 何田田 向小川", ["何田田", "向小川"], "河畔商报"),
    ("何田田 文/摄", ["何田田"], nil), ("特约撰稿 何田田", ["何田田"], nil), ("記者陳小明、李大川／華盛頓報導", ["陳小明", "李大川"], nil),
    ("记者何田田/向川报道", ["何田田", "向川"], nil), ("何田田摄（河畔影像）", ["何田田", "河畔影像"], nil), ("■链接", [], nil),
    ("何田田/文图", ["何田田"], nil), ("何田田记者 向小川", ["何田田", "向小川"], nil), ("安阳市记者 向小川", ["向小川"], nil),
    ("木小舟 习小川", ["木小舟", "习小川"], nil),
  ])
  func readsNames(_ text: String, _ names: [String], _ medium: String?) {
    let list = NameList(Scalars(of: text), trusted: true)
    #expect(list.names == names)
    #expect(list.medium == medium)
  }

  @Test(arguments: [
    ("本报讯（记者 何田田）5月6日，渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("本报讯 （ 记者 何田田 ）河湾边上新添\n了三只木船 ，两岸的人都来看 。", ["何田田"]),
    ("本报讯 记者何田田 通讯员向小川报道：渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("本报记者 何田田\n\n渡口的木船换了新桨，两岸的人都来看，孩子们数船上的钉子。", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。（何田田）", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。③12 (何田田)", ["何田田"]),
    ("渡口的木船换了新桨，孩子们数着船上的钉子。本报记者 何田田 摄", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。（新华社）", []),
    ("渡口的木船换了新桨，两岸的人都来看（见左图）。", []),
    ("渡口的木船换了新桨，两岸的人都来看。（何学文）", ["何学文"]),
    ("渡口的木船换了新桨，两岸的人都来看。（责任编辑 何田田）", []),
    ("渡口的木船换了新桨，两岸的人都来看。（来源：河畔网）", []),
    ("渡口的木船换了新桨，两岸的人都来看。（作者单位：河畔党校）", []),
    ("渡口的木船换了新桨，两岸的人都来看。新华社发（何田田 摄）", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。（资料图片）", []),
    ("本报讯（何田田 文/图）渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("本报讯（何田田 向小川）渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]), ("本报讯（安康）渡口的木船换了新桨，两岸的人都来看。", []),
    ("何田田 文 向小川 摄\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("渡口的木船换了新桨，两岸的人都来看。\n河畔镇渡口村 何田田", ["何田田"]), ("渡口的木船换了新桨，两岸的人都来看。\n读者 何田田", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。\n您的学生：何田田", ["何田田"]), ("渡口的木船换了新桨，两岸的人都来看。\n何田田 向小川", ["何田田", "向小川"]),
    ("渡口的木船换了新桨，两岸的人都来看。\n何田田（高级农艺师）", ["何田田"]), ("渡口的木船换了新桨，两岸的人都来看。\n（真小舟）", ["真小舟"]),
    ("渡口的木船换了新桨，两岸的人都来看。\n（有删改）", []), ("渡口的木船换了新桨，两岸的人都来看。\n\n（记者 何田田 实习生 向小川）", ["何田田", "向小川"]),
    ("渡口的木船换了新桨，两岸的人都来看。（何田田/文 向小川/图）", ["何田田", "向小川"]), ("渡口的木船换了新桨，两岸的人都来看。（文/何田田）", ["何田田"]),
    ("文｜何田田\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田"]), ("何田田 口述 向小川 整理\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),

    ("前言\n渡口的木船换了新桨，两岸的人都来看。", []), ("何田田\n渡口的木船换了新桨，两岸的人都来看。\n石磨\n石磨还在老地方转着，转了一百年。", ["何田田"]),
    ("渡口的木船换了新桨，孩子们数着船上的钉子。本报记者 何学\n文 摄", ["何学文"]),
    ("渡口的木船换了新桨，孩子们数着船上的钉子。本报记者 向川 摄\n本报记者 何田田 文/图", ["何田田"]),
    ("某都讯 记者何田田 5月6日，渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("【記者陳小文臺北報導】渡口的木船換了新槳，兩岸的人都來看。", ["陳小文"]),
    ("〔記者陳小明／台北報導〕渡口的木船換了新槳，兩岸的人都來看。", ["陳小明"]),
    ("《渡口往事》（作者：向小川，河畔出版社2024年版）写渡口人家三代人的命运，语言朴素而有力。（何田田）", ["何田田"]),
    ("小说（作者：向小川，河畔出版社出版）写渡口人家三代人的命运，语言朴素而有力。", []),
    ("本报讯 记者何田田近日从渡口获悉，木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("本报讯 记者何田田获悉，渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("特約記者 李大華\n\n渡口的木船換了新槳，兩岸的人都來看。", ["李大華"]),
    ("經濟日報記者王小明\n\n渡口的木船換了新槳，兩岸的人都來看。", ["王小明"]),
    ("︵記者陳小明台北報導︶渡口的木船換了新槳︐兩岸的人都來看︒", ["陳小明"]),
    ("本报讯 新华社记者何田田、本报记者向小川报道：渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("渡口的木船换了新桨，两岸的人都来看。（古丽娜尔·买买提）", ["古丽娜尔·买买提"]),
    ("渡口的木船换了新桨 ，两岸的人都来\n看 ，孩子们数着船上的钉子 。 连日\n来 ，过河的人多了 。", []),
    ("渡口的木船换了新桨，两岸的人都来看。（何田田）②5", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。（何田田 向小川 ③12）", ["何田田", "向小川"]),
    ("渡口的木船换了新桨，两岸的人都来看。（刀银花 真小舟 ③12）", ["刀银花", "真小舟"]),
    ("渡口的木船换了新桨，两岸的人都来看。（北 辰）", ["北辰"]),
    ("渡口的木船换了新桨，两岸的人都来看。（星川）", ["星川"]),
    ("渡口的木船换了新桨，两岸的人都来看。（掌声）", []),
    ("渡口的木船换了新桨，两岸的人都来看。（何 苗 向小川）②5", ["何苗", "向小川"]),
    ("渡口的木船换了新桨，两岸的人都来看。（何银会）", ["何银会"]),
    ("渡口的木船换了新桨，两岸的人都来看。（真小舟 何田田）", ["真小舟", "何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。□何田田", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。\n何田田摄（河畔影像）", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。（本报记者 何田田 摄影报道）", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看。（何田田 摄影报道）", ["何田田"]),
    ("何田田 向 川\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向川"]),
    ("何田田记者 向小川\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("口述：何田田 整理：向小川\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("文：何田田 图：向小川\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("何田田/文图\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("摄影报道 何田田\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("河畔晚报·河畔客户端记者 何田田\n\n渡口的木船换了新桨，两岸的人都来看。", ["何田田"]),
    ("本报记者 何田田 通\n讯员 向小川\n渡口的木船换了新桨，两岸的人都来看。", ["何田田", "向小川"]),
    ("本报记者 何田田 真小舟 李\n大山\n渡口的木船换了新桨，两岸的人都来看。孩子们数着船上的钉子，老人坐在石阶上。", ["何田田", "真小舟", "李大山"]),
    ("本报讯（记者 何田田）渡口的木船换了新桨，两岸的人都来看。\n\n（向小川）", ["何田田"]),
    ("渡口的木船换了新桨，两岸的人都来看，孩子们数着船上的钉子。（解答：河畔律师事务所 何田\n田）", ["何田田"]),
    ("本报讯（记者 何田田）渡口的木船换了新桨，两岸的人都来看。\n付 强摄", ["何田田"]),
  ])
  func findsWhoWrote(_ text: String, _ names: [String]) {
    #expect(articles("渡口木船换新桨\n\n" + text).first?.byline == names)
  }

  @Test(arguments: [
    (["储忙", "本报讯（记者 何田田）BODY"], ["何田田"]), (["全年", "本报讯 BODY"], []), (["何田田", "本报讯 BODY"], ["何田田"]),
    (["公信力", "何 苗", "BODY"], ["何苗"]), (["公信力", "□何田田", "BODY"], ["何田田"]),
    (["何田田", "向小川", "BODY"], ["何田田", "向小川"]),
    (["本报记者 何田田", "通讯员 向小川", "BODY", "BODY", "李大山"], ["何田田", "向小川"]),
    (["何田田", "BODY", "BODY", "（本报记者 向小川）"], ["何田田"]), (["BODY", "BODY", "（本报记者 向小川）"], ["向小川"]),
    (["本报记者 何田田 李", "大山", "BODY"], ["何田田", "李大山"]), (["本报记者 何田田 通", "讯员 向小川", "BODY"], ["何田田", "向小川"]),
    (["何田田 文图", "BODY"], ["何田田"]),
  ])
  func tellsWritersFromTheRestOfAHeadline(_ texts: [String], _ names: [String]) {
    let body = "渡口的木船换了新桨，两岸的人都来看，孩子们数着船上的钉子，老人坐在石阶上说起从前的事，说渡口最早只有一只木船，撑船的是村里的老人。"
    let lines = texts.enumerated().compactMap {
      Line($1.hasSuffix("BODY") ? $1.dropLast(4) + body : $1, number: $0 + 1)
    }
    let story = StorySource([1...lines.count], headlines: [], of: NumberedLines(lines))
    #expect(BylineReader.byline(of: story, kind: .news).names == names)
  }

  @Test(arguments: [
    ("河畔晚报讯（记者 何田田）渡口的木船换了新桨，两岸的人都来看。", "河畔晚报"), ("河畔新闻讯（记者 何田田）渡口的木船换了新桨。", "河畔新闻"),
    ("据河畔网讯 记者 何田田 5月6日，渡口的木船换了新桨。", "河畔网"), ("河畔讯（记者 何田田）渡口的木船换了新桨，两岸的人都来看。", nil),
    ("本报讯（记者 何田田）渡口的木船换了新桨，两岸的人都来看。", "本报"), ("渡口的木船换了新桨，两岸的人都来看。（来源：河畔网）", "河畔网"),
    ("渡口的木船换了新桨，两岸的人都来看。（来源：河畔网 编辑：何田田）", "河畔网"), ("渡口的木船换了新桨。（资料来源）", nil),
    ("文/本报记者 何田田 图/向川\n\n渡口的木船换了新桨，两岸的人都来看。", "本报"),
    ("本报讯（记者 何田田）新华网近日公布名单，渡口名列其中。", "本报"), ("渡口完善基本台账，供电更加可靠。", nil),
    ("渡口送来样本报送材料，全市供电可靠。", nil),
  ])
  func findsTheSource(_ text: String, _ source: String?) {
    #expect(articles("渡口木船换新桨\n\n" + text).first?.source == source)
  }

  @Test(arguments: [
    ("何田田、向小川", ["何田田", "向小川"]), ("艾力·阿布都热依木", ["艾力·阿布都热依木"]), ("编辑：何田田", ["何田田"]), ("通讯员", []),
    ("本报记者", []), ("来源：河畔网", []), ("John Smith", ["John Smith"]), ("河畔县委宣传部办公室", ["河畔县委宣传部办公室"]),
  ])
  func readsAuthorFields(_ text: String, _ names: [String]) {
    #expect(RecordValues.authors(text) == names)
  }

  @Test func keepsTheRawWordsAsEvidence() throws {
    let article = try #require(articles("渡口木船换新桨\n\n本报讯（记者 何田田）木船换了新桨。").first)
    #expect(article.evidence[.byline] == [Evidence(line: 3, text: "记者 何田田")])
  }
}

@Suite struct DateInferenceTests {
  @Test(arguments: [
    ("2023年6月8日 星期四\n\n渡口木船换新桨\n\n本报讯 6月7日，木船换了新桨。", "2023-06-08", DateBasis.masthead),
    ("渡口木船换新桨\n\n新华社杭州3月5日电 木船换了新桨。", "03-05", .dateline),
    ("渡口木船换新桨\n\n本报讯 3月5日，木船换了新桨。", "03-05", .lead),
    ("渡口木船换新桨\n\n木船换了新桨，两岸的人都来看。（新华社杭州3月5日电）", "03-05", .dateline),
    ("公告\n\n渡口停航一天，请过往行人绕行。\n渡口管理处\n2022年10月11日", "2022-10-11", .dateline),
    ("渡口木船换新桨\n\n本报讯 自3月9日起停航，3月5日，木船换了新桨。", "03-05", .lead),
    ("渡口木船换新桨\n\n本报讯 换桨大会于3月5日在渡口举行，两岸的人都来看。", "03-05", .lead),
    ("渡口木船换新桨\n\n本报讯 换桨大会将于3月9日举行。3月5日，渡口备好了新桨。", "03-05", .lead),
    ("渡口木船换新桨\n\n本报讯 换桨大会定于3月9日举行。截至3月5日，渡口备好了新桨。", "03-05", .lead),
    ("渡口木船换新桨\n\n本报讯 报名截止时间：3月9日。3月5日，渡口备好了新桨。", "03-05", .lead),
    ("渡口木船换新桨\n\n本报讯 渡口建于3月9日。3月5日，渡口备好了新桨。", "03-05", .lead),
    ("渡口木船换新桨\n\n记者3月5日前往渡口，木船换了新桨。大家从3月1日起天天来。", "03-05", .lead),
    ("渡口木船换新桨\n\n天冷了，请给船加一层篷，过河的人都盼着。\n（渡口卫生院 3 月 5 日）", "03-05", .dateline),
    ("渡口木船换新桨\n\n请于3月9日前报名。3月5日，渡口备好了新桨。", "03-05", .lead),
    ("2023年6月8日 星期四\n\n渡口木船换新桨\n\n本报讯（记者 何田田）3月5日，木船换了新桨。", "2023-06-08", .masthead),
    ("2023年6月8日 星期四\n\n渡口木船换新桨\n\n新华社杭州6月20日电 木船换了新桨。", "2023-06-08", .masthead),
    ("2023年6月8日 星期四\n\n渡口木船换新桨\n\n本报讯 木船换了新桨，3月5日停航的渡口又开了。", "2023-06-08", .masthead),
    ("2023年6月8日 星期四\n\n渡口木船换新桨\n\n3月5日，木船换了新桨，两岸的人都来看。", "2023-06-08", .masthead),
  ])
  func findsTheDay(_ text: String, _ day: String, _ basis: DateBasis) throws {
    let article = try #require(articles(text).first)
    #expect(article.date?.description == day)
    #expect(article.dateBasis == basis)
    #expect(article.evidence[.date]?.isEmpty == false)
  }

  @Test func takesThePagesDayWhereTheStoryNamesNone() throws {
    let stories = articles(
      "渡口木船换新桨\n\n本报讯 3月5日，木船换了新桨。（何田田）\n\n集市添了雨棚\n\n本报讯 集市上添了雨棚，卖菜的人不再躲雨。")
    #expect(stories.map { $0.date?.description } == ["03-05", "03-05"])
    #expect(stories.last?.dateBasis == .page)
    #expect(stories.last?.uncertain.contains(.date) == false)
  }

  @Test func onAPageOfSeveralPapersEachStorySpeaksForItself() {
    let page =
      "渡口木船换新桨\n\n本报讯（记者 何田田）3月5日，木船换了新桨。2025年工作要点已经印发。（何田田）\n\n"
      + "集市添了雨棚\n\n本报记者 向小川\n\n10月8日，集市添了雨棚，卖菜的人不再躲雨。（向小川）\n\n"
      + "麦子进了粮仓\n\n本报讯 粮仓的门开了。6月1日，麦子进了粮仓。"
    #expect(articles(page).map { $0.date?.description } == ["03-05", "10-08", "06-01"])
  }

  @Test(arguments: [
    ("2025年是学校建校的第三十年。", 2025), ("2025年工作要点已经印发。", 2025),
    ("展厅将一直开放至2026年2月。", 2025), ("桥建于1953年。", nil), ("没有年份。", nil), ("试用期一年。", nil),
    ("力争到2030年全部完工。", nil), ("这是2023年的最后一个星期六。", 2023), ("渡口召开2024年度总结表彰大会。", nil),
    ("总结2024年工作。", nil), ("2024年工作报告", nil), ("2025年度工作要点已经印发。", 2025), ("2019年，他将全部积蓄拿出来修船。", nil),
    ("2019年的将军渡口修好了。", nil), ("2021年，河畔市将修新船。", 2021), ("截至2024年6月，渡口全部修好。", nil),
    ("从2015年3月到2024年6月，渡口修了三次。", nil), ("直到2024年6月，渡口才修好。", nil),
    ("2009年秋天，渡口修了新船。", nil), ("2024年秋季学期，渡口添了新船。", 2024),
    ("2022年，渡口修了新船。2022年起，渡口免费开放。", nil), ("2022年渡口修船三只。2022年渡口停航两天。", 2022),
    ("2025年前三季度渡口平稳。2024年重点项目完工。", nil), ("2025年前，渡口全部修好。", nil),
  ])
  func neverInventsAYear(_ sentence: String, _ year: Int?) throws {
    let page = "渡口木船换新桨\n\n本报讯 12月5日，木船换了新桨。" + sentence
    let article = try #require(articles(page).first)
    #expect(article.date?.year == year)
    #expect(article.date?.month == 12)
  }

  @Test(arguments: [
    ("1997年，渡口修船三只，1997年全年停航两天。", nil), ("1997年修船三只，1998年修两只。比1997年少，1998年停航。", 1998),
  ])
  func inJanuaryTheYearNamedMostIsOftenTheOldOne(_ sentence: String, _ year: Int?) throws {
    let article = try #require(articles("渡口木船换新桨\n\n本报讯 1月15日，木船换了新桨。" + sentence).first)
    #expect(article.date?.year == year)
  }

  @Test func aDayBehindTheTurnOfTheYearBelongsToTheYearBefore() {
    let page =
      "渡口木船换新桨\n\n本报讯 1月2日，木船换了新桨。2026年是换桨的第一年，2026年工作也已经排定。（何田田）\n\n"
      + "渡口亮起灯\n\n本报讯 1月2日，渡口亮起灯。（向小川）\n\n冰上人家\n\n新华社哈尔滨12月31日电 冰上人家开张。"
    #expect(
      articles(page).compactMap { $0.date?.description }.sorted() == [
        "2025-12-31", "2026-01-02", "2026-01-02",
      ])
  }

  @Test(arguments: ["2024年，渡口修了三只木船。2024年全年停航两天。", "2024年的最后一天，渡口亮着灯。"])
  func atTheTurnOfTheYearTheYearThatIsNamedMayBeTheOldOne(_ sentence: String) {
    let page =
      "渡口亮起灯\n\n本报讯 12月31日，渡口亮起灯。（向小川）\n\n"
      + "渡口免费开放\n\n本报讯 1月1日，渡口免费开放。（何田田）\n\n渡口一年\n\n本报讯 \(sentence)（何田田）"
    #expect(articles(page).compactMap { $0.date?.description }.sorted() == ["01-01", "01-01", "12-31"])
  }
}

@Suite struct CityInferenceTests {
  @Test(arguments: [
    ("新华社杭州3月5日电 木船换了新桨。", "杭州", "浙江"),
    ("本报讯 郸城县一处渡口的木船换了新桨。", "周口", "河南"),
    ("本报讯 长治市潞城区一处渡口的木船换了新桨。", "长治", "山西"),
    ("本報訊 開平市赤坎鎮的木船換了新槳，開平人都來看。", "江门", "广东"),
    ("木船换了新桨，两岸的人都来看。（新华社武汉3月5日电）", "武汉", "湖北"),
    ("本报讯（记者 赵长春 通讯员 王安康）开封的木船换了新桨。", "开封", "河南"),
    ("新华社南宁3月5日电 广西百色市一处渡口的木船换了新桨。南宁的客人也来看。", "南宁", "广西"),
    ("新华社南宁3月5日电 广西百色、河池两市的木船换了新桨。", "南宁", "广西"),
    ("新华社南宁3月5日电 湖南永州的木船换了新桨。", "南宁", "广西"),
    ("新华社桂林3月5日电 广西百色市的木船换了新桨。", "桂林", "广西"),
    ("3月5日，朝天区一处渡口的木船换了新桨，坐船的客人来自西安、成都等地。", "广元", "四川"),
    ("3月5日，开封市晋城村渡口的木船换了新桨。", "开封", "河南"),
    ("船工何田田今年五十岁，四川广元人，在开封划了三十年船。", "开封", "河南"),
  ])
  func findsTheCity(_ body: String, _ city: String, _ province: String) throws {
    let article = try #require(articles("渡口木船换新桨\n\n" + body).first)
    #expect(article.city == city)
    #expect(article.province == province)
    #expect(article.evidence[.city]?.isEmpty == false)
  }

  @Test func aSharedNameIsDecidedByTheRestOfThePage() throws {
    let local = try #require(articles("渡口木船换新桨\n\n本报讯 鼓楼区的木船换了新桨。开封市民说，开封的桨好用。").first)
    #expect(local.city == "开封")
  }

  @Test func theRestIsThePapersCity() {
    let page =
      "汾河日报\n\n渡口木船换新桨\n\n本报讯 我市一处渡口的木船换了新桨，市民都来看。（何田田）\n\n"
      + "麦子进仓\n\n本报讯 我市襄汾县的麦子进了仓，曲沃县的麦子也进了仓。（向小川）"
    #expect(articles(page).map(\.city) == ["临汾", "临汾"])
    #expect(articles(page).map(\.paperCity) == ["临汾", "临汾"])
  }

  @Test(arguments: [
    "新华社华盛顿3月5日电 木船换了新桨。", "新华社吉隆坡3月5日电 木船换了新桨。", "新华社明斯克3月5日电 白俄罗斯的木船换了新桨。",
    "新华社多伦多3月5日电 木船换了新桨。", "中新社乌兰巴托3月5日电 木船换了新桨。", "人民网巴马科3月5日电 木船换了新桨。",
    "新华社黑山3月5日电 木船换了新桨。", "新华社里约热内卢电（记者 何田田）巴西安全部门的木船换了新桨。", "木船换了新桨。（新华社柏林3月5日电）",
    "木船换了新桨，两岸的人都来看。（据新华社电）",
  ])
  func anAgencysStoryFromElsewhereIsNotOfThePapersCity(_ body: String) {
    let page = "临汾日报\n\n渡口木船换新桨\n\n\(body)"
    #expect(articles(page).map(\.city) == [nil])
    #expect(articles(page).map(\.paperCity) == ["临汾"])
  }

  @Test(arguments: [
    ("新华社海南3月5日电 海口的木船换了新桨。", "海口"), ("新华社三亚三月五日电 木船换了新桨。", "三亚"), ("新华社来宾3月5日电 木船换了新桨。", "来宾"),
    ("新华社黑山3月5日电 黑山县的木船换了新桨。", "锦州"),
    ("新华社3月5日电 海口的木船换了新桨。", "海口"), ("本报讯 木船换了新桨。", "临汾"), ("本报小河口3月5日电 木船换了新桨。", "临汾"),
  ])
  func otherStoriesKeepTheirCity(_ body: String, _ city: String) {
    #expect(articles("临汾日报\n\n渡口木船换新桨\n\n\(body)").map(\.city) == [city])
  }

  @Test(arguments: [
    (1, "本报讯 临汾的木船换了新桨，两岸的人都来看。", nil), (3, "本报讯 临汾的木船换了新桨，两岸的人都来看。", "临汾"),
    (3, "新华社太原3月5日电 太原的木船换了新桨。", nil), (1, "本报讯 我市襄汾县的木船换了新桨，市民都来看。", "临汾"),
  ])
  func aPapersCityNeedsMoreThanOneStory(_ count: Int, _ body: String, _ city: String?) throws {
    let page = ["渡口木船换新桨", "集市添了雨棚", "麦子进了粮仓"].prefix(count).map { "\($0)\n\n\(body)（何田田）\n\n" }.joined()
    #expect(try #require(articles(page).first).paperCity == city)
  }

  @Test(arguments: [
    ("临汾日报", "本报讯 七里河边的木船换了新桨，卫东划得最快。", "临汾"), ("临汾日报", "本报讯 三沙镇万秀社区的木船换了新桨。", "临汾"),
    ("临汾日报", "本报讯 渡口的上海青上市了，卖得很快。", "临汾"), ("临汾日报", "本报讯 平顶山市卫东区的木船换了新桨，卫东人都来看。", "平顶山"),
    ("临汾日报", "本报讯 商洛镇安县的木船换了新桨，商洛人都来看。", "商洛"),
  ])
  func namesOfMenHillsAndVegetablesAreNoCity(_ paper: String, _ body: String, _ city: String) {
    #expect(articles("\(paper)\n\n渡口木船换新桨\n\n\(body)").map(\.city) == [city])
  }

  @Test(arguments: [
    (
      "本报讯 老船工何田田划了三十年船，木船换了新桨，两岸的人都来看。孩子们数着船上的钉子，老人坐在石阶上说起从前的事，说着说着天就黑了。他年轻时在湘潭当过兵，又去长沙学过徒，后来回到渡口，一直没有离开过。",
      "临汾"
    ),
    ("本报讯 湘潭的木船换了新桨，两岸的人都来看。", "湘潭"),
    (
      "渡口的木船换了新桨，两岸的人都来看，孩子们数着船上的钉子。老人坐在石阶上说起从前的事，说着说着天就黑了。渡口最早只有一只木船，湘潭市没有只修船。", "湘潭"
    ),
  ])
  func aCityNamedInPassingIsNotTheStorys(_ body: String, _ city: String) {
    #expect(articles("临汾日报\n\n渡口木船换新桨\n\n\(body)").map(\.city) == [city])
  }

  @Test func onAPageOfSeveralPapersThePapersCityDoesNotWin() {
    let news = ["湘潭市", "百色市", "开封市"].map { "\($0)木船换新桨\n\n本报讯 \($0)渡口的木船换了新桨。（何田田）\n\n" }
    let page = "临汾日报\n\n" + news.joined() + "渡口查账\n\n本报讯 近日，市纪委在全市查账，云县的渡口先查。（向小川）"
    #expect(articles(page).map(\.city) == ["湘潭", "百色", "开封", "临沧"])
  }

  @Test func aPaperNamedAfterAHillIsOfThePlaceThatItsStoriesName() {
    let news = ["木船换新桨", "集市添雨棚", "麦子进粮仓", "老街修好了"].map { "渡口\($0)\n\n本报讯 我市襄汾县渡口\($0)，市民都来看。（何田田）\n\n" }
    #expect(articles("凤城日报\n\n" + news.joined()).map(\.paperCity) == ["临汾", "临汾", "临汾", "临汾"])
    #expect(articles("凤城日报\n\n渡口木船换新桨\n\n本报讯 木船换了新桨。").map(\.paperCity) == ["丹东"])
  }

  @Test func theEditionNamesTheCity() {
    let page = "河畔都市报·临汾版\n2025年3月17日 星期一\n\n渡口木船换新桨\n\n本报讯 木船换了新桨，两岸的人都来看。"
    #expect(articles(page).map(\.city) == ["临汾"])
  }

  @Test func districtsWithoutANameAreNoCity() {
    let page = "汾河日报\n\n市区新增停车位\n\n本报讯 市区和新区新增停车位，高新区开通公交线。（何田田）"
    #expect(articles(page).map(\.city) == [nil])
  }

  @Test func noPlaceGivesNoCity() {
    #expect(articles("渡口木船换新桨\n\n木船换了新桨，两岸的人都来看。").first?.city == nil)
  }
}

/// The article of a file of one story: the first line is its headline.
private func storyFile(_ text: String) -> Article {
  let lines = Line.lines(of: Page(file: "story.txt", text: text))
  return StoryArticle(file: "story.txt", head: [lines[0]], body: Array(lines[1...])).article()
}

private let paragraph = "渡口的木船换了新桨，两岸的人都来看，孩子们数着船上的钉子，老船工说这样的桨用得久，往后过河的人可以放心地坐船来回。"

@Suite struct KindTests {
  @Test(arguments: [
    ("渡口木船换新桨\n\n本报讯（记者 何田田）木船换了新桨。", ArticleKind.news),
    ("图为5月6日，船工在换桨。\n何田田 摄", .photo),
    ("停航公告\n\n渡口停航一天。\n渡口管理处\n2022年10月11日", .notice),
    ("把桨还给船工\n——论渡口的修缮\n\n□何田田\n\n桨在船工手里才是桨。", .commentary),
    ("社評\n把槳還給船工\n\n槳在船工手裡才是槳，怎樣修繕，怎樣活化，都需要充分討論。", .commentary),
    ("簡訊\n●渡口的木船換了新槳，兩岸的人都來看。\n●集市添了雨棚，賣菜的人不再躲雨。", .news),
    ("渡口花開\n渡口桃花盛開，吸引眾多遊客前來觀賞。（資料圖片）", .photo),
  ])
  func tellsTheKind(_ text: String, _ kind: ArticleKind) {
    #expect(articles(text).first?.kind == kind)
  }

  @Test(arguments: [
    ("两渡口船工举行会谈", ArticleKind.news), ("促进船工与渡口洽谈", .news), ("渡口开展专题讨论", .news), ("修船的创新理论", .news),
    ("浅谈渡口的修缮", .commentary), ("船工杂谈", .commentary), ("试论渡口的修缮", .commentary), ("渡口短论", .commentary),
    ("老渡口的启示", .commentary), ("渡口管理处招聘启示", .notice), ("渡口管理处停航通知", .notice), ("关于印发渡口管理办法的通知", .notice),
    ("县政府印发推进渡口修缮的通知", .news), ("渡口管理处发布停航公告", .news), ("停航公告", .notice),
    ("訃告", .notice), ("招标", .notice), ("渡口公开招聘", .notice), ("招聘", .notice), ("渡口小学赴高校招聘", .news),
    ("渡口隨筆", .commentary),
  ])
  func headlinesTellTheKind(_ headline: String, _ kind: ArticleKind) {
    #expect(storyFile(headline + "\n" + paragraph).kind == kind)
  }

  @Test(arguments: [
    ("2025年3月12日\n" + paragraph, ArticleKind.news), ("本报记者 何田田 文/图\n" + paragraph, .news),
    ("本报记者 何田田\n2025年3月12日\n" + paragraph, .news), (paragraph + "\n渡口管理处\n2025年3月12日", .notice),
    (paragraph + "\n2025年3月12日\n渡口管理处", .notice), (paragraph + "\n何田田 摄", .photo),
    (paragraph + "只需拨打电话0123-7654321预约。", .news), (paragraph + "联系电话：0123-7654321", .notice),
  ])
  func daysAndCreditsCountBehindTheText(_ body: String, _ kind: ArticleKind) {
    #expect(storyFile("渡口木船换新桨\n" + body).kind == kind)
  }

  @Test(arguments: [
    ("渡口木船换新桨\n——县里深入开展理论宣讲\n\n桨在船工手里才是桨。", ArticleKind.news),
    ("渡口木船换新桨\n———五论渡口的修缮\n\n桨在船工手里才是桨。", .commentary),
    ("渡口木船换新桨\n——三论渡口的修缮\n\n桨在船工手里才是桨。", .commentary),
  ])
  func linesBehindADashTellTheKind(_ text: String, _ kind: ArticleKind) {
    #expect(articles(text).first?.kind == kind)
  }
}

@Suite struct PageFactsTests {
  @Test func theMastheadNamesPaperPageAndDay() throws {
    let article = try #require(
      articles("A06 民生\n汾河晚报\n2023年6月8日 星期四\n\n渡口木船换新桨\n\n本报讯 木船换了新桨。").first)
    #expect(article.paper == "汾河晚报")
    #expect(article.page == "A06")
    #expect(article.date?.description == "2023-06-08")
    #expect(article.evidence[.paper] == [Evidence(line: 2, text: "汾河晚报")])
  }

  @Test(arguments: [
    ("濮阳日报/2025-03-18/01.txt", "2025-03-18", "濮阳日报", "01"), ("20190201-07-02.txt", "2019-02-01", nil, "07"),
    ("汾河晚报-2023-06-08-A03.txt", "2023-06-08", "汾河晚报", "A03"), ("5612524b15780f0f.txt", nil, nil, nil),
    ("/data/papers/page.txt", nil, nil, nil),
  ])
  func thePathNamesThem(_ path: String, _ day: String?, _ paper: String?, _ page: String?) {
    let facts = PathFacts(path)
    #expect(facts.date?.description == day)
    #expect(facts.paper == paper)
    #expect(facts.page == page)
  }
}
