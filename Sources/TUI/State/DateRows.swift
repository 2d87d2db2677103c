import Corpus

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
    dates = counts.compactMap { count in
      count.value.flatMap(Picker.date(ofValue:)).map { ($0, count.count) }
    }
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
        choice: .open(.months(year: year)), date: PartialDate(year: year))
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
      label: label, count: sum { $0.year == year },
      choice: .value(year.map(String.init) ?? Facet.yearUnknown), date: PartialDate(year: year))
    return [whole] + months.map { monthRow(year, $0) }
  }

  private func monthRow(_ year: Int?, _ month: Int) -> Picker.Row {
    let label = wording("\(month)月", PartialDate(year: year, month: month)?.description ?? "\(month)")
    return Picker.Row(
      label: label, count: sum { $0.year == year && $0.month == month },
      choice: .open(.days(year: year, month: month)), date: PartialDate(year: year, month: month))
  }

  private func dayRows(of year: Int?, _ month: Int) -> [Picker.Row] {
    let days = Set(dates.filter { $0.date.year == year && $0.date.month == month }.compactMap(\.date.day))
    let whole = year.flatMap { PartialDate(year: $0, month: month) }.map { date in
      Picker.Row(
        label: wording("\(month)月全月", "all of \(date)"), count: sum { $0.year == year && $0.month == month },
        choice: .value("\(date)"), date: date)
    }
    return (whole.map { [$0] } ?? []) + days.sorted().compactMap { day in dayRow(year, month, day) }
  }

  /// A day without a year stands for that day of any year, as the filter language has it.
  private func dayRow(_ year: Int?, _ month: Int, _ day: Int) -> Picker.Row? {
    guard let date = PartialDate(year: year, month: month, day: day) else { return nil }
    let count = sum { (year == nil || $0.year == year) && $0.month == month && $0.day == day }
    let label = wording("\(month)月\(day)日", "\(date)") + (year == nil ? wording("（任何年份）", " (any year)") : "")
    return Picker.Row(label: label, count: count, choice: .value("\(date)"), date: date)
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
    return Picker.Row(label: "\(date)", count: count, choice: .value("\(date)"), date: date)
  }
}
