import Glibc
import Testing

@testable import TUI

/// Random input, for long runs: KANBAO_FUZZ is the number of executions of each (a few thousand else), KANBAO_FUZZ_SEED
/// gives other input.
@Suite struct FuzzTests {
  private static let seed = getenv("KANBAO_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? 0
  private static let executions = getenv("KANBAO_FUZZ").flatMap { Int(String(cString: $0)) } ?? 2000

  private static let keyPieces: [[UInt8]] = [
    [0x1B], [0x5B], [0x4F], [0x5D], [0x07], [0x1B, 0x5C], [0x3B], [0x7E], [0x52], [0xFF], [0xE6],
    [0xBF, 0xAE], [0xF0, 0x9F],
    Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8), Array("\u{1B}[1;1R".utf8), Array("濮".utf8),
    Array("12".utf8),
    Array("\u{1B}[A".utf8), Array("\u{1B}P".utf8), [0x00], [0x9B], [0x6A],
  ]

  /// However bytes are cut, the keys are the same, and nothing stays behind for ever.
  @Test func keyDecoding() {
    var random = Seeded(101 + Self.seed << 16)
    for step in 0..<Self.executions {
      let bytes = (0..<random.below(14)).flatMap { _ in
        random.below(6) == 0 ? [UInt8(random.below(256))] : Self.keyPieces[random.below(Self.keyPieces.count)]
      }
      var whole = KeyDecoder()
      var cut = KeyDecoder()
      let expected = whole.feed(bytes) + whole.flush()
      var inputs: [KeyDecoder.Input] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let length = 1 + random.below(3)
        inputs += cut.feed(Array(rest.prefix(length)))
        rest = rest.dropFirst(length)
      }
      inputs += cut.flush()
      guard inputs == expected else {
        Issue.record("step \(step): \(bytes) gives \(expected), in pieces \(inputs)")
        return
      }
      _ = whole.feed(Array("\u{1B}[201~".utf8)) + whole.flush()
      guard whole.feed([0x6A]).last == .key(.character("j")) else {
        Issue.record("step \(step): \(bytes) leaves the decoder stuck")
        return
      }
    }
  }

  /// Lines hold what the text holds, and none is wider than it may be.
  @Test func lineBreaking() {
    var random = Seeded(102 + Self.seed << 16)
    let pieces = [
      "的", "，", "。", "“", "”", "——", "……", "《", "》", "a", "word ", "2025", " ", "\u{3000}", "e\u{301}", "🙂",
      "\u{200B}",
      "\u{1B}", "\u{202E}", "한", "\u{1100}", "％", "(", "3.5%", "\t",
    ]
    for step in 0..<Self.executions {
      let text = (0..<random.below(60)).map { _ in
        random.below(8) == 0 ? String(scalar(&random)) : pieces[random.below(pieces.count)]
      }.joined()
      let measure = 1 + random.below(50)
      let width = CellWidth(ambiguous: random.below(2) == 0 ? .narrow : .wide)
      let lines = Typesetter(width: width, measure: measure, hang: random.below(2) == 0).lines(of: text)
      let widest = lines.map { width.columns(of: $0.text) }.max() ?? 0
      guard widest <= max(measure, 2) + 2 else {
        Issue.record("step \(step): \(text.debugDescription) at \(measure) has a line of \(widest) columns")
        return
      }
    }
  }

  private func scalar(_ random: inout Seeded) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(random.below(0x30000))) ?? "字"
  }
}
