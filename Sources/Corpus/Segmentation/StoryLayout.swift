/// The pieces of one story, in reading order.
struct StoryLayout {
  /// The headline block's pieces.
  var heads: [Int] = []
  /// Body pieces, bylines and section heads.
  var items: [Int] = []

  /// The stories of a page, with every headline, byline and section head given to one of them. A headline
  /// whose story is not on the page makes a story of its own.
  static func layouts(
    of pieces: [Piece], stories: [[Int]], places: [Int: HeadlineAssignment.Place]
  ) -> [StoryLayout] {
    var builder = LayoutBuilder(pieces: pieces, stories: stories, places: places)
    return builder.run()
  }
}

struct LayoutBuilder {
  /// How far, in pieces, a place in the story is looked for.
  private static let reach = 64

  private let pieces: [Piece]
  private let places: [Int: HeadlineAssignment.Place]
  private var heads: [[Int]]
  private var chains: Chains
  /// The story of each piece that has been placed.
  private var owner: [Int?]
  /// The first and the last body piece of each story.
  private let bounds: [(first: Int, last: Int)]
  /// On how many places of the page bylines stand between a headline and a text, and between a text and a headline.
  private let styles: (above: Int, below: Int)

  init(pieces: [Piece], stories: [[Int]], places: [Int: HeadlineAssignment.Place]) {
    self.pieces = pieces
    self.places = places
    heads = stories.map { _ in [] }
    owner = [Int?](repeating: nil, count: pieces.count)
    chains = Chains(count: pieces.count, stories)
    bounds = stories.map { ($0.min() ?? 0, $0.max() ?? 0) }
    styles = Self.styles(pieces)
    for (story, body) in stories.enumerated() {
      for piece in body { owner[piece] = story }
    }
  }

  private static func styles(_ pieces: [Piece]) -> (above: Int, below: Int) {
    let bylines = pieces.indices.dropFirst().dropLast().filter { pieces[$0].kind == .byline }
    let above = bylines.count { pieces[$0 - 1].kind == .head && pieces[$0 + 1].kind == .body }
    return (above, bylines.count { pieces[$0 - 1].kind == .body && pieces[$0 + 1].kind == .head })
  }

  mutating func run() -> [StoryLayout] {
    for piece in pieces.indices where pieces[piece].kind == .head { place(head: piece) }
    for piece in pieces.indices where pieces[piece].kind == .byline { place(byline: piece) }
    return heads.indices.map { StoryLayout(heads: heads[$0], items: chains.items(of: $0)) }
  }

  private mutating func place(head piece: Int) {
    switch places[piece] ?? .none {
    case .story(let story):
      heads[story].append(piece)
      owner[piece] = story
    case .section(let story): insert(piece, into: story)
    case .none: placeOrphan(piece)
    }
  }

  /// A headline without a story joins the one right above it, or opens an article without a body.
  private mutating func placeOrphan(_ piece: Int) {
    if piece > 0, let last = owner[piece - 1], pieces[piece - 1].kind == .head, chains.isEmpty(last) {
      heads[last].append(piece)
      owner[piece] = last
    } else {
      owner[piece] = open()
      heads[heads.count - 1] = [piece]
    }
  }

  private mutating func open() -> Int {
    heads.append([])
    chains.open()
    return heads.count - 1
  }

  /// A byline belongs to the story that opens right below it; else to the headline or the text right above it.
  private mutating func place(byline piece: Int) {
    let behind = piece..<min(pieces.count, piece + Self.reach)
    if let story = opened(under: piece) {
      insert(piece, into: story)
    } else if piece > 0, let story = owner[piece - 1] {
      insert(piece, into: story)
    } else if let next = behind.first(where: { owner[$0] != nil }), let story = owner[next] {
      insert(piece, into: story)
    } else {
      insert(piece, into: open())
    }
  }

  /// The story whose first words stand under byline `piece`, other bylines between, if it is that story's rather than of what
  /// stands above.
  private func opened(under piece: Int) -> Int? {
    guard let next = next(under: piece), pieces[next].kind == .body, let story = owner[next],
      chains.opens(next)
    else { return nil }
    guard let last = above(piece), let before = owner[last], before != story else { return story }
    if pieces[next].opening.continuedFrom != nil || names(pieces[next]) { return nil }
    if pieces[last].kind == .head { return story }
    return BylineTrees.trained.logOdds(signs(of: piece, last, next)) > 0 ? story : nil
  }

  /// The piece opens with a dateline that says who wrote.
  private func names(_ piece: Piece) -> Bool {
    piece.opening.isDateline && !Dateline.namesNobody(piece.text)
  }

  /// The piece under a byline and further bylines.
  private func next(under piece: Int) -> Int? {
    ((piece + 1)..<max(piece + 1, min(pieces.count, piece + Self.reach))).first { pieces[$0].kind != .byline }
  }

  /// The piece above a byline and further bylines.
  private func above(_ piece: Int) -> Int? {
    (max(0, piece - Self.reach)..<piece).last { pieces[$0].kind != .byline }
  }

  /// What each of a byline's signs says, in order.
  static let signNames = [
    "length", "bracketed", "bullet", "credit", "endMark", "writer", "role", "signOff", "indented",
    "blanksAbove",
    "blanksBelow", "bylines", "upperOpen", "upperEnd", "upperCredit", "upperLength", "upperLast",
    "upperDateline",
    "upperNamed", "upperByline", "lowerDateline", "lowerNamed", "lowerJump", "lowerEnd", "lowerSigned",
    "above", "below",
  ]

