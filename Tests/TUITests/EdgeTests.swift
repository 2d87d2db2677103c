import Corpus
import Testing

@testable import TUI

/// Whatever lies beside or over it, and however odd the width, a wide character is whole or not there: no half of
/// one at a pane's border, at the right margin, or at the edge of a panel or picker.
@Suite struct EdgeTests {
  private static let keys = [
    "", "j Enter", "c", "c Space j Space", "d", "d Enter", "i", "i j", "e", "?", "r", "r Tab j", "a G",
    "Tab j",
    "/ 春灌", "/ 濮阳晚报春灌开闸万亩麦田喝上第一口水一二三四五六七八九十", "j j j j Enter Space", "s",
  ]

  @Test(arguments: keys, [AmbiguousWidth.narrow, .wide])
  func noCharacterIsCutAtAnyWidth(_ keys: String, _ ambiguous: AmbiguousWidth) {
    for columns in 20...130 {
      var browser = Harness(columns, columns % 3 == 0 ? 9 : 20)
      browser.send(.measured(ambiguous))
      browser.press(keys)
      let grid = browser.grid
      expectWholeCharacters(grid)
      expectClearBorders(grid, browser.state)
    }
  }

  /// What is on the screen when a panel opens over it, and when the panel is gone again, is the same as before.
  @Test(arguments: ["c", "d", "i", "e", "?", "r"])
  func nothingOfAPanelStaysBehind(_ key: String) {
    for columns in 20...130 {
      let browser = Harness(columns, 20)
      #expect(browser.pressing(key + " Esc").screen == browser.screen, "\(columns) columns")
    }
  }

  /// Every view that is drawn over a screen full of wide characters blanks the halves that it leaves over.
  @Test(arguments: 0..<8)
  func aViewOverWideCharactersLeavesNoHalves(_ left: Int) {
    for columns in 20...130 {
      var state = Harness(columns, 20).pressing("c").state
      state.settle()
      for right in 0..<3 {
        var grid = Grid(size: state.size, width: state.width)
        for row in 0..<20 {
          grid.put(String(repeating: "字", count: 70), .text, at: row % 2, in: Rect(state.size).line(row))
        }
        let area = Rect(column: left, row: 2, columns: columns - left - right, rows: 9)
        drawViews(of: state, in: area, &grid)
        expectWholeCharacters(grid)
        expectUntouched(grid, outside: area)
      }
    }
  }

  private func drawViews(of state: AppState, in area: Rect, _ grid: inout Grid) {
    let rows = Rect(column: area.column, row: area.row, columns: area.columns, rows: 2)
    ListView(state: state).draw(in: rows, &grid)
    DetailView(state: state).draw(in: area.inset(top: 2), &grid)
    if case .picker(let picker) = state.panel {
      PickerView(picker: picker, wording: state.wording, width: state.width).draw(
        in: area.inset(top: 4), &grid)
    }
    LinesView(title: "按键", lines: PanelText.help(state), top: 0).draw(in: area.inset(top: 6), &grid)
    FilterBarView(state: state).draw(in: area.line(8), &grid)
    grid.fill(.vertical, .frame, Rect(column: area.column, row: area.row, columns: 1, rows: area.rows))
  }

  /// Outside of the views' area stand whole wide characters, or the blank that is left of one.
  private func expectUntouched(_ grid: Grid, outside area: Rect) {
    for row in 0..<grid.size.rows {
      for column in 0..<grid.size.columns where !area.contains(column, row) {
        let content = grid[column, row].content
        #expect([.character("字"), .character(" "), .wideTail].contains(content), "\(column), \(row)")
      }
    }
  }

  private func expectClearBorders(_ grid: Grid, _ state: AppState) {
    guard let divider = state.layout.divider else { return }
    for row in divider.row..<divider.bottom {
      for column in divider.column..<divider.end {
        let glyph: Glyph = divider.columns == 1 ? .vertical : .horizontal
        #expect(grid[column, row].content == .glyph(glyph), "\(column), \(row)")
      }
    }
  }
}

extension Rect {
  fileprivate func contains(_ column: Int, _ row: Int) -> Bool {
    (self.column..<end).contains(column) && (self.row..<bottom).contains(row)
  }
}
