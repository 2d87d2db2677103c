/// Who wrote: names in bylines, datelines' brackets, end marks and credits.
enum BylineReader {
  /// Names with where they stand.
  struct Byline: Equatable {
    var names: [String] = []
    var evidence: [Evidence] = []
    /// 正观新闻·郑州晚报 of `（正观新闻·郑州晚报记者 …）`.
    var medium: String?

    /// Nothing is known.
    var isEmpty: Bool { names.isEmpty && evidence.isEmpty && medium == nil }
  }

  /// The byline of a story: its own line or the dateline's brackets; failing these the mark at its end; for a
  /// caption, and failing all, the photographer's credit.
  static func byline(of story: StorySource, kind: ArticleKind) -> Byline {
    let lead = lead(story)
    // Who stands in the dateline wrote the story; other names below it are another's.
    if kind != .photo, story.dateline != nil, !lead.names.isEmpty { return lead }
    let opening = merge(ownLines(story, kind, isReported: !lead.names.isEmpty), lead)
    if !opening.names.isEmpty { return opening }
    var ending = ending(story)
    if ending.names.isEmpty || kind == .photo { ending = merge(ending, credit(story)) }
    ending.medium = opening.medium
    return ending
  }

  private static func merge(_ a: Byline, _ b: Byline) -> Byline {
    if b.isEmpty { return a }
    if a.isEmpty { return b }
    return Byline(
      names: a.names + b.names.filter { !a.names.contains($0) }, evidence: a.evidence + b.evidence,
      medium: a.medium ?? b.medium)
  }

  /// Lines that only name who wrote; a bare name counts near the headline and at either end of the story. Below names that
  /// stand first, no reporters further down wrote it, and below reporters nobody.
  private static func ownLines(_ story: StorySource, _ kind: ArticleKind, isReported: Bool) -> Byline {
    let (lines, isByline) = joined(story)
    let start = isByline.first == false && endsHeadline(lines, isReported: isReported) ? 1 : 0
    var byline = Byline()
    var top: (last: Int, areReporters: Bool)?
    for index in lines.indices.dropFirst(start) {
      if kind != .photo, let top, index > top.last + 1, top.areReporters || isByline[index] {
        if top.areReporters { break } else { continue }
      }
      let names = names(of: lines, index, isByline: isByline[index], kind, behind: byline)
      if !names.names.isEmpty, index == start || top?.last == index - 1 {
        top = (index, top?.areReporters == true || hasRole(lines[index].text[...]))
      }
      byline = merge(byline, names)
    }
    return byline
  }

  /// Those whom one line names; `before`: those above it.
  private static func names(
    of lines: [Line], _ index: Int, isByline: Bool, _ kind: ArticleKind, behind before: Byline
  ) -> Byline {
    let line = lines[index]
    if isByline, kind == .photo || !Cues.isCredit(line.squeezed) || isWriterToo(line) {
      return read(line.text, line.number, trusted: true)
    }
    if let name = sender(line, isEdge: index == 0 || index >= lines.count - 2) {
      return read(name, line.number, trusted: true)
    }
    guard isSignature(line, at: index, of: lines),
      before.isEmpty || signsToo(line, at: index, of: lines)
    else { return Byline() }
    let text = line.squeezed.last?.closesRemark == true ? LineShape.withoutRemark(line.squeezed) : line.text
    return read(text, line.number, trusted: true)
  }

  /// Whether the first line, which looks like a name, is the rest of a headline: a dateline follows that names its own
  /// reporter (`isReported`), or one does below two characters, or a name that is printed as one, with white space or
  /// behind a bullet.
  private static func endsHeadline(_ lines: [Line], isReported: Bool) -> Bool {
    guard lines.count > 1, lines[0].count <= 4, lines[0].census.blanks == 0 else { return false }
    let next = lines[1]
    if next.count <= 12, next.census.blanks > 0 || next.squeezed.first?.isBullet == true {
      return LineShape.isBareName(next) || LineShape.isByline(next)
    }
    guard isReported || lines[0].count == 2 else { return false }
    return Dateline.length(in: lines[1...].prefix(2).flatMap(\.squeezed)) != nil
  }

