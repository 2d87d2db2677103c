/// How much the text on both sides of each gap between two paragraphs has to do with each other: of a lower paragraph, the
/// log-odds that it goes on the story of the one directly above it. What windows of text above and below the gap have in
/// common tells it (as in Hearst's TextTiling), and whether each of the two paragraphs rather resembles what lies on its
/// own side of the gap.
struct Cohesion {
  private let values: [Double]

  init(_ paragraphs: Paragraphs, _ affinity: Affinity, _ weights: CohesionWeights) {
    var windows = GapWindows(paragraphs, affinity)
    values = paragraphs.indices.map { gap in
      gap == 0 ? 0 : weights.logOdds(windows.features(ofGapBefore: gap))
    }
  }

  /// That of the paragraph with such a number; 0 for the first one of a page.
  subscript(paragraph: Int) -> Double { values[paragraph] }
}

extension CohesionWeights {
  /// What the features of a gap say, within limits.
  fileprivate func logOdds(_ gap: GapFeatures) -> Double {
    var score = base + near * gap.near + far * gap.far
    score += lowerAbove * gap.lowerAbove + lowerBelow * gap.lowerBelow
    score += upperBelow * gap.upperBelow + upperAbove * gap.upperAbove
    score += lowerLength * gap.lowerLength + upperLength * gap.upperLength
    return max(-limit, min(limit, score))
  }
}

/// What the text around a gap tells. Shares are 0...1.
private struct GapFeatures {
  /// Likeness of the text within 60 characters above and below, and within 240, by pairs of characters.
  var near = 0.0
  var far = 0.0
  /// The share of the lower paragraph's characters that stand within 120 above the gap.
  var lowerAbove = 0.0
  /// The share of its pairs that stand in the text behind it.
  var lowerBelow = 0.0
  /// The share of the upper paragraph's characters that stand within 120 below the gap.
  var upperBelow = 0.0
  /// The share of its pairs that stand in the text before it.
  var upperAbove = 0.0
  /// The natural logarithms of their lengths.
  var lowerLength = 0.0
  var upperLength = 0.0
}

/// Compares the windows of text above and below the gaps of a page, one gap after the other.
private struct GapWindows {
  private static let near = 60
  private static let middle = 120
  private static let far = 240

  /// What is known of a pair while a gap is looked at.
  private struct Mark {
    var turn: Int32 = 0
    /// It stands near above the gap.
    var isNear = false
    /// It stands in the paragraph directly above, and whether it was seen further above too.
    var isUpper = false
    var isRepeated = false
    /// The turn in which it was seen below the gap, and the same of the lower paragraph.
    var below: Int32 = 0
    var isLower = false
    var returns = false
  }

  private let paragraphs: Paragraphs
  private let affinity: Affinity
  private let characters: ParagraphCharacters
  private var marks: ContiguousArray<Mark>
  private var seen: ContiguousArray<Int32>
  private var turn: Int32 = 0

  init(_ paragraphs: Paragraphs, _ affinity: Affinity) {
    self.paragraphs = paragraphs
    self.affinity = affinity
    characters = ParagraphCharacters(paragraphs, affinity.characters)
    marks = ContiguousArray(repeating: Mark(), count: affinity.pairCount)
    seen = ContiguousArray(repeating: 0, count: characters.weights.count)
  }

  /// What stands around the gap above paragraph `gap`, which is not the first.
  mutating func features(ofGapBefore gap: Int) -> GapFeatures {
    var features = GapFeatures()
    turn += 1
    let above = markAbove(gap)
    let below = markBelow(gap)
    features.near = Self.likeness(below.nearCommon, above.near, below.near)
    features.far = Self.likeness(below.farCommon, above.far, below.far)
    features.upperAbove = above.upper > 0 ? above.repeated / above.upper : 0
    features.lowerBelow = below.lower > 0 ? below.returning / below.lower : 0
    features.lowerAbove = share(of: gap, in: stretch(from: gap - 1, by: -1))
    features.upperBelow = share(of: gap - 1, in: stretch(from: gap, by: 1))
    features.lowerLength = Logarithm.natural(Double(max(1, paragraphs[gap].count)))
    features.upperLength = Logarithm.natural(Double(max(1, paragraphs[gap - 1].count)))
    return features
  }

  private static func likeness(_ common: Double, _ a: Double, _ b: Double) -> Double {
    a > 0 && b > 0 ? common / (a * b).squareRoot() : 0
  }

