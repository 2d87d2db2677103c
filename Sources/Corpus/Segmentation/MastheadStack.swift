/// Mastheads in lines one below the other: `濮阳日报`, `2025年3月`, `17`, `星期一`, `第9876期`. Each line alone says too little.
struct MastheadStack {
  /// The indices of the lines that are of a masthead for what stands beside them.
  private(set) var lines: Set<Int> = []
  /// What they say together, each with the index of the line that says it.
  private(set) var found: [(index: Int, masthead: Masthead)] = []
  private let all: [Line]

  /// The longest line that says too little, in characters.
  private static let longest = 16
  /// The most lines that are read together to either side of a line.
  private static let reach = 6

  /// Looks for stacks among all lines of a page.
  init(_ lines: [Line]) {
    all = lines
    var end = 0
    for index in lines.indices where index >= end && Self.mayBelong(lines[index]) && isPart(index) {
      let range = run(around: index)
      end = range.upperBound
      if range.count > 1 { read(range) }
    }
    for index in lines.indices {
      let belongs =
        Masthead.isSection(lines[index]) && isBesideMasthead(index)
        || MastheadBit.isOne(lines[index]) && touchesChrome(index)
      if belongs { self.lines.insert(index) }
    }
  }

  /// Whether a line stands above or below page chrome, with no blank line between.
  private func touchesChrome(_ index: Int) -> Bool {
    let isBelow = index > 0 && all[index].blanksBefore == 0 && isChrome(index - 1)
    return isBelow || index + 1 < all.count && all[index + 1].blanksBefore == 0 && isChrome(index + 1)
  }

  private func isChrome(_ index: Int) -> Bool {
    lines.contains(index) || Masthead.isSure(all[index])
      || LineShape.isFurniture(all[index]) && Masthead(all[index]) == nil
  }

  /// Whether a line stands directly above or below one that is surely of a masthead, or between two that may be.
  private func isBesideMasthead(_ index: Int) -> Bool {
    let beside = [index - 1, index + 1].filter(all.indices.contains).map { all[$0] }
    return beside.contains(where: Masthead.isSure) || beside.count == 2 && beside.allSatisfy(Masthead.isPart)
  }

  /// Cheap to ask: whether a line begins or ends like one of a stack.
  private static func mayBelong(_ line: Line) -> Bool {
    guard 2...longest ~= line.count, !line.census.hasPunctuation, let first = line.squeezed.first,
      let last = line.squeezed.last
    else { return false }
    return beginnings.contains(first) || ends.contains(last)
  }

  private static let beginnings = ScalarSet(("星周週礼禮农農总第今本" + Masthead.stems).unicodeScalars)
  private static let ends: ScalarSet = "年月日号號报報讯訊"

  private func isPart(_ index: Int) -> Bool {
    let line = all[index]
    let (whole, loose) = Masthead.readings(of: line)
    if whole != nil { return true }
    guard line.count <= Self.longest else { return false }
    return loose != nil || Self.isYear(line) || Self.number(of: line) != nil
  }

  /// The parts of a masthead on both sides of one.
  private func run(around index: Int) -> Range<Int> {
    var (first, end) = (index, index + 1)
    while first > 0, index - first < Self.reach, isPart(first - 1) { first -= 1 }
    while end < all.count, end - index <= Self.reach, isPart(end) { end += 1 }
    return first..<end
  }

  /// A run of parts is a masthead where one of them surely is one, or where several name a day together.
  private mutating func read(_ range: Range<Int>) {
    let readings = range.map { Masthead.readings(of: all[$0]) }
    let wholes = readings.compactMap(\.whole)
    let loose = readings.compactMap { $0.whole == nil ? $0.loose : nil }
    let weekday = (wholes + loose).compactMap(\.weekday).first
    let isSure = wholes.contains { $0.date != nil || $0.paper != nil || $0.isMarkedPage }
    if let day = day(in: range, weekday: weekday, isSure: isSure) {
      lines.formUnion(day.lines)
      found.append((day.lines.lowerBound, Masthead(date: day.date, weekday: day.date.weekday)))
    } else if !isSure {
      return
    }
    for (index, reading) in zip(range, readings) where reading.whole == nil {
      if let part = reading.loose { take(index, part, of: range, weekday) }
    }
  }

  /// Takes a line of a run that says too little alone.
  private mutating func take(_ index: Int, _ part: Masthead, of range: Range<Int>, _ weekday: Int?) {
    if let name = part.name {
      guard isEnclosed(index, in: range) else { return }
      found.append((index, Masthead(paper: name)))
    } else if let day = part.day, weekday != nil, found.allSatisfy({ !range.contains($0.index) }) {
      found.append((index, Masthead(date: day, weekday: weekday)))
    }
    lines.insert(index)
  }

  /// Whether parts of a masthead stand on both sides of a line, or the page's edge on one of them: no headline does there.
  private func isEnclosed(_ index: Int, in range: Range<Int>) -> Bool {
    let isBelow = index > range.lowerBound || index == 0
    let isAbove = index + 1 < range.upperBound || index + 1 == all.count
    return isBelow && isAbove
  }
}

