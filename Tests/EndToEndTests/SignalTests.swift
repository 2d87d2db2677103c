import Foundation
import Testing

/// What each signal does: the terminal is given back, and the status says why the program ended.
extension EndToEnd {
  @Suite(.serialized) struct SignalTests {
    private let road = "郸城县修好农家路"

    /// Signals from outside, and those of crashes.
    @Test(arguments: [
      SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS,
    ])
    func endsWithTheTerminalGivenBack(_ signal: Int32) throws {
      let folder = try SamplePages.folder()
      try expectTerminalGivenBack(
        "SWIFT_BACKTRACE=enable=no $KANBAO . 2>/dev/null", showing: road, in: folder, status: 128 + signal
      ) { kill(try $0.program(), signal) }
    }

    /// Swift's own report, where it is switched on, comes after the terminal was given back.
    @Test(.enabled(if: Program.sanitizerSettings.isEmpty, "sanitizers make reports of their own"))
    func aCrashIsReportedByWhomItWouldBeWithoutUs() throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(columns: 120, rows: 60, in: folder.url)
      try session.enter("ulimit -c 0; clear; echo first")
      try session.wait(for: "a line") { $0.first == "first" }
      let settings = "enable=yes,interactive=no,color=no,output-to=stdout"
      try session.enter("SWIFT_BACKTRACE=\(settings) $KANBAO . >/dev/tty 2>&1; echo \"status $?\"")
      try session.wait(forText: road)
      kill(try session.program(), SIGSEGV)
      try session.wait(for: "the report and the status", seconds: 60) { rows in
        rows.contains("status 139") && rows.contains { $0.contains("libc.so") || $0.contains("Registers") }
      }
    }

    @Test(arguments: ["^Z", "TSTP", "STOP"])
    func stopsAndComesBackWhole(_ way: String) throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(in: folder.url)
      try session.enter("clear; $KANBAO .")
      try session.wait(forText: road)
      try session.type("jj")
      let before = try session.wait(for: "the third article") { rows in
        rows.contains { $0.contains("电梯已经投入使用") }
      }
      switch way {
      case "^Z": try session.press("C-z")
      case "TSTP": kill(try session.program(), SIGTSTP)
      default: kill(try session.program(), SIGSTOP)
      }
      try session.wait(forText: "Stopped")
      try session.enter("echo $((6 * 7))")
      try session.wait(forText: "42")
      try session.enter("fg")
      try session.wait(for: "the screen as it was") { $0 == before }
      try session.type("j")
      try session.wait(forText: "4/4")
    }

    @Test func aSecondProgramOfTheJobStopsWithIt() throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(in: folder.url)
      try session.enter("clear; sleep 1000 | $KANBAO .")
      try session.wait(forText: road)
      try session.press("C-z")
      try session.wait(forText: "Stopped")
      try session.enter("kill %1; clear; echo gone")
      try session.wait(for: "the shell") { $0.contains("gone") }
    }

    @Test func manySizesInARow() throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(["."], in: folder.url)
      try terminal.wait(for: "郸城县")
      var random = SeededGenerator(seed: 6)
      for _ in 0..<400 {
        terminal.resize(
          columns: Int.random(in: 1...250, using: &random), rows: Int.random(in: 1...80, using: &random))
        if Int.random(in: 0..<8, using: &random) == 0 { terminal.take(seconds: 0.01) { false } }
      }
      terminal.resize(columns: 80, rows: 24)
      terminal.settle()
      let before = terminal.bytes.count
      terminal.type("\u{0C}")
      terminal.settle()
      #expect(String(decoding: terminal.bytes[before...], as: UTF8.self).contains("郸城县"))
      terminal.type("q")
      #expect(terminal.end() == 0)
      try expectKnownSequences(terminal.bytes, of: "xterm-256color")
    }
  }
}

/// Every byte is text or a sequence of the terminal's entry.
func expectKnownSequences(
  _ bytes: [UInt8], of terminal: String, adding variables: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = try ScratchFolder()
  try Data(bytes).write(to: folder.url("capture"))
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Scripts/terminfo_check.py").path
  let result = try Program.shell(
    "python3 '\(script)' \(terminal) < capture", in: folder.url, adding: variables)
  #expect(result.status == 0, "\(result.errors)", sourceLocation: sourceLocation)
}
