import Testing

@testable import Corpus

@Suite struct FilterErrorTests {
  struct Case: Sendable {
    var text: String
    var range: Range<Int>
    var chinese: String
    var english: String

    init(_ text: String, _ range: Range<Int>, _ chinese: String, _ english: String) {
      (self.text, self.range, self.chinese, self.english) = (text, range, chinese, english)
    }
  }

  @Test(arguments: [
    Case("道路 \"积水", 3..<6, "引号没有合上", "this quotation mark is never closed"),
    Case("“积水\"", 0..<4, "引号没有合上", "this quotation mark is never closed"),
    Case("市:「濮", 2..<4, "引号没有合上", "this quotation mark is never closed"),
    Case("a \"\"", 2..<4, "引号里没有字", "there is nothing between the quotation marks"),
    Case("a (b|c", 2..<3, "括号没有合上", "this parenthesis is never closed"),
    Case("a） b", 1..<2, "多了一个右括号", "this parenthesis closes nothing"),
    Case("（道路｜积水", 0..<1, "括号没有合上", "this parenthesis is never closed"),
    Case("((a)", 0..<1, "括号没有合上", "this parenthesis is never closed"),
    Case("(a))", 3..<4, "多了一个右括号", "this parenthesis closes nothing"),
    Case("-()", 1..<3, "括号里没有条件", "there is nothing between the parentheses"),
    Case("a ( )", 2..<5, "括号里没有条件", "there is nothing between the parentheses"),
    Case(String(repeating: "(", count: 70), 64..<65, "括号套得太深", "too many parentheses inside one another"),
    Case("道路 |", 3..<4, "“|”的两边都要有条件，如 道路|桥梁", "“|” needs something on both sides, as in 道路|桥梁"),
    Case("｜道路", 0..<1, "“|”的两边都要有条件，如 道路|桥梁", "“|” needs something on both sides, as in 道路|桥梁"),
    Case("a||b", 1..<2, "“|”的两边都要有条件，如 道路|桥梁", "“|” needs something on both sides, as in 道路|桥梁"),
    Case("！ b", 0..<1, "“-”后面要紧跟不要的条件，如 -广告", "“-” needs what is not wanted directly after it, as in -广告"),
    Case("-|b", 0..<1, "“-”后面要紧跟不要的条件，如 -广告", "“-” needs what is not wanted directly after it, as in -广告"),
    Case("a - b", 2..<3, "“-”后面要紧跟不要的条件，如 -广告", "“-” needs what is not wanted directly after it, as in -广告"),
    Case("a --", 3..<4, "“-”后面要紧跟不要的条件，如 -广告", "“-” needs what is not wanted directly after it, as in -广告"),
    Case("(-)", 1..<2, "“-”后面要紧跟不要的条件，如 -广告", "“-” needs what is not wanted directly after it, as in -广告"),
    Case(
      "a =", 2..<3, "“=”后面要紧跟要原样查找的字，如 =後",
      "“=” needs the word to be found as it is directly after it, as in =後"),
    Case("市:", 0..<2, "“市:”后面要写城市名，如 市:濮阳,郑州", "“市:” needs a city, as in 市:濮阳,郑州"),
    Case("a City： b", 2..<7, "“City:”后面要写城市名，如 City:濮阳,郑州", "“City:” needs a city, as in City:濮阳,郑州"),
    Case("市:?", 0..<3, "“市:”后面要写城市名，如 市:濮阳,郑州", "“市:” needs a city, as in 市:濮阳,郑州"),
    Case(
      "道路 -市:？", 4..<7, "“市:”后面要写城市名，如 市:濮阳,郑州", "“市:” needs a city, as in 市:濮阳,郑州"),
    Case("市:濮阳,?", 0..<6, "“市:”后面要写城市名，如 市:濮阳,郑州", "“市:” needs a city, as in 市:濮阳,郑州"),
    Case("date:?", 0..<6, "“date:”后面要写日期，如 date:2025-03", "“date:” needs a date, as in date:2025-03"),
    Case("日:", 0..<2, "“日:”后面要写日期，如 日:2025-03", "“日:” needs a date, as in 日:2025-03"),
    Case("题:", 0..<2, "“题:”后面要写标题里的字，如 题:道路", "“题:” needs words of a headline, as in 题:道路"),
    Case("文:", 0..<2, "“文:”后面要写正文里的字，如 文:道路", "“文:” needs words of a body, as in 文:道路"),
    Case("者:(a)", 0..<2, "“者:”后面要写作者的名字，如 者:林晓舟", "“者:” needs a name, as in 者:林晓舟"),
    Case("报:", 0..<2, "“报:”后面要写报名，如 报:濮阳日报", "“报:” needs a paper, as in 报:濮阳日报"),
    Case("版:", 0..<2, "“版:”后面要写版次，如 版:2", "“版:” needs a page, as in 版:2"),
    Case("类:", 0..<2, "“类:”后面要写类别，如 类:评论", "“类:” needs a kind, as in 类:commentary"),
    Case("源:", 0..<2, "“源:”后面要写来源，如 源:新华社", "“源:” needs a source, as in 源:新华社"),
    Case("py:", 0..<3, "“py:”后面要写拼音，如 py:daolu", "“py:” needs pinyin, as in py:daolu"),
    Case("is:", 0..<3, "“is:”后面要写状态，如 is:转版", "“is:” needs a state, as in is:jump"),
    Case(
      "市:濮阳, 郑州", 4..<5, "逗号的两边都要有值，中间没有空格，如 市:濮阳,郑州",
      "a comma needs a value on both sides, without spaces, as in city:濮阳,郑州"),
    Case(
      "市:，郑州", 2..<3, "逗号的两边都要有值，中间没有空格，如 市:濮阳,郑州",
      "a comma needs a value on both sides, without spaces, as in city:濮阳,郑州"),
    Case(
      "a ciy:b", 2..<6, "没有“ciy:”这个字段；是“市:”吗？要找这几个字本身，请加引号",
      "there is no field “ciy:”; did you mean “city:”? Quote it to find the words themselves"),
    Case(
      "城:濮阳", 0..<2, "没有“城:”这个字段；是“市:”吗？要找这几个字本身，请加引号",
      "there is no field “城:”; did you mean “city:”? Quote it to find the words themselves"),
    Case(
      "x:1", 0..<2, "没有“x:”这个字段；可用：市 日 题 文 者 报 版 类 源 拼 是。要找这几个字本身，请加引号",
      "there is no field “x:”; known: city date title body by paper page kind source py is. Quote it to find the words themselves"
    ),
    Case(
      "类:散文", 2..<4, "没有“散文”这一类；可用：新闻 评论 图片 公告 版面",
      "“散文” is not a kind; known: news commentary photo notice furniture"),
    Case(
      "類：散文，评论", 2..<4, "没有“散文”这一类；可用：新闻 评论 图片 公告 版面",
      "“散文” is not a kind; known: news commentary photo notice furniture"),
    Case(
      "is:jump,good", 8..<12, "没有“good”这种状态；可用：转版 存疑 拼接", "“good” is not a state; known: jump uncertain seam"),
    Case("is:good", 3..<7, "没有“good”这种状态；可用：转版 存疑 拼接", "“good” is not a state; known: jump uncertain seam"),
    Case(
      "日:昨天", 2..<4, "“昨天”不是日期；写成 2025、2025-03、2025-03-17、03-17、2025-03..2025-06 或 无",
      "“昨天” is not a date; write 2025, 2025-03, 2025-03-17, 03-17, 2025-03..2025-06 or none"),
    Case(
      "日:..", 2..<4, "“..”不是日期；写成 2025、2025-03、2025-03-17、03-17、2025-03..2025-06 或 无",
      "“..” is not a date; write 2025, 2025-03, 2025-03-17, 03-17, 2025-03..2025-06 or none"),
    Case(
      "日:13", 2..<4, "“13”是哪个月的？写成 03-13 或 3月13日", "“13” is a day of which month? Write 03-13 or 3月13日"),
    Case(
      "日:32", 2..<4, "“32”不是日期；写成 2025、2025-03、2025-03-17、03-17、2025-03..2025-06 或 无",
      "“32” is not a date; write 2025, 2025-03, 2025-03-17, 03-17, 2025-03..2025-06 or none"),
    Case(
      "日:03", 2..<4, "“03”是月还是日？写成 2025-03、03-03 或 03月",
      "“03” may be a month or a day; write 2025-03, 03-03 or 03月"),
    Case(
      "日:2025-3月", 2..<9, "“2025-3月”不是日期；写成 2025、2025-03、2025-03-17、03-17、2025-03..2025-06 或 无",
      "“2025-3月” is not a date; write 2025, 2025-03, 2025-03-17, 03-17, 2025-03..2025-06 or none"),
    Case("-日:2025-06-31", 3..<13, "“2025-06-31”：6 月没有 31 日", "“2025-06-31”: month 6 has no day 31"),
    Case("(道路 | 日:00-10)", 8..<13, "没有 0 月", "there is no month 0"),
    Case("日:2025-13", 2..<9, "没有 13 月", "there is no month 13"),
    Case("日:2025-03,2025-02-30", 10..<20, "“2025-02-30”：2 月没有 30 日", "“2025-02-30”: month 2 has no day 30"),
    Case("日:2025..2024-11", 2..<15, "“2025..2024-11”的开头比结尾晚", "“2025..2024-11” ends before it begins"),
    Case(
      "日:2025..03-17", 2..<13, "“2025..03-17”的两头要么都写年份，要么都不写（都不写时两头都要有）",
      "“2025..03-17”: name the year at both ends, or give both ends without a year"),
    Case(
      "日:03-17..", 2..<9, "“03-17..”的两头要么都写年份，要么都不写（都不写时两头都要有）",
      "“03-17..”: name the year at both ends, or give both ends without a year"),
    Case(
      "拼:道路", 2..<4, "“道路”不是拼音；写小写字母，如 拼:daolu",
      "“道路” is not pinyin; write lower-case letters, as in py:daolu"),
    // The place counts what is seen as one character as one.
    Case("👨‍👩‍👧e\u{301} )", 3..<4, "多了一个右括号", "this parenthesis closes nothing"),
  ])
  func saysWhatIsWrongAndWhere(_ wrong: Case) throws {
    let error = try #require(throws: FilterError.self) { _ = try Filter(parsing: wrong.text) }
    #expect(error.range == wrong.range)
    #expect(error.message(in: .chinese) == wrong.chinese)
    #expect(error.message(in: .english) == wrong.english)
  }

  @Test(arguments: [
    "http://a", "12:30", "GDP：同比", "郑州：打造", "x:", "x: a", "a:/b", ":", "::", "C:\\a", "*", "^", "\\",
    "a\"b\"c", "市", "。。",
  ])
  func takesOtherThingsAsWords(_ text: String) throws {
    #expect(try !Filter(parsing: text).isEmpty)
  }
}