  /// A story's lines, of which a byline that ends on a role (`通讯员`) and the next, which has the name, are one, as are
  /// those between which the column's edge cuts a name; with whether each is a byline.
  private static func joined(_ story: StorySource) -> (lines: [Line], isByline: [Bool]) {
    let lines = story.bodyLines
    guard lines.indices.dropLast().contains(where: { join(lines[$0], lines[$0 + 1]) != nil }) else {
      return (lines, story.isByline)
    }
    var joined: [Line] = []
    for line in lines {
      if let whole = joined.last.flatMap({ join($0, line) }) {
        joined[joined.count - 1] = whole
      } else {
        joined.append(line)
      }
    }
    return (joined, joined.map(LineShape.isByline))
  }

  /// The byline that two lines make.
  private static func join(_ upper: Line, _ lower: Line) -> Line? {
    if endsOnRole(upper.squeezed) {
      guard LineShape.isByline(upper) else { return nil }
      return Line(upper.text.string + " " + lower.text.string, number: upper.number)
    }
    guard cutsRole(upper.squeezed, lower.squeezed) || lower.count <= 2 && cutsName(upper, lower),
      let whole = Line(upper.text.string + lower.text.string, number: upper.number), LineShape.isByline(whole)
    else { return nil }
    return whole
  }

  /// Whether the last word is what someone is, not what someone did: `通讯员`, not `文图`.
  private static func endsOnRole(_ text: Scalars) -> Bool {
    text.last.map(writerEnds.contains) ?? false && NameList.roles.end(text)
  }

  private static let writerEnds: ScalarSet = "者员員生人"

  /// Whether the column's edge cuts a role in two: `本报记者 何田田 通` and `讯员 向小川`.
  private static func cutsRole(_ upper: Scalars, _ lower: Scalars) -> Bool {
    guard let last = upper.last, roleStarts.contains(last), lower.count <= 24 else { return false }
    let start = upper.suffix(3)
    let words = Array(start + lower.prefix(3))
    return words.indices.prefix(start.count).contains { at in
      NameList.roles.start(of: words[at...]).map { at + $0.count > start.count } ?? false
    }
  }

  /// The last character of a part of a role.
  private static let roleStarts: ScalarSet = "记記通讯訊实實习習"

  /// Whether the column's edge cuts the last name of a byline in two: `本报记者 何田田 向` and `小川`.
  private static func cutsName(_ upper: Line, _ lower: Line) -> Bool {
    guard upper.count <= 38, upper.ending == .open, lower.squeezed.allSatisfy(\.isHan),
      let gap = upper.text.lastIndex(where: \.isBlank), hasRole(upper.text[..<gap])
    else { return false }
    let (word, rest) = (upper.text[(gap + 1)...], lower.squeezed)
    if word.contains(where: Names.points.contains) { return Names.maySign(word + rest) }
    return word.count + rest.count <= 3 && Names.isName(Array(word) + rest)
  }

  /// `本报记者 某某 文/图`.
  private static func isWriterToo(_ line: Line) -> Bool {
    NameList.writersToo.stand(in: line.squeezed)
      || line.text.split(whereSeparator: separates).contains { $0 == ["文"] || writings.hold($0) }
  }

