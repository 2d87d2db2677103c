/// Pinyin without tones.
public enum Pinyin {
  /// The letters by which a name is sorted. The city or province with which it begins is read as it is called (广州,
  /// 重庆), any other character by its first reading.
  public static func spelling(of name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    for length in stride(from: min(scalars.count, longestPlace), to: 1, by: -1) {
      let beginning = String(String.UnicodeScalarView(scalars[..<length]))
      if let spelling = places[beginning] { return spelling + " " + letters(of: scalars[length...]) }
    }
    return letters(of: scalars[...])
  }

  private static func letters(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    let readings = Readings.shared
    return scalars.map { scalar in
      let first = readings.syllables(of: scalar).first
      return first.map { String(decoding: readings.syllables[Int($0)], as: UTF8.self) + " " }
        ?? String(Character(scalar))
    }.joined()
  }

  /// How provinces and prefectures are called.
  private static let places: [String: String] = Dictionary(
    Gazetteer.shared.places.lazy.filter { $0.level != .county && !$0.isHistoric }.map {
      ($0.shortName, $0.spelling)
    },
    uniquingKeysWith: { first, _ in first })
  private static let longestPlace = places.keys.map(\.unicodeScalars.count).max() ?? 0
}
