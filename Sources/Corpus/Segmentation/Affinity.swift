import CICU

/// How much the pieces of one page have to do with each other, by the pairs of characters that they share; rare
/// pairs count more.
struct Affinity {
  private var rarities: [UInt64: Double] = [:]
  private var counts: [UInt64: Int] = [:]
  private var norms: [Double] = []
  /// What a pair means that no body has.
  private let rare: Double
  private let pieces: [Piece]
  private let weight: ContinuityWeights
  private let common = CommonPairs.shared

  init(_ pieces: [Piece], weights: SegmentationWeights = .trained) {
    self.pieces = pieces
    weight = weights.continuity
    var documents: [UInt64: Int] = [:]
    for piece in pieces where piece.kind == .body {
      for code in piece.pairs.codes { documents[code, default: 0] += 1 }
      for (a, b) in zip(piece.text, piece.text.dropFirst()) where a.isHan && b.isHan {
        counts[UInt64(a.value) << 32 | UInt64(b.value), default: 0] += 1
      }
    }
    let total = Double(pieces.count { $0.kind == .body }) + 1
    let rarity = weights.rarity
    rare = min(rarity.most, Logarithm.natural(total) + rarity.everywhere)
    rarities = documents.reduce(into: [:]) { rarities, pair in
      let here = Logarithm.natural(total / Double(pair.value)) + rarity.everywhere
      let atLarge = (CommonPairs.shared.cost(pair.key) - rarity.base) * Logarithm.ofTwo
      rarities[pair.key] = max(0.05, min(rarity.most, here, atLarge))
    }
    norms = pieces.map { piece in piece.pairs.codes.reduce(0) { $0 + (rarities[$1] ?? 0) } }
  }

  /// The weight of a pair: high where few pieces have it. Pairs that no body has weigh nothing.
  func rarity(_ code: UInt64) -> Double { rarities[code] ?? 0 }

  /// Likeness of two pieces, 0...1.
  func likeness(_ a: Int, _ b: Int) -> Double {
    guard norms[a] > 0, norms[b] > 0 else { return 0 }
    var common = 0.0
    pieces[a].pairs.forEachCommon(with: pieces[b].pairs) { common += rarity($0) }
    return common / (norms[a] * norms[b]).squareRoot()
  }

  /// How much of what a text says the pieces of a story say too, 0...1, weighted by rarity.
  func coverage(of text: PairSet, by story: [Int]) -> Double {
    let norm = text.codes.reduce(0) { $0 + rarity($1) }
    guard norm > 0 else { return 0 }
    var common: Set<UInt64> = []
    for other in story { text.forEachCommon(with: pieces[other].pairs) { common.insert($0) } }
    return common.reduce(0) { $0 + rarity($1) } / norm
  }

  /// How much of what headline `head` says piece `body` says too, 0...1, weighted by rarity; what no piece says
  /// counts as rare.
  func share(of head: Int, in body: Int) -> Double {
    let total = pieces[head].pairs.codes.reduce(0) { $0 + (rarities[$1] ?? rare) }
    var common = 0.0
    pieces[head].pairs.forEachCommon(with: pieces[body].pairs) { common += rarity($0) }
    return total > 0 ? common / total : 0
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
      return a.ending == .comma ? weight.comma : 0
    }
    let leaning = b.text.leansBack ? weight.leaning : 0
    let seen = counts[UInt64(last.value) << 32 | UInt64(first.value)] ?? 0
    let known = seen > 0 ? min(weight.knownPairLimit, weight.knownPair * Double(seen)) : 0
    let bits = common.attraction(last, first)
    let attraction = weight.attraction * max(-weight.attractionLimit, min(weight.attractionLimit, bits))
    return leaning + known + attraction + (WordSpan.exists(a.text, b.text) ? weight.word : 0)
  }

  private func shape(_ a: Piece, _ b: Piece) -> Double {
    var score = 0.0
    if !a.fillsLastLine { score += weight.unfilled }
    if b.isIndented && !b.continues { score += weight.indented }
    if b.opening.isStrong { score += weight.opening }
    return score
  }
}

extension Unicode.Scalar {
  /// What may follow a number: 年 万 % ….
  fileprivate var isUnit: Bool { "年月日个万亿%％元人次".unicodeScalars.contains(self) }
}

/// Words of ICU's Chinese dictionary across the end of a line.
enum WordSpan {
  /// Whether a word spans the place where `a` and `b` meet.
  static func exists(_ a: Scalars, _ b: Scalars) -> Bool {
    guard a.last?.isHan == true, b.first?.isHan == true else { return false }
    let left = Array(a.suffix(6).string.utf16)
    let right = Array(b.prefix(6).string.utf16)
    return kanbao_word_spans(left + right, Int32(left.count + right.count), Int32(left.count)) == 1
  }
}