  private static let writings: Words = ["文图", "图文", "文圖", "圖文"]

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar == "/" || scalar == "／"
  }

  private static func isSignature(_ line: Line, at index: Int, of lines: [Line]) -> Bool {
    guard line.ending == .open, (2...12).contains(line.count), lines.count > 1,
      !Cues.isCredit(line.squeezed), !LineShape.isListed(lines, index)
    else { return false }
    let isEdge = index <= 1 || index == lines.count - 1
    if line.count > 4 { return isEdge && isLongSignature(line) }
    if LineShape.isBareName(line) { return true }
    return isEdge && line.count == 3 && Names.mayBeName(line.squeezed) && !LineShape.isSignOff(line)
  }

  /// Whether a name signs a story that others have signed: beside them or at its end, not as a section's head.
  private static func signsToo(_ line: Line, at index: Int, of lines: [Line]) -> Bool {
    LineShape.isBareName(line) && (index == 1 && line.count == 3 || index == lines.count - 1)
  }

  /// `何田田 向小川`, `何田田（高级农艺师）`.
  private static func isLongSignature(_ line: Line) -> Bool {
    guard LineShape.isBareName(line), !Cues.isCredit(line.squeezed) else { return false }
    return line.text.split(whereSeparator: \.isBlank).allSatisfy {
      !Gazetteer.shared.isPlace(Array($0)) && !LineShape.persons.hold($0)
    }
  }

  /// The name of `河畔镇渡口村 何田田`, `河畔读者 何田田`, `您的学生：何田田`: who sent a letter, behind where or what that is.
  private static func sender(_ line: Line, isEdge: Bool) -> Scalars? {
    guard let sender = LineShape.sender(line) else { return nil }
    let isCity = (2...4).contains(sender.from.count) && Gazetteer.shared.isPlace(Scalars(sender.from))
    let isKnown = sender.isPerson || isEdge && (sender.isPlace || isCity)
    return isKnown ? sender.name : nil
  }

  /// `（记者 林晓舟）` and `记者 林晓舟 通讯员 李四` in the opening.
  private static func lead(_ story: StorySource) -> Byline {
    guard story.dateline != nil || story.body.scalars.prefix(60).contains(where: opens) else {
      return Byline()
    }
    let opening = story.opening(of: 110)
    let text = Array(opening.scalars.prefix(110))
    var byline = Byline()
    var at = 0
    while let open = text[at..<max(at, min(60, text.count))].firstIndex(where: opens) {
      guard let close = text[open...].firstIndex(where: closes), close > open + 1 else { break }
      let inner = text[(open + 1)..<close]
      if hasRole(inner) || signs(inner, behind: text[..<open]), !isOfBook(text, open, inner) {
        byline = merge(byline, read(Array(inner), opening.line(at: open), trusted: true))
      }
      at = close + 1
    }
    return byline.names.isEmpty ? merge(byline, unbracketed(story, opening, text)) : byline
  }

  /// `本报讯（何田田 向小川）`: nothing but names, right behind the dateline.
  private static func signs(
    _ inner: ArraySlice<Unicode.Scalar>, behind before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let last = before.last(where: { !$0.isBlank }), wires.contains(last), inner.count <= 16,
      WriterNames(inner)?.areSure == true
    else { return false }
    return !Gazetteer.shared.isPlace(Array(inner).squeezed)
  }

  private static let wires: ScalarSet = "讯訊电電"

  /// `《渡口往事》（作者：某某，某出版社2024年版）`: who wrote the book that is spoken of.
  private static func isOfBook(_ text: Scalars, _ open: Int, _ inner: ArraySlice<Unicode.Scalar>) -> Bool {
    let before = text[..<open].last { !$0.isBlank }
    return before.map(titleEnds.contains) ?? false || editions.stand(in: inner)
  }

  private static let titleEnds: ScalarSet = "》〉」』"
  private static let editions: Words = ["出版", "年版"]
  private static func opens(_ scalar: Unicode.Scalar) -> Bool { !scalar.isHan && openers.contains(scalar) }
  private static func closes(_ scalar: Unicode.Scalar) -> Bool { !scalar.isHan && closers.contains(scalar) }
  private static let openers: ScalarSet = "（(〈【〔[︵︿︻︹﹇"
  private static let closers: ScalarSet = "）)〉】〕]︶﹀︼︺﹈"

  /// `本报讯 记者林晓舟 通讯员李四报道：`.
  private static func unbracketed(_ story: StorySource, _ opening: StoryText, _ text: Scalars) -> Byline {
    guard let dateline = story.dateline else { return Byline() }
    var cursor = Cursor(text)
    var passed = 0
    while passed < dateline, let next = cursor.next { passed += next.isBlank ? 0 : 1; cursor.at += 1 }
    let start = cursor.at
    guard cursor.skip(oneOf: Dateline.reporters) else { return Byline() }
    let rest = text[start..<min(text.count, start + 30)]
    let end = rest.indices.first { at in
      let scalar = rest[at]
      return scalar.isComma || scalar.endsSentence || scalar.digit != nil || scalar == "："
        || verbs.begin(rest[at...])
    }
    guard let end else { return Byline() }
    return read(Array(text[start..<end]), opening.line(at: start), trusted: false)
  }

  /// What follows names in a sentence.
  private static let verbs: Words = [
    "从", "從", "近日", "日前", "昨", "今天", "今日", "今晨", "今晚", "获悉", "獲悉", "了解到", "瞭解到", "来到", "來到",
  ]

  /// `（林晓）`, `③12 (某某)`, `（记者 某某）`, a group's name behind the last sentence; the story may end on a jump instead.
  private static func ending(_ story: StorySource) -> Byline {
    if mayEndOnMark(story.bodyLines[...]) {
      let tail = Array(story.ending(of: 40).scalars.suffix(40))
      if let start = EndMark.start(in: tail), let line = story.bodyLines.last?.number {
        let byline = mark(tail[start...], line)
        if !byline.names.isEmpty { return byline }
      }
    }
    return signature(story)
  }

  /// Quick to ask: an end mark ends with a bracket or a number in a circle, or is set off by white space within the
  /// last eight characters.
  private static func mayEndOnMark(_ lines: ArraySlice<Line>) -> Bool {
    guard let text = lines.last?.text, let last = text.last else { return false }
    if last.closesRemark || EndMark.code(in: text[...]) != nil { return true }
    var count = 0
    for line in lines.reversed() where count < 8 {
      if line.census.blanks > 0 { return true }
      count += line.count
    }
    return false
  }

  /// The same in one of the last three lines alone, and a word behind the last sentence.
  private static func signature(_ story: StorySource) -> Byline {
    var isLast = true
    for index in story.bodyLines.indices.suffix(3).reversed() {
      let line = story.bodyLines[index]
      if mayEndOnMark(story.bodyLines[index...index]), let start = EndMark.start(in: line.text) {
        let byline = mark(line.text[start...], line.number)
        if !byline.names.isEmpty { return byline }
        if isLast, isAlone(line) { return read(Scalars(line.squeezed[1...3]), line.number, trusted: true) }
      }
      if isLast, let name = penName(line.text) { return read(name, line.number, trusted: true) }
      if isLast, let names = bulleted(line) { return read(names, line.number, trusted: false) }
      // A word behind a sentence signs where nothing goes on.
      if isLast, line.census.blanks > 0, let start = EndMark.signature(in: line.text),
        isGroup(line.text[start...]) || Names.isName(line.text[start...])
      {
        let name = line.text[start...].string
        return Byline(names: [name], evidence: [Evidence(line: line.number, text: name)])
      }
      isLast = isLast && isBelowSignature(line.squeezed)
    }
    return Byline()
  }

  /// `（田川）` of two characters, which are no words that stand so.
  private static func penName(_ text: Scalars) -> Scalars? {
    guard text.last?.closesRemark == true, let open = text.suffix(6).lastIndex(where: \.opensRemark) else {
      return nil
    }
    let name = text[(open + 1)...].dropLast().filter { !$0.isBlank }
    let before = text[..<open].last { !$0.isBlank }
    guard name.count == 2, name.allSatisfy(\.isHan), before.map({ $0.endsSentence || $0.isCloser }) ?? true,
      !remarks.contains(name[0]), !remarks.contains(name[1]), !notes.hold(name), Names.mayBeName(name),
      !Gazetteer.shared.isPlace(name)
    else { return nil }
    return name
  }

  /// Remarks of two characters that end a story.
  private static let notes: Words = [
    "新华", "中新", "央视", "综合", "掌声", "笑声", "鼓掌", "摘编", "资料", "记者", "编辑", "编者", "摄影", "来源", "合影", "作者", "环球",
    "法新",
    "路透", "美联", "参考", "终审", "责编", "掲晓", "答案", "略去", "版权",
  ]

  /// The names of `…。□何田田` on the last line.
  private static func bulleted(_ line: Line) -> Scalars? {
    guard let bullet = line.text.suffix(16).lastIndex(where: \.isBullet), bullet > 0,
      line.text[..<bullet].last(where: { !$0.isBlank })?.endsSentence == true
    else { return nil }
    let names = line.text[(bullet + 1)...]
    return WriterNames(names)?.areSure == true ? Scalars(names) : nil
  }

  /// What stands below a signature: a jump, or 摄 that the column's edge cut off.
  private static func isBelowSignature(_ text: Scalars) -> Bool {
    text.count <= 16 && Jump.to(text) != nil || text.count <= 2 && Cues.isCredit(text)
  }

  /// The names of one end mark.
  private static func mark(_ text: ArraySlice<Unicode.Scalar>, _ line: Int) -> Byline {
    let inner = text.filter { !$0.isCircledNumber && $0.digit == nil && !brackets.contains($0) }
    let isDateline = inner.contains("电") || inner.contains("電")
    if isDateline || editors.begin(inner.squeezed) { return Byline() }
    // Beside the code of who edited the story stands who wrote it.
    return read(inner, line, trusted: isCoded(text) || isSure(inner))
  }

  private static func isCoded(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.contains(where: \.isCircledNumber)
  }

  /// A name that no list has, alone in brackets on the last line: `（真小舟）`.
  private static func isAlone(_ line: Line) -> Bool {
    let text = line.squeezed
    guard text.count == 5, text[0].opensRemark, text[4].closesRemark else { return false }
    return Names.mayBeName(text[1...3]) && !remarks.contains(text[1]) && !remarks.contains(text[3])
  }

  /// With what remarks in brackets begin or end that sign nothing: 有删改, 待续, 外一首.
  private static let remarks: ScalarSet = "有未待附选節节原全本略转下上见图文外完组新首章题注改存稿续制示"

  /// A role, the points of a name of several parts, white space within one or another name tell that names stand there.
  private static func isSure(_ text: Scalars) -> Bool {
    if hasRole(text[...]) || text.contains(where: Names.points.contains) { return true }
    return EndMark.isSpacedName(text[...]) || EndMark.areNames(text.split(whereSeparator: \.isBlank))
  }

  /// Who made the page wrote no story.
  private static let editors: Words = ["责任编辑", "責任編輯", "责编", "責編", "编辑", "編輯", "校对", "校對"]

  private static let brackets: ScalarSet = "（()）︵︶"

  /// A signing group: office and party groups.
  private static func isGroup(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    (2...4).contains(text.count) && text.last.map(groups.contains) ?? false
      && text.first != "据"
  }

  private static let groups: ScalarSet = "办宣组组宣文研委纪政党工"

  /// `本报记者 何田田 摄`, over two lines at most.
  private static func credit(_ story: StorySource) -> Byline {
    for index in story.bodyLines.indices.reversed() where endsOnCredit(story.bodyLines[index].squeezed) {
      let line = story.bodyLines[index]
      var text = line.text
      if index > 0 {
        let before = story.bodyLines[index - 1]
        if !hasRole(text[...]), LineShape.isByline(before) {
          text = before.text + [" "] + text
        } else if isCut(before, line) {
          text = before.text + text
        }
      }
      let start = text.lastIndex { $0.endsSentence || $0.isCircledNumber }.map { $0 + 1 } ?? 0
      let tail = Array(text[start...])
      let byline = read(tail, line.number, trusted: true)
      if !byline.names.isEmpty { return byline }
    }
    return Byline()
  }

  /// `… 摄`, `…。（本报记者 何田田 摄影报道）`.
  private static func endsOnCredit(_ text: Scalars) -> Bool {
    if Cues.isCredit(text) { return true }
    guard let remark = text.remark, remark.count <= 26 else { return false }
    return Cues.isCredit(Scalars(text[remark].dropFirst().dropLast()))
  }

  /// Whether the column's edge cuts a credit in two: `…。本报记者 何田` and `田 摄`.
  private static func isCut(_ upper: Line, _ lower: Line) -> Bool {
    guard lower.count <= 12, upper.ending == .open, !lower.text.contains(where: \.endsSentence),
      !Cues.isCredit(upper.squeezed)
    else { return false }
    let tail = upper.text[((upper.text.lastIndex(where: \.endsSentence) ?? -1) + 1)...]
    return tail.count < upper.text.count && tail.count < 20 && hasRole(tail)
      && !tail.contains(where: \.isComma)
  }

  private static func hasRole(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.contains(where: \.isBlank)
      ? NameList.roles.stand(in: Array(text).squeezed) : NameList.roles.stand(in: text)
  }

  /// `何田田摄` of `何田田摄（河畔图片）`: what stands in brackets behind the deed is a medium, if no other names do.
  private static func withoutMedium(_ text: Scalars) -> Scalars {
    guard text.last?.closesRemark == true, let open = text.lastIndex(where: \.opensRemark),
      let before = text[..<open].lastIndex(where: { !$0.isBlank }), takers.contains(text[before]),
      WriterNames(text[(open + 1)...].dropLast())?.areSure != true
    else { return text }
    return Scalars(text[...before])
  }

  private static let takers: ScalarSet = "摄攝影"

  private static func read(_ text: Scalars, _ line: Int?, trusted: Bool) -> Byline {
    let list = NameList(withoutMedium(text), trusted: trusted)
    guard !list.names.isEmpty else { return Byline(medium: list.medium) }
    return Byline(names: list.names, evidence: [Evidence(line: line, text: text.string)], medium: list.medium)
  }
}

