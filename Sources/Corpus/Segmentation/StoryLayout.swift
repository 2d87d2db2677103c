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

private struct LayoutBuilder {
  /// How far, in pieces, a place in the story is looked for.
  private static let reach = 64

  private let pieces: [Piece]
  private let places: [Int: HeadlineAssignment.Place]
  private var heads: [[Int]]
  private var chains: Chains
  /// The story of each piece that has been placed.
  private var owner: [Int?]

  init(pieces: [Piece], stories: [[Int]], places: [Int: HeadlineAssignment.Place]) {
    self.pieces = pieces
    self.places = places
    heads = stories.map { _ in [] }
    owner = [Int?](repeating: nil, count: pieces.count)
    chains = Chains(count: pieces.count, stories)
    for (story, body) in stories.enumerated() {
      for piece in body { owner[piece] = story }
    }
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

  /// The story whose first words stand under byline `piece`, other bylines between. A photographer's credit, a byline in
  /// brackets or close under a text, and one above a dateline or a jump sign what stands before.
  private func opened(under piece: Int) -> Int? {
    guard !pieces[piece].closing.isCredit || namesWriter(pieces[piece].text),
      pieces[piece].text.first?.opensRemark != true,
      let next = ((piece + 1)..<max(piece + 1, min(pieces.count, piece + Self.reach))).first(where: {
        pieces[$0].kind != .byline
      }), pieces[next].kind == .body, let story = owner[next], chains.opens(next),
      !pieces[next].opening.isStrong || isApart(piece, over: next)
    else { return nil }
    return isUnderText(piece) ? nil : story
  }

  /// Whether a line of credits also names who wrote: `何田田 文/图`, `何田田 文 向小川 摄`.
  private func namesWriter(_ text: Scalars) -> Bool {
    if NameList.writersToo.stand(in: text) { return true }
    guard let end = text.firstIndex(of: "文") else { return false }
    return end + 3 < text.count && Names.isName(text[..<end].suffix(3))
  }

  /// Whether a byline over a dateline that names nobody signs no text above: there is none, it is signed already, or a
  /// blank line is between, and none below but where the byline says who the writers are.
  private func isApart(_ piece: Int, over next: Int) -> Bool {
    guard pieces[next].opening.continuedFrom == nil, Dateline.namesNobody(pieces[next].text) else {
      return false
    }
    if isSigned(above: piece) { return true }
    return pieces[piece].blanksBefore > 0
      && (pieces[next].blanksBefore == 0 || NameList.roles.stand(in: pieces[piece].text))
  }

  /// The text above says who wrote it, at its end or behind its dateline; or there is none.
  private func isSigned(above piece: Int) -> Bool {
    guard piece > 0, let story = owner[piece - 1], pieces[piece - 1].kind == .body else { return true }
    if pieces[piece - 1].closing.isEndMark { return true }
    guard let first = chains.first(of: story), pieces[first].opening.isDateline else { return false }
    return !Dateline.namesNobody(pieces[first].text)
  }

  /// A byline close under a text, with a blank line below, signs it, unless that is signed already or breaks off.
  private func isUnderText(_ piece: Int) -> Bool {
    guard piece > 0, pieces[piece - 1].kind == .body else { return false }
    // Who sends a letter signs it.
    if pieces[piece].isSignOff { return true }
    let isClose = pieces[piece].blanksBefore == 0 && pieces[piece + 1].blanksBefore > 0
    return isClose && !pieces[piece - 1].closing.isEndMark && !pieces[piece - 1].isOpen
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
