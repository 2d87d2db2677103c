/// How characters are read in Mandarin, without tones.
struct Readings: Sendable {
  /// The readings of the characters U+4E00 to U+9FFF; read from the program's own table when they are first used.
  static let shared = ReadingTable.rows.withUTF8Buffer { Readings(rows: $0) }

  /// The syllables, as ASCII letters; ü is v.
  let syllables: [[UInt8]]
  /// The first letters of each character's readings; bit 0 is a.
  private let firstLetters: [UInt32]
  /// Where each character's readings begin in `readings`.
  private let starts: [Int32]
  /// Indices into `syllables`, character by character.
  private let readings: [UInt16]

  private static let block: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// The syllables of a character; empty where it has none.
  func syllables(of scalar: Unicode.Scalar) -> ArraySlice<UInt16> {
    guard Self.block.contains(scalar.value) else { return [] }
    let index = Int(scalar.value - Self.block.lowerBound)
    return readings[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// Whether a reading of a character begins with a letter (a to z).
  func mayBegin(_ scalar: Unicode.Scalar, with letter: UInt8) -> Bool {
    guard Self.block.contains(scalar.value) else { return false }
    let letters = firstLetters[Int(scalar.value - Self.block.lowerBound)]
    return letters >> UInt32(letter - UInt8(ascii: "a")) & 1 == 1
  }

  private init(rows: UnsafeBufferPointer<UInt8>) {
    var syllables: [[UInt8]] = []
    var pairs: [(character: Int, syllable: UInt16)] = []
    for row in rows.split(separator: UInt8(ascii: "\n")) {
      guard let space = row.firstIndex(of: UInt8(ascii: " ")) else { continue }
      for scalar in String(decoding: row[(space + 1)...], as: UTF8.self).unicodeScalars {
        pairs.append((Int(scalar.value - Self.block.lowerBound), UInt16(syllables.count)))
      }
      syllables.append(Array(row[..<space]))
    }
    self.syllables = syllables
    (starts, readings) = Self.grouped(pairs)
    firstLetters = pairs.reduce(into: [UInt32](repeating: 0, count: Self.block.count)) { letters, pair in
      letters[pair.character] |= 1 << UInt32(syllables[Int(pair.syllable)][0] - UInt8(ascii: "a"))
    }
  }

  /// The syllables sorted by character, and where each character's begin.
  private static func grouped(_ pairs: [(character: Int, syllable: UInt16)]) -> ([Int32], [UInt16]) {
    var starts = [Int32](repeating: 0, count: block.count + 1)
    for pair in pairs { starts[pair.character + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var free = starts
    var sorted = [UInt16](repeating: 0, count: pairs.count)
    for pair in pairs {
      sorted[Int(free[pair.character])] = pair.syllable
      free[pair.character] += 1
    }
    return (starts, sorted)
  }
}
