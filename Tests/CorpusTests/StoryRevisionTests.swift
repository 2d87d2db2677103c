import Testing

@testable import Corpus

/// Other divisions of a page than the one found first, for its headlines' sake.
@Suite struct StoryRevisionTests {
  /// A page whose body pieces are divided, and what a division costs, computed piece by piece.
  private struct Fixture {
    let page: LabelledPage
    let costs: AssemblyCosts
    /// What a decision on headlines is made of: its worth is what a test says.
    private let decision: HeadlineAssignment.Decision

    init(_ lines: [(label: LineLabel, text: String)]) {
      page = LabelledPage(lines)
      costs = AssemblyCosts(pieces: page.pieces, affinity: page.affinity, weights: .trained)
      decision = HeadlineAssignment(page.pieces, page.affinity).decision(
        for: page.bodies.isEmpty ? [] : [page.bodies])
    }

    /// A page of random lines.
    init(bodies: Int, _ random: inout SeededNumbers) {
      let words = ["渠水进村", "夜校", "竹篮", "路灯", "的老人说", "，", "。", "“学会了”", "三周", "1.", "装好了", "巷口"]
      var lines: [(label: LineLabel, text: String)] = []
      for _ in 0..<bodies {
        func text(_ end: String) -> String { "河" + random.text(of: words, upTo: 12) + end }
        if Int.random(in: 0..<3, using: &random) == 0 { lines.append((.head, text(""))) }
        if Int.random(in: 0..<6, using: &random) == 0 { lines.append((.byline, "（王小明）")) }
        let label = [LineLabel.opening, .paragraph, .paragraph, .continuation].randomElement(using: &random)
        let start = label == .opening ? "本报讯（记者 林晓舟）" : ""
        lines.append((label ?? .paragraph, start + text(Bool.random(using: &random) ? "。" : "")))
      }
      self.init(lines)
    }

    var bodies: [Int] { page.bodies }

    /// The division by the worth of its stories; `wanting`: how much more the headlines want.
    func division(
      share: Double, wanting: Double = 1e9, worth: @escaping ([[Int]]) -> Double
    ) -> StoryRevision.Division {
      StoryRevision.division(of: page.pieces, costs: costs, headlines: share) { [decision] stories in
        var decision = decision
        decision.worth = worth(stories)
        decision.wanting = wanting
        return decision
      }
    }

    /// What is found before any headline is asked.
    func found() -> [Int] {
      var tails = StoryTails(bodies[0], costs)
      return StoryAssembly.owners(of: bodies, &tails)
    }

    /// The divisions that are tried where none is better than the first.
    func tried() -> [[[Int]]] {
      var tried: [[[Int]]] = []
      _ = division(share: 1) { stories in
        tried.append(stories)
        return tried.count == 1 ? 0 : -1e6
      }
      return tried
    }

    /// The pieces of each story, by the stories of the pieces.
    func stories(_ owners: [Int]) -> [[Int]] {
      var order: [Int] = []
      for owner in owners where !order.contains(owner) { order.append(owner) }
      return order.map { owner in zip(bodies, owners).filter { $1 == owner }.map(\.0) }
    }

    /// The stories of the pieces, by the pieces of each.
    func owners(_ stories: [[Int]]) -> [Int] {
      bodies.map { body in stories.firstIndex { $0.contains(body) } ?? -1 }
    }

    /// What a division costs, and at each place but the first what that costs, and what the other stories above would:
    /// by their numbers, -1 for a new one.
    func cost(_ owners: [Int]) -> (sum: Double, places: [(own: Double, others: [Int: Double])]) {
      var memory = AssemblyMemory(pieces: page.pieces.count, pairs: page.affinity.pairCount)
      let first = costs.gap(before: bodies[0], after: nil)
      var sum = costs.opening(bodies[0], first, afterOpen: false)
      var places: [(own: Double, others: [Int: Double])] = []
      var ends = [owners[0]: costs.extended(StoryEnd(), by: bodies[0])]
      for at in bodies.indices.dropFirst() {
        let (body, last, above, own) = (bodies[at], bodies[at - 1], owners[at - 1], owners[at])
        let gap = costs.gap(before: body, after: last)
        let opening = costs.opening(body, gap, afterOpen: costs.facts[last].isOpen)
        var choices: [Int: Double] = [:]
        for (story, end) in ends {
          let odds = costs.breaking(body, ends[above] ?? end, gap, opening: opening, &memory)
          choices[-1] = -Logarithm.softplus(-odds)
          choices[story] =
            story == above
            ? -Logarithm.softplus(odds)
            : -Logarithm.softplus(-odds)
              + costs.takingUp(body, end, gap, after: last, opening: opening, &memory)
        }
        let cost = choices.removeValue(forKey: ends[own] == nil ? -1 : own) ?? .nan
        places.append((cost, choices))
        sum += cost
        ends[own] = costs.extended(ends[own] ?? StoryEnd(), by: body)
      }
      return (sum + costs.leaving(bodies[bodies.count - 1]), places)
    }

