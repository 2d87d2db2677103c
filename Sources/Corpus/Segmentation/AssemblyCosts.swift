/// What each decision of the assembly costs (negative) or gains. The figures are log-odds. An object, since it is large and
/// asked for many times.
final class AssemblyCosts {
  /// What stands between two body pieces.
  struct Gap {
    /// Head pieces in between.
    var heads: [Int]
    /// A headline stands between that speaks of a story elsewhere.
    var hasForeign: Bool
    /// A byline stands between, behind a headline.
    var hasByline: Bool
    /// A signature or credit closes the piece before.
    var isSigned: Bool
    /// How much the heads look like a new story's headline rather than a section head of this one.
    var headline: Double
    /// The body piece before has a strong end.
    var afterEnd: Bool
    /// The columns before and behind are of different widths.
    var changesColumn: Bool
    /// There is none before.
    var isFirst: Bool
    /// All of that as numbers; nothing where there is none before.
    var signs = Signs()
  }

  /// So many paragraphs make a page.
  private static let manyParagraphs = 12.0
  /// Less than any log-odds.
  static let never = -20.0
  /// A story of which the weights say less is not looked at: hardly any that they say less of goes on.
  static let leastResuming = -8.5

  let pieces: [Piece]
  /// The same without their texts, which the costs of every state need.
  let facts: ContiguousArray<PieceFacts>
  let affinity: Affinity

  /// Reads what stands before body piece `body`, behind body piece `previous`.
  func gap(before body: Int, after previous: Int?) -> Gap {
    let between = ((previous ?? -1) + 1)..<body
    let all = between.filter { pieces[$0].kind == .head }
    let heads = all.filter { !isForeign($0, before: body, after: previous) }
    let bylines = between.filter { pieces[$0].kind == .byline }
    let signed = bylines.contains { byline in heads.first.map { byline < $0 } ?? true }
    let behindHead = bylines.contains { byline in heads.first.map { byline > $0 } ?? false }
    let afterEnd = previous.map { pieces[$0].closing.isStrong || pieces[$0].closing.isCredit } ?? false
    var gap = Gap(
      heads: heads, hasForeign: heads.count < all.count, hasByline: behindHead,
      isSigned: signed && previous != nil && !pieces[body].isSignOff,
      headline: headline(heads, before: body, after: previous), afterEnd: afterEnd,
      changesColumn: previous.map { changesColumn($0, body) } ?? false, isFirst: previous == nil)
    if let previous { gap.signs = signs(of: body, gap, after: previous) }
    return gap
  }

  /// The headline speaks of a story that stands elsewhere.
  private func isForeign(_ head: Int, before body: Int, after previous: Int?) -> Bool {
    guard headings[head] == nil, let target = leads.targets[head], target.strength >= foreign else {
      return false
    }
    return target.piece > body + 12 || target.piece < body
  }

  private func changesColumn(_ a: Int, _ b: Int) -> Bool {
    guard facts[a].isWrapped && facts[b].isWrapped else { return false }
    let (before, behind) = (paragraphs.number(holding: a), paragraphs.number(holding: b))
    return paragraphs[before].lines > 1 && paragraphs[behind].lines > 1
      && abs(paragraphs[before].column - paragraphs[behind].column) >= 5
  }

  private func headline(_ heads: [Int], before body: Int, after previous: Int?) -> Double {
    guard let first = heads.first else { return 0 }
    var score = 0.0
    let text = heads.flatMap { pieces[$0].text }
    if heads.count > 1 { score += gapWeight.several }
    if isSpaced, pieces[body].blanksBefore == 0, text.count < 20 { score += gapWeight.attached }
    if pieces[body].text.count < 35 { score += gapWeight.shortBody }
    if heads.contains(where: isDashed) { score += gapWeight.dash }
    if text.count >= 14 { score += gapWeight.long } else if text.count <= 9 { score += gapWeight.short }
    if heads.contains(where: { Cues.isNoticeTitle(pieces[$0].text) }) { score += gapWeight.notice }
    if text.contains("：") { score += gapWeight.colon }
    score += level(heads)
    if let previous { score += drift(first, body, previous) }
    return score
  }

  /// A subheadline's dash.
  private func isDashed(_ head: Int) -> Bool {
    pieces[head].text.count > 6 && pieces[head].text.prefix(2).allSatisfy(\.isDash)
  }

