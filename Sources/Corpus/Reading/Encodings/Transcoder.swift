import CICU

/// Text in other encodings than UTF-8, through ICU.
enum Transcoder {
  /// Decoded text, and what was malformed in it.
  struct Result {
    var text: String
    var faults: Int
    /// Byte offset of the first malformed sequence.
    var firstFault: Int
  }

  /// Decodes bytes; malformed sequences become U+FFFD. `isWhole` is false for the beginning of a longer text, whose
  /// last character may be cut.
  static func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding, isWhole: Bool = true) -> Result {
    var decoded = kanbao_decoded()
    let capacity = bytes.count * 3 + 16
    let text = String(unsafeUninitializedCapacity: capacity) { buffer in
      bytes.withUnsafeBufferPointer { source in
        decoded = kanbao_decode(
          encoding.door, source.baseAddress, Int64(source.count), isWhole ? 1 : 0, buffer.baseAddress,
          Int64(capacity))
      }
      return Int(max(0, decoded.length))
    }
    return Result(text: text, faults: Int(decoded.faults), firstFault: Int(decoded.first_fault))
  }

  /// The bytes of a text in an encoding; nil where ICU cannot work.
  static func encode(_ text: String, as encoding: TextEncoding) -> [UInt8]? {
    let source = Array(text.utf8)
    let capacity = source.count * 4 + 16
    var length: Int64 = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      length = kanbao_encode(encoding.door, source, Int64(source.count), buffer.baseAddress, Int64(capacity))
      count = Int(max(0, length))
    }
    return length < 0 ? nil : bytes
  }
}

extension TextEncoding {
  fileprivate var door: kanbao_encoding {
    switch self {
    case .utf8: KANBAO_UTF_8
    case .gb18030: KANBAO_GB18030
    case .big5: KANBAO_BIG5
    case .utf16LittleEndian: KANBAO_UTF_16LE
    case .utf16BigEndian: KANBAO_UTF_16BE
    }
  }
}
