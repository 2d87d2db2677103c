import CJunctions

/// How much more often than by chance certain characters stand before a place in running text and certain others behind
/// it: a table made from a language model and laid out for looking up (scripts/junctions.py), read where it lies.
struct Junctions: Sendable {
  static let shared = Junctions()

  /// What is taken for two characters that are not listed, in bits, at least.
  private static let leastUnlisted = -3

  private let characters: JunctionCharacters
  private let twos: JunctionList<UInt32>
  private let threes: JunctionList<UInt64>
  private let fours: JunctionList<UInt64>

  private init() {
    var table = JunctionTable()
    characters = JunctionCharacters(table)
    twos = table.list(keyBits: 2 * JunctionCharacter.bits)
    threes = table.list(keyBits: 3 * JunctionCharacter.bits + 1)
    fours = table.list(keyBits: 4 * JunctionCharacter.bits)
  }

  /// How much better than by chance `lower` goes on where `upper` ends, in bits, -8...15; 0 where nothing is known. The
  /// table is asked of as many characters as it knows, two on either side at most.
  func bits(_ upper: Scalars, _ lower: Scalars) -> Double {
    place(between: upper, lower).map { Double(bits(at: $0)) } ?? 0
  }

  /// The same for each of `count` texts and the one before it, 0 for the first. The memory in which is looked for one is
  /// asked for all before it is waited for.
  @inline(__always)
  func bits(between count: Int, _ text: (Int) -> Scalars) -> [Double] {
    withUnsafeTemporaryAllocation(of: Place?.self, capacity: count) { places in
      for index in 0..<count {
        let found = index > 0 ? place(between: text(index - 1), text(index)) : nil
        if let found { fetch(found) }
        places.initializeElement(at: index, to: found)
      }
      return (0..<count).map { index in places[index].map { Double(bits(at: $0)) } ?? 0 }
    }
  }

  /// The characters around a place: two before it, and two behind.
  private struct Place {
    let a, b, c, d: JunctionCharacter

    var twos: UInt64 { b.followed(by: c) }
    var leftThree: UInt64? { a.isListed ? a.followed(by: b, c) : nil }
    var rightThree: UInt64? { d.isListed ? 1 << (3 * JunctionCharacter.bits) | b.followed(by: c, d) : nil }
    var four: UInt64? { a.isListed && d.isListed ? a.followed(by: b, c, d) : nil }
  }

  /// Nil where nothing can be known.
  @inline(__always)
  private func place(between upper: borrowing Scalars, _ lower: borrowing Scalars) -> Place? {
    guard let last = upper.last, let first = lower.first, let b = characters[last], let c = characters[first]
    else { return nil }
    return Place(
      a: upper.count > 1 ? characters[upper[upper.count - 2]] ?? .none : .none, b: b, c: c,
      d: lower.count > 1 ? characters[lower[1]] ?? .none : .none)
  }

  /// Asks for the memory in which a place is looked up.
  private func fetch(_ place: Place) {
    if let four = place.four { fours.fetch(four) }
    if let three = place.leftThree { threes.fetch(three) }
    if let three = place.rightThree { threes.fetch(three) }
    twos.fetch(place.twos)
  }

  private func bits(at place: Place) -> Int {
    place.four.flatMap { fours[$0] } ?? place.leftThree.flatMap { threes[$0] }
      ?? place.rightThree.flatMap { threes[$0] } ?? twos[place.twos] ?? unlisted(place)
  }

  private func unlisted(_ place: Place) -> Int {
    guard let ending = place.b.ending, let beginning = place.c.beginning else { return 0 }
    return max(Self.leastUnlisted, ending + beginning)
  }
}

/// What the table has of a character.
private struct JunctionCharacter {
  /// How many bits a number has.
  static let bits = 13
  static let none = JunctionCharacter(number: 0, endings: unknown, beginnings: unknown)
  private static let unknown = Int8.max

  /// Its number in the lists, 0 where it is in none.
  private let number: UInt16
  private let endings: Int8
  private let beginnings: Int8

  var isListed: Bool { number > 0 }
  /// How often words end with it that have it, in bits.
  var ending: Int? { endings == Self.unknown ? nil : Int(endings) }
  /// How often they begin with it.
  var beginning: Int? { beginnings == Self.unknown ? nil : Int(beginnings) }

  private init(number: UInt16, endings: Int8, beginnings: Int8) {
    (self.number, self.endings, self.beginnings) = (number, endings, beginnings)
  }

