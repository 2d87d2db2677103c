/// The day of each story of a page: the day of publication, else the dateline's, else the lead's, else the page's.
struct DateInference {
  /// A day found for one story.
  struct Finding: Equatable {
    var date: PartialDate
    var basis: DateBasis
    var evidence: [Evidence]
    var isUncertain = false
  }

  /// A story's own day.
  private struct Own {
    var finding: Finding
    var place: Place
  }

  /// Where a story names its day.
  private enum Place {
    /// In its dateline or right behind it.
    case dateline
    /// As its first words.
    case opening
    /// Anywhere else.
    case inside
  }

  /// Leads may speak of a day up to so many days before the page's.
  private static let leadReach = 20
  /// No paper prints reports of so many days ago.
  private static let reportReach = 25

  private let publication: Finding?
  private let year: PageYear.Finding?
  private let own: [Own?]
  private let page: Finding?
  /// Reports of days too far apart for one paper stand on the page: each story speaks for itself.
  private let isMixed: Bool

  /// Reads the days of a page's stories. `publication`: the day that masthead or path gives.
  init(_ stories: [StorySource], publication: Finding?, period: PartialDate?) {
    self.publication = publication
    let own = stories.map(Self.own)
    let found = own.compactMap { $0?.finding }
    isMixed = publication == nil && Self.areMixed(own.compactMap { $0 }.filter { $0.place != .inside })
    let month = publication?.date.month ?? found.first?.date.month
    let known = publication?.date.year ?? period?.year
    year =
      known.map { PageYear.Finding(year: $0, isUncertain: false, evidence: publication?.evidence ?? []) }
      ?? (isMixed ? nil : PageYear.find(in: stories, month: month, isTurn: Self.isTurn(found.map(\.date))))
    self.own = own
    page = publication ?? Self.commonest(found)
  }

  /// The day of story `index`.
  func date(of index: Int) -> Finding? {
    if let publication { return dated(publication) }
    if let own = own[index], fits(own) { return dated(own.finding) }
    return page.map { dated(Finding(date: $0.date, basis: .page, evidence: $0.evidence)) }
  }

  /// A lead that speaks of a day far from the page's tells of the past.
  private func fits(_ own: Own) -> Bool {
    let finding = own.finding
    guard finding.basis == .lead, own.place != .dateline, !isMixed else { return true }
    if let named = finding.date.year, let year, named != year.year { return false }
    guard let page, let apart = Self.days(from: finding.date, to: page.date) else { return true }
    return apart <= Self.leadReach
  }

  /// With the page's year where the finding has none. A day long after the page's belongs to the year before.
  private func dated(_ finding: Finding) -> Finding {
    guard finding.date.year == nil, let year else { return finding }
    var finding = finding
    let isYearEnd = page.map { ($0.date.month ?? 0) <= 2 && (finding.date.month ?? 0) >= 11 } ?? false
    finding.date =
      PartialDate(
        year: isYearEnd ? year.year - 1 : year.year, month: finding.date.month, day: finding.date.day)
      ?? finding.date
    finding.evidence += year.evidence
    finding.isUncertain = finding.isUncertain || year.isUncertain || finding.basis == .page
    return finding
  }

  /// Whether stories that begin with such days, one of them in its dateline, stand in no one paper.
  private static func areMixed(_ stories: [Own]) -> Bool {
    let days = Set(stories.map(\.finding.date))
    return Set(stories.filter { $0.place == .dateline }.map(\.finding.date)).contains { first in
      days.contains { areApart(first, $0) }
    }
  }

  private static func areApart(_ a: PartialDate, _ b: PartialDate) -> Bool {
    (days(from: a, to: b) ?? 0) > reportReach || !areOfOneYear(a, b)
  }

  /// Years apart are none, but at the turn of one.
  private static func areOfOneYear(_ a: PartialDate, _ b: PartialDate) -> Bool {
    guard let first = a.year, let second = b.year, first != second else { return true }
    return abs(first - second) == 1 && isTurn([a, b])
  }

  /// Days between two days of one year, whichever is first; across the turn of a year the shorter way.
  private static func days(from a: PartialDate, to b: PartialDate) -> Int? {
    guard let am = a.month, let ad = a.day, let bm = b.month, let bd = b.day else { return nil }
    let apart = abs((am * 61 / 2 + ad) - (bm * 61 / 2 + bd))
    return min(apart, 366 - apart)
  }

  /// The day that most stories have; of equals the one with more near to it, then the latest. At the turn of a
  /// year January comes behind December.
  private static func commonest(_ findings: [Finding]) -> Finding? {
    guard findings.count > 1 else { return findings.first }
    let groups = Dictionary(grouping: findings) { ($0.date.month ?? 0) * 100 + ($0.date.day ?? 0) }
    let isTurn = isTurn(findings.map(\.date))
    func place(_ date: PartialDate) -> (Int, PartialDate) {
      (isTurn && date.year == nil && date.month == 1 ? 1 : 0, date)
    }
    /// How many days are near; the page's is seldom one of a letter or of a lead with its year.
    func support(_ finding: Finding) -> Int {
      let near = findings.count { days(from: $0.date, to: finding.date).map { $0 <= 3 } ?? false }
      return finding.isUncertain || finding.basis == .lead && finding.date.year != nil ? 0 : near
    }
    return groups.values.max { a, b in
      let (first, second) = (place(a[0].date), place(b[0].date))
      return (a.count, support(a[0]), first.0, first.1) < (b.count, support(b[0]), second.0, second.1)
    }?.first
  }

  /// Whether days of December and of January stand side by side.
  private static func isTurn(_ dates: [PartialDate]) -> Bool {
    let months = dates.compactMap(\.month)
    return months.contains(12) && months.contains(1)
  }
}

