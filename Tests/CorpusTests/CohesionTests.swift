import Testing

@testable import Corpus

/// What single characters and windows of text tell.
@Suite struct CohesionTests {
  private static let rice = [
    "河畔镇的稻田今年换了新品种，稻穗比往年长，农户说一亩稻田能多收六十斤。", "稻田里装了水位计，农户在手机上看得见水深，稻穗灌浆时不再半夜看水。",
    "镇农技站说，明年新品种的稻田还要再添三百亩，愿意种的农户已经报名。",
  ]
  private static let choir = [
    "山村小学的合唱团每天下午练歌，音乐老师教孩子们认谱、打拍子。", "合唱团已有三十六名孩子，老师说，孩子们唱得最齐的是一首采茶歌。",
    "下个月，孩子们要去县城演出，音乐老师正忙着给合唱团缝演出服。",
  ]

  private static func cohesion(_ texts: [String]) -> Cohesion {
    let page = Page(file: "p.txt", lines: texts.flatMap { [$0, ""] })
    let lines = ReadLine.read(Line.lines(of: page), stack: MastheadStack([]))
    let pieces = Piece.pieces(of: lines, labels: lines.map { _ in .paragraph })
    let affinity = Affinity(pieces)
    return Cohesion(pieces, Paragraphs(pieces, affinity), affinity, SegmentationWeights.trained.cohesion)
  }

  @Test func textOnOneSubjectHangsTogether() {
    let cohesion = Self.cohesion(Self.rice + Self.choir)
    let inside = [1, 2, 4, 5].map { cohesion[$0] }
    #expect(inside.allSatisfy { $0 > cohesion[3] })
    #expect(cohesion[3] < 0)
  }

  @Test func aFewCharactersTellLittle() {
    let short = Self.cohesion(Self.rice + ["河堤修好了。"] + Self.choir)
    #expect(abs(short[3]) < 1.5)
  }

  @Test func theFirstParagraphHangsTogetherWithNothing() {
    #expect(Self.cohesion(Self.rice)[0] == 0)
  }

  @Test(arguments: 0..<40)
  func cohesionStaysWithinItsLimit(seed: Int) {
    var numbers = SeededNumbers(state: UInt64(seed))
    let characters = Array("河畔镇稻田农户孩子老师，。a1 ")
    let texts = (0..<Int.random(in: 2...9, using: &numbers)).map { _ in
      "河"
        + String(
          (0..<Int.random(in: 1...90, using: &numbers)).map { _ in
            characters.randomElement(using: &numbers) ?? "河"
          })
    }
    let cohesion = Self.cohesion(texts)
    let limit = SegmentationWeights.trained.cohesion.limit
    #expect((0..<texts.count).allSatisfy { abs(cohesion[$0]) <= limit })
  }

  @Test func theCharactersOfAPieceAreNumberedOnce() {
    let page = Page(file: "p.txt", lines: ["河畔河畔 a1", "", "畔上河"])
    let lines = ReadLine.read(Line.lines(of: page), stack: MastheadStack([]))
    let characters = PageCharacters(Piece.pieces(of: lines, labels: lines.map { _ in .paragraph }))
    var found: [[Int]] = [[], []]
    for piece in 0...1 { characters.forEach(in: piece) { found[piece].append($0) } }
    #expect(found == [[0, 1], [1, 2, 0]])
    #expect(characters.count == 3 && characters.total == 5)
  }

  @Test(arguments: [
    ("1.稻田要晒", 1), ("12、稻田要晒", 12), ("一、稻田", 1), ("（三）稻田", 3), ("(2)稻田", 2), ("④稻田", 4), ("●稻田", 0),
    ("■稻田", 0),
  ])
  func listItems(text: String, number: Int) {
    #expect(ListItem(Scalars(of: text))?.number == number)
  }

  @Test(arguments: ["1.5万亩稻田", "3月稻田", "一亩稻田", "（记者", "稻田", "", "1", "（一", "2019年、稻田", "99、稻田"])
  func whatIsNoListItem(text: String) {
    #expect(ListItem(Scalars(of: text)) == nil)
  }

  @Test(arguments: [
    ("1.甲", "2.乙", true), ("1.甲", "3.乙", false), ("1.甲", "2、乙", false), ("一、甲", "2、乙", false),
    ("一、甲", "二、乙", true),
    ("●甲", "●乙", true), ("●甲", "■乙", false), ("2.甲", "1.乙", false),
  ])
  func itemsFollowEachOther(upper: String, lower: String, follows: Bool) throws {
    let (upper, lower) = (
      try #require(ListItem(Scalars(of: upper))), try #require(ListItem(Scalars(of: lower)))
    )
    #expect(upper.isBefore(lower) == follows)
  }
}
