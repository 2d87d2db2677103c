import Testing

@testable import Corpus

/// Headline lines beside the stories of a page.
@Suite struct PlaceViewTests {
  /// Three stories, of which the first goes on below the others: pieces 1, 3 and 9; 5; 7.
  private let page = LabelledPage([
    (.head, "米铺巷装上路灯"), (.opening, "本报讯 米铺巷的路灯上周装好了，一共二十盏，巷里的人走夜路不怕了。"), (.head, "亮到天明：二十盏"),
    (.paragraph, "路灯用的是太阳能，亮到天明，电费一分不花。"), (.head, "夜校开课"), (.paragraph, "夜校开课三周，来听课的人一周多过一周。"),
    (.head, "竹篮编得又快又好"), (.paragraph, "编竹篮的老人今年七十二岁，一天编三只。"), (.head, "巷口的灯"),
    (.paragraph, "住在巷口的人说，灯一亮，摊子也摆得晚些。"), (.head, "修渠"), (.head, "渠水进村"),
  ])
  private static let stories = [[1, 3, 9], [5], [7]]

  private static func view(_ page: LabelledPage, _ stories: [[Int]]) -> PlaceView {
    HeadlineAssignment(page.pieces, page.affinity).view(of: stories)
  }

  /// The headline line at a place, where it stands to each story, and the story around it.
  @Test(
    arguments: [
      (0, [.above, .elsewhere, .elsewhere], nil), (1, [.inside, .elsewhere, .elsewhere], 0),
      (2, [.beside, .above, .elsewhere], nil), (3, [.elsewhere, .below, .above], nil),
      (4, [.beside, .elsewhere, .below], nil), (5, [.below, .elsewhere, .elsewhere], nil),
      (6, [.below, .elsewhere, .elsewhere], nil),
    ] as [(Int, [Standing], Int?)])
  func whereALineStandsToStories(position: Int, standings: [Standing], around: Int?) {
    let view = Self.view(page, Self.stories)
    #expect(view.sights.count == 7)
    #expect(view.sights[position].near == 0..<3)
    #expect(view.sights[position].standings == standings)
    #expect(view.sights[position].around == around)
  }

  /// What a place alone is worth: likeness apart.
  @Test func aWorthIsLikenessAndPlace() {
    let (view, weight) = (Self.view(page, Self.stories), SegmentationWeights.trained.assignment)
    let places: [Standing: Double] = [
      .above: weight.above, .below: weight.below, .inside: weight.inside, .beside: weight.beside,
      .elsewhere: weight.elsewhere,
    ]
    for sight in view.sights {
      let worths = zip(sight.likenesses, sight.standings).map { $0.worth(weight) + (places[$1] ?? .nan) }
      #expect(sight.worths == worths)
    }
  }

  private static func values(_ signs: Signs) -> [String: Double] {
    #expect(signs.count == PlaceSigns.names.count)
    return Dictionary(uniqueKeysWithValues: PlaceSigns.names.enumerated().map { ($1, Double(signs[$0])) })
  }

