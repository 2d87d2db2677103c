import Testing

@testable import Corpus

struct ReadingFormatTests {
  private static let text = "山城市今年新建口袋公园二十处，总面积超过八万平方米。园林部门表示，市民出门三百米就能见到绿地。"

  private func read(_ text: String, _ file: String, names: FieldNames = .standard, isNamed: Bool = true)
    -> ReadFile
  {
    TextReader(options: ReadingOptions(names: names)).read(Array(text.utf8), file: file, isNamed: isNamed)
  }

  @Test func jsonLinesGiveArticles() throws {
    let lines = """
      {"title": "口袋公园建到家门口", "content": "\(Self.text)\\n\(Self.text)", "date": "2025-03-17", "city": "濮阳市", "author": "林晓舟、李四", "source": "濮阳日报", "page": 3}

      {"标题": "夜班公交\\u5f00通", "正文": "<p>\(Self.text)</p><p>另据了解&nbsp;。</p>", "日期": "2025年4月1日", "地区": "河南郑州", "作者": ["张三", "李四"], "来源": "新华社", "x": {"title": [1, {"y": null}]}}
      """
    let file = read(lines, "a.jsonl")
    #expect(file.problems.isEmpty)
    try #require(file.articles.count == 2)
    let (first, second) = (file.articles[0], file.articles[1])
    #expect(first.headline == "口袋公园建到家门口")
    #expect(first.text == "\(Self.text)\n\(Self.text)")
    #expect(first.date == PartialDate("2025-03-17") && first.dateBasis == .record)
    #expect((first.city, first.province, first.paper, first.page) == ("濮阳", "河南", "濮阳日报", "3"))
    #expect(first.paperCity == "濮阳" && first.source == nil)
    #expect(first.byline == ["林晓舟", "李四"])
    #expect(first.record == 1 && first.lines == [1...1])
    #expect(first.evidence[.date] == [Evidence(line: 1, text: "2025-03-17")])
    #expect(second.headline == "夜班公交开通")
    #expect(second.paragraphs.map(\.text) == [Self.text, "另据了解。"])
    #expect((second.city, second.source, second.byline) == ("郑州", "新华社", ["张三", "李四"]))
    #expect(second.record == 2 && second.lines == [3...3])
    #expect(second.evidence[.city] == [Evidence(line: 3, text: "河南郑州")])
    #expect(file.page?.lines.count == 3)
  }

  @Test func jsonArrayKeepsTheLinesOfEachRecord() throws {
    let file = read(
      "[\n {\n  \"title\": \"甲乙丙丁\",\n  \"body\": \"\(Self.text)\"\n },\n {\"title\": \"戊己庚辛\"}\n]\n",
      "a.json")
    #expect(file.articles.map(\.lines) == [[2...5], [6...6]])
    #expect(file.articles.map(\.record) == [1, 2])
    #expect(file.problems.isEmpty)
  }

