/// What a masthead line tells of its page.
struct Masthead: Equatable {
  /// `19`, `A03`.
  var page: String? { pageMark?.page }
  private var pageMark: PageMark?
  /// 要闻, 民生.
  var section: String?
  /// The day of publication.
  var date: PartialDate?
  /// 濮阳日报.
  var paper: String?
  /// 0 for Sunday.
  private(set) var weekday: Int?
  /// The page number stood as `A06` or `第3版`, not as a bare number.
  private(set) var isMarkedPage = false
  /// Lunar date, number of the issue, number of pages.
  private var hasIssue = false
  /// Names of those who made the page stand in the line too.
  private var hasEditors = false
  /// Telephone number, mail or web address.
  private var hasContact = false
  /// A stroke or a point stands between its words.
  private var hasStroke = false
  /// Words of Latin letters, which translate a name or a day.
  private var latinWords = 0
  /// `3月17日`, the day of publication where a weekday or a page number stands beside it.
  private(set) var day: PartialDate?
  /// A word that is a paper's name where a day or a page number stands beside it: 新京报.
  private(set) var name: String?

  /// The longest word that may name an editor, in characters.
  private static let longestPost = 10
  /// The longest word that may be a section's name, in characters.
  private static let longestName = 16

  /// What a line says together with those beside it.
  init(date: PartialDate? = nil, weekday: Int? = nil, paper: String? = nil) {
    (self.date, self.weekday, self.paper) = (date, weekday, paper)
  }

  /// Whether the line is a part of a masthead and nothing else.
  static func isPart(_ line: Line) -> Bool { mayBePart(line) && Masthead(line) != nil }

  /// Whether a line is surely of a masthead, so that a day beside it is the page's: a paper's name, a marked page, a
  /// weekday, an issue's number, several things at once.
  static func isSure(_ line: Line) -> Bool {
    guard let part = Masthead(line) ?? Masthead(loose: line) else { return false }
    return part.paper != nil || part.isMarkedPage || part.weekday != nil || part.hasIssue || part.parts > 1
  }

  /// Whether a line is the name of a section and nothing else: `要闻`. Such as tell that a story is no news are left.
  static func isSection(_ line: Line) -> Bool {
    line.count <= 4 && isSection(line.squeezed) && !opinions.hold(line.squeezed)
  }

  /// Whether a word is the name of a section, which traditional characters may spell.
  private static func isSection(_ name: Scalars) -> Bool {
    guard let first = name.first, sections.mayBegin(with: Folding.fold(first)) else { return false }
    return sections.hold(name.folded)
  }

  private static let opinions: Words = ["评论", "評論", "观点", "觀點"]

  /// How many different things it tells.
  var parts: Int {
    let known = [
      date != nil, weekday != nil, paper != nil, pageMark != nil, section != nil, hasIssue, hasEditors,
      hasContact,
    ]
    return known.count { $0 }
  }

  /// Quick to ask: most lines are none of a masthead's.
  private static func mayBePart(_ line: Line) -> Bool {
    line.census.signs.contains(.masthead) && line.count <= 110 && line.count >= 2 && line.census.stops == 0
      && (line.isBalanced || line.unbalanced.close.isEmpty) && !isRunningText(line)
  }

  /// Reads a line made of page number, section, day, weekday, lunar date, issue number and paper's name only.
  init?(_ line: Line) {
    guard let rest = read(line), isWhole(line, rest) else { return nil }
  }

  /// Reads a line that is of a masthead where others of one stand beside it: `星期一`, `第9876期`, `今日8版`, `3月17日`, `新京报`.
  init?(loose line: Line) {
    guard line.count <= Self.longestName, let rest = read(line), isLoose(line, rest) else { return nil }
  }

  /// What `init(_:)` and `init(loose:)` read of a line, both at once.
  static func readings(of line: Line) -> (whole: Masthead?, loose: Masthead?) {
    var loose = Masthead()
    guard let rest = loose.read(line) else { return (nil, nil) }
    var whole = loose
    return (whole.isWhole(line, rest) ? whole : nil, loose.isLoose(line, rest) ? loose : nil)
  }

