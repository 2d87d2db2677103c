@testable import Corpus

/// What is seen at the gaps between the body pieces of a page, and what is true there.
struct GapExamples {
  private let page: PageExamples

  /// The examples of a page, each behind decisions that were right.
  init(_ page: PageExamples) { self.page = page }

  /// Whether the story that stands before does not go on.
  func gaps() -> [Example] {
    var examples: [Example] = []
    forEachGap { gap in
      guard let end = gap.ends[gap.before] else { return }
      let starting = gap.opening + page.costs.leaving(gap.previous)
      let (signs, _) = page.costs.signs(of: gap.piece, end, gap.gap, starting: starting, &gap.memory)
      examples.append(Example(isTrue: gap.own != gap.before, signs: signs))
    }
    return examples
  }

  /// Whether a story that was set aside goes on, where the one that stands before does not.
  func resumptions() -> [Example] {
    var examples: [Example] = []
    forEachGap { gap in
      guard gap.own != gap.before else { return }
      let aside = gap.ends.filter { $0.key != gap.before }.sorted { $0.value.last > $1.value.last }.prefix(8)
      for (story, end) in aside {
        let signs = page.costs.resumptionSigns(
          of: gap.piece, end, gap.gap, after: gap.previous, opening: gap.opening, &gap.memory)
        guard let signs else { continue }
        examples.append(Example(isTrue: story == gap.own, signs: signs))
      }
    }
    return examples
  }

  /// A gap, and the stories as they are behind the piece above it.
  private struct Gap {
    var piece: Int
    var previous: Int
    /// The true stories of the piece above and of the one below.
    var before: Int
    var own: Int
    var gap: AssemblyCosts.Gap
    var opening: Double
    var ends: [Int: StoryEnd]
    var memory: AssemblyMemory
  }

  private func forEachGap(_ body: (inout Gap) -> Void) {
    var memory = AssemblyMemory(pieces: page.pieces.count, pairs: page.affinity.pairCount)
    var ends: [Int: StoryEnd] = [:]
    var previous: Int?
    for piece in page.pieces.indices where page.pieces[piece].kind == .body {
      if var gap = gap(at: piece, after: previous, ends, memory) {
        body(&gap)
        memory = gap.memory
      }
      if let story = page.owners[piece] { ends[story] = page.costs.extended(ends[story] ?? StoryEnd(), by: piece) }
      previous = piece
    }
  }

  private func gap(at piece: Int, after previous: Int?, _ ends: [Int: StoryEnd], _ memory: AssemblyMemory) -> Gap? {
    guard let previous, let own = page.owners[piece], let before = page.owners[previous] else { return nil }
    let gap = page.costs.gap(before: piece, after: previous)
    let opening = page.costs.opening(piece, gap, afterOpen: page.costs.facts[previous].isOpen)
    return Gap(
      piece: piece, previous: previous, before: before, own: own, gap: gap, opening: opening, ends: ends,
      memory: memory)
  }
}
