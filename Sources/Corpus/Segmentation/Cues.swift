/// Words at a line's start or end by which newspapers open and close stories.
enum Cues {
  /// What a line's beginning tells.
  struct Opening: Equatable {
    /// `本报讯`, `新华社北京3月17日电`: a news body opens here.
    var isDateline = false
    /// `第一版` of `（上接第一版）`.
    var continuedFrom: String?
    /// Box heads that open a story of their own: 编者按, 核心阅读.
    var isBox = false
    /// A caption, by its words or by the photographer's credit.
    var isCaption = false
    /// `图为…`: words that speak of a picture.
    var pointsAtPicture = false

    /// The words of a news lead: a day, or 近日, 日前, 昨天.
    var isLead = false

    /// Words that speak of what stands before: 他说, 会议指出, 与此同时.
    var refersBack = false

    /// No story goes on over such a line.
    var isStrong: Bool { isDateline || continuedFrom != nil }
  }

  /// What a line begins with.
  static func opening(of line: Line) -> Opening {
    opening(of: line.squeezed, mayReport: line.census.signs.contains(.report))
  }

  /// The same, for a squeezed text; `mayReport`: it may have a word before 讯.
  static func opening(of text: Scalars, mayReport: Bool = true) -> Opening {
    guard let first = text.first, beginnings.contains(first) || mayReport && Dateline.mayReport(text) else {
      return Opening()
    }
    var opening = Opening()
    opening.continuedFrom = Jump.from(text)
    opening.isDateline = Dateline.length(in: text) != nil && EndMark.start(in: text) != 0
    opening.isBox = boxes.begin(text)
    opening.isLead = isLead(text)
    opening.refersBack = Reference.opens(text)
    opening.pointsAtPicture = captions.begin(text)
    opening.isCaption = opening.pointsAtPicture
    return opening
  }

  /// With what all begins that a line's beginning tells but words before 讯.
  private static let beginnings = ScalarSet(
    Jump.beginnings + Dateline.firsts + Reference.words.beginnings + boxes.beginnings + leads.beginnings
      + captions.beginnings + Array(digits.unicodeScalars))

  private static let boxes: Words = [
    "编者按", "編者按", "核心阅读", "编后", "记者手记", "编辑同志", "編輯同志", "编辑您好", "尊敬的用户", "尊敬的客户", "尊敬的读者", "尊敬的市民",
    "尊敬的业主", "尊敬的乘客", "尊敬的旅客", "尊敬的家长", "广大市民朋友",
  ]
  /// Words with which captions speak of their picture.
  static let captions: Words = [
    "图为", "圖為", "圖爲", "上图", "下图", "左图", "右图", "上圖", "下圖", "左圖", "右圖",
  ]
  private static let leads: Words = ["近日", "日前", "昨日", "昨天", "今天上午", "今日上午", "連日來", "连日来"]
  private static let days: Words = ["日", "号", "號"]
  private static let digits = "0123456789０１２３４５６７８９" + ChineseNumeral.characters

  /// `3月17日，`, `昨天上午，`, `近日，` and their kin within the first characters.
  private static func isLead(_ text: Scalars) -> Bool {
    if leads.begin(text) { return true }
    guard let first = text.first, first.digit != nil || ChineseNumeral.isNumeral(first),
      text.prefix(10).contains("月")
    else { return false }
    var cursor = Cursor(text)
    guard cursor.number() != nil, cursor.skip("月"), cursor.number() != nil else { return false }
    return cursor.skip(oneOf: days)
  }

  /// Words with which headlines of notices end: 公告, 启事, 通知.
  static func isNoticeTitle(_ text: Scalars) -> Bool {
    (4...40).contains(text.count) && notices.end(text) || heads.hold(text)
  }

  /// Words that head notices alone.
  private static let heads: Words = [
    "讣告", "訃告", "启事", "啟事", "公告", "通告", "更正", "致歉", "征稿", "征文", "招聘",
  ]

  private static let notices: Words = [
    "公告", "启事", "啟事", "通知", "公示", "声明", "聲明", "通告", "告示", "告知书", "拍卖会", "感谢信", "表扬信", "慰问信", "倡议书",
    "公开信", "一封信",
  ]