  /// Markdown: `#` and `##` are rather headlines, `###` rather a section head.
  private func level(_ heads: [Int]) -> Double {
    let level = heads.compactMap { headings[$0] }.min() ?? 0
    switch level {
    case 1: return gapWeight.level1
    case 2: return gapWeight.level2
    case 3...: return gapWeight.level3
    default: return 0
    }
  }

  /// The head and what follows have little to do with what stands before.
  private func drift(_ head: Int, _ body: Int, _ previous: Int) -> Double {
    let ahead = affinity.likeness(head, body)
    let behind = affinity.likeness(head, previous)
    let limit = gapWeight.driftLimit
    let resemblance = max(
      -gapWeight.resemblanceLimit, gapWeight.resemblance * affinity.likeness(body, previous))
    return min(limit, max(-limit, gapWeight.drift * (ahead - behind))) + resemblance
  }

  private let weight: AssemblyWeights
  private let gapWeight: GapWeights
  private let foreign: Double
  private let headings: [Int: Int]
  private let leads: LeadFinder
  let paragraphs: Paragraphs
  let columns: ColumnFit
  let cohesion: Cohesion
  let page: PageSigns
  /// Blank lines stand between nearly all paragraphs of the page.
  private let isSpaced: Bool
  /// Blank lines are few and stand between paragraphs only.
  let blanksPart: Bool

  init(pieces: [Piece], affinity: Affinity, weights: SegmentationWeights) {
    weight = weights.assembly
    gapWeight = weights.gaps
    foreign = weights.leads.foreign
    self.pieces = pieces
    facts = ContiguousArray(pieces.map(PieceFacts.init))
    self.affinity = affinity
    let openings = pieces.indices.filter { pieces[$0].kind == .body && !pieces[$0].continues }
    let spaced = openings.count { pieces[$0].blanksBefore > 0 }
    isSpaced = spaced * 5 >= openings.count * 3 && openings.count > 3
    // Two or three paragraphs do not tell what a blank line means.
    blanksPart =
      !isSpaced && openings.count > 3
      && pieces.indices.count { pieces[$0].continues && pieces[$0].blanksBefore > 0 } * 4 <= spaced
    paragraphs = Paragraphs(pieces, affinity)
    page = PageSigns(pieces)
    columns = ColumnFit(pieces, paragraphs)
    cohesion = Cohesion(pieces, paragraphs, affinity, weights.cohesion)
    leads = LeadFinder(pieces: pieces, affinity: affinity, weights: weights.leads)
    headings = Dictionary(
      uniqueKeysWithValues: pieces.indices.filter { pieces[$0].heading > 0 }.map { ($0, pieces[$0].heading) })
  }

  /// A story opens with `body`.
  func opening(_ body: Int, _ gap: Gap, afterOpen: Bool) -> Double {
    let piece = facts[body]
    var score = weight.opens
    if gap.isFirst {
      score += weight.opensFirst
    } else if piece.opening.isStrong {
      score += weight.opensStrong
    }
    if piece.opening.isLead, !piece.continues { score += weight.opensLead }
    if piece.refersBack { score += weight.opensReferring }
    score += weight.opensStart * piece.start
    if gap.afterEnd { score += weight.opensAfterEnd }
    if gap.isSigned { score += weight.opensAfterSignature }
    if gap.changesColumn && !afterOpen { score += weight.opensColumn }
    if piece.blanksBefore > 0 && !afterOpen && blanksPart { score += weight.opensBlank }
    if gap.hasByline { score += weight.opensByline }
    if gap.hasForeign { score += weight.opensForeign }
    if let item = piece.item, item.number > 1 { score += weight.opensItem }
    if piece.isContact { score += weight.opensContact }
    if !gap.heads.isEmpty { score += weight.opensHead + gap.headline }
    score += weight.opensPulled * (leads.pull[body] ?? 0)
    if piece.pointsAtPicture {
      score += weight.opensPicture
    } else if piece.opening.isCaption || piece.isBox {
      score += weight.opensBox
    }
    if piece.continues && gap.heads.isEmpty { score += weight.opensContinued }
    if piece.cannotOpen { score += weight.opensPunctuation }
    if piece.leansBack { score += weight.opensLeaning }
    if afterOpen { score += weight.opensAfterOpen }
    return score
  }

  /// What a distant headline that points at `body` tells, 0...1.
  func pull(of body: Int) -> Double { leads.pull[body] ?? 0 }

