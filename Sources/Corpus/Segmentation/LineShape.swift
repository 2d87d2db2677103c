/// What single lines look like when they are no running text: bylines and page chrome.
enum LineShape {
  /// A line that names who wrote: `本报记者 何田田`, `□何田田`, `新华社记者`, `本报记者 某某 文/图`.
  static func isByline(_ line: Line) -> Bool {
    var text = line.squeezed
    guard (2...40).contains(text.count), line.ending == .open || text.last?.isCloser == true else {
      return false
    }
    guard line.census.commas == 0, line.census.stops == 0,
      text[0].isBullet || text.count <= 16 || writers.begin(text) || media.begin(text)
        || Names.mayBegin(with: text[0])
        || line.census.signs.contains(.reporter) && PaperName.isPaper(text.prefix(14).prefix { $0 != "记" }),
      Dateline.length(in: text) == nil
    else { return false }
    guard line.isBalanced else { return false }
    if text[0].isBullet {
      if Jump.from(text) != nil { return false }
      text.removeFirst()
      if text.count <= 14,
        Names.mayBeName(text.prefix { $0.isHan })
          || text.split(separator: "、").allSatisfy({ Names.isName($0) })
      {
        return true
      }
    }
    if let writer = writers.start(of: text) {
      return works.begin(writer)
        || WriterNames.follow(writer, in: words(of: line, last: text.count - writer.count))
    }
    return isCorrespondent(text, line) || isReporter(text, line) || isCreditLine(text) || isNamesFirst(line)
  }

  /// `（本报记者 何田田 通讯员 向小川）`: writers in brackets, with nothing else in the line.
  static func isBracketedByline(_ line: Line) -> Bool {
    guard let first = line.squeezed.first, first.opensRemark, (4...40).contains(line.count),
      let last = line.text.last, last.closesRemark, line.text.count(where: \.opensRemark) == 1
    else { return false }
    return WriterNames(line.text[1..<(line.text.count - 1)])?.areSure ?? false
  }

  /// `何田田 本报记者 向小川`, `何田田 文 向小川 图`: names, with what they are or did behind them.
  private static func isNamesFirst(_ line: Line) -> Bool {
    let text = line.squeezed
    guard let first = text.first(where: { !$0.isBullet }), Names.mayBegin(with: first), let last = text.last,
      text[0].isBullet || deeds.contains(last) || line.census.blanks > 0 && NameList.roles.stand(in: text)
    else { return false }
    return WriterNames(line.text[...])?.areSure ?? false
  }

  private static let deeds: ScalarSet = "文图圖摄攝影"
  private static let works: Words = ["文/", "文／"]

  /// The last characters of a line, so many without white space, with all the spaces between and before them.
  private static func words(of line: Line, last count: Int) -> ArraySlice<Unicode.Scalar> {
    var start = line.text.count
    var left = count
    while start > 0, left > 0 || line.text[start - 1].isBlank {
      start -= 1
      if !line.text[start].isBlank { left -= 1 }
    }
    return line.text[start...]
  }

  /// `本报驻某地记者 何田田`, `新华社特约记者 …`: a medium, at most eight characters, who writes, names.
  private static func isCorrespondent(_ text: Scalars, _ line: Line) -> Bool {
    guard text.count <= 24, media.begin(text) else { return false }
    var cursor = Cursor(text, at: 2)
    while cursor.at <= 10, cursor.next != nil {
      if let writer = correspondents.start(of: text[cursor.at...]) {
        return WriterNames.follow(writer, in: words(of: line, last: text.count - cursor.at - writer.count))
      }
      _ = cursor.skip(where: { _ in true })
    }
    return false
  }

  private static let media: Words = ["本报", "本報", "新华社", "新華社", "本刊", "本台", "本臺", "人民日报"]
  private static let reporters: Words = ["记者", "記者"]
  private static let correspondents: Words = [
    "记者", "記者", "通讯员", "通訊員", "评论员", "評論員", "撰稿人", "编辑", "編輯",
  ]

