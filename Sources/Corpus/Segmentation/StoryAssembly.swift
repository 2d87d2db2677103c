/// Puts the body pieces of a page together to stories: which piece goes on where, which opens a story, which takes up
/// one that broke off. A beam search over the pieces in page order; what it prices is in `AssemblyCosts`.
struct StoryAssembly {
  private struct State {
    var score: Double
    /// The decision before the last one, an index into `nodes`.
    var node: Int32
    /// The story that took the last piece.
    var current: Strand
    var others = SetAside()
    var stories: Int32
  }

  /// What a state does with the next piece: `start`, `goOn`, or `takeUp` and the place of a story that was set aside.
  private struct Step: Comparable {
    static let start: UInt8 = 0
    static let goOn: UInt8 = 1
    static let takeUp: UInt8 = 2

    var state: UInt8
    var move: UInt8

    static func < (a: Step, b: Step) -> Bool { (a.state, a.move) < (b.state, b.move) }
  }

  private struct Node {
    var parent: Int32
    var story: Int32
  }

  private static let beamWidth = 16
  /// A state so much worse than the best one is given up.
  private static let margin = 3.5

  private let bodies: [Int]
  private var nodes: ContiguousArray<Node> = []
  private var tails: StoryTails
  private var ranking = Ranking<Step>(limit: Self.beamWidth, margin: Self.margin)

  /// The body pieces of each story, in reading order (indices into `pieces`); stories in the order of their
  /// first piece.
  static func stories(of pieces: [Piece], costs: AssemblyCosts) -> [[Int]] {
    let bodies = pieces.indices.filter { pieces[$0].kind == .body }
    guard let first = bodies.first else { return [] }
    var assembly = StoryAssembly(bodies, StoryTails(first, costs))
    return assembly.run()
  }

  private init(_ bodies: [Int], _ tails: StoryTails) {
    self.bodies = bodies
    self.tails = tails
  }

  private mutating func run() -> [[Int]] {
    nodes = [Node(parent: -1, story: 0)]
    let score = tails.opening(afterOpen: false)
    var states: ContiguousArray = [
      State(score: score, node: 0, current: Strand(story: 0, tail: tails.opened()), stories: 1)
    ]
    var before = states
    for (last, body) in zip(bodies, bodies.dropFirst()) {
      tails.turn(to: body, after: last)
      swap(&states, &before)
      follow(before, into: &states)
    }
    let best = states.max { closing($0) < closing($1) }
    return best.map(trace) ?? []
  }

  /// The best states behind the next piece, in place of what `next` holds.
  private mutating func follow(_ states: ContiguousArray<State>, into next: inout ContiguousArray<State>) {
    ranking.removeAll()
    // What is mostly better comes first; most of the rest then needs no place, and no exact figure.
    for index in states.indices { weighGoingOn(states[index], UInt8(index)) }
    for index in states.indices { weighStart(states[index], UInt8(index)) }
    for index in states.indices { weighTakingUp(states[index], UInt8(index)) }
    next.removeAll(keepingCapacity: true)
    for best in ranking.best {
      next.append(state(behind: states[Int(best.candidate.state)], best.candidate.move, best.score))
    }
  }

  /// Weighs that a state's last story goes on.
  private mutating func weighGoingOn(_ state: borrowing State, _ index: UInt8) {
    ranking.add(Step(state: index, move: Step.goOn), state.score + tails.goingOn(state.current.tail))
  }

  /// Weighs that a state opens another story.
  private mutating func weighStart(_ state: borrowing State, _ index: UInt8) {
    ranking.add(Step(state: index, move: Step.start), state.score + tails.breaking(state.current.tail))
  }

  /// Weighs that a state takes up a story which it set aside.
  private mutating func weighTakingUp(_ state: borrowing State, _ index: UInt8) {
    let tail = state.current.tail
    let left = state.score + tails.breaking(tail)
    let most = left + tails.mostOfTakingUp
    // Mostly no story that is closed comes into question: one figure tells that of all of them.
    let mayTakeClosed =
      tails.mostOfClosed > AssemblyCosts.leastResuming && ranking.mayTake(most)
    var places = mayTakeClosed ? state.others.places : state.others.open
    while places != 0 {
      let place = places.trailingZeroBitCount
      places &= places - 1
      let tail = state.others[place].tail
      guard ranking.mayTake(most), tails.mayTakeUp(tail) else { continue }
      let gain = tails.takingUp(tail)
      if gain > AssemblyCosts.never {
        ranking.add(Step(state: index, move: Step.takeUp + UInt8(place)), left + gain)
      }
    }
  }