    /// All divisions behind one change that costs less than `reach` where it is made.
    func changes(of owners: [Int], within reach: Double) -> Set<[[Int]]> {
      var changes: Set<[[Int]]> = []
      for (at, place) in cost(owners).places.enumerated() {
        for (story, cost) in place.others where place.own - cost < reach {
          let moved = owners.indices.map { $0 > at && owners[$0] == owners[at + 1] ? story : owners[$0] }
          changes.insert(stories(moved))
        }
      }
      return changes
    }
  }

  /// Where headlines do not count, what is found first stays, or what is likelier without them.
  @Test func headlinesWithoutAShareSayNothing() {
    var random = SeededNumbers(state: 5)
    var others = 0
    for _ in 0..<100 {
      let fixture = Fixture(bodies: .random(in: 1...7, using: &random), &random)
      let found = fixture.found()
      var worths = random
      let division = fixture.division(share: 0) { _ in .random(in: -50...50, using: &worths) }
      #expect(division.stories == fixture.stories(division.owners))
      if division.owners == found { continue }
      others += 1
      #expect(division.worth > fixture.cost(found).sum)
    }
    #expect(others < 10)
  }

  /// The worth is what all pieces cost where they stand, and what the headlines say.
  @Test func aDivisionIsWorthWhatItsPiecesAndHeadlinesAre() {
    var random = SeededNumbers(state: 11)
    for _ in 0..<100 {
      let fixture = Fixture(bodies: .random(in: 1...12, using: &random), &random)
      var worths = random
      var said: [[[Int]]: Set<Double>] = [:]
      let division = fixture.division(share: 0.5) { stories in
        let worth = Double.random(in: -9...9, using: &worths)
        said[stories, default: []].insert(worth)
        return worth
      }
      let sum = fixture.cost(division.owners).sum + 0.5 * division.headlines.worth
      #expect(abs(division.worth - sum) < 1e-9)
      #expect(said[division.stories]?.contains(division.headlines.worth) == true)
    }
  }

  /// On pages of a few paragraphs every change that is not much less likely is tried, and no other.
  @Test func theRestOfAStoryMoves() {
    var random = SeededNumbers(state: 3)
    var count = 0
    for _ in 0..<100 {
      let fixture = Fixture(bodies: .random(in: 2...5, using: &random), &random)
      let found = fixture.found()
      let tried = fixture.tried()
      #expect(tried.first == fixture.stories(found))
      #expect(Set(tried.dropFirst()) == fixture.changes(of: found, within: 2))
      count += tried.count - 1
    }
    #expect(count > 0)
  }

  /// Headlines that want nothing more are given anew only where they could make up for what is lost.
  @Test func contentHeadlinesAreSeldomAsked() {
    var random = SeededNumbers(state: 4)
    for _ in 0..<60 {
      let fixture = Fixture(bodies: .random(in: 2...8, using: &random), &random)
      var asked: [[[Int]]] = []
      let division = fixture.division(share: 0.1, wanting: 0) { stories in
        asked.append(stories)
        return 0
      }
      #expect(asked.count <= fixture.tried().count)
      let least = fixture.cost(fixture.found()).sum - 0.1 * StoryRevision.surprise
      #expect(asked.allSatisfy { fixture.cost(fixture.owners($0)).sum > least - 1e-9 })
      #expect(fixture.cost(division.owners).sum >= fixture.cost(fixture.found()).sum - 1e-9)
    }
  }