extension DateInference {
  /// The story's own day: dateline, a notice's last line, lead.
  private static func own(_ story: StorySource) -> Own? {
    if let dateline = dateline(story) { return Own(finding: dateline, place: .dateline) }
    return signed(story).map { Own(finding: $0, place: .inside) } ?? lead(story)
  }

  private static func dateline(_ story: StorySource) -> Finding? {
    if let length = story.dateline, let found = mention(in: story.body, 0..<length) {
      return Finding(date: found.date, basis: .dateline, evidence: [story.body.evidence(found.range)])
    }
    return closing(story)
  }

  /// `（新华社北京10月9日电）` at the end.
  private static func closing(_ story: StorySource) -> Finding? {
    guard story.body.scalars.count > 12, let range = story.closingDateline,
      let found = mention(in: story.body, range)
    else { return nil }
    return Finding(date: found.date, basis: .dateline, evidence: [story.body.evidence(found.range)])
  }

  private static func signed(_ story: StorySource) -> Finding? {
    let lines = story.bodyLines
    guard let at = lines.suffix(2).lastIndex(where: LineShape.isDay) else {
      return lines.last.flatMap(closingDay)
    }
    guard at == 0 || !lines[at - 1].endsWithColon else { return nil }
    let last = lines[at]
    var cursor = Cursor(last.squeezed)
    // The day of a letter or an essay is when it was written.
    let isPersons = at > 0 && LineShape.isBareName(lines[at - 1])
    return DateReader.fullDate(&cursor).map {
      Finding(
        date: $0, basis: .dateline, evidence: [Evidence(line: last.number, text: last.text.string)],
        isUncertain: isPersons)
    }
  }

  /// `3月17日` alone on the last line, `（河畔镇卫生院 3月17日）`.
  private static func closingDay(_ line: Line) -> Finding? {
    let text = line.squeezed
    guard text.count <= 30, line.census.stops == 0, line.census.commas == 0, let last = text.last,
      last.closesRemark || DateReader.days.mayBegin(with: last),
      let day = DateReader.mentions(in: text).last
    else { return nil }
    let isBracketed = text[0].opensRemark && last.closesRemark && day.range.upperBound == text.count - 1
    guard isBracketed || day.range == text.indices else { return nil }
    return Finding(
      date: day.date, basis: .dateline, evidence: [Evidence(line: line.number, text: line.text.string)],
      isUncertain: !isBracketed)
  }

  /// The first day of the first hundred characters that is not one to come: `自3月25日起`, `将于6月9日`.
  private static func lead(_ story: StorySource) -> Own? {
    let opening = 0..<min(100, story.body.scalars.count)
    guard
      let found = mentions(in: story.body, opening).first(where: { !isAhead($0.range, story.body.scalars) })
    else { return nil }
    let finding = Finding(date: found.date, basis: .lead, evidence: [story.body.evidence(found.range)])
    guard found.range.lowerBound <= firstWords(of: story) else {
      return Own(finding: finding, place: .inside)
    }
    return Own(finding: finding, place: story.dateline == nil ? .opening : .dateline)
  }

  /// How many characters stand before a story's first words: lines that name who wrote, the dateline, brackets behind it.
  private static func firstWords(of story: StorySource) -> Int {
    let text = story.body.scalars
    if let dateline = story.dateline {
      guard dateline < text.count, text[dateline].opensRemark else { return dateline }
      return text[dateline...].prefix(60).firstIndex(where: \.closesRemark).map { $0 + 1 } ?? dateline
    }
    let start = story.bylinesLength
    return start == 0 ? 0 : start + (Dateline.length(in: Scalars(text[start...].prefix(30))) ?? 0)
  }

  private static func isAhead(_ range: Range<Int>, _ text: Scalars) -> Bool {
    let before = text[max(0, range.lowerBound - 5)..<range.lowerBound]
    let after = text[range.upperBound...]
    if let first = after.first, afters.contains(first) { return !others.begin(after) }
    if before.last == "于" || before.last == "於" { return before.dropLast().last.map(verbs.contains) ?? false }
    return limits.end(before) && !counts.end(before)
  }

  private static let afters: ScalarSet = "起前"
  /// Other words that begin so.
  private static let others: Words = [
    "前往", "前来", "前來", "前后", "前後", "前夕", "前去", "前夜", "起草", "起源", "起飞", "起火", "起诉", "起身", "起床",
  ]
  private static let limits: Words = ["自", "从", "至", "到", "将在", "定在", "拟在", "时间：", "日期：", "时间:", "日期:"]
  private static let counts: Words = ["截至", "截止", "截至到", "截止到", "发布时间：", "发布日期：", "发布时间:", "发布日期:"]
  /// Before 于 they speak of days to come (将于, 定于) or of what long was (建于, 始于).
  private static let verbs: ScalarSet = "将定拟划计预约改延期建立生办创始产成业卒刊载发写作位止见摄播死逝殁葬起缘源藏設將擬劃計預約延創產業發"

  private static func mention(in text: StoryText, _ range: Range<Int>) -> DateReader.Mention? {
    mentions(in: text, range).first
  }

  private static func mentions(in text: StoryText, _ range: Range<Int>) -> [DateReader.Mention] {
    var places: [Int] = []
    for mark in text.marks where range.contains(mark) && text.scalars[mark] == "月" {
      places.append(mark - range.lowerBound)
    }
    guard !places.isEmpty else { return [] }
    return DateReader.mentions(in: Array(text.scalars[range]), at: places).map {
      DateReader.Mention(
        date: $0.date,
        range: ($0.range.lowerBound + range.lowerBound)..<($0.range.upperBound + range.lowerBound))
    }
  }
}
