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
  let pieces: [Piece]
  let stories: [[Int]]
  let places: [Int: HeadlineAssignment.Place]
  var layouts: [StoryLayout] = []
  var owner: [Int: Int] = [:]

  mutating func run() -> [StoryLayout] {
    layouts = stories.map { StoryLayout(items: $0) }
    for (story, body) in stories.enumerated() {
      for piece in body { owner[piece] = story }
    }
    for piece in pieces.indices where pieces[piece].kind == .head { place(head: piece) }
    for piece in pieces.indices where pieces[piece].kind == .byline { place(byline: piece) }
    return layouts
  }

  private mutating func place(head piece: Int) {
    switch places[piece] ?? .none {
    case .story(let story):
      layouts[story].heads.append(piece)
      owner[piece] = story
    case .section(let story):
      insert(piece, into: story)
    case .none:
      if let last = owner[piece - 1], pieces[piece - 1].kind == .head, layouts[last].items.isEmpty {
        layouts[last].heads.append(piece)
        owner[piece] = last
      } else {
        owner[piece] = layouts.count
        layouts.append(StoryLayout(heads: [piece]))
      }
    }
  }

  /// A byline belongs to the headline or the text right above it; at the top of a page to what follows.
  private mutating func place(byline piece: Int) {
    if let story = owner[piece - 1] {
      insert(piece, into: story)
    } else if let next = ((piece + 1)..<pieces.count).first(where: { owner[$0] != nil }),
      let story = owner[next]
    {
      insert(piece, into: story)
    } else {
      owner[piece] = layouts.count
      layouts.append(StoryLayout(items: [piece]))
    }
  }

  /// Puts a piece where the page has it: behind the story's piece before it, before the one after it, else at
  /// the end.
  private mutating func insert(_ piece: Int, into story: Int) {
    owner[piece] = story
    let items = layouts[story].items
    let before = stride(from: piece - 1, through: 0, by: -1).first {
      pieces[$0].kind != .head || items.contains($0)
    }
    let after = ((piece + 1)..<max(piece + 1, pieces.count)).first {
      pieces[$0].kind != .head || items.contains($0)
    }
    if let before, let at = items.firstIndex(of: before) {
      layouts[story].items.insert(piece, at: at + 1)
    } else if let after, let at = items.firstIndex(of: after) {
      layouts[story].items.insert(piece, at: at)
    } else {
      layouts[story].items.append(piece)
    }
  }
}
