import Testing

@testable import Corpus

@Suite struct FilterTextTests {
  @Test(arguments: [
    ("", ["濮阳"], "市:濮阳"), ("道路", ["濮阳"], "道路 市:濮阳"), ("道路 ", ["濮阳", "郑州"], "道路 市:濮阳,郑州"),
    ("市:濮阳 道路", ["郑州"], "市:郑州 道路"), ("道路 city：濮阳，郑州", ["北京"], "道路 city:北京"), ("道路 市:濮阳", [], "道路"),
    ("市:濮阳 道路 市:郑州", ["北京"], "市:北京 道路"), ("-市:濮阳 道路", ["北京"], "市:北京 道路"), ("道路 市:", ["濮阳"], "道路 市:濮阳"),
    ("道路|积水", ["濮阳"], "(道路|积水) 市:濮阳"), ("市:濮阳|题:水", ["郑州"], "(市:濮阳|题:水) 市:郑州"),
    ("(市:濮阳) 道路", ["郑州"], "(市:濮阳) 道路 市:郑州"), ("\"道路", ["濮阳"], "市:濮阳 \"道路"), ("a -", ["濮阳"], "市:濮阳 a -"),
    ("a |", ["濮阳"], "市:濮阳 (a |)"), ("", ["无"], "市:无"), ("", ["none"], "市:\"none\""),
    ("", ["a b", "c,d"], "市:\"a b\",\"c,d\""),
    ("", ["a\"b"], "市:\"a\"\"b\""), ("市:\"濮阳\"道路", ["郑州"], "市:郑州 道路"), ("市:濮阳(a)", ["郑州"], "市:郑州(a)"),
  ])
  func setsCities(_ text: String, _ values: [String], _ result: String) {
    #expect(FilterText.setting(.city, to: values, in: text) == result)
  }

  @Test(arguments: [
    ("市:濮阳", ""), ("道路 市:濮阳", "道路"), ("市:濮阳 道路", "道路"), ("a 市:濮阳 b city:北京 c", "a b c"),
    ("a --市:濮阳 b", "a b"),
    ("a | 市:濮阳", "a | 市:濮阳"), ("(市:濮阳) a", "(市:濮阳) a"), ("a 市:", "a"),
    ("日:2025 市:濮阳,\"郑 州\" \"市:x\"", "日:2025 \"市:x\""),
  ])
  func removesCities(_ text: String, _ result: String) {
    #expect(FilterText.removing(.city, from: text) == result)
  }

  @Test(arguments: [
    ("市:濮阳,郑州 道路", ["濮阳", "郑州"]), ("市:“濮 阳”", ["濮 阳"]), ("-市:濮阳", []), ("市:", []), ("a|市:濮阳", []),
    ("市:无", ["无"]),
    ("市:濮阳 (", ["濮阳"]), ("日:2025", []),
  ])
  func readsCities(_ text: String, _ values: [String]) {
    #expect(FilterText.values(of: .city, in: text) == values)
  }

  @Test(arguments: [
    ("市:?", FilterField.city), ("道路 市：？", .city), ("城市:濮阳,?", .city), ("日:? 道路", .date), ("报:?", .paper),
    ("市:濮阳 日:?", .date), ("--市:?", .city), ("(a) 市:? (b|c)", .city), ("市:\"?\"", nil), ("市:=?", nil),
    ("市:濮?", nil), ("道路?", nil), ("?", nil), ("", nil), ("a) 市:?", nil), ("(市:\"?\")", nil),
  ])
  func seesWhatIsAskedFor(_ text: String, _ field: FilterField?) {
    let ask = FilterText.asked(in: text)
    #expect(ask?.field == field)
    #expect(ask?.isPlain != false)
  }

  /// Text, and what becomes of it where 濮阳 and 郑州 are chosen in the place that asks.
  @Test(arguments: [
    ("(市:? 桥)", "(市:濮阳,郑州 桥)"), ("桥 (城市：？｜河)", "桥 (城市:濮阳,郑州｜河)"), ("-市:?", "-市:濮阳,郑州"),
    ("道路|city:?", "道路|city:濮阳,郑州"), ("a ---市:? b", "a ---市:濮阳,郑州 b"), ("！（市:?）", "！（市:濮阳,郑州）"),
    ("市:长治 (市:?", "市:长治 (市:濮阳,郑州"), ("(市:安阳,? a)", "(市:濮阳,郑州 a)"), ("(市:?\"a\")", "(市:濮阳,郑州 \"a\")"),
    ("-(日:2025 -市:?)", "-(日:2025 -市:濮阳,郑州)"), ("e\u{301} (市:?|市:?)", "e\u{301} (市:濮阳,郑州|市:?)"),
  ])
  func fillsInWhatIsAskedForInItsPlace(_ text: String, _ result: String) throws {
    let ask = try #require(FilterText.asked(in: text))
    #expect(ask.field == .city && !ask.isPlain)
    #expect(FilterText.answering(ask, with: ["濮阳", "", "郑州"], in: text) == result)
    #expect(FilterText.answering(ask, with: [], in: text) == text)
  }

  @Test(arguments: [
    ("(市:安阳,?,=後,\"a b\")", ["安阳", "=後", "a b"]), ("-日:?", []), ("市:2 | 市:3,?", ["3"]),
  ])
  func knowsWhatStandsBesideTheQuestion(_ text: String, _ values: [String]) throws {
    #expect(try #require(FilterText.asked(in: text)).values == values)
  }