  /// `电台记者 何田田`: a short line of Han characters in which a name follows the word; `河畔晚报记者 何田田 向小川`.
  private static func isReporter(_ text: Scalars, _ line: Line) -> Bool {
    guard line.census.signs.contains(.reporter),
      let at = text.indices.prefix(13).dropFirst().first(where: { reporters.begin(text[$0...]) }),
      at + 2 < text.count
    else { return false }
    let names = text[(at + 2)...]
    if namesMedium(text[..<at]) {
      return WriterNames.follow(reporter, in: words(of: line, last: names.count))
    }
    return text.count <= 12 && text.allSatisfy(\.isHan) && Names.isName(names)
      && WriterNames.follow(reporter, in: names)
  }

  /// `河畔晚报`, `河畔日报社全媒体`: a paper's name, with what stands between it and 记者.
  private static func namesMedium(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    if let point = words.firstIndex(of: "·"), PaperName.isPaper(words[..<point]) { return true }
    var words = words
    while let kind = kinds.ending(of: words) { words = words.dropLast(kind.count) }
    return PaperName.isPaper(words)
  }

  private static let kinds: Words = ["全媒体", "融媒体", "融媒", "首席", "见习", "实习", "特约", "摄影", "社"]
  private static let reporter = Scalars(of: "记者")

  private static let writers: Words = [
    "本报记者", "本報記者", "记者", "記者", "新华社记者", "通讯员", "本报通讯员", "特约记者", "见习记者", "实习记者", "本刊记者", "首席记者", "全媒体记者",
    "融媒体记者", "特约通讯员", "特约撰稿人", "特约撰稿", "撰稿人", "特约评论员", "执笔：", "采写：", "采写", "文｜", "文丨", "文|", "图文：", "图文/",
    "图文｜", "文图：",
    "文图/", "图/文", "文/", "文/图", "作者", "文：", "整理/", "整理：", "口述：", "口述/", "摄影报道",
    "撰文", "撰稿", "本报评论员", "本报特约", "实习生", "文／",
    "新華社記者", "特約記者", "見習記者", "實習記者", "通訊員", "本報通訊員", "本報評論員", "本報特約", "實習生",
  ]

  private static func isCreditLine(_ text: Scalars) -> Bool {
    guard text.count <= 16 else { return false }
    return Cues.isCredit(text)
      && text.allSatisfy { $0.isHan || $0.isCloser || $0.closer != nil || $0 == "/" }
  }

  /// A line that is nothing but a name: `何田田`, `林 晓`, a signing group, who sends a letter.
  static func isBareName(_ line: Line) -> Bool {
    let text = line.squeezed
    if let sender = sender(line), sender.isPerson || sender.isPlace { return true }
    guard line.count <= 12, line.heading == 0, line.ending == .open else { return false }
    if line.census.blanks > 0, hasWordsOfNames(line.text) {
      let pieces = line.text.split { $0.isBlank }
      return pieces.allSatisfy { Names.mayBeName($0) } && pieces.contains { Names.isName($0) }
    }
    if line.census.blanks > 0, isNameBesideSpacedName(line.text) { return true }
    return Names.isName(withoutRemark(text)) || isCommentators(text)
  }

  /// `何田田 向 川`: a name, and one of two characters with a space between.
  private static func isNameBesideSpacedName(_ text: Scalars) -> Bool {
    let words = text.split(whereSeparator: \.isBlank)
    guard words.count == 3, let name = words.first(where: { $0.count > 1 }), Names.isName(name) else {
      return false
    }
    let characters = words.filter { $0.count == 1 }
    return characters.count == 2 && words[1].count == 1 && Names.isName(characters[0] + characters[1])
  }

  /// Two to four words of two or three characters.
  private static func hasWordsOfNames(_ text: Scalars) -> Bool {
    var (words, fits) = (0, true)
    text.forEachRun { word in
      words += 1
      if word.count < 2 || word.count > 3 { fits = false }
    }
    return fits && 2...4 ~= words
  }

  /// One of more than three bare names in as many lines, with no blank line between: a list of people, who wrote nothing.
  static func isListed(_ lines: [Line], _ index: Int) -> Bool {
    var (first, end) = (index, index + 1)
    while first > 0, index - first < most, lines[first].blanksBefore == 0, isBareName(lines[first - 1]) {
      first -= 1
    }
    while end < lines.count, end - index <= most, lines[end].blanksBefore == 0, isBareName(lines[end]) {
      end += 1
    }
    return end - first > most
  }