  /// Whichever of them the headlines want stays.
  @Test func theDivisionThatHeadlinesWantIsFound() {
    var random = SeededNumbers(state: 8)
    for _ in 0..<40 {
      let fixture = Fixture(bodies: .random(in: 2...8, using: &random), &random)
      for wanted in fixture.tried() {
        let division = fixture.division(share: 2) { $0 == wanted ? 1000 : 0 }
        #expect(division.stories == wanted)
        #expect(division.headlines.worth == 1000)
      }
    }
  }

  /// Headlines want as many stories as there can be: one change after the other gives one more.
  @Test func aChangeMayFollowAnother() {
    var random = SeededNumbers(state: 21)
    var most = 0
    for _ in 0..<40 {
      let fixture = Fixture(bodies: 6, &random)
      let division = fixture.division(share: 1) { Double($0.count) * 1000 }
      most = max(most, division.stories.count - fixture.stories(fixture.found()).count)
      #expect(fixture.tried().allSatisfy { $0.count <= division.stories.count })
    }
    #expect(most > 1)
  }

  @Test(arguments: 0..<60) func everyPieceIsInOneStory(seed: Int) {
    var random = SeededNumbers(state: UInt64(seed))
    let fixture = Fixture(bodies: .random(in: 1...30, using: &random), &random)
    var worths = random
    let division = fixture.division(share: 1) { _ in .random(in: -20...20, using: &worths) }
    let firsts = division.stories.map { $0.first ?? -1 }
    #expect(division.stories.flatMap { $0 }.sorted() == fixture.bodies)
    #expect(division.stories.allSatisfy { !$0.isEmpty && $0 == $0.sorted() })
    #expect(firsts == firsts.sorted())
    #expect(division.stories == fixture.stories(division.owners))
    #expect(division.owners.count == fixture.bodies.count)
  }

  /// Changes cost as much as the page is long: no more than so many are tried, and none on a very long page.
  @Test(arguments: [(40, 2...25), (400, 2...25), (401, 1...1)])
  func longPagesStayAsTheyWereFound(bodies: Int, calls: ClosedRange<Int>) {
    var random = SeededNumbers(state: 2)
    let texts = ["夜校开课三周，来听课的人多了", "竹篮编好了。", "路灯亮到天明，电费一分不花", "渠水进村了。"]
    let fixture = Fixture(
      (0..<bodies).map { _ in
        (
          [.paragraph, .opening].randomElement(using: &random) ?? .paragraph,
          texts.randomElement(using: &random) ?? ""
        )
      })
    #expect(fixture.bodies.count == bodies)
    #expect(calls.contains(fixture.tried().count))
  }

  /// Two rounds of changes, even if each is better than all before.
  @Test func changesComeToAnEnd() {
    var random = SeededNumbers(state: 2)
    let fixture = Fixture(bodies: 40, &random)
    var calls = 0
    _ = fixture.division(share: 1) { _ in
      calls += 1
      return Double(calls) * 1000
    }
    #expect(calls > 2 && calls <= 49)
  }

  /// The headlines' places are those of the stories that stay.
  @Test func headlinesGoToTheStoriesOfTheDivision() {
    let page = LabelledPage([
      (.head, "夜校开课"), (.opening, "本报讯 夜校开课三周，来听课的人一周多过一周。"), (.head, "渠水进村"),
      (.opening, "本报讯 渠水进村，村里的水渠修了三年。"),
    ])
    let costs = AssemblyCosts(pieces: page.pieces, affinity: page.affinity, weights: .trained)
    let assignment = HeadlineAssignment(page.pieces, page.affinity)
    let division = StoryRevision.division(
      of: page.pieces, costs: costs, headlines: 1, assign: assignment.decision(for:))
    let again = assignment.decision(for: division.stories)
    #expect(division.headlines.places == again.places && division.headlines.places.count == 2)
    #expect(division.headlines.worth == again.worth)
  }

  @Test func aPageWithoutBodiesHasNoStories() {
    for fixture in [Fixture([]), Fixture([(.head, "渠水进村"), (.byline, "（王小明）")])] {
      var asked: [[[Int]]] = []
      let division = fixture.division(share: 1) { stories in
        asked.append(stories)
        return 5
      }
      #expect(asked == [[]])
      #expect(division.owners.isEmpty && division.stories.isEmpty)
      #expect(division.headlines.worth == 5)
    }
  }
}
