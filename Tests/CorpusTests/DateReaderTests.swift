import Testing

@testable import Corpus

@Suite struct DateReaderTests {
  @Test(arguments: [
    ("2019年2月12日 星期二", "2019-02-12"), ("2019-02-12", "2019-02-12"), ("2019/2/12", "2019-02-12"),
    ("2019.2.12", "2019-02-12"), ("２０１９年２月１２日", "2019-02-12"), ("2019 年 2 月 12 日", "2019-02-12"),
    ("二〇二五年三月十七日", "2025-03-17"), ("二○二五年十二月三十一日", "2025-12-31"),
    ("民國一一四年三月十七日", "2025-03-17"), ("中華民國110年10月10日", "2021-10-10"), ("二０二０年三月十七日", "2020-03-17"),
    ("二OO九年三月十七日", "2009-03-17"), ("二0二五年三月十七日", "2025-03-17"),
  ])
  func readsWholeDays(_ text: String, _ expected: String) {
    var cursor = Cursor(Scalars(of: text))
    #expect(DateReader.fullDate(&cursor)?.description == expected)
  }

  @Test(arguments: ["2019年", "19-2-12", "2019年13月1日", "2019-02/12", "12月3日", "", "民國"])
  func leavesTheCursorWhereNoWholeDayStands(_ text: String) {
    var cursor = Cursor(Scalars(of: text))
    #expect(DateReader.fullDate(&cursor) == nil)
    #expect(cursor.at == 0)
  }

  @Test(arguments: [
    ("3月17日，市图书馆", ["03-17"]), ("去年12月3日和今年1月4日", ["12-03", "01-04"]),
    ("2025年3月17日", ["2025-03-17"]), ("二月七日晚", ["02-07"]), ("十二月二十一日", ["12-21"]),
    ("3 月 5 日", ["03-05"]), ("13月5日", []), ("2月30日", []), ("3月至5月", []), ("6月8号", ["06-08"]),
    ("民國一一四年三月十七日", ["2025-03-17"]), ("三十二月五日", []),
    ("农历二月二日", []), ("农历乙巳年二月二日", []), ("農曆二月二日，3月1日", ["03-01"]), ("公历3月1日", ["03-01"]),
    ("二０二五年三月五日", ["2025-03-05"]), ("二０二０年三月五日", ["2020-03-05"]), ("周五12月3日", ["12-03"]),
    ("第O五月五日", ["05-05"]),
  ])
  func findsDaysInText(_ text: String, _ expected: [String]) {
    #expect(DateReader.mentions(in: Scalars(of: text)).map(\.date.description) == expected)
  }

  @Test func saysWhereADayStands() {
    let mention = DateReader.mentions(in: Scalars(of: "截至2025年3月17日共有")).first
    #expect(mention?.range == 2..<12)
  }

  @Test(arguments: [
    ("十", 10), ("十五", 15), ("二十", 20), ("二十八", 28), ("一百零五", 105), ("二〇二五", 2025), ("三千二百", 3200), ("廿", nil),
    ("二０二五", 2025), ("三00米", 3), ("五O", 5),
  ])
  func readsChineseNumerals(_ text: String, _ value: Int?) {
    var cursor = Cursor(Scalars(of: text))
    #expect(cursor.number() == value)
  }
}
