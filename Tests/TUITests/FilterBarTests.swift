import Corpus
import Testing

@testable import TUI

@Suite struct FilterBarTests {
  private func remembered(_ browser: Harness) -> [String] {
    browser.asked.compactMap { if case .remember(let text) = $0 { text } else { nil } }
  }

  struct History: Sendable {
    var keys: String
    var filter: String
  }

  @Test(arguments: [
    History(keys: "/ Up", filter: "桥"), History(keys: "/ Up Up", filter: "市:濮阳"),
    History(keys: "/ Up Up Up", filter: "市:濮阳"),
    History(keys: "/ Ctrl-P Ctrl-P Ctrl-N", filter: "桥"), History(keys: "/ 渠 Up Down", filter: "渠"),
    History(keys: "/ 渠 Up Up Down Down", filter: "渠"), History(keys: "/ 渠 Down", filter: "渠"),
    History(keys: "/ 渠 Enter / Ctrl-U Up", filter: "渠"), History(keys: "/ 渠 Enter / Up Up", filter: "桥"),
    History(keys: "/ 渠 Ctrl-U Up Ctrl-Y", filter: "桥渠"),
    History(keys: "/ 渠 Ctrl-U Esc / Ctrl-Y", filter: "渠"),
    History(keys: "/ Up Enter / Up Up", filter: "市:濮阳"), History(keys: "/ 渠 Esc / Up", filter: "桥"),
    History(keys: "/ 渠 | Enter / Up", filter: "桥"), History(keys: "c 山西 Enter / Up Up", filter: "桥"),
  ])
  func recalls(_ row: History) {
    var browser = Harness(80, 24)
    browser.send(.remembered(["市:濮阳", "桥"]))
    browser.press(row.keys)
    #expect(browser.state.filter.text == row.filter)
  }

  @Test func earlierFiltersThatComeLateStandBeforeThoseOfThisRun() {
    var browser = Harness(80, 24).pressing("/ 渠 Enter / Up")
    browser.send(.remembered(["桥", "渠", "", "公告"]))
    #expect(browser.state.filter.history == ["桥", "公告", "渠"])
    #expect(browser.pressing("Up").state.filter.text == "公告")
    #expect(browser.pressing("Down").state.filter.text == "渠")
  }

  @Test func whatIsKeptIsGivenToLaterRuns() {
    let browser = Harness(80, 24).pressing("/ 渠 Enter / Enter x c Enter / ( Enter / Esc D C")
    #expect(remembered(browser) == ["渠", "市:濮阳", "市:濮阳 日:2025-03-18", "日:2025-03-18"])
  }

  @Test func whyNothingIsKeptIsSaidOnce() {
    var browser = Harness(100, 24, .english)
    browser.send(.notRemembered(.refused(path: "/a/b\u{7}", why: "No space left on device")))
    #expect(browser.state.message == "filters are not kept for later: /a/b␦: No space left on device")
    browser.press("j")
    browser.send(.notRemembered(.noHome))
    #expect(browser.state.message == nil)
  }

  @Test(arguments: [
    "/ 渠 Esc", "/ 渠 | Esc", "/ Space 市:? Esc Esc", "/ Space 市:? Enter Esc", "/ Up Esc", "/ 没有的词 Esc",
    "/ 渠 Tab Backspace Esc", "/ Space -市:? Esc Esc", "/ Space (日:? Esc Esc", "/ 渠|市:? Esc Enter Esc Esc",
  ])
  func escGivesBackWhatWasThere(_ keys: String) {
    for before in [
      "", "j j j", "G", "/ 渠 Enter j", "/ 渠 Enter n n", "/ 桥 Space 日:13 Enter", "s j", "c Enter",
    ] {
      let browser = Harness(80, 24).pressing(before)
      let screen = browser.screen
      #expect(browser.pressing(keys).screen == screen, "\(before), then \(keys)")
    }
  }

  @Test func escGivesBackAScrolledList() {
    let many = (0..<10).map { number in
      let articles = Fixture.files[0].articles.map { article in
        var copy = article
        copy.id += "-\(number)"
        return copy
      }
      return ReadFile(file: "\(number).txt", articles: articles)
    }
    var browser = Harness(100, 12, files: many).pressing("j j j j j j j j j j j j j")
    browser.state.settle()
    browser.press("k k")
    let screen = browser.screen
    #expect(browser.pressing("/ 木匠 Esc").screen == screen)
  }

  struct Asking: Sendable {
    var keys: String
    var filter: String
    var visible: Int
    var isEditing: Bool
  }