  /// What tells whether a byline between pieces `last` and `next` belongs to the story that opens with `next`, not to that of
  /// `last`.
  func signs(of byline: Int, _ last: Int, _ next: Int) -> Signs {
    var signs = Signs()
    addText(of: byline, to: &signs)
    signs.add(pieces[last + 1].blanksBefore)
    signs.add(pieces[next].blanksBefore)
    signs.add(next - last)
    addUpper(last, to: &signs)
    addLower(next, to: &signs)
    signs.add(styles.above)
    signs.add(styles.below)
    return signs
  }

  private func addText(of byline: Int, to signs: inout Signs) {
    let text = pieces[byline].text
    signs.add(text.count)
    signs.add(text.first?.opensRemark ?? false)
    signs.add(text.first?.isBullet ?? false)
    signs.add(pieces[byline].closing.isCredit)
    signs.add(pieces[byline].closing.isEndMark)
    signs.add(namesWriter(text))
    signs.add(NameList.roles.stand(in: text))
    signs.add(pieces[byline].isSignOff)
    signs.add(pieces[byline].isIndented)
  }

  private func addUpper(_ last: Int, to signs: inout Signs) {
    signs.add(pieces[last].isOpen)
    signs.add(pieces[last].closing.isEndMark)
    signs.add(pieces[last].closing.isCredit)
    signs.add(pieces[last].text.count)
    let (first, end) = ends(of: last)
    signs.add(end == last)
    signs.add(pieces[first].opening.isDateline)
    signs.add(names(pieces[first]))
    signs.add(first > 0 && pieces[first - 1].kind == .byline)
  }

  private func addLower(_ next: Int, to signs: inout Signs) {
    signs.add(pieces[next].opening.isDateline)
    signs.add(names(pieces[next]))
    signs.add(pieces[next].opening.continuedFrom != nil)
    let (_, end) = ends(of: next)
    signs.add(pieces[end].closing.isEndMark)
    signs.add(end + 1 < pieces.count && pieces[end + 1].kind == .byline)
  }

  /// The first and the last body piece of the story that holds a piece.
  private func ends(of piece: Int) -> (first: Int, last: Int) {
    owner[piece].map { bounds[$0] } ?? (piece, piece)
  }

  /// Whether a line of credits also names who wrote: `何田田 文/图`, `何田田 文 向小川 摄`.
  private func namesWriter(_ text: Scalars) -> Bool {
    if NameList.writersToo.stand(in: text) { return true }
    guard let end = text.firstIndex(of: "文") else { return false }
    return end + 3 < text.count && Names.isName(text[..<end].suffix(3))
  }

  /// Puts a piece where the page has it: behind the story's piece before it, before the one after it, else at
  /// the end.
  private mutating func insert(_ piece: Int, into story: Int) {
    owner[piece] = story
    let isPlace = { [pieces, chains] (at: Int) in pieces[at].kind != .head || chains.holds(at) }
    let above = (max(0, piece - Self.reach)..<piece).last(where: isPlace)
    let below = ((piece + 1)..<max(piece + 1, min(pieces.count, piece + Self.reach))).first(where: isPlace)
    if let above, chains.holds(above), owner[above] == story {
      chains.insert(piece, behind: above, of: story)
    } else if let below, chains.holds(below), owner[below] == story {
      chains.insert(piece, before: below, of: story)
    } else {
      chains.append(piece, to: story)
    }
  }
}

/// The items of each story as doubly linked lists over the page's pieces: a piece is put in place at once, however
/// long the story.
private struct Chains {
  private static let none = -1
  private var next: [Int]
  private var previous: [Int]
  private var isHeld: [Bool]
  private var first: [Int] = []
  private var last: [Int] = []

  init(count: Int, _ stories: [[Int]]) {
    next = [Int](repeating: Self.none, count: count)
    previous = next
    isHeld = [Bool](repeating: false, count: count)
    for (story, items) in stories.enumerated() {
      open()
      for item in items { append(item, to: story) }
    }
  }

  mutating func open() {
    first.append(Self.none)
    last.append(Self.none)
  }

  func isEmpty(_ story: Int) -> Bool { first[story] == Self.none }

  func holds(_ piece: Int) -> Bool { isHeld[piece] }

  /// Whether `piece` is the first of its story.
  func opens(_ piece: Int) -> Bool { isHeld[piece] && previous[piece] == Self.none }

  /// The first piece of a story that has any.
  func first(of story: Int) -> Int? { isEmpty(story) ? nil : first[story] }

  func items(of story: Int) -> [Int] {
    var items: [Int] = []
    var at = first[story]
    while at != Self.none {
      items.append(at)
      at = next[at]
    }
    return items
  }

  mutating func append(_ piece: Int, to story: Int) {
    link(piece, between: last[story], Self.none, of: story)
  }

  mutating func insert(_ piece: Int, behind other: Int, of story: Int) {
    link(piece, between: other, next[other], of: story)
  }

  mutating func insert(_ piece: Int, before other: Int, of story: Int) {
    link(piece, between: previous[other], other, of: story)
  }

  private mutating func link(_ piece: Int, between before: Int, _ after: Int, of story: Int) {
    isHeld[piece] = true
    previous[piece] = before
    next[piece] = after
    if before == Self.none { first[story] = piece } else { next[before] = piece }
    if after == Self.none { last[story] = piece } else { previous[after] = piece }
  }
}
