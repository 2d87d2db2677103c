/// Kicker, headline and subheadline of one headline block.
struct HeadlineParts: Equatable {
  var kicker: String?
  var headline: String?
  var subheadline: String?

  /// One line of the block.
  struct Row {
    var line: Line
    /// A blank line stands before it.
    var isApart: Bool
  }

  /// Tells the parts of a block apart; `lead` is the story's opening, which the headline repeats most of.
  init(
    _ lines: [Line], lead: @autoclosure () -> PairSet,
    weights: PartWeights = SegmentationWeights.trained.parts
  ) {
    guard lines.count > 1 else { headline = Self.text(lines); return }
    let groups = Self.groups(lines)
    let main = groups.count > 1 ? Self.main(of: groups, lead(), weights) : 0
    var kicker = groups[..<main].flatMap { $0 }
    var body = groups.indices.contains(main) ? groups[main] : []
    var sub = groups.dropFirst(main + 1).flatMap { $0 }
    if kicker.isEmpty, body.count > 1, let first = body.first,
      Self.isKicker(first.squeezed, above: body[1].squeezed) || Self.isOffice(first.squeezed)
    {
      kicker = [first]
      body.removeFirst()
    }
    if sub.isEmpty, body.count > 1, let last = body.last, Self.isSubheadline(last.squeezed) {
      sub = [last]
      body.removeLast()
    }
    self.kicker = Self.text(kicker)
    headline = Self.text(body)
    subheadline = Self.text(sub)
  }

  /// Lines of one part: those with no blank line, no dash and no change of Markdown level between them.
  private static func groups(_ lines: [Line]) -> [[Line]] {
    var groups: [[Line]] = []
    for line in lines {
      let opensPart = line.blanksBefore > 0 || line.squeezed.prefix(2).allSatisfy(\.isDash)
      if let last = groups.last?.last, !opensPart, last.heading == line.heading {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  /// Which group is the headline.
  private static func main(of groups: [[Line]], _ lead: PairSet, _ weights: PartWeights) -> Int {
    let texts = groups.map { $0.flatMap(\.squeezed) }
    let scores = groups.enumerated().map { index, group in
      var score = score(group, index, lead, weights)
      let below = index + 1 < texts.count ? texts[index + 1] : []
      if isKicker(texts[index], above: below) { score += weights.kicker }
      if index == 0, isOffice(texts[index]) { score += weights.office }
      return score
    }
    return scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }

  private static func score(_ group: [Line], _ index: Int, _ lead: PairSet, _ weights: PartWeights) -> Double
  {
    let text = group.flatMap(\.squeezed)
    if text.prefix(2).allSatisfy(\.isDash) { return -10 }
    var common = 0
    let pairs = PairSet(text)
    pairs.forEachCommon(with: lead) { _ in common += 1 }
    var score = weights.repeated * Double(common) / Double(max(1, pairs.codes.count))
    score += weights.length * Double(min(text.count, 24))
    score += weights.phraseGap * Double(group.reduce(0) { $0 + $1.phraseGaps })
    if group.contains(where: \.isSpacedOut) { score += weights.spacedOut }
    if isSubheadline(text) && index > 0 { score += weights.subheadline }
    return score + weights.order * Double(index)
  }

  /// The line ends like a kicker: `…会议上强调`, `…主持召开`.
  static func isKicker(_ text: Scalars) -> Bool {
    text.count >= 4 && (speeches.end(text) || emblems.hold(text.suffix(4)))
  }

  /// The line is a kicker to what stands below it: a meeting that took place is the headline itself where who spoke
  /// stands below.
  private static func isKicker(_ text: Scalars, above below: Scalars) -> Bool {
    isKicker(text) && !(meetings.end(text) && isSubheadline(below))
  }

  private static let meetings: Words = ["召开", "举行"]

  /// Nothing but the name of an office: the headline below says what it does.
  private static func isOffice(_ text: Scalars) -> Bool {
    text.count <= 12 && offices.end(text) && !deeds.stand(in: text)
  }

  /// What a town does with an office, and how many there are: such words make a headline.
  private static let deeds: Words = [
    "建成", "新建", "新增", "新添", "扩建", "成立", "走进", "开进", "进驻", "获批", "获评", "获得", "落户", "启用", "搬进", "告别", "拥有",
    "有了",
    "迎来", "用上", "首座", "首家", "首个", "一所", "两所", "三所", "多所", "一家", "两家", "三家", "多家", "一座", "两座", "三座", "多座",
    "一个", "两个", "三个", "多个",
    "我市", "我县", "我区", "我省", "启动", "增设", "设立", "打造", "亮相", "现身", "入驻", "增設", "設立",
  ]

  private static let offices: Words = [
    "局", "委", "办", "室", "院", "厅", "处", "馆", "站", "中心", "公司", "集团", "大学", "学校", "协会", "政府", "街道", "委员会",
  ]

  private static let speeches: Words = [
    "强调", "指出", "要求", "召开", "举行", "会见", "主持", "部署", "时", "表示", "之际", "調研", "强调：", "指出：", "强调指出",
  ]
  private static let emblems: Words = ["编辑手记", "编者按", "记者手记", "新华时评", "本报评论员", "社论"]

  /// The line reads like a subheadline: a dash before it, or who took the chair and spoke.
  private static func isSubheadline(_ text: Scalars) -> Bool {
    if text.prefix(2).allSatisfy(\.isDash) { return true }
    return text.count <= 22 && chairs.end(text)
  }

  private static let chairs: Words = ["讲话", "出席", "致辞", "主持", "参加", "述评之一", "陪同"]

  private static func text(_ lines: [Line]) -> String? {
    guard let first = lines.first else { return nil }
    let rest = lines.dropFirst()
    return rest.reduce(into: Reflow.inline(first).string) { $0 += " " + Reflow.inline($1).string }
  }
}