/// The names in a byline's words.
struct NameList {
  /// Words that stand before names.
  static let roles: Words = [
    "全媒體記者", "首席記者", "見習記者", "實習記者", "特約記者", "攝影記者", "全媒体记者", "融媒体记者", "首席记者", "见习记者", "实习记者", "特约记者", "摄影记者",
    "记者",
    "記者", "特约通讯员", "特約通訊員", "通讯员", "通訊員", "实习生", "實習生", "撰稿人", "特约撰稿",
    "评论员", "作者", "撰文",
    "攝影", "摄影", "文图", "文/图", "文／图", "图文", "文字", "供稿", "解答：", "解答:", "执笔：", "执笔:", "答疑：", "答疑:",
  ]

  var names: [String] = []
  var medium: String?

  /// Reads names from words such as `正观新闻·郑州晚报记者 何田田 向小川`. `trusted`: names that no list of surnames has
  /// are taken too.
  init(_ text: Scalars, trusted: Bool) {
    guard !Self.namesSource(text) else { return }
    var fragments = Self.fragments(text)
    let before = fragments.count > 1 ? fragments.removeFirst() : nil
    medium = before.flatMap(Self.medium)
    if let before, medium == nil, let names = Self.namesFirst(before) { read(names, trusted: false) }
    for fragment in fragments where !Self.explains(fragment) { read(fragment, trusted: trusted) }
    if let before, names.isEmpty, medium == nil, Self.lastWords.end(text.squeezed) {
      read(before, trusted: false)
    }
  }

