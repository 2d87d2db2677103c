import CICU

/// How much the pieces of one page have to do with each other, by the pairs of characters that they share; rare
/// pairs count more.
struct Affinity {
  /// How many different pairs the page has.
  let pairCount: Int
  private let vocabulary: PairVocabulary
  /// The pairs of each piece, by their numbers, each once.
  private let pairs: [[Int32]]
  /// The body pieces that have each pair.
  private let holders: NumberLists
  /// The weight of each pair: high where few pieces have it. Pairs that no body has weigh nothing.
  private let rarities: ContiguousArray<Double>
  private let norms: [Double]
  private let pieces: [Piece]
  /// What a pair means that no body has.
  private let rare: Double
  private let marks: Marks
  private let weight: ContinuityWeights

  init(_ pieces: [Piece], weights: SegmentationWeights = .trained) {
    var vocabulary = PairVocabulary()
    let pairs = pieces.map { vocabulary.numbers(of: $0.text, isBody: $0.kind == .body) }
    var holders: ContiguousArray<NumberLists.Entry> = []
    var documents = ContiguousArray<Int32>(repeating: 0, count: vocabulary.count)
    for (piece, numbers) in pairs.enumerated() where pieces[piece].kind == .body {
      for number in numbers {
        documents[Int(number)] += 1
        holders.append(NumberLists.Entry(list: number, number: Int32(piece)))
      }
    }
    let total = Double(pieces.count { $0.kind == .body }) + 1
    let rarity = weights.rarity
    let rarities = Self.rarities(documents, vocabulary, total, rarity)
    rare = min(rarity.most, Logarithm.natural(total) + rarity.everywhere)
    self.pieces = pieces
    self.pairs = pairs
    self.rarities = rarities
    self.holders = NumberLists(count: vocabulary.count, holders)
    norms = pairs.map { $0.reduce(0) { $0 + rarities[Int($1)] } }
    marks = Marks(count: vocabulary.count)
    pairCount = vocabulary.count
    weight = weights.continuity
    self.vocabulary = vocabulary
  }

  /// The weight of each pair, by the number of bodies that have it and by how common it is at large.
  private static func rarities(
    _ documents: ContiguousArray<Int32>, _ vocabulary: PairVocabulary, _ total: Double,
    _ weights: RarityWeights
  ) -> ContiguousArray<Double> {
    let here = (0...max(1, Int(documents.max() ?? 1))).map { count in
      Logarithm.natural(total / Double(max(1, count))) + weights.everywhere
    }
    return ContiguousArray(
      documents.enumerated().map { number, count in
        guard count > 0 else { return 0 }
        let atLarge = (CommonPairs.shared.cost(vocabulary.code(of: number)) - weights.base) * Logarithm.ofTwo
        return max(0.05, min(weights.most, here[Int(count)], atLarge))
      })
  }

  /// The pairs of a piece, by their numbers, each once.
  func pairs(of piece: Int) -> [Int32] { pairs[piece] }

  /// The pairs of pieces that follow each other, those across their joints too.
  func pairs(of range: ClosedRange<Int>) -> [Int32] {
    guard range.count > 1 else { return pairs[range.lowerBound] }
    var all = range.flatMap { pairs[$0] }
    for piece in range.dropFirst() {
      guard let last = pieces[piece - 1].text.last, let first = pieces[piece].text.first,
        let joint = vocabulary.number(of: last, first)
      else { continue }
      all.append(joint)
    }
    all.sort()
    var unique: [Int32] = []
    for number in all where number != unique.last { unique.append(number) }
    return unique
  }

  /// The weight of a pair.
  func rarity(_ number: Int32) -> Double { rarities[Int(number)] }

  /// The body pieces that have a pair, in page order.
  func holders(of number: Int32) -> ArraySlice<Int32> { holders[number] }

  /// Likeness of two pieces, 0...1.
  func likeness(_ a: Int, _ b: Int) -> Double {
    guard norms[a] > 0, norms[b] > 0 else { return 0 }
    marks.set(pairs[b])
    let common = pairs[a].reduce(0) { marks.holds($1) ? $0 + rarity($1) : $0 }
    return common / (norms[a] * norms[b]).squareRoot()
  }

  /// How much of what headline `head` says each of the pieces `near` (ascending) says too, 0...1, weighted by rarity; what
  /// no piece says counts as rare.
  func shares(of head: Int, in near: ArraySlice<Int>) -> [Double] {
    guard let first = near.first, let last = near.last else { return [] }
    var total = 0.0
    var common = [Double](repeating: 0, count: last - first + 1)
    for number in pairs[head] {
      let pieces = holders[number]
      for piece in pieces where piece >= first && piece <= last {
        common[Int(piece) - first] += rarity(number)
      }
      total += pieces.isEmpty ? rare : rarity(number)
    }
    return near.map { total > 0 ? common[$0 - first] / total : 0 }
  }

