import Corpus

/// A list of a field's values with their counts, narrowed by typing.
struct Picker: Sendable {
  /// What is picked.
  enum Subject: Hashable, Sendable { case cities, dates }

  /// How deep into the dates one has gone.
  enum Level: Hashable, Sendable {
    case years
    case months(year: Int?)
    case days(year: Int?, month: Int)
  }

  /// What Enter does on a row.
  enum Choice: Hashable, Sendable {
    /// No condition on the field.
    case all
    /// This value of the filter language.
    case value(String)
    /// Shows what is below.
    case open(Level)
    /// A heading; it cannot be selected.
    case heading
  }

  struct Row: Hashable, Sendable {
    var label: String
    var count: Int
    var choice: Choice
  }

  var subject: Subject
  var generation = 0
  /// What was counted, or nil while there is no answer.
  var counts: [FacetCount]?
  var typed = LineEditor()
  var level = Level.years
  /// Values that the filter names, or that were marked since.
  var marked: Set<String> = []
  /// True once a value was marked by hand: Enter then applies the marked ones.
  var isMarking = false
  var rows: [Row] = []
  var selected = 0
  var top = 0

  init(_ subject: Subject) { self.subject = subject }

  var selectedRow: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  /// Makes the rows anew, and selects the first that can be selected or the one that was.
  mutating func refresh(_ wording: Wording, keeping choice: Choice? = nil) {
    guard let counts else { return rows = [] }
    switch subject {
    case .cities: rows = CityRows(counts: counts, typed: typed.text, wording: wording).rows
    case .dates: rows = DateRows(counts: counts, typed: typed.text, level: level, wording: wording).rows
    }
    selected = rows.firstIndex { $0.choice == choice } ?? firstUseful
    top = 0
  }

  /// The first row worth to be under the cursor: below "all" if something follows it.
  private var firstUseful: Int {
    let values = rows.indices.filter { rows[$0].choice != .heading && rows[$0].choice != .all }
    return values.first ?? rows.firstIndex { $0.choice != .heading } ?? 0
  }

  mutating func move(by step: Int) {
    guard !rows.isEmpty else { return }
    var at = min(max(0, selected + step), rows.count - 1)
    let direction = step < 0 ? -1 : 1
    while rows.indices.contains(at), rows[at].choice == .heading { at += direction }
    if rows.indices.contains(at) { selected = at }
  }

  mutating func toggleMark() {
    guard case .value(let value)? = selectedRow?.choice else { return }
    isMarking = true
    if marked.remove(value) == nil { marked.insert(value) }
    move(by: 1)
  }

  mutating func keepSelectionInView(rows visible: Int) {
    let above = selected > 0 && rows[selected - 1].choice == .heading ? selected - 1 : selected
    top = min(top, above)
    top = max(top, selected - visible + 1)
    top = max(0, min(top, rows.count - visible))
  }
}

/// The rows of the city picker: by province, the fullest first.
struct CityRows {
  var counts: [FacetCount]
  var typed: String
  var wording: Wording

  var rows: [Picker.Row] {
    let all = Picker.Row(
      label: wording("全部城市", "all cities"), count: counts.reduce(0) { $0 + $1.count }, choice: .all)
    return (typed.isEmpty ? [all] : []) + known + unknown
  }

  private var known: [Picker.Row] {
    let matching = counts.filter { $0.value != nil && matches($0) }
    let groups = Dictionary(grouping: matching) { $0.group ?? "" }
    let totals = groups.map { (name: $0.key, cities: $0.value, total: $0.value.reduce(0) { $0 + $1.count }) }
    let sorted = totals.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
    return sorted.flatMap { group in
      [Picker.Row(label: group.name, count: group.total, choice: .heading)] + cities(group.cities)
    }
  }

  private func cities(_ cities: [FacetCount]) -> [Picker.Row] {
    let sorted = cities.sorted { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
    return sorted.compactMap { city in
      city.value.map { Picker.Row(label: $0, count: city.count, choice: .value($0)) }
    }
  }

  private var unknown: [Picker.Row] {
    let count = counts.filter { $0.value == nil }.reduce(0) { $0 + $1.count }
    guard typed.isEmpty, count > 0 else { return [] }
    return [
      Picker.Row(label: "", count: count, choice: .heading),
      Picker.Row(label: wording("城市不详", "city unknown"), count: count, choice: .value("无")),
    ]
  }

  private func matches(_ city: FacetCount) -> Bool {
    Narrowing(typed).matches(city.value ?? "") || city.group.map(Narrowing(typed).matches) ?? false
  }
}

/// Whether a name answers to what was typed, in Chinese or in pinyin.
struct Narrowing {
  private let typed: String
  private let pinyin: PinyinQuery?

  init(_ typed: String) {
    self.typed = typed.filter { !$0.isWhitespace }.lowercased()
    pinyin = PinyinQuery(self.typed)
  }