  /// The names of `何田田 本报`, which stand before a role of someone else's.
  private static func namesFirst(_ before: Scalars) -> Scalars? {
    guard let gap = before.lastIndex(where: \.isBlank), gap > 0 else {
      return before.count == 3 && Names.isName(before) && !Gazetteer.shared.isPlace(before) ? before : nil
    }
    let last = before[(gap + 1)...]
    let names = Scalars(before[..<gap])
    guard last.isEmpty || own.hold(last), WriterNames(names[...])?.areSure == true else { return nil }
    return Gazetteer.shared.isPlace(names.squeezed) ? nil : names
  }

  /// Words with which a line of credits also names who wrote.
  static let writersToo: Words = ["文/图", "文／图", "文/摄", "文／摄"]

  /// What reporters did, behind their names: `何田田 文/图`.
  private static let lastWords: Words = ["文/图", "文／图", "文图", "图文", "摄影", "攝影"]

  /// Whether the words tell where a story or a picture is from: `来源：…`, `综合…报道`, `据…`.
  static func namesSource(_ text: Scalars) -> Bool {
    guard let first = text.firstIndex(where: { !$0.isBlank && $0.closer == nil }) else { return false }
    return sources.begin(text[first...])
  }

  private static let sources: Words = ["来源", "來源", "综合", "綜合", "据", "據"]

