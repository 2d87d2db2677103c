/// Which characters may stand for which of the letters typed as pinyin, by their `SearchCode`.
///
/// The index knows folded characters, and a Traditional one may be read otherwise than the Simplified one that it
/// is folded to. So each may have the readings of all its spellings, and surely has those that they share.
struct PinyinWays: Sendable {
  let test: PinyinTest
  /// For each letter, and for each syllable: the letters before which the syllable may end that begins there, as bits;
  /// none for letters at which no character begins.
  private let ends: [UInt64]

  init(_ test: PinyinTest) {
    self.test = test
    let syllables = Readings.shared.syllables
    var ends: [UInt64] = []
    var reached: UInt64 = 1
    for letter in 0..<test.query.count {
      let isReached = reached >> UInt64(letter) & 1 == 1
      ends += syllables.map { isReached ? test.query.ends(of: $0, from: letter) : 0 }
      if letter == 0 { reached = ends.reduce(0, |) }
    }
    self.ends = ends
  }

  /// Documents in which something surely reads so, and documents in which something may.
  func documents(in postings: Postings) -> (sure: DocumentBits, possible: DocumentBits) {
    let readings = FoldedReadings.shared
    var sure = DocumentBits(count: postings.documents)
    var possible = sure
    for (index, first) in postings.firsts.enumerated() {
      let reached = advanced(1, over: first, readings)
      guard reached.possibly != 0 else { continue }
      let group = postings.group(at: index)
      if isComplete(reached.surely) {
        postings.add(entry: group.lowerBound, to: &sure)
        continue
      }
      if isComplete(reached.possibly) { postings.add(entry: group.lowerBound, to: &possible) }
      for entry in group.dropFirst() {
        let second = postings.seconds[entry]
        let end = advanced(reached.possibly, over: second, readings).possibly
        guard end != 0 else { continue }
        if isComplete(end), isComplete(advanced(reached.surely, over: second, readings).surely) {
          postings.add(entry: entry, to: &sure)
        } else {
          postings.add(entry: entry, to: &possible)
        }
      }
    }
    return (sure, possible.subtracting(sure))
  }

  /// Whether every text that reads like the other letters reads like these as well, because they begin with these.
  func isBeginning(of other: PinyinWays) -> Bool {
    let isPlain = other.test.typed.utf8.allSatisfy { (97...122).contains($0) }
    return test.typed == other.test.typed || isPlain && other.test.typed.hasPrefix(test.typed)
  }

  private func isComplete(_ ends: UInt64) -> Bool { ends >> UInt64(test.query.count) & 1 == 1 }

  /// The letters before which a character may end, as bits, if it begins at one of the letters `reached`: in one of
  /// its spellings, and in each of them.
  private func advanced(_ reached: UInt64, over code: UInt16, _ readings: FoldedReadings) -> (
    possibly: UInt64, surely: UInt64
  ) {
    var possibly: UInt64 = 0
    readings.forEachSyllable(of: code) { possibly |= ends(of: Int($0), from: reached) }
    guard possibly != 0, let spellings = readings.spellings(of: code) else { return (possibly, possibly) }
    let surely = spellings.reduce(possibly) { common, syllables in
      common & syllables.reduce(0) { $0 | ends(of: Int($1), from: reached) }
    }
    return (possibly, surely)
  }

  @inline(__always)
  private func ends(of syllable: Int, from reached: UInt64) -> UInt64 {
    var end: UInt64 = 0
    var rest = reached & (1 << UInt64(test.query.count) - 1)
    while rest != 0 {
      end |= ends[rest.trailingZeroBitCount * (ends.count / test.query.count) + syllable]
      rest &= rest - 1
    }
    return end
  }
}

/// The readings of folded characters: those of all that are folded to them.
struct FoldedReadings: Sendable {
  static let shared = Self()

  private static let block: ClosedRange<UInt16> = 0x2E80...0xFAFF
  /// Where each character's syllables begin in `syllables`.
  private let starts: [Int32]
  private let syllables: [UInt16]
  /// The syllables of each spelling, for characters whose spellings are read differently.
  private let spellings: [UInt16: [[UInt16]]]

  /// A code's place in tables of the codes that characters with readings are folded to; nil for others.
  private static func index(of code: UInt16) -> Int? {
    block.contains(code) ? Int(code - block.lowerBound) : nil
  }

  private init() {
    let readings = Readings.shared
    var (starts, syllables): ([Int32], [UInt16]) = ([0], [])
    var different: [UInt16: [[UInt16]]] = [:]
    for code in Self.block {
      let spellings = Unicode.Scalar(code).map(Folding.spellings) ?? []
      if spellings.count > 1 {
        let sets = spellings.map { Set(readings.syllables(of: $0)) }
        let union = sets.reduce(into: Set()) { $0.formUnion($1) }
        syllables += union
        if sets.contains(where: { $0 != union }) { different[code] = sets.map(Array.init) }
      } else if let only = spellings.first {
        syllables += readings.syllables(of: only)
      }
      starts.append(Int32(syllables.count))
    }
    (self.starts, self.syllables, spellings) = (starts, syllables, different)
  }

  /// The syllables of each spelling of a character; nil where all are read alike.
  func spellings(of code: UInt16) -> [[UInt16]]? { spellings[code] }

  /// Calls `receive` with each syllable of a character, as its place in `Readings.syllables`.
  @inline(__always)
  func forEachSyllable(of code: UInt16, _ receive: (UInt16) -> Void) {
    guard let index = Self.index(of: code) else { return }
    for at in Int(starts[index])..<Int(starts[index + 1]) { receive(syllables[at]) }
  }
}
