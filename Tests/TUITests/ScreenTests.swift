import Corpus
import Testing

@testable import TUI

/// A size, keys, and the screen that they lead to; empty rows at its end left out.
struct ScreenCase: Sendable, CustomTestStringConvertible {
  var name: String
  var columns: Int
  var rows: Int
  var language: Language
  var keys: String
  var screen: String

  init(_ name: String, _ columns: Int, _ rows: Int, _ language: Language, keys: String, screen: String) {
    self.name = name
    (self.columns, self.rows) = (columns, rows)
    self.language = language
    (self.keys, self.screen) = (keys, screen)
  }

  var testDescription: String { "\(name), \(columns)x\(rows)" }
}

@Suite struct ScreenTests {
  @Test(arguments: browseScreens + filterScreens + panelScreens)
  func screen(_ expected: ScreenCase) {
    let browser = Harness(expected.columns, expected.rows, expected.language).pressing(expected.keys)
    var rows = browser.screen
    #expect(rows.count == expected.rows)
    while rows.last == "" { rows.removeLast() }
    #expect(rows == expected.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  @Test func theFirstScreenStandsBeforeAnythingIsRead() {
    var state = AppState(size: Size(columns: 80, rows: 20), language: .chinese, ambiguous: .narrow)
    state.settle()
    let rows = state.frame().rows
    #expect(rows[1] == " 正在读取")
    #expect(rows[19].hasPrefix(" 按版面顺序 (s)  正在读取：0 个文件 0 篇"))
  }

  @Test func hitsSelectionAndErrorsAreStyled() {
    let found = Harness(120, 20).pressing("/ 春灌 Enter").grid
    #expect(found[24, 1].style == Style(.hit))
    #expect((0..<12).allSatisfy { found[$0, 1].style.selection == .focused })
    #expect(found[12, 1].style.selection == .none)
    let wrong = Harness(80, 20).pressing("/ 春灌 Space 日:13").grid
    #expect(wrong[13, 0].style == Style(.status))
    #expect(wrong[15, 0].style == Style(.error))
    #expect(wrong[1, 19].style == Style(.error))
  }

  /// What a key has done is worth more on the bottom row than where one is.
  @Test(arguments: [
    ("/ 市: Tab", 36, "濮阳 3篇"), ("/ ( Enter s", 36, "排序：日期"), ("/ ( Enter Enter", 80, "筛选有误"),
    ("/ 类:版面 Enter a", 36, "筛选本身指定了类别"),
  ])
  func theStatusLineSaysWhatAKeyHasDone(_ keys: String, columns: Int, _ said: String) {
    #expect(Harness(columns, 18).pressing(keys).screen[17].contains(said))
  }

  @Test func helpIsWholeOnANarrowScreen() {
    for columns in [20, 24, 40] {
      let lines = PanelText.help(Harness(columns, 200).pressing("?").state)
      let rows = Harness(columns, lines.count + 10).pressing("?").screen
      let text = rows.joined().filter { $0 != " " }
      for binding in Keymap.bindings {
        #expect(text.contains(binding.meaning(in: .chinese).prefix(4).filter { $0 != " " }))
      }
      #expect(lines.flatMap(\.parts).allSatisfy { ($0.column ?? 0) < columns })
      #expect(!rows.contains { $0.contains("Ctrl-N下") })
    }
  }

  @Test func cutCitiesAreMarked() {
    var far = Fixture.bridge
    far.city = "呼和浩特"
    func row(_ columns: Int) -> String {
      Harness(columns, 20, files: [ReadFile(file: "f", articles: [far])]).screen[1]
    }
    #expect(row(44).contains("呼和浩特 "))
    #expect(row(34).contains("呼和~ "))
    #expect(row(20).contains("呼~ "))
  }

  @Test func theTotalIsThatOfTheList() {
    #expect(Harness(80, 20).pressing("/ 类:新闻,评论,图片,公告,版面 Enter").screen[0].hasSuffix("8/8"))
  }

  @Test func theCursorStandsAtTheCaretAndNowhereElse() {
    #expect(Harness(80, 20).grid.cursor == nil)
    #expect(Harness(80, 20).pressing("/ 春灌").grid.cursor == Point(column: 10, row: 0))
    #expect(Harness(80, 20).pressing("/ 春灌 Left").grid.cursor == Point(column: 8, row: 0))
    #expect(Harness(80, 20).pressing("c py").grid.cursor == Point(column: 8, row: 2))
  }

  @Test func aLongFilterScrollsWithItsCaret() throws {
    let browser = Harness(30, 10).pressing("/ 一二三四五六七八九十一二三四五六七八九十")
    let cursor = try #require(browser.grid.cursor)
    #expect(cursor.column < 30)
    #expect(browser.screen[0].contains("八九十"))
    #expect(browser.pressing("Home").screen[0].hasPrefix(" 筛选 一二三"))
  }

  @Test func ambiguousCharactersTakeTwoColumnsWhereTheTerminalSaysSo() {
    var state = AppState(size: Size(columns: 100, rows: 20), language: .chinese, ambiguous: .wide)
    _ = update(.loaded(Fixture.files), &state)
    state.settle()
    let grid = state.frame()
    let column = (0..<20).map { grid[42, $0].content }
    #expect(column[1...18].allSatisfy { $0 == .glyph(.vertical) })
  }
}