  private static func explains(_ fragment: Scalars) -> Bool {
    guard let first = fragment.first(where: { !$0.isBlank }), explanations.mayBegin(with: first) else {
      return false
    }
    return explanations.begin(fragment.squeezed)
  }

  /// What follows 作者 where no name does: 作者单位, 作者系, 作者为.
  private static let explanations: Words = ["单位", "單位", "系", "为", "為", "均", "分别"]

  /// The text cut at words of role; the first part is what stands before the first of them.
  private static func fragments(_ text: Scalars) -> [Scalars] {
    var fragments: [Scalars] = []
    var fragment: Scalars = []
    var cursor = Cursor(text)
    while let next = cursor.next {
      if works.mayBegin(with: next), cursor.skip(oneOf: works) {
        fragment.append(" ")
      } else if roles.mayBegin(with: next), skipRole(&cursor) {
        fragments.append(fragment)
        fragment = []
      } else {
        if fragment.isEmpty { fragment.reserveCapacity(text.endIndex - cursor.at) }
        fragment.append(next)
        cursor.at += 1
      }
    }
    fragments.append(fragment)
    return fragments
  }

  /// What reporters did, in words that begin like a role.
  private static let works: Words = ["摄影报道", "摄影/报道", "摄影／报道", "攝影報導", "攝影報道", "图文报道"]

  /// Moves past a role. Of `王建文 图`, 文 belongs to the name: no white space stands inside 文图.
  private static func skipRole(_ cursor: inout Cursor) -> Bool {
    guard let next = cursor.next, next == "文" || next == "图" else { return cursor.skip(oneOf: roles) }
    guard let role = roles.start(of: cursor.text[cursor.at...]) else { return false }
    cursor.at += role.count
    return true
  }