  /// What a line's end tells.
  struct Closing: Equatable {
    /// `第二版` of `（下转第二版）`.
    var continuedTo: String?
    /// An end mark: `④`, `③12（何苗）`, `（林晓）`, `（新华社北京10月9日电）`.
    var isEndMark = false
    /// `… 摄`, `新华社发`, `资料图片`.
    var isCredit = false
    /// A word set off by a space behind the last sentence, which may be a signature (`市巡办`) or the beginning of a
    /// sentence.
    var maySign = false

    /// Whether a story ends here.
    var isStrong: Bool { continuedTo != nil || isEndMark }
  }

  /// What the line ends with; `text` keeps its spaces, which set a signature off.
  static func closing(of text: Scalars) -> Closing {
    closing(of: text, squeezed: text.squeezed, mayTurn: true)
  }

  /// The same, for a line.
  static func closing(of line: Line) -> Closing {
    closing(of: line.text, squeezed: line.squeezed, mayTurn: line.census.signs.contains(.turn))
  }

  private static func closing(of text: Scalars, squeezed: Scalars, mayTurn: Bool) -> Closing {
    var closing = Closing()
    if mayTurn { closing.continuedTo = Jump.to(squeezed) }
    closing.isCredit = isCredit(squeezed)
    let signature = squeezed.count < text.count ? EndMark.signature(in: text) : nil
    closing.isEndMark = EndMark.start(in: text, signature: signature) != nil
    closing.maySign = signature != nil
    return closing
  }

  /// Whether the squeezed line ends as a photographer's credit does.
  static func isCredit(_ text: Scalars) -> Bool {
    guard let last = text.last, creditEnds.contains(last) else { return false }
    var end = text[...]
    if end.last?.closesRemark == true, let open = end.lastIndex(where: \.opensRemark),
      text.count - open < 9
    {
      let inner = text[(open + 1)..<(text.count - 1)]
      if isCreditWord(inner) { return true }
      end = text[..<open]
    }
    return isCreditWord(end)
  }

  private static func isCreditWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    if let last = text.last, last == "摄" || last == "攝" {
      return text.dropLast().last != "拍" || namesTaker(text.dropLast(2))
    }
    return credits.end(text)
  }

  /// `记者 何田田` before 拍摄, which are common words of running text.
  private static func namesTaker(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count <= 16 && NameList.roles.stand(in: text) && WriterNames(text)?.areSure ?? false
  }

  private static let creditEnds = ScalarSet(credits.endings + ["）", ")", "︶", "摄", "攝"])
  private static let credits: Words = [
    "新华社发", "资料图片", "资料照片", "文/图", "影像中国", "人民视觉", "视觉中国", "攝影", "摄影报道", "供图",
    "新華社發", "資料圖片", "資料照片", "文/圖", "文／圖", "人民視覺", "視覺中國", "攝影報道", "攝影報導", "供圖",
  ]
}

/// Words at a paragraph's start that speak of what stands before it, so that hardly a story opens with them.
enum Reference {
  fileprivate static let words: Words = [
    "他", "她", "它", "这是", "这些", "这个", "这种", "这位", "这样", "这里", "这次", "这一", "这项", "这家", "这场", "该", "此外", "此次",
    "此间", "此举", "此时",
    "另外", "另据", "同时", "与此同时", "与此相", "然而", "但是", "但", "不过", "可是", "因此", "所以", "于是", "而且", "随后", "随着活动", "接着",
    "之后", "后来",
    "其中", "其次", "其一", "其二", "其三", "再次", "最后", "首先", "第二", "第三", "第四", "第五", "二是", "三是", "四是", "五是", "据了解",
    "据悉", "据介绍", "據了解",
    "據悉", "據介紹", "据统计", "截至目前", "目前", "会议指出", "会议强调", "会议要求", "会议认为", "会议还", "会议听取", "会议审议", "会上", "座谈会上",
    "仪式上", "活动中",
    "活动现场", "活动当天", "会前", "会后", "为此", "对此", "在此", "由此", "从此", "如今", "当天", "当日", "当晚", "值得一提", "有关负责人",
    "相关负责人", "负责人表示", "除此",
    "除了", "不仅", "不少", "还有", "在他", "在她", "说起", "谈到", "谈及", "接下来", "下一步", "今后", "据此", "专家表示", "专家认为", "专家介绍",
  ]

