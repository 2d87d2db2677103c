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

  private struct State {
    var score: Double
    /// The decision made last, an index into `nodes`; -1 before the first.
    var node: Int
    var place: Place?
    /// How many lines in a row have gone to `place`.
    var run: Int
    /// Stories that have a headline, the latest last: stories further back are out of reach.
    var used: [Int]
  }

  /// A decision, with the one before it: states share what they have in common.
  private struct Node {
    var parent: Int
    var place: Place
  }

  private static let beamWidth = 48
  /// Stories with a headline that a state remembers.
  private static let memory = 64
  /// How far, in stories, a headline is looked for from where it stands.
  private static let reach = 12

  private let pieces: [Piece]
  private let stories: [[Int]]
  private let heads: [Int]
  private let profiles: [StoryProfile]
  private let rarity: PairRarity
  private let owner: [Int: Int]
  private let weight: AssignmentWeights
  private let neighbours: Neighbours
  private var nodes: [Node] = []
  /// What the stories near each head are worth for it, from a first one on.
  private var worths: [(first: Int, stories: [Double])] = []

  /// What was decided for a page.
  struct Decision {
    /// The place of each head piece, by its index into the pieces.
    var places: [Int: Place]
    /// The nearest rival of each story's headline block, by the story's index.
    var rivals: [Int: HeadlineRivals.Rival]
  }

  /// Decides for a page.
  static func decision(
    of pieces: [Piece], stories: [[Int]], weights: SegmentationWeights = .trained
  ) -> Decision {
    var assignment = HeadlineAssignment(pieces, stories, weights.assignment)
    let places = assignment.run()
    return Decision(
      places: Dictionary(uniqueKeysWithValues: zip(assignment.heads, places)),
      rivals: assignment.rivals(places).nearest())
  }

  private func rivals(_ places: [Place]) -> HeadlineRivals {
    let read = heads.indices.map { position in
      HeadlineRivals.Head(
        piece: heads[position], place: places[position], first: worths[position].first,
        stories: worths[position].stories, orphan: orphan(heads[position]))
    }
    return HeadlineRivals(read, titled: profiles.map { -headless($0) })
  }

  private func headless(_ story: StoryProfile) -> Double {
    story.wantsHeadline ? weight.headless : weight.headlessCaption
  }

  private func orphan(_ head: Int) -> Double {
    pieces[head].text.count >= 6 ? weight.orphan : weight.shortOrphan
  }

  private init(_ pieces: [Piece], _ stories: [[Int]], _ weights: AssignmentWeights) {
    weight = weights
    neighbours = Neighbours(pieces)
    self.pieces = pieces
    self.stories = stories
    heads = pieces.indices.filter { pieces[$0].kind == .head }
    profiles = stories.map { StoryProfile($0.map { pieces[$0] }) }
    rarity = PairRarity(profiles)
    owner = Dictionary(
      uniqueKeysWithValues: stories.enumerated().flatMap { story, body in body.map { ($0, story) } })
  }

  private mutating func run() -> [Place] {
    var states = [State(score: 0, node: -1, place: nil, run: 0, used: [])]
    for position in heads.indices {
      let options = self.options(for: position)
      var next: [State] = []
      for state in states {
        for option in options { extend(state, position, option).map { next.append($0) } }
      }
      next.sort { $0.score > $1.score }
      states = next.prefix(Self.beamWidth).map { settle($0) }
    }
    return trace(states.max { $0.score < $1.score })
  }

  /// Writes a state's last decision down.
  private mutating func settle(_ state: State) -> State {
    var state = state
    nodes.append(Node(parent: state.node, place: state.place ?? .none))
    state.node = nodes.count - 1
    return state
  }

  private func trace(_ state: State?) -> [Place] {
    var places: [Place] = []
    var at = state?.node ?? -1
    while at >= 0 {
      places.append(nodes[at].place)
      at = nodes[at].parent
    }
    return places.reversed()
  }

  /// A place that may be taken, with what it is worth by itself.
  private mutating func options(for position: Int) -> [(place: Place, score: Double)] {
    let head = heads[position]
    let before = neighbours.before[head]
    let after = neighbours.after[head]
    let centre = (after ?? before).flatMap { owner[$0] } ?? 0
    let near = max(0, centre - Self.reach)..<min(stories.count, centre + Self.reach + 1)
    let worths = near.map { likeness(head, $0) + standing(of: $0, before: before, after: after) }
    self.worths.append((near.lowerBound, worths))
    var options: [(place: Place, score: Double)] = zip(near, worths).map { (.story($0), $1) }
    options = Array(options.sorted { $0.score > $1.score }.prefix(8))
    if let before, let after, let story = owner[before], owner[after] == story {
      options.append((.section(story), section(pieces[head], likeness(head, story))))
    }
    options.append((.none, orphan(head)))
    return options
  }

  private func extend(_ state: State, _ position: Int, _ option: (place: Place, score: Double)) -> State? {
    var next = state
    next.score += option.score
    let follows = position > 0 && heads[position - 1] + 1 == heads[position]
    let joins = follows && state.place == option.place
    if case .story(let story) = option.place, !joins {
      guard !state.used.contains(story) else { return nil }
      next.score -= headless(profiles[story])
      next.used = state.used.suffix(Self.memory - 1) + [story]
    }
    if follows { next.score += cohesion(heads[position - 1], heads[position], joins: joins, option.place) }
    next.run = joins ? state.run + 1 : 1
    if next.run > 4 { next.score += weight.longBlock }
    next.place = option.place
    return next
  }

  /// How two lines, one below the other, hang together.
  private func cohesion(_ upper: Int, _ lower: Int, joins: Bool, _ place: Place) -> Double {
    var bond = pieces[lower].blanksBefore > 0 ? weight.bondBlank : weight.bond
    if pieces[lower].text.prefix(2).allSatisfy(\.isDash) { bond += weight.bondDash }
    if HeadlineParts.isKicker(pieces[upper].text) { bond += weight.bondKicker }
    let closed = pieces[lower].unbalanced.close
    if pieces[upper].unbalanced.open.contains(where: { closed.contains($0.closer ?? $0) }) {
      bond += weight.bondBracket
    }
    if pieces[upper].heading > 0, pieces[lower].heading == pieces[upper].heading {
      bond += weight.bondSameLevel
    }
    if place == .none { return 0 }
    return joins ? bond : weight.parting * bond
  }

  private func standing(of story: Int, before: Int?, after: Int?) -> Double {
    guard let first = stories[story].first, let last = stories[story].last else { return 0 }
    if after == first { return weight.above }
    if before == last { return weight.below }
    if let before, let after, owner[before] == story, owner[after] == story { return weight.inside }
    if before.flatMap({ owner[$0] }) == story || after.flatMap({ owner[$0] }) == story {
      return weight.beside
    }
    return weight.elsewhere
  }

  private func section(_ head: Piece, _ likeness: Double) -> Double {
    var score = weight.section + weight.sectionLikeness * likeness
    score += head.text.count <= 16 ? weight.sectionShort : weight.sectionLong
    if head.text.contains("：") { score += weight.sectionColon }
    if head.heading >= 3 {
      score += weight.sectionDeep
    } else if head.heading > 0 {
      score += weight.sectionHigh
    }
    return score
  }

  private func likeness(_ head: Int, _ story: Int) -> Double {
    profiles[story].likeness(to: pieces[head].pairs, rarity, weight)
  }
}