  @Test(arguments: [
    Asking(keys: "/ 市:? Enter", filter: "市:濮阳", visible: 3, isEditing: true),
    Asking(keys: "/ 市：？ Enter Enter", filter: "市:濮阳", visible: 3, isEditing: false),
    Asking(keys: "/ 渠 Space city:? Enter Space 水 Enter", filter: "渠 city:濮阳 水", visible: 2, isEditing: false),
    Asking(keys: "/ 日:? 2024 Enter", filter: "日:2024", visible: 1, isEditing: true),
    Asking(keys: "/ 市:? Esc Backspace 长治 Enter", filter: "市:长治", visible: 1, isEditing: false),
    Asking(keys: "/ 市:? Esc Enter shanxi Enter Enter", filter: "市:长治", visible: 1, isEditing: false),
    Asking(keys: "/ 市:? Space Space Enter", filter: "市:濮阳,郑州", visible: 4, isEditing: true),
    Asking(keys: "/ 市:濮阳,? Down Space Enter", filter: "市:濮阳,郑州", visible: 4, isEditing: true),
    Asking(keys: "/ 市:? Up Enter", filter: "", visible: 7, isEditing: true),
    Asking(keys: "/ -市:? Enter Enter", filter: "-市:濮阳", visible: 4, isEditing: false),
    Asking(keys: "/ ！city：？ 郑州 Enter", filter: "！city:郑州", visible: 6, isEditing: true),
    Asking(keys: "/ (市:? 濮阳 Enter Space 水)", filter: "(市:濮阳 水)", visible: 3, isEditing: true),
    Asking(keys: "/ （市：？ Enter ） Enter", filter: "（市:濮阳）", visible: 3, isEditing: false),
    Asking(keys: "/ 桥|日:? 2024 Enter", filter: "桥|日:2024", visible: 2, isEditing: true),
    Asking(keys: "/ (市:? Esc Backspace 长治)", filter: "(市:长治)", visible: 1, isEditing: true),
    Asking(keys: "/ (市:? Esc ) Enter 长治 Enter", filter: "(市:长治)", visible: 1, isEditing: true),
    Asking(keys: "/ -市:? Space Space Enter", filter: "-市:濮阳,郑州", visible: 3, isEditing: true),
    Asking(keys: "/ 桥|市:郑州,? Enter", filter: "桥|市:濮阳", visible: 4, isEditing: true),
    // Marks that were taken back leave the choice to the cursor.
    Asking(keys: "/ 渠|市:? Space Up Space Enter", filter: "渠|市:郑州", visible: 4, isEditing: true),
    Asking(keys: "/ 市:濮阳 Enter c Space Enter", filter: "", visible: 7, isEditing: false),
  ])
  func opensThePickerThatTheTextAsksFor(_ row: Asking) {
    let state = Harness(80, 24).pressing(row.keys).state
    #expect(state.filter.text == row.filter)
    #expect(state.visible.count == row.visible)
    #expect(state.filter.isEditing == row.isEditing)
    #expect(state.panel == nil)
  }

  @Test func aPasteMayAskForAPicker() {
    var browser = Harness(80, 24).pressing("/")
    browser.send(.paste("渠\n市:?"))
    #expect(browser.state.mode == .cities)
    browser.send(.paste("py"))
    browser.press("Enter")
    #expect(browser.state.filter.text == "渠 市:濮阳")
  }

  @Test(arguments: [
    ("/ 市:pu Tab", "市:濮阳"), ("/ 者: Tab", "者:林晓舟"), ("/ 报: Tab", "报:濮阳晚报"), ("/ 渠 Space 市: Tab", "渠 市:濮阳"),
    ("/ 市:濮阳,郑 Tab", "市:濮阳,郑州"), ("/ 市: Tab Tab", "市:郑州"), ("/ 市: Tab Shift-Tab", "市:长治"),
    ("/ 市: Shift-Tab", "市:长治"), ("/ 市: Space 渠 Home Right Right Tab", "市:濮阳 渠"),
    ("/ 桥 Space 市: Tab", "桥 市:长治"), ("/ 类: Tab", "类:新闻"), ("/ kind: Tab Tab", "kind:commentary"),
    ("/ 类:版 Tab", "类:版面"), ("/ 是: Tab", "是:转版"), ("/ 渠 Space is: Tab Tab", "渠 is:seam"),
    ("/ is:un Tab", "is:uncertain"),
    ("/ 类:tp Tab", "类:图片"), ("/ 类: Shift-Tab", "类:版面"),
  ])
  func completionCountsAreThoseOfTheListOnceTaken(_ keys: String, _ text: String) throws {
    let browser = Harness(120, 24).pressing(keys)
    #expect(browser.state.filter.text == text)
    guard !text.contains(",") else { return }
    let completion = try #require(browser.state.filter.completion)
    #expect(completion.offers[completion.chosen].count == browser.state.visible.count)
  }