  private mutating func isWhole(_ line: Line, _ rest: [ArraySlice<Unicode.Scalar>]) -> Bool {
    // A headline has Markdown marks, too: only what names paper or day, and nothing else, is none.
    accepts(rest) && (line.heading == 0 || (paper != nil || date != nil) && (rest.isEmpty || parts > 2))
  }

  private func isLoose(_ line: Line, _ rest: [ArraySlice<Unicode.Scalar>]) -> Bool {
    line.count <= Self.longestName && line.heading == 0 && rest.isEmpty && !hasContact
      && (weekday != nil || hasIssue || day != nil || name != nil)
  }

  /// Reads a line's known words; the others, or nil where they are none of a masthead's.
  private mutating func read(_ line: Line) -> [ArraySlice<Unicode.Scalar>]? {
    guard Self.mayBePart(line) else { return nil }
    let hasComma = line.census.commas > 0
    let text = line.isSpacedOut ? line.squeezed : line.text
    var rest: [ArraySlice<Unicode.Scalar>] = []
    var cursor = Cursor(text)
    var start = 0
    while true {
      cursor.skipBlanks()
      guard let scalar = cursor.next else { break }
      start = cursor.at
      if readKnown(&cursor, scalar) { continue }
      if Self.separators.contains(scalar) {
        hasStroke = hasStroke || Self.strokes.contains(scalar)
        cursor.at += 1
        continue
      }
      while let next = cursor.next, !next.isBlank { cursor.at += 1 }
      let word = text[start..<cursor.at]
      if readContact(word) { continue }
      // The weather stands at the end.
      if Self.weather.begin(word), text[start...].contains("℃") { break }
      if word.count > Self.longestName { return nil }
      if date != nil || day != nil, goesOn(word, behind: text[..<start]) { return nil }
      if namesEditor(word) { hasEditors = true; continue }
      if hasComma || rest.count == 4 || word.contains(where: PaperName.particles.contains) { return nil }
      rest.append(word)
    }
    return rest
  }

  /// What stands in every day, weekday, lunar date, page number and paper's name: most lines have none of it.
  static let tellingCharacters =
    Array(("0123456789０１２３４５６７８９日历曆" + ChineseNumeral.characters).unicodeScalars) + PaperName.lastCharacters
  static let telling = ScalarSet(tellingCharacters)

  /// Whether nothing known begins a line, and its first word is its only one or too long for a name, as is so of nearly
  /// all lines: they are not read further. In a line with commas the first word that is not known can only be an
  /// editor's post.
  private static func isRunningText(_ line: Line) -> Bool {
    guard let first = line.text.first, !openings.contains(first) else { return false }
    var end = 0
    let limit = min(line.text.count, PaperName.lengths.upperBound + 1)
    while end < limit, line.text[end].isHan { end += 1 }
    if line.census.commas > 0, !line.isSpacedOut {
      return !LineShape.namesPost(line.text[...]) && !PaperName.isPaper(line.text[..<end])
        && !PaperName.mayBePaper(line.text[..<end])
    }
    let longest = line.census.blanks == 0 ? 0 : line.census.commas > 0 ? longestPost : longestName
    guard line.count > longest, !line.text[...longest].contains(where: \.isBlank) else { return false }
    let isLongWord = line.census.blanks == 0 && line.count > longestName
    return !PaperName.isPaper(line.text[..<end]) && (isLongWord || !PaperName.mayBePaper(line.text[..<end]))
  }

  /// With what anything known begins but papers' names.
  private static let openings: ScalarSet = {
    let figures = "0123456789０１２３４５６７８９" + ChineseNumeral.characters
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return ScalarSet(firsts + contacts.beginnings + Array((figures + letters + marks).unicodeScalars))
  }()

  /// `0393-6666666`, `热线：0393-6666666`, `www.example.com`, `E-mail:news@example.com`, `DAILY`.
  private mutating func readContact(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = word.first,
      Self.contactBeginnings.contains(first) || first.isLatin || first.digit != nil
    else { return false }
    let label = Self.contacts.start(of: word)?.count ?? 0
    let value = word.dropFirst(label)
    guard !value.contains(where: \.isHan) else { return false }
    let isAddress = value.contains("@") || Self.sites.stand(in: value)
    if label > 0 || isAddress || value.count(where: { $0.digit != nil }) >= 7 {
      hasContact = true; return true
    }
    guard word.count >= 2, word.allSatisfy(\.isLatin) else { return false }
    latinWords += 1
    return true
  }

