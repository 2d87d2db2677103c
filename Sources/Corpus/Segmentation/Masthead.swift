/// What a masthead line tells of its page.
struct Masthead: Equatable {
  /// `19`, `A03`.
  var page: String?
  /// 要闻, 民生.
  var section: String?
  /// The day of publication.
  var date: PartialDate?
  /// 濮阳日报.
  var paper: String?
  /// The page number stood as `A06` or `第3版`, not as a bare number.
  private var isMarkedPage = false
  /// Names of those who made the page stand in the line too.
  private var hasEditors = false

  /// The longest word that may be a section's name, in characters.
  private static let longestName = 16

  /// Whether the line is a part of a masthead and nothing else.
  static func isPart(_ line: Line) -> Bool { Masthead(line) != nil }

  /// Reads a line made of page number, section, day, weekday, lunar date, issue number and paper's name only.
  init?(_ line: Line) {
    guard line.count <= 110, line.count >= 2, line.heading == 0, !Self.isRunningText(line),
      line.text.contains(where: Self.telling.contains)
    else { return nil }
    var rest = InlineArray<4, Range<Int>>(repeating: 0..<0)
    var count = 0
    var cursor = Cursor(line.text)
    var start = 0
    while true {
      cursor.skipBlanks()
      guard let scalar = cursor.next else { break }
      start = cursor.at
      if readKnown(&cursor, scalar) { continue }
      if Self.separators.contains(scalar) { cursor.at += 1; continue }
      while cursor.at - start <= Self.longestName, let next = cursor.next, !next.isBlank { cursor.at += 1 }
      if cursor.at - start > Self.longestName { return nil }
      let word = line.text[start..<cursor.at]
      if date != nil, goesOn(word, behind: line.text[..<start]) { return nil }
      if namesEditor(word) {
        hasEditors = true
      } else {
        guard count < rest.count, line.census.commas == 0 else { return nil }
        rest[count] = start..<cursor.at
        count += 1
      }
    }
    let known = (date != nil ? 2 : 0) + (paper != nil ? 2 : 0) + (page != nil ? 1 : 0)
    guard known > 0, accepts((0..<count).map { line.text[rest[$0]] }, known: known) else { return nil }
  }

  /// What stands in every day, page number and paper's name: most lines have none of it.
  private static let telling = ScalarSet(
    "0123456789０１２３４５６７８９".unicodeScalars + ChineseNumeral.characters.unicodeScalars
      + PaperName.lastCharacters)

  /// Whether a line without spaces is too long for a name and nothing known begins it, as is so of nearly all lines of
  /// running text: they are not read further.
  private static func isRunningText(_ line: Line) -> Bool {
    guard line.census.blanks == 0, line.count > longestName, let first = line.text.first else { return false }
    if mayBegin(with: first) || first.isLatin || separators.contains(first) { return false }
    var end = 0
    while end <= PaperName.lengths.upperBound, line.text[end].isHan { end += 1 }
    return !PaperName.isPaper(line.text[..<end])
  }

  /// Whether a day, a weekday, an issue's or a page's number may begin with such a character.
  private static func mayBegin(with first: Unicode.Scalar) -> Bool {
    first.digit != nil || ChineseNumeral.isNumeral(first) || beginnings.contains(first)
  }

  /// Words that go on directly behind a day, and name no section, are of a sentence: `9月25日河畔银行开`.
  private func goesOn(_ word: ArraySlice<Unicode.Scalar>, behind before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last, Self.dayEnds.contains(last) else { return false }
    return !Self.sections.contains(word.string)
  }

  /// `编辑：`, `责编：王`, and short words behind it, which are names.
  private func namesEditor(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if hasEditors, word.count <= 4 { return true }
    if word.count <= 6, LineShape.isPost(word) { return true }
    return word.count <= 10 && word.contains { $0 == "：" || $0 == ":" } && LineShape.namesPost(word)
  }

  /// A piece that is surely of a masthead; `first` is the character at the cursor.
  private mutating func readKnown(_ cursor: inout Cursor, _ first: Unicode.Scalar) -> Bool {
    let mayBegin = Self.mayBegin(with: first)
    if mayBegin {
      if let day = DateReader.fullDate(&cursor) { date = date ?? day; return true }
      if readWeekday(&cursor) || readIssue(&cursor) { return true }
    }
    if let name = readPaper(&cursor) { paper = paper ?? name; return true }
    if mayBegin || first.isLatin, let number = readPage(&cursor) { page = page ?? number; return true }
    return false
  }

  /// With what else than a number its days, weekdays, issue numbers and page numbers begin.
  private static let beginnings = ScalarSet(
    DateReader.republics.beginnings + weeks.beginnings + calendars.beginnings + ordinals.beginnings
      + editions.beginnings + ["第"])

  private func readWeekday(_ cursor: inout Cursor) -> Bool {
    guard cursor.skip(oneOf: Self.weeks) else { return false }
    return cursor.skip(where: Self.weekdays.contains) != nil
  }

