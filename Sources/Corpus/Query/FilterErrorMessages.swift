extension FilterError {
  /// One sentence that says what was expected there.
  public func message(in language: Language) -> String {
    language == .chinese ? chineseMessage : englishMessage
  }

  private var chineseMessage: String {
    switch self {
    case .unclosedQuote: "引号没有合上"
    case .emptyQuote: "引号里没有字"
    case .unclosedGroup: "括号没有合上"
    case .strayClose: "多了一个右括号"
    case .emptyGroup: "括号里没有条件"
    case .tooDeep: "括号套得太深"
    case .missingAlternative: "“|”的两边都要有条件，如 道路|桥梁"
    case .missingNegated: "“-”后面要紧跟不要的条件，如 -广告"
    case .missingLiteral: "“=”后面要紧跟要原样查找的字，如 =後"
    case .missingValue(let field, let name, _): "“\(name):”后面要写\(field.chineseExpectation(name))"
    case .missingListValue: "逗号的两边都要有值，中间没有空格，如 市:濮阳,郑州"
    case .unknownField(let name, let nearest, _): Self.chineseUnknownField(name, nearest)
    case .unknownKind(let value, _): "没有“\(value)”这一类；可用：新闻 评论 图片 公告 版面"
    case .unknownState(let value, _): "没有“\(value)”这种状态；可用：转版 存疑 拼接"
    case .unreadableDate(let value, _): "“\(value)”不是日期；写成 2025、2025-03、2025-03-17、03-17、2025-03..2025-06 或 无"
    case .bareNumber(let value, _) where Int(value).map { $0 > 12 } ?? true:
      "“\(value)”是哪个月的？写成 03-\(value) 或 3月\(value)日"
    case .bareNumber(let value, _): "“\(value)”是月还是日？写成 2025-\(value)、03-\(value) 或 \(value)月"
    case .noSuchMonth(let month, _): "没有 \(month) 月"
    case .noSuchDay(let value, let month, let day, _): "“\(value)”：\(month) 月没有 \(day) 日"
    case .reversedRange(let value, _): "“\(value)”的开头比结尾晚"
    case .yearMissing(let value, _): "“\(value)”的两头要么都写年份，要么都不写（都不写时两头都要有）"
    case .notPinyin(let value, _): "“\(value)”不是拼音；写小写字母，如 拼:daolu"
    }
  }

  private static func chineseUnknownField(_ name: String, _ nearest: FilterField?) -> String {
    let known = FilterField.allCases.map { $0.name(in: .chinese) }.joined(separator: " ")
    let hint = nearest.map { "是“\($0.name(in: .chinese)):”吗？" } ?? "可用：\(known)。"
    return "没有“\(name):”这个字段；\(hint)要找这几个字本身，请加引号"
  }

  private var englishMessage: String {
    switch self {
    case .unclosedQuote: "this quotation mark is never closed"
    case .emptyQuote: "there is nothing between the quotation marks"
    case .unclosedGroup: "this parenthesis is never closed"
    case .strayClose: "this parenthesis closes nothing"
    case .emptyGroup: "there is nothing between the parentheses"
    case .tooDeep: "too many parentheses inside one another"
    case .missingAlternative: "“|” needs something on both sides, as in 道路|桥梁"
    case .missingNegated: "“-” needs what is not wanted directly after it, as in -广告"
    case .missingLiteral: "“=” needs the word to be found as it is directly after it, as in =後"
    case .missingValue(let field, let name, _): "“\(name):” needs \(field.englishExpectation(name))"
    case .missingListValue: "a comma needs a value on both sides, without spaces, as in city:濮阳,郑州"
    case .unknownField(let name, let nearest, _): Self.englishUnknownField(name, nearest)
    case .unknownKind(let value, _): "“\(value)” is not a kind; known: news commentary photo notice furniture"
    case .unknownState(let value, _): "“\(value)” is not a state; known: jump uncertain seam"
    case .unreadableDate(let value, _):
      "“\(value)” is not a date; write 2025, 2025-03, 2025-03-17, 03-17, 2025-03..2025-06 or none"
    case .bareNumber(let value, _) where Int(value).map { $0 > 12 } ?? true:
      "“\(value)” is a day of which month? Write 03-\(value) or 3月\(value)日"
    case .bareNumber(let value, _):
      "“\(value)” may be a month or a day; write 2025-\(value), 03-\(value) or \(value)月"
    case .noSuchMonth(let month, _): "there is no month \(month)"
    case .noSuchDay(let value, let month, let day, _): "“\(value)”: month \(month) has no day \(day)"
    case .reversedRange(let value, _): "“\(value)” ends before it begins"
    case .yearMissing(let value, _):
      "“\(value)”: name the year at both ends, or give both ends without a year"
    case .notPinyin(let value, _): "“\(value)” is not pinyin; write lower-case letters, as in py:daolu"
    }
  }

  private static func englishUnknownField(_ name: String, _ nearest: FilterField?) -> String {
    let known = FilterField.allCases.map(\.rawValue).joined(separator: " ")
    let hint = nearest.map { "did you mean “\($0.rawValue):”?" } ?? "known: \(known)."
    return "there is no field “\(name):”; \(hint) Quote it to find the words themselves"
  }
}

extension FilterField {
  fileprivate func chineseExpectation(_ name: String) -> String {
    switch self {
    case .city: "城市名，如 \(name):濮阳,郑州"
    case .date: "日期，如 \(name):2025-03"
    case .title: "标题里的字，如 \(name):道路"
    case .body: "正文里的字，如 \(name):道路"
    case .by: "作者的名字，如 \(name):林晓舟"
    case .paper: "报名，如 \(name):濮阳日报"
    case .page: "版次，如 \(name):2"
    case .kind: "类别，如 \(name):评论"
    case .source: "来源，如 \(name):新华社"
    case .pinyin: "拼音，如 \(name):daolu"
    case .state: "状态，如 \(name):转版"
    }
  }

  fileprivate func englishExpectation(_ name: String) -> String {
    switch self {
    case .city: "a city, as in \(name):濮阳,郑州"
    case .date: "a date, as in \(name):2025-03"
    case .title: "words of a headline, as in \(name):道路"
    case .body: "words of a body, as in \(name):道路"
    case .by: "a name, as in \(name):林晓舟"
    case .paper: "a paper, as in \(name):濮阳日报"
    case .page: "a page, as in \(name):2"
    case .kind: "a kind, as in \(name):commentary"
    case .source: "a source, as in \(name):新华社"
    case .pinyin: "pinyin, as in \(name):daolu"
    case .state: "a state, as in \(name):jump"
    }
  }
}
