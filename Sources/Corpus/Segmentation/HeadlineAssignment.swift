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

  /// How far, in stories, a headline is looked for from where it stands.
  private static let reach = 12

  private let pieces: [Piece]
  private let stories: [[Int]]
  private let heads: [Int]
  private let profiles: StoryProfiles
  private let weight: AssignmentWeights
  private let neighbours: Neighbours
  private let characters: PageCharacters
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
    of pieces: [Piece], stories: [[Int]], affinity: Affinity, weights: SegmentationWeights = .trained
  ) -> Decision {
    var assignment = HeadlineAssignment(pieces, stories, affinity, weights.assignment)
    let places = assignment.places()
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
    return HeadlineRivals(read, titled: stories.indices.map { -headless($0) })
  }

  private func headless(_ story: Int) -> Double {
    profiles.wantsHeadline[story] ? weight.headless : weight.headlessCaption
  }

  private func orphan(_ head: Int) -> Double {
    pieces[head].text.count >= 6 ? weight.orphan : weight.shortOrphan
  }

  private init(_ pieces: [Piece], _ stories: [[Int]], _ affinity: Affinity, _ weights: AssignmentWeights) {
    weight = weights
    neighbours = Neighbours(pieces)
    characters = affinity.characters
    self.pieces = pieces
    self.stories = stories
    heads = pieces.indices.filter { pieces[$0].kind == .head }
    profiles = StoryProfiles(pieces, stories, affinity)
  }

  /// What is seen of each two headline lines, one right below the other, by the lower piece.
  static func bonds(of pieces: [Piece], affinity: Affinity) -> [Int: Signs] {
    let assignment = HeadlineAssignment(pieces, [], affinity, SegmentationWeights.trained.assignment)
    var bonds: [Int: Signs] = [:]
    for (upper, lower) in zip(assignment.heads, assignment.heads.dropFirst()) where upper + 1 == lower {
      bonds[lower] = assignment.bondSigns(upper, lower)
    }
    return bonds
  }

  private mutating func places() -> [Place] {
    let lines = heads.indices.map { HeadlineSearch.Line(options: options(for: $0), bonds: bonds(at: $0)) }
    return HeadlineSearch.places(of: lines, stories: stories.count, longBlock: weight.longBlock)
  }

  private mutating func options(for position: Int) -> [HeadlineSearch.Option] {
    let head = heads[position]
    let above = neighbours.before[head].map { Neighbour(piece: $0, story: profiles.owner[$0]) }
    let below = neighbours.after[head].map { Neighbour(piece: $0, story: profiles.owner[$0]) }
    let centre = (below ?? above)?.story ?? 0
    let near = max(0, centre - Self.reach)..<min(stories.count, centre + Self.reach + 1)
    let likenesses = profiles.likenesses(of: head, to: near, weight)
    var ranking = Ranking<Int>(limit: 8)
    var worths: [Double] = []
    worths.reserveCapacity(near.count)
    for story in near {
      let likeness = likenesses[story - near.lowerBound]
      worths.append(likeness + standing(of: story, above, below))
      ranking.add(story, worths[worths.count - 1])
    }
    self.worths.append((near.lowerBound, worths))
    var options = ranking.best.map {
      HeadlineSearch.Option(place: .story($0.candidate), score: $0.score, headless: headless($0.candidate))
    }
    if let above, let story = below?.story, above.story == story {
      // Behind the piece after the line is the story in the middle of those near.
      let likeness = likenesses[story - near.lowerBound]
      options.append(HeadlineSearch.Option(place: .section(story), score: section(pieces[head], likeness)))
    }
    options.append(HeadlineSearch.Option(place: .none, score: orphan(head)))
    return options
  }

  /// How the line at `position` hangs together with the one right above it, if there is one.
  private func bonds(at position: Int) -> HeadlineSearch.Bonds? {
    guard position > 0, heads[position - 1] + 1 == heads[position] else { return nil }
    let (upper, lower) = (heads[position - 1], heads[position])
    let odds = Double(BondTrees.trained.logOdds(bondSigns(upper, lower)))
    return HeadlineSearch.Bonds(joining: weight.joining * odds, parting: -weight.parting * odds)
  }

  private func bondSigns(_ upper: Int, _ lower: Int) -> Signs {
    BondSigns.signs(of: upper, lower, in: pieces, characters, bond: bond(upper, lower))
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

  /// What it tells for a story where a line stands, between such body pieces.
  private func standing(of story: Int, _ above: Neighbour?, _ below: Neighbour?) -> Double {
    guard above?.story == story || below?.story == story else { return weight.elsewhere }
    if let below, below.piece == stories[story].first { return weight.above }
    if let above, above.piece == stories[story].last { return weight.below }
    return above?.story == below?.story ? weight.inside : weight.beside
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
}

/// A body piece and its story.
private struct Neighbour {
  let piece, story: Int
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

/// The vocabulary of the stories of a page, and how rare its pairs are among them.
private struct StoryProfiles {
  /// Pictures and continued stories may stand without a headline.
  let wantsHeadline: [Bool]
  /// The story of each body piece.
  private(set) var owner: [Int]
  /// Which pieces stand in their stories' leads.
  private var isLead: [Bool]
  /// What a pair weighs, by the number of stories that have it: much where few do.
  private let weights: [Double]
  private let characters: StoryCharacters
  private let affinity: Affinity

  init(_ pieces: [Piece], _ stories: [[Int]], _ affinity: Affinity) {
    self.affinity = affinity
    owner = [Int](repeating: 0, count: pieces.count)
    isLead = [Bool](repeating: false, count: pieces.count)
    for (story, body) in stories.enumerated() {
      var count = 0
      for piece in body {
        owner[piece] = story
        isLead[piece] = count < 160
        count += pieces[piece].text.count
      }
    }
    characters = StoryCharacters(pieces, stories, isLead: isLead, affinity.characters)
    let total = Double(stories.count + 1)
    weights = (0...stories.count).map { Logarithm.natural(total / Double(max(1, $0))) }
    wantsHeadline = stories.map { body in
      let isCaption = body.contains { pieces[$0].closing.isCredit || pieces[$0].opening.isCaption }
      return !(isCaption && body.reduce(0) { $0 + pieces[$1].text.count } < 260)
    }
  }

  /// What the pairs and the characters that a line shares with each of some stories weigh against those that it does not
  /// share, as log-odds.
  func likenesses(of head: Int, to near: Range<Int>, _ weight: AssignmentWeights) -> [Double] {
    let factors = [weight.missing, weight.inRest, weight.inLead]
    var scores = [Double](repeating: 0, count: near.count)
    // For each story where it has the pair in hand: 0 nowhere, 1 behind its lead, 2 in it.
    var kinds = [Int](repeating: 0, count: wantsHeadline.count)
    for pair in affinity.pairs(of: head) {
      for story in kinds.indices { kinds[story] = 0 }
      var stories = 0
      affinity.forEachHolder(of: pair) { piece in
        if kinds[owner[piece]] == 0 { stories += 1 }
        kinds[owner[piece]] = max(kinds[owner[piece]], isLead[piece] ? 2 : 1)
        return true
      }
      for at in scores.indices { scores[at] += factors[kinds[near.lowerBound + at]] * weights[stories] }
    }
    return scores.indices.map { at in
      max(scores[at], weight.leastLikeness)
        + max(characters.likeness(of: head, to: near.lowerBound + at, weight), weight.leastCharacters)
    }
  }
}

/// Which single characters the stories of a page have, and how rare they are among them.
private struct StoryCharacters {
  /// For each story a bit for each character: whether its lead has it, and whether any of it has.
  private let leads: [UInt64]
  private let all: [UInt64]
  private let width: Int
  /// What a character weighs: much where few stories have it.
  private let weights: [Double]
  /// What a story's length tells.
  private let lengths: [Double]
  private let characters: PageCharacters

  init(_ pieces: [Piece], _ stories: [[Int]], isLead: [Bool], _ characters: PageCharacters) {
    self.characters = characters
    let width = (characters.count + 63) >> 6
    var leads = [UInt64](repeating: 0, count: stories.count * width)
    var all = leads
    var counts = [Int32](repeating: 0, count: characters.count)
    for (story, body) in stories.enumerated() {
      for piece in body {
        characters.forEach(in: piece) { number in
          let (word, bit) = (story * width + number >> 6, 1 << UInt64(number & 63) as UInt64)
          if all[word] & bit == 0 { counts[number] += 1 }
          all[word] |= bit
          if isLead[piece] { leads[word] |= bit }
        }
      }
    }
    (self.width, self.leads, self.all) = (width, leads, all)
    let total = Double(stories.count + 1)
    let steps = (0...stories.count).map { Logarithm.natural(total / Double(max(1, $0))) }
    weights = counts.map { steps[Int($0)] }
    lengths = stories.map { body in
      Logarithm.natural(Double(1 + body.reduce(0) { $0 + pieces[$1].text.count }) / 300)
    }
  }

  /// What the characters of line `head` tell of a story, as log-odds.
  func likeness(of head: Int, to story: Int, _ weight: AssignmentWeights) -> Double {
    var score = weight.storyLength * lengths[story]
    let row = story * width
    characters.forEach(in: head) { number in
      let (word, bit) = (row + number >> 6, 1 << UInt64(number & 63) as UInt64)
      let factor =
        leads[word] & bit != 0
        ? weight.characterInLead : all[word] & bit != 0 ? weight.characterInRest : weight.characterMissing
      score += factor * weights[number]
    }
    return score
  }
}
