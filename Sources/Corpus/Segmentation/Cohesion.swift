/// How much the text on both sides of each gap between two paragraphs has to do with each other: of a lower paragraph, the
/// log-odds that it goes on the story of the one directly above it. What windows of text above and below the gap have in
/// common tells it (as in Hearst's TextTiling), and whether each of the two paragraphs rather resembles what lies on its
/// own side of the gap.
struct Cohesion {
  private let values: [Double]
  /// What was seen at each gap.
  let features: [GapFeatures]

  init(
    _ pieces: [Piece], _ paragraphs: Paragraphs, _ affinity: Affinity, _ weights: CohesionWeights
  ) {
    var windows = GapWindows(pieces, paragraphs, affinity)
    // What is rare is not known on a page of a few paragraphs.
    let known = min(1, Double(paragraphs.count - 1) / Self.enough)
    let features = paragraphs.indices.map { gap in
      gap > 0 ? windows.features(ofGapBefore: gap) : GapFeatures()
    }
    self.features = features
    values = paragraphs.indices.map { gap in
      guard gap > 0 else { return 0 }
      let isLong = min(1, Double(paragraphs[gap].count) / Self.long)
      return weights.logOdds(features[gap]) * known * isLong
    }
  }

  /// So many paragraphs beside one tell what is rare, and so many characters what a paragraph is about.
  private static let enough = 6.0
  private static let long = 24.0

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
struct GapFeatures {
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
  /// The share of the characters of the heads in the gap that stand within 120 above it, and below it.
  var headAbove = 0.0
  var headBelow = 0.0
}

/// Compares the windows of text above and below the gaps of a page, one gap after the other.
private struct GapWindows {
  private static let near = 60
  private static let middle = 120
  private static let far = 240

  private let pieces: [Piece]
  private let paragraphs: Paragraphs
  private let affinity: Affinity
  private let characters: ParagraphCharacters
  private var above: PairMarks
  private var below: PairMarks
  private var seen: [Int32]
  private var turn: Int32 = 0

  init(_ pieces: [Piece], _ paragraphs: Paragraphs, _ affinity: Affinity) {
    self.pieces = pieces
    self.paragraphs = paragraphs
    self.affinity = affinity
    characters = ParagraphCharacters(paragraphs, affinity.characters)
    above = PairMarks(count: affinity.pairCount)
    below = above
    seen = [Int32](repeating: 0, count: characters.weights.count)
  }

  /// What stands around the gap above paragraph `gap`, which is not the first.
  mutating func features(ofGapBefore gap: Int) -> GapFeatures {
    var features = GapFeatures()
    let upper = markAbove(gap)
    let lower = markBelow(gap)
    features.near = Self.likeness(lower.nearCommon, upper.near, lower.near)
    features.far = Self.likeness(lower.farCommon, upper.far, lower.far)
    features.upperAbove = upper.first > 0 ? upper.again / upper.first : 0
    features.lowerBelow = lower.first > 0 ? lower.again / lower.first : 0
    features.lowerAbove = share(of: gap, from: gap - 1, by: -1)
    features.upperBelow = share(of: gap - 1, from: gap, by: 1)
    features.lowerLength = Logarithm.natural(Double(max(1, paragraphs[gap].count)))
    features.upperLength = Logarithm.natural(Double(max(1, paragraphs[gap - 1].count)))
    let heads = heads(atGapBefore: gap)
    if !heads.isEmpty {
      features.headAbove = share(ofHeads: heads, from: gap - 1, by: -1)
      features.headBelow = share(ofHeads: heads, from: gap, by: 1)
    }
    return features
  }

  private func heads(atGapBefore gap: Int) -> [Int] {
    ((paragraphs[gap - 1].range.upperBound + 1)..<paragraphs[gap].range.lowerBound).filter {
      pieces[$0].kind == .head
    }
  }

  private mutating func share(ofHeads heads: [Int], from start: Int, by step: Int) -> Double {
    mark(from: start, by: step)
    var (all, common) = (0.0, 0.0)
    for head in heads {
      affinity.characters.forEach(in: head) { character in
        let weight = characters.weights[character]
        all += weight
        if seen[character] == turn { common += weight }
      }
    }
    return all > 0 ? common / all : 0
  }

  /// Marks the characters of the paragraphs from one on which have about 120 characters together.
  private mutating func mark(from start: Int, by step: Int) {
    turn += 1
    let (paragraphs, characters, turn) = (paragraphs, characters, turn)
    seen.withUnsafeMutableBufferPointer { seen in
      paragraphs.forEach(from: start, by: step, within: Self.middle) { at, _ in
        characters.forEach(in: at) { character, _ in seen[character] = turn }
      }
    }
  }

  private static func likeness(_ common: Double, _ a: Double, _ b: Double) -> Double {
    a > 0 && b > 0 ? common / (a * b).squareRoot() : 0
  }

  private mutating func markAbove(_ gap: Int) -> WindowSums {
    var sums = WindowSums()
    above.turn += 1
    let (paragraphs, weights) = (paragraphs, affinity.rarities)
    paragraphs.forEach(from: gap - 1, by: -1, within: Self.far) { at, passed in
      above.add(paragraphs[at].pairs, weights, isNear: passed < Self.near, isFirst: passed == 0, &sums)
    }
    return sums
  }

