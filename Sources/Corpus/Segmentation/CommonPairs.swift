/// How common pairs of characters are in news at large: what two texts share by chance. And which characters headlines
/// prefer and paragraphs begin with.
struct CommonPairs: Sendable {
  static let shared = CommonPairs()

  /// The cost, in bits, of what the tables do not have.
  private static let rare = 18.0
  private static let slots = 1 << 15

  /// Open addressing: pairs of offsets into the main Han block, one more than the code, 0 where the slot is free.
  private var keys = [UInt32](repeating: 0, count: Self.slots)
  private var costs = [UInt8](repeating: 0, count: Self.slots)
  /// How much more often headlines have a character than running text has, natural logarithms.
  private var headlines = [Double](repeating: 0, count: 1 << 16)

  /// How much more often a paragraph begins with a character than it stands within a sentence, natural logarithms.
  private var starts = [Double](repeating: 0, count: 1 << 16)

  private init() {
    headlines = Self.odds(PairTable.headlines)
    starts = Self.odds(PairTable.starts)
    Self.forEachRow(PairTable.pairs) { level, scalars in
      for at in stride(from: 0, to: scalars.count - 1, by: 2) {
        guard let key = Self.key(scalars[at].value, scalars[at + 1].value) else { continue }
        let slot = self.slot(of: key)
        keys[slot] = key
        costs[slot] = level
        filter[Self.bit(of: key) >> 6] |= 1 << UInt64(Self.bit(of: key) & 63)
      }
    }
  }

  private static let filterBits = 18
  /// A bit for each pair that the table may have: small enough to stay near the processor.
  private var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))

  private static func bit(of key: UInt32) -> Int {
    Int((key &* 2_654_435_769) >> UInt32(32 - filterBits))
  }

  /// The share of a pair in running text, as a negative logarithm in bits; `code` as in `PairSet`.
  @inline(__always)
  func cost(_ code: UInt64) -> Double {
    guard let key = Self.key(UInt32(code >> 32), UInt32(code & 0xffff_ffff)) else { return Self.rare }
    let bit = Self.bit(of: key)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return Self.rare }
    let slot = self.slot(of: key)
    return keys[slot] == key ? Double(costs[slot]) / 2 : Self.rare
  }

  /// How much a line's characters are those of headlines rather than of running text, log-odds within -6...6.
  func wording(_ text: Scalars) -> Double {
    let sum = text.prefix(60).reduce(0) { $1.value < 1 << 16 ? $0 + headlines[Int($1.value)] : $0 }
    return max(-6, min(6, sum))
  }

  /// How much the text's first character is one with which paragraphs begin, log-odds within -2...1.
  func start(_ text: Scalars) -> Double {
    text.first.map { $0.value < 1 << 16 ? starts[Int($0.value)] : 0 } ?? 0
  }

  /// A table of log-odds by the scalar's number.
  private static func odds(_ table: StaticString) -> [Double] {
    var odds = [Double](repeating: 0, count: 1 << 16)
    forEachRow(table) { level, scalars in
      for scalar in scalars where scalar.value < 1 << 16 {
        odds[Int(scalar.value)] = (Double(level) - 20) / 10
      }
    }
    return odds
  }

  private static func key(_ a: UInt32, _ b: UInt32) -> UInt32? {
    guard 0x4e00...0x9fff ~= a, 0x4e00...0x9fff ~= b else { return nil }
    return (a - 0x4e00) << 16 | (b - 0x4e00 + 1)
  }

  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* 2_654_435_769) >> 17)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (Self.slots - 1) }
    return slot
  }

  /// Calls `body` with each line of a table: its number, and the characters behind the space.
  private static func forEachRow(_ table: StaticString, _ body: (UInt8, Scalars) -> Void) {
    let text = table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for row in text.unicodeScalars.split(separator: "\n") {
      let level = row.prefix { $0 != " " }.reduce(0) { $0 * 10 + UInt8($1.value - 48) }
      body(level, Scalars(row.drop { $0 != " " }.dropFirst()))
    }
  }
}