  /// The log-odds that a story that was set aside goes on with `body`, where the one that stands before does not.
  func takingUp(
    _ body: Int, _ recent: StoryEnd, _ gap: Gap, after previous: Int, opening: Double,
    _ memory: inout AssemblyMemory
  ) -> Double {
    let signs = resumptionSigns(of: body, recent, gap, after: previous, opening: opening, &memory)
    guard let signs else { return Self.never }
    let odds = weight.resumes * Double(ResumptionTrees.trained.logOdds(signs))
    let plain = Double(signs[signs.count - 1] - signs[signs.count - 2])
    return min(weight.resumesMost, judged(odds, plain))
  }

  /// The log-odds that the story that stands before does not go on with `body`, where `opening` is what another one gains that
  /// opens there.
  func breaking(
    _ body: Int, _ recent: StoryEnd, _ gap: Gap, opening: Double, _ memory: inout AssemblyMemory
  ) -> Double {
    let starting = opening + leaving(recent.last)
    let (signs, opens) = signs(of: body, recent, gap, starting: starting, &memory)
    let odds = weight.trees * Double(GapTrees.trained.logOdds(signs))
    // The other weights know of opening only, which a line that goes on does not.
    let goesOn = facts[body].continues || facts[body].leansBack || facts[body].cannotOpen
    return goesOn ? odds : judged(odds, opens)
  }

  /// What counts of what the trees and the other weights say: the trees know pages; on a few paragraphs the weights' word counts.
  private func judged(_ trees: Double, _ plain: Double) -> Double {
    let share = min(1, Double(paragraphs.count) / Self.manyParagraphs)
    return trees * share + weight.few * plain * (1 - share)
  }

  /// All that tells whether the story that stands before goes on with `body`, or one opens there, which gains `starting`.
  func signs(
    of body: Int, _ recent: StoryEnd, _ gap: Gap, starting: Double, _ memory: inout AssemblyMemory
  ) -> (Signs, opens: Double) {
    var signs = gap.signs
    let goesOn = continuing(body, recent, gap, &memory)
    signs.add(min(recent.length, 320))
    signs.add(recent.count)
    signs.add(coverage(body, recent, &memory) ?? -1)
    signs.add(memory.likelihood(recent.column, body, columns))
    signs.add(facts[recent.last].isOpen ? memory.continuity(recent.last, body, affinity) : 0)
    signs.add(isNextItem(body, recent))
    signs.add(starting - goesOn)
    return (signs, starting - goesOn)
  }

  /// What a few weights say of the story that stands before and goes on with `body`.
  private func continuing(
    _ body: Int, _ recent: StoryEnd, _ gap: Gap, _ memory: inout AssemblyMemory
  ) -> Double {
    let last = recent.last
    let piece = facts[body]
    let column = memory.likelihood(recent.column, body, columns)
    var score = kinship(body, recent, &memory) + weight.goesOnColumn * column + cohesion(last, body)
    if isNextItem(body, recent) { score += weight.followsItem }
    if piece.opening.isStrong { score += weight.overOpening }
    if facts[last].isBareOpening { return score + weight.afterDateline }
    if facts[last].isOpen {
      let continuity = memory.continuity(last, body, affinity) - weight.goesOnStart * piece.start
      score += gap.heads.isEmpty && piece.continues ? natural(body, continuity) : continuity + weight.apart
    } else {
      score += weight.followsStart * piece.start
      if isFragment(body) { score += weight.followsFragment }
      if gap.changesColumn { score += weight.overColumn }
      if gap.afterEnd { score += weight.overEnd }
      if gap.isSigned { score += weight.overSignature }
    }
    if !gap.heads.isEmpty {
      score += facts[last].isOpen ? openOverHead(gap) : weight.overHead - gap.headline
    }
    if gap.hasByline { score += weight.overByline }
    if piece.opening.isLead, !gap.heads.isEmpty { score += weight.overLead }
    if piece.opening.isCaption { score += weight.overCaption }
    return score
  }

  /// What the text around the gap says, where the story's last paragraph stands directly above the one of `body`.
  private func cohesion(_ last: Int, _ body: Int) -> Double {
    let paragraph = paragraphs.number(holding: body)
    guard paragraphs[paragraph].range.lowerBound == body, last < body,
      paragraphs.number(holding: last) == paragraph - 1
    else { return 0 }
    return cohesion[paragraph] * (facts[last].isOpen ? weight.goesOnCohesion : weight.followsCohesion)
  }

  /// An item of a list, and the story has the one before.
  func isNextItem(_ body: Int, _ recent: StoryEnd) -> Bool {
    guard let item = facts[body].item else { return false }
    for place in 0..<recent.count { if facts[recent[place]].item?.isBefore(item) == true { return true } }
    return false
  }

