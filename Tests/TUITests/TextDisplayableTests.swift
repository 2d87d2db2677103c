import TUI
import Testing

@Suite struct TextDisplayableTests {
  @Test(arguments: [
    "第一版 A1，“好”……", "café", "e\u{301}", "👨‍👩‍👧‍👦", "❤️", "❤️‍🔥", "🇨🇳", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "葛\u{E0100}",
    "\u{1112}\u{1161}\u{11AB}", "\u{3000}字\u{A0}字",
  ])
  func textIsShownAsItIs(_ text: String) {
    #expect(displayable(text) == text)
  }

  @Test(arguments: [
    ("\u{0}", "␦"), ("\u{1B}[31m", "␦[31m"), ("\u{7F}", "␦"), ("\u{85}", "␦"), ("\u{9B}2J", "␦2J"),
    ("a\r\nb", "a␦␦b"),
    ("甲\t乙", "甲 乙"), ("\u{FEFF}甲", "␦甲"), ("甲\u{200D}乙", "甲␦乙"), ("\u{200D}", "␦"), ("1\u{200D}2", "1␦2"),
    ("甲\u{200B}乙", "甲␦乙"), ("\u{202E}甲\u{2066}乙\u{200F}", "␦甲␦乙␦"), ("\u{2028}\u{2029}", "␦␦"),
    ("\u{E000}", "␦"),
    ("\u{F0000}", "␦"), ("\u{0378}", "␦"), ("\u{FFFF}", "␦"), ("\u{301}甲", "␦甲"), (" \u{301}", " ␦"),
    ("\u{1161}", "␦"),
    ("\u{FE0F}", "␦"),
    ("re\u{AD}ad", "re-ad"), ("😀\u{E0061}", "😀␦"), ("\u{7}\u{301}", "␦␦"),
  ])
  func whatMustNotReachTheTerminalBecomesAMark(_ text: String, _ shown: String) {
    #expect(displayable(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test func scalarsKeepTheirOffsetsAndEveryClusterHasCells() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<500 {
      let text = randomText(of: 40, using: &random)
      let shown = displayable(text)
      #expect(shown.unicodeScalars.count == text.unicodeScalars.count)
      #expect(displayable(shown) == shown)
      for width in [CellWidth(ambiguous: .narrow), CellWidth(ambiguous: .wide)] {
        #expect(shown.allSatisfy { (1...2).contains(width.columns(of: $0)) })
        #expect(shown.allSatisfy { sentColumns(of: $0, width) == width.columns(of: $0) })
      }
    }
  }

  /// How far a terminal that goes scalar by scalar moves for a character.
  private func sentColumns(of character: Character, _ width: CellWidth) -> Int {
    width.drawable(character).unicodeScalars.reduce(0) { $0 + width.columns(of: Character($1)) }
  }

  @Test func theMarkTakesOneColumnInEveryMode() {
    #expect(CellWidth(ambiguous: .wide).columns(of: Character(substituteMark)) == 1)
  }
}