  /// How well piece `b` goes on in the middle of the sentence that piece `a` breaks off; about -4...6.
  func continuity(_ a: Int, _ b: Int) -> Double {
    brackets(pieces[a], pieces[b]) + junction(pieces[a], pieces[b]) + shape(pieces[a], pieces[b])
  }

  private func brackets(_ a: Piece, _ b: Piece) -> Double {
    let opened = a.unbalanced.open.compactMap(\.closer)
    let closed = b.unbalanced.close
    if opened.isEmpty && closed.isEmpty { return 0 }
    if opened.contains(where: closed.contains) { return weight.bracketsMatch }
    return closed.isEmpty ? weight.bracketsOpen : weight.bracketsClash
  }

  private func junction(_ a: Piece, _ b: Piece) -> Double {
    guard let last = a.text.last, let first = b.text.first else { return 0 }
    if first.cannotOpen { return a.ending == .open ? weight.punctuation : weight.doublePunctuation }
    guard last.isHan, first.isHan else {
      if last.digit != nil, first.digit != nil || first.isUnit { return weight.number }
      if b.text.goesOnDay(behind: last) { return weight.number }
      return a.ending == .comma ? weight.comma : 0
    }
    let leaning = b.text.leansBack ? weight.leaning : 0
    let seen = vocabulary.occurrences(of: last, first)
    let known = seen > 0 ? min(weight.knownPairLimit, weight.knownPair * Double(seen)) : 0
    let bits = Junctions.shared.bits(a.text, b.text)
    let joined = weight.junction * max(-weight.junctionLimit, min(weight.junctionLimit, bits))
    return leaning + known + joined + (WordSpan.exists(a.text, b.text) ? weight.word : 0)
  }

  private func shape(_ a: Piece, _ b: Piece) -> Double {
    var score = 0.0
    if !a.fillsLastLine { score += weight.unfilled }
    if b.isIndented, b.isWrapped, !b.continues { score += weight.indented }
    if b.opening.isStrong { score += weight.opening }
    return score
  }
}

extension Unicode.Scalar {
  /// What may follow a number: 年 万 % ….
  fileprivate var isUnit: Bool { Self.units.contains(self) }

  private static let units: ScalarSet = "年月日个万亿%％元人次"
}

extension Scalars {
  /// It begins with a month and a year stands before it, or with a day and a month does.
  fileprivate func goesOnDay(behind last: Unicode.Scalar) -> Bool {
    guard last == "年" || last == "月" else { return false }
    let digits = prefix(3).prefix { $0.digit != nil }.count
    return 1...2 ~= digits && digits < count && self[digits] == (last == "年" ? "月" : "日")
  }
}

/// A set of small numbers that is soon another. To be used on one thread.
private final class Marks {
  private var turns: ContiguousArray<Int32>
  private var turn: Int32 = 0

  init(count: Int) { turns = ContiguousArray(repeating: 0, count: count) }

  func set(_ numbers: [Int32]) {
    turn += 1
    for number in numbers { turns[Int(number)] = turn }
  }

  func holds(_ number: Int32) -> Bool { turns[Int(number)] == turn }
}

/// Words of ICU's Chinese dictionary across the end of a line.
enum WordSpan {
  /// Whether a word spans the place where `a` and `b` meet.
  static func exists(_ a: Scalars, _ b: Scalars) -> Bool {
    guard a.last?.isHan == true, b.first?.isHan == true else { return false }
    return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 4 * reach) { units in
      var count = 0
      for scalar in a.suffix(reach) { units.write(scalar, at: &count) }
      let offset = count
      for scalar in b.prefix(reach) { units.write(scalar, at: &count) }
      return kanbao_word_spans(units.baseAddress, Int32(count), Int32(offset)) == 1
    }
  }

  /// How many characters before and behind the place are looked at.
  private static let reach = 6
}

extension UnsafeMutableBufferPointer where Element == UInt16 {
  /// Writes a scalar in UTF-16 at `count`, which moves on.
  fileprivate func write(_ scalar: Unicode.Scalar, at count: inout Int) {
    if scalar.value < 0x10000 {
      self[count] = UInt16(scalar.value)
      count += 1
      return
    }
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      self[count] = unit
      count += 1
    }
  }
}
