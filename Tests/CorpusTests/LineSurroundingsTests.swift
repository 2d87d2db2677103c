import Testing

@testable import Corpus

/// What stands around a line.
@Suite struct LineSurroundingsTests {
  private static let sentence = "沿街的木门刷了桐油，青石板路面全部换新，镇上的老人说，走在街上就像是回到了从前。"

  private static func around(_ lines: [String]) -> LineSurroundings {
    LineSurroundings(
      ReadLine.read(Line.lines(of: Page(file: "p.txt", lines: lines)), stack: MastheadStack([])))
  }

  /// Lines, and how many short ones stand in a row right above each, and below.
  @Test(
    arguments: [
      (["渠水进村", sentence, "夜校", "竹篮好", "米铺巷亮了", sentence], [0, 1, 0, 1, 2, 3], [0, 3, 2, 1, 0, 0]),
      // A short line that ends a sentence, and a long one that does not.
      (["夜校", "竹篮好", "渠水进村了。", sentence], [0, 1, 2, 0], [1, 0, 0, 0]),
      (["夜校", String(sentence.dropLast()), "渠水进村", sentence], [0, 1, 0, 1], [0, 1, 0, 0]),
      ([sentence], [0], [0]), ([], [], []),
    ] as [([String], [Int], [Int])])
  func shortLinesInARow(lines: [String], above: [Int], below: [Int]) {
    let around = Self.around(lines)
    #expect(around.shortAbove == above)
    #expect(around.shortBelow == below)
  }

  /// A short line has 25 characters at most.
  @Test(arguments: [(25, 1), (26, 0)]) func lengthsOfShortLines(count: Int, above: Int) {
    let lines = [Self.sentence, String(repeating: "街", count: count), Self.sentence]
    #expect(Self.around(lines).shortAbove == [0, 0, above])
  }

  @Test func nineShortLinesAreMany() {
    let names = ["夜", "夜校", "渠水进", "竹篮编好"]
    let around = Self.around([Self.sentence] + (0..<12).map { names[$0 % 4] } + [Self.sentence])
    #expect(around.shortAbove == [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9])
    #expect(around.shortBelow == around.shortAbove.reversed())
  }

  /// Lines of running text in a narrow column are short by their characters, but reach its edge.
  @Test func linesOfAColumnAreNoShortLines() {
    let around = Self.around(["沿街的木门刷了桐油，青石", "板路面全部换新，镇上的老", "人说，走在街上就像是回到"])
    #expect(around.shortAbove == [0, 0, 0])
    #expect(around.fullShare == 1)
  }

  @Test func sharesOfLines() {
    let around = Self.around(["渠水进村", "", "沿街的木门刷了桐油，青石", "板路面全部换新，镇上的老", "人说，就像回到从前。", "", "", "夜校"])
    #expect(around.blanksShare == 0.4)
    #expect(around.fullShare == Double(around.lines.count(where: \.isFull)) / 5)
    #expect(around.fullShare >= 0.4 && around.fullShare < 1)
  }

  @Test func noLinesHaveNoShares() {
    let around = Self.around([])
    #expect(around.blanksShare == 0 && around.fullShare == 0)
  }

  @Test(arguments: [(-1, nil), (0, 2), (1, 3), (2, nil)] as [(Int, Int?)])
  func linesBesideThePageAreNone(index: Int, count: Int?) {
    #expect(Self.around(["夜校", "渠水进"]).line(index)?.line.count == count)
  }
}

/// What kind of page decisions are made on.
@Suite struct PageSignsTests {
  /// A paragraph, and others that differ from it by what a test says.
  private static let paragraph = LabelledPage([(.paragraph, "河堤修好了。")]).pieces[0]

  private static func piece(_ kind: Piece.Kind) -> Piece {
    var piece = paragraph
    piece.kind = kind
    return piece
  }

  private static func signs(_ pieces: [Piece]) -> [String: Float] {
    var signs = Signs()
    PageSigns(pieces).add(to: &signs)
    #expect(signs.count == PageSigns.names.count)
    return Dictionary(uniqueKeysWithValues: PageSigns.names.enumerated().map { ($1, signs[$0]) })
  }

  @Test func aPageByItsParagraphs() {
    var bodies = [Piece](repeating: Self.paragraph, count: 10)
    bodies[0].opening.isDateline = true
    for at in 0..<2 { bodies[at].continues = true }
    for at in 0..<3 { bodies[at].ending = .open }
    for at in bodies.indices { bodies[at].isWrapped = at < 4 }
    for at in bodies.indices { bodies[at].blanksBefore = at < 6 ? 2 : 0 }
    bodies[9].text += Scalars(of: "通车了。")
    let others = (0..<7).map { _ in Self.piece(.head) } + (0..<8).map { _ in Self.piece(.byline) }
    #expect(
      Self.signs(others + bodies + [Self.piece(.furniture)])
        == [
          "pageBodies": 10, "pageWrapped": 0.4, "pageBlanks": 0.6, "pageLength": 6.4, "pageOpen": 0.3,
          "pageStrong": 0.1, "pageContinues": 0.2, "pageHeads": 0.7, "pageBylines": 0.8,
        ])
  }

  @Test(arguments: [(1, 1), (400, 400), (401, 400)]) func manyParagraphsAreMany(count: Int, says: Float) {
    #expect(Self.signs([Piece](repeating: Self.paragraph, count: count))["pageBodies"] == says)
  }

  @Test func aPageOfHeadlinesHasNoShares() {
    let signs = Self.signs([Self.piece(.head), Self.piece(.head)])
    #expect(signs["pageHeads"] == 2)
    #expect(
      ["pageWrapped", "pageBlanks", "pageLength", "pageOpen", "pageStrong"].allSatisfy { signs[$0] == 0 })
  }
}
