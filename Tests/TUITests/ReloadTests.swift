import Corpus
import Glibc
import Testing

@testable import TUI

/// Files that change while they are looked at: the list and the cursor after they were read again.
@Suite struct ReloadTests {
  /// A folder of story files and a browser of it.
  private final class Corpus {
    let folder: String
    private(set) var browser: Harness
    var reader: CorpusReader { CorpusReader(paths: [folder]) }

    init(_ count: Int) throws {
      var template = Array("/tmp/kanbao-reload-XXXXXX".utf8CString)
      folder = try #require(mkdtemp(&template).map { String(cString: $0) })
      browser = Harness(100, 20, .english, files: [])
      for number in 1...count { try write(number) }
      browser = Harness(100, 20, .english, files: [])
      reader.read {
        browser.send(.loaded([$0])); return true
      }
      browser.asked = []
    }

    deinit {
      for number in 0...99 { unlink(path(number)) }
      rmdir(folder)
    }

    private func path(_ number: Int) -> String { "\(folder)/\(100 + number).txt" }

    func write(_ number: Int, _ headline: String? = nil, _ word: String = "麦田") throws {
      let text = "\(headline ?? "第\(number)座新桥通车")\n\n本报讯（记者 林晓舟）\(word)边的第\(number)座桥昨天通车，两岸的人少走十里路。\n"
      let file = try #require(fopen(path(number), "w"))
      fputs(text, file)
      fclose(file)
    }

    func remove(_ number: Int) { unlink(path(number)) }
    func press(_ keys: String) { browser.press(keys) }
    func send(_ event: Event) { browser.send(event) }
    func exchangeHeadlines(_ article: Int, _ other: Int) { browser.state.exchange(article, other) }
    func settle() { browser.state.settle() }
    func asked() -> Effect? { browser.asked.popLast() }

    /// Presses R and answers what is asked then.
    func reload() throws {
      browser.press("R")
      guard case .reload(let question)? = asked() else { throw Missing() }
      browser.state.settle()
      browser.send(try #require(question.answer(reader)))
      browser.state.settle()
    }

    var headline: String? { browser.state.article?.headline }
    var status: String { browser.screen[19] }
  }

  private struct Missing: Error {}

  @Test func whatChangedIsSaidAndReadByAKey() throws {
    let corpus = try Corpus(5)
    corpus.press("j j")
    try corpus.write(1, "第一座旧桥拆除")
    try corpus.write(0)
    corpus.remove(5)
    corpus.send(.changed(corpus.reader.changes(since: corpus.browser.state.holdings.stamps)))
    #expect(corpus.status.contains("3 files changed (R reads)"))
    #expect(corpus.headline == "第3座新桥通车")
    try corpus.reload()
    #expect(corpus.status.contains("2 files read again, 1 gone"))
    #expect(!corpus.status.contains("changed"))
    #expect(corpus.headline == "第3座新桥通车")
    #expect(
      corpus.browser.state.visible.map { corpus.browser.state.holdings.articles[$0].headline } == [
        "第0座新桥通车", "第一座旧桥拆除", "第2座新桥通车", "第3座新桥通车", "第4座新桥通车",
      ])
    guard case .watch(let stamps)? = corpus.browser.asked.last else { throw Missing() }
    #expect(corpus.reader.changes(since: stamps).isEmpty)
    try corpus.reload()
    #expect(corpus.status.contains("nothing has changed"))
  }

  @Test func exchangedHeadlinesStayWithTheirArticles() throws {
    let corpus = try Corpus(4)
    corpus.exchangeHeadlines(1, 2)
    try corpus.reload()
    #expect(corpus.browser.state.shownArticle(1).headline == "第3座新桥通车")
    corpus.remove(1)
    try corpus.reload()
    #expect(corpus.browser.state.shownArticle(0).headline == "第3座新桥通车")
    #expect(corpus.browser.state.shownArticle(1).headline == "第2座新桥通车")
    #expect(corpus.browser.state.shownArticle(2).headline == "第4座新桥通车")
  }

  @Test func theCursorStaysOnAnArticleThatChanged() throws {
    let corpus = try Corpus(5)
    corpus.press("j j")
    try corpus.write(3, nil, "渠水")
    try corpus.write(2, "第二座旧桥拆除")
    try corpus.reload()
    #expect(corpus.headline == "第3座新桥通车")
    #expect(corpus.browser.screen.joined().contains("渠水边的第3座桥"))
    try corpus.write(3, "另一座桥")
    try corpus.reload()
    #expect(corpus.headline == "另一座桥")
  }

