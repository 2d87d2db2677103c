import Corpus
import Testing

@testable import TUI

@Suite struct UpdateTests {
  private func selectedID(_ browser: Harness) -> String? { browser.state.article?.id }

  struct Move: Sendable {
    var keys: String
    var article: String
  }

  @Test(arguments: [
    Move(keys: "", article: "a1"), Move(keys: "j", article: "a2"), Move(keys: "Down Down", article: "a3"),
    Move(keys: "Ctrl-N", article: "a2"), Move(keys: "j j k", article: "a2"), Move(keys: "k", article: "a1"),
    Move(keys: "j Up", article: "a1"), Move(keys: "G", article: "a7"), Move(keys: "End g", article: "a1"),
    Move(keys: "G Home", article: "a1"), Move(keys: "Space", article: "a7"),
    Move(keys: "Space PgUp", article: "a1"),
    Move(keys: "Ctrl-D", article: "a4"), Move(keys: "G Ctrl-U", article: "a4"),
    Move(keys: "Ctrl-F b", article: "a1"),
    Move(keys: "] ]", article: "a3"), Move(keys: "] ] [", article: "a2"), Move(keys: "[", article: "a1"),
    Move(keys: "Enter ]", article: "a2"), Move(keys: "r ] ]", article: "a3"),
    Move(keys: "i ]", article: "a2"),
    Move(keys: "/ 渠 Enter ] ]", article: "a4"), Move(keys: "/ 渠 Enter ] ] ]", article: "a4"),
    Move(keys: "G / 公告 Esc", article: "a7"), Move(keys: "j j / 停水 Esc", article: "a3"),
    Move(keys: "c 山西 Enter", article: "a5"), Move(keys: "G x", article: "a7"),
  ])
  func selects(_ move: Move) {
    let browser = Harness(80, 24).pressing(move.keys)
    #expect(selectedID(browser) == move.article)
  }

  struct Filtering: Sendable {
    var keys: String
    var filter: String
    var visible: [String]
  }

  @Test(arguments: [
    Filtering(keys: "/ 渠 Enter", filter: "渠", visible: ["a1", "a3", "a4"]),
    Filtering(keys: "/ 渠 Enter x", filter: "", visible: ["a1", "a2", "a3", "a4", "a5", "a6", "a7"]),
    Filtering(keys: "/ 渠 Enter / 边 Esc", filter: "渠", visible: ["a1", "a3", "a4"]),
    Filtering(keys: "/ 渠 Enter / 边", filter: "渠边", visible: ["a3"]),
    Filtering(keys: "c Enter", filter: "市:濮阳", visible: ["a1", "a3", "a7"]),
    Filtering(keys: "c py Enter", filter: "市:濮阳", visible: ["a1", "a3", "a7"]),
    Filtering(keys: "c shanxi Enter", filter: "市:长治", visible: ["a5"]),
    Filtering(keys: "c Space Space Enter", filter: "市:濮阳,郑州", visible: ["a1", "a2", "a3", "a7"]),
    Filtering(
      keys: "c Enter c Up Up Enter", filter: "", visible: ["a1", "a2", "a3", "a4", "a5", "a6", "a7"]),
    Filtering(keys: "c Down Down Down Enter", filter: "市:无", visible: ["a4", "a6"]),
    Filtering(keys: "c Esc", filter: "", visible: ["a1", "a2", "a3", "a4", "a5", "a6", "a7"]),
    Filtering(keys: "/ 渠 Enter c 濮阳 Enter", filter: "渠 市:濮阳", visible: ["a1", "a3"]),
    Filtering(keys: "d Enter Enter", filter: "日:2025", visible: ["a1", "a3", "a5"]),
    Filtering(keys: "d Enter Down Enter Enter", filter: "日:2025-03", visible: ["a1", "a3"]),
    Filtering(keys: "d Enter Down Enter Down Enter", filter: "日:2025-03-17", visible: ["a3"]),
    Filtering(
      keys: "d Enter Down Enter Left Left Enter Enter", filter: "日:2025", visible: ["a1", "a3", "a5"]),
    Filtering(keys: "d Down Down Enter Enter", filter: "日:无年", visible: ["a2"]),
    Filtering(keys: "d Down Down Enter Down Right Enter", filter: "日:10-08", visible: ["a2"]),
    Filtering(keys: "d Down Down Down Enter", filter: "日:无", visible: ["a6", "a7"]),
    Filtering(keys: "d 2024-12 Enter", filter: "日:2024-12", visible: ["a4"]),
    Filtering(keys: "a / 晚报 Enter", filter: "晚报", visible: ["a0"]),
    Filtering(keys: "/ 类:版面 Enter", filter: "类:版面", visible: ["a0"]),
    Filtering(keys: "/ 渠 Enter / Ctrl-U 桥 Enter / Up Up", filter: "渠", visible: ["a1", "a3", "a4"]),
    Filtering(keys: "/ 渠 Enter / Ctrl-U 桥 Enter / Up Up Down", filter: "桥", visible: ["a5"]),
  ])
  func filters(_ row: Filtering) {
    let browser = Harness(80, 24).pressing(row.keys)
    #expect(browser.state.filter.text == row.filter)
    #expect(browser.state.visible.map { browser.state.holdings.articles[$0].id } == row.visible)
  }

