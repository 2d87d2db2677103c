import Testing

@testable import Corpus

@Suite struct AssemblyPartsTests {
  private static func best(of candidates: [(Int, Double)]) -> [Int] {
    var ranking = Ranking<Int>(limit: 3)
    for (candidate, score) in candidates { ranking.add(candidate, score) }
    return ranking.best.map(\.candidate)
  }

  /// Some candidates are weighed before others that come earlier.
  @Test func aRankingDoesNotDependOnTheOrderOfItsCandidates() {
    let candidates = [(0, 1.0), (1, 2.0), (2, 1.0), (3, 0.5), (4, 2.0), (5, 1.0)]
    #expect(Self.best(of: candidates) == [1, 4, 0])
    #expect(Self.best(of: candidates.reversed()) == [1, 4, 0])
    #expect(Self.best(of: candidates.sorted { $0.1 < $1.1 }) == [1, 4, 0])
  }

  @Test func aRankingTellsWhatItMayTake() {
    var ranking = Ranking<Int>(limit: 1)
    #expect(ranking.mayTake(-100))
    ranking.add(5, 1)
    #expect(ranking.mayTake(1))
    #expect(!ranking.mayTake(0.9))
    ranking.removeAll()
    #expect(ranking.mayTake(-100))
  }

  @Test func theEndOfAStoryKeepsItsFirstPieceAndTheLastOnes() {
    var end = StoryEnd()
    for piece in 3...12 { end.append(piece) }
    #expect((0..<end.count).map { end[$0] } == [3, 8, 9, 10, 11, 12])
    #expect(end.last == 12)
  }

  /// What every piece of one long story costs, from the first one on.
  private static func walk(_ bodies: [Int], _ tails: inout StoryTails) -> [Double] {
    tails.turn(to: bodies[0], after: bodies[0])
    var costs = [tails.opening(afterOpen: false)]
    var tail = tails.opened()
    for (last, body) in zip(bodies, bodies.dropFirst()) {
      tails.turn(to: body, after: last)
      costs += [tails.goingOn(tail), tails.breaking(tail), tails.opening(afterOpen: tails.isOpen(tail))]
      tail = tails.extended(tail)
    }
    return costs + [tails.leaving(tail)]
  }

  /// A page is gone through again and again, from its first piece on: what pieces cost stays the same.
  @Test func theEndsOfStoriesMayTurnBack() {
    let page = LabelledPage([
      (.head, "夜校开课"), (.opening, "本报讯 夜校开课三周，来听课的人一周多过一周。"), (.paragraph, "学会了记账，心里"),
      (.head, "渠水进村"), (.paragraph, "村里的水渠修了三年，上周通水。"), (.byline, "（王小明）"), (.paragraph, "米铺巷装上路灯。"),
    ])
    let costs = AssemblyCosts(pieces: page.pieces, affinity: page.affinity, weights: .trained)
    var (tails, fresh) = (StoryTails(page.bodies[0], costs), StoryTails(page.bodies[0], costs))
    _ = StoryAssembly.owners(of: page.bodies, &tails)
    let once = Self.walk(page.bodies, &tails)
    #expect(once.count == 11 && Set(once).count > 5)
    #expect(Self.walk(page.bodies, &tails) == once)
    #expect(Self.walk(page.bodies, &fresh) == once)
    #expect(
      once[0]
        == costs.opening(page.bodies[0], costs.gap(before: page.bodies[0], after: nil), afterOpen: false))
  }

  @Test func pairsAreListedWithThePiecesThatHaveThem() {
    let rows = NumberRows([[0, 2], [2, 3], [2]])
    #expect(rows.count == 3 && Array(rows[1]) == [2, 3])
    let lists = NumberLists(count: 4, of: rows, holders: { [1, 0, 2, 0][$0] }, where: { $0 != 1 })
    let held = (0..<4).map { number in lists.range(of: Int32(number)).map { lists[$0] } }
    #expect(held == [[0], [], [0, 2], []])
  }

  @Test func aSetOfNumbersIsInOrder() {
    var set = NumberSet(below: 200)
    for number in [130, 3, 64, 3, 199, 0] as [Int32] { set.insert(number) }
    #expect(set.sorted == [0, 3, 64, 130, 199])
  }

  /// Parts of a paragraph are joined when stray spaces are gone from each: what is joined has none left.
  @Test(arguments: ["打 造 庆 祝", "全党 开展 a b", "3 月 17 日 电", "Apple  Inc 苹果 公司", "甲 乙丙 丁"])
  func textWithoutStraySpacesStaysAsItIs(line: String) {
    let once = Reflow.inline(Scalars(of: line))
    #expect(Reflow.inline(once) == once)
    #expect(Reflow.join([once, once]) == Reflow.inline(Reflow.join([once, once])))
  }
}
