/// Kicker, headline and subheadline of one headline block.
struct HeadlineParts: Equatable {
  var kicker: String?
  var headline: String?
  var subheadline: String?

  private typealias Part = ArraySlice<Line>

  /// Tells the parts of a block apart; `lead` is the story's opening, which the headline repeats most of.
  init(
    _ lines: [Line], lead: @autoclosure () -> LeadPairs,
    weights: PartWeights = SegmentationWeights.trained.parts
  ) {
    guard lines.count > 1 else { headline = Self.text(lines[...]); return }
    let groups = Self.groups(lines)
    let main = groups.count > 1 ? Self.main(of: groups, lead(), weights) : 0
    var body = groups[main]
    var (kicker, sub) = (lines[..<body.startIndex], lines[body.endIndex...])
    if kicker.isEmpty, body.count > 1, let first = body.first,
      Self.isKicker(first.squeezed, above: body[body.startIndex + 1].squeezed)
        || Self.isOffice(first.squeezed)
    {
      kicker = body.prefix(1)
      body.removeFirst()
    }
    if sub.isEmpty, body.count > 1, let last = body.last, Self.isSubheadline(last.squeezed) {
      sub = body.suffix(1)
      body.removeLast()
    }
    self.kicker = Self.text(kicker)
    headline = Self.text(body)
    subheadline = Self.text(sub)
  }

  /// Lines of one part: those with no blank line, no dash and no change of Markdown level between them.
  private static func groups(_ lines: [Line]) -> [Part] {
    var groups: [Part] = []
    var start = 0
    for end in 1...lines.count where end == lines.count || parts(lines[end - 1], lines[end]) {
      groups.append(lines[start..<end])
      start = end
    }
    return groups
  }

  private static func parts(_ upper: Line, _ lower: Line) -> Bool {
    lower.blanksBefore > 0 || lower.heading != upper.heading
      || lower.squeezed.prefix(2).allSatisfy(\.isDash)
  }

  /// Which group is the headline.
  private static func main(of groups: [Part], _ lead: LeadPairs, _ weights: PartWeights) -> Int {
    let texts = groups.map { group in group.count == 1 ? group[group.startIndex].squeezed : text(of: group) }
    let scores = groups.indices.map { index in
      var score = score(groups[index], texts[index], index, lead, weights)
      let below = index + 1 < texts.count ? texts[index + 1] : []
      if isKicker(texts[index], above: below) { score += weights.kicker }
      if index == 0, isOffice(texts[index]) { score += weights.office }
      return score
    }
    return scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }

  private static func text(of group: Part) -> Scalars { group.flatMap(\.squeezed) }

  private static func score(
    _ group: Part, _ text: Scalars, _ index: Int, _ lead: LeadPairs, _ weights: PartWeights
  ) -> Double {
    if text.prefix(2).allSatisfy(\.isDash) { return -10 }
    let pairs = PairSet(text).codes
    let common = pairs.count(where: lead.contains)
    var score = weights.repeated * Double(common) / Double(max(1, pairs.count))
    score += weights.length * Double(min(text.count, 24))
    score += weights.phraseGap * Double(group.reduce(0) { $0 + $1.phraseGaps })
    if group.contains(where: \.isSpacedOut) { score += weights.spacedOut }
    if index > 0, isSubheadline(text) { score += weights.subheadline }
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
  static func isOffice(_ text: Scalars) -> Bool {
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
  static func isSubheadline(_ text: Scalars) -> Bool {
    if text.prefix(2).allSatisfy(\.isDash) { return true }
    return text.count <= 22 && chairs.end(text)
  }

  private static let chairs: Words = ["讲话", "出席", "致辞", "主持", "参加", "述评之一", "陪同"]

  private static func text(_ lines: Part) -> String? {
    guard let first = lines.first else { return nil }
    if lines.count == 1 { return Reflow.inline(first).string }
    var text: Scalars = []
    for line in lines {
      if !text.isEmpty { text.append(" ") }
      Reflow.append(line, to: &text)
    }
    return text.string
  }
}

/// The pairs of characters of a story's opening, asked for those of headlines.
struct LeadPairs {
  /// How much of an opening is read, in characters.
  static let reach = 200
  /// Each pair at the place of its hash or behind it, and 0 elsewhere: more places than pairs by far.
  private var slots = [UInt64](repeating: 0, count: 512)

  init(_ text: Scalars) {
    slots.withUnsafeMutableBufferPointer { slots in
      var left: UInt64 = 0
      for scalar in text.prefix(Self.reach) {
        let right = scalar.isPaired ? UInt64(scalar.value) : 0
        if left != 0, right != 0 {
          let code = left << 32 | right
          slots[Self.place(of: code, in: UnsafeBufferPointer(slots))] = code
        }
        left = right
      }
    }
  }

  /// Whether the opening has a pair: its scalars in one number, as in `PairSet`.
  func contains(_ code: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { $0[Self.place(of: code, in: $0)] == code }
  }

  /// Where a pair is, or where it would be put.
  private static func place(of code: UInt64, in slots: UnsafeBufferPointer<UInt64>) -> Int {
    var at = Int(truncatingIfNeeded: (code ^ code >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
    while slots[at] != code, slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
    return at
  }
}
