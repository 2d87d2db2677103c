/// Words to be found in printed text, folded on both sides (`Folding`) or as they are.
///
/// The text is not folded to be searched: a run of the needle's scalars that have one spelling only (most
/// characters) is looked for as bytes, and only where it stands the rest is compared scalar by scalar.
struct TextNeedle: Sendable, Equatable {
  /// The scalars to be found, folded unless the needle is literal; never empty.
  let scalars: [Unicode.Scalar]
  /// True where nothing is folded.
  let isLiteral: Bool
  /// The spellings of the part that is looked for first.
  private let anchors: [BytePattern]
  /// The number of scalars before that part.
  private let lead: Int

  /// A needle for `text`, or nil where it is empty.
  init?(_ text: String, isLiteral: Bool = false) {
    guard !text.isEmpty else { return nil }
    self.isLiteral = isLiteral
    scalars = text.unicodeScalars.map { isLiteral ? $0 : Folding.fold($0) }
    let spellings = scalars.map { isLiteral ? [$0] : Folding.spellings(of: $0) }
    let run = Self.anchor(in: spellings)
    lead = run.lowerBound
    let texts = run.count > 1 ? [Array(scalars[run])] : spellings[run.lowerBound].map { [$0] }
    anchors = texts.map { text in BytePattern(text.flatMap { UTF8.encode($0).map(Array.init) ?? [] }) }
  }

  /// The longest run of scalars with one spelling, else the scalar with the fewest.
  private static func anchor(in spellings: [[Unicode.Scalar]]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for (index, candidates) in spellings.enumerated() {
      if candidates.count > 1 { start = index + 1 }
      if index + 1 - start > longest.count { longest = start..<index + 1 }
    }
    if !longest.isEmpty { return longest }
    let fewest = spellings.indices.min { spellings[$0].count < spellings[$1].count } ?? 0
    return fewest..<fewest + 1
  }

  /// Whether the words stand in `text`.
  func isFound(in text: String) -> Bool {
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes in
      anchors.contains { isFound(in: bytes, anchor: $0) }
    }
    return answer ?? !ranges(in: Array(text.unicodeScalars)).isEmpty
  }

  /// How often the words stand in `text`; where they overlap themselves, each place counts.
  func count(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in anchors.reduce(0) { $0 + count(in: bytes, anchor: $1) } }
  }

  private func count(in bytes: UnsafeBufferPointer<UInt8>, anchor: BytePattern) -> Int {
    var (at, count) = (0, 0)
    while let hit = anchor.firstOffset(in: bytes, from: at) {
      if let start = UTF8Walk.offset(hit, movedBackBy: lead, in: bytes), stands(at: start, in: bytes) {
        count += 1
      }
      at = hit + 1
    }
    return count
  }

  private func isFound(in bytes: UnsafeBufferPointer<UInt8>, anchor: BytePattern) -> Bool {
    var at = 0
    while let hit = anchor.firstOffset(in: bytes, from: at) {
      if let start = UTF8Walk.offset(hit, movedBackBy: lead, in: bytes), stands(at: start, in: bytes) {
        return true
      }
      at = hit + 1
    }
    return false
  }

  private func stands(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = start
    for scalar in scalars {
      guard let (code, length) = UTF8Walk.scalar(at: at, in: bytes), searched(code) == scalar.value else {
        return false
      }
      at += length
    }
    return true
  }

  private func searched(_ code: UInt32) -> UInt32 { isLiteral ? code : Folding.fold(code) }

  /// Every place of the words in `text`, in order and not overlapping, in scalars.
  func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at + scalars.count <= text.count {
      if scalars.indices.allSatisfy({ searched(text[at + $0].value) == scalars[$0].value }) {
        found.append(at..<at + scalars.count)
        at += scalars.count
      } else {
        at += 1
      }
    }
    return found
  }
}

/// Steps in well-formed UTF-8.
enum UTF8Walk {
  /// The scalar that begins at byte `at`, and its length in bytes; nil at the end.
  static func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (code: UInt32, length: Int)? {
    guard offset < bytes.count else { return nil }
    let first = bytes[offset]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return nil }
    guard length > 1 else { return (UInt32(first), 1) }
    var code = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length { code = code << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (code, length)
  }

  /// The byte where the `count`-th scalar before byte `offset` begins; nil where there are fewer.
  static func offset(_ offset: Int, movedBackBy count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = offset
    for _ in 0..<count {
      repeat {
        guard at > 0 else { return nil }
        at -= 1
      } while bytes[at] & 0xC0 == 0x80
    }
    return at
  }
}
