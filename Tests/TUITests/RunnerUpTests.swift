import Corpus
import Testing

@testable import TUI

/// The headline that was nearly chosen: marked, named, swapped in and out.
@Suite struct RunnerUpTests {
  private static func article(_ id: String, _ line: Int, _ headline: String, _ text: String) -> Article {
    var article = Article(
      id: id, file: "p.txt", kind: .news, lines: [line...line, line + 1...line + 1],
      paragraphs: [Paragraph(text: text, lines: [line + 1...line + 1])])
    article.headline = headline
    article.headlineLines = [line...line]
    article.evidence = [.headline: [Evidence(line: line, text: headline)]]
    article.city = "长治"
    return article
  }

  private static let files: [ReadFile] = {
    var bridge = article("b", 1, "便民桥合龙", "两岸村民少绕二十里。")
    var orchard = article("o", 3, "果农学剪枝", "果园里的剪枝课开了三天。")
    let alone = article("x", 5, "一篇独自的", "没有别的标题。")
    bridge.runnerUp = RunnerUp(block: orchard.headlineBlock, margin: 1.25)
    bridge.uncertain = [.headline]
    orchard.runnerUp = RunnerUp(block: bridge.headlineBlock, margin: 1.25)
    let lines = ["便民桥合龙", "两岸村民少绕二十里。", "果农学剪枝", "果园里的剪枝课开了三天。", "一篇独自的", "没有别的标题。"]
    return [
      ReadFile(
        file: "p.txt", page: Page(file: "p.txt", lines: lines), articles: [bridge, orchard, alone])
    ]
  }()

  private static func browser(_ keys: String, _ columns: Int = 100) -> Harness {
    Harness(columns, 16, .chinese, files: files).pressing(keys)
  }

  @Test func aHeadlineInDoubtIsMarkedInListAndReader() {
    let browser = Self.browser("")
    #expect(browser.screen[1].hasPrefix(" 不详      长治     ?便民桥合龙"))
    #expect(browser.screen[1].hasSuffix("便民桥合龙?"))
    #expect(browser.screen[2].hasPrefix(" 不详      长治      果农学剪枝"))
    let row = browser.grid.row(1)
    #expect(row.count { $0.content == .character("?") && $0.style == Style(.uncertain) } == 2)
    #expect(!Self.browser("j").screen[1].hasSuffix("?"))
  }

  @Test(arguments: [
    ("t", ["果农学剪枝", "便民桥合龙", "一篇独自的"], "换上次选标题（t 换回）"),
    ("t t", ["便民桥合龙", "果农学剪枝", "一篇独自的"], "换回原来的标题"),
    ("j t", ["果农学剪枝", "便民桥合龙", "一篇独自的"], "换上次选标题（t 换回）"),
    ("t j t", ["便民桥合龙", "果农学剪枝", "一篇独自的"], "换回原来的标题"),
    ("G t", ["便民桥合龙", "果农学剪枝", "一篇独自的"], "没有次选标题"),
    ("Enter t Esc", ["果农学剪枝", "便民桥合龙", "一篇独自的"], ""), ("i t Esc", ["果农学剪枝", "便民桥合龙", "一篇独自的"], ""),
  ])
  func oneKeySwapsItInAndBack(_ keys: String, _ headlines: [String], _ message: String) {
    let screen = Self.browser(keys, 60).screen
    for (row, headline) in headlines.enumerated() { #expect(screen[row + 1].hasSuffix(headline)) }
    #expect(message.isEmpty || screen[15].contains(message))
  }

  /// Text, raw lines and evidence follow.
  @Test func everythingShowsTheSwappedHeadline() throws {
    let browser = Self.browser("t")
    #expect(browser.screen[1].contains("果农学剪枝?"))
    #expect(browser.screen.contains { $0.contains("两岸村民少绕二十里") })
    let evidence = Self.browser("t i").screen
    let headline = try #require(evidence.firstIndex { $0.hasPrefix(" 标题") })
    #expect(evidence[headline].contains("果农学剪枝 ? 依据不足"))
    #expect(evidence[headline + 1].contains("第 3 行"))
    let raw = Self.browser("t r").screen
    #expect(raw.contains { $0.contains("3 = 果农学剪枝") })
    #expect(!raw.contains { $0.contains("1 = ") })
  }

  @Test func evidenceNamesTheRunnerUpAndHowNearItWas() throws {
    let evidence = Self.browser("i").screen
    let row = try #require(evidence.firstIndex { $0.contains("次选（t 换上）") })
    #expect(evidence[row].contains("果农学剪枝  差 1.2"))
    #expect(evidence[row + 1].contains("第 3 行"))
    #expect(!Self.browser("G i").screen.contains { $0.contains("次选") })
  }

  @Test func everyValueSaysHowSureItIs() {
    let evidence = Self.browser("G i").screen
    #expect(evidence.contains { $0.contains("标题         一篇独自的  可靠") })
    #expect(evidence.contains { $0.contains("城市         长治  较可靠") })
  }
}
