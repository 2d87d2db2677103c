/// Puts the body pieces of a page together to stories: which piece goes on where, which opens a story, which takes up
/// one that broke off. A beam search over the pieces in page order; what it prices is in `AssemblyCosts`.
struct StoryAssembly {
  /// A story under construction, with as much of it as later decisions need: its first piece and its last ones.
  private struct Strand {
    var id: Int
    var recent: [Int]
    var last: Int { recent.last ?? 0 }
  }

  private struct State {
    var score: Double
    /// The decision before the last one, an index into `nodes`.
    var node: Int
    /// The story that took the last piece.
    var story: Int
    var current: Strand?
    var others: [Strand]
    var stories: Int
  }

  /// One piece to place. Many states hold the same story so far, so each is priced once.
  private struct Step {
    let body: Int
    let gap: AssemblyCosts.Gap
    private var goingOn: [[Int]: Double] = [:]
    private var takingUp: [[Int]: Double] = [:]

    init(body: Int, gap: AssemblyCosts.Gap) {
      self.body = body
      self.gap = gap
    }

    mutating func continuing(_ recent: [Int], _ costs: AssemblyCosts) -> Double {
      if let known = goingOn[recent] { return known }
      let score = costs.continuing(body, recent: recent, gap)
      goingOn[recent] = score
      return score
    }

    mutating func resuming(_ recent: [Int], _ costs: AssemblyCosts) -> Double {
      if let known = takingUp[recent] { return known }
      let score = costs.resuming(body, recent: recent, gap)
      takingUp[recent] = score
      return score
    }
  }

  private struct Node {
    var parent: Int
    var story: Int
  }

  private static let beamWidth = 24
  private static let strandLimit = 8

  private let pieces: [Piece]
  private let bodies: [Int]
  private let costs: AssemblyCosts
  private var nodes: [Node] = []

  /// The body pieces of each story, in reading order (indices into `pieces`); stories in the order of their
  /// first piece.
  static func stories(of pieces: [Piece], costs: AssemblyCosts) -> [[Int]] {
    var assembly = StoryAssembly(pieces, costs)
    return assembly.run()
  }

  private init(_ pieces: [Piece], _ costs: AssemblyCosts) {
    self.pieces = pieces
    self.costs = costs
    bodies = pieces.indices.filter { pieces[$0].kind == .body }
  }

  private mutating func run() -> [[Int]] {
    var states = [State(score: 0, node: -1, story: -1, current: nil, others: [], stories: 0)]
    for (position, body) in bodies.enumerated() {
      let gap = costs.gap(before: body, after: position > 0 ? bodies[position - 1] : nil)
      var step = Step(body: body, gap: gap)
      var next: [State] = []
      for state in states { addSuccessors(of: state, &step, to: &next) }
      next.sort { $0.score > $1.score }
      states = next.prefix(Self.beamWidth).map { settle($0) }
    }
    let best = states.max { closing($0) < closing($1) }
    return best.map(trace) ?? []
  }

  private func addSuccessors(of state: State, _ step: inout Step, to next: inout [State]) {
    next.append(start(state, step))
    if let current = state.current {
      next.append(extend(state, step.body, by: step.continuing(current.recent, costs)))
    }
    for (index, strand) in state.others.enumerated() {
      let score = step.resuming(strand.recent, costs)
      guard score > -15 else { continue }
      next.append(resume(state, index, step.body, by: score))
    }
  }

  /// Writes a state's last decision down.
  private mutating func settle(_ state: State) -> State {
    var state = state
    nodes.append(Node(parent: state.node, story: state.story))
    state.node = nodes.count - 1
    return state
  }

  private func start(_ state: State, _ step: Step) -> State {
    var next = state
    let afterOpen = state.current.map { pieces[$0.last].isOpen } ?? false
    next.score += costs.opening(step.body, step.gap, afterOpen: afterOpen)
    retire(&next)
    next.current = Strand(id: state.stories, recent: [step.body])
    next.story = state.stories
    next.stories += 1
    return next
  }

  private func extend(_ state: State, _ body: Int, by score: Double) -> State {
    guard var strand = state.current else { return state }
    var next = state
    next.score += score
    strand.recent = strand.recent.prefix(1) + strand.recent.dropFirst().suffix(4) + [body]
    next.current = strand
    next.story = strand.id
    return next
  }

  private func resume(_ state: State, _ index: Int, _ body: Int, by score: Double) -> State {
    var next = state
    let strand = next.others.remove(at: index)
    retire(&next)
    next.score -= costs.leaving(strand.last)
    next.current = strand
    return extend(next, body, by: score)
  }

  /// Sets the current story aside; the oldest of too many is given up.
  private func retire(_ state: inout State) {
    guard let current = state.current else { return }
    state.score += costs.leaving(current.last)
    state.others.append(current)
    state.current = nil
    guard state.others.count > Self.strandLimit else { return }
    let closed = state.others.firstIndex { !pieces[$0.last].isOpen }
    state.others.remove(at: closed ?? 0)
  }

  private func closing(_ state: State) -> Double {
    state.score + (state.current.map { costs.leaving($0.last) } ?? 0)
  }

  private func trace(_ state: State) -> [[Int]] {
    var stories = [[Int]](repeating: [], count: state.stories)
    var node = state.node
    for body in bodies.reversed() where node >= 0 {
      stories[nodes[node].story].append(body)
      node = nodes[node].parent
    }
    return stories.map { $0.reversed() }
  }
}
