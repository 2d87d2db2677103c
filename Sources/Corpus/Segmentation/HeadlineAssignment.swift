/// Gives each headline line of a page to the story it belongs to, by what both say and by where both stand. Decided
/// for the whole page at once: a story has one headline block, a line one story.
struct HeadlineAssignment {
  /// Where a headline line goes.
  enum Place: Hashable {
    /// Into the headline block of a story.
    case story(Int)
    /// Into the body of a story, as a section head or a line of a list.
    case section(Int)
    /// Nowhere: its story is not on the page.
    case none
  }

  /// What was decided for a page.
  struct Decision {
    /// The place of each head piece, by its index into the pieces.
    var places: [Int: Place]
    /// What the stories' headlines are worth together, in log-odds.
    var worth: Double
    /// How much more they would be worth if each line had the place that it wants most, and each story a headline.
    var wanting: Double
    /// What each place was worth for each line.
    fileprivate var wishes: [HeadlineSearch.Line]
    fileprivate var view: PlaceView
  }

  private let pieces: [Piece]
  private let affinity: Affinity
  private let lines: HeadlineLines
  private let rows: PageCharacters.Rows
  private var heads: [Int] { lines.heads }
  private let weight: AssignmentWeights
  /// How each headline line hangs together with the one right above it, if there is one.
  private var bonds: [HeadlineSearch.Bonds?] = []

  init(_ pieces: [Piece], _ affinity: Affinity, weights: SegmentationWeights = .trained) {
    weight = weights.assignment
    self.pieces = pieces
    self.affinity = affinity
    lines = HeadlineLines(pieces)
    rows = PageCharacters.Rows(affinity.characters)
    bonds = heads.indices.map { bonds(at: $0) }
  }

  /// The places of the headline lines of a page with such stories: the body pieces of each, all of the page among them.
  func decision(for stories: [[Int]]) -> Decision {
    let view = view(of: stories)
    let wishes = heads.indices.map { HeadlineSearch.Line(options: options(for: $0, view), bonds: bonds[$0]) }
    let found = HeadlineSearch.places(of: wishes, stories: stories.count, longBlock: weight.longBlock)
    return Decision(
      places: Dictionary(uniqueKeysWithValues: zip(heads, found.places)),
      worth: found.worth + stories.indices.reduce(0) { $0 + headless($1, view) },
      wanting: wanting(wishes, found.places, view), wishes: wishes, view: view)
  }

  /// What the lines' places are worth less than what they want most, and the stories without a headline.
  private func wanting(_ wishes: [HeadlineSearch.Line], _ places: [Place], _ view: PlaceView) -> Double {
    var sum = 0.0
    var isTitled = [Bool](repeating: false, count: view.stories.count)
    for (line, place) in zip(wishes, places) {
      if case .story(let story) = place { isTitled[story] = true }
      let best = line.options.reduce(-Double.infinity) { max($0, $1.score) }
      sum += best - (line.options.first { $0.place == place }?.score ?? best)
    }
    return isTitled.indices.reduce(sum) { isTitled[$1] ? $0 : $0 - headless($1, view) }
  }

  /// The headline lines beside some stories.
  func view(of stories: [[Int]]) -> PlaceView {
    PlaceView(pieces, stories, StoryProfiles(pieces, stories, affinity, rows), lines, weight)
  }

  /// The nearest rival of each story's headline block, by the story's index.
  func rivals(_ decision: Decision) -> [Int: HeadlineRivals.Rival] {
    let read = heads.indices.map { position in
      HeadlineRivals.Head(
        piece: heads[position], place: decision.places[heads[position]] ?? .none,
        first: decision.view.sights[position].near.lowerBound, stories: worths(at: position, decision),
        orphan: orphan(heads[position]))
    }
    let titled = decision.view.stories.indices.map { -headless($0, decision.view) }
    return HeadlineRivals(read, titled: titled).nearest()
  }

