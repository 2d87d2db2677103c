import CJunctions

/// How common pairs of characters are in news at large: what two texts share by chance. And which characters headlines
/// prefer and paragraphs begin with.
struct CommonPairs: Sendable {
  static let shared = CommonPairs()

  /// The cost, in bits, of what the tables do not have.
  static let rare = 18.0
  private static let slotBits = 15

  /// Open addressing. A pair's key is mixed without loss, so that its first slot and the rest of its bits tell which it is:
  /// an entry is that rest, how far behind the first slot it stands, and in the lowest byte the cost; 0 where the slot is
  /// free. Little memory, which stays near the processor.
  private var entries = [UInt32](repeating: 0, count: 1 << Self.slotBits)
  /// How much more often headlines have a character than running text has, as the table's levels.
  private let headlines: [UInt8]
  /// How much more often a paragraph begins with a character than it stands within a sentence, likewise.
  private let starts: [UInt8]
  /// The level of no odds.
  private static let even: UInt8 = 20
  /// What each level means, natural logarithms.
  private let odds = (0...UInt8.max).map { (Double($0) - Double(Self.even)) / 10 }

  private init() {
    headlines = Self.levels(PairTable.headlines)
    starts = Self.levels(PairTable.starts)
    Self.forEachRow(PairTable.pairs) { level, scalars in
      for at in stride(from: scalars.startIndex, to: scalars.endIndex - 1, by: 2) {
        guard let key = Self.key(scalars[at].value, scalars[at + 1].value) else { continue }
        let place = entries.withUnsafeBufferPointer { Self.place(of: key, in: $0) }
        if let place { entries[place.slot] = place.mark << 8 | UInt32(level) }
        filter[Self.bit(of: key) >> 6] |= 1 << UInt64(Self.bit(of: key) & 63)
      }
    }
  }

  private static let filterBits = 18
  /// A bit for each pair that the table may have: small enough to stay near the processor.
  private var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))

  fileprivate static func bit(of key: UInt32) -> Int { Int(key >> UInt32(keyBits - filterBits)) }

  /// What a pair is looked up by.
  typealias Key = UInt32

  /// The table of pairs while it is looked up in.
  struct Lookup {
    fileprivate let filter: UnsafeBufferPointer<UInt64>
    fileprivate let entries: UnsafeBufferPointer<UInt32>
    /// A key that no pair has.
    private static let none = Key.max

    /// What a pair is looked up by; the memory for it is asked for.
    @inline(__always)
    func key(_ left: UInt32, _ right: UInt32) -> Key {
      guard let key = CommonPairs.key(left, right) else { return Self.none }
      let bit = CommonPairs.bit(of: key)
      guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return Self.none }
      kanbao_fetch(entries.baseAddress.map { $0 + CommonPairs.firstSlot(of: key) })
      return key
    }

    /// The share of a pair in running text, as a negative logarithm in bits.
    @inline(__always)
    func cost(of key: Key) -> Double {
      guard key != Self.none, let place = CommonPairs.place(of: key, in: entries) else {
        return CommonPairs.rare
      }
      let entry = entries[place.slot]
      return entry == 0 ? CommonPairs.rare : Double(entry & 0xFF) / 2
    }
  }

  /// Lets `body` look up pairs.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    filter.withUnsafeBufferPointer { filter in
      entries.withUnsafeBufferPointer { entries in body(Lookup(filter: filter, entries: entries)) }
    }
  }

  /// The share of a pair in running text, as a negative logarithm in bits; `code` as in `PairSet`.
  func cost(_ code: UInt64) -> Double {
    withLookup { $0.cost(of: $0.key(UInt32(code >> 32), UInt32(code & 0xffff_ffff))) }
  }

  /// How much a line's characters are those of headlines rather than of running text, log-odds within -6...6.
  func wording(_ text: Scalars) -> Double {
    var sum = 0.0
    text.withUnsafeBufferPointer { text in
      headlines.withUnsafeBufferPointer { headlines in
        odds.withUnsafeBufferPointer { odds in
          for at in 0..<min(60, text.count) where text[at].value < 1 << 16 {
            sum += odds[Int(headlines[Int(text[at].value)])]
          }
        }
      }
    }
    return max(-6, min(6, sum))
  }

  /// How much the text's first character is one with which paragraphs begin, log-odds within -2...1.
  func start(_ text: Scalars) -> Double {
    text.first.map { $0.value < 1 << 16 ? odds[Int(starts[Int($0.value)])] : 0 } ?? 0
  }

  /// A table's levels by the scalar's number: bytes, of which the usual characters' lie near each other.
  private static func levels(_ table: StaticString) -> [UInt8] {
    var levels = [UInt8](repeating: even, count: 1 << 16)
    forEachRow(table) { level, scalars in
      for scalar in scalars where scalar.value < 1 << 16 { levels[Int(scalar.value)] = level }
    }
    return levels
  }

  private static let keyBits = 30

  /// The offsets of two characters in the main Han block, mixed; two pairs never have one key.
  @inline(__always)
  fileprivate static func key(_ a: UInt32, _ b: UInt32) -> UInt32? {
    guard 0x4e00...0x9fff ~= a, 0x4e00...0x9fff ~= b else { return nil }
    return ((a - 0x4e00) << 15 | (b - 0x4e00)) &* 2_654_435_769 & (1 << UInt32(keyBits) - 1)
  }

  fileprivate static func firstSlot(of key: UInt32) -> Int { Int(key >> UInt32(keyBits - slotBits)) }

  /// Where a pair stands or would be put, and the upper bytes of its entry there; nil where there is no place near.
  @inline(__always)
  fileprivate static func place(of key: UInt32, in entries: UnsafeBufferPointer<UInt32>) -> (
    slot: Int, mark: UInt32
  )? {
    let first = firstSlot(of: key)
    let rest = key & (1 << UInt32(keyBits - slotBits) - 1)
    for apart in 0..<512 {
      let slot = (first + apart) & (1 << slotBits - 1)
      let mark = rest << 9 | UInt32(apart)
      if entries[slot] == 0 || entries[slot] >> 8 == mark { return (slot, mark) }
    }
    return nil
  }

  /// Calls `body` with each line of a table: its number, and the characters behind the space.
  private static func forEachRow(_ table: StaticString, _ body: (UInt8, ArraySlice<Unicode.Scalar>) -> Void) {
    let text = table.withUTF8Buffer { Scalars(wellFormed: $0) }
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: "\n") ?? text.count
      let space = text[start..<end].firstIndex(of: " ") ?? end
      let level = text[start..<space].reduce(0) { $0 * 10 + UInt8($1.value - 48) }
      body(level, text[min(space + 1, end)..<end])
      start = end + 1
    }
  }
}