  /// A state behind one of its moves; the decision is written down.
  private mutating func state(behind state: State, _ move: UInt8, _ score: Double) -> State {
    var next = state
    next.score = score
    switch move {
    case Step.start:
      setAside(&next)
      next.current = Strand(story: state.stories, tail: tails.opened())
      next.stories += 1
    case Step.goOn: next.current.tail = tails.extended(state.current.tail)
    default:
      let strand = next.others.remove(at: Int(move - Step.takeUp))
      setAside(&next)
      next.current = Strand(story: strand.story, tail: tails.extended(strand.tail))
    }
    nodes.append(Node(parent: state.node, story: next.current.story))
    next.node = Int32(nodes.count - 1)
    return next
  }

  /// Sets the current story aside; the oldest of too many is given up.
  private func setAside(_ state: inout State) {
    state.others.append(state.current, isOpen: tails.isOpen(state.current.tail))
    guard state.others.count > SetAside.limit else { return }
    let closed = (~state.others.open).trailingZeroBitCount
    _ = state.others.remove(at: closed < state.others.count ? closed : 0)
  }

  private func closing(_ state: State) -> Double { state.score + tails.leaving(state.current.tail) }

  private func trace(_ state: State) -> [[Int]] {
    var stories = [[Int]](repeating: [], count: Int(state.stories))
    var node = Int(state.node)
    for body in bodies.reversed() where node >= 0 {
      stories[Int(nodes[node].story)].append(body)
      node = Int(nodes[node].parent)
    }
    return stories.map { $0.reversed() }
  }
}

/// A story under construction: its number, and as much of it as later decisions need (a number of `StoryTails`).
private struct Strand {
  var story: Int32
  var tail: Int32
}

/// The stories that a state has set aside, the oldest first.
private struct SetAside {
  static let limit = 8
  private var strands: InlineArray<9, Strand> = InlineArray(repeating: Strand(story: 0, tail: 0))
  private(set) var count = 0
  /// A bit for each that broke off within a sentence.
  private(set) var open: UInt16 = 0
  /// A bit for each.
  var places: UInt16 { 1 << UInt16(count) - 1 }

  subscript(place: Int) -> Strand { strands[place] }

  mutating func append(_ strand: Strand, isOpen: Bool) {
    strands[count] = strand
    if isOpen { open |= 1 << UInt16(count) }
    count += 1
  }

  mutating func remove(at place: Int) -> Strand {
    let strand = strands[place]
    for next in place + 1..<count { strands[next - 1] = strands[next] }
    let before: UInt16 = 1 << UInt16(place) - 1
    open = open & before | open >> 1 & ~before
    count -= 1
    return strand
  }
}

/// What later decisions look at of a story: its first piece and the last ones. Small and flat, since there are many.
struct StoryEnd {
  private static let limit = 6
  private var pieces: InlineArray<6, Int32> = InlineArray(repeating: 0)
  private(set) var count = 0
  /// The width of the last column that is known; 0 where none is.
  var column = 0
  /// Characters so far.
  var length = 0

  /// The piece at such a place, from 0: the first one, or one of the last, in page order.
  subscript(place: Int) -> Int { Int(pieces[place]) }

  /// The last piece; there is one in every story.
  var last: Int { self[count - 1] }

  /// Adds a piece; of too many the one behind the first is given up.
  mutating func append(_ piece: Int) {
    if count == Self.limit {
      for place in 2..<count { pieces[place - 1] = pieces[place] }
      count -= 1
    }
    pieces[count] = Int32(piece)
    count += 1
  }
}

/// The ends of stories under construction: the first piece and the last ones. Many states hold the same story so far, so
/// each end is kept once, by a number, and what the next piece costs behind it is computed once.
private struct StoryTails {
  /// What the piece to be placed costs behind an end, as far as it is known.
  private struct Tail {
    /// What leaving the story here costs.
    let leaving: Double
    let isOpen: Bool
    /// The piece for which the rest is known.
    var goingOnFor: Int32 = -1
    var mostFor: Int32 = -1
    var takingUpFor: Int32 = -1
    var extendedBy: Int32 = -1
    var extended: Int32 = 0
    var goingOn = 0.0
    /// The most that taking the story up can gain.
    var most = 0.0
    var takingUp = 0.0

    mutating func set(goingOn score: Double, for piece: Int32) { (goingOnFor, goingOn) = (piece, score) }
    mutating func set(most score: Double, for piece: Int32) { (mostFor, most) = (piece, score) }
    mutating func set(takingUp score: Double, for piece: Int32) { (takingUpFor, takingUp) = (piece, score) }
    mutating func set(extended tail: Int32, by piece: Int32) { (extendedBy, extended) = (piece, tail) }
  }

