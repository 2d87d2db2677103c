/// A day, month or year of the Gregorian calendar of which parts may be unknown. A part that no source names
/// is nil, never guessed.
public struct PartialDate: Sendable, Hashable {
  /// The year, if known.
  public var year: Int?
  /// The month, 1...12, if known.
  public var month: Int?
  /// The day of the month, 1...31, if known.
  public var day: Int?

  /// A date of the parts given, or nil where they name no possible day: 13月, 2月30日, a day without a month.
  public init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    guard year != nil || month != nil, day == nil || month != nil else { return nil }
    if let year, !(1000...9999).contains(year) { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let day, let month, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-03-17`, `2025-03`, `2025` or `03-17`.
  public init?(_ text: some StringProtocol) {
    var (parts, widths): ([Int?], [Int]) = ([0], [0])
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        parts.append(0)
        widths.append(0)
      } else {
        let isDigit = (48...57).contains(byte) && widths[widths.count - 1] < 4
        parts[parts.count - 1] = isDigit ? parts[parts.count - 1].map { $0 * 10 + Int(byte - 48) } : nil
        widths[widths.count - 1] += 1
      }
    }
    switch widths {
    case [4]: self.init(year: parts[0])
    case [4, 2]: self.init(year: parts[0], month: parts[1])
    case [4, 2, 2]: self.init(year: parts[0], month: parts[1], day: parts[2])
    case [2, 2]: self.init(month: parts[0], day: parts[1])
    default: return nil
    }
  }

  /// The number of days of month 1...12; February has 29 where the year is unknown.
  static func days(inMonth month: Int, of year: Int?) -> Int {
    switch month {
    case 2: year.map { ($0 % 4 == 0 && $0 % 100 != 0) || $0 % 400 == 0 ? 29 : 28 } ?? 29
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// `2025-03-17`, `2025-03`, `2025`, or `03-17` where the year is unknown.
  public var description: String {
    var text = year.map { String($0) } ?? ""
    if let month { Self.add(month, to: &text) }
    if let day { Self.add(day, to: &text) }
    return text
  }

  private static func add(_ part: Int, to text: inout String) {
    if !text.isEmpty { text += "-" }
    if part < 10 { text += "0" }
    text += String(part)
  }
}

extension PartialDate: Comparable {
  /// By year, month, day; an unknown part sorts before every known one.
  public static func < (a: Self, b: Self) -> Bool {
    (a.year ?? 0, a.month ?? 0, a.day ?? 0) < (b.year ?? 0, b.month ?? 0, b.day ?? 0)
  }
}
