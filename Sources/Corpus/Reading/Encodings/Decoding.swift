/// Bytes to text.
enum Decoding {
  /// Decoded text, how it was encoded, and what had to be replaced in it.
  struct Text {
    var text: String
    var encoding: TextEncoding
    var problem: Problem.Reason?
  }

  /// Outcome of decoding.
  enum Outcome { case success(Text), failure(Problem.Reason) }

  /// Decodes a file. Its encoding is that of its byte order mark, else the one in which its text is most probable,
  /// unless `forced` names it. A byte order mark is dropped. Malformed sequences and NUL become U+FFFD and are counted;
  /// bytes that are mostly malformed or full of controls are no text.
  static func text(of bytes: [UInt8], forced: TextEncoding? = nil) -> Outcome {
    let marked = EncodingDetector.marked(bytes)
    if let known = forced ?? marked {
      let mark = bytes.starts(with: known.mark) ? known.mark.count : 0
      return decode(bytes[mark...], as: known, isForced: forced != nil)
    }
    if let text = wellFormed(bytes[...]), EncodingDetector.isSurelyUTF8(bytes[...]) {
      return checked(Draft(text: text, encoding: .utf8))
    }
    guard bytes.contains(where: { $0 > 0x20 }) else { return .failure(.empty) }
    return decode(bytes[...], as: EncodingDetector.best(for: bytes[...]))
  }

  /// Text before it is looked at for what belongs to no text.
  private struct Draft {
    var text: String
    var encoding: TextEncoding
    /// Bytes of the byte order mark before the text.
    var base = 0
    var isForced = false
    var faults = 0
    var firstFault = 0
  }

  /// The text of bytes that are well-formed UTF-8.
  private static func wellFormed(_ bytes: ArraySlice<UInt8>) -> String? {
    let plain = bytes.withUnsafeBufferPointer { $0.isPlainUTF8 ? String(wellFormed: $0) : nil }
    if let plain { return plain }
    guard let span = try? UTF8Span(validating: bytes.span) else { return nil }
    return String(copying: span)
  }

  private static func decode(_ body: ArraySlice<UInt8>, as encoding: TextEncoding, isForced: Bool = false)
    -> Outcome
  {
    if encoding == .utf8, let text = wellFormed(body) {
      return checked(Draft(text: text, encoding: .utf8, base: body.startIndex, isForced: isForced))
    }
    let decoded = Transcoder.decode(body, as: encoding)
    return checked(
      Draft(
        text: decoded.text, encoding: encoding, base: body.startIndex, isForced: isForced,
        faults: decoded.faults,
        firstFault: decoded.firstFault + body.startIndex))
  }

  private static func checked(_ draft: Draft) -> Outcome {
    let controls = Controls(draft.text)
    guard draft.text.unicodeScalars.contains(where: { !$0.isBlank }) else { return .failure(.empty) }
    if !draft.isForced, let offset = offsetOfNoText(draft, controls) {
      return .failure(.notText(byteOffset: offset))
    }
    var (text, count, first) = (draft.text, draft.faults, draft.firstFault)
    if let nul = controls.firstNUL {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
      let offset = byteOffset(of: nul, in: draft)
      first = count == 0 ? offset : min(first, offset)
      count += controls.nuls
    }
    let problem = Problem.Reason.malformed(count: count, firstByteOffset: first, encoding: draft.encoding)
    return .success(Text(text: text, encoding: draft.encoding, problem: count == 0 ? nil : problem))
  }

  /// Where bytes stand that no text has, if so many of them are there that it is none.
  private static func offsetOfNoText(_ draft: Draft, _ controls: Controls) -> Int? {
    if draft.faults > 0, draft.faults * 8 > controls.scalars { return draft.firstFault }
    if controls.count > 0,
      controls.count * 32 > controls.scalars + 32 || controls.count * 4 > controls.scalars
    {
      return controls.first.map { byteOffset(of: $0, in: draft) }
    }
    guard draft.encoding != .utf8, controls.scalars > 16 else { return nil }
    let sample = String(draft.text.unicodeScalars.prefix(EncodingDetector.sampleSize))
    guard CharacterCosts.shared.mean(of: sample) > CharacterCosts.limit else { return nil }
    return draft.faults > 0 ? draft.firstFault : 0
  }

  /// The byte offset in the file of the scalar at `position` of the text, where all before it is well formed.
  private static func byteOffset(of position: Int, in draft: Draft) -> Int {
    let before = String(draft.text.utf8.prefix(position)) ?? ""
    switch draft.encoding {
    case .utf8: return draft.base + position
    case .utf16LittleEndian, .utf16BigEndian: return draft.base + before.utf16.count * 2
    case .gb18030, .big5: return draft.base + (Transcoder.encode(before, as: draft.encoding)?.count ?? 0)
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether all is ASCII and well-formed UTF-8 of two bytes or three, as most text is; what begins with E0 or ED, behind
  /// which not every byte may stand, is left to be validated.
  var isPlainUTF8: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var at = 0
    while at &+ 4 <= count {
      let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      let lead = word & 0xFF
      if word & 0xC0_C0F0 == 0x80_80E0, lead != 0xE0, lead != 0xED {
        at &+= 3
      } else if lead < 0x80 {
        at &+= 1
      } else if 0xC2...0xDF ~= lead, word & 0xC000 == 0x8000 {
        at &+= 2
      } else {
        return false
      }
    }
    return self[at...].allSatisfy { $0 < 0x80 }
  }
}

/// The controls in a text that no text file has.
private struct Controls {
  private let text: String
  /// Scalars in the text.
  var scalars: Int { text.unicodeScalars.count }
  /// Controls of C0 but tabs, line ends, form feeds and escapes.
  private(set) var count = 0
  /// Offset in UTF-8 of the first of them.
  private(set) var first: Int?
  private(set) var nuls = 0
  private(set) var firstNUL: Int?

  init(_ text: String) {
    self.text = text
    var text = text
    text.withUTF8 { bytes in
      // Mostly there are none, which is told of many bytes at once.
      var suspect: UInt8 = 0
      for byte in bytes { suspect |= (byte < 0x20 ? 1 : 0) & (byte != 10 ? 1 : 0) & (byte != 13 ? 1 : 0) }
      guard suspect > 0 else { return }
      for (offset, byte) in bytes.enumerated() where byte < 0x20 { note(byte, at: offset) }
    }
  }

  private mutating func note(_ byte: UInt8, at offset: Int) {
    guard !(9...13).contains(byte), byte != 0x1B else { return }
    count += 1
    first = first ?? offset
    guard byte == 0 else { return }
    nuls += 1
    firstNUL = firstNUL ?? offset
  }
}