  /// A filter that asks, read as if the condition were fulfilled or not, is the filter with a condition put there that
  /// every article fulfils, or none.
  @Test(arguments: [
    ("(市:? 水)", "(_ 水)"), ("水 (日:? | 道路)", "水 (_ | 道路)"), ("-市:?", "-_"), ("水|-(市:? 道路)", "水|-(_ 道路)"),
    ("(水 (市:?", "(水 (_))"), ("-(-(水|市:?", "-(-(水|_))"),
  ])
  func readsWhatAsksBothWays(_ text: String, _ whole: String) throws {
    let ask = try #require(FilterText.asked(in: text))
    for (isFulfilled, condition) in [(true, "(类:新闻|-类:新闻)"), (false, "(类:新闻 -类:新闻)")] {
      let filter = try Filter(parsing: text, taking: ask, asFulfilled: isFulfilled)
      let parts = whole.split(separator: "_", omittingEmptySubsequences: false)
      let expected = try FilterFixture.found(parts.joined(separator: condition))
      #expect(FilterFixture.articles.filter(filter.matches).map(\.id).joined(separator: " ") == expected)
    }
  }

  @Test(arguments: [("(市:? |", 5..<6), ("(市:? 日:?)", 5..<8), ("市:? (", 4..<5), ("-市:? \"a", 5..<7)])
  func readsNoOtherFaultBothWays(_ text: String, _ range: Range<Int>) throws {
    let ask = try #require(FilterText.asked(in: text))
    let error = try #require(throws: FilterError.self) {
      _ = try Filter(parsing: text, taking: ask, asFulfilled: true)
    }
    #expect(error.range == range)
  }

  @Test(arguments: [
    ("道路 市:?", ["濮阳"], "道路 市:濮阳"), ("市:? 道路", ["濮阳", "郑州"], "市:濮阳,郑州 道路"),
    ("城市:？", [], ""),
  ])
  func fillsInWhatIsAskedFor(_ text: String, _ values: [String], _ result: String) {
    #expect(FilterText.setting(.city, to: values, in: text) == result)
  }

  @Test(arguments: ["2025", "2025-03", "2025-03-17", "03-17"])
  func writesDatesAsTheyAreRead(_ text: String) throws {
    #expect(FilterText.value(of: try #require(PartialDate(text))) == text)
    #expect(FilterText.value(of: try #require(PartialDate(month: 3))) == "3月")
  }

  static let pieces = [
    "市:", "日：", "city:", "is:", "濮阳", "a", "2025", "..", " ", "\u{3000}", "|", "｜", "-", "!", "(", ")", "（",
    "）", "\"", "“", "”",
    "「", "」", "＂", ",", "，", "=", "?", "无", "none", "\u{301}", "👨‍👩‍👧", "\r\n", "x:", "/", ":",
  ]

  /// Whatever was typed before, what a picker sets is what it reads back, once removed it is gone, and nothing
  /// crashes.
  @Test(arguments: 0..<25)
  func whatIsSetIsRead(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    for _ in 0..<200 {
      let text = numbers.text(of: Self.pieces, upTo: 12)
      let count = Int.random(in: 1...3, using: &numbers)
      let values = (0..<count).map { _ in numbers.text(of: Self.pieces, upTo: 4) }.filter { !$0.isEmpty }
      let set = FilterText.setting(.city, to: values, in: text)
      #expect(FilterText.values(of: .city, in: set) == values, "\(values) in \(text.debugDescription)")
      let removed = FilterText.removing(.city, from: text)
      #expect(FilterText.values(of: .city, in: removed).isEmpty, "from \(text.debugDescription)")
      guard let ask = FilterText.asked(in: text) else { continue }
      let answered = FilterText.answering(ask, with: ["濮阳"], in: text)
      #expect(FilterText.asked(in: answered) != ask, "in \(text.debugDescription)")
    }
  }

  /// Removing a field leaves the other tokens, and a correct filter correct.
  @Test(arguments: 0..<25)
  func removingLeavesTheRest(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let tokens = ["道路", "-积水", "市:濮阳", "-市:郑州", "city:\"a b\"", "日:2025", "(a|市:b)", "\"c d\"", "是:转版"]
    for _ in 0..<50 {
      let chosen = (0..<Int.random(in: 0...6, using: &numbers)).compactMap { _ in
        tokens.randomElement(using: &numbers)
      }
      let others = chosen.filter { !$0.contains("市:") && !$0.contains("city:") || $0.contains("(") }
      let removed = FilterText.removing(.city, from: chosen.joined(separator: " "))
      #expect(removed == others.joined(separator: " "))
      let set = FilterText.setting(.date, to: ["2024"], in: chosen.joined(separator: " "))
      #expect(try Filter(parsing: set) != Filter(parsing: ""))
    }
  }

  /// No text crashes the parser, and the place of an error lies in the text.
  @Test(arguments: 0..<25)
  func anyTextIsReadOrRefused(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    for _ in 0..<200 {
      let text = numbers.text(of: Self.pieces, upTo: 20)
      do {
        let filter = try Filter(parsing: text)
        for article in FilterFixture.articles { _ = filter.matches(article) }
      } catch {
        #expect(
          !error.range.isEmpty && error.range.upperBound <= text.count, "\(error) in \(text.debugDescription)"
        )
      }
    }
  }
}
