/// Divides the body pieces of a page among stories, and looks whether its headlines have another division in mind: on a page of
/// seven headlines and six stories two have run into one another. Single changes of what `StoryAssembly` found are tried, the
/// likeliest first; what is worth more together with the headlines stays.
struct StoryRevision {
  /// How the body pieces of a page are divided.
  struct Division {
    /// The story of each body piece, in page order, by numbers.
    var owners: [Int]
    /// The body pieces of each story, in reading order; stories in the order of their first piece.
    var stories: [[Int]]
    var headlines: HeadlineAssignment.Decision
    /// What all of it is worth, in log-odds.
    var worth: Double
  }

  /// The rest of a story, from the body piece at `position` on, is of story `story`, or one of its own (nil).
  private struct Change {
    var position: Int
    var story: Int?
    /// How much less likely it is than what was found, in log-odds, by what stands at this place alone.
    var loss: Double
  }

  /// A place on the way through a page, before the piece there is placed.
  private struct Place {
    var position: Int
    /// The stories of the piece above, and of the piece itself.
    var above: Int
    var own: Int
    /// What it costs that the story above goes on, and that it does not.
    var goingOn: Double
    var breaking: Double
    /// What the piece's own story costs.
    var cost: Double
  }

  /// A change that is so much less likely is not tried.
  private static let reach = 2.0
  /// So many are tried, the likeliest, in each of so many rounds.
  private static let limit = 24
  private static let rounds = 2
  /// Headlines are hardly worth more with another division than what they want with this one, and so much.
  static let surprise = 3.0
  /// Each change that is tried costs as much as the page is long: so many pieces are looked at in a round, and pages of more body
  /// pieces than `longest` stay as they were found.
  private static let budget = 2_400
  private static let longest = 400

  private let bodies: [Int]
  private var tails: StoryTails
  /// How much the headlines' word counts.
  private let share: Double
  private let assign: ([[Int]]) -> HeadlineAssignment.Decision

  /// The best division that is found of the body pieces of a page; `assign` gives its headlines to stories, `share` is how much that
  /// counts.
  static func division(
    of pieces: [Piece], costs: AssemblyCosts, headlines share: Double,
    assign: @escaping ([[Int]]) -> HeadlineAssignment.Decision
  ) -> Division {
    let bodies = pieces.indices.filter { pieces[$0].kind == .body }
    guard let first = bodies.first else {
      return Division(owners: [], stories: [], headlines: assign([]), worth: 0)
    }
    var tails = StoryTails(first, costs)
    let owners = StoryAssembly.owners(of: bodies, &tails)
    var revision = StoryRevision(bodies: bodies, tails: tails, share: share, assign: assign)
    return revision.run(owners)
  }

  private init(
    bodies: [Int], tails: StoryTails, share: Double,
    assign: @escaping ([[Int]]) -> HeadlineAssignment.Decision
  ) {
    self.bodies = bodies
    self.tails = tails
    self.share = share
    self.assign = assign
  }

  private mutating func run(_ owners: [Int]) -> Division {
    var best = division(owners, worth: replay(owners) { _, _, _ in })
    guard bodies.count <= Self.longest else { return best }
    for _ in 0..<Self.rounds {
      guard tryChanges(&best) else { break }
    }
    return best
  }

  /// Tries the changes of a division, and keeps what is worth more; false where nothing is.
  private mutating func tryChanges(_ best: inout Division) -> Bool {
    let worth = best.worth
    for change in changes(of: best.owners).prefix(min(Self.limit, Self.budget / bodies.count)) {
      guard let owners = owners(behind: change, best.owners) else { continue }
      let plain = replay(owners) { _, _, _ in }
      let most = best.headlines.worth + best.headlines.wanting + Self.surprise
      guard plain + share * most > best.worth else { continue }
      let other = division(owners, worth: plain)
      if other.worth > best.worth { best = other }
    }
    return best.worth > worth
  }

  /// A division that is worth so much, its headlines apart.
  private func division(_ owners: [Int], worth: Double) -> Division {
    let stories = stories(owners)
    let headlines = assign(stories)
    return Division(
      owners: owners, stories: stories, headlines: headlines, worth: worth + share * headlines.worth)
  }

  private func stories(_ owners: [Int]) -> [[Int]] {
    var places = [Int](repeating: -1, count: (owners.max() ?? 0) + 1)
    var stories: [[Int]] = []
    for (body, owner) in zip(bodies, owners) {
      if places[owner] < 0 {
        places[owner] = stories.count
        stories.append([])
      }
      stories[places[owner]].append(body)
    }
    return stories
  }

  /// The owners behind a change; nil where it changes nothing, as behind others it may.
  private func owners(behind change: Change, _ owners: [Int]) -> [Int]? {
    let own = owners[change.position]
    if change.story == own || change.story == nil && owners.firstIndex(of: own) == change.position {
      return nil
    }
    let story = change.story ?? (owners.max() ?? 0) + 1
    return owners.indices.map { $0 >= change.position && owners[$0] == own ? story : owners[$0] }
  }

  /// What a division costs, its headlines apart, in log-odds. Each place but the first is shown to `visit`, with the ends of the
  /// stories above it.
  private mutating func replay(
    _ owners: [Int], _ visit: (inout StoryTails, [Int32], Place) -> Void
  ) -> Double {
    var ends = [Int32](repeating: -1, count: (owners.max() ?? 0) + 1)
    tails.turn(to: bodies[0], after: bodies[0])
    var sum = tails.opening(afterOpen: false)
    ends[owners[0]] = tails.opened()
    for position in bodies.indices.dropFirst() {
      tails.turn(to: bodies[position], after: bodies[position - 1])
      let place = place(position, owners, ends)
      visit(&tails, ends, place)
      sum += place.cost
      let end = ends[place.own]
      ends[place.own] = end < 0 ? tails.opened() : tails.extended(end)
    }
    return sum + tails.leaving(ends[owners[owners.count - 1]])
  }

  private mutating func place(_ position: Int, _ owners: [Int], _ ends: [Int32]) -> Place {
    let (above, own) = (owners[position - 1], owners[position])
    let (goingOn, breaking) = (tails.goingOn(ends[above]), tails.breaking(ends[above]))
    var place = Place(
      position: position, above: above, own: own, goingOn: goingOn, breaking: breaking, cost: goingOn)
    if own != above { place.cost = breaking + (ends[own] < 0 ? 0 : tails.takingUp(ends[own])) }
    return place
  }

  /// The changes that come into question, the likeliest first.
  private mutating func changes(of owners: [Int]) -> [Change] {
    var changes: [Change] = []
    _ = replay(owners) { tails, ends, place in
      func consider(_ story: Int?, _ cost: Double) {
        guard place.cost - cost < Self.reach else { return }
        changes.append(Change(position: place.position, story: story, loss: place.cost - cost))
      }
      if ends[place.own] >= 0 { consider(nil, place.breaking) }
      if place.own != place.above { consider(place.above, place.goingOn) }
      guard place.cost - place.breaking - tails.mostOfTakingUp < Self.reach else { return }
      for (story, end) in ends.enumerated()
      where end >= 0 && story != place.above && story != place.own && tails.mayTakeUp(end) {
        consider(story, place.breaking + tails.takingUp(end))
      }
    }
    return changes.sorted { ($0.loss, $0.position) < ($1.loss, $1.position) }
  }
}