  private func expect(
    _ signs: Signs, _ values: [String: Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let seen = Self.values(signs)
    for (name, value) in values {
      let sign = seen[name].map { Float($0) }
      #expect(sign == Float(value), Comment(rawValue: name), sourceLocation: sourceLocation)
    }
  }

  /// The line inside the first story, beside that one and beside the next.
  @Test func whoseALineIs() {
    let view = Self.view(page, Self.stories)
    let worths = view.sights[1].worths
    let text = Scalars(of: "亮到天明：二十盏")
    let line: [String: Double] = [
      "lineLength": 8, "level": 0, "spaces": 0, "blanks": 1, "indented": 0, "run": 1, "place": 0,
      "blanksBelow": 1, "brokenAbove": 0, "goesOnBelow": 0, "openingBelow": 0, "colon": 1, "marks": 1,
      "listed": 0, "dash": 0, "quote": 0, "wording": CommonPairs.shared.wording(text), "heads": 7.0 / 3,
      "pageBodies": 5, "pageHeads": 7.0 / 5,
    ]
    let length = Self.stories[0].reduce(0) { $0 + page.pieces[$1].text.count }
    let own = view.signs(of: 1, in: 0)
    expect(own, line)
    expect(
      own,
      [
        "above": 0, "below": 0, "inside": 1, "beside": 0, "stories": 0, "pieces": -1,
        "length": Double(length), "count": 3, "strong": 1, "caption": 0, "item": -1, "titles": 1,
        "trailers": 2, "worth": worths[0], "ahead": worths[0] - max(worths[1], worths[2]),
      ])
    let other = view.signs(of: 1, in: 1)
    expect(other, line)
    expect(
      other,
      [
        "inside": 0, "stories": 1, "pieces": 3, "length": 19, "count": 1, "strong": 0, "titles": 1,
        "trailers": 1, "worth": worths[1], "ahead": worths[1] - max(worths[0], worths[2]),
      ])
  }

  @Test(arguments: 0..<7, 0..<3) func placesAndSharesOfEverySign(position: Int, story: Int) {
    let view = Self.view(page, Self.stories)
    let (sight, seen) = (view.sights[position], Self.values(view.signs(of: position, in: story)))
    let standing: [Standing: String] = [
      .above: "above", .below: "below", .inside: "inside", .beside: "beside",
    ]
    for (kind, name) in standing { #expect(seen[name] == (sight.standings[story] == kind ? 1 : 0)) }
    for (name, shares) in [
      ("pairs", sight.likenesses[story].pairs), ("characters", sight.likenesses[story].characters),
    ] {
      #expect(seen[name].map { Float($0) } == Float(shares.all))
      #expect(seen[name + "Lead"].map { Float($0) } == Float(shares.lead / shares.all))
      #expect(seen[name + "Rest"].map { Float($0) } == Float(shares.rest / shares.all))
    }
  }

  /// The best line of another run: the lines of one run are no rivals of each other.
  @Test(arguments: 0..<7, 0..<3) func aRivalStandsElsewhere(position: Int, story: Int) {
    let view = Self.view(page, Self.stories)
    let runs = [0, 1, 2, 3, 4, 5, 5]
    let rivals = runs.indices.filter { runs[$0] != runs[position] }.map { view.sights[$0].worths[story] }
    let own = view.sights[position].worths[story]
    #expect(
      Self.values(view.signs(of: position, in: story))["rival"].map { Float($0) }
        == Float(own - (rivals.max() ?? .nan)))
  }

  /// Stories that say what a line says, up to twelve away from where it stands.
  private static func crowd(_ stories: Int, around: Int) -> LabelledPage {
    LabelledPage(
      (0..<stories).flatMap { story -> [(label: LineLabel, text: String)] in
        guard story == around else { return [(.opening, "本报讯 渠水进村，渠水进村了。")] }
        return [(.opening, "本报讯 夜校开课三周。"), (.head, "渠水进村"), (.paragraph, "学会了记账。")]
      })
  }

  @Test(arguments: [(30, 15, 3..<28), (30, 2, 0..<15), (30, 29, 17..<30), (5, 1, 0..<5)])
  func storiesFarAwayAreNotLookedAt(stories: Int, around: Int, near: Range<Int>) {
    let page = Self.crowd(stories, around: around)
    let divided = (0..<stories).map { story in
      story < around ? [story] : story == around ? [story, story + 2] : [story + 2]
    }
    let sight = Self.view(page, divided).sights[0]
    #expect(sight.near == near)
    #expect(sight.centre == around)
    #expect(sight.likenesses.count == near.count && sight.worths.count == near.count)
  }

  /// The one around the line comes into question though all others say more of what the line says.
  @Test func theBestStoriesAndTheOneAroundAreCandidates() {
    let page = Self.crowd(12, around: 5)
    let divided = (0..<12).map { $0 < 5 ? [$0] : $0 == 5 ? [5, 7] : [$0 + 2] }
    let view = Self.view(page, divided)
    let (found, sight) = (view.candidates(0), view.sights[0])
    #expect(found.last == 5 && found.count == 9 && Set(found).count == 9)
    let least = found.dropLast().map { sight.worths[$0] }.min() ?? -.infinity
    let others = Set(0..<12).subtracting(found)
    #expect(others.count == 3 && others.allSatisfy { sight.worths[$0] <= least })
  }

  @Test func aPageWithoutStoriesHasNoCandidates() {
    let page = LabelledPage([(.head, "渠水进村"), (.head, "夜校开课")])
    let view = Self.view(page, [])
    #expect(view.sights.map(\.near) == [0..<0, 0..<0])
    #expect(view.candidates(1).isEmpty)
    let decision = HeadlineAssignment(page.pieces, page.affinity).decision(for: [])
    #expect(decision.places == [0: .none, 1: .none])
  }

  @Test func storiesWithoutHeadlinesCost() {
    let page = LabelledPage([(.paragraph, "夜校开课三周。"), (.paragraph, "竹篮编好了。")])
    let assignment = HeadlineAssignment(page.pieces, page.affinity)
    let headless = SegmentationWeights.trained.assignment.headless
    #expect(assignment.decision(for: [[0], [1]]).worth == 2 * headless)
    #expect(assignment.decision(for: [[0, 1]]).worth == headless)
  }
}

/// What is decided for a page.
@Suite struct HeadlineAssignmentTests {
  private let page = LabelledPage([
    (.head, "渠水进村"), (.opening, "本报讯 渠水进村，村里的水渠修了三年。"), (.head, "夜校开课"),
    (.opening, "本报讯 夜校开课三周，来听课的人一周多过一周。"),
  ])

