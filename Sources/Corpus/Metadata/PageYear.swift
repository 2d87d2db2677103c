/// The year of a page that no masthead and no path gives, from the years that its text names. Text speaks of past
/// years by number and of its own mostly as 今年, so one number alone proves nothing.
enum PageYear {
  struct Finding: Equatable {
    var year: Int
    var isUncertain: Bool
    var evidence: [Evidence]
  }

  private struct Mention {
    var year: Int
    var month: Int?
    var isFuture: Bool
    var isCurrent: Bool
    /// Its last days are spoken of.
    var isLast: Bool
    /// A story looks back at it: `2022年，河畔修了新桥。`, `2022年起`.
    var isTold: Bool
    var evidence: Evidence
  }

  /// The year of a page with such stories; `month` is the month of the page's days, if any is named. `isTurn`: days of
  /// December and January stand on the page, where the year named most may be the old one or the new one.
  static func find(in stories: [StorySource], month: Int?, isTurn: Bool = false) -> Finding? {
    var mentions: [Mention] = []
    for story in stories {
      addMentions(story.head, pageMonth: month, to: &mentions)
      addMentions(story.body, pageMonth: month, to: &mentions)
    }
    let ownYear = current(isTurn ? mentions.filter { !$0.isLast } : mentions)
    return signed(stories) ?? ownYear ?? (isTurn ? nil : repeated(mentions, isEarly: (month ?? 12) <= 2))
      ?? nearFuture(mentions, month: month)
  }

  /// A notice's own day, printed in full at the end of a line or on a line of its own.
  private static func signed(_ stories: [StorySource]) -> Finding? {
    var found: [Signed] = []
    for story in stories {
      addSigned(story.head, to: &found)
      addSigned(story.body, to: &found)
    }
    guard let year = found.map(\.year).max() else { return nil }
    return Finding(
      year: year, isUncertain: false, evidence: found.filter { $0.year == year }.prefix(2).map(\.evidence))
  }

  private typealias Signed = (year: Int, evidence: Evidence)

  private static func addSigned(_ text: StoryText, to found: inout [Signed]) {
    for mention in DateReader.mentions(in: text.scalars, at: text.marks) {
      guard let year = mention.date.year, endsLine(text, mention.range) else { continue }
      found.append((year, text.evidence(mention.range)))
    }
  }

  private static func endsLine(_ text: StoryText, _ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? text.scalars[range.lowerBound - 1] : nil
    let startsLine =
      before == nil || text.line(at: range.lowerBound - 1) != text.line(at: range.lowerBound)
    let end = range.upperBound
    return startsLine && before != "：" && before != ":"
      && (end == text.scalars.count || text.line(at: end) != text.line(at: end - 1))
  }

  /// A year that the text treats as its own: 2025年是…之年, 2025年工作要点, 2021年…将.
  private static func current(_ mentions: [Mention]) -> Finding? {
    let own = mentions.filter { $0.isCurrent && !$0.isFuture }
    guard let year = own.map(\.year).max(), year >= (mentions.filter { !$0.isFuture }.map(\.year).max() ?? 0)
    else { return nil }
    return finding(year, own, isUncertain: own.count { $0.year == year } < 2)
  }

  /// The latest year, where the page names it again and again. `isEarly`: in January and February that is mostly the
  /// old one, unless the year before it is named as often.
  private static func repeated(_ mentions: [Mention], isEarly: Bool) -> Finding? {
    let past = mentions.filter { !$0.isFuture }
    guard let year = past.map(\.year).max() else { return nil }
    let count = past.count { $0.year == year && !$0.isTold }
    guard count >= 2, !isEarly || past.count(where: { $0.year == year - 1 }) >= count else { return nil }
    return finding(year, past, isUncertain: true)
  }

  /// `将一直开放至2026年2月` on a page of December: the year before.
  private static func nearFuture(_ mentions: [Mention], month: Int?) -> Finding? {
    guard let month,
      let ahead = mentions.filter({ $0.isFuture && $0.month != nil }).min(by: { $0.year < $1.year }),
      let until = ahead.month
    else { return nil }
    let year = until >= month ? ahead.year : ahead.year - 1
    let distance = (ahead.year - year) * 12 + until - month
    let latest = mentions.filter { !$0.isFuture }.map(\.year).max() ?? 0
    guard distance <= 6, latest <= year else { return nil }
    return Finding(year: year, isUncertain: true, evidence: [ahead.evidence])
  }

  private static func finding(_ year: Int, _ mentions: [Mention], isUncertain: Bool) -> Finding {
    let evidence = mentions.filter { $0.year == year }.prefix(3).map(\.evidence)
    return Finding(year: year, isUncertain: isUncertain, evidence: Array(evidence))
  }