  private static let contacts: Words = [
    "新闻热线", "报料热线", "爆料热线", "读者热线", "发行热线", "广告热线", "服务热线", "热线电话", "热线", "熱線", "编辑部电话", "本版电话", "联系电话", "电话",
    "電話",
    "投稿邮箱", "电子邮箱", "电子信箱", "本版邮箱", "邮箱", "信箱", "郵箱", "投稿", "网址", "網址", "E-mail", "E－mail", "Email", "E-Mail",
    "EMAIL",
    "e-mail", "email", "QQ",
  ]
  private static let contactBeginnings = ScalarSet(contacts.beginnings)
  private static let sites: Words = ["www.", "http", ".com", ".cn", ".net", ".org"]

  /// Words that go on directly behind a day, and name no section, are of a sentence: `9月25日河畔银行开`; so is the hour:
  /// `9月25日10时`.
  private func goesOn(_ word: ArraySlice<Unicode.Scalar>, behind before: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = before.last else { return false }
    if last.digit != nil, let first = word.first, Self.hours.contains(first) { return true }
    return Self.dayEnds.contains(last) && !Self.isSection(Scalars(word))
  }

  private static let hours: ScalarSet = "时時点點"

  /// `编辑：`, `责编：王`, and short words behind it, which are names.
  private func namesEditor(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if hasEditors, word.count <= 4 { return true }
    if word.count <= 6, LineShape.isPost(word) { return true }
    return word.count <= 10 && word.contains { $0 == "：" || $0 == ":" } && LineShape.namesPost(word)
  }

  /// A piece that is surely of a masthead; `first` is the character at the cursor.
  private mutating func readKnown(_ cursor: inout Cursor, _ first: Unicode.Scalar) -> Bool {
    let isNumber = first.digit != nil || ChineseNumeral.isNumeral(first)
    let mayBegin = isNumber || Self.beginnings.contains(first)
    if mayBegin, let day = DateReader.fullDate(&cursor) { date = date ?? day; return true }
    if isNumber ? readDay(&cursor) : mayBegin && (readWeekday(&cursor) || readIssue(&cursor)) { return true }
    if readPaper(&cursor) { return true }
    return (mayBegin || first.isLatin) && readPage(&cursor)
  }

  /// With what else than a number its days, weekdays, issue numbers and page numbers begin.
  private static let firsts: [Unicode.Scalar] =
    DateReader.republics.beginnings + weeks.beginnings + calendars.beginnings + ordinals.beginnings
    + editions.beginnings + stems.unicodeScalars + ["第"]
  private static let beginnings = ScalarSet(firsts)

  private mutating func readWeekday(_ cursor: inout Cursor) -> Bool {
    guard cursor.skip(oneOf: Self.weeks), let day = cursor.skip(where: Self.weekdays.contains) else {
      return false
    }
    weekday = day == "天" ? 0 : Self.daysOfWeek.firstIndex(of: day)
    return true
  }

  /// `3月17日`; `03/17` only where the weekday follows.
  private mutating func readDay(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    if let month = cursor.number(), let mark = cursor.skip(where: { $0 == "月" || $0 == "/" }),
      let number = cursor.number(), mark == "/" ? weekFollows(cursor) : cursor.skip(oneOf: DateReader.days),
      let found = PartialDate(month: month, day: number)
    {
      day = day ?? found
      return true
    }
    cursor.at = start
    return false
  }

  private func weekFollows(_ cursor: Cursor) -> Bool {
    var cursor = cursor
    return cursor.skip(oneOf: Self.weeks)
  }