  /// `夏夜` above `何田田`, the two alone between blank lines: a short title over its author.
  static func isTitle(_ lines: [Line], _ index: Int) -> Bool {
    guard lines[index].count == 2, index == 0 || lines[index].blanksBefore > 0, index + 2 < lines.count,
      lines[index + 1].blanksBefore == 0, lines[index + 2].blanksBefore > 0
    else { return false }
    return isBareName(lines[index + 1])
  }

  /// The most names that sign in lines of their own.
  private static let most = 3

  /// `何田田（河畔）`, `何田田（高级农艺师）`: the name without what stands in brackets behind it, a few characters or who that is.
  static func withoutRemark(_ text: Scalars) -> Scalars {
    guard let remark = text.remark, remark.count <= 9 else { return text }
    let isPerson = text[remark].dropLast().last.map(holders.contains) ?? false
    return isPerson || remark.count <= 6 ? Scalars(text[..<remark.lowerBound]) : text
  }

  private static let holders: ScalarSet = "员師师长長授生士家任者"

  /// Three characters under which a party's or an office's writers sign comments: 苏巡宣, 齐组轩.
  private static func isCommentators(_ text: Scalars) -> Bool {
    text.count == 3 && (text.last.map(commentators.contains) ?? false) && Names.mayBeName(text)
  }

  private static let commentators: ScalarSet = "宣轩研"

  /// Page chrome: editors' line, masthead, navigation.
  static func isFurniture(_ line: Line) -> Bool {
    line.count <= 110 && (isEditors(line) || Masthead.isPart(line))
  }

  /// A line that is a day and nothing else, without the weekday that mastheads print.
  static func isDay(_ line: Line) -> Bool {
    guard line.count <= 16, let first = line.squeezed.first, DateReader.mayBegin(with: first) else {
      return false
    }
    var cursor = Cursor(line.squeezed)
    return DateReader.fullDate(&cursor) != nil && cursor.next == nil
  }

  /// Who sends a letter, as `河畔镇渡口村 何田田`, `读者 何田田`, `您的学生：何田田` have it.
  struct Sender {
    var name: Scalars
    /// What stands before the name.
    var from: ArraySlice<Unicode.Scalar>
    /// That ends as places, schools and offices do.
    var isPlace: Bool
    /// That says what the sender is: 读者.
    var isPerson: Bool
  }

  /// A line of words, white space or a colon, and a name, and nothing else.
  static func sender(_ line: Line) -> Sender? {
    guard line.ending == .open, (4...24).contains(line.count), line.census.commas == 0, line.heading == 0,
      line.isBalanced, var gap = line.text.lastIndex(where: isGap), gap > 1
    else { return nil }
    // 何 苗 stands with a space.
    if line.text.count - gap == 2, isGap(line.text[gap - 2]) { gap -= 2 }
    let name = line.text[(gap + 1)...].filter { !$0.isBlank }
    guard name.count <= 3, Names.isName(name), let end = line.text[..<gap].lastIndex(where: { !$0.isBlank })
    else {
      return nil
    }
    let from = line.text[...end]
    guard end > 0, !isGap(from[end - 1]) else { return nil }
    return Sender(name: name, from: from, isPlace: places.contains(from[end]), isPerson: persons.end(from))
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar == "：" || scalar == ":"
  }

  /// With what the names of places, schools and offices end.
  private static let places: ScalarSet = "省市县区旗镇乡村组社学园院校班级局所站厂店队部心馆司会"
  /// What those who write to a paper call themselves.
  static let persons: Words = ["读者", "居民", "市民", "村民", "网友", "学生", "教师", "职工", "农民", "家长", "船工"]

  /// The name of an office, a firm, a school: short and ending like one; who sends a letter.
  static func isSignOff(_ line: Line) -> Bool {
    guard (4...24).contains(line.count), line.heading == 0, line.ending == .open else { return false }
    if regards.end(line.squeezed) || offices.end(line.squeezed) && line.phraseGaps == 0 { return true }
    return sender(line).map { $0.isPerson || $0.isPlace } ?? false
  }

  /// Whether a name ends like an office's, a firm's, a school's.
  static func namesOffice(_ name: ArraySlice<Unicode.Scalar>) -> Bool { offices.end(name) }

