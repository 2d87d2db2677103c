/// Tells by a file's bytes how its text is encoded.
enum EncodingDetector {
  /// Bytes that are looked at where UTF-8 does not explain the file.
  static let sampleSize = 16 << 10

  /// The encoding that a byte order mark names.
  static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    [.utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030].first { bytes.starts(with: $0.mark) }
  }

  /// Whether valid UTF-8 needs no comparison with other encodings: a good part of it could not be valid by accident,
  /// or it is ASCII that is long enough to be nothing else.
  static func isSurelyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var long = 0
    var isPlain = true
    for byte in bytes {
      if byte >= 0xE0 { long += 1 }
      if long >= 4 { return true }
      if byte >= 0x80 || byte == 0 { isPlain = false }
    }
    return isPlain && bytes.count >= 24
  }

  /// The encoding in which the text is most probable.
  static func best(for bytes: ArraySlice<UInt8>) -> TextEncoding {
    let sample = sample(of: bytes)
    let isWhole = sample.endIndex == bytes.endIndex
    func cost(_ encoding: TextEncoding) -> Int {
      CharacterCosts.shared.cost(of: Transcoder.decode(sample, as: encoding, isWhole: isWhole).text)
    }
    let candidates = TextEncoding.allCases.map { (encoding: $0, cost: cost($0)) }
    return candidates.min { $0.cost < $1.cost }?.encoding ?? .utf8
  }

  /// The part with the first bytes that are not ASCII, from the beginning of their line (at an even offset, as
  /// UTF-16 needs).
  private static func sample(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count > sampleSize else { return bytes }
    let telling = bytes.firstIndex { $0 >= 0x80 || $0 == 0 } ?? bytes.startIndex
    var start = bytes[..<telling].lastIndex(of: 10).map { $0 + 1 } ?? bytes.startIndex
    if (start - bytes.startIndex) % 2 == 1 { start -= 1 }
    return bytes[start..<min(bytes.endIndex, start + sampleSize)]
  }
}
