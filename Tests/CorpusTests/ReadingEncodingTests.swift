import Testing

@testable import Corpus

struct ReadingEncodingTests {
  private static let names = [
    ("gbk", TextEncoding.gb18030), ("GB2312", .gb18030), ("GB-18030", .gb18030), ("cp936", .gb18030),
    ("Big5", .big5),
    ("big5-hkscs", .big5), ("CP950", .big5), ("utf-8", .utf8), ("UTF_8", .utf8),
    ("utf-16", .utf16LittleEndian),
    ("utf-16be", .utf16BigEndian),
  ]

  @Test(arguments: names) func nameOfEncoding(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
  }

  @Test(arguments: ["", "latin1", "utf-7", "gb1"]) func unknownName(name: String) {
    #expect(TextEncoding(named: name) == nil)
  }

  /// What is taken for plain UTF-8 is well formed, and the usual characters are taken for it.
  @Test func plainUTF8IsWellFormed() {
    var random = SeededNumbers(state: 9)
    let pieces = [
      "a", "\n", "é", "·", "桥", "。", "“", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "𠀀",
    ]
    for _ in 0..<20_000 {
      var bytes = Array(random.text(of: pieces, upTo: 6).utf8)
      let isUsual = !bytes.contains { $0 == 0xE0 || $0 == 0xED || $0 >= 0xF0 }
      if isUsual { #expect((bytes + [10, 10, 10]).withUnsafeBufferPointer { $0.isPlainUTF8 }) }
      for _ in 0..<Int.random(in: 1...2, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if bytes.withUnsafeBufferPointer({ $0.isPlainUTF8 }) {
        #expect(String(validating: bytes, as: UTF8.self) != nil)
      }
    }
  }

  private static let whole = TextEncoding.allCases.flatMap { encoding in
    (encoding == .big5
      ? [ReadingSamples.traditional] : [ReadingSamples.simplified, ReadingSamples.traditional]).map {
        (encoding, $0)
      }
  }

  @Test(arguments: whole) func readsBackWhatItWrote(encoding: TextEncoding, text: String) throws {
    for mark in [[], encoding.mark] {
      let bytes = try mark + #require(Transcoder.encode(text, as: encoding))
      let decoded = try #require(success(Decoding.text(of: bytes)))
      #expect(decoded.text == text)
      #expect(decoded.encoding == encoding)
      #expect(decoded.problem == nil)
    }
  }

  /// Bytes that other programs write for these words.
  private static let known: [(TextEncoding, [UInt8], String)] = [
    (.gb18030, [0xC9, 0xBD, 0xB3, 0xC7, 0xCA, 0xD0, 0xC3, 0xF1], "山城市民"),
    (.gb18030, [0x84, 0x31, 0xA4, 0x37], "\u{FFFD}"),
    (.big5, [0xA5, 0xBB, 0xB3, 0xF8, 0xB0, 0x54], "本報訊"),
    (.big5, [0xF9, 0xD6, 0xA3, 0xE1, 0xFA, 0x40], "碁€𠕇"),
    (.utf16LittleEndian, [0x2C, 0x67, 0xA5, 0x62, 0x4D, 0xD8, 0x47, 0xDD], "本报\u{23547}"),
    (.utf16BigEndian, [0x67, 0x2C, 0x62, 0xA5], "本报"),
  ]

  @Test(arguments: known) func bytesOfOtherPrograms(encoding: TextEncoding, bytes: [UInt8], text: String) {
    #expect(Transcoder.decode(bytes[...], as: encoding).text == text)
  }

  /// Of all stretches of so many characters, how many are told right, in thousandths.
  @Test(arguments: [(4, 950), (8, 985), (16, 998), (40, 1000)]) func tellsShortTexts(length: Int, least: Int)
    throws
  {
    var (right, all) = (0, 0)
    for (encoding, text) in Self.whole where encoding != .utf8 || length > 4 {
      let scalars = Array(text.unicodeScalars)
      for start in stride(from: 0, to: scalars.count - length, by: 3) {
        let piece = String(String.UnicodeScalarView(scalars[start..<(start + length)]))
        let bytes = try #require(Transcoder.encode(piece, as: encoding))
        all += 1
        if success(Decoding.text(of: bytes))?.text == piece { right += 1 }
      }
    }
    #expect(all > 500)
    #expect(right * 1000 >= all * least, "\(right) of \(all) stretches of \(length) characters")
  }

  @Test func malformedBytesAreCountedWithTheirPlace() throws {
    var bytes = try #require(Transcoder.encode(ReadingSamples.simplified, as: .gb18030))
    bytes.insert(0xFF, at: 40)
    bytes.insert(0xFF, at: 91)
    let decoded = try #require(success(Decoding.text(of: bytes)))
    #expect(decoded.problem == .malformed(count: 2, firstByteOffset: 40, encoding: .gb18030))
    #expect(decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" } == 2)
    let problem = Problem(file: "a.txt", reason: try #require(decoded.problem))
    #expect(
      problem.message(in: .english)
        == "a.txt: 2 sequences not valid GB18030, the first at byte 40; shown as U+FFFD")
    #expect(problem.message(in: .chinese) == "a.txt: 有 2 处不是合法的 GB18030，首处在第 40 字节；已用 U+FFFD 代替")
  }

  @Test(arguments: [TextEncoding.utf8, .big5, .utf16LittleEndian, .utf16BigEndian])
  func cutTextKeepsItsEncoding(encoding: TextEncoding) throws {
    let bytes = try #require(Transcoder.encode(ReadingSamples.traditional, as: encoding))
    // The last character but the line end is cut in the middle.
    let decoded = try #require(
      success(Decoding.text(of: Array(bytes.dropLast(encoding.mark.count == 2 ? 1 : 2)))))
    #expect(decoded.encoding == encoding)
    #expect(decoded.text.hasPrefix(String(ReadingSamples.traditional.dropLast(2))))
  }

  @Test func nulInTextIsReplaced() throws {
    for encoding in TextEncoding.allCases where encoding != .big5 {
      let mark = encoding.mark
      var text = ReadingSamples.simplified
      text.insert("\0", at: text.index(text.startIndex, offsetBy: 9))
      let bytes = try mark + #require(Transcoder.encode(text, as: encoding))
      let offset = try mark.count + #require(Transcoder.encode(String(text.prefix(9)), as: encoding)).count
      let decoded = try #require(success(Decoding.text(of: bytes)))
      #expect(decoded.text == text.replacing("\0", with: "\u{FFFD}"))
      #expect(decoded.problem == .malformed(count: 1, firstByteOffset: offset, encoding: encoding))
    }
  }

  @Test func theNamedEncodingIsObeyed() throws {
    let bytes = try #require(Transcoder.encode("本報訊 港灣大橋", as: .big5))
    #expect(success(Decoding.text(of: bytes, forced: .big5))?.text == "本報訊 港灣大橋")
    let other = try #require(success(Decoding.text(of: bytes, forced: .gb18030)))
    #expect(other.encoding == .gb18030)
    #expect(other.text != "本報訊 港灣大橋")
  }

  @Test func binaryIsNoText() {
    var random = SeededNumbers(state: 7)
    let noise = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + noise
    let high = noise.map { $0 | 0x80 }
    for bytes in [noise, png, high, Array(repeating: 0, count: 5000) + [0x41]] {
      guard case .failure(.notText) = Decoding.text(of: bytes) else {
        Issue.record("read \(bytes.prefix(8))"); continue
      }
    }
  }

  @Test(
    arguments: [[], [0x20, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x20, 0x00], [0xFE, 0xFF]] as [[UInt8]])
  func nothingIsEmpty(bytes: [UInt8]) {
    guard case .failure(.empty) = Decoding.text(of: bytes) else { Issue.record("not empty"); return }
  }

  private func success(_ outcome: Decoding.Outcome) -> Decoding.Text? {
    if case .success(let text) = outcome { text } else { nil }
  }
}