  /// Whether the squeezed text begins with such words.
  static func opens(_ text: Scalars) -> Bool { words.begin(text) }
}

/// Stories continued on or from another page.
enum Jump {
  /// `第一版` where the squeezed text begins with `（上接第一版）`, `◀上接A1版`, `【接A1】` or their kin.
  static func from(_ text: Scalars) -> String? {
    guard let first = text.first, isMark(first) || references.mayBegin(with: first) else { return nil }
    var cursor = Cursor(text)
    skipMarks(&cursor)
    guard let word = cursor.next, references.mayBegin(with: word) else { return nil }
    let isSaid = cursor.at > 0 || word != "接"
    return cursor.skip(oneOf: references) ? page(&cursor, isSaid: isSaid) : nil
  }

  private static let references: Words = ["紧接", "緊接", "上接", "文接", "接"]

  /// With what `from` begins.
  fileprivate static var beginnings: [Unicode.Scalar] {
    references.beginnings + Unicode.Scalar.bullets + Array(marks.unicodeScalars)
  }

  /// `第二版` where the squeezed text ends with `（下转第二版）`, `【轉A2版】`, `▶下转A02` or their kin.
  static func to(_ text: Scalars) -> String? {
    if text.count <= 8, text.first.map(isTurn) ?? false, isBare(text, 0) {
      var cursor = Cursor(text, at: 1)
      if let page = page(&cursor, isSaid: false) { return page }
    }
    let start = max(1, text.count - 16)
    guard let last = lastTurn(text, from: start) else { return nil }
    for at in (start...last).reversed() where isTurn(text[at]) {
      let isMarked = isMark(text[at - 1])
      guard isMarked || leads.contains(text[at - 1]) || isBare(text, at) else { continue }
      var cursor = Cursor(text, at: at + 1)
      let isSaid = isMarked || at < 2 || !text[at - 2].isHan
      if let page = page(&cursor, isSaid: isSaid) { return page }
    }
    return nil
  }

  /// `。转A3版`, or a line that is nothing else: no mark and no other word, but the number has a letter.
  private static func isBare(_ text: Scalars, _ at: Int) -> Bool {
    at + 1 < text.count && isLetter(text[at + 1]) && text.last == "版"
      && (at == 0 || text[at - 1].endsSentence || text[at - 1].isComma)
  }

  private static func isTurn(_ scalar: Unicode.Scalar) -> Bool { scalar == "转" || scalar == "轉" }

  /// Where 转 last stands from such a place on; in most lines nowhere.
  private static func lastTurn(_ text: Scalars, from start: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      var at = text.count
      while at > start {
        at &-= 1
        if isTurn(text[at]) { return at }
      }
      return nil
    }
  }

  /// What stands before 转: 下转, 文转, 紧转.
  private static let leads: ScalarSet = "下文紧緊"

  /// A bracket, a bullet or an arrow.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBullet || markSet.contains(scalar)
  }

  private static let marks = "（(【[［〔<〈＜《«‹︵︻︹﹇︿>＞»›←→↑↓⇐⇒➔➜➡➤⬅"
  private static let markSet = ScalarSet(marks.unicodeScalars)

  private static func skipMarks(_ cursor: inout Cursor) {
    while let next = cursor.next, isMark(next) { cursor.at += 1 }
  }

  /// `第二版`, `A2版`, `2版`, `头版`, `第2、3版`, `03版·要闻`; `A02` alone where `isSaid`: the words or the marks around it
  /// leave no doubt that it is a page, and the number there needs no letter if a bracket closes behind it.
  private static func page(_ cursor: inout Cursor, isSaid: Bool) -> String? {
    skipMarks(&cursor)
    let start = cursor.at
    if !cursor.skip(oneOf: firstPage) {
      guard number(&cursor, isSaid: isSaid) else { return nil }
    }
    return cursor.text[start..<cursor.at].squeezedString
  }

  private static let firstPage: Words = ["头版", "頭版"]

  private static func number(_ cursor: inout Cursor, isSaid: Bool) -> Bool {
    _ = cursor.skip("第")
    let letter = cursor.skip(where: isLetter)
    guard cursor.number() != nil else { return false }
    skipFurtherNumbers(&cursor)
    if cursor.skip("版") { return true }
    guard isSaid, let next = cursor.next else { return isSaid && letter != nil }
    return next.isCloser || letter != nil && (next.endsSentence || isMark(next))
  }

  /// `、3` of `2、3版`.
  private static func skipFurtherNumbers(_ cursor: inout Cursor) {
    while true {
      let end = cursor.at
      guard cursor.skip(where: { $0 == "、" || $0.isComma || $0.isDash }) != nil,
        case _ = cursor.skip(where: isLetter), cursor.number() != nil
      else { cursor.at = end; return }
    }
  }

  /// A letter, also of full width.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatin || ("Ａ"..."Ｚ").contains(scalar)
  }
}

