/// Answers in which documents a word may stand, and whether it surely stands there.
struct TextPostings: Sendable {
  let pairs: Postings
  let triples: Triples

  /// Memory taken, in bytes.
  var footprint: Int { pairs.footprint + triples.footprint }

  /// The documents in which all neighbours in `codes` stand beside one another: for up to two characters, and for
  /// three of which both pairs are dense, those in which they all do (`isExact`).
  func documents(withNeighboursOf codes: [UInt16]) -> (bits: DocumentBits, isExact: Bool) {
    let none = (bits: DocumentBits(count: pairs.documents), isExact: true)
    guard codes.count > 1 else {
      let entry = codes.first.flatMap { pairs.entry(of: $0, SearchCode.none) }
      return entry.map { (pairs.documents(ofAll: [$0]), true) } ?? none
    }
    let numbers = zip(codes, codes.dropFirst()).map(triples.number)
    var (pairEntries, tripleEntries): ([Int], [Int]) = ([], [])
    for at in 0..<codes.count - 1 {
      if at + 2 < codes.count, let number = numbers[at], numbers[at + 1] != nil {
        guard let entry = triples.postings.entry(of: number, codes[at + 2]) else { return none }
        tripleEntries.append(entry)
      } else if at == 0 || numbers[at - 1] == nil || numbers[at] == nil {
        guard let entry = pairs.entry(of: codes[at], codes[at + 1]) else { return none }
        pairEntries.append(entry)
      }
    }
    let isExact = codes.count == 2 || codes.count == 3 && !tripleEntries.isEmpty
    guard !tripleEntries.isEmpty else { return (pairs.documents(ofAll: pairEntries), isExact) }
    let found = triples.postings.documents(ofAll: tripleEntries)
    return (pairEntries.isEmpty ? found : found.intersection(pairs.documents(ofAll: pairEntries)), isExact)
  }
}

/// The documents of three neighbouring characters, where the pairs among them say little: each of the two stands in
/// many documents, and often not together. All others that stand in both pairs' documents are few enough to be read.
struct Triples: Sendable {
  /// The dense pairs, the first code in the upper half; ascending.
  let pairs: [UInt32]
  /// By a pair's place in `pairs` plus one, and by the third code.
  let postings: Postings

  /// Memory taken, in bytes.
  var footprint: Int { pairs.count * 4 + postings.footprint }

  /// The most dense pairs that have numbers; those beyond count as pairs that are not dense.
  static let mostPairs = 0xFFFF

  /// Whether a pair that stands in `count` documents is dense.
  static func isDense(_ count: Int, of documents: Int) -> Bool { count >= max(8, documents / 8) }

  /// The number of a dense pair in `postings`.
  func number(of first: UInt16, _ second: UInt16) -> UInt16? {
    let pair = UInt32(first) << 16 | UInt32(second)
    let index = pairs.insertionIndex(of: pair, in: pairs.indices)
    return index < pairs.count && pairs[index] == pair ? UInt16(index + 1) : nil
  }
}

/// Finds the numbers of dense pairs in long texts.
struct DensePairNumbers {
  /// The number where there is no dense pair.
  static let none: UInt16 = 0
  private static let multiplier: UInt32 = 0x9E37_79B1

  /// Pairs, with their numbers in the lower 16 bits, at or after the place that `slot` says; 0 where there is none.
  private var slots: [UInt64]
  private let shift: UInt32

  /// Numbers pairs from 1, in their order.
  init(_ pairs: [UInt32]) {
    let bits = UInt32(UInt64.bitWidth - (pairs.count * 2).leadingZeroBitCount)
    shift = 32 - bits
    slots = [UInt64](repeating: 0, count: 1 << Int(bits))
    for (index, pair) in pairs.enumerated() {
      var slot = Int((pair &* Self.multiplier) >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(pair) << 16 | UInt64(index + 1)
    }
  }

  /// For each place in `codes` where two dense pairs follow one another, the number of the first; elsewhere `none`.
  func numbers(in codes: [UInt16]) -> [UInt16] {
    slots.withUnsafeBufferPointer { slots in
      [UInt16](room: codes.count, of: Self.none) { numbers, count in
        count = codes.count
        var before = Self.none
        for at in 0..<max(0, codes.count - 1) {
          let number = number(of: UInt32(codes[at]) << 16 | UInt32(codes[at + 1]), slots)
          if number != Self.none, before != Self.none { numbers[at - 1] = before }
          before = number
        }
      }
    }
  }

  @inline(__always)
  private func number(of pair: UInt32, _ slots: UnsafeBufferPointer<UInt64>) -> UInt16 {
    var slot = Int((pair &* Self.multiplier) >> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 16 == UInt64(pair) { return UInt16(truncatingIfNeeded: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return Self.none
  }
}