  /// The medium that stands before a role: behind the last `/`, before 驻; nil for words that name none.
  private static func medium(_ words: Scalars) -> String? {
    guard words.contains(where: \.isHan) || words.contains("·") else { return nil }
    let start = words.lastIndex { $0 == "/" || $0 == "／" }.map { $0 + 1 } ?? 0
    var name = words[start...].filter { $0.isHan || $0 == "·" }
    if let post = name.dropFirst().firstIndex(where: { $0 == "驻" || $0 == "駐" }) {
      name = Array(name[..<post])
    }
    let isMedium = name.contains("·") || media.end(name) && !own.end(name)
    return isMedium && (3...16).contains(name.count) ? name.string : nil
  }

  private static let media: Words = [
    "报", "報", "刊", "网", "網", "社", "台", "臺", "新闻", "新聞", "频道", "客户端",
  ]
  private static let own: Words = ["本报", "本報", "本刊", "本网", "本網", "本社", "本台", "平台"]

  private mutating func read(_ fragment: Scalars, trusted: Bool) {
    let reported = Self.withoutPlace(fragment)
    var single: Scalars = []
    var start = 0
    for end in 0...reported.count where end == reported.count || Self.separates(reported, end) {
      if start < end, !read(word: reported[start..<end], &single, trusted: trusted) { return }
      start = end + 1
    }
    addSpaced(&single, trusted: trusted)
  }

  /// Reads one word; `single`: the single characters before it. False where the names end.
  private mutating func read(word: ArraySlice<Unicode.Scalar>, _ single: inout Scalars, trusted: Bool) -> Bool
  {
    if word.count == 1, word.allSatisfy(\.isHan) {
      if Self.works(word[word.startIndex], after: single) {
        addSpaced(&single, trusted: trusted)
      } else {
        single.append(contentsOf: word)
      }
      return true
    }
    if single.count % 2 == 1, let last = Self.lastOfName(word) { single.append(last); return true }
    addSpaced(&single, trusted: trusted)
    if Self.ends.begin(word) { return false }
    add(word, trusted: trusted)
    return true
  }

  /// What ends the names: 发自北京, 单位：…, 现为….
  private static let ends: Words = ["发自", "發自", "来源", "來源", "单位", "單位", "系", "现为", "现任", "均为", "均系", "分别"]

  /// `陳大明／臺北報導`: what stands behind the stroke is a place.
  private static func withoutPlace(_ fragment: Scalars) -> Scalars {
    guard let end = fragment.lastIndex(where: { $0 == "導" }), end > 0, fragment[end - 1] == "報",
      let stroke = fragment[..<end].lastIndex(where: { $0 == "/" || $0 == "／" }), stroke > 1
    else { return fragment }
    return Array(fragment[..<stroke])
  }

  /// Whether the character at `index` parts names; a point between two Han characters does not: 古丽娜尔·买买提.
  private static func separates(_ text: Scalars, _ index: Int) -> Bool {
    let scalar = text[index]
    if points.contains(scalar) {
      return index == 0 || index + 1 == text.count || !text[index - 1].isHan || !text[index + 1].isHan
    }
    return scalar.isBlank || scalar.isBullet || scalar.isComma || marks.contains(scalar)
  }

  private static let points = Names.points
  private static let marks: ScalarSet = "、；;/／|｜丨（）()：:□　︵︶︑︰︓︔"

  /// Whether a character of its own tells what those before it did: 文, 图, 摄. Two-character names are printed with a
  /// space inside, which it may end.
  private static func works(_ scalar: Unicode.Scalar, after single: Scalars) -> Bool {
    single.count % 2 == 0
      && (scalar == "文" || scalar == "图" || scalar == "圖" || scalar == "摄" || scalar == "攝")
  }

  /// 野 of `野摄`, the end of `原 野摄`.
  private static func lastOfName(_ word: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    guard let deed = deeds.ending(of: word), word.count == deed.count + 1 else { return nil }
    return word.first
  }

  /// A name, or several, printed with spaces between their characters.
  private mutating func addSpaced(_ text: inout Scalars, trusted: Bool) {
    guard !text.isEmpty else { return }
    defer { text = [] }
    if text.count <= 3 { if text.count > 1 { add(text[...], trusted: trusted) }; return }
    if Names.isName(text) || Names.split(text[...]) != nil { return add(text[...], trusted: trusted) }
    for start in stride(from: 0, to: text.count - 1, by: 2) {
      add(text[start..<(start + 2)], trusted: trusted)
    }
  }

