import TUI
import Testing

@Suite struct TextTypesetterTests {
  static let narrow = CellWidth(ambiguous: .narrow)
  static let wide = CellWidth(ambiguous: .wide)

  private func set(_ text: String, _ measure: Int, hang: Bool = false, width: CellWidth = wide) -> [String] {
    Typesetter(width: width, measure: measure, hang: hang).lines(of: text).map(\.text)
  }

  @Test(arguments: [
    ("春风吹过江城", 8, ["春风吹过", "江城"]),
    ("春风吹过江城", 7, ["春风吹", "过江城"]),
    ("春风吹过，江城", 8, ["春风吹", "过，江城"]),
    ("春风吹过。”江城", 8, ["春风吹", "过。”江", "城"]),
    ("春风吹“过江”城", 8, ["春风吹", "“过江”", "城"]),
    ("春风吹——过江", 8, ["春风", "吹——过", "江"]),
    ("春风增长3.5%江城", 10, ["春风增长", "3.5%江城"]),
    ("见https://a.cn/b/c?d=1看", 10, ["见", "https://a.", "cn/b/c?d=1", "看"]),
    ("Supercalifragilistic好", 8, ["Supercal", "ifragili", "stic好"]),
    ("hello world", 7, ["hello", "world"]),
    ("　　春风  ", 8, ["春风"]),
    ("春风　吹过", 4, ["春风", "吹过"]),
    ("。。。。", 4, ["。。", "。。"]),
    ("“（《「『春", 4, ["“（", "《「", "『春"]),
    ("👨‍👩‍👧🇨🇳a", 4, ["👨‍👩‍👧🇨🇳", "a"]),
    ("\u{1B}春\n风", 4, ["␦春␦", "风"]),
    ("", 4, []),
    ("　 ", 4, []),
    ("春风", 0, ["春", "风"]),
  ])
  func setsLines(_ text: String, _ measure: Int, _ lines: [String]) {
    #expect(set(text, measure) == lines)
  }

  @Test(arguments: [
    ("春风吹过，江城", 8, ["春风吹过，", "江城"]),
    ("春风吹过", 8, ["春风吹过"]),
    ("春风吹过。", 8, ["春风吹过。"]),
    ("春风吹过。”江城", 8, ["春风吹", "过。”江", "城"]),
    ("春风吹过）江城", 8, ["春风吹", "过）江城"]),
    ("春风吹过， 江城", 8, ["春风吹过，", "江城"]),
    ("春风吹过， 江城", 9, ["春风吹过，", "江城"]),
  ])
  func hangsOnePauseOrStopMark(_ text: String, _ measure: Int, _ lines: [String]) {
    #expect(set(text, measure, hang: true) == lines)
  }

  @Test func ambiguousCharactersFillTheLineByMode() {
    #expect(set("“春”——风", 8, width: Self.narrow) == ["“春”——风"])
    #expect(set("“春”——风", 8, width: Self.wide) == ["“春”", "——风"])
  }

  @Test func indentsAsFarAsTheMeasureAllows() {
    let lines = Typesetter(width: Self.wide, measure: 8).lines(of: "春风吹过江城", firstIndent: 4, restIndent: 2)
    #expect(lines.map(\.text) == ["春风", "吹过江", "城"])
    #expect(lines.map(\.indent) == [4, 2, 2])
    #expect(lines.map(\.columns) == [4, 6, 2])
    #expect(Typesetter(width: Self.wide, measure: 3).lines(of: "春风", firstIndent: 4).map(\.indent) == [1, 0])
  }

  @Test func aLineKnowsItsPlaceInTheSource() {
    let lines = Typesetter(width: Self.wide, measure: 8).lines(of: "　春风 吹 👍🏽过江", firstIndent: 2)
    #expect(lines.map(\.text) == ["春风", "吹 👍🏽过", "江"])
    #expect(lines.map(\.start) == [1, 4, 9])
    #expect(lines.map(\.dropped) == [1, 0, 0])
    #expect(lines[0].columns(ofScalars: 2..<5, width: Self.wide) == 4..<6)
    #expect(lines[1].columns(ofScalars: 2..<5, width: Self.wide) == 0..<2)
    #expect(lines[1].columns(ofScalars: 7..<8, width: Self.wide) == 3..<5)
    #expect(lines[1].columns(ofScalars: 9..<10, width: Self.wide) == nil)
    #expect(lines[2].columns(ofScalars: 0..<10, width: Self.wide) == 0..<2)
  }

  @Test(arguments: [
    ("截至3月春风吹过江城码头", 11, ["截至3月春风", "吹过江城码", "头"]),
    ("截至3月春风吹过江城码头", 12, ["截至3 月春风", "吹过江城码头"]),
    ("“春”风5%吹过江城码头", 12, ["“春”风5%吹过", "江城码头"]), ("“春风吹过江城码头", 9, ["“春风吹过", "江城码头"]),
    ("春风GDP吹过江城", 10, ["春风GDP 吹", "过江城"]), ("截至3月", 8, ["截至3月"]),
  ])
  func spendsASpareColumnOnTheRaster(_ text: String, _ measure: Int, _ lines: [String]) {
    let set = Typesetter(width: Self.narrow, measure: measure).lines(of: text)
    #expect(set.map(\.shown) == lines)
    #expect(set.map(\.text) == lines.map { line in line.filter { $0 != " " } })
  }

  @Test(arguments: [
    ("全市召开经济工作会议", 14, ["全市召开经", "济工作会议"]),
    ("全市召开经济工作会议 部署明年任务", 24, ["全市召开经济工作会议", "部署明年任务"]),
    ("全市召开会议，部署明年任务", 20, ["全市召开会议，", "部署明年任务"]),
    ("春风吹过江城", 10, ["春风吹", "过江城"]),
    ("春风吹过江", 4, ["春风", "吹", "过江"]),
    ("春风", 10, ["春风"]),
    ("春", 2, ["春"]),
    ("好 春风吹过江城码头", 16, ["好 春风吹", "过江城码头"]),
    ("", 10, []),
  ])
  func balancesHeadlines(_ headline: String, _ measure: Int, _ lines: [String]) {
    #expect(Typesetter(width: Self.wide, measure: measure).balanced(headline).map(\.text) == lines)
  }
}
