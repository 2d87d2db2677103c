import Testing

@testable import TUI

@Suite struct GridTests {
  private static func grid(_ columns: Int, _ rows: Int = 1) -> Grid {
    Grid(size: Size(columns: columns, rows: rows), width: CellWidth(ambiguous: .narrow))
  }

  private static func whole(_ grid: Grid) -> Rect { Rect(grid.size) }

  struct Overwrite: Sendable {
    var first: String
    var second: String
    var column: Int
    var expected: String
  }

  @Test(arguments: [
    Overwrite(first: "中文字", second: "a", column: 0, expected: "a 文字"),
    Overwrite(first: "中文字", second: "a", column: 1, expected: " a文字"),
    Overwrite(first: "中文字", second: "a", column: 3, expected: "中 a字"),
    Overwrite(first: "中文字", second: "国", column: 1, expected: " 国 字"),
    Overwrite(first: "中文字", second: "国", column: 2, expected: "中国字"),
    Overwrite(first: "abcdef", second: "国", column: 1, expected: "a国def"),
  ])
  func eitherHalfBlanksTheOther(_ row: Overwrite) {
    var grid = Self.grid(8)
    let area = Self.whole(grid)
    grid.put(row.first, .text, in: area)
    grid.put(row.second, .text, at: row.column, in: area)
    #expect(grid.rows == [row.expected])
    expectWholeCharacters(grid)
  }

  @Test func noWideCharacterHangsOverAnEdge() {
    var grid = Self.grid(5)
    #expect(grid.put("中文字", .text, in: Self.whole(grid)) == 4)
    #expect(grid.rows == ["中文"])
    var pane = Self.grid(8)
    pane.put("________", .text, in: Self.whole(pane))
    pane.put("中文字", .text, in: Rect(column: 1, row: 0, columns: 3, rows: 1))
    #expect(pane.rows == ["_中 ____"])
    var left = Self.grid(4)
    left.put("中文", .text, at: -1, in: Self.whole(left))
    #expect(left.rows == [" 文"])
  }

  @Test(arguments: [
    "\u{1B}", "\u{07}", "\u{9B}", "\u{7F}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{E000}", "\u{2028}",
  ])
  func nothingThatSteersATerminalGetsIn(_ hostile: String) {
    var grid = Self.grid(6)
    grid.put("a" + hostile + "b", .text, in: Self.whole(grid))
    for character in grid.rows.joined() {
      #expect(["a", "b", Character(substituteMark)].contains(character))
    }
  }

  @Test func everyRectangleIsClippedToTheScreen() {
    var grid = Self.grid(3, 2)
    grid.clear(Rect(column: -4, row: -4, columns: 40, rows: 40))
    grid.fill(.vertical, .frame, Rect(column: 2, row: -1, columns: 9, rows: 9))
    grid.put("中文字", .text, row: 5, in: Self.whole(grid))
    grid.put("中文字", .text, row: 1, in: Rect(column: 9, row: 0, columns: 4, rows: 4))
    #expect(grid.rows == ["  |", "  |"])
  }

  @Test func graphicsReplaceHalvesToo() {
    var grid = Self.grid(6)
    grid.put("中文字", .text, in: Self.whole(grid))
    grid.fill(.vertical, .frame, Rect(column: 3, row: 0, columns: 1, rows: 1))
    #expect(grid.rows == ["中 |字"])
  }

  @Test func combiningMarksStayWithTheirLetter() {
    var grid = Self.grid(4)
    #expect(grid.put("e\u{301}中", .text, in: Self.whole(grid)) == 3)
    #expect(grid.rows == ["e\u{301}中"])
  }

  @Test func randomDrawingKeepsTheLaw() {
    var random = Seeded(7)
    let pieces = ["a", "中", "中文", "x中y", "“", "字e\u{301}", "🙂", ""]
    for _ in 0..<300 {
      let size = Size(columns: random.below(12) + 1, rows: random.below(4) + 1)
      var grid = Grid(size: size, width: CellWidth(ambiguous: random.below(2) == 0 ? .narrow : .wide))
      for _ in 0..<20 {
        let area = Rect(
          column: random.below(14) - 2, row: random.below(6) - 1, columns: random.below(10),
          rows: random.below(4))
        switch random.below(4) {
        case 0: grid.clear(area)
        case 1: grid.fill(.horizontal, .frame, area)
        default: grid.put(pieces[random.below(pieces.count)], .text, at: random.below(5) - 1, in: area)
        }
        expectWholeCharacters(grid)
      }
    }
  }
}

/// Fails unless every wide character has its two cells, and every second cell its wide character.
func expectWholeCharacters(_ grid: Grid, sourceLocation: SourceLocation = #_sourceLocation) {
  for row in 0..<grid.size.rows {
    var column = 0
    while column < grid.size.columns {
      var width = 1
      switch grid[column, row].content {
      case .glyph: break
      case .wideTail:
        Issue.record("half a character at \(column), \(row)", sourceLocation: sourceLocation)
        return
      case .character(let character): width = grid.width.columns(of: character)
      }
      for tail in column + 1..<max(column + 1, column + width) {
        guard tail < grid.size.columns, grid[tail, row].content == .wideTail else {
          Issue.record("a character without its half at \(column), \(row)", sourceLocation: sourceLocation)
          return
        }
      }
      column += width
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
