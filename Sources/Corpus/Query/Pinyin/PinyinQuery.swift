/// Typed letters that stand for Chinese text: `puyang`, `py`, `puy`, `pyang` for 濮阳.
///
/// Each character takes a full syllable of one of its readings or its initial (`z` or `zh`); the last one may take any
/// beginning of a syllable. A typed `u` also stands for ü, which `v` writes.
public struct PinyinQuery: Sendable, Hashable {
  /// How many letters a query may have; a set of positions in it fits into one word.
  private static let longest = 63

  /// Letters a to z, without what separated the syllables.
  private let letters: [UInt8]
  /// Bit n: a syllable must end before letter n.
  private let breaks: UInt64

  /// A query of 1 to 63 lower-case ASCII letters, with apostrophes or spaces between syllables where wanted (`xi'an`);
  /// nil for anything else.
  public init?(_ typed: String) {
    var letters: [UInt8] = []
    var breaks: UInt64 = 0
    for scalar in typed.unicodeScalars {
      switch scalar {
      case "a"..."z" where letters.count < Self.longest:
        letters.append(UInt8(truncatingIfNeeded: scalar.value))
      case "'", "’", " ":
        if letters.isEmpty { return nil }
        breaks |= 1 << UInt64(letters.count)
      default: return nil
      }
    }
    guard !letters.isEmpty else { return nil }
    self.letters = letters
    self.breaks = breaks
  }

  /// The number of letters.
  var count: Int { letters.count }

  /// The first match in a text, in Unicode scalars; of two that begin at the same character the shorter one.
  public func firstMatch(in text: [Unicode.Scalar]) -> Range<Int>? {
    let readings = Readings.shared
    for start in text.indices where readings.mayBegin(text[start], with: letters[0]) {
      if let end = end(ofMatchAt: start, in: text, readings) { return start..<end }
    }
    return nil
  }

  /// Follows every way of reading at once: bit n of `positions` means that n letters are used up.
  private func end(ofMatchAt start: Int, in text: [Unicode.Scalar], _ readings: Readings) -> Int? {
    var positions: UInt64 = 1
    for index in start..<text.count {
      positions = advanced(positions, over: text[index], readings)
      if positions >> UInt64(letters.count) & 1 == 1 { return index + 1 }
      if positions == 0 { return nil }
    }
    return nil
  }

  private func advanced(_ positions: UInt64, over scalar: Unicode.Scalar, _ readings: Readings) -> UInt64 {
    var next: UInt64 = 0
    for reading in readings.syllables(of: scalar) {
      var rest = positions
      while rest != 0 {
        next |= ends(of: readings.syllables[Int(reading)], from: rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return next
  }

  /// The positions that reading one character as `syllable` from letter `start` leads to, as bits.
  func ends(of syllable: [UInt8], from start: Int) -> UInt64 {
    var reachable: UInt64 = 0
    var used = 0
    while used < syllable.count, start + used < letters.count, isSame(letters[start + used], syllable[used]) {
      used += 1
      let end = start + used
      if used == syllable.count || end == letters.count || isInitial(syllable, used) {
        reachable |= 1 << UInt64(end)
      }
      if breaks >> UInt64(end) & 1 == 1 { break }
    }
    return reachable
  }

  private func isSame(_ typed: UInt8, _ read: UInt8) -> Bool {
    typed == read || (typed == UInt8(ascii: "u") && read == UInt8(ascii: "v"))
  }

  /// The first letter, or zh, ch, sh.
  private func isInitial(_ syllable: [UInt8], _ count: Int) -> Bool {
    count == 1 || (count == 2 && syllable[1] == UInt8(ascii: "h"))
  }
}