  /// What each story near a line was worth for it. Those that did not come into question are as much behind the others as a few
  /// weights say.
  private func worths(at position: Int, _ decision: Decision) -> [Double] {
    let sight = decision.view.sights[position]
    var worths = sight.worths
    var behind = Double.infinity
    for option in decision.wishes[position].options {
      guard case .story(let story) = option.place else { continue }
      worths[story - sight.near.lowerBound] = option.score
      behind = min(behind, option.score - sight.worths[story - sight.near.lowerBound])
    }
    let known = decision.wishes[position].options.map(\.place)
    for (at, story) in sight.near.enumerated() where !known.contains(.story(story)) { worths[at] += behind }
    return worths
  }

  private func headless(_ story: Int, _ view: PlaceView) -> Double {
    view.profiles.wantsHeadline[story] ? weight.headless : weight.headlessCaption
  }

  private func orphan(_ head: Int) -> Double {
    pieces[head].text.count >= 6 ? weight.orphan : weight.shortOrphan
  }

  private func options(for position: Int, _ view: PlaceView) -> [HeadlineSearch.Option] {
    var options: [HeadlineSearch.Option] = []
    for story in view.candidates(position) {
      let signs = view.signs(of: position, in: story)
      let odds = weight.placing * Double(PlaceTrees.trained.logOdds(signs))
      options.append(
        HeadlineSearch.Option(place: .story(story), score: odds, headless: headless(story, view)))
      guard story == view.sights[position].around else { continue }
      let section = weight.section + weight.sectioning * Double(SectionTrees.trained.logOdds(signs))
      options.append(HeadlineSearch.Option(place: .section(story), score: section))
    }
    options.append(HeadlineSearch.Option(place: .none, score: orphan(heads[position])))
    return options
  }

  /// What is seen of each two headline lines, one right below the other, by the lower piece.
  func bondSigns() -> [Int: Signs] {
    var bonds: [Int: Signs] = [:]
    for (upper, lower) in zip(heads, heads.dropFirst()) where upper + 1 == lower {
      bonds[lower] = bondSigns(upper, lower)
    }
    return bonds
  }

  /// How the line at `position` hangs together with the one right above it, if there is one.
  private func bonds(at position: Int) -> HeadlineSearch.Bonds? {
    guard position > 0, heads[position - 1] + 1 == heads[position] else { return nil }
    let (upper, lower) = (heads[position - 1], heads[position])
    let odds = Double(BondTrees.trained.logOdds(bondSigns(upper, lower)))
    return HeadlineSearch.Bonds(joining: weight.joining * odds, parting: -weight.parting * odds)
  }

  private func bondSigns(_ upper: Int, _ lower: Int) -> Signs {
    BondSigns.signs(of: upper, lower, in: pieces, affinity.characters, bond: bond(upper, lower))
  }

  /// What a few weights say of two lines as parts of one block.
  private func bond(_ upper: Int, _ lower: Int) -> Double {
    var bond = pieces[lower].blanksBefore > 0 ? weight.bondBlank : weight.bond
    if pieces[lower].text.prefix(2).allSatisfy(\.isDash) { bond += weight.bondDash }
    if pieces[lower].blanksBefore > 2 { bond += weight.bondFar }
    if pieces[lower].isIndented { bond += weight.bondIndented }
    if pieces[upper].phraseGaps > 0, pieces[lower].phraseGaps == 0 { bond += weight.bondGap }
    if Cues.isNoticeTitle(pieces[lower].text) { bond += weight.bondNotice }
    if HeadlineParts.isKicker(pieces[upper].text) { bond += weight.bondKicker }
    let closed = pieces[lower].unbalanced.close
    if pieces[upper].unbalanced.open.contains(where: { closed.contains($0.closer ?? $0) }) {
      bond += weight.bondBracket
    }
    if pieces[upper].heading > 0, pieces[lower].heading == pieces[upper].heading {
      bond += weight.bondSameLevel
    }
    return bond
  }
}
