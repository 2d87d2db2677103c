import Testing

@testable import Corpus

/// Where else a page has a line's words.
@Suite struct PairPlacesTests {
  private static func read(_ lines: [String]) -> [ReadLine] {
    ReadLine.read(Line.lines(of: Page(file: "p.txt", lines: lines)), stack: MastheadStack([]))
  }

  /// All, anywhere, above, below.
  private static func numbers(_ echo: PairPlaces.Echo) -> [Double] {
    [echo.all, echo.anywhere, echo.above, echo.below]
  }

  /// The same by looking for each pair in every line. The weights are halves: their sums are exact.
  private static func plain(_ lines: [ReadLine], _ line: Int) -> [Double] {
    let pairs = lines.map { Set(PairSet($0.line.squeezed).codes) }
    return pairs[line].reduce(into: [0, 0, 0, 0]) { sums, pair in
      let weight = max(0, CommonPairs.shared.cost(pair) - 9)
      let apart = lines.indices.filter { pairs[$0].contains(pair) }.map { $0 - line }
      sums[0] += weight
      if apart.contains(where: { abs($0) > 2 }) { sums[1] += weight }
      if apart.contains(where: { (-12..<0).contains($0) }) { sums[2] += weight }
      if apart.contains(where: { (1...12).contains($0) }) { sums[3] += weight }
    }
  }

  /// Lines of nothing to a few characters, some of them blank; pairs stand twice in a line, and often many lines apart.
  @Test(arguments: 0..<150) func echoesAreWhatLookingFindsThem(seed: Int) {
    var random = SeededNumbers(state: UInt64(seed))
    let characters = Array(["渠河水镇村夜校。", "渠水中国我们", "渠水ab1，　", "渠水夜校桥竹篮米铺灯"][seed % 4]).map(String.init)
    let length = [2, 4, 12][seed % 3]
    let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      random.text(of: characters, upTo: length)
    }
    let read = Self.read(lines)
    let places = PairPlaces(read)
    for line in read.indices { #expect(Self.numbers(places.echo(of: line)) == Self.plain(read, line)) }
  }

  /// How far below the other line, and whether the upper line has an echo anywhere and one near below.
  @Test(arguments: [
    (1, false, true), (2, false, true), (3, true, true), (12, true, true), (13, true, false),
    (28, true, false),
  ])
  func twoLinesApart(distance: Int, isAnywhere: Bool, isNear: Bool) {
    var lines = [String](repeating: "。", count: distance + 1)
    (lines[0], lines[distance]) = ("渠水", "渠水")
    let places = PairPlaces(Self.read(lines))
    let weight = places.echo(of: 0).all
    #expect(weight > 0)
    let (anywhere, near) = (isAnywhere ? weight : 0, isNear ? weight : 0)
    #expect(Self.numbers(places.echo(of: 0)) == [weight, anywhere, 0, near])
    #expect(Self.numbers(places.echo(of: distance)) == [weight, anywhere, near, 0])
  }

  @Test func aPairCountsOnceALine() {
    let places = PairPlaces(Self.read(["渠水渠水", "渠水，渠水"]))
    let pair = CommonPairs.shared.cost(PairSet(Scalars(of: "渠水")).codes[0]) - 9
    let back = CommonPairs.shared.cost(PairSet(Scalars(of: "水渠")).codes[0]) - 9
    #expect(Self.numbers(places.echo(of: 0)) == [pair + back, 0, 0, pair])
    #expect(Self.numbers(places.echo(of: 1)) == [pair, 0, pair, 0])
  }

  @Test(arguments: ["渠", "1", "。", "渠，水"]) func aLineWithoutPairsSaysNothing(line: String) {
    let places = PairPlaces(Self.read([line, line, line, line]))
    #expect(Self.numbers(places.echo(of: 3)) == [0, 0, 0, 0])
  }

  /// A headline stands far from its story, which says what it says; what the page's edge says nobody says again.
  @Test func aHeadlineComesBackAndChromeDoesNot() {
    let places = PairPlaces(
      Self.read([
        "米铺巷装上路灯", "竹篮编得又快又好", "责编 何田田 美编 邹小满", "夜校开课三周，来听课的人一周多过一周。", "老师说，下周教算盘和记账。",
        "“学会了记账，心里有底。”开小店的人说。", "米铺巷的路灯上周装好了，一共二十盏。", "巷里的人说，装上路灯以后走夜路不怕了。",
      ]))
    let (headline, chrome) = (places.echo(of: 0), places.echo(of: 2))
    #expect(headline.anywhere > headline.all / 2)
    #expect(chrome.all > 0 && chrome.anywhere == 0)
  }
}
