import Foundation
import Testing

/// What a user does with the filter bar and the pickers, in a real terminal.
extension EndToEnd {
  @Suite(.serialized) struct FilterJourneyTests {
    private let irrigation = "我市春灌工作 全面展开"
    private let books = "龙湖边的图书角"
    private let lifts = "老旧小区换上新电梯"
    private let road = "郸城县修好农家路"

    /// The browser on the sample pages, all of them read.
    private func open(
      _ folder: ScratchFolder, columns: Int = 80, rows: Int = 24, adding variables: [String: String] = [:]
    ) throws -> TmuxSession {
      let session = try TmuxSession(columns: columns, rows: rows, in: folder.url, adding: variables)
      try session.enter("clear; $KANBAO .")
      try session.wait(for: "all is read") { shows($0, road) && shows($0, "1/4") }
      return session
    }

    private func shows(_ rows: [String], _ text: String) -> Bool { rows.contains { $0.contains(text) } }

    /// Waits until the first rows are these.
    private func wait(_ session: TmuxSession, forRows expected: String) throws {
      let rows = expected.split(separator: "\n", omittingEmptySubsequences: false).map { " " + $0 }
      try session.wait(for: expected) { Array($0.prefix(rows.count)) == rows }
    }

    @Test func theListShowsTheFirstHitInItsSentence() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder, columns: 80, rows: 40)
      try session.type("/家|机井|电梯")
      try wait(
        session,
        forRows: """
          Filter 家|机井|电梯                                                        4/4
          2025-03-17  濮阳?     我市春灌工作 全面展开
                                水利部门派出八个工作组，逐村查看渠道和机井，确保每一块麦
          2025-03-17  濮阳?     龙湖边的图书角
                                书由各家捐出，读完放回原处。
          2024-11-05  长治      老旧小区换上新电梯
                                …旧小区看到，新装的电梯已经投入使用，居民上下楼不再犯愁。
          ????-06-02  周口      郸城县修好农家路
                                …郸城县最后一段农家路通车，村民把瓜果运出村口只要十分钟。
          """)
      try session.resize(columns: 80, rows: 24)
      try wait(
        session,
        forRows: """
          Filter 家|机井|电梯                                                        4/4
          2025-03-17  濮阳?     我市春灌工作 全面展开       …看渠道和机井，确保每一块麦田
          2025-03-17  濮阳?     龙湖边的图书角              书由各家捐出，读完放回原处。
          2024-11-05  长治      老旧小区换上新电梯          …新装的电梯已经投入使用，居民
          ????-06-02  周口      郸城县修好农家路            …后一段农家路通车，村民把瓜果
          """)
      try session.press("C-u")
      try session.wait(for: "plain rows") { $0[1] == " 2025-03-17  濮阳?     我市春灌工作 全面展开" }
    }

    @Test func aWrongFilterIsMarkedWhereItIsWrong() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/市:濮阳 日:13 (")
      let sentence = " “13” is a day of which month? Write 03-13 or 3月13日"
      try session.wait(for: sentence) {
        $0[0].hasPrefix(" Filter 市:濮阳 日:13 (") && $0[23] == sentence && shows($0, irrigation)
          && !shows($0, road)
      }
      let marked = try #require(try session.colouredScreen().first)
      let red = try #require(marked.range(of: "13"))
      #expect(marked[..<red.lowerBound].hasSuffix("m") && marked[red.upperBound...].hasPrefix("\u{1B}["))
      try session.press("Escape")
      try session.wait(for: "what was there before") { shows($0, road) && $0[0].contains("/ type") }
    }

    @Test func escGivesBackTheScreenThatWas() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/一")
      try session.press("Enter")
      try session.type("jn")
      let before = try session.rest(for: "a filter, the second article beside the list") {
        shows($0, "2/4") && shows($0, "龙湖岸边新添了三个图书角")
      }
      try session.type("/没有的词")
      try session.wait(forText: "no article matches the filter")
      try session.press("Escape")
      try session.wait(for: "the screen that was") { $0 == before }
    }

    @Test func keysOfReadlineGoByCharacters() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/市:濮阳 图书角")
      try session.wait(for: "one article") { $0[0].hasSuffix("1/4") }
      #expect(try session.cursor() == (22, 0))
      try session.press("M-b")
      try session.wait(for: "the caret before the word") { _ in try session.cursor() == (16, 0) }
      try session.press("C-b", "C-b")
      try session.wait(for: "the caret two characters to the left") { _ in try session.cursor() == (13, 0) }
      try session.press("C-h")
      try session.wait(for: "one character gone") { $0[0].hasPrefix(" Filter 市:阳 图书角") }
      try session.press("C-a", "M-d", "C-e", "C-y")
      try session.wait(for: "a word moved") { $0[0].hasPrefix(" Filter :阳 图书角市") }
      try session.press("C-u")
      try session.wait(for: "nothing") { $0[0].hasSuffix("4/4") || $0[0].hasSuffix("4 articles") }
      try session.type("e\u{301}👨‍👩‍👧")
      try session.wait(for: "an accented letter and a family") { $0[0].contains("\u{1F468}") }
      try session.press("BSpace", "BSpace")
      try session.wait(for: "nothing again") {
        try !$0[0].contains("\u{1F468}") && session.cursor() == (8, 0)
      }
    }

    @Test func aPasteIsText() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/")
      try session.paste("市:濮阳\n图书角\tq\u{1B}")
      try session.wait(for: "one line") { $0[0].hasPrefix(" Filter 市:濮阳 图书角 q") }
      try session.press("BSpace")
      try session.wait(for: "one article") { $0[0].hasSuffix("1/4") && shows($0, books) }
    }

    @Test func completionSaysHowManyItWouldFind() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/书 市:")
      try session.press("Tab")
      try session.wait(for: "the only city with this word") {
        $0[0].hasPrefix(" Filter 书 市:濮阳") && $0[0].hasSuffix("1/4") && $0[23].contains("1/1  濮阳 1 ")
      }
      try session.press("C-u")
      try session.type("市:")
      try session.press("Tab", "Tab")
      try session.wait(for: "the second of three cities") {
        $0[0].hasPrefix(" Filter 市:周口") && $0[0].hasSuffix("1/4") && $0[23].contains("2/3  周口 1  长治 1 ")
      }
      try session.press("C-u")
      try session.type("者:he")
      try session.press("Tab")
      try session.wait(for: "a name by its pinyin") {
        $0[0].hasPrefix(" Filter 者:何远山") && $0[23].contains("1/1  何远山 1 ")
      }
      try session.press("C-u")
      try session.type("ti")
      try session.press("Tab")
      try session.wait(for: "a field") { $0[0].hasPrefix(" Filter title:") }
    }

    @Test func theTextAsksForThePickers() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/一 市：？")
      try wait(
        session,
        forRows: """
          Filter 一 市：？                                                           2/4
          Cities                                                                by count
          Find  hanzi or pinyin
               all cities 4
          河南
               濮阳       2
               周口       1
          山西
               长治       1
          """)
      try session.type("cz")
      try session.press("Enter")
      try session.wait(for: "长治, and the bar still open") {
        $0[0].hasPrefix(" Filter 一 市:长治") && $0[0].hasSuffix("1/4") && $0[23].contains("Esc undo")
      }
      try session.type(" 日:?")
      try session.wait(for: "the date picker") {
        $0[1] == " Dates" && $0[4] == "   2024      1"
      }
      try session.press("Escape")
      try session.wait(for: "the bar, and what it expects") {
        $0[23] == " “日:” needs a date, as in 日:2025-03"
      }
      try session.press("BSpace")
      try session.type("2024")
      try session.press("Enter")
      try session.wait(for: "the filter kept") {
        $0[0].hasPrefix(" Filter 一 市:长治 日:2024") && $0[23].contains("? help")
      }
    }

    @Test func severalCitiesAreChosen() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("c")
      try session.wait(forText: "by count")
      try session.press("Tab")
      try wait(
        session,
        forRows: """
          Filter / type  c cities  d dates  ? help                            4 articles
          Cities                                                                 by name
          Find  hanzi or pinyin
               all cities 4
          河南
               濮阳       2
               周口       1
          山西
               长治       1
          """)
      try session.press("Space", "Down", "Space")
      try session.wait(for: "two marks") { $0.filter { $0.contains("[x]") }.count == 2 }
      try session.press("Enter")
      try session.wait(for: "both") {
        $0[0].hasPrefix(" Filter 市:濮阳,长治") && $0[0].hasSuffix("3/4") && !shows($0, road)
      }
    }

    @Test func goingIntoTheDates() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("d")
      try wait(
        session,
        forRows: """
          Filter / type  c cities  d dates  ? help                            4 articles
          Dates
          Find  2025 or 03-17
            all dates    4
            2025         2
            2024         1
            year unknown 1
          """)
      try session.press("Enter", "Down", "Enter", "Down")
      try wait(
        session,
        forRows: """
          Filter / type  c cities  d dates  ? help                            4 articles
          Dates 2025-3
          Find  2025 or 03-17
            all of 2025-03 2
            2025-03-17     2
          """)
      try session.press("Enter")
      try session.wait(for: "two articles") {
        $0[0].hasPrefix(" Filter 日:2025-03-17") && $0[0].hasSuffix("2/4")
      }
      try session.type("xd")
      try session.wait(forText: "year unknown")
      try session.press("Down", "Down", "Enter", "Enter")
      try session.wait(for: "the article without a year") {
        $0[0].hasPrefix(" Filter 日:无年") && $0[0].hasSuffix("1/4")
      }
    }

    @Test func aRangeOfDays() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("d")
      try session.wait(forText: "year unknown")
      try session.type("v")
      try session.press("Down")
      try wait(
        session,
        forRows: """
          Filter / type  c cities  d dates  ? help                            4 articles
          Dates                                                            2024..2025: 3
          Find  2025 or 03-17
            all dates    4
          > 2025         2
          > 2024         1
            year unknown 1
          """)
      try session.press("Right", "Down")
      try session.wait(for: "a range that ends in a month") { $0[1].hasSuffix("2024-11..2025: 3") }
      try session.press("Enter")
      try session.wait(for: "three articles") {
        $0[0].hasPrefix(" Filter 日:2024-11..2025") && $0[0].hasSuffix("3/4") && !shows($0, road)
      }
    }

    @Test func oneKeyForTheArticlesCityAndOneForItsDay() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("jC")
      try session.wait(for: "its city") {
        $0[0].hasPrefix(" Filter 市:濮阳 ") && $0[0].hasSuffix("2/4") && shows($0, "2/2")
      }
      try session.type("D")
      try session.wait(for: "and its day") { $0[0].hasPrefix(" Filter 市:濮阳 日:2025-03-17") }
      try session.type("CxGD")
      try session.wait(for: "a day without a year") {
        $0[0].hasPrefix(" Filter 日:06-02") && $0[0].hasSuffix("1/4")
      }
    }

    @Test func nextHitGoesOnToTheNextArticle() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      try session.type("/小")
      try session.press("Enter")
      try session.wait(for: "three articles") { $0[0].hasSuffix("3/4") }
      var seen: [String] = []
      for _ in 0..<6 {
        try session.type("n")
        let rows = try session.wait(for: "a hit or the end") { $0[23].hasPrefix(" ") }
        Thread.sleep(forTimeInterval: 0.2)
        let place = try session.screen()[23].split(separator: " ").first.map(String.init) ?? ""
        if seen.last != place { seen.append(place) }
        if shows(rows, "no more matches") { break }
      }
      #expect(seen == ["1/3", "2/3", "3/3"])
      try session.wait(forText: "no more matches")
      try session.type("NNNN")
      try session.wait(for: "the first article again") { $0[23].hasPrefix(" 1/3") }
    }

    @Test func theOrderOfTheListIsSaid() throws {
      let folder = try SamplePages.folder()
      let session = try open(folder)
      for order in ["date", "city", "paper and page", "relevance", "page order"] {
        try session.type("s")
        try session.wait(forText: "sorted by \(order)")
        try session.type("j")
        try session.wait(forText: "by \(order) (s)")
      }
    }
  }
}