  private static let marks = "|｜│/·•●■◆:：,，　-—"
  private static let separators = ScalarSet(marks.unicodeScalars)
  private static let strokes: ScalarSet = "|｜│·•"
  private static let dayEnds: ScalarSet = "日号號"
  private static let weeks: Words = ["星期", "周", "週", "礼拜", "禮拜"]
  private static let weekdays: ScalarSet = "一二三四五六日天"
  private static let daysOfWeek = Scalars(of: "日一二三四五六")
  /// With what the weather begins.
  static let weather: Words = ["今日天气"]
  private static let calendars: Words = ["农历", "農曆"]
  /// Of what the names of lunar years are made: 乙巳.
  static let stems = "甲乙丙丁戊己庚辛壬癸"
  private static let stemSet = ScalarSet(stems.unicodeScalars)
  private static let branches: ScalarSet = "子丑寅卯辰巳午未申酉戌亥"
  private static let ordinals: Words = ["总第", "第", "总"]
  private static let issues: Words = ["期", "号", "號"]
  private static let editions: Words = ["今日", "本期"]
  private static let sheets: Words = ["版", "张", "張"]
  private static let pageEnds: ScalarSet = "|:：·・/"
  /// What follows the number of something else than a page: `3月`, `第9876期`.
  private static let counted: ScalarSet = "年月日号號期"

  private mutating func readIssue(_ cursor: inout Cursor) -> Bool {
    guard Self.skipIssue(&cursor) else { return false }
    hasIssue = true
    return true
  }

  /// `农历正月初八`, `总第1234期`, `第12345号`, `今日8版`.
  private static func skipIssue(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    if cursor.skip(oneOf: calendars) || skipLunarYear(&cursor) {
      while let next = cursor.next, next.isHan { cursor.at += 1 }
      return true
    }
    if cursor.skip(oneOf: ordinals), cursor.number() != nil, cursor.skip(oneOf: issues) { return true }
    cursor.at = start
    if cursor.skip(oneOf: editions), cursor.number() != nil, cursor.skip(oneOf: sheets) { return true }
    cursor.at = start
    return false
  }

  /// `乙巳年`, `乙巳蛇年`.
  private static func skipLunarYear(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    guard cursor.skip(where: stemSet.contains) != nil, cursor.skip(where: branches.contains) != nil else {
      cursor.at = start; return false
    }
    if cursor.skip("年") { return true }
    if cursor.skip(where: \.isHan) != nil, cursor.skip("年") { return true }
    cursor.at = start
    return false
  }

  private mutating func readPaper(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    var end = start
    let limit = min(cursor.text.endIndex, start + PaperName.lengths.upperBound + 1)
    while end < limit, cursor.text[end].isHan { end += 1 }
    let word = cursor.text[start..<end]
    if PaperName.isPaper(word) {
      paper = paper ?? word.string
    } else if PaperName.mayBePaper(word), !goesOn(word, behind: cursor.text[..<start]) {
      name = name ?? word.string
    } else {
      return false
    }
    cursor.at = end
    return true
  }

  /// `19`, `A03`, `03版`, `第3版`.
  private mutating func readPage(_ cursor: inout Cursor) -> Bool {
    let start = cursor.at
    let hasOrdinal = cursor.skip("第")
    let letter = cursor.skip(where: { $0.isLatin })
    let digits = cursor.at
    guard let number = cursor.number(), number > 0, number < 500 else { cursor.at = start; return false }
    let figures = cursor.text[digits..<cursor.at]
    let isPage = cursor.skip("版")
    guard ends(cursor, isMarked: isPage || letter != nil), figures.count(where: { !$0.isBlank }) <= 3,
      isPage || !hasOrdinal && !figures.contains(where: ChineseNumeral.isNumeral)
    else { cursor.at = start; return false }
    isMarkedPage = isPage || letter != nil
    if pageMark == nil { pageMark = PageMark(letter: letter, figures: figures) }
    return true
  }

  /// The page's number as it stands.
  private struct PageMark: Equatable {
    let letter: Unicode.Scalar?
    let figures: ArraySlice<Unicode.Scalar>

    var page: String { PageName.plain((letter.map { [$0] } ?? []) + figures.filter { !$0.isBlank }) }
  }

  /// Whether a page's number may end here; a bare one does not before 月, nor in `03/17`.
  private func ends(_ cursor: Cursor, isMarked: Bool) -> Bool {
    guard let next = cursor.next, !next.isBlank else { return true }
    if next.isHan { return !Self.counted.contains(next) }
    guard Self.pageEnds.contains(next) else { return false }
    return isMarked || next != "/" || cursor.at + 1 >= cursor.text.endIndex
      || cursor.text[cursor.at + 1].digit == nil
  }