  @Test(arguments: [(3, "第4座新桥通车"), (5, "第4座新桥通车")])
  func whereItsFileIsGoneTheNextIsSelected(_ number: Int, _ expected: String) throws {
    let corpus = try Corpus(5)
    corpus.press(Array(repeating: "j", count: number - 1).joined(separator: " "))
    corpus.remove(number)
    try corpus.reload()
    #expect(corpus.headline == expected)
    for number in 1...5 { corpus.remove(number) }
    try corpus.reload()
    #expect(corpus.headline == nil)
    try corpus.write(2)
    try corpus.reload()
    #expect(corpus.headline == "第2座新桥通车")
  }

  @Test func aFilterFindsWhatIsNewInIt() throws {
    let corpus = try Corpus(6)
    corpus.press("/ 渠水 Enter")
    #expect(corpus.browser.state.visible.isEmpty)
    try corpus.write(4, nil, "渠水")
    try corpus.reload()
    #expect(corpus.headline == "第4座新桥通车")
    try corpus.write(2, nil, "渠水")
    corpus.press("s")
    try corpus.reload()
    #expect(corpus.headline == "第4座新桥通车")
    #expect(corpus.browser.state.visible.count == 2)
  }

  /// While files are read again the user goes on: another filter, another order, a picker, the filter bar.
  @Test(arguments: ["/ 第3座 Enter", "s", "s s s", "c", "/ 第", "x", "r", "Enter", "i", "e"])
  func keysMeanwhile(_ keys: String) throws {
    let corpus = try Corpus(6)
    corpus.press("/ 桥 Enter j")
    try corpus.write(0)
    try corpus.write(3, nil, "渠水")
    corpus.remove(6)
    corpus.press("R")
    guard case .reload(let question)? = corpus.asked() else { throw Missing() }
    corpus.press("R")
    #expect(corpus.status.contains("still reading"))
    corpus.press(keys)
    corpus.send(try #require(question.answer(corpus.reader)))
    _ = corpus.status
    var fresh = Harness(100, 20, .english, files: [])
    corpus.reader.read {
      fresh.send(.loaded([$0])); return true
    }
    fresh.press("/ 桥 Enter j")
    fresh.press(keys)
    #expect(corpus.browser.state.visible == fresh.state.visible)
    #expect(corpus.browser.state.stories == fresh.state.stories)
    #expect(corpus.browser.state.index.count == 6)
  }

  /// Files come, go and change at random, and keys are pressed while they are read again.
  @Test(arguments: 1...6) func anyChangesAreSound(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let corpus = try Corpus(12)
    var question: ReloadQuestion?
    for step in 0..<400 {
      switch random.below(10) {
      case 0:
        try corpus.write(random.below(40), "第\(random.below(3))版新桥\(step)", ["麦田", "渠水"][random.below(2)])
      case 1: corpus.remove(random.below(40))
      case 2:
        corpus.send(.changed(corpus.reader.changes(since: corpus.browser.state.holdings.stamps)))
        corpus.press("R")
        if case .reload(let asked)? = corpus.asked() { question = asked }
      case 3:
        guard let answer = question?.answer(corpus.reader) else { continue }
        question = nil
        corpus.send(answer)
      default: corpus.send(.key(MonkeyTests.keys[random.below(MonkeyTests.keys.count)]))
      }
      if random.below(3) == 0 { corpus.settle() }
      guard corpus.browser.state.isSound else {
        Issue.record("unsound after step \(step)")
        return
      }
      if step % 7 == 0 { expectWholeCharacters(corpus.browser.grid) }
    }
  }

  @Test func speedIsShownWhileReading() {
    var browser = Harness(100, 20, .english, files: [])
    browser.state.isLoading = true
    browser.send(.loading(bytesPerSecond: 12_345_678))
    #expect(browser.screen[19].contains("reading: 0 files, 0 articles  12.3 MB/s"))
    browser.send(.loading(bytesPerSecond: 345_678))
    #expect(browser.screen[19].contains("345 KB/s"))
    browser.send(.loadingEnded)
    #expect(!browser.screen[19].contains("MB/s"))
  }
}