extension Unicode.Scalar {
  /// What signatures in brackets are made of: Han characters, letters, 、.
  fileprivate var mayName: Bool { isHan || isLatin || self == "、" }
}

extension ArraySlice where Element == Unicode.Scalar {
  /// Without white space, as a string.
  var squeezedString: String { filter { !$0.isBlank }.string }
}

/// Marks after a story's last sentence.
enum EndMark {
  /// Where the end mark begins in `text` (spaces kept), or nil: a circled number, codes and names in brackets,
  /// an agency's dateline in brackets, an agency named behind the last sentence.
  static func start(in text: Scalars) -> Int? { start(in: text, signature: signature(in: text)) }

  /// The same, where it is known where a signature begins.
  static func start(in text: Scalars, signature: Int?) -> Int? {
    guard let last = text.lastIndex(where: { !$0.isBlank }) else { return nil }
    if let code = code(in: text[...last]) { return numbered(text, code, last) }
    if text[last].closesRemark { return bracketed(text, last) }
    guard let signature else { return nil }
    return text[signature] == "据" && last - signature >= 3 ? signature : nil
  }

  /// Where a story's end mark begins that ends with the code at `code`: `。④`, `（何田田）③21`. Behind a title's last word such a number
  /// counts a series: `渡口见闻①`.
  private static func numbered(_ text: Scalars, _ code: Int, _ last: Int) -> Int? {
    guard let before = text[..<code].lastIndex(where: { !$0.isBlank }) else { return code }
    if text[before].closesRemark { return bracketed(text, before) ?? code }
    return code < last || text[before].endsSentence || text[before].isCloser ? code : nil
  }

  /// Where the code of who edited a story begins with which the words end: `③`, `②5`, `③12`.
  static func code(in words: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = words.last, last.isCircledNumber || last.digit != nil,
      let at = words.suffix(4).lastIndex(where: { $0.digit == nil && !$0.isBlank })
    else { return nil }
    return words[at].isCircledNumber ? at : nil
  }

  private static func bracketed(_ text: Scalars, _ last: Int) -> Int? {
    guard let open = text[..<last].lastIndex(where: \.opensRemark), last - open < 40 else {
      return nil
    }
    let inner = text[(open + 1)..<last].filter { !$0.isBlank }
    guard !inner.isEmpty else { return nil }
    if code(in: inner[...]) != nil { return open }
    var before = open
    while before > 0, text[before - 1].isBlank || text[before - 1].digit != nil { before -= 1 }
    if before > 0, text[before - 1].isCircledNumber { return before - 1 }
    let follows =
      open == 0 || text[..<open].last { !$0.isBlank }.map { $0.endsSentence || $0.isCloser } == true
    guard follows else { return nil }
    let isAlone = open == 0 && inner.count <= 10 && inner.allSatisfy(\.mayName) && !asides.begin(inner)
    let spaced = text[(open + 1)..<last]
    // Alone in a line, writers in brackets may be of a dateline that the column cuts.
    return isAlone || isEnding(inner, spaced: spaced) || open > 0 && hasWriters(inner, spaced) ? open : nil
  }

  /// What short lines in brackets begin with that sign nothing.
  private static let asides: Words = [
    "见图", "附图", "附表", "图", "上", "中", "下", "续", "连载", "小说", "散文", "一", "二", "三", "四", "五", "六", "七", "八", "九",
    "十", "节选",
    "外一首", "外二首", "组诗", "紧接", "緊接", "文接", "接",
  ]

