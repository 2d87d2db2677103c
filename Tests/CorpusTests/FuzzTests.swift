import Glibc
import Testing

@testable import Corpus

/// Random input, for long runs: KANBAO_FUZZ is the number of executions of each (a few thousand else), KANBAO_FUZZ_SEED
/// gives other input.
@Suite struct FuzzTests {
  private static let seed = getenv("KANBAO_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? 0
  private static let executions = getenv("KANBAO_FUZZ").flatMap { Int(String(cString: $0)) } ?? 1500

  private static let words = [
    "市:", "日:", "题:", "文:", "者:", "报:", "版:", "类:", "源:", "拼:", "city:", "date:none", "2025-03..", "..",
    "2025", "-", "!", "|", "(",
    ")", "（", "）", "｜", "：", "“", "\"", ",", "，", " ", "\u{3000}", "濮阳", "py", "puyang", "无", "3-17", "～",
    "\\", "\u{0}", "🙂", "\u{301}",
  ]

  /// A filter is understood, or the error's place is in the text and its sentence can be made.
  @Test func filterParsing() {
    var random = SeededNumbers(state: 201 + Self.seed << 16)
    let article = Article(
      id: "a", file: "f", kind: .news, lines: [1...1], paragraphs: [Paragraph(text: "濮阳的春灌，二〇二五年。")])
    for _ in 0..<Self.executions {
      let text = random.text(of: Self.words, upTo: 12)
      do throws(FilterError) {
        _ = try Filter(parsing: text).matches(article)
      } catch {
        #expect(
          !error.message(in: .chinese).isEmpty && !error.message(in: .english).isEmpty,
          "\(text.debugDescription)")
      }
    }
  }

  @Test func pinyin() {
    var random = SeededNumbers(state: 202 + Self.seed << 16)
    let letters = "abcdefghijklmnopqrstuvwxyz'".map(String.init)
    let hanzi = ["濮", "阳", "长", "治", "重", "庆", "a", "，", "乐", "行", "🙂", "龘"]
    for _ in 0..<Self.executions {
      let text = Array(random.text(of: hanzi, upTo: 12).unicodeScalars)
      guard let query = PinyinQuery(random.text(of: letters, upTo: 8)) else { continue }
      if let match = query.firstMatch(in: text) {
        #expect(match.lowerBound >= 0 && match.upperBound <= text.count && !match.isEmpty)
      }
    }
  }

  /// Every raw line that is not blank is in exactly one article, whatever the page is made of.
  @Test func pageSplitting() {
    var random = SeededNumbers(state: 203 + Self.seed << 16)
    let lines = [
      "", "", "本报讯（记者 林晓舟）连日来，我市抢抓", "农时，组织群众开展春灌。", "我市春灌工作", "全面展开", "2025年3月17日 星期一", "濮阳日报",
      "（下转第二版）", "（上接第一版）", "责任编辑 周小禾", "□林晓舟", "——副题一行", "图为村民查看水位。", "一", "、", "abc def", "\u{0}", "🙂🙂",
      "新华社北京3月17日电", "公告", "本版", "1", "   ", String(repeating: "长", count: 200),
    ]
    for step in 0..<max(1, Self.executions / 10) {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        lines.randomElement(using: &random) ?? ""
      }
      .joined(separator: "\n")
      let page = Page(file: "p.txt", text: text)
      let articles = PageReader.articles(of: page)
      let found = articles.flatMap { $0.lines.flatMap { Array($0) } }.sorted()
      let isBlank = { (number: Int) in
        page.lines[number - 1].unicodeScalars.allSatisfy { $0.properties.isWhitespace }
      }
      let expected = page.lines.indices.map { $0 + 1 }.filter { !isBlank($0) }
      guard found.filter({ !isBlank($0) }) == expected else {
        Issue.record("step \(step): \(text.debugDescription) loses or doubles lines")
        return
      }
    }
  }
}