  @Test func faultyLinesAreReportedAndTheRestIsRead() {
    let file = read(
      "{\"title\": \"一二三四\"}\n{\"title\": 五}\n{\"title\": \"六七八九\"\n{\"title\": \"十百千万\"}\n", "a.jsonl")
    #expect(file.articles.map(\.headline) == ["一二三四", "十百千万"])
    let place = Problem.Place(line: 2, column: 11)
    #expect(
      file.problems == [
        Problem(file: "a.jsonl", reason: .faultyRecords(count: 2, first: place, fault: .json))
      ])
    #expect(file.problems[0].isWarning)
    #expect(
      file.problems[0].message(in: .english) == "a.jsonl: 2 faults in JSON, the first at line 2, character 11"
    )
  }

  @Test func aFaultEndsAnArray() {
    let file = read("[{\"title\": \"一二三四\"}, {\"title\": tru", "a.json")
    #expect(file.articles.count == 1)
    #expect(file.problems.count == 1)
  }

  @Test(arguments: [
    ("{\"x\": {\"title\": \"不是\"}}", "truth.json"), ("[1, 2, 3]", "a.json"), ("[]", "a.json"),
    ("\"text\"", "a.json"),
    ("[{\"name\": \"甲\"}]", "a.json"), ("{\"name\": 1}\n{\"name\": 2}", "a.jsonl"),
    ("name,age\n甲,1\n", "a.csv"),
    ("只有一行", "a.csv"),
  ])
  func whatHoldsNoArticlesIsRefused(text: String, name: String) throws {
    let file = read(text, name)
    #expect(file.articles.isEmpty && file.page == nil)
    guard case .noArticles = try #require(file.problems.first).reason else {
      Issue.record("\(file.problems)"); return
    }
  }

  @Test func aJSONObjectInAFolderIsPassedOver() {
    #expect(read("{\"x\": 1}", "p/truth.json", isNamed: false).problems.isEmpty)
    #expect(!read("[{\"x\": 1}]", "p/list.json", isNamed: false).problems.isEmpty)
  }

  @Test func deepNestingIsAFaultNotACrash() {
    let deep = "{\"title\": " + String(repeating: "[", count: 100_000)
    #expect(read(deep, "a.jsonl").problems.count == 1)
  }

  private static let tables: [(String, String)] = [
    ("a.csv", "标题,正文,日期,版次\r\n口袋公园,\"他说：\"\"好\"\"，\r\n\(text)\",2025/3/17,第3版\r\n"),
    ("a.tsv", "标题\t正文\t日期\t版次\n口袋公园\t\"他说：\"\"好\"\"，\n\(text)\"\t20250317\t3\n"),
    ("a.csv", "标题;正文;日期;版次\r口袋公园;\"他说：\"\"好\"\"，\r\(text)\";1742169600;3\r"),
  ]

  @Test(arguments: tables) func tablesGiveArticles(name: String, text: String) throws {
    let file = read(text, name)
    let article = try #require(file.articles.first)
    #expect(file.articles.count == 1 && file.problems.isEmpty)
    #expect(article.headline == "口袋公园")
    #expect(article.text.hasPrefix("他说：\"好\"，"))
    #expect((article.date, article.page) == (PartialDate("2025-03-17"), "3"))
    #expect(article.lines == [2...3] && article.record == 1)
  }

  @Test func faultsOfTablesAreReported() throws {
    let file = read("title,body\n庚辛壬,\"好\"坏\n丁戊己,正文,多余\n甲乙丙,\"没有\n子丑寅,完\n", "a.csv")
    #expect(file.articles.map(\.headline) == ["庚辛壬", "丁戊己", "甲乙丙", "子丑寅"])
    let place = Problem.Place(line: 2, column: 8)
    #expect(file.problems.map(\.reason) == [.faultyRecords(count: 3, first: place, fault: .csv)])
  }

  @Test func fieldsCanBeMapped() throws {
    let names = try FieldNames(mappings: ["body=zhengwen", "标题=BT"])
    let article = try #require(
      read("{\"bt\": \"甲乙丙\", \"ZHENGWEN\": \"正文。\"}", "a.jsonl", names: names).articles.first)
    #expect((article.headline, article.text) == ("甲乙丙", "正文。"))
  }

  @Test(arguments: ["", "body", "body=", "=x", "nothing=x"]) func wrongMappings(mapping: String) {
    #expect(throws: FieldNames.Failure(mapping: mapping)) { try FieldNames(mappings: [mapping]) }
  }

  @Test(arguments: [
    ("2025-03-17", "2025-03-17"), ("2025-03-17T08:00:00+08:00", "2025-03-17"),
    ("2025/3/17 8:00", "2025-03-17"),
    ("20250317", "2025-03-17"), ("20250317080000", "2025-03-17"), ("2025年3月17日 星期一", "2025-03-17"),
    ("二〇二五年三月十七日", "2025-03-17"), ("3月17日", "03-17"), ("03-17", "03-17"), ("2025-03", "2025-03"),
    ("2025年3月", "2025-03"), ("2025年3月上旬", "2025-03"), ("2025/3", "2025-03"), ("2025年", "2025"),
    ("2025", "2025"), ("Mon, 17 Mar 2025 08:00:00 +0800", "2025-03-17"),
    ("March 17, 2025", "2025-03-17"), ("1742140800", "2025-03-17"), ("1742140799", "2025-03-16"),
    ("1742140800000", "2025-03-17"), ("951753600", "2000-02-29"), ("发布时间：2025年3月17日", "2025-03-17"),
  ])
  func daysOfRecords(text: String, date: String) {
    #expect(RecordValues.date(text)?.description == date)
  }

  @Test(arguments: [
    "", "昨天", "2025-13-40", "0", "-1", "NaN", "99999999999999999999", "12:30", "2025-02-30", "2025年2月30日",
  ])
  func noDays(text: String) { #expect(RecordValues.date(text) == nil) }

  @Test(arguments: [("濮阳", "濮阳"), ("濮阳市", "濮阳"), ("河南省濮阳市", "濮阳"), ("范县", "濮阳"), ("北京", "北京"), ("某地", nil)])
  func citiesOfRecords(text: String, city: String?) { #expect(RecordValues.city(text)?.shortName == city) }

  @Test(arguments: [
    ("第3版", "3"), ("第三版", "3"), ("０３版", "03"), ("a6", "A6"), ("A03版", "A03"), ("要闻", "要闻"), ("十二", "12"),
  ])
  func pagesOfRecords(text: String, page: String) { #expect(RecordValues.page(text) == page) }

  @Test func frontMatterMakesOneStory() throws {
    let file = read(
      "---\ntitle: \"灯会开幕\"\ndate: 2024-02-24\ncity: 自贡\nauthor:\n  - 张三\n  - 李四\npaper: 自贡日报\npage: 第2版\ntags: [灯, 会]\n---\n\n# 灯会开幕\n\n本报讯 \(Self.text)\n\n## 夜色\n\n\(Self.text)\n",
      "d.md")
    let article = try #require(file.articles.first)
    #expect(file.articles.count == 1 && file.problems.isEmpty)
    #expect((article.headline, article.city, article.paper, article.page) == ("灯会开幕", "自贡", "自贡日报", "2"))
    #expect(article.byline == ["张三", "李四"] && article.dateBasis == .record)
    #expect(article.date == PartialDate("2024-02-24"))
    #expect(article.evidence[.city] == [Evidence(line: 4, text: "自贡")])
    #expect(article.paragraphs.map(\.role) == [.body, .sectionHead, .body])
    #expect(article.paragraphs[2].lines == [19...19])
    #expect(Set(article.lines.flatMap { Array($0) }).isSuperset(of: [1, 11, 13, 15, 17, 19]))
  }

  @Test func frontMatterWithoutATitleSpeaksForThePage() {
    let file = read(
      "---\ndate: 2024-02-24\npaper: 自贡日报\n---\n# 第一篇的标题\n本报讯 \(Self.text)\n# 第二篇的标题\n本报讯 \(Self.text)\n",
      "d.md")
    #expect(file.articles.map(\.kind) == [.furniture, .news, .news])
    #expect(file.articles.allSatisfy { $0.date == PartialDate("2024-02-24") && $0.paper == "自贡日报" })
    #expect(file.articles[0].lines == [1...1, 2...2, 3...3, 4...4])
    #expect(file.articles.dropFirst().flatMap(\.lines).allSatisfy { $0.lowerBound > 4 })
  }

  @Test func aRuleIsNoFrontMatter() {
    #expect(FrontMatter(["---", "今天没有什么", "---", "正文"], names: .standard) == nil)
    #expect(FrontMatter(["---", "title: 甲"], names: .standard) == nil)
  }

  @Test func oneStoryAFile() throws {
    let file = read("城北新桥通车\n作者：林晓舟\n\n　　\(Self.text)\n　　\(Self.text)\n", "1.txt")
    let article = try #require(file.articles.first)
    #expect(file.articles.count == 1)
    #expect(article.headline == "城北新桥通车")
    #expect(article.byline == ["林晓舟"])
    #expect(article.lines == [1...5] && article.headlineLines == [1...1])
    #expect(article.paragraphs.last?.lines == [5...5])
  }

  private struct Credits: Sendable {
    var lines: String
    var date = ""
    var source = ""
    var byline: [String] = []
  }

  @Test(arguments: [
    Credits(
      lines: "2025-03-17 来源：河畔晚刊网  作者：林晓舟 李四", date: "2025-03-17", source: "河畔晚刊网", byline: ["林晓舟", "李四"]),
    Credits(lines: "发布时间：2025年3月17日 10:30　来源：新华社 | 编辑：王五", date: "2025-03-17", source: "新华社"),
    Credits(lines: "来源:新华网", date: "03-16", source: "新华网"),
    Credits(lines: "2025年3月17日\n作者: 林晓舟", date: "2025-03-17", byline: ["林晓舟"]),
  ])
  private func linesUnderTheHeadlineSayWhoAndWhen(_ credits: Credits) throws {
    let text = "城北新桥通车\n\(credits.lines)\n\n　　\(Self.text)\n　　3月16日，\(Self.text)\n"
    let article = try #require(read(text, "1.txt").articles.first)
    #expect(article.headline == "城北新桥通车" && article.kind == .news)
    #expect(article.date?.description == credits.date)
    #expect(article.source ?? "" == credits.source)
    #expect(article.byline == credits.byline)
  }

  @Test func whatIsLeftOfAWebPageIsNotShown() throws {
    let page =
      "河畔镇老街修好了\n\n&nbsp;&nbsp;本报讯（记者 林晓舟）镇上的老街&ldquo;重新&rdquo;开街，<br/>路面全部换新。\n\n山村小学有了合唱团\n\n&nbsp;&nbsp;本报讯（记者 李四）孩子们每天下午练歌。"
    let file = read(page, "w.txt")
    #expect(file.articles.map(\.headline) == ["河畔镇老街修好了", "山村小学有了合唱团"])
    #expect(file.articles.first?.text == "本报讯（记者 林晓舟）镇上的老街“重新”开街，路面全部换新。")
    #expect(file.articles.map(\.lines) == [[1...3], [5...7]])
    #expect(
      read("<br/>\n\(Self.text)\n<p>", "x.txt").articles.flatMap(\.lines).reduce(0) { $0 + $1.count } == 3)
  }

  @Test(arguments: [
    "城北新桥通车\n\(text)\n城南新桥通车\n\(text)\n", "城北新桥通车\n本报讯 \(text)\n本报讯 \(text)\n", "\(text)\n\(text)\n",
    "城北新桥通车\n山城市今年新建口袋公园\n二十处，总面积超过八万\n平方米。园林部门表示，\n市民出门三百米就能见到\n",
  ])
  func otherFilesAreNotOneStory(text: String) {
    #expect(StoryFile.story(in: Line.lines(of: Page(file: "", text: text))) == nil)
  }

  @Test func formFeedsPartPages() throws {
    let file = read(
      "第一页有标题\n本报讯 \(Self.text)\n\u{C}第二页有标题\n本报讯 \(Self.text)\u{C}\n第三页有标题\n本报讯 \(Self.text)\n\u{C}", "e.txt"
    )
    #expect(file.articles.map(\.headline) == ["第一页有标题", "第二页有标题", "第三页有标题"])
    #expect(file.articles.map(\.lines) == [[1...2], [3...4], [5...6]])
    #expect(file.articles[1].evidence[.headline] == [Evidence(line: 3, text: "第二页有标题")])
    #expect(file.articles[2].paragraphs[0].lines == [6...6])
    #expect(file.page?.lines.count == 6)
  }

  @Test(arguments: [
    ("a\nb", ["a", "b"], [0]), ("a\r\nb\rc\n", ["a", "b", "c"], [0]), ("\u{C}a", ["a"], [0]),
    ("a\u{C}b", ["a", "b"], [0, 1]),
    ("a\u{C}\r\nb", ["a", "b"], [0, 1]), ("a\n\u{C}\u{C}b\n", ["a", "b"], [0, 1]), ("", [], [0]),
    ("\u{C}", [], [0]),
  ])
  func linesAndPages(text: String, lines: [String], starts: [Int]) {
    let sheets = Sheets(text)
    #expect(sheets.lines == lines)
    #expect(sheets.starts == starts)
  }

  @Test func equalRecordsHaveDifferentIdentities() {
    let line = "{\"title\": \"一二三四\", \"body\": \"\(Self.text)\"}\n"
    let file = read(line + line + line, "a.jsonl")
    #expect(Set(file.articles.map(\.id)).count == 3)
    #expect(read(line, "b/a.jsonl").articles[0].id == file.articles[0].id)
  }

  @Test(arguments: [
    ("x", "[\n{\"title\":1}]", FileFormat.json), ("x", "{\"title\": 1}", .jsonLines), ("x", "标题,正文\n", .csv),
    ("x", "[编者按]今天\n", .page), ("x", "城北新桥，通车\n", .page), ("a.TXT", "{}", .page), ("a.json.gz", "", .json),
    ("a.csv.zst", "", .csv), ("a.b/c", "标题\t正文", .csv),
  ])
  func formats(name: String, text: String, format: FileFormat) {
    #expect((FileFormat(ending: name) ?? FileFormat(of: text, names: .standard)) == format)
  }

  @Test func hardWrappedTextOfARecordIsJoined() throws {
    let body = "山城市今年新建口袋公园\\n二十处，总面积超过八万\\n平方米。园林部门表示，\\n市民出门三百米。\\n　　明年还将新增十五处，\\n覆盖全部街道和社区。"
    let article = try #require(read("{\"title\": \"公园多了\", \"text\": \"\(body)\"}", "a.jsonl").articles.first)
    #expect(
      article.paragraphs.map(\.text) == [
        "山城市今年新建口袋公园二十处，总面积超过八万平方米。园林部门表示，市民出门三百米。", "明年还将新增十五处，覆盖全部街道和社区。",
      ])
  }

  @Test(arguments: [
    ("a<br/>b", "a\nb"), ("<p class=\"x\">甲</p>", "\n甲\n"), ("1 < 2 > 1", "1 < 2 > 1"),
    ("&#20013;&#x56FD;&amp;", "中国&"),
    ("&没有;", "&没有;"), ("<中>", "<中>"), ("<b>粗</b>", "粗"), ("<", "<"), ("</", "</"), ("&", "&"), ("<p", "<p"),
  ])
  func markup(text: String, plain: String) { #expect(Markup.removed(from: text) == plain) }

  @Test(arguments: ["a.jsonl", "a.json", "a.csv"]) func aRecordThatNobodyCanReadIsSkipped(_ name: String) {
    let long = String(repeating: "长", count: TextReader.recordLimit / 3 + 1)
    let text =
      switch name {
      case "a.csv": "标题,正文\n短,正文。\n长,\(long)\n"
      case "a.json": "[{\"标题\":\"短\",\"正文\":\"正文。\"},\n\n{\"标题\":\"长\",\"正文\":\"\(long)\"}]"
      default: "{\"标题\":\"短\",\"正文\":\"正文。\"}\n\n{\"标题\":\"长\",\"正文\":\"\(long)\"}\n"
      }
    let file = read(text, name)
    #expect(file.articles.map(\.headline) == ["短"])
    #expect(file.problems.map(\.reason) == [.lineTooLong(line: 3, limit: TextReader.recordLimit)])
  }
}