  /// A paragraph of a few characters that is no speech: rather the end of one that was torn.
  private func isFragment(_ body: Int) -> Bool {
    facts[body].isShort && paragraphs[paragraphs.number(holding: body)].count < 12
  }

  private func openOverHead(_ gap: Gap) -> Double {
    weight.openOverHead + weight.openOverHeadline * max(0, gap.headline)
  }

  /// The next lines of the same column are the natural continuation; without a blank line hardly anything else.
  private func natural(_ body: Int, _ continuity: Double) -> Double {
    let bounded = max(weight.naturalLeast, min(weight.naturalMost, continuity))
    guard facts[body].isWrapped else { return bounded + weight.naturalUnwrapped }
    return bounded + (facts[body].blanksBefore == 0 ? weight.naturalClose : weight.naturalBlank)
  }

  /// A story that broke off, or was closed, further above goes on with `body`.
  func resuming(_ body: Int, _ recent: StoryEnd, _ memory: inout AssemblyMemory) -> Double {
    let kinship = kinship(body, recent, &memory)
    return resuming(body, recent, kinship: kinship, &memory)
  }

  /// The most that taking up a story can gain: a path is not better because it leaves and comes back.
  var mostOfTakingUp: Double { weight.resumesMost }

  /// What that may be at most, whatever both say: less to compute.
  func mostOfResuming(_ body: Int, _ recent: StoryEnd, _ memory: inout AssemblyMemory) -> Double {
    resuming(body, recent, kinship: max(0, weight.kinshipMost), &memory)
  }

  /// What that may be at most for any story that is closed, or less than what is no use.
  func mostOfResumingClosed(_ body: Int) -> Double {
    let piece = facts[body]
    if piece.opening.isStrong || piece.isOmission { return Self.never }
    let columns = columns.likelihoods(beside: columns.column(of: body))
    let column = max(
      weight.resumesColumn * columns.lowerBound, weight.resumesColumn * columns.upperBound)
    let item = piece.item == nil ? 0 : max(0, weight.followsItem)
    return max(0, weight.kinshipMost) + column + weight.resumesClosed + weight.followsStart * piece.start
      + item + 1e-6
  }

  /// Grows with `kinship`.
  private func resuming(
    _ body: Int, _ recent: StoryEnd, kinship: Double, _ memory: inout AssemblyMemory
  ) -> Double {
    let last = recent.last
    let piece = facts[body]
    if piece.opening.isStrong || piece.isOmission || facts[last].closing.isStrong { return Self.never }
    var score = kinship + weight.resumesColumn * memory.likelihood(recent.column, body, columns)
    if isNextItem(body, recent) { score += weight.followsItem }
    guard facts[last].isOpen else { return score + weight.resumesClosed + weight.followsStart * piece.start }
    return score + memory.continuity(last, body, affinity) + weight.resumesOpen - weight.goesOnStart
      * piece.start
  }

  /// A story is left for good at piece `last`.
  func leaving(_ last: Int) -> Double {
    guard facts[last].isOpen else { return 0 }
    guard facts[last].isWrapped else { return weight.leavesOpenUnwrapped }
    return facts[last].fillsLastLine ? weight.leavesOpen : weight.leavesShort
  }

  /// The end of a story that had such an end and goes on with `body`.
  func extended(_ end: StoryEnd, by body: Int) -> StoryEnd {
    var end = end
    end.append(body)
    end.length += pieces[body].text.count
    end.column = columns.column(of: end)
    return end
  }

  /// Likeness to the last pieces of a story, as log-odds.
  private func kinship(_ body: Int, _ recent: StoryEnd, _ memory: inout AssemblyMemory) -> Double {
    guard let coverage = coverage(body, recent, &memory) else { return 0 }
    let count = paragraphs[paragraphs.number(holding: body)].count
    let reliability = min(1, Double(count) / weight.kinshipLength)
    let score = weight.kinship * (coverage - weight.kinshipBase)
    return max(weight.kinshipLeast, min(weight.kinshipMost, score)) * reliability
  }

  /// How much of what a paragraph says the story's last pieces say too, 0...1; nil for a piece that goes on.
  func coverage(_ body: Int, _ recent: StoryEnd, _ memory: inout AssemblyMemory) -> Double? {
    let paragraph = paragraphs.number(holding: body)
    guard paragraphs[paragraph].range.lowerBound == body || !facts[body].continues else { return nil }
    memory.turn(to: body, paragraph, paragraphs, affinity)
    return memory.coverage(by: recent, affinity)
  }
}