  /// Those who sign an obituary.
  static func isMourners(_ line: Line) -> Bool { mourners.end(line.squeezed) }

  private static let mourners: Words = ["治丧小组", "治丧委员会", "治丧办公室", "治喪小組", "治喪委員會"]
  private static let regards: Words = ["谨启", "謹啟", "謹啓", "敬启", "敬告"]
  private static let offices: Words = [
    "馆", "局", "公司", "处", "委员会", "中心", "医院", "学校", "大学", "小学", "中学", "办公室", "治丧小组", "治喪小組", "管理处", "管理處", "站",
    "所", "厂", "部",
    "协会",
    "指挥部", "街道办", "政府", "编辑部", "银行",
  ]

  /// A line that stands in a row of lines which begin or end alike: `第一名 …`, `第二名 …`; `聘任…。`, `聘任…。`.
  static func isParallel(_ line: Line, in lines: [Line], at index: Int) -> Bool {
    guard line.count >= 4, line.count <= 40, line.heading == 0 else { return false }
    return (index > 0 && isAlike(line, lines[index - 1]))
      || (index + 1 < lines.count && isAlike(line, lines[index + 1]))
  }

  private static func isAlike(_ line: Line, _ other: Line) -> Bool {
    guard (4...40).contains(other.count), let first = line.squeezed.first, first.isHan else { return false }
    return other.squeezed.first == first && line.ending == other.ending && endsAlike(line, other)
  }

  /// A row of a table or an entry of a list: three lines or more one below the other have figures and gaps and begin alike,
  /// or with figures; or all begin with a word set off: `冠军 河畔一中`, `河畔区：何田田`.
  static func isRow(_ lines: [Line], _ index: Int) -> Bool {
    if mayBeRow(lines[index]), isRun(lines, index, where: { isRow(lines[$0], like: lines[$1]) }) {
      return true
    }
    return isEntry(lines[index])
      && isRun(lines, index) { isEntry(lines[$0]) && lines[max($0, $1)].blanksBefore == 0 }
  }

  /// Whether a line is one of three in a row, any of them like the one next to it.
  private static func isRun(_ lines: [Line], _ index: Int, where isLike: (_ at: Int, _ next: Int) -> Bool)
    -> Bool
  {
    var (first, end) = (index, index + 1)
    while first > 0, index - first < 2, isLike(first - 1, first) { first -= 1 }
    while end < lines.count, end - index <= 2, isLike(end, end - 1) { end += 1 }
    return end - first > 2
  }

  /// A short line that begins with a word of two to four characters, set off by a space or a colon.
  private static func isEntry(_ line: Line) -> Bool {
    guard (4...24).contains(line.count), line.heading == 0, line.ending == .open, !line.census.hasPunctuation,
      !line.isSpacedOut,
      let end = line.text.prefix(5).firstIndex(where: { $0.isBlank || $0 == "：" }), end >= 2
    else { return false }
    return line.text[..<end].allSatisfy(\.isHan)
  }

  private static func isRow(_ line: Line, like other: Line) -> Bool {
    guard mayBeRow(line), let first = line.squeezed.first, let otherFirst = other.squeezed.first else {
      return false
    }
    return first == otherFirst || first.digit != nil && otherFirst.digit != nil
  }

  private static func mayBeRow(_ line: Line) -> Bool {
    line.census.figures > 0 && line.census.blanks > 0 && !line.census.hasPunctuation && line.heading == 0
      && (4...40).contains(line.count)
  }

  /// Both end with the same character, or with a figure.
  private static func endsAlike(_ line: Line, _ other: Line) -> Bool {
    guard let last = line.squeezed.last, let otherLast = other.squeezed.last else { return false }
    return last == otherLast || last.digit != nil && otherLast.digit != nil
  }

