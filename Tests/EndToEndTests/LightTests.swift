import Foundation
import Testing

/// What keys cost on the line, in bytes: of what is sent after a key, escape sequences and blanks are the cost.
extension EndToEnd {
  @Suite(.serialized) struct LightTests {
    /// Paragraphs of one to six lines, no two alike.
    private func reader(_ folder: ScratchFolder) throws -> PseudoTerminal {
      var random = SeededGenerator(seed: 40)
      let words = Array("河桥田路山水村户人家老小新旧春秋早晚东西南北长短高低来去看说走坐听笑种收修建开合送还学教问答")
      let paragraphs = (1...90).map { number in
        let length = [20, 60, 110, 150, 240][number % 5]
        let text = (0..<length).map { _ in String(words[Int.random(in: 0..<words.count, using: &random)]) }
        return "　　" + text.joined() + "。"
      }
      try folder.write("一条河与它的一百二十户\n\n" + paragraphs.joined(separator: "\n") + "\n", to: "a.txt")
      let terminal = try PseudoTerminal(["."], columns: 120, rows: 40, in: folder.url)
      try terminal.wait(for: "一百二十户")
      terminal.type("\r")
      terminal.settle()
      return terminal
    }

    /// All bytes after a key, and those of the text among them.
    private func cost(of key: String, _ terminal: PseudoTerminal) -> (all: Int, text: Int) {
      let before = terminal.bytes.count
      terminal.type(key)
      terminal.settle()
      let sent = String(decoding: terminal.bytes[before...], as: UTF8.self)
      let text = sent.replacing(/\u{1B}(\[[0-9;?]*[@-~]|\([0-9A-Z]|[78M=>])/, with: "")
        .replacing(/[\r\n\t\u{8}\u{E}\u{F} ]/, with: "")
      return (sent.utf8.count, text.utf8.count)
    }

    @Test func aPageForwardIsItsTextAndATenthMore() throws {
      let folder = try ScratchFolder()
      defer { withExtendedLifetime(folder) {} }
      let terminal = try reader(folder)
      for _ in 0..<3 {
        let cost = cost(of: " ", terminal)
        #expect(cost.text > 2000)
        #expect(cost.all * 10 <= cost.text * 11, "\(cost)")
      }
    }

    @Test func aLineForwardIsScrolledByTheTerminal() throws {
      let folder = try ScratchFolder()
      defer { withExtendedLifetime(folder) {} }
      let terminal = try reader(folder)
      for _ in 0..<5 {
        let cost = cost(of: "j", terminal)
        #expect(cost.all < 240, "\(cost)")
      }
    }
  }
}
