/// How improbable a character is in Chinese newspapers' text, in bits. The costs of one text under several encodings
/// compare how probable it is that it was written in each.
struct CharacterCosts {
  static let shared = CharacterCosts()

  /// The cost above which, on the average of what is not ASCII, text is no text.
  static let limit = 17.5

  private static let unlisted: UInt8 = 21
  private let plane: [UInt8]

  private init() {
    var plane = (0..<0x10000).map { Self.cost(outsideTable: $0) }
    CharacterTable.rows.withUTF8Buffer { buffer in
      let rows = String(decoding: buffer, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, row) in rows.enumerated() {
        for scalar in row.unicodeScalars {
          plane[Int(scalar.value)] = UInt8(CharacterTable.firstCost + index)
        }
      }
    }
    self.plane = plane
  }

  /// The cost of one character in bits.
  func cost(of scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x10000 ? Int(plane[Int(scalar.value)]) : scalar.value < 0x323B0 ? 26 : 30
  }

  /// The cost of a text in bits.
  func cost(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + cost(of: $1) }
  }

  /// The mean cost of what is not ASCII, 0 where all is.
  func mean(of text: String) -> Double {
    var (total, count) = (0, 0)
    for scalar in text.unicodeScalars where !scalar.isASCII { total += cost(of: scalar); count += 1 }
    return count == 0 ? 0 : Double(total) / Double(count)
  }

  private static func cost(outsideTable value: Int) -> UInt8 {
    switch value {
    case 0x09, 0x0A, 0x0D: 5
    case 0x0C: 10
    case 0x20...0x7E: 6
    case 0..<0xA0: 30
    case 0xFF0C, 0x3002, 0x3001, 0x201C, 0x201D, 0x3000, 0xFF08, 0xFF09, 0xFF1A, 0x300A, 0x300B: 6
    case 0xFF01...0xFF5E: 9
    case 0xB7, 0x2014, 0x2026, 0x2018, 0x2019: 8
    case 0x2010...0x203F, 0x3003...0x301F, 0xFE30...0xFE4F: 12
    case 0xA1...0x24F, 0x2100...0x27BF, 0x3040...0x30FF: 14
    case 0x370...0x52F, 0x3100...0x312F, 0x3200...0x33FF, 0xAC00...0xD7A3: 16
    case 0x4E00...0x9FFF: unlisted
    case 0x3400...0x4DBF, 0xF900...0xFAFF: 24
    case 0xE000...0xF8FF: 30
    case 0xFFF0...0xFFFF: 40
    default: 22
    }
  }
}
