import Corpus
import Testing

@testable import TUI

/// From one half of a story to the other and back.
@Suite struct JumpTests {
  private static func half(
    _ id: String, page: String, from: String? = nil, to: String? = nil, _ text: String
  ) -> ReadFile {
    var article = Article(
      id: id, file: "d/\(page).txt", kind: .news, lines: [1...2],
      paragraphs: (1...30).map { Paragraph(text: "第\($0)段，\(text)。") })
    article.headline = text
    (article.page, article.continuedFrom, article.continuedTo) = (page, from, to)
    (article.paper, article.date) = ("濮阳晚报", PartialDate(year: 2025, month: 3, day: 17))
    return ReadFile(file: article.file, articles: [article])
  }

  private static let files = [
    half("j1", page: "1", to: "第二版", "渠水进村"), half("j2", page: "2", from: "第一版", to: "第三版", "渠水进村之后"),
    half("j3", page: "3", from: "第二版", "渠水回河"), half("j4", page: "4", to: "第八版", "没有下半篇"),
    half("j5", page: "5", "一篇完整的"),
  ]

  private static func browser(_ keys: String, _ columns: Int = 100, _ rows: Int = 12) -> Harness {
    Harness(columns, rows, .chinese, files: files).pressing(keys)
  }

  @Test(arguments: [
    ("f", "j2"), ("f f", "j3"), ("f f f", "j2"), ("f F", "j1"), ("f f F F", "j1"), ("f f F F F", "j1"),
    ("G k k F", "j2"), ("G k k F F", "j1"), ("Enter f", "j2"), ("r f", "j2"), ("G f", "j5"), ("G k f", "j4"),
    ("Enter f Esc", "j2"), ("/ 题:进村 Enter f f", "j2"),
  ])
  func followsToTheOtherHalfAndBack(_ keys: String, _ article: String) {
    #expect(Self.browser(keys).state.article?.id == article)
  }

  @Test(arguments: [
    ("G f", "这篇文章没有转版"), ("G k f", "第八版上没有找到另一半"), ("F", "没有可以返回的上半篇"),
    ("/ 题:进村 Enter f f", "另一半不在筛选结果中（x 清除）"),
  ])
  func saysWhyThereIsNoWay(_ keys: String, _ message: String) {
    #expect(Self.browser(keys).screen[11].contains(message))
  }

  /// The way back is still known when the filter that hid it is gone.
  @Test func theWayBackOutlastsAFilter() {
    #expect(Self.browser("f / 题:之后 Enter F x F").state.article?.id == "j1")
  }

  /// The half that was left is where it was when one comes back.
  @Test func thePlaceIsKept() {
    let left = Self.browser("Enter Space").screen
    #expect(Self.browser("Enter Space f F").screen == left)
  }

  @Test func theStatusLineOffersTheWayWhereThereIsOne() {
    #expect(Self.browser("").screen[11].contains("f 到第2版"))
    #expect(Self.browser("f f").screen[11].contains("f 到第2版"))
    #expect(Self.browser("f Enter").screen[11].contains("f 到第3版"))
    #expect(!Self.browser("G").screen[11].contains("f 到"))
    #expect(!Self.browser("G k").screen[11].contains("f 到"))
  }
}
