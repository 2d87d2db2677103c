import Foundation
import Testing

/// Terminals of every kind, and text that would act on them: what is sent is in their terminfo entries.
extension EndToEnd {
  @Suite(.serialized) struct TerminalKindTests {
    /// A terminal, whether NO_COLOR is set, and what its colours look like.
    struct Kind: Sendable, CustomTestStringConvertible {
      var terminal: String
      var isPlain = false
      var colours: String?
      var testDescription: String { terminal + (isPlain ? " NO_COLOR" : "") }
    }

    static let indexed = "\u{1B}[38;5;"
    static let eight = "\u{1B}[36m"
    static let direct = "\u{1B}[38:2::"

    @Test(arguments: [
      Kind(terminal: "xterm-256color", colours: indexed), Kind(terminal: "xterm", colours: eight),
      Kind(terminal: "tmux-256color", colours: indexed), Kind(terminal: "screen", colours: eight),
      Kind(terminal: "linux", colours: eight), Kind(terminal: "vt100"), Kind(terminal: "vt220"),
      Kind(terminal: "kanbao-16", colours: eight), Kind(terminal: "kanbao-direct", colours: direct),
      Kind(terminal: "xterm-256color", isPlain: true), Kind(terminal: "kanbao-direct", isPlain: true),
    ])
    func hostileTextIsHarmless(_ kind: Kind) throws {
      let folder = try HostileFiles.folder()
      let variables = try entries(in: folder, terminal: kind.terminal, isPlain: kind.isPlain)
      let terminal = try PseudoTerminal(["pages"], columns: 100, rows: 30, in: folder.url, adding: variables)
      try terminal.wait(for: "城里新开")
      for keys in [
        "jjj", "r", " jj", "\u{1B}", "jjjjjj", "\r", "  ]]]]", "\u{1B}", "e", "  ", "\u{1B}", "i", "?",
        "\u{1B}",
      ] {
        terminal.type(keys)
        terminal.settle(milliseconds: 40)
      }
      terminal.type("/(\u{1B}[200~\u{1B}]0;x\u{07}\u{9B}1m\u{202E}\u{1B}[201~")
      terminal.settle(milliseconds: 40)
      terminal.type("\u{03}")
      _ =
        terminal.end(seconds: 2)
        ?? {
          terminal.type("\u{03}")
          return terminal.end(seconds: 5) ?? -1
        }()
      try expectKnownSequences(terminal.bytes, of: kind.terminal, adding: variables)
      for look in [Self.indexed, Self.eight, Self.direct] {
        #expect(terminal.text.contains(look) == (look == kind.colours), "\(look.debugDescription)")
      }
    }

    @Test(arguments: ["", "dumb", "no-such-terminal"])
    func whereNothingCanBeDrawnThereIsTheList(_ name: String) throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(["."], in: folder.url, adding: ["TERM": name])
      #expect(terminal.end() == 0)
      #expect(terminal.text.contains("the browser cannot draw on TERM=\(name)"))
      #expect(terminal.text.contains("郸城县修好农家路"))
      #expect(!terminal.text.dropFirst(20).contains("\u{1B}"))
      let none = try PseudoTerminal([".", "--filter", "火星"], in: folder.url, adding: ["TERM": name])
      #expect(none.end() == 1)
    }

