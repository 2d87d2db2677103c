import CICU

/// How much the pieces of one page have to do with each other, by the pairs of characters that they share; rare
/// pairs count more.
struct Affinity {
  /// How many different pairs the page has.
  let pairCount: Int
  /// The page's pairs, and those of each piece.
  private let vocabulary: PairVocabulary
  /// The body pieces that have each pair.
  private let holders: NumberLists
  /// The weight of each pair: high where few pieces have it. Pairs that no body has weigh nothing.
  let rarities: ContiguousArray<Double>
  private let pieces: [Piece]
  /// The single characters of the pieces.
  let characters: PageCharacters
  /// What a pair means that no body has.
  private let rare: Double
  private let marks: Marks
  private let weight: ContinuityWeights

  init(_ pieces: [Piece], weights: SegmentationWeights = .trained) {
    let vocabulary = Self.vocabulary(of: pieces)
    holders = NumberLists(count: vocabulary.count, of: vocabulary.rows, holders: vocabulary.holders(of:)) {
      pieces[$0].kind == .body
    }
    let total = Double(pieces.indices.count { pieces[$0].kind == .body }) + 1
    let rarity = weights.rarity
    rarities = Self.rarities(vocabulary, total, rarity)
    rare = min(rarity.most, Logarithm.natural(total) + rarity.everywhere)
    self.pieces = pieces
    characters = PageCharacters(pieces)
    marks = Marks(count: vocabulary.count)
    pairCount = vocabulary.count
    weight = weights.continuity
    self.vocabulary = vocabulary
  }

  /// The pairs of all pieces. Each piece is asked for its text where it stands: taken out of the array, all that it
  /// holds would be retained.
  private static func vocabulary(of pieces: [Piece]) -> PairVocabulary {
    let room = pieces.indices.reduce(0) { $0 + pieces[$1].text.count }
    return PairVocabulary(
      count: pieces.count, room: room, text: { pieces[$0].text }, isBody: { pieces[$0].kind == .body })
  }

  /// The weight of each pair, by the number of bodies that have it and by how common it is at large.
  private static func rarities(
    _ vocabulary: PairVocabulary, _ total: Double, _ weights: RarityWeights
  ) -> ContiguousArray<Double> {
    var here: ContiguousArray<Double> = []
    return ContiguousArray(unsafeUninitializedCapacity: vocabulary.count) { rarities, filled in
      CommonPairs.shared.withLookup { lookup in
        for number in 0..<vocabulary.count {
          let count = vocabulary.holders(of: number)
          while here.count <= count {
            here.append(Logarithm.natural(total / Double(max(1, here.count))) + weights.everywhere)
          }
          let atLarge = (lookup.cost(of: vocabulary.key(of: number)) - weights.base) * Logarithm.ofTwo
          let rarity = count > 0 ? max(0.05, min(min(weights.most, here[count]), atLarge)) : 0
          rarities.initializeElement(at: number, to: rarity)
        }
      }
      filled = vocabulary.count
    }
  }

  /// The pairs of a piece, by their numbers, each once.
  @inline(__always)
  func pairs(of piece: Int) -> ArraySlice<Int32> { vocabulary.rows[piece] }

  /// Calls `body` with each of them.
  @inline(__always)
  func forEachPair(of piece: Int, _ body: (Int32) -> Void) { vocabulary.rows.forEach(in: piece, body) }

  /// The pairs of pieces that follow each other, those across their joints too.
  func pairs(of range: ClosedRange<Int>) -> [Int32] {
    guard range.count > 1 else { return Array(pairs(of: range.lowerBound)) }
    var all = NumberSet(below: pairCount)
    for piece in range { vocabulary.rows.forEach(in: piece) { all.insert($0) } }
    for piece in range.dropFirst() {
      guard let last = pieces[piece - 1].text.last, let first = pieces[piece].text.first,
        let joint = vocabulary.number(of: last, first)
      else { continue }
      all.insert(joint)
    }
    return all.sorted
  }

  /// The weight of a pair.
  func rarity(_ number: Int32) -> Double { rarities[Int(number)] }

  /// The weight of some pairs together.
  func rarity(of numbers: [Int32]) -> Double {
    var sum = 0.0
    for number in numbers { sum += rarities[Int(number)] }
    return sum
  }

  /// The weight of a piece's pairs together.
  private func rarity(ofPiece piece: Int) -> Double {
    var sum = 0.0
    vocabulary.rows.forEach(in: piece) { sum += rarities[Int($0)] }
    return sum
  }

  /// Calls `body` with each body piece that has a pair, in page order, as long as it gives true.
  @inline(__always)
  func forEachHolder(of number: Int32, _ body: (Int) -> Bool) {
    for place in holders.range(of: number) {
      guard body(Int(holders[place])) else { return }
    }
  }

  /// Likeness of two pieces, 0...1.
  func likeness(_ a: Int, _ b: Int) -> Double {
    let norms = (rarity(ofPiece: a), rarity(ofPiece: b))
    guard norms.0 > 0, norms.1 > 0 else { return 0 }
    marks.set(pairs(of: b))
    var common = 0.0
    vocabulary.rows.forEach(in: a) { if marks.holds($0) { common += rarity($0) } }
    return common / (norms.0 * norms.1).squareRoot()
  }