  /// Marks the pairs above a gap. Weights of: those near and in all, those of the upper paragraph, and those of them that
  /// stand further above too.
  private mutating func markAbove(_ gap: Int) -> (near: Double, far: Double, upper: Double, repeated: Double) {
    var sums = (near: 0.0, far: 0.0, upper: 0.0, repeated: 0.0)
    var (at, count) = (gap - 1, 0)
    while at >= 0, count < Self.far {
      let isNear = count < Self.near
      for pair in paragraphs[at].pairs {
        let place = Int(pair)
        let weight = affinity.rarity(pair)
        if marks[place].turn != turn {
          marks[place] = Mark(turn: turn, isNear: isNear, isUpper: at == gap - 1)
          sums.far += weight
          if isNear { sums.near += weight }
          if at == gap - 1 { sums.upper += weight }
        } else if marks[place].isUpper, !marks[place].isRepeated {
          marks[place].isRepeated = true
          sums.repeated += weight
        }
      }
      count += paragraphs[at].count
      at -= 1
    }
    return sums
  }

  /// Weights of the pairs below a gap.
  private struct Below {
    var near = 0.0
    var far = 0.0
    /// Of those that stand above too.
    var nearCommon = 0.0
    var farCommon = 0.0
    /// Of the lower paragraph's, and of those of them that return further below.
    var lower = 0.0
    var returning = 0.0
  }

  private mutating func markBelow(_ gap: Int) -> Below {
    var sums = Below()
    var (at, count) = (gap, 0)
    while at < paragraphs.count, count < Self.far {
      let isNear = count < Self.near
      for pair in paragraphs[at].pairs { add(pair, isNear: isNear, isLower: at == gap, &sums) }
      count += paragraphs[at].count
      at += 1
    }
    return sums
  }

  private mutating func add(_ pair: Int32, isNear: Bool, isLower: Bool, _ sums: inout Below) {
    let weight = affinity.rarity(pair)
    if marks[Int(pair)].below == turn { return returns(pair, weight, &sums) }
    let isAbove = marks[Int(pair)].turn == turn
    if !isAbove { marks[Int(pair)] = Mark() }
    marks[Int(pair)].below = turn
    marks[Int(pair)].isLower = isLower
    sums.far += weight
    if isNear { sums.near += weight }
    if isLower { sums.lower += weight }
    guard isAbove else { return }
    sums.farCommon += weight
    if isNear, marks[Int(pair)].isNear { sums.nearCommon += weight }
  }

  /// A pair that was seen below the gap is seen again.
  private mutating func returns(_ pair: Int32, _ weight: Double, _ sums: inout Below) {
    guard marks[Int(pair)].isLower, !marks[Int(pair)].returns else { return }
    marks[Int(pair)].returns = true
    sums.returning += weight
  }

  /// The paragraphs from one on that have about 120 characters together.
  private func stretch(from start: Int, by step: Int) -> [Int] {
    var found: [Int] = []
    var (at, count) = (start, 0)
    while at >= 0, at < paragraphs.count, count < Self.middle {
      found.append(at)
      count += paragraphs[at].count
      at += step
    }
    return found
  }

  /// The share of a paragraph's characters that stand in some others, by weight.
  private mutating func share(of paragraph: Int, in others: [Int]) -> Double {
    turn += 1
    for other in others { for character in characters[other] { seen[Int(character)] = turn } }
    var (all, common) = (0.0, 0.0)
    for character in characters[paragraph] {
      all += characters.weights[Int(character)]
      if seen[Int(character)] == turn { common += characters.weights[Int(character)] }
    }
    return all > 0 ? common / all : 0
  }
}

/// The characters of each paragraph, each once; and what each tells: much where few paragraphs have it.
private struct ParagraphCharacters {
  private var numbers: [Int32] = []
  private var ends: [Int] = []
  let weights: [Double]

  init(_ paragraphs: Paragraphs, _ characters: PageCharacters) {
    // The last paragraph in which each was seen, and in how many it was.
    var last = [Int](repeating: -1, count: characters.count)
    var counts = [Int](repeating: 0, count: characters.count)
    for paragraph in paragraphs.indices {
      for piece in paragraphs[paragraph].range {
        for number in characters[piece] where last[Int(number)] != paragraph {
          last[Int(number)] = paragraph
          counts[Int(number)] += 1
          numbers.append(number)
        }
      }
      ends.append(numbers.count)
    }
    let total = Double(paragraphs.count + 1)
    let steps = (0...paragraphs.count).map { max(0.05, Logarithm.natural(total / Double(max(1, $0)))) }
    weights = counts.map { steps[$0] }
  }

  /// Those of a paragraph.
  subscript(paragraph: Int) -> ArraySlice<Int32> {
    numbers[(paragraph > 0 ? ends[paragraph - 1] : 0)..<ends[paragraph]]
  }
}
