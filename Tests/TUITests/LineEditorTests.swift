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