  /// Posts of those who made the page; their names follow.
  static let postNames = [
    "责任编辑", "責任編輯", "本版责任编辑", "本版责编", "本版编辑", "责编", "責編", "值班编辑", "值班总编辑", "值班总编", "值班编委", "执行主编", "执行编辑",
    "责任校对", "校读", "校检", "排版", "组版编辑", "图文编辑", "一版编辑", "一版责编", "版式设计", "版式", "版面设计", "版面設計", "美术编辑", "美编",
    "校对", "校對", "视觉设计", "组版", "编辑", "编审", "统筹", "本版美编", "本版主编", "主编", "总编辑", "值班主任",
    "執行編輯", "本版編輯", "值班編輯", "美術編輯", "美編", "編輯", "主編", "總編輯", "視覺設計", "視覺", "組版", "編審", "統籌",
  ]
  private static let posts = Words(postNames)

  /// Whether a word begins with such a post.
  static func namesPost(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    posts.begin(word)
  }

  /// Whether a word is such a post.
  static func isPost(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    posts.hold(word)
  }

  /// First words of lines by which a page is turned, or its makers are reached.
  private static let navigation: Words = [
    "投稿邮箱", "本版投稿邮箱", "本版邮箱", "内部资料免费", "内部资料，", "刊登电话", "本报地址", "本报社址", "爆料请拨", "爆料热线", "E-mail", "Email",
    "E－mail",
    "上一版", "下一版", "上一篇", "下一篇", "返回目录", "本版新闻", "版权声明", "版權聲明",
    "版面导航", "标题导航",
    "国内统一", "邮发代号", "零售价：", "零售价:", "零售价每份", "零售价人民币", "联系电话：本", "新闻热线", "热线电话",
  ]

  private static func isEditors(_ line: Line) -> Bool {
    let text = line.squeezed
    guard line.census.commas == 0, text.last?.endsSentence != true else { return false }
    let words = text.drop(while: arrows.contains)
    if navigation.begin(words) || isZoom(words) || isPicture(text)
      || text.last == arrow.last && text.suffix(3).elementsEqual(arrow)
    {
      return true
    }
    if price.begin(text), text.count > 3, text[3].digit != nil { return true }
    if let post = posts.start(of: text), namesFollow(text.dropFirst(post.count)) { return true }
    return line.census.signs.contains(.editors) && isEditorsList(text) || isRowOfEditors(line)
      || EditorsRow.isOne(line)
  }

  /// `主编 王小明 责编 李大海 电子信箱 见一版`: a post, and more than one with a name behind it.
  private static func isRowOfEditors(_ line: Line) -> Bool {
    guard line.census.blanks > 2, posts.begin(line.squeezed) else { return false }
    let words = line.text.split(whereSeparator: \.isBlank)
    return zip(words, words.dropFirst()).count { posts.hold($0) && Names.isName($1) } > 1
  }

  /// `![渡口](a.jpg)`: the place of a picture in a Markdown file.
  private static func isPicture(_ text: Scalars) -> Bool {
    text.first == "!" && text.last == ")" && text.hasPrefix("![") && text.contains(Scalars(of: "]("))
  }

  /// `放大 缩小 默认`: what a web page offers for its letters and pictures.
  private static func isZoom(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard zooms.begin(words) else { return false }
    let rest = words.dropFirst(2)
    return rest.allSatisfy { !$0.isHan } || zoomed.begin(rest.drop { !$0.isHan })
  }

  private static let zooms: Words = ["放大"]
  private static let zoomed: Words = ["缩小", "默认", "图片", "字体", "字号", "还原"]
  private static let price: Words = ["零售价"]

  /// What page-turn links begin with, and what a web page's comments end with.
  private static let arrows: ScalarSet = "<>‹›«»《》〈〉◀▶◄►←→↑↓▲▼△▽[]【】|｜·•"
  private static let arrow = Scalars(of: "-->")

  private static func namesFollow(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first else { return true }
    return marks.contains(first) || Names.split(rest) != nil
  }

  private static let marks: ScalarSet = "：:/／|"
  private static let editors: Words = ["责编", "責編", "校对", "校對", "版式", "责任编辑", "責任編輯", "美術編輯"]

  /// Several posts in one line, a name at its end.
  private static func isEditorsList(_ text: Scalars) -> Bool {
    guard text.count <= 50, text.suffix(3).contains(where: Names.mayBegin(with:)),
      Names.isName(text.suffix(2)) || Names.isName(text.suffix(3))
    else { return false }
    let named = editors.count(in: text)
    return named >= 2 || named == 1 && text.contains { $0 == "：" || $0 == ":" }
  }
}