extension MastheadStack {
  /// `2025年3月`, `17`; `2025年`, `3月17日`; `17`, `2025年3月`. Without its 日 the day must have the weekday that is printed.
  private func day(in range: Range<Int>, weekday: Int?, isSure: Bool) -> (
    date: PartialDate, lines: ClosedRange<Int>
  )? {
    for index in range where Self.isYear(all[index]) {
      for (first, last) in [(index, index + 1), (index, index + 2), (index - 1, index)] {
        guard range.contains(first), range.contains(last) else { continue }
        let above = first < index ? all[first].squeezed : []
        let text = (index...last).flatMap { all[$0].squeezed + [" "] } + above
        guard let day = Self.day(text) else { continue }
        let fits = weekday.map { $0 == day.date.weekday } ?? (day.isMarked && isSure)
        if fits { return (day.date, first...last) }
      }
    }
    return nil
  }

  /// A day of several lines, with nothing behind it; `isMarked`: it ends in 日.
  private static func day(_ text: Scalars) -> (date: PartialDate, isMarked: Bool)? {
    var cursor = Cursor(text)
    guard let year = cursor.number(), 1850...2199 ~= year, cursor.skip("年"), let month = cursor.number(),
      cursor.skip("月"), let day = cursor.number()
    else { return nil }
    let isMarked = cursor.skip(oneOf: DateReader.days)
    cursor.skipBlanks()
    guard cursor.next == nil, let date = PartialDate(year: year, month: month, day: day) else { return nil }
    return (date, isMarked)
  }

  /// `2025年`, `2025年3月`.
  private static func isYear(_ line: Line) -> Bool {
    guard line.count <= 9, let last = line.squeezed.last, last == "年" || last == "月" else { return false }
    var cursor = Cursor(line.squeezed)
    guard let year = cursor.number(), 1850...2199 ~= year, cursor.skip("年") else { return false }
    return cursor.next == nil || cursor.number() != nil && cursor.skip("月") && cursor.next == nil
  }

  /// `17`, `17日`, `3月`.
  private static func number(of line: Line) -> Int? {
    guard line.count <= 3 else { return nil }
    var cursor = Cursor(line.squeezed)
    guard let number = cursor.number(), 1...31 ~= number else { return nil }
    if !cursor.skip("月") { _ = cursor.skip(oneOf: DateReader.days) }
    return cursor.next == nil ? number : nil
  }
}

/// Lines that are page chrome where other chrome stands beside them.
enum MastheadBit {
  /// `热线：0599-8611122`, `法治·社会`, `RUOSHUI RIBAO`, `今日天气 晴 5℃—9℃`, `河畔晚报社 河畔教育局 合办`, a page's number of one figure.
  static func isOne(_ line: Line) -> Bool {
    guard line.count <= 48, line.heading == 0, line.census.stops == 0, let last = line.squeezed.last else {
      return false
    }
    if last.digit != nil || last.isLatin || last == "℃" || last == "级" { return isFigures(line.squeezed) }
    if line.census.blanks > 0, hosts.end(line.squeezed) { return true }
    return line.count <= 9 && (weeklies.end(line.squeezed) || isPair(line.squeezed))
  }

  private static let hosts: Words = ["合办", "主办", "协办", "承办", "联办", "上一版", "下一版"]
  private static let weeklies: Words = ["周刊", "专刊", "副刊"]

  /// A single figure, words of capitals, an address, the weather, a telephone number.
  private static func isFigures(_ text: Scalars) -> Bool {
    if text.count == 1 { return text[0].digit != nil }
    let front = text.prefix { !$0.isCapital }
    if front.isEmpty || sites.begin(text) { return text.count >= 6 && !text.contains(where: \.isHan) }
    if text[front.count...].allSatisfy(\.isCapital), isPair(Scalars(front)) { return true }
    if Masthead.weather.begin(text) { return text.contains("℃") }
    let labels = text.split { !$0.isHan && $0.digit == nil }.map { $0.drop { !$0.isHan } }.filter {
      !$0.isEmpty
    }
    return !labels.isEmpty && labels.allSatisfy { $0.count <= 8 && contacts.end($0.prefix(while: \.isHan)) }
  }

  private static let sites: Words = ["http", "www."]
  private static let contacts: Words = ["热线", "电话", "邮箱", "信箱", "投稿", "爆料", "报料", "网址", "请拨", "微信"]

  /// `法治·社会`: two words with a point between.
  static func isPair(_ text: Scalars) -> Bool {
    guard text.count >= 5, let point = text.firstIndex(where: Names.points.contains) else { return false }
    let words = [text[..<point], text[(point + 1)...]]
    return words.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(\.isHan) }
      && (words[1].count == 2 || !Names.isName(words[1]))
  }
}

extension Unicode.Scalar {
  /// A Latin capital.
  fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
}

extension PartialDate {
  /// 0 for Sunday; nil where a part is unknown.
  var weekday: Int? {
    guard let year, let month, let day else { return nil }
    let shifted = month < 3 ? year - 1 : year
    let offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]
    return (shifted + shifted / 4 - shifted / 100 + shifted / 400 + offset + day) % 7
  }
}
