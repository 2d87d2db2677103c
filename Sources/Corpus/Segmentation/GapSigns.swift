/// All that tells whether the story that stands before goes on with a body piece, or another one opens there: numbers, truth as
/// 0 and 1. `GapTrees` are trained on them.
enum GapSigns {
  /// What each says, in order.
  static let names =
    [
      "heads", "headLength", "headLevel", "headBlanks", "headSpaces", "headColon", "headMarks", "headItem",
      "foreign",
      "byline", "signed", "headline", "afterEnd", "changesColumn", "strong", "lead", "caption", "box",
      "picture",
      "refersBack", "cannotOpen", "leansBack", "start", "contact", "short", "open", "continues", "wrapped",
      "blanks",
      "item", "speech", "mark", "length", "lines", "near", "far", "lowerAbove", "lowerBelow", "upperBelow",
      "upperAbove", "upperLength", "cohesion", "upperOpen", "upperPiece", "upperEnd", "upperStrong",
      "upperCredit", "sameStart", "sameWord", "headAbove", "headBelow", "pieceLength", "signOff", "signature",
      "upperSignOff",
      "pull", "blanksPart",
    ] + PageSigns.names + ["behind", "ahead"] + [
      "storyLength", "storyPieces", "coverage", "column", "continuity", "nextItem",
      "opens",
    ]

  /// What each says, in order, where they tell whether a story that was set aside goes on with a body piece.
  static let resumptionNames =
    [
      "strong", "lead", "caption", "box", "picture",
      "refersBack", "cannotOpen", "leansBack", "start", "contact", "short", "open", "continues", "wrapped",
      "blanks",
      "item", "speech", "mark", "heads", "headline", "signed", "byline", "foreign", "upperOpen", "length",
      "upperLength", "cohesion",
      "pull",
    ] + PageSigns.names + ["behind", "ahead"] + [
      "storyOpen", "storyFills", "storyStrong", "storyCredit", "storyEnd", "storyLength", "storyPieces",
      "distance", "coverage", "column", "continuity", "nextItem", "opens", "resumes",
    ]
}

extension AssemblyCosts {
  private static let marks: ScalarSet = "，。！？、；"
  private static let quotes: ScalarSet = "“‘「"

  /// The signs of a gap that are the same for every story that may go on over it.
  func signs(of body: Int, _ gap: Gap, after previous: Int) -> Signs {
    var signs = Signs()
    addHeads(gap, to: &signs)
    addPiece(body, to: &signs)
    addParagraph(body, to: &signs)
    addUpper(previous, body, gap, to: &signs)
    signs.add(pull(of: body))
    signs.add(blanksPart)
    addPlace(of: body, to: &signs)
    return signs
  }

  /// The page, and how many of its pieces stand before and behind.
  private func addPlace(of body: Int, to signs: inout Signs) {
    page.add(to: &signs)
    signs.add(min(40, body))
    signs.add(min(40, pieces.count - 1 - body))
  }

  private func addHeads(_ gap: Gap, to signs: inout Signs) {
    let heads = gap.heads.map { pieces[$0] }
    signs.add(heads.count)
    signs.add(heads.reduce(0) { $0 + $1.text.count })
    signs.add(heads.compactMap { $0.heading > 0 ? $0.heading : nil }.min() ?? 0)
    signs.add(heads.map(\.blanksBefore).max() ?? 0)
    signs.add(heads.map(\.phraseGaps).max() ?? 0)
    signs.add(heads.contains { $0.text.contains("：") })
    signs.add(heads.reduce(0) { $0 + $1.text.count { Self.marks.contains($0) } })
    signs.add(heads.first.map { ListItem($0.text) != nil } ?? false)
    signs.add(gap.hasForeign)
    signs.add(gap.hasByline)
    signs.add(gap.isSigned)
    signs.add(gap.headline)
    signs.add(gap.afterEnd)
    signs.add(gap.changesColumn)
  }

