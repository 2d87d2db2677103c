/// The headline lines of a page as they are by themselves, whatever its stories are.
struct HeadlineLines {
  /// Their indices among the pieces.
  let heads: [Int]
  /// For each the number of its run: lines one right below the other.
  let runs: [Int]
  /// What is seen of each, and of the page.
  private(set) var signs: [Signs] = []
  let neighbours: Neighbours
  private let pieces: [Piece]

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    heads = pieces.indices.filter { pieces[$0].kind == .head }
    runs = Self.runs(heads)
    neighbours = Neighbours(pieces)
    let page = PageSigns(pieces)
    signs = heads.map { head in
      var signs = Signs()
      addLine(head, &signs)
      page.add(to: &signs)
      return signs
    }
  }

  private static func runs(_ heads: [Int]) -> [Int] {
    var run = 0
    return heads.indices.map { position in
      if position > 0, heads[position - 1] + 1 != heads[position] { run += 1 }
      return run
    }
  }

  /// What is seen of the line itself.
  private func addLine(_ head: Int, _ signs: inout Signs) {
    let piece = pieces[head]
    let text = piece.text
    signs.add(text.count)
    signs.add(piece.heading)
    signs.add(piece.phraseGaps)
    signs.add(piece.blanksBefore)
    signs.add(piece.isIndented)
    let (above, below) = (pieces.headRun(from: head - 1, by: -1), pieces.headRun(from: head + 1, by: 1))
    signs.add(above + below + 1)
    signs.add(above)
    addNeighbours(head, &signs)
    signs.add(text.contains("：") || text.contains(":"))
    signs.add(text.count { !$0.isHan && $0.digit == nil })
    signs.add(ListItem(text) != nil)
    signs.add(text.prefix(2).allSatisfy(\.isDash))
    signs.add(text.first?.closer != nil)
    signs.add(HeadlineParts.isKicker(text))
    signs.add(HeadlineParts.isOffice(text))
    signs.add(Cues.isNoticeTitle(text))
    signs.add(CommonPairs.shared.wording(text))
  }

  private func addNeighbours(_ head: Int, _ signs: inout Signs) {
    let next = head + 1 < pieces.count ? pieces[head + 1] : nil
    signs.add(next?.blanksBefore ?? 9)
    signs.add(head > 0 && pieces[head - 1].kind == .body && pieces[head - 1].isOpen)
    signs.add(next?.kind == .body && next?.continues == true)
    signs.add(next?.opening.isStrong == true)
  }
}

/// The nearest body piece above and below every piece.
struct Neighbours {
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

extension [Piece] {
  /// How many headline lines stand one by the other from one on, 20 at most.
  func headRun(from piece: Int, by step: Int) -> Int {
    var (at, count) = (piece, 0)
    while indices.contains(at), self[at].kind == .head, count < 20 {
      count += 1
      at += step
    }
    return count
  }
}