  /// Whether the words that are left over are a section's name, given what else was read.
  private mutating func accepts(_ rest: [ArraySlice<Unicode.Scalar>]) -> Bool {
    guard takesWhatStandsBeside(rest) else { return false }
    let known = (date != nil ? 2 : 0) + (paper != nil ? 2 : 0) + (pageMark != nil ? 1 : 0)
    if known == 0 { return weekday != nil && hasIssue && rest.isEmpty }
    if rest.isEmpty { return known >= 2 || pageMark != nil }
    let joined = Scalars(rest.joined())
    if namesSection(rest, joined) { section = joined.string; return true }
    if known >= 4, rest.count <= 4, rest.allSatisfy({ $0.count <= Self.longestName }) {
      section = rest[0].string
      return true
    }
    guard known >= 2, standsApart(rest), rest.count <= 3, rest.allSatisfy({ $0.count <= 8 }) else {
      return false
    }
    section = rest[0].string
    return true
  }

  /// Whether the left over words, also `joined`, name a section beside a paper's name, a day or a page: `要闻`, `县区新闻`,
  /// `园区·企业`, a place that an edition is for, any short words beside a marked page or behind a stroke.
  private func namesSection(_ rest: [ArraySlice<Unicode.Scalar>], _ joined: Scalars) -> Bool {
    if Self.isSection(joined) { return true }
    guard joined.count <= 9 else { return false }
    if pageMark != nil, Self.sectionEnds.end(joined) || MastheadBit.isPair(joined) { return true }
    if paper != nil, pageMark == nil, rest.count == 1, joined.count <= 4, Gazetteer.shared.isPlace(joined) {
      return true
    }
    guard joined.count <= 8 else { return false }
    return isMarkedPage && (rest.count <= 2 || rest.allSatisfy { $0.count == 1 }) || standsBehindStroke(rest)
  }

  /// `都市 · 民生    A06`: one word or two that are no name, with a stroke beside them.
  private func standsBehindStroke(_ rest: [ArraySlice<Unicode.Scalar>]) -> Bool {
    guard hasStroke, paper != nil && rest.count <= 2 || pageMark != nil && rest.count == 1 else {
      return false
    }
    return !Names.isName(rest[0]) || rest[0].last == "版"
  }

  private static let sectionEnds: Words = ["新闻", "新聞", "副刊", "周刊", "专刊", "专版"]

  /// Whether a section of any name may stand beside a day or a paper's name: not where one of them alone begins the
  /// line, as in a chronicle or a slogan.
  private func standsApart(_ rest: [ArraySlice<Unicode.Scalar>]) -> Bool {
    if weekday != nil || pageMark != nil || hasIssue || hasEditors { return true }
    return paper == nil && rest.first?.startIndex == 0
  }

  /// A day without its year needs a weekday or a marked page beside it, a word that may be a paper's name a day, a page
  /// or a section; Latin words need a name or a day that they translate.
  private mutating func takesWhatStandsBeside(_ rest: [ArraySlice<Unicode.Scalar>]) -> Bool {
    if let day, date == nil {
      guard weekday != nil || isMarkedPage else { return false }
      date = day
    }
    if let name, paper == nil {
      let hasSection = hasStroke && Self.isSection(Scalars(rest.joined()))
      guard date != nil || pageMark != nil || hasSection else { return false }
      paper = name
    }
    return latinWords == 0 || latinWords <= 4 && (paper != nil || date != nil)
  }

  private static let sections: Words = [
    "要闻", "新闻", "综合", "综合新闻", "本地", "本地新闻", "民生", "民生新闻", "社会", "社会新闻", "经济", "财经", "国内", "国内新闻",
    "国际", "国际新闻", "时政",
    "文化", "副刊", "体育", "教育", "健康", "科技", "评论", "观点", "理论", "专题", "专版", "广告", "公告", "头版", "视点", "深度", "县区",
    "县域", "乡村", "生活", "文艺", "图片",
    "时事", "天下", "都市", "城事", "旅游", "读书", "周末", "特刊", "政务", "法治", "生态", "地方", "港澳", "两岸", "聚焦", "关注", "党建",
    "三农", "新农村", "产经", "企业", "港闻", "地方新闻", "焦点", "娱乐", "社区", "园区", "体坛", "消费", "市场", "便民", "校园", "文旅", "银龄",
    "养老", "体育新闻", "国内国际", "国际国内", "农情", "视野", "老年",
  ]
}