  /// A story would take the other's headline, and what it had would go there, or nowhere.
  @Test func eachStoryIsTheOthersRival() throws {
    let assignment = HeadlineAssignment(page.pieces, page.affinity)
    var decision = assignment.decision(for: [[1], [3]])
    decision.places = [0: .story(0), 2: .story(1)]
    let view = assignment.view(of: [[1], [3]])
    let worths = [0, 1].map { line in [0, 1].map { worth(of: $0, for: line, view) } }
    let weight = SegmentationWeights.trained.assignment
    let nowhere = weight.shortOrphan + weight.headless
    let rivals = assignment.rivals(decision)
    #expect(rivals.count == 2)
    for (story, other) in [(0, 1), (1, 0)] {
      let rival = try #require(rivals[story])
      let own = worths[story][story] + worths[other][other]
      #expect(rival.heads == [[0, 2][other]])
      #expect(abs(rival.margin - (own - worths[other][story] - max(worths[story][other], nowhere))) < 1e-9)
    }
  }

  /// What a story is worth for a line by the trees; as much less than the least of those that came into question, where it did not.
  private func worth(of story: Int, for line: Int, _ view: PlaceView) -> Double {
    let odds = { (story: Int) in
      SegmentationWeights.trained.assignment.placing
        * Double(PlaceTrees.trained.logOdds(view.signs(of: line, in: story)))
    }
    let candidates = view.candidates(line)
    if candidates.contains(story) { return odds(story) }
    let worths = view.sights[line].worths
    return worths[story] + (candidates.map { odds($0) - worths[$0] }.min() ?? 0)
  }

  /// Each line has a place, and all lines of any division do.
  @Test(arguments: [[[1], [3]], [[1, 3]]]) func everyLineHasAPlace(stories: [[Int]]) {
    let decision = HeadlineAssignment(page.pieces, page.affinity).decision(for: stories)
    #expect(decision.places.keys.sorted() == [0, 2])
    for place in decision.places.values {
      switch place {
      case .story(let story), .section(let story): #expect(stories.indices.contains(story))
      case .none: break
      }
    }
  }

  /// Of more lines than there are stories those alone may be section heads that stand inside one.
  @Test func sectionHeadsStandInsideTheirStories() {
    let page = LabelledPage([
      (.paragraph, "夜校开课三周。"), (.head, "夜校"), (.paragraph, "学会了记账。"), (.head, "夜校开课"), (.head, "竹篮"),
      (.head, "编得又快又好"), (.head, "记账"), (.paragraph, "竹篮编好了。"),
    ])
    let places = HeadlineAssignment(page.pieces, page.affinity).decision(for: [[0, 2], [7]]).places
    #expect(places.count == 5 && places[1] != .section(1))
    for line in 3...6 { #expect(places[line] != .section(0) && places[line] != .section(1)) }
  }
}

/// What a headline has in common with stories.
@Suite struct StoryProfilesTests {
  private static let lead = String(repeating: "的", count: 160)

