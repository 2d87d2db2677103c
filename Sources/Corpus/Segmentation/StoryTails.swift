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
struct StoryTails {
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
  private var known: AssemblyCosts.Gap?
  /// What a story costs that opens with the piece, behind a closed end and behind an open one.
  private var openings: (closed: Double?, open: Double?)
  /// For each piece the end of a story that opens with it, or -1.
  private var starts: ContiguousArray<Int32>
  /// The most that taking up a story can gain.
  let mostOfTakingUp: Double
  /// What the weights say at most of taking up any closed story.
  private(set) var mostOfClosed: Double

  /// Ends of stories on a page whose first body piece, the one to be placed, is `first`.
  init(_ first: Int, _ costs: AssemblyCosts) {
    self.costs = costs
    mostOfTakingUp = costs.mostOfTakingUp
    memory = AssemblyMemory(pieces: costs.pieces.count, pairs: costs.affinity.pairCount)
    starts = ContiguousArray(repeating: -1, count: costs.pieces.count)
    body = Int32(first)
    previous = body
    mostOfClosed = costs.mostOfResumingClosed(first)
    ends.reserveCapacity(costs.pieces.count * 8)
    tails.reserveCapacity(costs.pieces.count * 8)
  }

  /// Turns to a piece, behind body piece `last`; to the first one behind itself.
  mutating func turn(to next: Int, after last: Int) {
    body = Int32(next)
    previous = Int32(last)
    known = nil
    openings = (nil, nil)
    mostOfClosed = costs.mostOfResumingClosed(next)
  }

  /// What stands before the piece.
  private mutating func gap() -> AssemblyCosts.Gap {
    if let known { return known }
    let gap = costs.gap(before: Int(body), after: previous == body ? nil : Int(previous))
    known = gap
    return gap
  }

  /// What leaving the story costs.
  func leaving(_ tail: Int32) -> Double { tails[Int(tail)].leaving }

  /// The story breaks off within a sentence.
  func isOpen(_ tail: Int32) -> Bool { tails[Int(tail)].isOpen }

  /// What it costs that a story opens with the piece.
  mutating func opening(afterOpen: Bool) -> Double {
    if let known = afterOpen ? openings.open : openings.closed { return known }
    let score = costs.opening(Int(body), gap(), afterOpen: afterOpen)
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
    let score = costs.breaking(Int(body), ends[at], gap(), opening: opening, &memory)
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
      Int(body), ends[at], gap(), after: Int(previous), opening: opening, &memory)
    tails[at].set(takingUp: score, for: body)
    return score
  }

  /// The end of a story that opens with the piece.
  mutating func opened() -> Int32 {
    if starts[Int(body)] < 0 { starts[Int(body)] = add(StoryEnd()) }
    return starts[Int(body)]
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