    @Test(arguments: [
      ["LANG": "C", "LC_ALL": ""], ["LC_ALL": "POSIX"], ["LC_ALL": "xx_YY.UTF-8"],
      ["LC_ALL": "", "LANG": ""],
    ])
    func withoutAnUTF8LocaleHanziAreSent(_ locale: [String: String]) throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(["."], in: folder.url, adding: locale)
      try terminal.wait(for: "郸城县")
      #expect(terminal.text.contains("─"))
      terminal.type("q")
      #expect(terminal.end() == 0)
      let doctor = try Program.run(["doctor"], adding: locale)
      #expect(doctor.output.contains("C.UTF-8 is used instead"))
    }

    @Test func aTerminalBeforeUnicodeDrawsLinesOfItsOwn() throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(["."], in: folder.url, adding: ["TERM": "vt100"])
      try terminal.wait(for: "郸城县")
      #expect(!terminal.text.contains("─"))
      #expect(terminal.text.contains("\u{0E}qqqqqqqq"))
      terminal.type("q")
      #expect(terminal.end() == 0)
    }

    /// Large frames stand between the marks of synchronized output, small ones go without; all marks come in pairs, and
    /// every byte is still one that the terminal knows.
    @Test func aTerminalThatSynchronizesGetsWholeFrames() throws {
      let folder = try HostileFiles.folder()
      let terminal = try PseudoTerminal(
        ["pages"], columns: 100, rows: 30, in: folder.url, isSynchronizing: true)
      try terminal.wait(for: "城里新开")
      terminal.settle(milliseconds: 100)
      for keys in [
        "jjj", "r", " jj", "\u{1B}", "\r", "  ]]]]", "\u{1B}", "e", "\u{1B}", "?", "\u{1B}", "\u{0C}",
      ] {
        terminal.type(keys)
        terminal.settle(milliseconds: 60)
      }
      terminal.resize(columns: 80, rows: 24)
      terminal.settle()
      terminal.type("q")
      #expect(terminal.end() == 0)
      let marks = terminal.text.matches(of: /\u{1B}\[\?2026([hl])/).map(\.output.1)
      #expect(marks.count >= 12)
      #expect(marks.enumerated().allSatisfy { $1 == ($0 % 2 == 0 ? "h" : "l") } && marks.count % 2 == 0)
      try expectKnownSequences(terminal.bytes, of: "xterm-256color")
    }

    /// Who leaves before the terminal has answered finds no answer at the prompt.
    @Test func lateAnswersDoNotReachTheShell() throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(
        ["-c", "\"$KANBAO\" . ; echo gone; exec cat -v"], executable: "/bin/sh", in: folder.url,
        adding: ["KANBAO": Program.path], isSynchronizing: true)
      terminal.latency = 0.4
      try terminal.wait(for: "郸城县")
      terminal.type("q")
      try terminal.wait(for: "gone")
      terminal.settle(milliseconds: 800)
      let after = terminal.text.components(separatedBy: "gone").last ?? ""
      #expect(!after.contains("^[") && !after.contains(";1R"))
    }

    @Test func aTerminalThatDoesNotSynchronizeGetsNoMarks() throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(["."], in: folder.url)
      try terminal.wait(for: "郸城县")
      terminal.type("?")
      terminal.settle()
      terminal.type("qq")
      #expect(terminal.end() == 0)
      #expect(terminal.text.contains("\u{1B}[?2026$p"))
      #expect(!terminal.text.contains("\u{1B}[?2026h"))
    }

    /// KANBAO_MONKEY=20000 gives as many random keys to the program; a few hundred else.
    @Test func randomKeysNeitherEndNorBreakIt() throws {
      let folder = try HostileFiles.folder()
      let terminal = try PseudoTerminal(["pages"], columns: 100, rows: 30, in: folder.url)
      try terminal.wait(for: "城里新开")
      var random = SeededGenerator(seed: 66)
      let count = ProcessInfo.processInfo.environment["KANBAO_MONKEY"].flatMap { Int($0) }.map {
        min($0, 20000)
      }
      for step in 0..<(count ?? 400) {
        terminal.send(Self.keys(&random))
        if step % 97 == 0 {
          terminal.resize(
            columns: Int.random(in: 1...200, using: &random), rows: Int.random(in: 1...60, using: &random))
        }
        if step % 5 == 0 { terminal.take(seconds: 0.002) { false } }
      }
      terminal.resize(columns: 80, rows: 24)
      terminal.send(Array("\u{1B}[201~\u{07}\u{1B}\\".utf8))
      terminal.settle()
      try #require(Processes.isAlive(terminal.program), "\(terminal.text.suffix(500).debugDescription)")
      for _ in 0..<6 where Processes.isAlive(terminal.program) {
        terminal.type("\u{03}")
        terminal.take(seconds: 0.3) { false }
      }
      #expect(terminal.end() == 130)
      try expectKnownSequences(terminal.bytes, of: "xterm-256color")
    }

    /// A key, a sequence or bytes of any kind, but none that ends or stops the program.
    private static func keys(_ random: inout SeededGenerator) -> [UInt8] {
      let ends: Set<UInt8> = [0x03, 0x1A, 0x1C, UInt8(ascii: "q")]
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        return Array(
          ["\u{1B}[A", "\u{1B}[6~", "\u{1B}OB", "\u{1B}[H", "\u{1B}[3~"].randomElement(
            using: &random, or: "j"
          ).utf8)
      case 1:
        return Array(["濮", "市:", "日:2025", "(", "|", "\u{301}"].randomElement(using: &random, or: "j").utf8)
      case 2: return Array("\u{1B}[200~长文\u{1B}[31m\n\u{1B}[201~".utf8)
      case 3: return [UInt8.random(in: 0...255, using: &random)].filter { !ends.contains($0) }
      default: return [UInt8.random(in: 0x20...0x7E, using: &random)].filter { !ends.contains($0) }
      }
    }

    /// The variables of a terminal; two that are not in Debian's basic set are made here.
    private func entries(in folder: ScratchFolder, terminal: String, isPlain: Bool) throws -> [String: String]
    {
      let colour = { (code: String) in
        "\\E[%?%p1%{8}%<%t\(code)%p1%d%e\(code == "3" ? 9 : 10)%p1%{8}%-%d%;m"
      }
      let direct = { (code: String) in
        "\\E[%?%p1%{8}%<%t\(code)%p1%d%e\(code)8\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m"
      }
      try folder.write(
        """
        kanbao-16|sixteen colours,
        \tcolors#16, pairs#256, setaf=\(colour("3")), setab=\(colour("4")), use=xterm,
        kanbao-direct|direct colour,
        \tRGB, colors#0x1000000, pairs#0x7FFF, setaf=\(direct("3")), setab=\(direct("4")), use=xterm-256color,

        """, to: "entries")
      let made = try Program.shell("tic -x -o terminfo entries", in: folder.url)
      try #require(made.status == 0, "\(made.errors)")
      return ["TERM": terminal, "TERMINFO": folder.url("terminfo").path, "NO_COLOR": isPlain ? "1" : ""]
    }
  }
}
