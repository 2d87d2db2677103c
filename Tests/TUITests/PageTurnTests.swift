import Testing

@testable import TUI

@Suite struct PageTurnTests {
  private func grid(_ rows: [String], columns: Int = 40) -> Grid {
    var grid = Grid(
      size: Size(columns: columns, rows: rows.count), width: CellWidth(ambiguous: .narrow))
    for (row, text) in rows.enumerated() { grid.put(text, .text, row: row, in: Rect(grid.size)) }
    return grid
  }

  /// Rows of hanzi that occur nowhere else, all of a length.
  private func page(_ number: Int, rows: Int, length: Int) -> [String] {
    (0..<rows).map { row in
      (0..<length).map { column in
        Unicode.Scalar(0x4E00 + UInt32(number * 4000 + row * 40 + column)).map { String($0) } ?? ""
      }.joined()
    }
  }

  @Test func rowsThatLoseTheirEndsAreBlanked() {
    let old = ["filter"] + page(1, rows: 20, length: 18) + ["status 1/9"]
    let new = ["filter"] + page(2, rows: 20, length: 12) + ["status 2/9"]
    #expect(PageTurn.rows(from: grid(old), to: grid(new)) == 1..<21)
  }

  @Test func indentsCount() {
    let old = page(1, rows: 20, length: 18)
    let new = page(2, rows: 20, length: 16).map { "    " + $0 }
    #expect(PageTurn.rows(from: grid(old), to: grid(new)) == 0..<20)
  }

  @Test func rowsThatAreAsLongAreOverwritten() {
    let (old, new) = (page(1, rows: 20, length: 18), page(2, rows: 20, length: 18))
    #expect(PageTurn.rows(from: grid(old), to: grid(new)) == nil)
  }

  @Test func rowsThatStayAreNotBlanked() {
    let head = page(3, rows: 6, length: 18)
    let old = head + page(1, rows: 20, length: 18) + head
    let new = head + page(2, rows: 20, length: 12) + head
    #expect(PageTurn.rows(from: grid(old), to: grid(new)) == 6..<26)
  }

  @Test func scrollingIsLeftToTheTerminal() {
    let all = page(1, rows: 30, length: 18).enumerated().map { $0 % 3 == 0 ? String($1.prefix(5)) : $1 }
    #expect(PageTurn.rows(from: grid(Array(all[0..<20])), to: grid(Array(all[1..<21]))) == nil)
    #expect(PageTurn.rows(from: grid(Array(all[0..<20])), to: grid(Array(all[8..<28]))) == nil)
  }

  @Test func aListBesideItIsNotSentAgain() {
    let list = page(3, rows: 20, length: 8)
    let old = zip(list, page(1, rows: 20, length: 10)).map { $0 + $1 }
    let new = zip(list, page(2, rows: 20, length: 5)).map { $0 + $1 }
    #expect(PageTurn.rows(from: grid(old), to: grid(new)) == nil)
  }

  @Test func oneRowIsNoRegionToScroll() {
    let (old, new) = (page(1, rows: 1, length: 18), page(2, rows: 1, length: 6))
    #expect(PageTurn.rows(from: grid(old), to: grid(new)) == nil)
    let long = Array(repeating: "", count: 3) + [String(repeating: "长", count: 20)]
    #expect(PageTurn.rows(from: grid(long), to: grid(["", "", "", "短"])) == nil)
  }

  @Test func anotherSizeHasNoRowsInCommon() {
    let (old, new) = (page(1, rows: 20, length: 18), page(2, rows: 20, length: 6))
    #expect(PageTurn.rows(from: grid(old, columns: 50), to: grid(new)) == nil)
  }
}