/// The nearest body piece above and below every piece.
private struct Neighbours {
  let before: [Int?]
  let after: [Int?]

  init(_ pieces: [Piece]) {
    before = Self.nearest(pieces, Array(pieces.indices))
    after = Self.nearest(pieces, pieces.indices.reversed())
  }

  private static func nearest(_ pieces: [Piece], _ order: [Int]) -> [Int?] {
    var found = [Int?](repeating: nil, count: pieces.count)
    var last: Int?
    for at in order {
      found[at] = last
      if pieces[at].kind == .body { last = at }
    }
    return found
  }
}

/// The vocabulary of a story, its lead apart.
struct StoryProfile {
  let lead: Set<UInt64>
  let rest: Set<UInt64>
  /// Pictures and continued stories may stand without one.
  let wantsHeadline: Bool

  init(_ pieces: [Piece]) {
    var lead: Set<UInt64> = []
    var rest: Set<UInt64> = []
    var count = 0
    for piece in pieces {
      if count < 160 { lead.formUnion(piece.pairs.codes) } else { rest.formUnion(piece.pairs.codes) }
      count += piece.text.count
    }
    self.lead = lead
    self.rest = rest
    let isCaption = pieces.contains { $0.closing.isCredit || $0.opening.isCaption }
    wantsHeadline = !(isCaption && count < 260)
  }

  /// What the pairs that a line shares with the story weigh against those that it does not share, as log-odds.
  func likeness(to pairs: PairSet, _ rarity: PairRarity, _ weights: AssignmentWeights) -> Double {
    var score = 0.0
    for code in pairs.codes {
      let weight = rarity.weight(code)
      if lead.contains(code) {
        score += weights.inLead * weight
      } else if rest.contains(code) {
        score += weights.inRest * weight
      } else {
        score += weights.missing * weight
      }
    }
    return score
  }
}

/// How rare a pair is among the stories of a page.
struct PairRarity {
  private var weights: [UInt64: Double] = [:]
  private let unseen: Double

  init(_ profiles: [StoryProfile]) {
    var documents: [UInt64: Int] = [:]
    for profile in profiles {
      for code in profile.lead.union(profile.rest) { documents[code, default: 0] += 1 }
    }
    let total = Double(profiles.count + 1)
    weights = documents.mapValues { Logarithm.natural(total / Double($0)) }
    unseen = Logarithm.natural(total)
  }

  func weight(_ code: UInt64) -> Double { weights[code] ?? unseen }
}
