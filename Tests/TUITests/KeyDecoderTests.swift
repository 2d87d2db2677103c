import Testing

@testable import TUI

@Suite struct KeyDecoderTests {
  struct Case: Sendable {
    var bytes: String
    var keys: [Key]
  }

  @Test(arguments: [
    Case(bytes: "j", keys: [.character("j")]),
    Case(bytes: "濮阳", keys: [.character("濮"), .character("阳")]),
    Case(bytes: "\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}OD", keys: [.up, .down, .right, .left]),
    Case(bytes: "\u{1B}[5~\u{1B}[6~\u{1B}[3~", keys: [.pageUp, .pageDown, .delete]),
    Case(
      bytes: "\u{1B}[H\u{1B}OF\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~",
      keys: [.home, .end, .home, .end, .home, .end]),
    Case(bytes: "\u{1B}[1;5A", keys: [.up]),
    Case(
      bytes: "\r\n\t\u{1B}[Z\u{7F}\u{08}", keys: [.enter, .enter, .tab, .backTab, .backspace, .backspace]),
    Case(bytes: "\u{03}\u{0C}\u{1A}", keys: [.control("c"), .control("l"), .control("z")]),
    Case(bytes: "\u{1B}q", keys: [.escape, .character("q")]),
    Case(
      bytes: "\u{1B}b\u{1B}f\u{1B}d\u{1B}\u{7F}", keys: [.meta("b"), .meta("f"), .meta("d"), .meta("\u{7F}")]),
    Case(bytes: "\u{1B}[1;5D\u{1B}[1;3C\u{1B}[1;2C", keys: [.wordLeft, .wordRight, .right]),
    Case(bytes: "\u{1B}\u{1B}[A", keys: [.escape, .up]),
    Case(bytes: "\u{1B}[?64;1;2cj", keys: [.character("j")]),
    Case(bytes: "\u{1B}]11;rgb:ffff/ffff/ffff\u{07}j", keys: [.character("j")]),
    Case(bytes: "\u{1B}P>|xterm(379)\u{1B}\\j", keys: [.character("j")]),
    Case(bytes: "\u{1B}[[Aj", keys: [.character("j")]),
    Case(bytes: "\u{9B}A\u{00}\u{1C}j", keys: [.character("A"), .character("j")]),
  ])
  func decodes(_ row: Case) {
    var whole = KeyDecoder()
    #expect(whole.feed(Array(row.bytes.utf8)) == row.keys.map { .key($0) })
    var single = KeyDecoder()
    var inputs: [KeyDecoder.Input] = []
    for byte in row.bytes.utf8 { inputs += single.feed([byte]) }
    #expect(inputs == row.keys.map { .key($0) })
    #expect(!single.isWaiting)
  }

  @Test(arguments: [
    ("\u{1B}[12;40R", KeyDecoder.Input.report(column: 40)), ("\u{1B}[1;3R", .report(column: 3)),
    ("\u{1B}[?2026;2$y", .mode(2026, isKnown: true)), ("\u{1B}[?2026;0$y", .mode(2026, isKnown: false)),
  ])
  func answersAreNoKeys(_ bytes: String, _ answer: KeyDecoder.Input) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("j\(bytes)k".utf8)) == [.key(.character("j")), answer, .key(.character("k"))])
    var single = KeyDecoder()
    #expect(bytes.utf8.flatMap { single.feed([$0]) } == [answer])
  }

  @Test func aLoneEscapeIsAKeyOnceNothingFollows() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(decoder.feed(Array("[A".utf8)) == [.key(.character("[")), .key(.character("A"))])
  }

  @Test func bytesThatAreNoTextAreDropped() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xFF, 0xC0, 0x80, 0xE6, 0x6A]) == [.key(.character("j"))])
    #expect(decoder.feed([0xE6, 0xBF]).isEmpty)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed([0x6A]) == [.key(.character("j"))])
  }

  @Test func aPasteIsOneInputHoweverItIsCut() {
    let bytes = Array("j\u{1B}[200~市:濮阳\n\u{1B}[A\u{1B}[201~k".utf8)
    let expected: [KeyDecoder.Input] = [
      .key(.character("j")), .paste("市:濮阳\n\u{1B}[A"), .key(.character("k")),
    ]
    for size in 1...bytes.count {
      var decoder = KeyDecoder()
      let parts = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      var inputs: [KeyDecoder.Input] = []
      for part in parts { inputs += decoder.feed(part) }
      #expect(inputs == expected)
    }
  }

  @Test func aPasteWithoutEndIsBounded() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8))
    for _ in 0..<40 { _ = decoder.feed(Array(repeating: 0x61, count: 4096)) }
    let inputs = decoder.feed(Array("\u{1B}[201~".utf8))
    #expect(inputs == [.paste(String(repeating: "a", count: KeyDecoder.pasteLimit))])
  }

  @Test func answersOfTheTerminalAreReports() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[12;40Rj".utf8)) == [.report(column: 40), .key(.character("j"))])
    #expect(decoder.feed(Array("\u{1B}[1R\u{1B}[;R\u{1B}[1;2;3Rj".utf8)) == [.key(.character("j"))])
  }

  @Test func theTerminalsOwnSequencesComeFirst() {
    var decoder = KeyDecoder(sequences: [Array("\u{1B}[[C".utf8): .end, Array("\u{1B}[X".utf8): .home])
    #expect(decoder.feed(Array("\u{1B}[X".utf8)) == [.key(.home)])
  }

  @Test func randomBytesNeverStickOrTrap() {
    var random = Seeded(11)
    let likely: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x32, 0x30, 0x7E, 0x3B, 0xE6, 0xBF, 0xAE, 0x6A, 0x07,
    ]
    for _ in 0..<3000 {
      var decoder = KeyDecoder()
      let bytes = (0..<random.below(40)).map { _ in
        random.below(4) > 0 ? likely[random.below(likely.count)] : UInt8(random.below(256))
      }
      _ = decoder.feed(bytes)
      _ = decoder.flush()
      _ = decoder.feed(Array("\u{1B}[201~".utf8))
      _ = decoder.flush()
      #expect(decoder.feed(Array("j".utf8)).last == .key(.character("j")))
    }
  }
}