  private let costs: AssemblyCosts
  private var memory: AssemblyMemory
  private var ends: ContiguousArray<StoryEnd> = []
  /// One for each end.
  private var tails: ContiguousArray<Tail> = []
  private var body: Int32
  private var previous: Int32
  private var gap: AssemblyCosts.Gap
  /// What a story costs that opens with the piece, behind a closed end and behind an open one.
  private var openings: (closed: Double?, open: Double?)
  private var start: Int32?
  /// The most that taking up a story can gain.
  let mostOfTakingUp: Double
  /// What the weights say at most of taking up any closed story.
  private(set) var mostOfClosed: Double

  /// Ends of stories on a page whose first body piece, the one to be placed, is `first`.
  init(_ first: Int, _ costs: AssemblyCosts) {
    self.costs = costs
    mostOfTakingUp = costs.mostOfTakingUp
    memory = AssemblyMemory(pieces: costs.pieces.count, pairs: costs.affinity.pairCount)
    body = Int32(first)
    previous = body
    gap = costs.gap(before: first, after: nil)
    mostOfClosed = costs.mostOfResumingClosed(first)
    ends.reserveCapacity(costs.pieces.count * 8)
    tails.reserveCapacity(costs.pieces.count * 8)
  }

  /// Turns to the next piece.
  mutating func turn(to next: Int, after last: Int) {
    body = Int32(next)
    previous = Int32(last)
    gap = costs.gap(before: next, after: last)
    openings = (nil, nil)
    start = nil
    mostOfClosed = costs.mostOfResumingClosed(next)
  }

  /// What leaving the story costs.
  func leaving(_ tail: Int32) -> Double { tails[Int(tail)].leaving }

  /// The story breaks off within a sentence.
  func isOpen(_ tail: Int32) -> Bool { tails[Int(tail)].isOpen }

  /// What it costs that a story opens with the piece.
  mutating func opening(afterOpen: Bool) -> Double {
    if let known = afterOpen ? openings.open : openings.closed { return known }
    let score = costs.opening(Int(body), gap, afterOpen: afterOpen)
    if afterOpen { openings.open = score } else { openings.closed = score }
    return score
  }

  /// What it costs that the story before goes on with the piece.
  mutating func goingOn(_ tail: Int32) -> Double { -Logarithm.softplus(odds(tail)) }

  /// What it costs that it does not.
  mutating func breaking(_ tail: Int32) -> Double { -Logarithm.softplus(-odds(tail)) }

  private mutating func odds(_ tail: Int32) -> Double {
    let at = Int(tail)
    if tails[at].goingOnFor == body { return tails[at].goingOn }
    let opening = opening(afterOpen: tails[at].isOpen)
    let score = costs.breaking(Int(body), ends[at], gap, opening: opening, &memory)
    tails[at].set(goingOn: score, for: body)
    return score
  }

  /// Whether a story that was set aside comes into question for the piece.
  @inline(__always)
  mutating func mayTakeUp(_ tail: Int32) -> Bool {
    let at = Int(tail)
    if tails[at].mostFor != body {
      tails[at].set(most: costs.mostOfResuming(Int(body), ends[at], &memory), for: body)
    }
    return tails[at].most > AssemblyCosts.leastResuming
  }

  /// What it costs that a story which was set aside goes on with the piece.
  mutating func takingUp(_ tail: Int32) -> Double {
    let at = Int(tail)
    if tails[at].takingUpFor == body { return tails[at].takingUp }
    let opening = opening(afterOpen: costs.facts[Int(previous)].isOpen)
    let score = costs.takingUp(
      Int(body), ends[at], gap, after: Int(previous), opening: opening, &memory)
    tails[at].set(takingUp: score, for: body)
    return score
  }

  /// The end of a story that opens with the piece.
  mutating func opened() -> Int32 {
    if let start { return start }
    let tail = add(StoryEnd())
    start = tail
    return tail
  }

  /// The end of a story that goes on with the piece.
  mutating func extended(_ tail: Int32) -> Int32 {
    let at = Int(tail)
    if tails[at].extendedBy == body { return tails[at].extended }
    let extended = add(ends[at])
    tails[at].set(extended: extended, by: body)
    return extended
  }

  /// The end of a story that had such an end and goes on with the piece.
  private mutating func add(_ end: StoryEnd) -> Int32 {
    ends.append(costs.extended(end, by: Int(body)))
    tails.append(Tail(leaving: costs.leaving(Int(body)), isOpen: costs.facts[Int(body)].isOpen))
    return Int32(tails.count - 1)
  }
}
