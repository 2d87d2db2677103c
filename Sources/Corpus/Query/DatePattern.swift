/// The days that a value of `日:` means.
enum DatePattern: Sendable, Equatable {
  /// A year, a month of it, a day of it; or a month or day of any year.
  case parts(PartialDate)
  /// From the first day of one to the last day of the other; nil is open. Both name a year.
  case range(PartialDate?, PartialDate?)
  /// From a month or day to another of any year, over New Year's Eve where the second is earlier.
  case yearly(PartialDate, PartialDate)

  /// Why a value is no date.
  enum Fault: Error, Equatable {
    case unreadable, bareNumber
    case month(Int)
    case day(month: Int, day: Int)
    case reversed
    /// A range of which only one end names a year, or a range without years that is open.
    case yearMissing
  }

  /// Reads `2025`, `2025-03`, `2025-3-17`, `03-17`, `2025.3.17`, `2025/3/17`, `2025年3月17日`, `3月17日`, and ranges
  /// `a..b`, `..b`, `a..` with `..`, `。。`, `～`, `~` or `至` between.
  init(_ text: String) throws(Fault) {
    let folded = Folding.fold(text)
    guard let (first, second) = Self.ends(of: folded) else {
      self = .parts(try Self.date(Substring(folded)))
      return
    }
    let lower = first.isEmpty ? nil : try Self.date(first)
    let upper = second.isEmpty ? nil : try Self.date(second)
    self = try Self.range(from: lower, to: upper)
  }

  private static func range(from lower: PartialDate?, to upper: PartialDate?) throws(Fault) -> Self {
    let years = [lower, upper].compactMap { $0 }.map { $0.year != nil }
    guard let first = years.first else { throw .unreadable }
    guard years.allSatisfy({ $0 == first }) else { throw .yearMissing }
    guard first else {
      guard let lower, let upper else { throw .yearMissing }
      return .yearly(lower, upper)
    }
    if let lower, let upper, lower.firstDay > upper.lastDay { throw .reversed }
    return .range(lower, upper)
  }

  private static func ends(of text: String) -> (Substring, Substring)? {
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let rest = scalars[index...]
      for separator in ["..", "。。", "~", "\u{301C}", "至"] where rest.starts(with: separator.unicodeScalars) {
        return (Substring(scalars[..<index]), Substring(rest.dropFirst(separator.unicodeScalars.count)))
      }
    }
    return nil
  }

  /// Numbers and what stands between and after them, to a date.
  private static func date(_ text: Substring) throws(Fault) -> PartialDate {
    let numbers = text.split { !("0"..."9").contains($0) }
    guard !numbers.isEmpty, numbers.count <= 3, numbers.allSatisfy({ $0.utf8.count <= 4 }) else {
      throw .unreadable
    }
    let values = numbers.compactMap { Int($0) }
    let shape = numbers.map { $0.utf8.count == 4 ? "Y" : $0.utf8.count <= 2 ? "N" : "?" }.joined()
    let separators = text.filter { !("0"..."9").contains($0) }
    switch shape + separators {
    case "Y", "Y年": return try checked(year: values[0])
    case "YN-", "YN.", "YN/", "YN年月": return try checked(year: values[0], month: values[1])
    case "YNN--", "YNN..", "YNN//", "YNN年月日", "YNN年月号":
      return try checked(year: values[0], month: values[1], day: values[2])
    case "NN-", "NN.", "NN/", "NN月日", "NN月号": return try checked(month: values[0], day: values[1])
    case "N月": return try checked(month: values[0])
    case "N" where (1...31).contains(values[0]): throw .bareNumber
    default: throw .unreadable
    }
  }

  private static func checked(year: Int? = nil, month: Int? = nil, day: Int? = nil) throws(Fault)
    -> PartialDate
  {
    if let date = PartialDate(year: year, month: month, day: day) { return date }
    guard let month else { throw .unreadable }
    guard (1...12).contains(month) else { throw .month(month) }
    guard let day, PartialDate(year: year, month: month) != nil else { throw .unreadable }
    throw .day(month: month, day: day)
  }

  /// Whether `date` is surely meant: a range takes a month or a year only where all its days are in the range.
  func matches(_ date: PartialDate) -> Bool {
    switch self {
    case .parts(let parts):
      return (parts.year == nil || parts.year == date.year)
        && (parts.month == nil || parts.month == date.month)
        && (parts.day == nil || parts.day == date.day)
    case .range(let lower, let upper):
      guard date.year != nil else { return false }
      return (lower.map { $0.firstDay <= date.firstDay } ?? true)
        && (upper.map { date.lastDay <= $0.lastDay } ?? true)
    case .yearly(let lower, let upper):
      guard date.month != nil else { return false }
      let begins = lower.firstDay % 10000 <= date.firstDay % 10000
      let ends = date.lastDay % 10000 <= upper.lastDay % 10000
      return lower.firstDay % 10000 <= upper.lastDay % 10000 ? begins && ends : begins || ends
    }
  }
}

extension PartialDate {
  /// The first day it may mean, as the number 20250317; year 0 where none is known.
  fileprivate var firstDay: Int { (year ?? 0) * 10000 + (month ?? 1) * 100 + (day ?? 1) }
  /// The last day it may mean; each month is taken to have 31.
  fileprivate var lastDay: Int { (year ?? 0) * 10000 + (month ?? 12) * 100 + (day ?? 31) }
}
