import Testing

@testable import Corpus

/// Whatever a page holds, every line that is not blank is in exactly one article.
@Suite struct SegmentationConservationTests {
  @Test(arguments: 0..<60) func randomPagesAreConserved(seed: Int) {
    var text = RandomPage(seed: UInt64(seed))
    let page = Page(file: "p.txt", text: text.page())
    expectConserved(page)
  }

  @Test(arguments: [
    "", "\n\n", "　", "#", "###", "（", "）。", "④", "□", "——", "本报讯", "（上接第一版）", "2025年3月17日", "\u{FEFF}",
    "\u{0}\u{1}\u{7}", "a", "标题", "标题\n标题\n标题", "（下转第二版）\n（上接第一版）", "图为\n摄", "记者\n记者",
    "＃ 标题\r\n\r\n正文。\r正文。", "e\u{301}\u{200D}\u{FE0F}",
  ])
  func shortPagesAreConserved(text: String) {
    expectConserved(Page(file: "p.txt", text: text))
  }

  @Test func sameNameAndTextGiveTheSameIdentities() {
    var text = RandomPage(seed: 7)
    let page = Page(file: "a/p.txt", text: text.page())
    let moved = Page(file: "b/p.txt", lines: page.lines)
    #expect(PageReader.articles(of: page).map(\.id) == PageReader.articles(of: moved).map(\.id))
  }

  private func expectConserved(_ page: Page, sourceLocation: SourceLocation = #_sourceLocation) {
    let found = PageReader.articles(of: page).flatMap { $0.lines.joined() }
      .filter { Line(page.lines[$0 - 1], number: $0) != nil }
    let wanted = page.lines.indices.map { $0 + 1 }.filter { Line(page.lines[$0 - 1], number: $0) != nil }
    #expect(found.sorted() == wanted, sourceLocation: sourceLocation)
  }
}

/// Random lines of what pages hold, and of what they should not.
private struct RandomPage {
  private var generator: SeededNumbers
  private static let words = [
    "本报讯", "（记者 王小明）", "记者", "新华社北京3月17日电", "（上接第一版）", "（下转第二版）", "④", "（林晓）", "图为", "摄", "市图书馆",
    "2025年3月17日", "公告", "—— ", "# ", "### ", "□", "责任编辑：", "第3版", "“", "”", "（", "）", "《", "》", "，", "。", "：",
    "、", "？",
    "12", "12.5%", "E-mail", " ", "　", "\t", "\u{0}", "\u{200B}", "𠮷", "é", "🎉",
  ]

  init(seed: UInt64) { generator = SeededNumbers(state: seed) }

  mutating func page() -> String {
    (0..<Int.random(in: 0...50, using: &generator)).map { _ in line() }.joined(separator: "\n")
  }

  private mutating func line() -> String {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0...3: ""
    case 4: hanzi(600)
    case 5...9: hanzi(20) + Self.words[Int.random(in: 0..<Self.words.count, using: &generator)]
    default: (0..<Int.random(in: 1...6, using: &generator)).map { _ in word() }.joined()
    }
  }

  private mutating func word() -> String {
    Bool.random(using: &generator)
      ? Self.words[Int.random(in: 0..<Self.words.count, using: &generator)] : hanzi(12)
  }

  private mutating func hanzi(_ most: Int) -> String {
    let scalars = (0..<Int.random(in: 1...most, using: &generator)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0x4E00...0x4FFF, using: &generator))
    }
    return scalars.string
  }
}
