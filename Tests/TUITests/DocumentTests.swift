import Corpus
import Testing

@testable import TUI

@Suite struct SpreadTests {
  /// Whatever the sizes, every line stands on exactly one page, in one place, inside the page.
  @Test(arguments: 1...3)
  func everyLineStandsOnceAndInside(columns: Int) {
    for rows in 1...20 {
      for lines in [0, 1, 2, 5, 13, 40, 121] {
        let spread = Spread(lines: lines, head: min(lines, 4), columns: columns, rows: rows)
        var seen: [Int] = []
        for page in 0..<spread.pages {
          let slots = spread.slots(ofPage: page)
          seen += slots.map(\.line)
          #expect(slots.allSatisfy { $0.row < rows && $0.column < columns && $0.row >= 0 })
          #expect(Set(slots.map { [$0.column, $0.row] }).count == slots.count)
          #expect(slots.allSatisfy { spread.page(ofLine: $0.line) == page })
        }
        #expect(seen == Array(0..<lines))
      }
    }
  }

  /// A head stands across all columns: where it would leave them no room there is one.
  @Test(arguments: [(9, 1), (30, 3)])
  func aLowPaneHasOneColumn(rows: Int, columns: Int) {
    var state = Harness(200, rows).pressing("j j j Enter").state
    state.settle()
    #expect(state.document?.columnCount == columns)
  }

  @Test func theColumnsOfTheLastPageAreEquallyLong() {
    let spread = Spread(lines: 25, head: 2, columns: 2, rows: 20)
    #expect(spread.pages == 1)
    #expect(spread.slots(ofPage: 0).last == Spread.Slot(line: 24, column: 1, row: 12))
  }
}

@Suite struct RawPageTests {
  private func raw(_ browser: Harness) -> RawPanel? {
    var state = browser.state
    state.settle()
    if case .raw(let raw) = state.panel { return raw }
    return nil
  }

  @Test func theMarkedLineLeadsToItsArticle() {
    let browser = Harness(110, 18).pressing("r")
    #expect(raw(browser)?.line == 3)
    #expect(browser.pressing("G o").state.article?.id == "a2")
    #expect(raw(browser.pressing("G o"))?.line == 14)
    #expect(browser.pressing("g o").state.article?.id == "a1")
    #expect(browser.pressing("g o").state.message != nil)
    #expect(browser.pressing("q a r g o").state.article?.id == "a0")
  }

  @Test func bothScrollTogether() {
    let browser = Harness(110, 8).pressing("r")
    var state = browser.pressing("j j j j j j j j").state
    state.settle()
    #expect(raw(browser.pressing("j j j j j j j j"))?.line == 10)
    let shown =
      state.document.map { document in state.detailLines.compactMap { document.lines[$0].raw } } ?? []
    #expect(shown.contains(10))
    #expect((raw(browser.pressing("Tab j j j j j j j j"))?.line ?? 0) > 6)
  }

  @Test func wordsOfTheEvidenceStandOut() {
    let grid = Harness(110, 18).pressing("r").grid
    #expect(grid[6, 2].style.role == .hit)
    #expect((0..<40).contains { grid[$0, 7].style.role == .hit })
  }

  @Test(arguments: [
    ("渠村", "3月17日，渠村引", 6..<8), ("渠 村", "在渠村", 1..<3), ("渠村", "渠　村", 0..<3), ("渠村引黄", "在渠村", 1..<3),
    ("闸", "渠村", nil), ("", "渠村", nil),
  ])
  func findsWordsOnARawLine(_ words: String, _ line: String, _ range: Range<Int>?) {
    #expect(RawWords.range(of: words, in: line) == range)
  }

  @Test func charactersThatCannotBeShownAreNamed() {
    let page = Page(file: "a", lines: ["一\u{200B}二\u{1B}", "␦"])
    let article = Article(id: "a", file: "a", kind: .news, lines: [1...2], paragraphs: [])
    let key = RawDocument.Key(article: 0, columns: 40, width: CellWidth(ambiguous: .narrow))
    let rows = RawDocument(page: page, article: article, key: key).rows
    #expect(rows.map(\.text) == ["一<U+200B>二<U+001B>", "␦"])
    #expect(rows[0].names.count == 16)
  }
}

@Suite struct WidthTests {
  @Test func theScreenFollowsWhatTheTerminalSays() {
    var browser = Harness(100, 20)
    let narrow = browser.grid.rows
    browser.send(.measured(.wide))
    #expect(browser.grid.width.ambiguous == .wide)
    #expect(browser.grid.rows != narrow)
    browser.send(.measured(.narrow))
    #expect(browser.grid.rows == narrow)
  }

  /// What the browser itself says and draws takes the same columns everywhere.
  @Test(arguments: [Language.chinese, .english])
  func itsOwnMarksAreNotAmbiguous(_ language: Language) {
    for keys in ["", "?", "e", "c", "d", "d Enter", "i", "r", "/ zzz", "Enter"] {
      for row in Harness(200, 50, language, files: []).pressing(keys).screen {
        for character in row {
          let widths = [AmbiguousWidth.narrow, .wide].map { CellWidth(ambiguous: $0).columns(of: character) }
          #expect(widths[0] == widths[1], "\(character) in \(row)")
        }
      }
    }
  }

  /// A file of a million records is not set as a whole.
  @Test(arguments: [1, 500, 60_000, 100_000]) func ofALargeFileThereAreTheLinesAboutTheArticle(_ line: Int) {
    var lines = (1...100_000).map { "第\($0)行，写的是河边的麦田和村里的新路。" }
    lines[499] = String(repeating: "长", count: 1 << 20)
    let article = Article(id: "a", file: "f", kind: .news, lines: [line...line], paragraphs: [])
    let key = RawDocument.Key(article: 0, columns: 60, width: CellWidth(ambiguous: .narrow))
    let document = RawDocument(page: Page(file: "f", lines: lines), article: article, key: key)
    let numbers = document.rows.map(\.line)
    #expect(numbers == numbers.sorted() && numbers.count < 40_000 && numbers.contains(line))
    #expect(Set(numbers).count > 1000 && document.rows[document.row(ofLine: line)].line == line)
    #expect(document.rows.allSatisfy { $0.text.utf8.count <= RawDocument.mostOfLine })
  }
}
