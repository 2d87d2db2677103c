import Testing

@testable import Corpus

struct LineCensusTests {
  /// Long lines and short ones, of few bytes a character and of many, end within the bytes that are read together.
  @Test(arguments: [
    "a", "记者", "（下转第二版）", "本报讯 6月8日，", "2025年06月11日 星期三", "𠀀𠮷 é ß １２３ 〇○", "主编 王小明 责编 李大海 ，。、：-—",
    String(repeating: "十里春风，不如你。", count: 40) + "x",
  ])
  func aLineIsCountedAlikeWhileItIsDecodedAndBehind(_ text: String) throws {
    let line = try #require(Line(text, number: 1))
    let counted = LineCensus(Scalars(of: text))
    #expect(line.text.string == text)
    #expect(line.cells == counted.cells)
    #expect(line.spacedCells == counted.spacedCells)
    #expect(line.census.blanks == counted.blanks)
    #expect(line.census.commas == counted.commas)
    #expect(line.census.figures == counted.figures)
    #expect(line.census.hasPunctuation == counted.hasPunctuation)
    #expect(line.census.hasBrackets == counted.hasBrackets)
    #expect(line.census.signs == counted.signs)
  }

  @Test(arguments: [
    ("（下转第二版）", LineSigns.turn), ("（下轉第二版）", .turn), ("河畔晚报讯", .report), ("3", .masthead), ("３", .masthead),
    ("〇", .masthead), ("○", .masthead), ("河畔週刊", .masthead), ("责任校对", .editors), ("記者", .reporter),
  ])
  func aLineShowsItsSigns(_ text: String, _ sign: LineSigns) throws {
    #expect(try #require(Line(text, number: 1)).census.signs.contains(sign))
    #expect(try #require(Line("夏夜里的风", number: 1)).census.signs == [])
  }

  @Test func everyPaperAndEveryNumeralShowsTheSignOfMastheads() {
    for scalar in Masthead.tellingCharacters { #expect(LineCensus([scalar]).signs.contains(.masthead)) }
  }

  @Test(arguments: [
    ("三 江 口 早 餐", "三江口早餐", true, 0), ("春风送暖 百业复苏", "春风送暖百业复苏", false, 1), ("春风 百业复苏", "春风百业复苏", false, 0),
  ])
  func gapsAreToldWhileBlanksAreTaken(_ text: String, _ squeezed: String, _ isSpacedOut: Bool, _ gaps: Int)
    throws
  {
    let line = try #require(Line(text, number: 1))
    #expect(line.squeezed.string == squeezed)
    #expect(line.isSpacedOut == isSpacedOut)
    #expect(line.phraseGaps == gaps)
  }

  @Test func theBestWayToALabelComesFromTheFirstOfTheBest() {
    var steps = LabelScores(1)
    steps[.paragraph] = 5
    var ways = BestWays(from: .head, 0, LabelScores(2))
    ways.consider(.byline, 1, steps)
    ways.consider(.furniture, 0, steps)
    #expect(ways.origin(of: .head) == .head)
    #expect(ways.origin(of: .paragraph) == .byline)
    #expect(ways.scores[.paragraph] == 6)
    #expect(ways.scores.best == .paragraph)
  }
}
