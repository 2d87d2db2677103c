import Testing

@testable import Corpus

@Suite struct PackedPageTests {
  private static let pieces = [
    "河", "堤上", "新华社北京3月17日电", "　", " ", "a", "\u{301}", "👩‍🌾", "\u{0}", "，", "水利工程进入收尾阶段", "\u{20000}",
  ]

  /// Lines of which some are in the articles as they are, some cut, some not at all.
  @Test(arguments: 1...30)
  func keepsLines(_ seed: UInt64) {
    var random = SeededNumbers(state: seed)
    let size = seed % 5 == 0 ? 3000 : Int.random(in: 0...40, using: &random)
    let lines = (0..<size).map { _ in random.text(of: Self.pieces, upTo: 12) }
    let articles = Self.articles(of: lines, &random)
    let packed = PackedPage(lines, articles: articles)
    #expect(packed.lines(with: articles[...]) == lines)
    for number in [0, 1, size / 2, size - 1, size] {
      let line = lines.indices.contains(number) ? lines[number] : nil
      #expect(packed.line(at: number, with: articles[...]) == line)
    }
    #expect(packed.line(at: -1, with: articles[...]) == nil)
  }

  /// Articles made of lines in some order, with some left out, as joined paragraphs.
  private static func articles(of lines: [String], _ random: inout SeededNumbers) -> [Article] {
    var left = Array(lines.indices)
    var articles: [Article] = []
    while !left.isEmpty {
      let taken = left.prefix(Int.random(in: 1...60, using: &random))
      left.removeFirst(taken.count)
      let kept = taken.filter { $0 % 7 != 3 }.shuffled(using: &random)
      let paragraph = Paragraph(text: kept.map { lines[$0].filter { $0 != "　" } }.joined())
      articles.append(
        Article(
          id: "", file: "", kind: .news, lines: kept.map { $0 + 1...$0 + 1 }, paragraphs: [paragraph]))
    }
    return articles
  }

  @Test func takesATenthOfAPagesText() {
    var random = SeededNumbers(state: 3)
    let characters = (0..<400).compactMap { Unicode.Scalar(0x4E00 + $0).map { String($0) } }
    let lines = (0..<500).map { _ in
      (0..<22).map { _ in characters.randomElement(using: &random) ?? "" }.joined()
    }
    let articles = stride(from: 0, to: 500, by: 50).map { first in
      Article(
        id: "", file: "", kind: .news, lines: [first + 1...first + 50],
        paragraphs: [Paragraph(text: lines[first..<first + 50].joined())])
    }
    let packed = PackedPage(lines, articles: articles)
    let size = lines.reduce(0) { $0 + $1.utf8.count }
    #expect(packed.footprint * 10 < size)
  }

  /// Bodies that are not those it was packed with give other text, and no harm.
  @Test func staysSafeWithOtherArticles() {
    let body = String(repeating: "水利工程进入收尾阶段。", count: 20)
    var article = Article(id: "", file: "", kind: .news, lines: [1...2], paragraphs: [Paragraph(text: body)])
    let packed = PackedPage([body, "另一行"], articles: [article])
    article.paragraphs = [Paragraph(text: "短")]
    #expect(packed.lines(with: [article]).count == 2)
    #expect(packed.lines(with: []).count == 2)
  }

  @Test func holdingsGivePagesOfManyFiles() {
    var holdings = Holdings()
    for number in 0..<3 {
      let lines = ["报头\(number)", "", "一条新闻写在第\(number)个文件里，说的是修路。"]
      let article = Article(
        id: "\(number)", file: "\(number).txt", kind: .news, lines: [3...3],
        paragraphs: [Paragraph(text: lines[2])])
      holdings.add(
        ReadFile(file: "\(number).txt", page: Page(file: "\(number).txt", lines: lines), articles: [article]))
    }
    for number in 0..<3 {
      let page = holdings.page(of: "\(number).txt")
      #expect(page?.lines == ["报头\(number)", "", "一条新闻写在第\(number)个文件里，说的是修路。"])
      #expect(holdings.line(1, of: "\(number).txt") == "报头\(number)")
      #expect(holdings.line(4, of: "\(number).txt") == nil)
    }
    #expect(holdings.page(of: "3.txt") == nil)
  }

  @Test(arguments: [0, 1, 127, 128, 300, 1 << 20, Int.max, -1, -64, -65, Int.min + 1])
  func smallNumbers(_ number: Int) {
    var bytes: [UInt8] = []
    bytes.append(signed: number / 2)
    bytes.append(number: number)
    var reader = NumberReader(bytes)
    #expect(reader.nextSigned() == number / 2)
    #expect(reader.next() == max(0, number))
    #expect(reader.isAtEnd && reader.next() == 0)
  }
}
