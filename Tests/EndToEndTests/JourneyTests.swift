import Foundation
import Testing

/// One test for each way through the browser, in a real terminal.
extension EndToEnd {
  @Suite(.serialized) struct JourneyTests {
    /// The headlines of the sample pages.
    private let irrigation = "春灌"
    private let books = "龙湖边的图书角"
    private let lifts = "老旧小区换上新电梯"
    private let road = "郸城县修好农家路"

    /// The browser on the sample pages, all of them read.
    private func open(
      _ folder: ScratchFolder, columns: Int = 80, rows: Int = 24
    ) throws -> TmuxSession {
      let session = try TmuxSession(columns: columns, rows: rows, in: folder.url)
      try session.enter("clear; $KANBAO .")
      try session.wait(forText: road)
      return session
    }

    private func shows(_ rows: [String], _ text: String) -> Bool { rows.contains { $0.contains(text) } }

    @Test func openMoveRead() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.wait(forText: "1/4")
      try session.type("jj")
      try session.wait(for: "the third article in the detail pane") {
        shows($0, "3/4") && shows($0, "电梯已经投入使用")
      }
      try session.press("Enter")
      try session.wait(for: "the article alone") { shows($0, "居民上下楼") && !shows($0, road) }
      try session.type("]")
      try session.wait(for: "the next article") { shows($0, "4/4") && shows($0, "村民把瓜果") }
      try session.press("Escape")
      try session.wait(for: "list and detail") { shows($0, lifts) && shows($0, books) }
    }

    @Test func filterByCityWithTwoKeystrokes() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("c")
      try session.wait(forText: "周口")
      try session.press("Enter")
      try session.wait(for: "only 濮阳") { shows($0, "市:濮阳") && shows($0, "2/4") && !shows($0, lifts) }
      try session.type("x")
      try session.wait(for: "everything again") { shows($0, lifts) && !shows($0, "市:") }
    }

    @Test func cityPickerNarrowsByPinyin() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("c")
      try session.wait(forText: "周口")
      try session.type("changzhi")
      try session.wait(for: "only 长治 in the picker") { shows($0, "长治") && !shows($0, "周口") }
      try session.press("Enter")
      try session.wait(for: "only 长治") { shows($0, "市:长治") && shows($0, lifts) && !shows($0, road) }
    }

    @Test func filterByDate() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("d")
      try session.wait(forText: "2025")
      try session.type("2025")
      try session.press("Enter")
      try session.wait(for: "only 2025") { shows($0, "日:2025") && shows($0, books) && !shows($0, lifts) }
    }

    @Test func anUnknownYearIsSaid() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("G")
      try session.wait(for: "day without a year") { shows($0, "????-06-02") || shows($0, "??-06-02") }
      try session.wait(forText: "year unknown")
    }

    @Test func typeChineseIntoTheFilter() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/")
      try session.type("电梯")
      try session.wait(for: "live results") { shows($0, lifts) && !shows($0, road) && !shows($0, books) }
      let (column, row) = try session.cursor()
      let typed = try #require(try session.screen()[row].range(of: "电梯"))
      let before = try session.screen()[row][..<typed.lowerBound]
      #expect(column == before.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } + 4)
      try session.press("BSpace")
      try session.wait(for: "one character gone") { $0[row].contains("电") && !$0[row].contains("梯") }
      try session.press("Escape")
      try session.wait(for: "what was there before") { shows($0, road) && !$0[row].contains("电") }
    }

    @Test func aWrongFilterKeepsTheLastGoodList() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/电梯")
      try session.wait(for: "one article") { shows($0, lifts) && !shows($0, road) }
      try session.type(" (")
      try session.wait(for: "a complaint, and the list as it was") {
        shows($0, "电梯 (") && shows($0, lifts) && !shows($0, road)
      }
      try session.press("Escape")
      try session.wait(forText: road)
    }

    @Test func resizeWhileReading() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.press("Enter")
      let before = try session.wait(for: "the article alone") { shows($0, irrigation) && !shows($0, road) }
      for (columns, rows) in [(200, 50), (100, 30), (20, 5), (41, 7)] {
        try session.resize(columns: columns, rows: rows)
        try session.wait(for: "the article at \(columns)x\(rows)") { screen in
          screen.count <= rows + 1 && screen.contains { $0.contains("春灌") || $0.contains("工作") }
        }
      }
      try session.resize(columns: 12, rows: 3)
      try session.wait(for: "one line that says so") { $0.filter { !$0.isEmpty }.count == 1 }
      try session.resize(columns: 80, rows: 24)
      try session.wait(for: "the screen as it was") { $0 == before }
    }

    @Test func rawPageAndBack() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder, columns: 120, rows: 40)
      let before = try session.wait(for: "all is read") { shows($0, "1/4") && shows($0, road) }
      try session.type("r")
      try session.wait(for: "raw lines, spaces and all") { shows($0, "市抢抓农时 ，组织群众开展春灌 。截至") }
      try session.type("r")
      try session.wait(for: "the screen as it was") { $0 == before }
    }

    @Test func evidence() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder, columns: 120, rows: 40)
      try session.type("i")
      try session.wait(for: "the masthead's words") { shows($0, "Evidence") && shows($0, "3 月 17 日") }
      try session.press("Escape")
      try session.wait(for: "no evidence") { !shows($0, "Evidence") }
    }

    @Test func problems() throws {
      let folder = try SamplePages.folder()
      try folder.write("", to: "x-empty.txt")
      try folder.write("a\u{0}b", to: "y-binary.txt")
      let session = try open(folder)
      try session.type("e")
      try session.wait(for: "both files") { shows($0, "x-empty.txt") && shows($0, "y-binary.txt") }
      try session.press("Escape")
      try session.wait(for: "the list") { shows($0, road) && !shows($0, "x-empty.txt") }
    }

    @Test(arguments: ["q", "C-c"])
    func quitLeavesTheTerminalAsItWas(_ key: String) throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(in: folder.url)
      try session.enter("stty -g > before; clear; echo first; echo second")
      let before = try session.wait(for: "two lines") {
        Array($0.prefix(3)) == ["first", "second", Self.prompt]
      }
      try session.enter("$KANBAO .")
      try session.wait(forText: road)
      try session.press(key)
      let after = try session.wait(for: "the shell") { $0.dropFirst(3).first == Self.prompt }
      #expect(Array(after.prefix(2)) == Array(before.prefix(2)))
      #expect(after[2] == Self.prompt + " $KANBAO .")
      #expect(after.dropFirst(4).joined() == "")
      try session.enter("stty -g > after; cmp before after && echo same")
      try session.wait(for: "equal settings") { $0.contains("same") }
    }

    private static let prompt = TmuxSession.prompt
  }
}