  private mutating func markBelow(_ gap: Int) -> WindowSums {
    var sums = WindowSums()
    below.turn += 1
    let (paragraphs, weights, above) = (paragraphs, affinity.rarities, above)
    paragraphs.forEach(from: gap, by: 1, within: Self.far) { at, passed in
      let isNear = passed < Self.near
      below.add(paragraphs[at].pairs, weights, isNear: isNear, isFirst: passed == 0, &sums, beside: above)
    }
    return sums
  }

  /// The share of a paragraph's characters, by weight, that stand in the paragraphs from another one on which have about 120
  /// characters together.
  private mutating func share(of paragraph: Int, from start: Int, by step: Int) -> Double {
    mark(from: start, by: step)
    let turn = turn
    var (all, common) = (0.0, 0.0)
    seen.withUnsafeBufferPointer { seen in
      characters.forEach(in: paragraph) { character, weight in
        all += weight
        if seen[character] == turn { common += weight }
      }
    }
    return all > 0 ? common / all : 0
  }
}

/// Weights of the pairs on one side of a gap.
private struct WindowSums {
  /// Those within 60 characters, and within 240.
  var near = 0.0
  var far = 0.0
  /// Of those the ones that stand on the other side too.
  var nearCommon = 0.0
  var farCommon = 0.0
  /// Those of the paragraph at the gap, and of them those that stand in the paragraphs behind it too.
  var first = 0.0
  var again = 0.0
}

/// Which pairs stand on one side of a gap.
private struct PairMarks {
  /// For each pair the turn in which it was seen last, and what was said of it: bits.
  private var marks: [UInt32]
  var turn: UInt32 = 0

  private static let isNear: UInt32 = 1
  private static let isFirst: UInt32 = 2
  private static let isAgain: UInt32 = 4
  private static let bits: UInt32 = 3

  init(count: Int) { marks = [UInt32](repeating: 0, count: count) }

  /// Adds a paragraph, the nearest one first; `other`: the marks of the other side.
  mutating func add(
    _ pairs: [Int32], _ weights: ContiguousArray<Double>, isNear: Bool, isFirst: Bool,
    _ sums: inout WindowSums,
    beside other: PairMarks? = nil
  ) {
    let mark = turn << Self.bits | (isNear ? Self.isNear : 0) | (isFirst ? Self.isFirst : 0)
    var (new, again) = (0.0, 0.0)
    weights.withUnsafeBufferPointer { weights in
      marks.withUnsafeMutableBufferPointer { marks in
        for pair in pairs {
          let known = marks[Int(pair)]
          if known >> Self.bits != mark >> Self.bits {
            marks[Int(pair)] = mark
            new += weights[Int(pair)]
            if let other { other.addCommon(Int(pair), weights[Int(pair)], isNear, &sums) }
          } else if known & (Self.isFirst | Self.isAgain) == Self.isFirst {
            marks[Int(pair)] = known | Self.isAgain
            again += weights[Int(pair)]
          }
        }
      }
    }
    sums.far += new
    if isNear { sums.near += new }
    if isFirst { sums.first += new }
    sums.again += again
  }

  /// Counts a pair of the other side, if this one has it.
  @inline(__always)
  private func addCommon(_ pair: Int, _ weight: Double, _ isNear: Bool, _ sums: inout WindowSums) {
    let known = marks[pair]
    guard known >> Self.bits == turn else { return }
    sums.farCommon += weight
    if isNear, known & Self.isNear != 0 { sums.nearCommon += weight }
  }
}

/// The characters of each paragraph, each once; and what each tells: much where few paragraphs have it.
private struct ParagraphCharacters {
  private let numbers: [Int32]
  private var ends: [Int] = []
  let weights: [Double]

  init(_ paragraphs: Paragraphs, _ characters: PageCharacters) {
    // The last paragraph in which each was seen, and in how many it was.
    var last = [Int32](repeating: -1, count: characters.count)
    var counts = [Int32](repeating: 0, count: characters.count)
    var numbers: [Int32] = []
    numbers.reserveCapacity(characters.total)
    for paragraph in paragraphs.indices {
      for piece in paragraphs[paragraph].range {
        characters.forEach(in: piece) { number in
          guard last[number] != Int32(paragraph) else { return }
          last[number] = Int32(paragraph)
          counts[number] += 1
          numbers.append(Int32(number))
        }
      }
      ends.append(numbers.count)
    }
    self.numbers = numbers
    let total = Double(paragraphs.count + 1)
    let steps = (0...paragraphs.count).map { max(0.05, Logarithm.natural(total / Double(max(1, $0)))) }
    weights = counts.map { steps[Int($0)] }
  }

  /// Calls `body` with each character of a paragraph, as its number, and its weight.
  @inline(__always)
  func forEach(in paragraph: Int, _ body: (Int, Double) -> Void) {
    let range = (paragraph > 0 ? ends[paragraph - 1] : 0)..<ends[paragraph]
    numbers.withUnsafeBufferPointer { numbers in
      weights.withUnsafeBufferPointer { weights in
        for at in range { body(Int(numbers[at]), weights[Int(numbers[at])]) }
      }
    }
  }
}