  /// From the four bytes of the table.
  init(_ bytes: UInt32) {
    self.init(
      number: UInt16(truncatingIfNeeded: bytes), endings: Int8(truncatingIfNeeded: bytes >> 16),
      beginnings: Int8(truncatingIfNeeded: bytes >> 24))
  }

  func followed(by other: Self) -> UInt64 { UInt64(number) << Self.bits | UInt64(other.number) }

  func followed(by other: Self, _ last: Self) -> UInt64 {
    followed(by: other) << Self.bits | UInt64(last.number)
  }

  func followed(by other: Self, _ third: Self, _ last: Self) -> UInt64 {
    followed(by: other, third) << Self.bits | UInt64(last.number)
  }
}

/// The table's bytes, which stay where they are as long as the program runs.
private struct JunctionTable {
  let bytes = UnsafeRawBufferPointer(start: kanbao_junctions(), count: kanbao_junctions_length())
  /// Where the part begins that says how long the next list is, and where that list does.
  private var head = 0
  private var start = JunctionCharacters.start + 4 * JunctionCharacters.block.count

  /// The next of its lists.
  mutating func list<Entry: FixedWidthInteger>(keyBits: Int) -> JunctionList<Entry> {
    let spread = bytes.number(at: head, as: UInt32.self)
    let size = Int(bytes.number(at: head + 4, as: UInt32.self)) * MemoryLayout<Entry>.size
    let entries = UnsafeRawBufferPointer(rebasing: bytes[start..<start + size])
    head += 8
    start += (size + 7) & ~7
    return JunctionList(entries: entries, spread: Entry(spread), keyBits: keyBits)
  }
}

/// What is known of single characters, of the main Han block.
private struct JunctionCharacters: @unchecked Sendable {
  static let block = UInt32(0x4E00)...0x9FFF
  /// Where they stand in the table.
  static let start = 32
  private let bytes: UnsafeRawBufferPointer

  init(_ table: JunctionTable) { bytes = table.bytes }

  /// Nil outside the block.
  @inline(__always)
  subscript(scalar: Unicode.Scalar) -> JunctionCharacter? {
    guard Self.block ~= scalar.value else { return nil }
    let place = Int(scalar.value &- Self.block.lowerBound)
    return JunctionCharacter(bytes.number(at: Self.start &+ 4 &* place, as: UInt32.self))
  }
}

/// One list of the table: entries in order, each as far into the list as its key is great, or a little further.
private struct JunctionList<Entry: FixedWidthInteger & UnsignedInteger & Sendable>: @unchecked Sendable {
  let entries: UnsafeRawBufferPointer
  /// How many places the entries are spread over.
  let spread: Entry
  let keyBits: Int
  /// How many of an entry's bits are not of its key.
  private static var levels: Entry { 32 }
  /// The level of no bits.
  private static var zero: Int { 8 }

  /// Mixes a key, so that keys are spread evenly; no two are alike.
  @inline(__always)
  private func mixed(_ key: UInt64) -> Entry {
    (Entry(truncatingIfNeeded: key) << Entry(Entry.bitWidth - keyBits))
      &* Entry(truncatingIfNeeded: 0x9E37_79B9_7F4A_7C15 as UInt64 >> UInt64(64 - Entry.bitWidth))
  }

  /// Where a key is looked for first, in bytes.
  @inline(__always)
  private func start(of mixed: Entry) -> Int {
    Int(mixed.multipliedFullWidth(by: spread).high) &* MemoryLayout<Entry>.size
  }

  /// Asks for the memory in which a key is looked up.
  @inline(__always)
  func fetch(_ key: UInt64) {
    kanbao_fetch(entries.baseAddress.map { $0 + start(of: mixed(key)) })
  }

  /// What is listed for a key, in bits.
  @inline(__always)
  subscript(key: UInt64) -> Int? {
    let wanted = mixed(key)
    var at = start(of: wanted)
    while at < entries.count {
      let entry = entries.number(at: at, as: Entry.self)
      if entry >= wanted { return entry &- wanted < Self.levels ? Int(entry &- wanted) - Self.zero : nil }
      at &+= MemoryLayout<Entry>.size
    }
    return nil
  }
}

extension UnsafeRawBufferPointer {
  /// The little-endian number at `offset`.
  @inline(__always)
  fileprivate func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}
