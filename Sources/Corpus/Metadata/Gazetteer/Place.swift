/// An administrative division of China, of today or of the past.
public struct Place: Sendable, Hashable {
  /// The tier of a division.
  public enum Level: Int, Sendable, Hashable, Comparable {
    /// Provinces, autonomous regions, municipalities, special administrative regions.
    case province = 1
    /// Cities with districts, autonomous prefectures, prefectures, leagues.
    case prefecture = 2
    /// Counties, districts, county-level cities, banners.
    case county = 3

    /// A higher tier comes first.
    public static func < (left: Level, right: Level) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The six-digit code; one of the past may be in use again for another division.
  public let code: Int
  /// The full name: 濮阳市.
  public let name: String
  /// The name without its generic part: 濮阳; 范县 keeps it, since one character is no name.
  public let shortName: String
  /// The tier.
  public let level: Level
  /// The code of the division that it belongs to, 0 for a province. One of the past belongs to the city of today in
  /// whose area it lay.
  public let parentCode: Int
  /// The years of a name that no longer exists (1980: or before), nil for a division of today.
  public let years: ClosedRange<Int>?
  /// The syllables of the short name without tones, separated by spaces; ü is written v: `pu yang`, `lv liang`.
  let spelling: String

  /// True for a name that no longer exists: 襄樊, 思茅市.
  public var isHistoric: Bool { years != nil }

  /// The syllables of the short name without tones, in lower case; ü is written v.
  public var pinyin: [String] {
    spelling.split(separator: " ").map(String.init)
  }
}
