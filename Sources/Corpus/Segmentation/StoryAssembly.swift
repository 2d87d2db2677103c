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
  static func stories(of pieces: [Piece], affinity: Affinity) -> [[Int]] {
    var assembly = StoryAssembly(pieces, affinity)
    return assembly.run()
  }

  private init(_ pieces: [Piece], _ affinity: Affinity) {
    self.pieces = pieces
    bodies = pieces.indices.filter { pieces[$0].kind == .body }
    costs = AssemblyCosts(pieces: pieces, affinity: affinity)
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
      let score = costs.continuing(body, after: current.last, recent: current.recent, length: current.length, gap)
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

/// What each decision of the assembly costs (negative) or gains. The figures are log-odds by judgement.
struct AssemblyCosts {
  /// What stands between two body pieces.
  struct Gap {
    /// Head pieces in between.
    var heads: [Int]
    /// A byline stands between, behind a headline.
    var hasByline: Bool
    /// A signature or credit closes the piece before.
    var isSigned: Bool
    /// How much the heads look like a new story's headline rather than a section head of this one.
    var headline: Double
    /// The body piece before has a strong end.
    var afterEnd: Bool
    /// The columns before and behind are of different widths.
    var changesColumn: Bool
    /// There is none before.
    var isFirst: Bool
  }

  let pieces: [Piece]
  let affinity: Affinity

  /// Reads what stands before body piece `body`, behind body piece `previous`.
  func gap(before body: Int, after previous: Int?) -> Gap {
    let between = ((previous ?? -1) + 1)..<body
    let heads = between.filter { pieces[$0].kind == .head && !isForeign($0, before: body, after: previous) }
    let bylines = between.filter { pieces[$0].kind == .byline }
    let signed = bylines.contains { byline in heads.first.map { byline < $0 } ?? true }
    let behindHead = bylines.contains { byline in heads.first.map { byline > $0 } ?? false }
    let afterEnd = previous.map { pieces[$0].closing.isStrong || pieces[$0].closing.isCredit } ?? false
    return Gap(
      heads: heads, hasByline: behindHead, isSigned: signed && previous != nil,
      headline: headline(heads, before: body, after: previous), afterEnd: afterEnd,
      changesColumn: previous.map { changesColumn($0, body) } ?? false, isFirst: previous == nil)
  }

  /// The headline speaks of a story that stands elsewhere.
  private func isForeign(_ head: Int, before body: Int, after previous: Int?) -> Bool {
    guard headings[head] == nil, let target = leads.targets[head], target.strength >= 0.6 else { return false }
    return target.piece > body + 12 || target.piece < body
  }

  private func changesColumn(_ a: Int, _ b: Int) -> Bool {
    guard pieces[a].isWrapped && pieces[b].isWrapped else { return false }
    let before = paragraphs.holding(a)
    let behind = paragraphs.holding(b)
    return before.lines > 1 && behind.lines > 1 && abs(before.column - behind.column) >= 5
  }

  private func headline(_ heads: [Int], before body: Int, after previous: Int?) -> Double {
    guard let first = heads.first else { return 0 }
    var score = 0.0
    let text = heads.flatMap { pieces[$0].text }
    if heads.count > 1 { score += 0.5 }
    if isSpaced, pieces[body].blanksBefore == 0, text.count < 20 { score -= 3 }
    if pieces[body].text.count < 35 { score -= 1 }
    if heads.contains(where: { pieces[$0].text.prefix(2).allSatisfy(\.isDash) && pieces[$0].text.count > 6 }) { score += 2.5 }
    if text.count >= 14 { score += 0.8 } else if text.count <= 9 { score -= 0.8 }
    if text.contains("：") { score -= 0.4 }
    score += level(heads)
    if let previous { score += drift(first, body, previous) }
    return score
  }

  /// Markdown: `#` and `##` are rather headlines, `###` rather a section head.
  private func level(_ heads: [Int]) -> Double {
    let level = heads.compactMap { headings[$0] }.min() ?? 0
    switch level {
    case 1: return 2
    case 2: return 1.5
    case 3...: return -3
    default: return 0
    }
  }

  /// The head and what follows have little to do with what stands before.
  private func drift(_ head: Int, _ body: Int, _ previous: Int) -> Double {
    let ahead = affinity.likeness(head, body)
    let behind = affinity.likeness(head, previous)
    return min(1.5, max(-1.5, 6 * (ahead - behind))) - min(1, 5 * affinity.likeness(body, previous))
  }

  private let headings: [Int: Int]
  private let leads: LeadFinder
  private let paragraphs: Paragraphs
  /// Blank lines stand between nearly all paragraphs of the page.
  private let isSpaced: Bool
  /// Blank lines are few and stand between paragraphs only.
  private let blanksPart: Bool

  init(pieces: [Piece], affinity: Affinity) {
    self.pieces = pieces
    self.affinity = affinity
    let openings = pieces.filter { $0.kind == .body && !$0.continues }
    let spaced = openings.count { $0.blanksBefore > 0 }
    isSpaced = spaced * 5 >= openings.count * 3 && openings.count > 3
    blanksPart = !isSpaced && pieces.count { $0.continues && $0.blanksBefore > 0 } * 4 <= spaced
    paragraphs = Paragraphs(pieces)
    leads = LeadFinder(pieces: pieces, affinity: affinity)
    headings = Dictionary(uniqueKeysWithValues: pieces.indices.filter { pieces[$0].heading > 0 }.map { ($0, pieces[$0].heading) })
  }

  /// A story opens with `body`.
  func opening(_ body: Int, _ gap: Gap, afterOpen: Bool) -> Double {
    let piece = pieces[body]
    var score = -4.5
    if gap.isFirst { score += 4.5 } else if piece.opening.isStrong { score += 5.5 }
    if gap.afterEnd { score += 4.5 }
    if gap.isSigned { score += 2 }
    if gap.changesColumn && !afterOpen { score += 1.5 }
    if piece.blanksBefore > 0 && !afterOpen && blanksPart { score += 1 }
    if gap.hasByline { score += 3 }
    if !gap.heads.isEmpty { score += 3 + gap.headline }
    score += 3 * (leads.pull[body] ?? 0)
    if piece.opening.isCaption || piece.opening.isBox { score += 2 }
    if piece.continues && gap.heads.isEmpty { score -= 1.5 }
    if let first = piece.text.first, first.isCloser || first.dividesSentence || first.endsSentence { score -= 6 }
    if afterOpen { score -= 1 }
    return score
  }

  /// The story that stands before goes on with `body`.
  func continuing(_ body: Int, after last: Int, recent: [Int], length: Int, _ gap: Gap) -> Double {
    let piece = pieces[body]
    var score = kinship(body, recent)
    if piece.opening.isStrong { score -= 12 }
    if pieces[last].isBareOpening { return score + 6 }
    if pieces[last].isOpen {
      let continuity = affinity.continuity(last, body)
      score += gap.heads.isEmpty && piece.continues ? natural(body, continuity) : continuity - 0.5
    } else {
      if gap.afterEnd { score -= 4 }
      if gap.isSigned { score -= 1 }
    }
    if !gap.heads.isEmpty { score -= pieces[last].isOpen ? 0.7 + 0.7 * max(0, gap.headline) : 1.2 + gap.headline }
    if gap.hasByline { score -= 2 }
    if piece.opening.isCaption { score -= 1 }
    return score
  }

  /// The next lines of the same column are the natural continuation; without a blank line hardly anything else.
  private func natural(_ body: Int, _ continuity: Double) -> Double {
    max(-1.5, min(2.5, continuity)) + (!pieces[body].isWrapped ? 0.5 : pieces[body].blanksBefore == 0 ? 4 : 2)
  }

  /// A story that broke off, or was closed, further above goes on with `body`.
  func resuming(_ body: Int, after last: Int, recent: [Int], _ gap: Gap) -> Double {
    let piece = pieces[body]
    if piece.opening.isStrong || pieces[last].closing.isStrong { return -20 }
    let score = kinship(body, recent)
    guard pieces[last].isOpen else { return score - 9 }
    return score + affinity.continuity(last, body) - 1.5
  }

  /// A story is left for good at piece `last`.
  func leaving(_ last: Int) -> Double {
    guard pieces[last].isOpen else { return 0 }
    return pieces[last].fillsLastLine ? -4 : -1
  }

  /// Likeness to the last pieces of a story, as log-odds.
  private func kinship(_ body: Int, _ recent: [Int]) -> Double {
    guard paragraphs.holding(body).range.lowerBound == body || !pieces[body].continues else { return 0 }
    let paragraph = paragraphs.holding(body)
    let reliability = min(1, Double(paragraph.count) / 60)
    return max(-1.5, min(1, 30 * (affinity.coverage(of: paragraph.pairs, by: recent) - 0.04))) * reliability
  }
}

/// Pieces that follow each other as parts of one paragraph, seen as one: what is said of a paragraph needs more text
/// than its first lines.
struct Paragraphs {
  struct Paragraph {
    var range: ClosedRange<Int>
    var pairs: PairSet
    /// Characters.
    var count: Int
    /// The width of its longest line, in columns.
    var column: Int
    var lines: Int
  }

  private var all: [Paragraph] = []
  private var index: [Int]

  init(_ pieces: [Piece]) {
    index = [Int](repeating: 0, count: pieces.count)
    var start: Int?
    for at in 0...pieces.count {
      let goesOn = at < pieces.count && pieces[at].kind == .body && pieces[at].continues
      if let first = start, !goesOn { add(pieces, first...(at - 1)) }
      guard at < pieces.count, pieces[at].kind == .body else { start = nil; continue }
      if !goesOn || start == nil { start = at }
    }
  }

  private mutating func add(_ pieces: [Piece], _ range: ClosedRange<Int>) {
    for at in range { index[at] = all.count }
    let text = pieces[range].flatMap(\.text)
    all.append(
      Paragraph(
        range: range, pairs: PairSet(text), count: text.count, column: pieces[range].map(\.column).max() ?? 0,
        lines: pieces[range].reduce(0) { $0 + $1.lines.count }))
  }

  /// The paragraph that holds body piece `piece`.
  func holding(_ piece: Int) -> Paragraph { all[index[piece]] }
}