  @Test func aWrongFilterKeepsTheLastGoodList() {
    let browser = Harness(80, 24).pressing("/ 渠 |")
    #expect(browser.state.filter.error != nil)
    #expect(browser.state.visible.count == 3)
    #expect(browser.pressing("桥").state.filter.error == nil)
  }

  @Test func countsAnswerHowManyIfThisWereChosen() throws {
    let browser = Harness(80, 24).pressing("c 山西 Enter c")
    guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); return }
    #expect(picker.rows.first { $0.label == "濮阳" }?.count == 3)
    #expect(picker.marked == ["长治"])
    for (index, row) in picker.rows.enumerated() where row.choice != .heading {
      var chosen = browser.state
      var picker = picker
      picker.selected = index
      chosen.panel = .picker(picker)
      var harness = browser
      harness.state = chosen
      #expect(harness.pressing("Enter").state.visible.count == row.count, "\(row.label)")
    }
  }

  @Test func lateAnswersAreDropped() throws {
    var browser = Harness(80, 24)
    let first = update(.key(.character("/")), &browser.state) + update(.key(.character("桥")), &browser.state)
    guard case .filter(let late)? = first.last else { Issue.record("nothing asked"); return }
    browser.press("Backspace 渠")
    late.answer().map { browser.send($0) }
    #expect(browser.state.visible.count == 3)
  }

  @Test func anAnswerCoversArticlesThatCameMeanwhile() throws {
    var browser = Harness(80, 24, files: Array(Fixture.files.prefix(1)))
    _ = update(.key(.character("/")), &browser.state)
    guard case .filter(let question)? = update(.key(.character("桥")), &browser.state).first else { return }
    browser.send(.loaded(Array(Fixture.files.dropFirst())))
    question.answer().map { browser.send($0) }
    #expect(browser.state.visible.map { browser.state.holdings.articles[$0].id } == ["a5"])
  }

  /// The list is complete in the end, however much came while somebody else was asked; only little is looked through
  /// where keys are waited for.
  @Test(arguments: [1, 700])
  func manyArticlesAreLookedThroughElsewhere(_ meanwhile: Int) throws {
    func file(_ name: String, _ count: Int) -> ReadFile {
      let articles = (0..<count).map { number in
        let text = number % 3 == 0 ? "桥上。" : "渠边。"
        return Article(
          id: "\(name)\(number)", file: name, kind: .news, lines: [], paragraphs: [Paragraph(text: text)])
      }
      return ReadFile(file: name, articles: articles)
    }
    var browser = Harness(80, 24, files: [file("a", 3)]).pressing("/ 桥")
    let effects = update(.loaded([file("b", 900)]), &browser.state)
    guard case .filter(let question)? = effects.first else { Issue.record("nothing asked"); return }
    #expect(browser.state.matches.count == 1)
    browser.send(.loaded([file("c", meanwhile)]))
    question.answer().map { browser.send($0) }
    #expect(browser.state.matches.count == 1 + 300 + (meanwhile + 2) / 3)
    #expect(browser.state.asked == nil)
  }

  @Test func aStaleQuestionStops() throws {
    var browser = Harness(80, 24)
    _ = update(.key(.character("/")), &browser.state)
    guard case .filter(let question)? = update(.key(.character("桥")), &browser.state).first else { return }
    #expect(question.answer(isStale: { true }) == nil)
  }

  @Test func theSelectionStaysOnItsArticleWhileMoreAreRead() {
    var browser = Harness(80, 24).pressing("j")
    browser.send(.loaded(Fixture.files))
    #expect(selectedID(browser) == "a2")
    #expect(browser.state.visible.count == 14)
  }

  struct Leaving: Sendable {
    var keys: String
    var isReading: Bool
    var hasPanel: Bool
    var quits: Bool
  }

  @Test(arguments: [
    Leaving(keys: "q", isReading: false, hasPanel: false, quits: true),
    Leaving(keys: "Esc", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "Enter", isReading: true, hasPanel: false, quits: false),
    Leaving(keys: "Enter q", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "Enter Esc", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "r", isReading: false, hasPanel: true, quits: false),
    Leaving(keys: "r r", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "r i", isReading: false, hasPanel: true, quits: false),
    Leaving(keys: "Enter r q", isReading: true, hasPanel: false, quits: false),
    Leaving(keys: "? q", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "e Esc", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "c Esc", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "c q", isReading: false, hasPanel: true, quits: false),
    Leaving(keys: "/ q", isReading: false, hasPanel: false, quits: false),
    Leaving(keys: "/ Ctrl-C", isReading: false, hasPanel: false, quits: true),
    Leaving(keys: "c Ctrl-C", isReading: false, hasPanel: true, quits: true),
  ])
  func leaves(_ row: Leaving) {
    let browser = Harness(80, 24).pressing(row.keys)
    #expect(browser.state.isReading == row.isReading)
    #expect((browser.state.panel != nil) == row.hasPanel)
    let quits = browser.asked.contains { if case .quit = $0 { true } else { false } }
    #expect(quits == row.quits)
  }

  @Test func suspendingAndRedrawingAreAskedForInEveryMode() {
    for mode in ["", "Enter", "/", "c", "?"] {
      let browser = Harness(80, 24).pressing(mode + " Ctrl-Z Ctrl-L")
      #expect(browser.asked.count == 2)
    }
  }

  @Test func everyKeyOfTheKeymapDoesSomethingInSomeMode() {
    for binding in Keymap.bindings {
      #expect(!binding.keys.isEmpty && !binding.modes.isEmpty)
      for mode in binding.modes {
        for key in binding.keys { #expect(Keymap.action(of: key, in: mode) == binding.action) }
      }
    }
  }

  @Test func theHelpNamesEveryBinding() {
    let help = PanelText.help(Harness(80, 24).state).flatMap(\.parts).map(\.text)
    for binding in Keymap.bindings { #expect(help.contains(binding.meaning(in: .chinese))) }
  }
}

@Suite struct ReadingTests {
  private func top(_ browser: Harness) -> Int {
    var state = browser.state
    state.settle()
    return state.detailTop
  }

  @Test func scrollsByLinesAndPages() {
    let browser = Harness(80, 12).pressing("j j j Enter")
    #expect(top(browser.pressing("j j j")) == 3)
    #expect(top(browser.pressing("j j k")) == 1)
    #expect(top(browser.pressing("Space")) == 10)
    #expect(top(browser.pressing("Space PgUp")) == 0)
    #expect(top(browser.pressing("Ctrl-D")) == 5)
    #expect(top(browser.pressing("G")) == top(browser.pressing("Space Space Space Space")))
    #expect(top(browser.pressing("G g")) == 0)
  }

  @Test func theDetailPaneScrollsWhenItHasTheFocus() {
    let browser = Harness(120, 20).pressing("j j j Tab j j")
    #expect(browser.state.article?.id == "a4")
    #expect(top(browser) == 2)
    #expect(browser.pressing("Tab j").state.article?.id == "a5")
  }

  @Test func remembersItsPlaceForEachArticle() {
    let browser = Harness(80, 20).pressing("j j j Enter j j j j j")
    #expect(top(browser.pressing("] [")) == 5)
    #expect(top(browser.pressing("q Enter")) == 5)
  }

  @Test func resizingKeepsArticleAndPlace() throws {
    var browser = Harness(80, 20).pressing("j j j Enter j j j j j j")
    browser.state.settle()
    let before = try #require(browser.state.document).lines[top(browser)].place
    for size in [(30, 9), (200, 12), (10, 3), (45, 10), (80, 20)] {
      browser.send(.resize(Size(columns: size.0, rows: size.1)))
      browser.state.settle()
      #expect(browser.state.article?.id == "a4")
    }
    #expect(try #require(browser.state.document).lines[top(browser)].place == before)
  }

  @Test func hitsAreVisitedAcrossArticles() {
    let browser = Harness(80, 20).pressing("/ 渠 Enter n")
    let first = browser.state.currentHit
    #expect(first != nil)
    #expect(browser.pressing("n N").state.currentHit == first)
    var walking = browser
    var articles: [String] = []
    for _ in 0..<100 {
      if let id = walking.state.article?.id, articles.last != id { articles.append(id) }
      walking.press("n")
    }
    #expect(articles == ["a1", "a3", "a4"])
    #expect(walking.state.message != nil)
  }

  @Test func hitsAreOnTheScreenWhenVisited() {
    var browser = Harness(60, 12).pressing("/ 渠 Enter Enter")
    for _ in 0..<30 {
      browser.press("n")
      let grid = browser.grid
      let cells = (0..<12).flatMap { row in (0..<60).map { grid[$0, row] } }
      if browser.state.message == nil { #expect(cells.contains { $0.style.role == .currentHit }) }
    }
  }

  /// Keys that are typed ahead wait for the answer that they are about.
  @Test func aStepToAHitWaitsForTheAnswer() {
    var browser = Harness(60, 12)
    var answers: [Event] = []
    for key in Key.named("/") + Key.named("渠") + [.enter] {
      for case .filter(let question) in update(.key(key), &browser.state) {
        question.answer().map { answers.append($0) }
      }
    }
    browser.press("n")
    #expect(browser.state.message == nil)
    #expect(browser.state.currentHit == nil)
    answers.forEach { browser.send($0) }
    #expect(browser.state.currentHit != nil)
  }

  /// Keys change the filter that they will see, not the one that is still on the screen.
  @Test(arguments: [
    ("C D", "市:濮阳 日:2025-03-18"), ("C C", ""), ("/ 渠 Enter C", "渠 市:濮阳"), ("/ 渠 Enter c Enter", "渠 市:濮阳"),
  ])
  func keysTypedAheadLoseNoCondition(_ keys: String, _ text: String) {
    var browser = Harness(80, 24)
    let typed = keys.split(separator: " ").flatMap { Key.named(String($0)) }
    for key in typed {
      for case .count(let question) in update(.key(key), &browser.state) {
        question.answer().map { browser.send($0) }
      }
    }
    #expect(browser.state.filter.text == text)
  }

  /// What was asked of the bar before it was closed is not awaited in it any more.
  @Test func tabOffersAgainAfterTheBarWasClosed() {
    var browser = Harness(80, 24)
    for key in Key.named("/") + Key.named("市:") + [.tab, .enter] { _ = update(.key(key), &browser.state) }
    browser.press("/ Tab")
    #expect(browser.state.filter.text == "市:濮阳")
  }

  /// A key that changes the list is not pressed behind a panel that covers it.
  @Test(arguments: ["? / 渠 Enter", "? C", "e s", "? ]"])
  func thePanelThatCoversAllGivesWay(_ keys: String) {
    #expect(Harness(80, 24).pressing(keys).state.panel == nil)
  }

  @Test func anEmptyListIsSaidInReading() {
    #expect(Harness(80, 24).pressing("Enter / 无此词 Enter").screen[1] == " 没有符合筛选的文章")
  }

  @Test func withoutAFilterThereIsNoHit() {
    #expect(Harness(80, 20).pressing("n").state.message == "没有筛选词")
  }
}

@Suite struct HeldKeyTests {
  @Test func theDetailPaneMayWaitWhileAKeyIsHeldInTheList() {
    var browser = Harness(120, 20)
    browser.state.settle()
    browser.press("j")
    browser.state.settle(detailFollows: false)
    let held = browser.state.frame().rows
    #expect(held[1].contains("春灌开闸 万亩麦田喝上第一口水"))
    #expect(!held.contains { $0.contains("手艺不丢") })
    browser.state.settle()
    #expect(browser.state.frame().rows.contains { $0.contains("手艺不丢") })
  }

  @Test(arguments: ["Enter", "Tab", "/ 郑州"])
  func butNotWhereItIsWhatIsRead(keys: String) {
    var browser = Harness(60, 12)
    browser.state.settle()
    browser.press("j " + keys)
    browser.state.settle(detailFollows: false)
    #expect(browser.state.document?.key.article == browser.state.selected)
  }

  @Test func norAfterAResize() {
    var browser = Harness(120, 20)
    browser.state.settle()
    browser.press("j")
    browser.send(.resize(Size(columns: 110, rows: 20)))
    browser.state.settle(detailFollows: false)
    #expect(browser.state.document?.key.article == browser.state.selected)
  }
}

@Suite struct SortAndCompletionTests {
  @Test func sortsTheListAndSaysSo() {
    var browser = Harness(120, 20)
    let reading = browser.state.visible
    browser.press("s")
    #expect(browser.state.order == .date)
    #expect(Set(browser.state.visible) == Set(reading))
    #expect(browser.state.visible.first == 5)
    browser.press("s j")
    #expect(browser.screen.last?.contains("按城市 (s)") == true)
    browser.press("/ 渠 Enter")
    #expect(browser.state.visible.allSatisfy { browser.state.matches.contains($0) })
    browser.press("s s s")
    #expect(browser.state.order == .reading)
    #expect(browser.state.visible == browser.state.matches.filter { !browser.state.furniture[$0] })
  }

  @Test func completesByTab() {
    var browser = Harness(120, 20)
    browser.send(.indexed(IndexSegment(Fixture.files.flatMap(\.articles))))
    browser.press("/ 市:pu Tab")
    #expect(browser.state.filter.text == "市:濮阳")
    #expect(browser.screen.last?.contains("1/1  濮阳 3篇") == true)
    browser.press("Ctrl-U c Tab")
    #expect(browser.state.filter.text == "city:")
    browser.press("Ctrl-U 市: Tab Tab")
    #expect(browser.state.filter.text == "市:郑州")
    browser.press("Shift-Tab")
    #expect(browser.state.filter.text == "市:濮阳")
    browser.press("Ctrl-U 没 Tab")
    #expect(browser.state.filter.text == "没")
  }
}
