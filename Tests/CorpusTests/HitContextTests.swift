import Testing

@testable import Corpus

@Suite struct HitContextTests {
  /// Filter, body, the sentence with its hits in brackets.
  @Test(arguments: [
    ("渠", "春灌开始了。干渠放水，支渠也通。麦田青青。", "干[渠]放水，支[渠]也通。"),
    ("麦田", "放水。\n“水来了！”他说。麦田青青？好。", "[麦田]青青？"),
    ("他说", "“水来了！”他说。麦田青青。", "[他说]。"), ("水来", "好。“水来了！”他说。", "“[水来]了！”"),
    ("等等", "他记下了……等等再说。走。", "[等等]再说。"), ("什么", "什么？！没有。", "[什么]？！"),
    ("渠", "没有句号的渠", "没有句号的[渠]"), ("渠 -水", "渠水。", "[渠]水。"), ("後", "开后门。", "开[后]门。"),
    ("wto", "谈ＷＴＯ规则。", "谈[ＷＴＯ]规则。"), ("拼:qushui", "看。放渠水。", "放[渠水]。"), ("通。麦", "支渠通。麦田青。", "支渠[通。麦]田青。"),
    ("  渠", "　　\u{3000}干渠。", "干[渠]。"), ("文:渠 题:水", "渠水。", "[渠]水。"), ("门", "👨‍👩‍👧𠮷é。𠮷门开。", "𠮷[门]开。"),
  ])
  func showsTheFirstSentence(_ filter: String, _ body: String, _ expected: String) throws {
    let article = FilterFixture.make("x", "无关", body) { _ in }
    let context = try #require(try Filter(parsing: filter).context(in: article))
    #expect(marked(context) == expected)
  }

  @Test(arguments: ["没有", "题:渠", "市:渠", "-渠", "", "qu"])
  func isNothingWithoutAWordInTheBody(_ filter: String) throws {
    let article = FilterFixture.make("x", "渠", "干渠。") { $0.city = "濮阳" }
    #expect(try Filter(parsing: filter).context(in: article) == nil)
  }

  @Test func elseItIsTheLineAboveOrBelowTheHeadline() throws {
    let article = FilterFixture.make("x", "标题", "正文。") { ($0.kicker, $0.subheadline) = ("引题渠", "副题渠水") }
    #expect(marked(try #require(try Filter(parsing: "渠").context(in: article))) == "引题[渠]")
    #expect(marked(try #require(try Filter(parsing: "渠水").context(in: article))) == "副题[渠水]")
  }

  @Test(arguments: [
    ("渠", true), ("文:渠", true), ("拼:qu", true), ("qu", true), ("题:渠", false), ("-渠", false), ("市:渠", false),
    ("", false),
  ])
  func knowsWhetherWordsMayStandInBodies(_ filter: String, _ answer: Bool) throws {
    #expect(try Filter(parsing: filter).hasBodyWords == answer)
  }

  /// Whatever is found, the sentence is a part of the text, and each hit is a hit there too.
  @Test(arguments: 0..<10)
  func liesInTheText(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let pieces = ["渠", "水", "。", "！", "”", "“", "\n", " ", "a", "…", "，", "後", "👨‍👩‍👧"]
    for _ in 0..<200 {
      let body = numbers.text(of: pieces, upTo: 20)
      let article = FilterFixture.make("x", nil, body) { _ in }
      let filter = try Filter(parsing: ["渠", "水|a", "后"].randomElement(using: &numbers) ?? "渠")
      let context = filter.context(in: article)
      #expect((context != nil) == filter.matches(article), "\(body.debugDescription)")
      guard let context else { continue }
      #expect(article.paragraphs.contains { $0.text.contains(context.sentence) })
      #expect(context.hits == filter.hits(in: context.sentence, field: .body))
    }
  }

  private func marked(_ context: HitContext) -> String {
    let scalars = Array(context.sentence.unicodeScalars)
    var text = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if context.hits.contains(where: { $0.lowerBound == index }) { text.append("[") }
      text.append(scalar)
      if context.hits.contains(where: { $0.upperBound == index + 1 }) { text.append("]") }
    }
    return String(text)
  }
}