  private static func likenesses(_ head: String, _ stories: [[String]]) -> [StoryLikeness] {
    let page = LabelledPage([(.head, head)] + stories.flatMap { $0 }.map { (.paragraph, $0) })
    var last = 0
    let divided = stories.map { story in
      defer { last += story.count }
      return Array(last + 1...last + story.count)
    }
    return StoryProfiles(page.pieces, divided, page.affinity, PageCharacters.Rows(page.affinity.characters))
      .likenesses(of: 0, to: stories.indices)
  }

  /// A story, and whether its lead, the rest of it or nothing of it has what the headline says.
  @Test(arguments: [
    (["渠水。"], 2), (["渠水。", "渠水。"], 2), ([lead, "渠水。"], 1), ([lead + "渠水。"], 2),
    ([String(lead.dropLast()), "渠水。"], 2), ([String(lead.dropLast()), "好", "渠水。"], 1), (["夜校。"], 0),
    (["渠。", "水。"], 0),
  ])
  func wherePairsStandCounts(story: [String], kind: Int) {
    let shares = Self.likenesses("渠水", [story, ["竹篮。"]])[0].pairs
    #expect([shares.missing > 0, shares.rest > 0, shares.lead > 0] == (0...2).map { $0 == kind })
  }

  @Test(arguments: [
    (["水。"], 2), ([lead, "水。"], 1), ([lead, "水。", "水。"], 1), (["水。", lead, "水。"], 2), (["夜校。"], 0),
  ])
  func whereCharactersStandCounts(story: [String], kind: Int) {
    let shares = Self.likenesses("水", [story, ["竹篮。"]])[0].characters
    #expect([shares.missing > 0, shares.rest > 0, shares.lead > 0] == (0...2).map { $0 == kind })
  }

  @Test(arguments: [
    (["夜校开课。"], true), (["米铺巷的路灯亮了。", "李大海 摄"], false), ([lead, "李大海 摄"], false),
    ([lead + lead, "李大海 摄"], true),
  ])
  func picturesMayStandWithoutAHeadline(story: [String], wants: Bool) {
    let page = LabelledPage(story.map { (.paragraph, $0) })
    let profiles = StoryProfiles(
      page.pieces, [Array(story.indices)], page.affinity, PageCharacters.Rows(page.affinity.characters))
    #expect(profiles.wantsHeadline == [wants])
    #expect(profiles.lengths == [page.pieces.reduce(0) { $0 + $1.text.count }])
  }

  /// Of stories that are many, one says it: that tells much; where all do, little.
  @Test func whatFewStoriesSayCountsMore() {
    let one = Self.likenesses("渠水", [["渠水。"], ["夜校。"], ["竹篮。"]])[0]
    let all = Self.likenesses("渠水", [["渠水。"], ["渠水。"], ["渠水。"]])[0]
    #expect(one.pairs.lead == Logarithm.natural(4) && all.pairs.lead == Logarithm.natural(4.0 / 3))
    #expect(one.characters.lead == 2 * Logarithm.natural(4))
    #expect(all.characters.lead == 2 * Logarithm.natural(4.0 / 3))
  }

  /// Whichever story it is beside, a headline's pairs weigh the same together, and so do its characters.
  @Test(arguments: 0..<60) func sharesAddUp(seed: Int) {
    var random = SeededNumbers(state: UInt64(seed))
    let words = ["渠水", "夜校", "竹篮", "灯", "水", "渠", "路灯", "，", "的"]
    func text(_ length: Int) -> String { random.text(of: words, upTo: length) + "好" }
    let stories = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (Bool.random(using: &random) ? Self.lead : "") + text(6)
      }
    }
    let head = text(8)
    let likenesses = Self.likenesses(head, stories)
    let said = { (holds: (String) -> Bool) in
      let count = stories.count { $0.contains(where: holds) }
      return Logarithm.natural(Double(stories.count + 1) / Double(max(1, count)))
    }
    let pairs = Set(PairSet(Scalars(of: head)).codes).reduce(0) { sum, code in
      sum + said { PairSet(Scalars(of: $0)).codes.contains(code) }
    }
    let characters = Set(head.unicodeScalars.filter(\.isHan)).reduce(0) { sum, character in
      sum + said { $0.unicodeScalars.contains(character) }
    }
    #expect(likenesses.count == stories.count)
    for likeness in likenesses {
      #expect(abs(likeness.pairs.all - pairs) < 1e-9)
      #expect(abs(likeness.characters.all - characters) < 1e-9)
    }
  }
}