  private static func addMentions(_ text: StoryText, pageMonth: Int?, to mentions: inout [Mention]) {
    let scalars = text.scalars
    for (year, at) in DateReader.years(in: scalars, at: text.marks) {
      let end = (scalars[at...].firstIndex(of: "年") ?? at) + 1
      let before = scalars[max(0, at - 6)..<at]
      let after = scalars[end..<min(scalars.count, end + 14)]
      var cursor = Cursor(scalars, at: end)
      let month = cursor.number().flatMap { cursor.skip("月") && (1...12).contains($0) ? $0 : nil }
      // Of `从2015年3月到2024年6月` the end says nothing of the page's year.
      let isSpan = before.contains("年")
      mentions.append(
        Mention(
          year: year, month: isSpan ? nil : month, isFuture: isFuture(before, after),
          isCurrent: isCurrent(before, after) || isSeason(after, pageMonth), isLast: lasts.begin(after),
          isTold: after.first?.isComma == true || sinces.begin(after),
          evidence: text.evidence(at..<end)))
    }
  }

  private typealias Part = ArraySlice<Unicode.Scalar>

  private static func isFuture(_ before: Part, _ after: Part) -> Bool {
    ahead.stand(in: before) || untils.end(before) && !pasts.end(before)
      || starts.end(before) && after.contains("起") || ends.begin(after) && !isCount(after)
  }

  /// `前三季度`, `前11个月`: a part of the year, not what comes before it.
  private static func isCount(_ after: Part) -> Bool {
    guard after.first == "前", let next = after.dropFirst().first else { return false }
    return next.digit != nil || ChineseNumeral.isNumeral(next) || parts.contains(next)
  }

  private static let parts: ScalarSet = "几半后幾後"
  private static let ahead: Words = ["力争", "预计", "计划", "届时", "拟于", "将于", "有望"]
  private static let untils: Words = ["到", "至"]
  private static let pasts: Words = ["截至", "截止到", "截至到", "直到"]
  private static let starts: Words = ["从", "自"]
  private static let ends: Words = ["底前", "前", "远景", "目标", "投入使用", "建成", "全面建成"]

  /// 2022年春季学期, on a page of the year's first half.
  private static func isSeason(_ after: Part, _ month: Int?) -> Bool {
    guard let month, !months.begin(after) else { return false }
    return month <= 6 ? springs.begin(after) : autumns.begin(after)
  }

  /// Seasons of which stories tell: `2009年秋天，`.
  private static let months: Words = ["春天", "秋天", "春，", "秋，", "春末", "秋末", "春夏之交", "秋冬之交"]
  private static let springs: Words = ["春", "上半年", "第一季度", "一季度", "第二季度"]
  private static let autumns: Words = ["秋", "下半年", "第三季度", "第四季度"]

  private static func isCurrent(_ before: Part, _ after: Part) -> Bool {
    openings.begin(after) && !reports.begin(after) && !reviews.stand(in: before + after) || plans(in: after)
      || entries.end(before)
  }

  /// `，河畔市将` in the year's own clause; 将 of `他将积蓄` or of 将军 is another word.
  private static func plans(in after: Part) -> Bool {
    let words = after.drop(while: \.isComma).prefix { !$0.isComma && !$0.endsSentence && $0 != "年" }
    if ours.begin(words) { return true }
    guard let at = words.firstIndex(of: "将") ?? words.firstIndex(of: "將") else { return false }
    let follows = words.dropFirst(at - words.startIndex + 1).first
    return !(at > words.startIndex && doers.contains(words[at - 1]))
      && !(follows.map(soldiers.contains) ?? false)
  }

  private static let doers: ScalarSet = "他她其我人们們者即"
  private static let soldiers: ScalarSet = "军軍士领領帅"

  private static let openings: Words = [
    "是", "工作", "全国两会", "任务", "新年", "度工作", "重点", "政府工作报告", "春运", "高考", "两会", "中央一号文件", "春节", "国庆", "中秋",
    "元旦", "的最后", "的第一", "首",
  ]
  /// Words with which one looks back at a year.
  private static let reports: Words = ["工作报告", "工作汇报", "工作总结"]
  private static let reviews: Words = ["总结", "总結", "總結", "回顾", "回顧", "表彰"]
  private static let lasts: Words = ["的最后"]
  private static let sinces: Words = ["起", "以来", "以來", "至今", "后", "後", "之后"]
  private static let ours: Words = ["我们将", "我们要"]
  private static let entries: Words = ["进入", "迈入", "作为", "走进"]
}
