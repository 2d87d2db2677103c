/// For each story, the headline block that came nearest to being its own instead of the one it was given.
struct HeadlineRivals {
  /// A block of head pieces and how much worse the page's assignment is with it, in log-odds, never below 0.
  struct Rival: Equatable {
    var heads: [Int]
    var margin: Double
  }

  /// A headline line with what each place is worth for it.
  struct Head {
    /// Its index among the pieces.
    var piece: Int
    var place: HeadlineAssignment.Place
    /// What the stories from `first` on are worth for it.
    var first: Int
    var stories: [Double]
    /// What it is worth without a story.
    var orphan: Double

    fileprivate func worth(in story: Int) -> Double? {
      stories.indices.contains(story - first) ? stories[story - first] : nil
    }
  }

  /// Below this margin a headline is in doubt, in log-odds.
  static let close = 5.0

  private let blocks: [ArraySlice<Head>]
  /// What it is worth to each story to have a headline at all.
  private let titled: [Double]
  private var own: [Int: ArraySlice<Head>] = [:]

  /// The lines of a page as they were assigned, in page order.
  init(_ heads: [Head], titled: [Double]) {
    self.titled = titled
    var blocks: [ArraySlice<Head>] = []
    for index in heads.indices {
      if case .section = heads[index].place { continue }
      if let last = blocks.last?.last, last.piece + 1 == heads[index].piece, last.place == heads[index].place
      {
        blocks[blocks.count - 1] = heads[blocks[blocks.count - 1].startIndex...index]
      } else {
        blocks.append(heads[index...index])
      }
    }
    self.blocks = blocks
    for block in blocks { if case .story(let story)? = block.first?.place { own[story] = block } }
  }

  /// The nearest rival of each story that has one within reach.
  func nearest() -> [Int: Rival] {
    var nearest: [Int: Rival] = [:]
    for block in blocks {
      guard let head = block.first else { continue }
      for story in head.first..<head.first + head.stories.count where head.place != .story(story) {
        guard let margin = margin(of: block, in: story) else { continue }
        if let known = nearest[story], known.margin <= margin { continue }
        nearest[story] = Rival(heads: block.map(\.piece), margin: margin)
      }
    }
    return nearest
  }

  /// What is lost if a story takes a block, and what it had goes where the block was, or nowhere.
  private func margin(of block: ArraySlice<Head>, in story: Int) -> Double? {
    guard let taken = Self.worth(of: block, in: story), let place = block.first?.place else { return nil }
    let had = own[story]
    let now = (had.flatMap { Self.worth(of: $0, in: story) } ?? -titled[story])
    guard case .story(let other) = place else {
      return max(0, now + Self.orphan(block) - taken - (had.map(Self.orphan) ?? 0))
    }
    let before = now + (Self.worth(of: block, in: other) ?? 0)
    let left = (had.map(Self.orphan) ?? 0) - titled[other]
    let swapped = had.flatMap { Self.worth(of: $0, in: other) } ?? left
    return max(0, before - taken - max(swapped, left))
  }

  private static func worth(of block: ArraySlice<Head>, in story: Int) -> Double? {
    var sum = 0.0
    for head in block {
      guard let worth = head.worth(in: story) else { return nil }
      sum += worth
    }
    return sum
  }

  private static func orphan(_ block: ArraySlice<Head>) -> Double { block.reduce(0) { $0 + $1.orphan } }
}