  /// Names, agencies' datelines and authors' posts, as they stand between the last brackets.
  private static func isEnding(_ inner: Scalars, spaced: ArraySlice<Unicode.Scalar>) -> Bool {
    let names = spaced.split { $0.isBlank || $0 == "、" || $0 == "，" }
    if names.count <= 4, names.allSatisfy({ Names.maySign($0) }) || isSpacedName(spaced) { return true }
    if areNames(names) { return true }
    if Names.isName(inner) || (inner.count <= 9 && Names.split(inner[...]) != nil) { return true }
    if inner.last == "电" || inner.last == "電", inner.contains("日") || inner.contains("社") { return true }
    return openings.begin(inner) || isOffice(inner)
  }

  /// `真小舟 何田田`: names of which a list has half at least, the others of three characters.
  static func areNames(_ names: [ArraySlice<Unicode.Scalar>]) -> Bool {
    guard (2...4).contains(names.count) else { return false }
    let sure = names.count { Names.isName($0) }
    return sure * 2 >= names.count
      && names.allSatisfy { Names.isName($0) || $0.count == 3 && Names.mayBeName($0) }
  }

  /// `田 川`: two characters with a space between, which may be a pen name.
  static func isSpacedName(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let characters = words.split(whereSeparator: \.isBlank)
    return characters.count == 2 && characters.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isHan) }
  }

  /// `河畔区卫生服务中心`, `河畔区教育局 1月14日`: an office, and the day.
  private static func isOffice(_ inner: Scalars) -> Bool {
    var name = inner[...]
    if name.last == "日" { name = name.prefix { $0.digit == nil && !ChineseNumeral.isNumeral($0) } }
    return (4...24).contains(name.count) && name.allSatisfy(\.isHan) && LineShape.namesOffice(name)
  }

  /// `见习记者 林小舟`, `林小舟/文`: a role, and names all the rest; who took a picture signs no story.
  private static func hasWriters(_ inner: Scalars, _ spaced: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = inner.last, last == "文" || last == "图" || NameList.roles.stand(in: inner),
      !Cues.isCredit(inner)
    else { return false }
    return WriterNames(spaced)?.areSure ?? false
  }

  private static let openings: Words = [
    "作者", "记者", "記者", "本报记者", "通讯员", "据", "来源", "完", "新华社", "执笔", "原载", "摘自", "选自", "转自", "全文完", "责任编辑",
    "撰稿", "供稿", "文/", "文／", "文：", "整理：", "解答：", "解答:", "采写：", "口述：", "口述/", "综合新华社", "综合本报", "本报综合",
  ]

  /// Where a signature of two to seven Han characters begins that a space sets off from the last sentence, or nil.
  static func signature(in text: Scalars) -> Int? {
    guard let last = text.lastIndex(where: { !$0.isBlank }),
      let gap = text[max(0, last - 7)..<last].lastIndex(where: \.isBlank), last - gap >= 2
    else { return nil }
    let before = text[..<gap].last { !$0.isBlank }
    let word = text[(gap + 1)...last]
    return before?.endsSentence == true || before?.isCloser == true
      ? (word.allSatisfy(\.isHan) ? gap + 1 : nil) : nil
  }
}

/// The opening words of a news body that name source, place and day.
enum Dateline {
  private static let agencies: Words = [
    "新华社", "新華社", "中新社", "中新网", "中新網", "中央社", "人民网", "新华网", "央视网", "央广网", "光明网", "本报", "本報", "本刊", "本台", "本网",
  ]

  /// Whether a dateline begins with the whole of one squeezed line and ends within the next.
  static func spans(_ upper: Scalars, _ lower: Scalars) -> Bool {
    guard let first = upper.first, beginnings.contains(first),
      first.closer != nil || agencies.begin(first == "据" ? upper.dropFirst() : upper[...]),
      let length = length(in: upper + lower.prefix(16))
    else { return false }
    return length > upper.count
  }

  /// Where the place stands in the dateline of a news agency (not of the paper itself) with which the squeezed text begins:
  /// `新华社北京3月17日电`; empty where none is named, nil where no such dateline stands.
  static func wire(in text: Scalars) -> Range<Int>? {
    guard let first = text.first else { return nil }
    var start = openers.contains(first) ? 1 : 0
    if start < text.count, text[start] == "据" { start += 1 }
    guard let agency = agencies.start(of: text[start...]), agency.first != "本" else { return nil }
    start += agency.count
    // （据新华社电）
    if start + 2 == text.count, isWord(text[start]), closers.contains(text[start + 1]) {
      return start..<start
    }
    guard let length = length(in: text) else { return nil }
    let words = text[start..<max(start, length)]
    guard let end = words.firstIndex(where: { $0 == "月" || $0 == "日" || isWord($0) }) else { return nil }
    return start..<numberStart(text, before: end, from: start)
  }

