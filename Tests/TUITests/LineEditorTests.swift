import Testing

@testable import TUI

@Suite struct LineEditorTests {
  struct Case: Sendable {
    var start: String
    var keys: String
    /// The text with the caret as ^.
    var expected: String
  }

  @Test(arguments: [
    Case(start: "", keys: "濮 阳", expected: "濮阳^"),
    Case(start: "濮阳", keys: "Left Backspace", expected: "^阳"),
    Case(start: "濮阳", keys: "Home Delete", expected: "^阳"),
    Case(start: "濮阳", keys: "Ctrl-A x Ctrl-E y", expected: "x濮阳y^"),
    Case(start: "一 二三 四", keys: "Ctrl-W", expected: "一 二三 ^"),
    Case(start: "一 二三 ", keys: "Ctrl-W", expected: "一 ^"),
    Case(start: "濮阳市", keys: "Left Ctrl-U", expected: "^市"),
    Case(start: "濮阳市", keys: "Left Ctrl-K", expected: "濮阳^"),
    Case(start: "濮阳市", keys: "Left Ctrl-U End Ctrl-Y", expected: "市濮阳^"),
    Case(start: "e\u{301}a", keys: "Left Backspace", expected: "^a"),
    Case(start: "市:濮阳 道路", keys: "Alt-B Alt-B", expected: "市:^濮阳 道路"),
    Case(start: "市:濮阳 道路", keys: "Home Alt-F Alt-F", expected: "市:濮阳^ 道路"),
    Case(start: "市:濮阳 道路", keys: "Home Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Left", expected: "市:濮阳 ^道路"),
    Case(start: "市:濮阳 道路", keys: "Home Alt-D", expected: "^:濮阳 道路"),
    Case(start: "市:濮阳 道路", keys: "Alt-Backspace Alt-Backspace", expected: "市:^"),
    Case(start: "一 二三 四", keys: "Ctrl-W Ctrl-W Home Ctrl-Y", expected: "二三 四^一 "),
    Case(start: "甲乙丙丁", keys: "Home Ctrl-F Ctrl-F Ctrl-K Ctrl-U Ctrl-Y", expected: "甲乙丙丁^"),
    Case(start: "甲乙丙", keys: "Ctrl-W x Ctrl-W Ctrl-Y", expected: "x^"),
    Case(start: "甲乙丙", keys: "Ctrl-T", expected: "甲丙乙^"),
    Case(start: "甲乙丙", keys: "Home Right Ctrl-T", expected: "乙甲^丙"),
    Case(start: "e\u{301}👨‍👩‍👧甲", keys: "Left Ctrl-T Ctrl-B Backspace", expected: "e\u{301}^👨‍👩‍👧"),
    Case(start: "甲", keys: "Ctrl-T Home Ctrl-T", expected: "^甲"),
    Case(start: "𠮷👨‍👩‍👧e\u{301}", keys: "Ctrl-B Ctrl-H Ctrl-D", expected: "𠮷^"),
    Case(start: "", keys: "Backspace Delete Left Right Ctrl-W Ctrl-K", expected: "^"),
  ])
  func edits(_ row: Case) {
    var editor = LineEditor(row.start)
    for name in row.keys.split(separator: " ") {
      for key in Key.named(String(name)) { _ = editor.handle(key) }
    }
    #expect(marked(editor) == row.expected)
  }

  @Test func aCombiningMarkJoinsTheCharacterBeforeTheCaret() {
    var editor = LineEditor("ab")
    _ = editor.handle(.left)
    _ = editor.handle(.character("\u{301}"))
    #expect(marked(editor) == "a\u{301}^b")
    _ = editor.handle(.backspace)
    #expect(marked(editor) == "^b")
  }

  @Test func pastesLoseTheirControlCharacters() {
    var editor = LineEditor("")
    editor.insert("市:\u{1B}濮阳\r\n日:\t2025\u{FEFF}")
    #expect(editor.text == "市:濮阳 日: 2025" || editor.text == "市:濮阳  日: 2025")
  }

  private func marked(_ editor: LineEditor) -> String {
    editor.beforeCaret + "^" + editor.text.dropFirst(editor.caret)
  }
}
