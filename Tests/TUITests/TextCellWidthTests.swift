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

  @Test func aTextIsTheSumOfItsCharacters() {
    #expect(Self.narrow.columns(of: "第3版 “好”——👨‍👩‍👧") == 14)
    #expect(Self.wide.columns(of: "第3版 “好”——👨‍👩‍👧") == 18)
    #expect(Self.narrow.columns(of: "") == 0)
  }
}
