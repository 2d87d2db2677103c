/// Bytes to text.
enum Decoding {
  /// Decoded text and what had to be replaced in it.
  struct Text {
    var text: String
    var problem: Problem.Reason?
  }

  /// Outcome of decoding.
  enum Outcome { case success(Text), failure(Problem.Reason) }

  /// Decodes UTF-8, a leading byte order mark dropped. Malformed sequences become U+FFFD and are counted; bytes
  /// with a NUL, or mostly malformed, are no text.
  static func text(of bytes: [UInt8]) -> Outcome {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard body.contains(where: { $0 > 0x20 }) else { return .failure(.empty) }
    if let offset = body.firstIndex(of: 0) { return .failure(.notText(byteOffset: offset)) }
    let faults = malformed(body)
    guard faults.count * 8 <= body.count else { return .failure(.notText(byteOffset: faults.first)) }
    let problem =
      faults.count == 0 ? nil : Problem.Reason.malformed(count: faults.count, firstByteOffset: faults.first)
    return .success(Text(text: String(decoding: body, as: UTF8.self), problem: problem))
  }

  /// How many sequences are malformed, and the byte offset of the first.
  private static func malformed(_ bytes: ArraySlice<UInt8>) -> (count: Int, first: Int) {
    if String(validating: bytes, as: UTF8.self) != nil { return (0, 0) }
    var decoder = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var (count, first, at) = (0, 0, bytes.startIndex)
    while true {
      switch decoder.parseScalar(from: &source) {
      case .valid(let encoded): at += encoded.count
      case .error(let length):
        if count == 0 { first = at }
        count += 1
        at += length
      case .emptyInput: return (count, first)
      }
    }
  }
}
