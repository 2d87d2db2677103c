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

  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x10000 else { return false }
    let word = bits[Int(blocks[Int(scalar.value >> 8)]) + Int(scalar.value >> 6 & 3)]
    return word >> UInt64(scalar.value & 63) & 1 == 1
  }
}

/// Words that are looked for at the start or the end of a text. Where none can stand there, one look at a character tells.
struct Words: Sendable, ExpressibleByArrayLiteral {
  private let words: [Scalars]
  /// The scalars of all words, one after the other, and where each word ends: read without a look at many arrays.
  private let letters: ContiguousArray<Unicode.Scalar>
  private let ends: ContiguousArray<Int>
  /// The first and the last scalar of each word.
  private let heads: ContiguousArray<Unicode.Scalar>
  private let tails: ContiguousArray<Unicode.Scalar>
  private let firsts: ScalarSet
  private let lasts: ScalarSet

  init(_ words: [String]) {
    self.words = words.map { Scalars(of: $0) }
    letters = ContiguousArray(self.words.joined())
    var end = 0
    ends = ContiguousArray(
      self.words.map {
        end += $0.count; return end
      })
    heads = ContiguousArray(self.words.map { $0.first ?? "\0" })
    tails = ContiguousArray(self.words.map { $0.last ?? "\0" })
    firsts = ScalarSet(heads)
    lasts = ScalarSet(tails)
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// The characters with which the words begin.
  var beginnings: [Unicode.Scalar] { Array(heads) }

  /// The characters with which the words end.
  var endings: [Unicode.Scalar] { Array(tails) }

  /// Whether one of the words begins with such a character.
  func mayBegin(with scalar: Unicode.Scalar) -> Bool { firsts.contains(scalar) }

  /// Whether one of the words ends with such a character.
  func mayEnd(with scalar: Unicode.Scalar) -> Bool { lasts.contains(scalar) }

  /// The first of the words with which the text begins.
  func start<Text: RandomAccessCollection>(of text: Text) -> Scalars?
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let first = text.first, firsts.contains(first) else { return nil }
    return index(first, heads) { stands($0, in: text, at: text.startIndex) }.map { words[$0] }
  }

  /// Whether the text begins with one of the words.
  func begin<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let first = text.first, firsts.contains(first) else { return false }
    return index(first, heads) { stands($0, in: text, at: text.startIndex) } != nil
  }

  /// Whether the text ends with one of the words.
  func end<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int { lastIndex(of: text) != nil }

  /// The first of the words with which the text ends.
  func ending<Text: RandomAccessCollection>(of text: Text) -> Scalars?
  where Text.Element == Unicode.Scalar, Text.Index == Int { lastIndex(of: text).map { words[$0] } }

  private func lastIndex<Text: RandomAccessCollection>(of text: Text) -> Int?
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let last = text.last, lasts.contains(last) else { return nil }
    return index(last, tails) { $0.count <= text.count && stands($0, in: text, at: text.endIndex - $0.count) }
  }

  /// Whether the text is one of the words.
  func hold<Text: RandomAccessCollection>(_ text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard let first = text.first, firsts.contains(first) else { return false }
    return index(first, heads) { $0.count == text.count && stands($0, in: text, at: text.startIndex) } != nil
  }

  /// Whether one of the words stands in the text.
  func stand<Text: RandomAccessCollection>(in text: Text) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    for at in text.startIndex..<text.endIndex where firsts.contains(text[at]) {
      if index(text[at], heads, where: { stands($0, in: text, at: at) }) != nil { return true }
    }
    return false
  }

  /// How many of the words stand in the text.
  func count(in text: Scalars) -> Int {
    guard text.contains(where: firsts.contains) else { return 0 }
    return words.count { text.contains($0) }
  }

  /// Whether a condition holds for one of the words with such a beginning, for reading them one after the other with
  /// white space between their characters.
  func contains(beginning scalar: Unicode.Scalar, where condition: (Scalars) -> Bool) -> Bool {
    for index in heads.indices where heads[index] == scalar {
      if condition(words[index]) { return true }
    }
    return false
  }

  /// The first of the words with such a head or tail for whose place in `letters` a condition holds.
  @inline(__always)
  private func index(
    _ scalar: Unicode.Scalar, _ edges: ContiguousArray<Unicode.Scalar>, where condition: (Range<Int>) -> Bool
  ) -> Int? {
    for index in edges.indices where edges[index] == scalar {
      if condition((index > 0 ? ends[index - 1] : 0)..<ends[index]) { return index }
    }
    return nil
  }

  /// Whether a word stands in a text at such a place.
  @inline(__always)
  private func stands<Text: RandomAccessCollection>(_ word: Range<Int>, in text: Text, at start: Int) -> Bool
  where Text.Element == Unicode.Scalar, Text.Index == Int {
    guard text.endIndex - start >= word.count else { return false }
    let offset = start - word.lowerBound
    for at in word where letters[at] != text[at + offset] { return false }
    return true
  }
}
