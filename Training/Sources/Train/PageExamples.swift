@testable import Corpus

/// A page with its truth, as the program sees it before it decides: where examples of decisions come from.
struct PageExamples {
  let lines: [ReadLine]
  let pieces: [Piece]
  let affinity: Affinity
  let costs: AssemblyCosts
  /// The true story of each piece, by its number: that of most of its characters.
  let owners: [Int?]
  let truth: PageTruth
  private let headlineLines: Set<Int>

  init(_ sample: Sample) {
    let lines = Line.lines(of: sample.page)
    self.lines = ReadLine.read(lines, stack: MastheadStack(lines))
    let weights = SegmentationWeights.trained
    pieces = Piece.pieces(of: self.lines, labels: LineLabeler.labels(of: self.lines, weights: weights))
    affinity = Affinity(pieces, weights: weights)
    costs = AssemblyCosts(pieces: pieces, affinity: affinity, weights: weights)
    truth = sample.truth
    headlineLines = Set(truth.articles.flatMap(\.headlineLines).numbers)
    let stories = Self.stories(of: truth)
    owners = pieces.map { [lines = self.lines] in Self.owner(of: $0, lines, stories) }
  }

  /// The story of each raw line that has one.
  static func stories(of truth: PageTruth) -> [Int: Int] {
    var stories: [Int: Int] = [:]
    for (story, article) in truth.articles.enumerated() {
      for line in article.headlineLines.numbers + article.bodyLines.numbers { stories[line] = story }
    }
    return stories
  }

  static func owner(of piece: Piece, _ lines: [ReadLine], _ stories: [Int: Int]) -> Int? {
    var votes: [Int: Int] = [:]
    for line in piece.lines {
      if let story = stories[lines[line].line.number] { votes[story, default: 0] += lines[line].line.count }
    }
    return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// The body pieces of each story, by the number in `numbers` that each piece has.
  func stories(_ numbers: [Int?]) -> [[Int]] {
    var stories = [[Int]](repeating: [], count: (numbers.compactMap(\.self).max() ?? -1) + 1)
    for piece in pieces.indices where pieces[piece].kind == .body {
      if let story = numbers[piece] { stories[story].append(piece) }
    }
    return stories
  }

  /// The examples of a question.
  func examples(of question: Question) -> [Example] {
    switch question {
    case .head: heads()
    case .gap: GapExamples(self).gaps()
    case .resumption: GapExamples(self).resumptions()
    case .byline: bylines()
    case .bond: bonds()
    case .place: places()
    case .section: sections()
    }
  }

  private func heads() -> [Example] {
    let known = Set(Self.stories(of: truth).keys).union((truth.furniture ?? []).numbers)
    let sections = Set(truth.sections ?? [])
    var examples: [Example] = []
    LineLabeler.label(lines) { index, signs in
      let number = lines[index].line.number
      // Whether a section head is taken for one does not matter: it is told apart later.
      guard known.contains(number), !sections.contains(number) else { return }
      examples.append(Example(isTrue: headlineLines.contains(number), signs: signs))
    }
    return examples
  }

  /// Headline lines beside the stories near them, and which is theirs.
  private func places() -> [Example] {
    viewed { head, story, _, signs in
      Example(isTrue: isHeadline(head) && owners[head] == story, signs: signs)
    }
  }

  /// Lines inside a story, and whether they are none of a headline.
  private func sections() -> [Example] {
    viewed { head, _, isAround, signs in isAround ? Example(isTrue: !isHeadline(head), signs: signs) : nil }
  }

  /// Calls `body` with each line taken for one of a headline, each of the true stories that come into question for it, whether the
  /// line stands inside it, and what is seen of both.
  private func viewed(_ body: (Int, Int, Bool, Signs) -> Example?) -> [Example] {
    let heads = pieces.indices.filter { pieces[$0].kind == .head }
    let all = stories(owners)
    let numbers = all.indices.filter { !all[$0].isEmpty }
    let view = HeadlineAssignment(pieces, affinity).view(of: numbers.map { all[$0] })
    return heads.indices.flatMap { position in
      view.candidates(position).compactMap { story in
        body(
          heads[position], numbers[story], view.sights[position].around == story,
          view.signs(of: position, in: story))
      }
    }
  }

  /// All lines of a piece are of headlines.
  private func isHeadline(_ piece: Int) -> Bool {
    pieces[piece].lines.allSatisfy { headlineLines.contains(lines[$0].line.number) }
  }

  private func bonds() -> [Example] {
    HeadlineAssignment(pieces, affinity).bondSigns().sorted { $0.key < $1.key }.compactMap { lower, signs in
      let (upperIs, lowerIs) = (isHeadline(lower - 1), isHeadline(lower))
      guard let one = owners[lower - 1], let other = owners[lower], upperIs || lowerIs else { return nil }
      return Example(isTrue: one == other && upperIs && lowerIs, signs: signs)
    }
  }

  /// Bylines between two stories, which belong to the lower one or not.
  private func bylines() -> [Example] {
    let stories = stories(owners)
    let builder = LayoutBuilder(pieces: pieces, stories: stories, places: [:])
    return pieces.indices.compactMap { piece in
      guard pieces[piece].kind == .byline, let own = owners[piece],
        let last = pieces[..<piece].lastIndex(where: { $0.kind != .byline }), pieces[last].kind == .body,
        let next = pieces[(piece + 1)...].firstIndex(where: { $0.kind != .byline }), pieces[next].kind == .body,
        let above = owners[last], let below = owners[next], above != below, own == above || own == below,
        stories[below].first == next
      else { return nil }
      return Example(isTrue: own == below, signs: builder.signs(of: piece, last, next))
    }
  }
}
