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

  private static let beamWidth = 4
  /// A state so much worse than the best one is given up.
  private static let margin = 2.0

  private let bodies: [Int]
  private var nodes: ContiguousArray<Node> = []
  private var tails: StoryTails
  private var ranking = Ranking<Step>(limit: Self.beamWidth, margin: Self.margin)

  /// The story of each of some body pieces, in page order, by numbers; the first story is 0, and each number is one more than those
  /// before it.
  static func owners(of bodies: [Int], _ tails: inout StoryTails) -> [Int] {
    guard !bodies.isEmpty else { return [] }
    var assembly = StoryAssembly(bodies, tails)
    let owners = assembly.run()
    tails = assembly.tails
    return owners
  }

  private init(_ bodies: [Int], _ tails: StoryTails) {
    self.bodies = bodies
    self.tails = tails
  }

  private mutating func run() -> [Int] {
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

  private func trace(_ state: State) -> [Int] {
    var owners: [Int] = []
    var node = Int(state.node)
    while node >= 0 {
      owners.append(Int(nodes[node].story))
      node = Int(nodes[node].parent)
    }
    return owners.reversed()
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