  /// How much of what headline `head` says each of the pieces `near` (ascending) says too, 0...1, weighted by rarity; what
  /// no piece says counts as rare.
  func shares(of head: Int, in near: ArraySlice<Int>) -> [Double] {
    guard let first = near.first, let last = near.last else { return [] }
    var total = 0.0
    var common = [Double](repeating: 0, count: last - first + 1)
    for number in pairs(of: head) {
      let places = holders.range(of: number)
      for place in places {
        let piece = Int(holders[place])
        if piece >= first, piece <= last { common[piece - first] += rarity(number) }
      }
      total += places.isEmpty ? rare : rarity(number)
    }
    return near.map { total > 0 ? common[$0 - first] / total : 0 }
  }

  /// How well piece `b` goes on in the middle of the sentence that piece `a` breaks off; about -4...6.
  func continuity(_ a: Int, _ b: Int) -> Double {
    // Each asks the array for what it needs: a piece taken out of it would have all its own arrays retained.
    let joint = a + 1 == b ? pieces[b].joint : nil
    return brackets(a, b) + junction(pieces[a].text, pieces[b].text, ending: pieces[a].ending, joint)
      + shape(a, b)
  }

  private func brackets(_ a: Int, _ b: Int) -> Double {
    let opened = pieces[a].unbalanced.open
    let closed = pieces[b].unbalanced.close
    if opened.isEmpty && closed.isEmpty { return 0 }
    if opened.contains(where: { $0.closer.map(closed.contains) ?? false }) { return weight.bracketsMatch }
    return closed.isEmpty ? weight.bracketsOpen : weight.bracketsClash
  }

  /// `joint`: what is known of the break already.
  private func junction(_ a: Scalars, _ b: Scalars, ending: Line.Ending, _ joint: Piece.Joint?) -> Double {
    guard let last = a.last, let first = b.first else { return 0 }
    if first.cannotOpen { return ending == .open ? weight.punctuation : weight.doublePunctuation }
    guard last.isHan, first.isHan else {
      if last.digit != nil, first.digit != nil || first.isUnit { return weight.number }
      if b.goesOnDay(behind: last) { return weight.number }
      return ending == .comma ? weight.comma : 0
    }
    let leaning = b.leansBack ? weight.leaning : 0
    let seen = vocabulary.occurrences(of: last, first)
    let known = seen > 0 ? min(weight.knownPairLimit, weight.knownPair * Double(seen)) : 0
    let bits = joint?.bits ?? Junctions.shared.bits(a, b)
    let joined = weight.junction * max(-weight.junctionLimit, min(weight.junctionLimit, bits))
    let splitsWord = joint?.splitsWord ?? WordSpan.exists(a, b)
    return leaning + known + joined + (splitsWord ? weight.word : 0)
  }

  private func shape(_ a: Int, _ b: Int) -> Double {
    var score = 0.0
    if !pieces[a].fillsLastLine { score += weight.unfilled }
    if pieces[b].isIndented, pieces[b].isWrapped, !pieces[b].continues { score += weight.indented }
    if pieces[b].opening.isStrong { score += weight.opening }
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

  func set(_ numbers: ArraySlice<Int32>) {
    turn += 1
    let turn = turn
    turns.withUnsafeMutableBufferPointer { turns in
      for number in numbers { turns[Int(number)] = turn }
    }
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

  /// The same for each of `count` texts and the one before it, false for the first: many at once are quicker.
  static func exist(between count: Int, _ text: (Int) -> Scalars) -> [Bool] {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 4 * reach * count) { units in
      withUnsafeTemporaryAllocation(of: kanbao_break.self, capacity: count) { breaks in
        var written = 0
        for index in 0..<count {
          let place =
            index > 0
            ? place(between: text(index - 1), text(index), units, &written) : kanbao_break()
          breaks.initializeElement(at: index, to: place)
        }
        kanbao_words_span(units.baseAddress, breaks.baseAddress, Int32(count))
        return (0..<count).map { breaks[$0].spans == 1 }
      }
    }
  }

  /// Writes what stands around the place where two texts meet; nothing, where no word can span it.
  private static func place(
    between a: Scalars, _ b: Scalars, _ units: UnsafeMutableBufferPointer<UInt16>, _ count: inout Int
  ) -> kanbao_break {
    let start = Int32(count)
    guard a.last?.isHan == true, b.first?.isHan == true else {
      return kanbao_break(start: start, length: 0, offset: 0, spans: 0)
    }
    for at in max(0, a.count - reach)..<a.count { units.write(a[at], at: &count) }
    let offset = Int32(count) - start
    for at in 0..<min(reach, b.count) { units.write(b[at], at: &count) }
    return kanbao_break(start: start, length: Int32(count) - start, offset: offset, spans: 0)
  }

  /// How many characters before and behind the place are looked at.
  static let reach = 6
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