  /// Where the number begins that stands before `end`.
  private static func numberStart(_ text: Scalars, before end: Int, from start: Int) -> Int {
    var at = end
    while at > start, text[at - 1].digit != nil { at -= 1 }
    guard at == end else { return at }
    while at > start, ChineseNumeral.isNumeral(text[at - 1]) { at -= 1 }
    return at
  }

  /// How many scalars of the squeezed text the dateline takes, or nil where the text begins with none.
  static func length(in text: Scalars) -> Int? {
    guard let first = text.first, beginnings.contains(first) || mayReport(text) else { return nil }
    var start = 0
    if start < text.count, openers.contains(text[start]) { start += 1 }
    if start < text.count, text[start] == "据" { start += 1 }
    let agency = agencies.start(of: text[start...])
    if let agency { start += agency.count } else if let end = reporter(text, from: start) { return end }
    return (agency != nil ? wire(text, from: start) : nil) ?? report(text, from: start, named: agency != nil)
  }

  /// `…北京3月17日电`, `…北京3月17日讯`, `…北京电（记者`, at most 24 scalars after the agency.
  private static func wire(_ text: Scalars, from start: Int) -> Int? {
    let end = min(text.count, start + 24)
    guard start < end,
      let at = text[start..<end].firstIndex(where: { isWord($0) || $0.endsSentence || $0.isComma }),
      isWord(text[at])
    else { return nil }
    let place = text[start..<at]
    let namesReporter = at + 1 < text.count && text[at + 1].opensRemark
    guard
      place.contains("日") || namesReporter && place.count >= 2 && place.allSatisfy(\.isHan)
        || isUndated(text, start, at)
    else { return nil }
    return closed(text, at + 1)
  }

  /// `新华社电 外交部…`, `据新华社北京电 …`: no day, but nothing or a place known from elsewhere between the agency (not the
  /// paper itself) and 电.
  private static func isUndated(_ text: Scalars, _ start: Int, _ at: Int) -> Bool {
    guard text[at] == "电" || text[at] == "電", start > 2, text[start - 2] != "本", at + 1 < text.count,
      !electric.contains(text[at + 1])
    else { return false }
    return start == at || isPlace(text[start..<at])
  }

  /// What stands behind 电 in words for what is electric: 电力, 电视, 电话.
  private static let electric: ScalarSet = "力視视讯訊報报话話传傳告令稿码碼函"

  private static func isPlace(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (2...8).contains(words.count), words.allSatisfy(\.isHan) else { return false }
    let name = Array(words).folded
    if ForeignNames.hiding.contains(name.string) || name.string == "联合国" { return true }
    return Gazetteer.shared.isPlace(name)
  }

