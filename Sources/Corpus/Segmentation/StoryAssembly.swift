/// Puts the body pieces of a page together to stories: which piece goes on where, which opens a story, which takes up
/// one that broke off. A beam search over the pieces in page order; what it prices is in `AssemblyCosts`.
struct StoryAssembly {
  /// A story under construction, with as much of it as later decisions need.
  private struct Strand {
    var id: Int
    var first: Int
    var recent: [Int]
    var length: Int
    var last: Int { recent.last ?? first }
  }

  private struct State {
    var score: Double
    var node: Int
    var current: Strand?
    var others: [Strand]
    var stories: Int
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
    var states = [State(score: 0, node: -1, current: nil, others: [], stories: 0)]
    for (position, body) in bodies.enumerated() {
      let gap = costs.gap(before: body, after: position > 0 ? bodies[position - 1] : nil)
      states = prune(states.flatMap { successors($0, body, gap) })
    }
    let best = states.max { closing($0) < closing($1) }
    return best.map(trace) ?? []
  }

  private mutating func successors(_ state: State, _ body: Int, _ gap: AssemblyCosts.Gap) -> [State] {
    var next: [State] = []
    var base = state
    base.score += costs.opening(body, gap, afterOpen: state.current.map { pieces[$0.last].isOpen } ?? false)
    next.append(start(base, body))
    if let current = state.current {
      let score = costs.continuing(
        body, after: current.last, recent: current.recent, length: current.length, gap)
      next.append(extend(state, body, by: score))
    }
    for (index, strand) in state.others.enumerated() {
      let score = costs.resuming(body, after: strand.last, recent: strand.recent, gap)
      guard score > -15 else { continue }
      next.append(resume(state, index, body, by: score))
    }
    return next
  }

  private mutating func add(_ body: Int, to story: Int, after parent: Int) -> Int {
    nodes.append(Node(parent: parent, story: story))
    return nodes.count - 1
  }

  private mutating func start(_ state: State, _ body: Int) -> State {
    var next = state
    retire(&next)
    next.current = Strand(id: state.stories, first: body, recent: [body], length: pieces[body].text.count)
    next.stories += 1
    next.node = add(body, to: state.stories, after: state.node)
    return next
  }

  private mutating func extend(_ state: State, _ body: Int, by score: Double) -> State {
    guard var strand = state.current else { return state }
    var next = state
    next.score += score
    strand.recent = strand.recent.prefix(1) + strand.recent.dropFirst().suffix(4) + [body]
    strand.length += pieces[body].text.count
    next.current = strand
    next.node = add(body, to: strand.id, after: state.node)
    return next
  }

  private mutating func resume(_ state: State, _ index: Int, _ body: Int, by score: Double) -> State {
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

  private func prune(_ states: [State]) -> [State] {
    Array(states.sorted { $0.score > $1.score }.prefix(Self.beamWidth))
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