  private mutating func add(_ token: ArraySlice<Unicode.Scalar>, trusted: Bool) {
    let deed = Self.deeds.ending(of: token) ?? []
    var name = token.dropLast(deed.count)
    if Self.reports.hold(deed) { name = Self.withoutPlace(Array(name), isFirst: names.isEmpty)[...] }
    // Pictures are given by anyone: 受访者供图.
    let trusted = trusted && !Self.gifts.hold(deed)
    while let last = name.last, Self.points.contains(last) { name.removeLast() }
    guard !Self.strangers.stand(in: name) else { return }
    if name.contains(where: Self.points.contains) { return addForeign(name, trusted: trusted) }
    guard name.allSatisfy(\.isHan) else { return }
    if name.count == 4, name.last == "文", !Names.isName(name), Names.isName(name.dropLast()) {
      name.removeLast()
    }
    let isPlain = Names.isName(name) || (trusted && Names.mayBeName(name) && name.count <= 3)
    let mayBeSeveral = name.count > 3 && name.first != "阿"
    if isPlain { return append(name) }
    let found = mayBeSeveral ? Names.split(name) ?? [] : []
    found.forEach { append($0[...]) }
    if found.isEmpty, trusted, name.count == 4, Names.mayBeName(name) { append(name) }
  }

  private mutating func append(_ name: ArraySlice<Unicode.Scalar>) {
    let name = name.string
    if !names.contains(name) { names.append(name) }
  }
}

extension NameList {
  /// What reporters did, glued to their names.
  static let deeds: Words = [
    "采访报道", "报道", "報道", "報導", "摄影", "攝影", "拍摄", "拍攝", "摄", "攝", "整理", "采写", "编译", "制图", "绘图", "供图", "供圖",
    "供稿", "提供",
  ]
  private static let reports: Words = ["采访报道", "报道", "報道", "報導"]
  private static let gifts: Words = ["供图", "供圖", "供稿", "提供"]

  /// Words of credits, none of which stands in a name.
  private static let strangers: Words = [
    "编辑", "編輯", "来源", "來源", "单位", "單位", "发自", "發自", "供图", "供圖", "资料", "資料", "图片", "圖片", "照片", "图文", "记者",
    "記者",
    "作者", "报道", "報導", "报导", "摄影", "攝影", "无关", "新华社", "新華社", "中新社", "影像中国", "视觉中国", "人民视觉", "受访", "本报", "本報",
    "责编", "校对", "版式", "评论员", "通讯员", "口述", "整理", "采写", "主笔",
  ]

  /// `北京` of `王小明北京报道`, or all of it, is no name. Of three characters or fewer the first token may be a name all
  /// the same.
  private static func withoutPlace(_ text: Scalars, isFirst: Bool) -> Scalars {
    if scenes.hold(text) { return [] }
    guard text.count > 3 || !isFirst else { return text }
    guard let place = Gazetteer.shared.found(in: text).last, place.range.upperBound == text.count
    else { return text }
    let name = text[..<place.range.lowerBound]
    return name.isEmpty || Names.isName(name) || Names.split(name) != nil ? Array(name) : text
  }

  private static let scenes: Words = ["综合", "綜合", "专题", "專題", "现场", "現場", "连线", "連線", "特别", "实习"]

  /// One name of several parts, up to 15 characters, or a medium and a name: 河畔晚报·王小明.
  private mutating func addForeign(_ text: ArraySlice<Unicode.Scalar>, trusted: Bool) {
    let parts = text.split(whereSeparator: Self.points.contains)
    guard trusted, parts.allSatisfy({ $0.allSatisfy(\.isHan) }) else { return }
    if parts.contains(where: Self.media.end) {
      for part in parts where !Self.media.end(part) { add(part, trusted: true) }
    } else if text.count <= 15 {
      append(text)
    }
  }

  /// Whether all that a field says of its author is a role or a source: 通讯员, 本报记者, 来源：新华网.
  static func namesNobody(_ text: String) -> Bool {
    let words = Scalars(of: text).squeezed
    return namesSource(words) || roles.hold(words[(own.start(of: words)?.count ?? 0)...])
  }
}