  private static let separators: ScalarSet = "|｜/·:：,，　-—"
  private static let dayEnds: ScalarSet = "日号號"
  private static let weeks: Words = ["星期", "周", "禮拜"]
  private static let weekdays: ScalarSet = "一二三四五六日天"
  private static let calendars: Words = ["农历", "農曆", "乙巳", "甲辰", "癸卯", "壬寅", "辛丑", "庚子", "己亥", "戊戌"]
  private static let ordinals: Words = ["总第", "第", "总"]
  private static let issues: Words = ["期", "号", "號"]
  private static let editions: Words = ["今日", "本期"]
  private static let sheets: Words = ["版", "张", "張"]
  private static let pageEnds: ScalarSet = "|:：·・/"

  /// `农历正月初八`, `总第1234期`, `第12345号`, `今日8版`.
  private func readIssue(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    if cursor.skip(oneOf: Self.calendars) {
      while let next = cursor.next, next.isHan { cursor.at += 1 }
      return true
    }
    if cursor.skip(oneOf: Self.ordinals), cursor.number() != nil,
      cursor.skip(oneOf: Self.issues)
    {
      return true
    }
    cursor.at = start
    if cursor.skip(oneOf: Self.editions), cursor.number() != nil,
      cursor.skip(oneOf: Self.sheets)
    {
      return true
    }
    cursor.at = start
    return false
  }

  private func readPaper(_ cursor: inout Cursor) -> String? {
    let start = cursor.at
    var end = start
    let limit = min(cursor.text.endIndex, start + PaperName.lengths.upperBound + 1)
    while end < limit, cursor.text[end].isHan { end += 1 }
    guard PaperName.lengths ~= end - start, PaperName.isPaper(cursor.text[start..<end]) else { return nil }
    defer { cursor.at = end }
    return cursor.text[start..<end].string
  }

  /// `19`, `A03`, `03版`, `第3版`.
  private mutating func readPage(_ cursor: inout Cursor) -> String? {
    let start = cursor.at
    let hasOrdinal = cursor.skip("第")
    let letter = cursor.skip(where: { $0.isLatin })
    let digits = cursor.at
    guard let number = cursor.number(), number > 0, number < 500 else { cursor.at = start; return nil }
    let figure = cursor.text[digits..<cursor.at].string
    let isPage = cursor.skip("版")
    let ends = cursor.next.map { $0.isBlank || $0.isHan || Self.pageEnds.contains($0) } ?? true
    guard ends, isPage || hasOrdinal || figure.allSatisfy(\.isNumber) else { cursor.at = start; return nil }
    if hasOrdinal && !isPage { cursor.at = start; return nil }
    isMarkedPage = isPage || letter != nil
    return (letter.map { String($0).uppercased() } ?? "") + figure
  }

  /// Whether the words that are left over are a section's name, given what else was read; `known` weighs that.
  private mutating func accepts(_ rest: [ArraySlice<Unicode.Scalar>], known: Int) -> Bool {
    if rest.isEmpty { return known >= 2 || page != nil }
    let words = rest.map(\.string)
    let joined = words.joined()
    if Self.sections.contains(joined) { section = joined; return true }
    if isMarkedPage, rest.count == 1, joined.count <= 8 { section = joined; return true }
    if known >= 4, rest.count <= 4, rest.allSatisfy({ $0.count <= 16 }) { section = words[0]; return true }
    if known >= 2, rest.count <= 3, rest.allSatisfy({ $0.count <= 8 }) { section = words[0]; return true }
    return false
  }

  private static let sections: Set<String> = [
    "要闻", "要聞", "新闻", "综合", "綜合", "综合新闻", "本地", "本地新闻", "民生", "民生新闻", "社会", "社会新闻", "经济", "财经", "国内", "国内新闻",
    "国际", "国际新闻", "时政",
    "文化", "副刊", "体育", "教育", "健康", "科技", "评论", "观点", "理论", "专题", "专版", "广告", "公告", "头版", "视点", "深度", "县区",
    "县域", "乡村", "生活", "文艺", "图片",
    "时事", "天下", "都市", "城事", "旅游", "读书", "周末", "特刊", "政务", "法治", "生态", "地方", "港澳", "两岸", "聚焦", "关注", "党建",
    "三农", "新农村", "产经", "企业", "港聞", "地方新聞", "焦點", "社會",
  ]
}

/// Names of newspapers.
enum PaperName {
  private static let endings: Words = [
    "日报", "晚报", "时报", "早报", "商报", "都市报", "晨报", "周报", "新报", "快报", "日報", "晚報", "時報", "導報", "导报", "侨报", "僑報",
    "青年报", "工人报", "法治报", "经济报", "电视报", "党报", "大公報", "文匯報", "新闻报", "周末", "青年報", "农民报", "晨刊", "晚刊",
    "周刊",
  ]

  /// The characters with which such names end.
  static var lastCharacters: [Unicode.Scalar] { endings.endings }

  /// How many characters such names have.
  static let lengths = 3...10

  /// Whether a word is a paper's name: three to ten characters that end like one, without words around it.
  static func isPaper(_ word: String) -> Bool {
    isPaper(Scalars(of: word))
  }

  /// The same, for a word's scalars.
  static func isPaper<Word: RandomAccessCollection>(_ word: Word) -> Bool
  where Word.Element == Unicode.Scalar, Word.Index == Int, Word.SubSequence: RandomAccessCollection {
    lengths.contains(word.count) && endings.end(word.dropFirst())
  }
}