  private func addPiece(_ body: Int, to signs: inout Signs) {
    let piece = facts[body]
    signs.add(piece.opening.isStrong)
    signs.add(piece.opening.isLead)
    signs.add(piece.opening.isCaption)
    signs.add(piece.isBox)
    signs.add(piece.pointsAtPicture)
    signs.add(piece.refersBack)
    signs.add(piece.cannotOpen)
    signs.add(piece.leansBack)
    signs.add(piece.start)
    signs.add(piece.isContact)
    signs.add(piece.isShort)
    signs.add(piece.isOpen)
    signs.add(piece.continues)
    signs.add(piece.isWrapped)
    signs.add(piece.blanksBefore)
    signs.add(piece.item?.number ?? -1)
    signs.add(pieces[body].text.first.map { Self.quotes.contains($0) } ?? false)
    signs.add(pieces[body].text.first.map { $0.isBullet || $0.opensRemark } ?? false)
  }

  private func addParagraph(_ body: Int, to signs: inout Signs) {
    let number = paragraphs.number(holding: body)
    signs.add(paragraphs[number].count)
    signs.add(paragraphs[number].lines)
    let around = cohesion.features[number]
    for value in [around.near, around.far, around.lowerAbove, around.lowerBelow] { signs.add(value) }
    for value in [around.upperBelow, around.upperAbove, around.upperLength] { signs.add(value) }
    signs.add(cohesion[number])
  }

  /// The signs that a story which was set aside goes on with a body piece; nil where that is out of question.
  func resumptionSigns(
    of body: Int, _ recent: StoryEnd, _ gap: Gap, after previous: Int, opening: Double,
    _ memory: inout AssemblyMemory
  ) -> Signs? {
    let resuming = resuming(body, recent, &memory)
    guard resuming > Self.leastResuming else { return nil }
    var signs = Signs()
    addPiece(body, to: &signs)
    signs.add(gap.heads.count)
    signs.add(gap.headline)
    signs.add(gap.isSigned)
    signs.add(gap.hasByline)
    signs.add(gap.hasForeign)
    signs.add(facts[previous].isOpen)
    let number = paragraphs.number(holding: body)
    signs.add(paragraphs[number].count)
    signs.add(cohesion.features[number].upperLength)
    signs.add(cohesion[number])
    signs.add(pull(of: body))
    addPlace(of: body, to: &signs)
    let last = recent.last
    signs.add(facts[last].isOpen)
    signs.add(facts[last].fillsLastLine)
    signs.add(facts[last].closing.isStrong)
    signs.add(pieces[last].closing.isCredit)
    signs.add(Self.end(of: pieces[last].text))
    signs.add(min(recent.length, 320))
    signs.add(recent.count)
    signs.add(body - last)
    signs.add(coverage(body, recent, &memory) ?? -1)
    signs.add(memory.likelihood(recent.column, body, columns))
    signs.add(facts[last].isOpen ? memory.continuity(last, body, affinity) : 0)
    signs.add(isNextItem(body, recent))
    signs.add(opening)
    signs.add(resuming)
    return signs
  }

  private func addUpper(_ previous: Int, _ body: Int, _ gap: Gap, to signs: inout Signs) {
    let piece = facts[previous]
    signs.add(piece.isOpen)
    signs.add(pieces[previous].text.count)
    signs.add(Self.end(of: pieces[previous].text))
    signs.add(piece.closing.isStrong)
    signs.add(pieces[previous].closing.isCredit)
    let above = paragraphs.number(holding: previous)
    let start = pieces[paragraphs[above].range.lowerBound].text
    signs.add(start.first == pieces[body].text.first)
    signs.add(start.prefix(2).elementsEqual(pieces[body].text.prefix(2)))
    let around = cohesion.features[paragraphs.number(holding: body)]
    signs.add(gap.heads.isEmpty ? 0 : around.headAbove)
    signs.add(gap.heads.isEmpty ? 0 : around.headBelow)
    signs.add(pieces[body].text.count)
    signs.add(pieces[body].isSignOff)
    signs.add(pieces[body].isSignature)
    signs.add(pieces[previous].isSignOff)
  }

  /// How a text ends: 3 with a full stop, 2 with another mark that ends a sentence, 1 with a mark within one, 0 without.
  private static func end(of text: Scalars) -> Int {
    guard let last = text.last else { return 0 }
    if last == "。" { return 3 }
    if inner.contains(last) { return 1 }
    return last.isHan || last.digit != nil ? 0 : 2
  }

  private static let inner: ScalarSet = "，、；：,;:"
}