  @Test func aCompletionThatComesLateIsDropped() throws {
    var browser = Harness(80, 24).pressing("/ 市:")
    guard case .complete(let late)? = update(.key(.tab), &browser.state).first else {
      Issue.record("nothing asked")
      return
    }
    browser.press("长")
    late.answer().map { browser.send($0) }
    #expect(browser.state.filter.text == "市:长")
  }

  @Test func tabsThatComeBeforeTheAnswerCount() {
    var browser = Harness(80, 24).pressing("/ 市:")
    let asked = [Key.tab, .tab, .tab, .backTab].flatMap { update(.key($0), &browser.state) }
    #expect(asked.count == 1)
    guard case .complete(let question)? = asked.first else { return }
    question.answer().map { browser.send($0) }
    #expect(browser.state.filter.text == "市:郑州")
  }

  @Test func oneKeyFiltersToTheArticlesCityAndAnotherToItsDay() {
    func text(_ keys: String) -> String { Harness(80, 24).pressing(keys).state.filter.text }
    #expect(text("C") == "市:濮阳")
    #expect(text("C C") == "")
    #expect(text("D") == "日:2025-03-18")
    #expect(text("j D C") == "日:10-08 市:郑州")
    #expect(text("j D C D") == "市:郑州")
    #expect(text("G k C D") == "市:无 日:无")
    #expect(text("/ 渠 Enter j Enter D") == "渠 日:2025-03-17")
    let reading = Harness(80, 24).pressing("j j Enter C")
    #expect(reading.state.isReading && reading.state.article?.id == "a3" && reading.state.visible.count == 3)
  }

  @Test func altMeansEscWhereNothingIsEdited() {
    var browser = Harness(80, 24).pressing("Enter")
    browser.send(.key(.meta("d")))
    #expect(!browser.state.isReading && browser.state.mode == .dates)
    browser.send(.key(.escape))
    browser.press("Enter")
    browser.send(.key(.wordLeft))
    #expect(!browser.state.isReading)
  }
}

@Suite struct ListContextTests {
  @Test(arguments: [(120, 40), (100, 24), (80, 24), (64, 20), (80, 60)])
  func theSelectionIsAlwaysOnTheScreen(_ columns: Int, _ rows: Int) {
    var browser = Harness(columns, rows, files: Array(repeating: Fixture.files, count: 9).flatMap { $0 })
      .pressing("/ 渠 Enter")
    for key in ["", "j", "Space", "j", "G", "k", "PgUp", "Ctrl-D", "g"] {
      browser.press(key)
      browser.state.settle()
      let grid = browser.state.frame()
      let marked = (0..<rows).filter { grid[1, $0].style.selection == .focused }
      #expect(marked.count == 1, "\(key) at \(columns)x\(rows)")
    }
  }

  @Test func hitsAreMarkedInTheContext() {
    let grid = Harness(100, 18).pressing("/ 渠 Enter").grid
    let marked = (0..<42).filter { grid[$0, 2].style == Style(.hit) }
    #expect(marked.count == 2)
    #expect(
      (10..<42).allSatisfy { [Style(.hit), .dim].contains(grid[$0, 2].style) || grid[$0, 2] == .blank })
  }

  /// Sentence with its hit in brackets, columns, the line.
  @Test(arguments: [
    ("干[渠]放水。", 20, "干[渠]放水。"), ("甲乙丙丁戊己庚辛[渠]。", 20, "…己庚辛[渠]。"), ("甲，乙丙丁戊，己庚[渠]放水", 18, "…己庚[渠]放水"),
    ("[渠]甲乙丙丁戊己庚辛壬癸甲乙", 12, "[渠]甲乙丙丁戊己庚辛壬癸甲乙"), ("甲乙丙丁戊己庚辛[渠]", 1, "…[渠]"),
    ("甲乙丙e\u{301}👨‍👩‍👧a[渠]", 8, "…a[渠]"), ("甲\u{7}乙丙丁戊己庚[渠]", 40, "甲␦乙丙丁戊己庚[渠]"),
  ])
  func aLongSentenceIsCutBeforeItsHit(_ marked: String, _ columns: Int, _ expected: String) throws {
    let text = marked.filter { $0 != "[" && $0 != "]" }
    let article = Article(
      id: "x", file: "", kind: .news, lines: [], paragraphs: [Paragraph(text: text)])
    let context = try #require(try Filter(parsing: "=渠").context(in: article))
    let line = ContextLine(context, columns: columns, width: CellWidth(ambiguous: .narrow))
    let scalars = Array(line.text.unicodeScalars)
    let hit = try #require(line.hits.first)
    let pieces = [scalars[..<hit.lowerBound], ["["], scalars[hit], ["]"], scalars[hit.upperBound...]]
    #expect(String(String.UnicodeScalarView(pieces.joined())) == expected)
  }
}
