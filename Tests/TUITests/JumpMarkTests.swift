import Corpus
import Testing

@testable import TUI

@Suite struct JumpMarkTests {
  private static func article(_ paragraphs: [String]) -> Article {
    var article = Article(
      id: "j", file: "j.txt", kind: .news, lines: [1...4], paragraphs: paragraphs.map { Paragraph(text: $0) })
    article.headline = "渠水进村"
    (article.continuedFrom, article.continuedTo) = ("第一版", "第三版")
    return article
  }

  @Test(arguments: [
    ("渠水进了村。（下转第三版）", "（下转第三版）"), ("渠水进了村。 （下转 第三版·要闻） ", "（下转 第三版·要闻）"),
    ("渠水进了村。（转第三版）", "（转第三版）"), ("渠水进了村。(下转第三版", "(下转第三版"), ("渠水进了村。下转第三版", "下转第三版"),
    ("（上接第一版）清早", "（上接第一版）"), ("▲上接第一版 清早", "▲上接第一版"), ("【紧接第一版】清早", "【紧接第一版】"),
    ("渠水进了村。【轉第三版】", "【轉第三版】"), ("渠水进了村。▶轉第三版", "▶轉第三版"), ("◀上接第一版 清早（一）", "◀上接第一版"),
    ("他转第三版时停下", ""), ("（下转第二版）", ""), ("", ""),
  ])
  func findsTheMarkWithItsBrackets(_ text: String, _ mark: String) {
    let scalars = Array(text.unicodeScalars)
    let found = JumpMarks(Self.article([])).ranges(in: text).map { range in
      String(String.UnicodeScalarView(scalars[range]))
    }
    #expect(found == (mark.isEmpty ? [] : [mark]))
  }

  @Test func anArticleWithoutJumpsHasNoMarks() {
    var article = Self.article([])
    (article.continuedFrom, article.continuedTo) = (nil, nil)
    #expect(JumpMarks(article).ranges(in: "（下转第三版）").isEmpty)
  }

  /// A mark that is broken over two lines is dim on both; the text around it is not.
  @Test func marksAreDimWhereTheyStand() {
    let article = Self.article(["（上接第一版）清早渠水进了村，老耿蹲在地头看。", "浇一遍要三天。（下转第三版）"])
    let browser = Harness(34, 18, files: [ReadFile(file: "j.txt", articles: [article])]).pressing("Enter")
    let grid = browser.grid
    let body = """
           （上接第一版）清早渠水进了
       村，老耿蹲在地头看。
           浇一遍要三天。（下转第三版）
      """
    #expect(Array(grid.rows[4..<7]) == body.split(separator: "\n").map(String.init))
    #expect((4..<7).map { dim($0, grid) } == ["（上接第一版）", "", "（下转第三版）"])
    let narrow = Harness(28, 18, files: [ReadFile(file: "j.txt", articles: [article])]).pressing("Enter").grid
    #expect((4..<9).map { dim($0, narrow) } == ["（上接第一版）", "", "（下转第", "三版）", ""])
  }

  private func dim(_ row: Int, _ grid: Grid) -> String {
    (0..<grid.size.columns).reduce(into: "") { text, column in
      let cell = grid[column, row]
      guard case .character(let character) = cell.content, cell.style.role == .dim else { return }
      text.append(character)
    }
  }
}
