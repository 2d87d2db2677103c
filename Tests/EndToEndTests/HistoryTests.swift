import Foundation
import Testing

/// Filters that are kept from one run to the next.
extension EndToEnd {
  @Suite(.serialized) struct HistoryTests {
    private let road = "郸城县修好农家路"

    private func open(
      _ folder: ScratchFolder, _ state: ScratchFolder, before line: String = "",
      adding variables: [String: String] = [:]
    ) throws -> TmuxSession {
      let session = try TmuxSession(
        in: folder.url, adding: state.asStateHome.merging(variables) { _, new in new })
      try session.enter("clear; (\(line) exec $KANBAO .)")
      try session.wait(for: "all is read") {
        $0.contains { $0.contains(road) } && $0.contains { $0.contains("1/4") }
      }
      return session
    }

    /// Types a filter and keeps it.
    private func keep(_ filter: String, in session: TmuxSession) throws {
      try session.press("x")
      try session.type("/" + filter)
      try session.wait(for: filter) { $0[0].hasPrefix(" Filter \(filter)") }
      try session.press("Enter")
      try session.wait(for: "the filter kept") { !$0[23].contains("Esc") }
    }

    private func quit(_ session: TmuxSession) throws {
      try session.type("q")
      try session.wait(for: "the shell") { $0.contains { $0.hasPrefix(TmuxSession.prompt) } }
    }

    private func text(_ state: ScratchFolder) throws -> String {
      try String(contentsOf: state.url("state/kanbao/filters"), encoding: .utf8)
    }

    private func mode(_ url: URL) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    @Test func filtersAreRecalledInTheNextRun() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let session = try open(folder, state)
      try keep("电梯", in: session)
      try keep("市:濮阳", in: session)
      try quit(session)
      #expect(try text(state) == "电梯\n市:濮阳\n")
      #expect(try mode(state.url("state/kanbao/filters")) == 0o600)
      #expect(try mode(state.url("state/kanbao")) == 0o700)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: state.url("state/kanbao").path) == ["filters"])

      try session.enter("clear; $KANBAO .")
      try session.wait(forText: road)
      try session.type("/书")
      try session.press("Up")
      try session.wait(for: "the last filter") { $0[0].hasPrefix(" Filter 市:濮阳") && $0[0].hasSuffix("2/4") }
      try session.press("Up")
      try session.wait(for: "the one before") { $0[0].hasPrefix(" Filter 电梯") && $0[0].hasSuffix("1/4") }
      try session.press("Up")
      try session.wait(forText: "no earlier filter")
      try session.press("Down", "Down")
      try session.wait(for: "what had been typed") { $0[0].hasPrefix(" Filter 书 ") }
    }

    @Test func itIsBelowHomeWhereNothingElseIsSaid() throws {
      let (folder, home) = (try SamplePages.folder(), try ScratchFolder())
      let session = try open(folder, home, before: "export XDG_STATE_HOME=relative HOME=\(home.url.path);")
      try keep("电梯", in: session)
      try quit(session)
      let kept = try String(contentsOf: home.url(".local/state/kanbao/filters"), encoding: .utf8)
      #expect(kept == "电梯\n")
    }

