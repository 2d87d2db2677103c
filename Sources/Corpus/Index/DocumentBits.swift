/// A set of articles of one segment, by their place in it.
struct DocumentBits: Sendable, Equatable {
  private(set) var words: [UInt64]

  /// The empty set among `count` articles.
  init(count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// All of `count` articles.
  init(all count: Int) {
    words = [UInt64](repeating: .max, count: (count + 63) / 64)
    if count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  /// The articles for which `condition` holds.
  init(count: Int, where condition: (Int) -> Bool) {
    self.init(count: count)
    for index in 0..<count where condition(index) { insert(index) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }

  @inline(__always)
  mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  mutating func formUnion(_ other: Self) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: Self) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: Self) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  func isSubset(of other: Self) -> Bool { zip(words, other.words).allSatisfy { $0 & ~$1 == 0 } }

  func intersection(_ other: Self) -> Self { var copy = self; copy.formIntersection(other); return copy }
  func union(_ other: Self) -> Self { var copy = self; copy.formUnion(other); return copy }
  func subtracting(_ other: Self) -> Self { var copy = self; copy.subtract(other); return copy }

  /// Adds the documents whose bits are set in `bytes`, eight documents a byte.
  mutating func formUnion(bitmap bytes: UnsafeRawBufferPointer) {
    for index in words.indices {
      words[index] |= UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
  }

  /// Empties the set.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// Calls `receive` with each member, ascending.
  @inline(__always)
  func forEach(_ receive: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        receive(index << 6 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
