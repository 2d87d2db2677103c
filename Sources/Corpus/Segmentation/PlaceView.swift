/// Sees the headline lines of a page beside its stories.
struct PlaceView {
  /// A headline line beside the stories around it.
  struct Sight {
    /// The stories that come into question.
    var near: Range<Int>
    /// Of each of them what the line has in common with it, where the line stands to it, and what a few weights make of both.
    var likenesses: [StoryLikeness]
    var standings: [Standing]
    var worths: [Double]
    /// The two highest worths.
    var best = -PlaceView.far
    var second = -PlaceView.far
    /// The story in the middle of those near.
    var centre: Int
    /// The story inside which the line stands.
    var around: Int?
  }

  /// How far, in stories, a headline is looked for from where it stands.
  private static let reach = 12
  /// So many stories come into question for a line, none that a few weights find so much worse than the best.
  private static let most = 8
  private static let margin = 4.0

  /// One for each headline line.
  private(set) var sights: [Sight] = []
  private let pieces: [Piece]
  let stories: [[Int]]
  let profiles: StoryProfiles
  private let lines: HeadlineLines
  /// What is seen of each story.
  private var storySigns: [Signs] = []
  /// For each story what the best line is worth for it, and the best one of another run.
  private var best: [(run: Int, worth: Double, other: Double)]

  init(
    _ pieces: [Piece], _ stories: [[Int]], _ profiles: StoryProfiles, _ lines: HeadlineLines,
    _ weight: AssignmentWeights
  ) {
    self.pieces = pieces
    self.stories = stories
    self.profiles = profiles
    self.lines = lines
    best = stories.map { _ in (-1, -Self.far, -Self.far) }
    storySigns = stories.indices.map { signs(of: $0) }
    for (position, head) in lines.heads.enumerated() {
      let sight = sight(of: head, lines.neighbours, weight)
      for (story, worth) in zip(sight.near, sight.worths) { consider(story, worth, lines.runs[position]) }
      sights.append(sight)
    }
  }

  /// More than lines differ in worth.
  fileprivate static let far = 30.0

  private mutating func consider(_ story: Int, _ worth: Double, _ run: Int) {
    let known = best[story]
    if run == known.run {
      best[story].worth = max(known.worth, worth)
    } else if worth > known.worth {
      best[story] = (run, worth, known.worth)
    } else {
      best[story].other = max(known.other, worth)
    }
  }

  private func sight(of head: Int, _ neighbours: Neighbours, _ weight: AssignmentWeights) -> Sight {
    let above = neighbours.before[head].map { Neighbour(piece: $0, story: profiles.owner[$0]) }
    let below = neighbours.after[head].map { Neighbour(piece: $0, story: profiles.owner[$0]) }
    let centre = (below ?? above)?.story ?? 0
    let near = max(0, centre - Self.reach)..<min(stories.count, centre + Self.reach + 1)
    let likenesses = profiles.likenesses(of: head, to: near)
    let standings = near.map { standing(of: $0, above, below) }
    let worths = zip(likenesses, standings).map { $0.worth(weight) + weight.worth($1) }
    let around = above.flatMap { above in below?.story == above.story ? above.story : nil }
    var sight = Sight(
      near: near, likenesses: likenesses, standings: standings, worths: worths, centre: centre, around: around
    )
    for worth in worths {
      if worth > sight.best {
        (sight.best, sight.second) = (worth, sight.best)
      } else {
        sight.second = max(sight.second, worth)
      }
    }
    return sight
  }

  private func standing(of story: Int, _ above: Neighbour?, _ below: Neighbour?) -> Standing {
    guard above?.story == story || below?.story == story else { return .elsewhere }
    if let below, below.piece == stories[story].first { return .above }
    if let above, above.piece == stories[story].last { return .below }
    return above?.story == below?.story ? .inside : .beside
  }

  /// The stories that come into question for the headline line at such a place: the best by a few weights, and the one around
  /// it.
  func candidates(_ position: Int) -> [Int] {
    let sight = sights[position]
    var ranking = Ranking<Int>(limit: Self.most, margin: Self.margin)
    for (story, worth) in zip(sight.near, sight.worths) { ranking.add(story, worth) }
    var found = ranking.best.map(\.candidate)
    if let around = sight.around, !found.contains(around) { found.append(around) }
    return found
  }

  /// What is seen of the headline line at such a place beside one of the stories near it.
  func signs(of position: Int, in story: Int) -> Signs {
    var signs = Signs()
    addLikeness(position, story, &signs)
    addStanding(position, story, &signs)
    signs.add(storySigns[story])
    signs.add(lines.signs[position])
    return signs
  }

  private func addLikeness(_ position: Int, _ story: Int, _ signs: inout Signs) {
    let sight = sights[position]
    let at = story - sight.near.lowerBound
    let worth = sight.worths[at]
    signs.add(worth)
    signs.add(worth - (worth == sight.best ? sight.second : sight.best))
    signs.add(worth - (best[story].run == lines.runs[position] ? best[story].other : best[story].worth))
    for shares in [sight.likenesses[at].pairs, sight.likenesses[at].characters] {
      let all = max(0.01, shares.all)
      signs.add(shares.lead / all)
      signs.add(shares.rest / all)
      signs.add(all)
    }
  }

  private func addStanding(_ position: Int, _ story: Int, _ signs: inout Signs) {
    let sight = sights[position]
    let standing = sight.standings[story - sight.near.lowerBound]
    for kind in [Standing.above, .below, .inside, .beside] { signs.add(standing == kind) }
    signs.add(story - sight.centre)
    signs.add(max(-60, min(60, stories[story][0] - lines.heads[position])))
  }

  private func signs(of story: Int) -> Signs {
    var signs = Signs()
    let first = pieces[stories[story][0]]
    signs.add(min(profiles.lengths[story], 600))
    signs.add(stories[story].count)
    signs.add(first.opening.isStrong)
    signs.add(first.opening.isLead)
    signs.add(!profiles.wantsHeadline[story])
    signs.add(first.opening.isBox)
    signs.add(ListItem(first.text)?.number ?? -1)
    signs.add(first.start)
    signs.add(first.text.leansBack || first.text.first?.cannotOpen == true || first.continues)
    signs.add(pieces.headRun(from: stories[story][0] - 1, by: -1))
    signs.add(pieces.headRun(from: (stories[story].last ?? 0) + 1, by: 1))
    signs.add(Double(lines.heads.count) / Double(max(1, stories.count)))
    return signs
  }
}

extension AssignmentWeights {
  /// What it tells for a story where a line stands.
  fileprivate func worth(_ standing: Standing) -> Double {
    switch standing {
    case .above: above
    case .below: below
    case .inside: inside
    case .beside: beside
    case .elsewhere: elsewhere
    }
  }
}

/// A body piece and its story.
private struct Neighbour {
  let piece, story: Int
}
