/// A set of scalars below U+10000, asked at once: a bit for each of the blocks of 256 in which it has any.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  /// The place of each block's bits in `bits`, in words; the first block of bits is empty.
  private var blocks = ContiguousArray<UInt16>(repeating: 0, count: 256)
  private var bits = ContiguousArray<UInt64>(repeating: 0, count: 4)

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars where scalar.value < 0x10000 {
      let block = Int(scalar.value >> 8)
      if blocks[block] == 0 {
        blocks[block] = UInt16(bits.count)
        bits.append(contentsOf: [0, 0, 0, 0])
      }
      bits[Int(blocks[block]) + Int(scalar.value >> 6 & 3)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  init(stringLiteral text: String) { self.init(text.unicodeScalars) }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x10000 else { return false }
    let word = bits[Int(blocks[Int(scalar.value >> 8)]) + Int(scalar.value >> 6 & 3)]
    return word >> UInt64(scalar.value & 63) & 1 == 1
  }
}

/// Words that are looked for at the start or the end of a text. Where none can stand there, one look at a character tells.
struct Words: Sendable, ExpressibleByArrayLiteral {
  private let words: [Scalars]
  private let firsts: ScalarSet
  private let lasts: ScalarSet

  init(_ words: [String]) {
    self.words = words.map { Scalars(of: $0) }
    firsts = ScalarSet(self.words.compactMap(\.first))
    lasts = ScalarSet(self.words.compactMap(\.last))
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// Whether one of the words begins with such a character.
  func mayBegin(with scalar: Unicode.Scalar) -> Bool { firsts.contains(scalar) }

  /// The first of the words with which the text begins.
  func start<Text: RandomAccessCollection>(of text: Text) -> Scalars?
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let first = text.first, firsts.contains(first) else { return nil }
    return words.first { $0.stands(in: text, at: text.startIndex) }
  }

  /// Whether the text begins with one of the words.
  func begin<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let first = text.first, firsts.contains(first) else { return false }
    return words.contains { $0.stands(in: text, at: text.startIndex) }
  }

  /// Whether the text ends with one of the words.
  func end<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let last = text.last, lasts.contains(last) else { return false }
    return words.contains { $0.count <= text.count && $0.stands(in: text, at: text.endIndex - $0.count) }
  }

  /// The first of the words with which the text ends.
  func ending<Text: RandomAccessCollection>(of text: Text) -> Scalars?
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let last = text.last, lasts.contains(last) else { return nil }
    return words.first { $0.count <= text.count && $0.stands(in: text, at: text.endIndex - $0.count) }
  }

  /// Whether the text is one of the words.
  func hold<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let first = text.first, firsts.contains(first) else { return false }
    return words.contains { $0.count == text.count && $0.stands(in: text, at: text.startIndex) }
  }

  /// Whether one of the words stands in the text.
  func stand<Text: RandomAccessCollection>(in text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    text.indices.contains { at in
      firsts.contains(text[at]) && words.contains { $0.stands(in: text, at: at) }
    }
  }

  /// How many of the words stand in the text.
  func count(in text: Scalars) -> Int {
    guard text.contains(where: firsts.contains) else { return 0 }
    return words.count { text.contains($0) }
  }

  /// The words, for reading them one after the other with white space between their characters.
  func first(where condition: (Scalars) -> Bool) -> Scalars? { words.first(where: condition) }
}

extension Array where Element == Unicode.Scalar {
  /// Whether it stands in a text at such a place.
  fileprivate func stands<Text: RandomAccessCollection>(in text: Text, at start: Int) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard text.endIndex - start >= count else { return false }
    for offset in indices where self[offset] != text[start + offset] { return false }
    return true
  }
}