  func matches(_ name: String) -> Bool {
    typed.isEmpty || name.lowercased().contains(typed)
      || pinyin?.firstMatch(in: Array(name.unicodeScalars))?.lowerBound == 0
  }
}

/// The rows of the date picker: years, then months, then days.
struct DateRows {
  var counts: [FacetCount]
  var typed: String
  var level: Picker.Level
  var wording: Wording
  private let dates: [(date: PartialDate, count: Int)]

  init(counts: [FacetCount], typed: String, level: Picker.Level, wording: Wording) {
    self.counts = counts
    self.typed = typed
    self.level = level
    self.wording = wording
    dates = counts.compactMap { count in count.value.flatMap { PartialDate($0) }.map { ($0, count.count) } }
  }

  var rows: [Picker.Row] {
    if !typed.isEmpty { return typedRows }
    switch level {
    case .years: return yearRows
    case .months(let year): return monthRows(of: year)
    case .days(let year, let month): return dayRows(of: year, month)
    }
  }

  private func sum(where isCounted: (PartialDate) -> Bool) -> Int {
    dates.reduce(0) { $0 + (isCounted($1.date) ? $1.count : 0) }
  }

  private var yearRows: [Picker.Row] {
    let all = counts.reduce(0) { $0 + $1.count }
    let years = Set(dates.compactMap(\.date.year)).sorted(by: >)
    var rows = [Picker.Row(label: wording("全部日期", "all dates"), count: all, choice: .all)]
    rows += years.map { year in
      Picker.Row(
        label: wording("\(year)年", "\(year)"), count: sum { $0.year == year },
        choice: .open(.months(year: year)))
    }
    let withoutYear = sum { $0.year == nil }
    if withoutYear > 0 {
      rows.append(
        Picker.Row(label: wording.unknownYear, count: withoutYear, choice: .open(.months(year: nil))))
    }
    let without = counts.filter { $0.value == nil }.reduce(0) { $0 + $1.count }
    if without > 0 {
      rows.append(Picker.Row(label: wording.unknownDate, count: without, choice: .value("无")))
    }
    return rows
  }

  private func monthRows(of year: Int?) -> [Picker.Row] {
    let months = Set(dates.filter { $0.date.year == year }.compactMap(\.date.month)).sorted()
    let label = year.map { wording("\($0)年全年", "all of \($0)") } ?? wording("年份未知的全部", "all without a year")
    let whole = Picker.Row(
      label: label, count: sum { $0.year == year }, choice: .value(year.map(String.init) ?? Facet.yearUnknown)
    )
    return [whole] + months.map { monthRow(year, $0) }
  }

  private func monthRow(_ year: Int?, _ month: Int) -> Picker.Row {
    let label = wording("\(month)月", PartialDate(year: year, month: month)?.description ?? "\(month)")
    return Picker.Row(
      label: label, count: sum { $0.year == year && $0.month == month },
      choice: .open(.days(year: year, month: month)))
  }

  private func dayRows(of year: Int?, _ month: Int) -> [Picker.Row] {
    let days = Set(dates.filter { $0.date.year == year && $0.date.month == month }.compactMap(\.date.day))
    let whole = year.flatMap { PartialDate(year: $0, month: month) }.map { date in
      Picker.Row(
        label: wording("\(month)月全月", "all of \(date)"), count: sum { $0.year == year && $0.month == month },
        choice: .value("\(date)"))
    }
    return (whole.map { [$0] } ?? []) + days.sorted().compactMap { day in dayRow(year, month, day) }
  }

  /// A day without a year stands for that day of any year, as the filter language has it.
  private func dayRow(_ year: Int?, _ month: Int, _ day: Int) -> Picker.Row? {
    guard let date = PartialDate(year: year, month: month, day: day) else { return nil }
    let count = sum { (year == nil || $0.year == year) && $0.month == month && $0.day == day }
    let label = wording("\(month)月\(day)日", "\(date)") + (year == nil ? wording("（任何年份）", " (any year)") : "")
    return Picker.Row(label: label, count: count, choice: .value("\(date)"))
  }

  /// Every year, month and day whose number contains what was typed, years first, the newest first.
  private var typedRows: [Picker.Row] {
    let known = dates.map(\.date).filter { $0.year != nil }
    let years = Set(known.compactMap { PartialDate(year: $0.year) })
    let months = Set(
      known.compactMap { PartialDate(year: $0.year, month: $0.month) }.filter { $0.month != nil })
    let days = Set(dates.map(\.date).filter { $0.day != nil })
    return [years, months, days].flatMap { values in
      values.filter { "\($0)".contains(typed) }.sorted(by: >).map(typedRow)
    }
  }

  private func typedRow(_ date: PartialDate) -> Picker.Row {
    let count = sum { other in
      (date.year == nil || other.year == date.year) && (date.month == nil || other.month == date.month)
        && (date.day == nil || other.day == date.day)
    }
    return Picker.Row(label: "\(date)", count: count, choice: .value("\(date)"))
  }
}