    @Test func twoAtOnceLoseNothing() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let (one, other) = (try open(folder, state), try open(folder, state))
      try keep("电梯", in: one)
      try keep("图书", in: other)
      try keep("农家", in: one)
      try keep("电梯", in: other)
      try quit(one)
      try quit(other)
      #expect(try text(state) == "图书\n农家\n电梯\n")
    }

    /// All of them write in the same moment, again and again.
    @Test func manyAtOnceLoseNothing() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let terminals = try (0..<4).map { _ in
        try PseudoTerminal(["."], in: folder.url, adding: state.asStateHome)
      }
      for terminal in terminals { try terminal.wait(for: "郸城县") }
      for round in 0..<5 {
        for (number, terminal) in terminals.enumerated() { terminal.type("/\u{15}词\(number)之\(round)\r") }
      }
      for terminal in terminals { terminal.type("q") }
      for terminal in terminals { #expect(terminal.end(seconds: 20) == 0) }
      let expected = (0..<4).flatMap { number in (0..<5).map { "词\(number)之\($0)" } }
      #expect(try text(state).split(separator: "\n").map(String.init).sorted() == expected.sorted())
    }

    @Test func itIsBounded() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let many = (1...1200).map { "旧\($0)\n" }.joined()
      try state.write(many + String(repeating: "长", count: 5000) + "\n", to: "state/kanbao/filters")
      let session = try open(folder, state)
      try keep("电梯", in: session)
      try quit(session)
      let lines = try text(state).split(separator: "\n")
      #expect(lines.count == 1000 && lines.first == "旧202" && lines.last == "电梯")
      #expect(try mode(state.url("state/kanbao/filters")) == 0o600)
    }

    @Test func aFileOfOtherThingsHarmsNothing() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      try state.write("", to: "state/kanbao/filters")
      try Data([0x67, 0xFF, 0xFE, 0x0A, 0x1B, 0x5B, 0x41, 0x0A] + Array("好的\n".utf8)).write(
        to: state.url("state/kanbao/filters"))
      let session = try open(folder, state)
      try session.type("/")
      try session.press("Up")
      try session.wait(for: "the only line that is text") { $0[0].hasPrefix(" Filter 好的") }
      try session.press("Up")
      try session.wait(forText: "no earlier filter")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
      var name: String
      var line: String
      var sentence: String
      var testDescription: String { name }
    }

    @Test(arguments: [
      Fault(
        name: "no home", line: "unset HOME XDG_STATE_HOME;",
        sentence: "filters are not kept for later: HOME is not set"),
      Fault(
        name: "no folder may be made", line: "export XDG_STATE_HOME=/proc/none;",
        sentence: "filters are not kept for later: /proc/none: "),
      Fault(
        name: "a file in the way", line: "export XDG_STATE_HOME=$PWD/a.txt;",
        sentence: "a.txt/kanbao: Not a directory"),
    ])
    func whatGoesWrongIsSaidOnceAndHarmsNothing(_ fault: Fault) throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let session = try open(folder, state, before: fault.line)
      try harmsNothing(session, state, fault.sentence)
    }

    /// The limit is set while the program runs: programs that are built to be examined write files as they start.
    @Test func noRoomForAFile() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let session = try open(folder, state)
      let limited = try Program.execute("prlimit", ["--fsize=0", "--pid", "\(try session.program())"])
      #expect(limited.status == 0)
      try harmsNothing(session, state, "state/kanbao/filters: File too large")
    }

    private func harmsNothing(_ session: TmuxSession, _ state: ScratchFolder, _ sentence: String) throws {
      try session.resize(columns: 200, rows: 24)
      try session.press("x")
      try session.type("/电梯")
      try session.press("Enter")
      try session.wait(forText: sentence)
      try session.type("j")
      try session.wait(for: "the status as always") {
        $0[23].hasPrefix(" 1/1  ") && !$0[23].contains("not kept")
      }
      try keep("图书", in: session)
      try session.type("/")
      try session.press("Up", "Up")
      try session.wait(for: "this run's own filters") {
        $0[0].hasPrefix(" Filter 电梯") && $0[0].hasSuffix("1/4")
      }
      try session.press("Escape")
      try quit(session)
      let left = try? FileManager.default.contentsOfDirectory(atPath: state.url("state/kanbao").path)
      #expect(left ?? [] == [])
    }

    /// A folder that may not be written, for whoever is not root.
    @Test func aFolderThatMayNotBeWritten() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      try state.write("旧的\n", to: "state/kanbao/filters")
      chmod(state.url.path, 0o755)
      chmod(state.url("state/kanbao").path, 0o555)
      chmod(state.url("state/kanbao/filters").path, 0o444)
      chmod(folder.url.path, 0o755)
      let user = geteuid() == 0 ? "exec setpriv --reuid=65534 --regid=65534 --clear-groups" : "exec"
      let program = folder.url("program")
      try FileManager.default.copyItem(atPath: Program.path, toPath: program.path)
      let session = try TmuxSession(columns: 200, rows: 24, in: folder.url, adding: state.asStateHome)
      try session.enter("clear; (\(user) ./program a.txt b.txt c.txt)")
      try session.wait(forText: road)
      try session.type("/电梯")
      try session.press("Enter")
      try session.wait(forText: "state/kanbao/filters: Permission denied")
      try session.type("/")
      try session.press("Up", "Up")
      try session.wait(for: "what is there can be read") { $0[0].hasPrefix(" Filter 旧的") }
      try session.press("Escape")
      try quit(session)
      #expect(try text(state) == "旧的\n")
      chmod(state.url("state/kanbao").path, 0o755)
    }

    @Test func whatAHangUpFindsUnwrittenIsWritten() throws {
      let (folder, state) = (try SamplePages.folder(), try ScratchFolder())
      let terminal = try PseudoTerminal(["."], in: folder.url, adding: state.asStateHome)
      try terminal.wait(for: "郸城县")
      terminal.type("/农家\r")
      terminal.settle()
      // Only what changes is sent: of “filtered” after “filtering” two letters.
      terminal.type("\u{0C}")
      try terminal.wait(for: "filtered")
      kill(terminal.program, SIGTERM)
      #expect(terminal.end() == 128 + SIGTERM)
      #expect(try text(state) == "农家\n")
    }
  }
}
