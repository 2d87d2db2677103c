/// Where on the page the story of each headline line may begin, by what both say: found before the stories are put
/// together, since a headline far away is often the only sign that a story begins.
struct LeadFinder {
  /// The paragraph that a headline line speaks of most.
  struct Target: Equatable {
    /// The piece with which that story probably opens.
    var piece: Int
    /// How much of the headline stands in the text there, 0...1.
    var strength: Double
  }

  /// Paragraphs before the best match that are looked at for the story's opening.
  private static let lookBehind = 3
  /// How far apart, in pieces, a headline and its story are looked for.
  private static let reach = 400

  /// The target of each head piece that has one.
  let targets: [Int: Target]
  /// For body pieces, how strongly a distant headline points at them as an opening, 0...1.
  let pull: [Int: Double]

  init(pieces: [Piece], affinity: Affinity, weights: LeadWeights) {
    let leads = pieces.indices.filter { pieces[$0].kind == .body && !pieces[$0].continues }
    var targets: [Int: Target] = [:]
    var pull: [Int: Double] = [:]
    let bodies = pieces.indices.filter { pieces[$0].kind == .body }
    for head in pieces.indices where pieces[head].kind == .head && pieces[head].heading == 0 {
      guard let target = Self.target(of: head, leads, pieces, affinity, weights) else { continue }
      targets[head] = target
      let next = Self.position(of: head, bodies)
      if next == bodies.count || target.piece != bodies[next] {
        pull[target.piece] = max(pull[target.piece] ?? 0, target.strength)
      }
    }
    self.targets = targets
    self.pull = pull
  }

  private static func target(
    of head: Int, _ leads: [Int], _ pieces: [Piece], _ affinity: Affinity, _ weights: LeadWeights
  ) -> Target? {
    guard pieces[head].text.count >= 5 else { return nil }
    let near = leads[position(of: head - reach, leads)..<position(of: head + reach + 1, leads)]
    let scores = affinity.shares(of: head, in: near)
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= weights.least
    else { return nil }
    let start = max(0, best - lookBehind)
    let first = (start...best).first { scores[$0] >= weights.earlier * scores[best] } ?? best
    return Target(piece: near[near.startIndex + first], strength: min(1, scores[best] / weights.full))
  }

  /// The place of the first of `leads` (ascending) that is at or behind `piece`.
  private static func position(of piece: Int, _ leads: [Int]) -> Int {
    var (low, high) = (0, leads.count)
    while low < high {
      let middle = (low + high) / 2
      if leads[middle] < piece { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
