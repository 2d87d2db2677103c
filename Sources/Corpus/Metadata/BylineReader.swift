/// Who wrote: names in bylines, datelines' brackets, end marks and credits.
enum BylineReader {
  /// Names with where they stand.
  struct Byline: Equatable {
    var names: [String] = []
    var evidence: [Evidence] = []
    /// 正观新闻·郑州晚报 of `（正观新闻·郑州晚报记者 …）`.
    var medium: String?
  }

  /// The byline of a story: its own line or the dateline's brackets; failing these the mark at its end; for a
  /// caption, and failing all, the photographer's credit.
  static func byline(of story: StorySource, kind: ArticleKind) -> Byline {
    let opening = merge(ownLines(story, kind), lead(story))
    if !opening.names.isEmpty { return opening }
    var ending = ending(story)
    if ending.names.isEmpty || kind == .photo { ending = merge(ending, credit(story)) }
    ending.medium = opening.medium
    return ending
  }

  private static func merge(_ a: Byline, _ b: Byline) -> Byline {
    Byline(
      names: a.names + b.names.filter { !a.names.contains($0) }, evidence: a.evidence + b.evidence,
      medium: a.medium ?? b.medium)
  }

  /// Lines that only name who wrote; a bare name counts near the headline and at either end of the story.
  private static func ownLines(_ story: StorySource, _ kind: ArticleKind) -> Byline {
    var byline = Byline()
    let lines = joined(story.bodyLines)
    for (index, line) in lines.enumerated() {
      if LineShape.isByline(line), kind == .photo || !Cues.isCredit(line.squeezed) || isWriterToo(line) {
        byline = merge(byline, read(line.text, line.number, trusted: true))
      } else if isSignature(line, at: index, of: lines.count) {
        byline = merge(byline, read(line.text, line.number, trusted: true))
      }
    }
    return byline
  }