  /// The word behind place and day: 电, 讯.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "电" || scalar == "電" || scalar == "讯" || scalar == "訊"
  }

  /// `【記者王小明臺北報導】`, `〔记者王小明／北京报道〕`: the reporter between brackets.
  private static func reporter(_ text: Scalars, from start: Int) -> Int? {
    guard start > 0, openers.contains(text[start - 1]), reporters.begin(text[start...]),
      let close = text[start..<min(text.count, start + 24)].firstIndex(where: closers.contains)
    else { return nil }
    let words = text[start..<close]
    return reports.end(words) && words.allSatisfy({ $0.isHan || $0 == "／" || $0 == "/" }) ? close + 1 : nil
  }

  private static let reports: Words = ["報導", "報道", "报道"]

  /// The words before 讯 that name who reports, in a squeezed text that begins with such a dateline: `河畔晚报` of
  /// `河畔晚报讯（记者…`; nil for an agency and for words that may be a place.
  static func medium(in text: Scalars) -> Range<Int>? {
    var start = 0
    if start < text.count, openers.contains(text[start]) { start += 1 }
    if start < text.count, text[start] == "据" { start += 1 }
    guard !agencies.begin(text[start...]), report(text, from: start, named: false) != nil,
      let end = text[start...].firstIndex(where: { $0 == "讯" || $0 == "訊" })
    else { return nil }
    let word = text[start..<end]
    return isMedium(word) && word.count > 2 || shortNames.hold(word) ? start..<end : nil
  }

  /// Papers that call themselves by two characters.
  private static let shortNames: Words = ["南都", "北青", "中青", "深晚", "羊晚", "极目"]

  private static func isMedium(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.last.map(media.contains) ?? false || newsrooms.end(word)
  }

  private static let newsrooms: Words = ["新闻", "新聞"]

  /// `本报讯`, `濮阳网讯`, `（本報訊）`, `晚报讯（记者…`, `河畔讯 记者王小明`.
  private static func report(_ text: Scalars, from start: Int, named: Bool) -> Int? {
    let end = min(text.count, start + (named ? 8 : longestReport))
    guard start < end, let at = text[start..<end].firstIndex(where: { $0 == "讯" || $0 == "訊" }) else {
      return nil
    }
    let word = text[start..<at]
    guard word.allSatisfy(\.isHan), word.last != "通" else { return nil }
    if named && word.isEmpty { return closed(text, at + 1) }
    let isMedium = isMedium(word)
    if named
      || isMedium && (at + 1 == text.count || brackets.contains(text[at + 1]) || text[at + 1].digit != nil)
    {
      return closed(text, at + 1)
    }
    let mayReport = isMedium || word.count >= 2 && word.last.map { !messages.contains($0) } ?? false
    return mayReport && reporterFollows(text, at + 1) ? at + 1 : nil
  }

  /// How many characters have words with 讯 that name no agency.
  private static let longestReport = 12

  /// Quick to ask: whether 讯 stands where such a dateline without any other words before it has it.
  fileprivate static func mayReport(_ text: Scalars) -> Bool {
    text.withUnsafeBufferPointer { text in
      // Without a way out in between, so that some characters are looked at together.
      var found = 0
      for at in 0..<min(text.count, longestReport) {
        found &+= (text[at] == "讯" ? 1 : 0) &+ (text[at] == "訊" ? 1 : 0)
      }
      return found > 0
    }
  }

  /// With what other datelines begin.
  private static let beginnings = ScalarSet(firsts)
  fileprivate static var firsts: [Unicode.Scalar] {
    agencies.beginnings + ["据"] + Array(openerMarks.unicodeScalars)
  }

  /// What stands before 讯 in words for messages, none of which names who reports: 快讯, 喜讯, 资讯, 审讯, 腾讯.
  private static let messages: ScalarSet = "通简簡快喜捷资資短电電音问問审審传傳视視腾騰商时時闻聞文图圖专專微噩凶"

  /// `（记者`, `（见习记者`, or `记者` with a name.
  private static func reporterFollows(_ text: Scalars, _ at: Int) -> Bool {
    guard at < text.count else { return false }
    if text[at].opensRemark { return reporters.begin(text[(at + 1)...]) }
    guard let word = reporters.start(of: text[at...]) else { return false }
    let name = text[(at + word.count)...]
    return Names.isName(name.prefix(2)) || Names.isName(name.prefix(3))
  }

  /// Whether the squeezed text begins with a dateline that no writer's name and no bracket follows.
  static func namesNobody(_ text: Scalars) -> Bool {
    guard let length = length(in: text), length < text.count, !text[length].opensRemark else { return false }
    return !reporterFollows(text, length)
  }

  /// Roles before names, as they stand behind a dateline.
  static let reporters: Words = [
    "记者", "記者", "通讯员", "通訊員", "本报记者", "本報記者", "全媒体记者", "融媒体记者", "首席记者", "见习记者", "实习记者", "特约记者",
    "見習記者", "實習記者", "特約記者", "首席記者", "新华社记者", "新華社記者",
  ]

  private static func closed(_ text: Scalars, _ at: Int) -> Int {
    at < text.count && closers.contains(text[at]) ? at + 1 : at
  }

  private static let openerMarks = "（(【[〔︵︻︹﹇"
  private static let openers = ScalarSet(openerMarks.unicodeScalars)
  private static let brackets: ScalarSet = "（(【】〕)）︵︶︻︼︺"
  private static let closers: ScalarSet = "）)】]〕︶︼︺﹈"
  private static let media: ScalarSet = "报報网網社台刊"
}
