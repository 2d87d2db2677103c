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