  /// Lines of which one that ends on a role (`通讯员`) and the next, which has the name, are one.
  private static func joined(_ lines: [Line]) -> [Line] {
    guard lines.dropLast().contains(where: { endsOnRole($0.squeezed) }) else { return lines }
    var joined: [Line] = []
    for line in lines {
      if let last = joined.last, endsOnRole(last.squeezed), LineShape.isByline(last),
        let whole = Line(last.text.string + " " + line.text.string, number: last.number)
      {
        joined[joined.count - 1] = whole
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private static func endsOnRole(_ text: Scalars) -> Bool {
    NameList.roles.end(text)
  }

  /// `本报记者 某某 文/图`.
  private static func isWriterToo(_ line: Line) -> Bool {
    writersToo.stand(in: line.squeezed)
  }

  private static let writersToo: Words = ["文/图", "文／图"]

  private static func isSignature(_ line: Line, at index: Int, of count: Int) -> Bool {
    guard line.ending == .open, (2...4).contains(line.count), count > 1 else { return false }
    let isEdge = index <= 1 || index == count - 1
    return LineShape.isBareName(line)
      || (isEdge && line.count == 3 && Names.mayBeName(line.squeezed) && !LineShape.isSignOff(line))
  }

  /// `（记者 林晓舟）` and `记者 林晓舟 通讯员 李四` in the opening.
  private static func lead(_ story: StorySource) -> Byline {
    let opening = story.opening(of: 110)
    let text = Array(opening.scalars.prefix(110))
    var byline = Byline()
    var at = 0
    while let open = text[at..<max(at, min(60, text.count))].firstIndex(where: openers.contains) {
      guard let close = text[open...].firstIndex(where: closers.contains),
        close > open + 1
      else { break }
      let inner = Array(text[(open + 1)..<close])
      if hasRole(inner) { byline = merge(byline, read(inner, opening.line(at: open), trusted: true)) }
      at = close + 1
    }
    return byline.names.isEmpty ? merge(byline, unbracketed(story, opening, text)) : byline
  }

  private static let openers: ScalarSet = "（(〈【"
  private static let closers: ScalarSet = "）)〉】"

  /// `本报讯 记者林晓舟 通讯员李四报道：`.
  private static func unbracketed(_ story: StorySource, _ opening: StoryText, _ text: Scalars) -> Byline {
    guard let dateline = Dateline.length(in: story.body.scalars) else { return Byline() }
    var cursor = Cursor(text)
    var passed = 0
    while passed < dateline, let next = cursor.next { passed += next.isBlank ? 0 : 1; cursor.at += 1 }
    let start = cursor.at
    guard cursor.skip(oneOf: reporters) else { return Byline() }
    let rest = text[start..<min(text.count, start + 30)]
    let end = rest.firstIndex {
      $0.isComma || $0.endsSentence || $0.digit != nil || $0 == "：" || $0 == "从" || $0 == "從"
    }
    guard let end else { return Byline() }
    return read(Array(text[start..<end]), opening.line(at: start), trusted: false)
  }

  private static let reporters: Words = ["本报记者", "记者", "記者", "通讯员"]

  /// `（林晓）`, `③12 (某某)`, `（记者 某某）`, a group's name behind the last sentence; the story may end on a jump instead.
  private static func ending(_ story: StorySource) -> Byline {
    let tail = Array(story.ending(of: 40).scalars.suffix(40))
    if let start = EndMark.start(in: tail), let line = story.bodyLines.last?.number {
      let byline = mark(tail[start...], line)
      if !byline.names.isEmpty { return byline }
    }
    for line in story.bodyLines.suffix(3).reversed() {
      if let start = EndMark.start(in: line.text) {
        let byline = mark(line.text[start...], line.number)
        if !byline.names.isEmpty { return byline }
      }
      if let start = EndMark.signature(in: line.text),
        isGroup(line.text[start...]) || Names.isName(line.text[start...])
      {
        let name = line.text[start...].string
        return Byline(names: [name], evidence: [Evidence(line: line.number, text: name)])
      }
    }
    return Byline()
  }

  /// The names of one end mark.
  private static func mark(_ text: ArraySlice<Unicode.Scalar>, _ line: Int) -> Byline {
    let inner = text.filter { !$0.isCircledNumber && $0.digit == nil && !brackets.contains($0) }
    let isDateline = inner.contains("电") || inner.contains("電")
    return isDateline || inner.squeezed.first == "据" ? Byline() : read(inner, line, trusted: hasRole(inner))
  }

  private static let brackets: ScalarSet = "（()）"

  /// A signing group: office and party groups.
  private static func isGroup(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    (2...4).contains(text.count) && text.last.map(groups.contains) ?? false
      && text.first != "据"
  }

  private static let groups: ScalarSet = "办宣组组宣文研委纪政党工"

  /// `本报记者 何田田 摄`, over two lines at most.
  private static func credit(_ story: StorySource) -> Byline {
    for (index, line) in story.bodyLines.enumerated().reversed() where Cues.isCredit(line.squeezed) {
      var text = line.text
      if index > 0, !hasRole(text), LineShape.isByline(story.bodyLines[index - 1]) {
        text = story.bodyLines[index - 1].text + [" "] + text
      }
      let start = text.lastIndex { $0.endsSentence || $0.isCircledNumber }.map { $0 + 1 } ?? 0
      let tail = Array(text[start...])
      let byline = read(tail, line.number, trusted: true)
      if !byline.names.isEmpty { return byline }
    }
    return Byline()
  }

  private static func hasRole(_ text: Scalars) -> Bool {
    NameList.roles.stand(in: text.squeezed)
  }

  private static func read(_ text: Scalars, _ line: Int?, trusted: Bool) -> Byline {
    let list = NameList(text, trusted: trusted)
    guard !list.names.isEmpty else { return Byline(medium: list.medium) }
    return Byline(names: list.names, evidence: [Evidence(line: line, text: text.string)], medium: list.medium)
  }
}

/// The names in a byline's words.
struct NameList {
  /// Words that stand before names.
  static let roles: Words = [
    "全媒体记者", "首席记者", "见习记者", "实习记者", "特约记者", "摄影记者", "记者", "記者", "特约通讯员", "通讯员", "通訊員", "实习生", "撰稿人", "特约撰稿",
    "评论员", "作者", "撰文",
    "攝影", "摄影", "文图", "文/图", "文／图", "图文", "文字", "供稿",
  ]
  private static let actions: Words = [
    "摄影报道", "摄影", "攝影", "摄", "攝", "报道", "文/图", "文／图", "图/文", "文", "图", "整理", "供图", "影像中国",
  ]

  var names: [String] = []
  var medium: String?

  /// Reads names from words such as `正观新闻·郑州晚报记者 何田田 向小川`. `trusted`: names that no list of surnames has
  /// are taken too.
  init(_ text: Scalars, trusted: Bool) {
    var fragments = Self.fragments(text)
    if fragments.count > 1 {
      let before = fragments.removeFirst().squeezed
      let medium = before.filter { $0.isHan || $0 == "·" }
      if medium.count >= 3, medium.count <= 16 { self.medium = medium.string }
    }
    for fragment in fragments { read(fragment, trusted: trusted) }
  }

  /// The text cut at words of role; the first part is what stands before the first of them.
  private static func fragments(_ text: Scalars) -> [Scalars] {
    var fragments: [Scalars] = [[]]
    var cursor = Cursor(text)
    while let next = cursor.next {
      if !next.isBlank, cursor.skip(oneOf: roles) {
        fragments.append([])
      } else {
        fragments[fragments.count - 1].append(next)
        cursor.at += 1
      }
    }
    return fragments
  }

  private mutating func read(_ fragment: Scalars, trusted: Bool) {
    var tokens = fragment.split { scalar in
      scalar.isBlank || scalar.isBullet || scalar.isComma || Self.marks.contains(scalar)
    }.map(Array.init)
    if tokens.count > 1 || fragment.count > 2 {
      tokens = tokens.map(Self.withoutAction).filter { !$0.isEmpty }
    }
    var pending: Scalars = []
    for token in tokens {
      guard token.allSatisfy(\.isHan) else { continue }
      if token.count == 1 {
        pending += token
        if pending.count == 2 { add(pending, trusted: trusted); pending = [] }
      } else {
        pending = []
        add(token, trusted: trusted)
      }
    }
  }

  private static let marks: ScalarSet = "、；;/／（）()：:·□　"

  private static func withoutAction(_ token: Scalars) -> Scalars {
    actions.ending(of: token).map { Array(token.dropLast($0.count)) } ?? token
  }

  private mutating func add(_ token: Scalars, trusted: Bool) {
    let isPlain = Names.isName(token) || (trusted && Names.mayBeName(token) && token.count <= 3)
    let found = isPlain ? [token] : token.count > 3 ? Names.split(token[...]) ?? [] : []
    for name in found.map(\.string) where !names.contains(name) { names.append(name) }
    if found.isEmpty, trusted, token.count == 4, Names.mayBeName(token) { names.append(token.string) }
  }
}
