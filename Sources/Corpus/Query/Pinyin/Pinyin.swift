/// Pinyin without tones.
public enum Pinyin {
  /// A text's letters, to sort names by: for each character its first reading, or itself where it has none.
  public static func spelling(of text: String) -> String {
    let readings = Readings.shared
    return text.unicodeScalars.map { scalar in
      readings.syllables(of: scalar).first.map {
        String(decoding: readings.syllables[Int($0)], as: UTF8.self) + " "
      } ?? String(Character(scalar))
    }.joined()
  }
}