/// Numbers and names of pages.
enum PageName {
  /// With ASCII digits and capitals: `０３` is 03, 二 is 2, `a６` is A6; other names are as they are.
  static func plain(_ name: Scalars) -> String {
    if name.allSatisfy(ChineseNumeral.isNumeral), let number = ChineseNumeral.value(of: name) {
      return String(number)
    }
    let narrow = name.map { $0.digit.flatMap { Unicode.Scalar(48 + $0) } ?? $0 }
    guard let first = narrow.first, first.isLatin, narrow.dropFirst().allSatisfy({ $0.digit != nil }) else {
      return narrow.string
    }
    return narrow.string.uppercased()
  }
}

/// Names of newspapers.
enum PaperName {
  private static let endings: Words = [
    "日报", "晚报", "时报", "早报", "商报", "都市报", "晨报", "周报", "新报", "日報", "晚報", "時報", "導報", "导报", "侨报", "僑報",
    "青年报", "工人报", "法治报", "法制报", "经济报", "电视报", "党报", "大公報", "文匯報", "新闻报", "青年報", "农民报", "晨刊", "晚刊",
    "都会报", "生活报", "政协报", "教育报", "妇女报", "参考报", "环境报", "监察报", "科技报",
  ]
  /// Names that end like no other.
  private static let names: Words = [
    "新京报", "文汇报", "文匯報", "大公报", "大公報", "解放军报", "今晚报", "文摘报", "联合报", "聯合報", "新华每日电讯",
  ]
  /// With what names end that are names only where something else says so.
  private static let looseEndings: Words = ["报", "報", "电讯", "電訊", "周末", "周刊", "週末", "週刊"]
  /// What else ends so.
  private static let others: Words = [
    "海报", "简报", "公报", "预报", "喜报", "捷报", "战报", "情报", "壁报", "通报", "申报", "回报", "汇报", "播报", "举报", "呈报", "上报",
    "填报", "瞒报",
    "谎报", "误报", "警报", "电报", "禀报", "年报", "季报", "月报", "板报", "墙报", "抄报", "剪报", "专报", "续报", "补报", "直报", "登报",
    "见报", "读报",
    "看报", "送报", "发报", "订报", "卖报", "办报", "善报", "恶报", "密报", "线报", "转报", "虚报", "漏报", "机关报", "本报", "该报", "大报",
    "小报", "各报",
    "旧报", "书报", "子报", "数字报", "数据报", "速报", "急报", "来报", "还报", "必报", "不报", "图报", "投报", "报报", "房报", "核报",
    "价报",
    "海報", "簡報", "公報", "預報", "喜報", "捷報", "戰報", "情報", "壁報", "通報", "申報", "回報", "匯報", "彙報", "播報", "舉報", "電報",
    "警報", "年報",
    "季報", "月報", "本報", "該報", "報報",
  ]

  /// The characters with which such names end.
  static var lastCharacters: [Unicode.Scalar] { endings.endings + looseEndings.endings }

  /// How many characters such names have.
  static let lengths = 3...10

  /// Whether a word is a paper's name: three to ten characters that end like one, without words around it.
  static func isPaper(_ word: String) -> Bool {
    isPaper(Scalars(of: word))
  }

  /// The same, for a word's scalars.
  static func isPaper<Word: RandomAccessCollection>(_ word: Word) -> Bool
  where Word.Element == Unicode.Scalar, Word.Index == Int, Word.SubSequence: RandomAccessCollection {
    lengths.contains(word.count) && (endings.end(word.dropFirst()) || names.hold(word))
      && !word.contains(where: particles.contains)
  }

  /// Characters of sentences, which no paper's name has.
  static let particles: ScalarSet = "的了于把被"

  /// Whether a word of two to ten characters may be one, if it stands where papers' names do: beside a day, a page's number
  /// or in the name of a page's file.
  static func mayBePaper<Word: RandomAccessCollection>(_ word: Word) -> Bool
  where Word.Element == Unicode.Scalar, Word.Index == Int {
    2...lengths.upperBound ~= word.count && looseEndings.end(word.dropFirst()) && !others.end(word)
  }
}
