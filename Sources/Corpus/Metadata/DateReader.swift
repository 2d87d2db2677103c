/// Days in running text.
enum DateReader {
  /// A day as printed, with where it stands (scalars).
  struct Mention: Equatable {
    var date: PartialDate
    var range: Range<Int>
  }

  /// Reads `2019年2月12日`, `2019-02-12`, `2019/2/12`, `2019.2.12`, `二〇一九年二月十二日`, `民國一一四年三月十七日` at the cursor.
  /// Leaves the cursor where it was if none stands there.
  static func fullDate(_ cursor: inout Cursor) -> PartialDate? {
    let start = cursor.at
    let isRepublican = cursor.skip(oneOf: republics)
    if let number = cursor.number() {
      let year = isRepublican ? number + 1911 : number
      if (1850...2199).contains(year), let date = monthAndDay(after: year, &cursor) { return date }
    }
    cursor.at = start
    return nil
  }

  /// Whether a day as `fullDate` reads it may begin with such a character.
  static func mayBegin(with scalar: Unicode.Scalar) -> Bool {
    scalar.digit != nil || ChineseNumeral.isNumeral(scalar) || republics.mayBegin(with: scalar)
  }

  private static func monthAndDay(after year: Int, _ cursor: inout Cursor) -> PartialDate? {
    if cursor.skip("年") {
      guard let month = cursor.number(), cursor.skip("月"), let day = cursor.number(),
        cursor.skip(oneOf: days)
      else { return nil }
      return PartialDate(year: year, month: month, day: day)
    }
    guard let mark = cursor.skip(where: { marks.contains($0) }),
      let month = cursor.number(), cursor.skip(where: { $0 == mark }) != nil, let day = cursor.number()
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// Words before a year of the Republic's.
  static let republics: Words = ["中華民國", "中华民国", "民國", "民国"]
  /// Words behind a day's number.
  static let days: Words = ["日", "号", "號"]
  private static let marks: ScalarSet = "-/.－．"

  /// Every `3月17日` and `2025年3月17日` of a text; in `3月17日至19日` the first day.
  static func mentions(in text: Scalars) -> [Mention] { mentions(in: text, at: text.indices) }

  /// The same. `places`: where 月 stands, if anywhere.
  static func mentions(in text: Scalars, at places: some Sequence<Int>) -> [Mention] {
    var found: [Mention] = []
    for at in places where text[at] == "月" {
      guard let month = numberBefore(at, in: text) else { continue }
      var cursor = Cursor(text, at: at + 1)
      guard let day = cursor.number(), cursor.skip(oneOf: days) else { continue }
      let year = yearBefore(month.start, in: text)
      if isLunar(text[..<(year?.start ?? month.start)]) { continue }
      guard let date = PartialDate(year: year?.value, month: month.value, day: day) else { continue }
      found.append(Mention(date: date, range: (year?.start ?? month.start)..<cursor.at))
    }
    return found
  }

  /// Whether a text ends in 农历 or its kin, a year's name behind it: 农历乙巳年.
  private static func isLunar(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    calendars.end(text) || text.last == "年" && calendars.end(text.dropLast(3))
  }

  private static let calendars: Words = ["农历", "農曆", "阴历", "陰曆", "旧历", "舊曆", "夏历", "夏曆"]

  /// Every four-digit year of a text that is printed with 年, with where it begins. `places`: where 年 stands, if anywhere.
  static func years(in text: Scalars, at places: [Int]) -> [(year: Int, at: Int)] {
    var found: [(Int, Int)] = []
    for at in places where text[at] == "年" {
      guard let number = numberBefore(at, in: text), (1900...2100).contains(number.value) else { continue }
      found.append((number.value, number.start))
    }
    return found
  }

  private static func yearBefore(_ at: Int, in text: Scalars) -> (value: Int, start: Int)? {
    var mark = at - 1
    while mark >= 0, text[mark].isBlank { mark -= 1 }
    guard mark >= 0, text[mark] == "年", let year = numberBefore(mark, in: text) else { return nil }
    if year.value < 200, year.start >= 2, ["民國", "民国"].contains(text[(year.start - 2)..<year.start].string) {
      return (year.value + 1911, year.start - 2)
    }
    return (1900...2100).contains(year.value) ? year : nil
  }

  /// The number that ends right before `at`, blanks between allowed.
  private static func numberBefore(_ at: Int, in text: Scalars) -> (value: Int, start: Int)? {
    var end = at
    while end > 0, text[end - 1].isBlank { end -= 1 }
    var start = end
    while start > 0, end - start < 8, text[start - 1].digit != nil { start -= 1 }
    if (start..<end).allSatisfy({ ChineseNumeral.isZero($0, in: text[...at]) }) {
      while start > 0, end - start < 6,
        ChineseNumeral.isNumeral(text[start - 1]) || ChineseNumeral.isZero(start - 1, in: text[...at])
      {
        start -= 1
      }
      while start < end, text[start].digit == nil, !ChineseNumeral.isNumeral(text[start]) { start += 1 }
    }
    guard start < end else { return nil }
    var cursor = Cursor(text, at: start)
    guard let value = cursor.number() else { return nil }
    return (value, start)
  }
}
