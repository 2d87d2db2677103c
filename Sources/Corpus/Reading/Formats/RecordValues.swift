/// Values of records as people and programs write them.
enum RecordValues {
  /// A day: `2025-03-17`, `2025-03-17T08:00:00+08:00`, `2025/3/17 8:00`, `20250317`, `2025年3月17日`, `3月17日`, `2025-03`,
  /// `Mon, 17 Mar 2025 08:00:00 +0800`, or seconds or milliseconds since 1970, which are read in China's time.
  static func date(_ text: String) -> PartialDate? {
    let scalars = Array(trimmed(text))
    var cursor = Cursor(scalars)
    if let date = DateReader.fullDate(&cursor) { return date }
    let plain = scalars.string
    if let date = PartialDate(plain) ?? compact(plain) ?? epoch(plain) { return date }
    if let date = DateReader.mentions(in: scalars).first?.date { return date }
    return named(plain) ?? month(scalars)
  }

  /// `20250317`, digits may follow that are a time.
  private static func compact(_ text: String) -> PartialDate? {
    guard [8, 12, 14].contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(text.prefix(8)), (1850...2199).contains(number / 10000)
    else { return nil }
    return PartialDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }

  private static func epoch(_ text: String) -> PartialDate? {
    guard let number = Double(text), number.magnitude >= 1e8, number.magnitude < 1e14 else { return nil }
    let seconds = number.magnitude >= 1e11 ? number / 1000 : number
    return date(daysSince1970: Int(((seconds + 8 * 3600) / 86400).rounded(.down)))
  }

  /// The Gregorian day of a number of days; 400 years have 146,097.
  private static func date(daysSince1970 days: Int) -> PartialDate? {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return PartialDate(
      year: yearOfEra + era * 400 + (isNextYear ? 1 : 0), month: isNextYear ? month - 9 : month + 3,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// `17 Mar 2025`, `Mar 17, 2025`.
  private static func named(_ text: String) -> PartialDate? {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for (index, word) in words.enumerated() {
      guard let month = months.firstIndex(where: { word.hasPrefix($0) }), index + 1 < words.count else {
        continue
      }
      let before = index > 0 ? Int(words[index - 1]) : nil
      let after = Int(words[index + 1])
      if let day = before, let year = after { return PartialDate(year: year, month: month + 1, day: day) }
      if let day = after, index + 2 < words.count, let year = Int(words[index + 2]) {
        return PartialDate(year: year, month: month + 1, day: day)
      }
    }
    return nil
  }

  /// `2025年3月`, `2025/3`, `2025年`; not half of a day that cannot be.
  private static func month(_ text: Scalars) -> PartialDate? {
    var cursor = Cursor(text)
    guard let year = cursor.number(), (1850...2199).contains(year),
      cursor.skip(where: { "年-/.".unicodeScalars.contains($0) }) != nil
    else { return nil }
    guard let month = cursor.number() else { return PartialDate(year: year) }
    let isNamed = cursor.skip("月")
    cursor.skipBlanks()
    guard let next = cursor.next else { return PartialDate(year: year, month: month) }
    return isNamed && next.isHan && !ChineseNumeral.isNumeral(next)
      ? PartialDate(year: year, month: month) : nil
  }

  /// The place that a city field names: 濮阳, 濮阳市, 河南濮阳, 范县; nil where the gazetteer knows none, or several.
  static func city(_ text: String) -> Place? {
    let gazetteer = Gazetteer.shared
    let name = String(trimmed(text))
    let named = gazetteer.cities(named: name)
    if named.count == 1 { return named[0] }
    var found: [Place] = []
    for mention in gazetteer.mentions(in: Scalars(of: name)) {
      let cities = mention.places.compactMap { gazetteer.city(of: $0) }
      let codes = Set(cities.map(\.code))
      if codes.count == 1, let city = cities.first { found.append(city) }
    }
    return found.last
  }

  /// The names of an author field: `本报记者 林晓舟、李四`, `林晓舟;李四`.
  static func authors(_ text: String) -> [String] {
    let names = NameList(Array(trimmed(text)), trusted: true).names
    if !names.isEmpty { return names }
    let pieces = trimmed(text).split { "、，,;；/\n\t".unicodeScalars.contains($0) }
    return pieces.map { String(trimmed(String($0))) }.filter { !$0.isEmpty && !NameList.namesNobody($0) }
  }

  /// A page's number or name: `第3版`, `第三版` and `3` are 3, `A03版` is A03.
  static func page(_ text: String) -> String {
    var scalars = Array(trimmed(text))
    if scalars.first == "第" { scalars.removeFirst() }
    if scalars.count > 1, scalars.last == "版" { scalars.removeLast() }
    return PageName.plain(scalars)
  }

  /// One line without white space at its ends.
  static func line(_ text: String) -> String { Reflow.inline(Scalars(of: text)).string }

  private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return scalars
  }
}
