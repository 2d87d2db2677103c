import TUI
import Testing

@Suite struct TextCellWidthTests {
  static let narrow = CellWidth(ambiguous: .narrow)
  static let wide = CellWidth(ambiguous: .wide)

  @Test(arguments: Array("“”‘’—…·①④□■→×°─│±÷αБ"))
  func ambiguousCharactersFollowTheMode(_ character: Character) {
    #expect(Self.narrow.columns(of: character) == 1)
    #expect(Self.wide.columns(of: character) == 2)
  }

  @Test(arguments: [
    ("a", 1), ("~", 1), (" ", 1), ("ｱ", 1), ("␦", 1), ("\u{AD}", 1),
    ("中", 2), ("㐀", 2), ("𠀀", 2), ("，", 2), ("。", 2), ("《", 2), ("】", 2), ("　", 2), ("Ａ", 2), ("￥", 2),
    ("か", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("中\u{301}", 2), ("中\u{E0100}", 2),
    ("😀", 2), ("👍🏽", 2), ("☝🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ("\u{301}", 0), ("\u{7}", 1), ("क्ष", 2),
  ])
  func widthsThatNoModeChanges(_ text: String, _ columns: Int) {
    #expect(Array(text).count == 1)
    #expect(Self.narrow.columns(of: Character(text)) == columns)
    #expect(Self.wide.columns(of: Character(text)) == columns)
  }

  @Test(arguments: [
    ("a", "a"), ("中", "中"), ("e\u{301}", "e\u{301}"), ("❤️", "❤ "), ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("☝🏽", "☝ "),
    ("🇨🇳", "🇨🇳"), ("1️⃣", "1\u{20E3} "), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴"), ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}"),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}\u{304}"),
  ])
  func drawsWhatMovesTheCursorAsFarAsTheWidthSays(_ text: String, _ drawn: String) {
    #expect(Self.narrow.drawable(Character(text)).unicodeScalars.elementsEqual(drawn.unicodeScalars))
  }

  @Test func agreesWithUnicodesEastAsianWidth() {
    for value: UInt32 in 0x20...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), isInTable(scalar) else { continue }
      let width = EastAsianWidth.of(scalar)
      #expect(Self.narrow.columns(of: Character(scalar)) == (width == .wide ? 2 : 1), "\(scalar)")
      #expect(Self.wide.columns(of: Character(scalar)) == (width == .neutral ? 1 : 2), "\(scalar)")
    }
  }

  /// True for a spacing character of Unicode 15.0; later versions widened the trigrams, hexagrams and
  /// counting rods. The soft hyphen is ambiguous by its property only.
  private func isInTable(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, (age.major, age.minor) <= (15, 0) else { return false }
    switch scalar.value {
    case 0xAD, 0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D37F: return false
    default: return Self.narrow.columns(of: Character(scalar)) > 0
    }
  }

  @Test func aTextIsTheSumOfItsCharacters() {
    #expect(Self.narrow.columns(of: "第3版 “好”——👨‍👩‍👧") == 14)
    #expect(Self.wide.columns(of: "第3版 “好”——👨‍👩‍👧") == 18)
    #expect(Self.narrow.columns(of: "") == 0)
  }
}
