import Foundation
import Testing

/// Over SSH, on a long and slow line: 150 ms each way, 9,600 baud.
extension EndToEnd {
  @Suite(.serialized) struct RemoteTests {
    private static let baud = 960
    private let road = "郸城县"

    private func open(_ shell: SecureShell, _ folder: ScratchFolder, columns: Int = 80, rows: Int = 24) throws
      -> PseudoTerminal
    {
      // sshd hands no variables on.
      let settings = Program.sanitizerSettings.map { "\($0.key)='\($0.value)' " }.joined()
      let words = shell.arguments(
        "exec env \(settings)XDG_STATE_HOME=/nonexistent \(Program.path) '\(folder.url.path)'")
      return try PseudoTerminal(
        Array(words.dropFirst()), executable: words[0], columns: columns, rows: rows, in: folder.url)
    }

    @Test func browsesOverALongLine() throws {
      let folder = try SamplePages.folder()
      let shell = try SecureShell(delay: 0.15)
      let terminal = try open(shell, folder)
      try terminal.wait(for: road)
      terminal.type("jj")
      try terminal.wait(for: "电梯已经投入使用")
      terminal.type("q")
      #expect(terminal.end() == 0)
      #expect(
        Processes.wait(seconds: 5) { Processes.running("\(Program.path) '\(folder.url.path)'").isEmpty })
      try expectKnownSequences(terminal.bytes, of: "xterm-256color")
    }

    /// Keys typed faster than the line carries screens: no screen waits behind another, so that the last one is there
    /// within a few screens' time, and most are never sent.
    @Test func keysTypedAheadAreFewScreens() throws {
      let folder = try longCorpus()
      let shell = try SecureShell(delay: 0.15, rate: Self.baud)
      let terminal = try open(shell, folder)
      try terminal.wait(for: "第1篇的第3句")
      terminal.settle(milliseconds: 1000)
      let before = terminal.bytes.count
      try shell.slowDown()
      for _ in 1..<60 {
        terminal.type("j")
        terminal.take(seconds: 0.033) { false }
      }
      let start = Date()
      terminal.settle(milliseconds: 1500)
      note("keys typed ahead", bytes: terminal.bytes.count - before, since: start)
      #expect(terminal.bytes.count - before < 6 * Self.baud)
      let after = terminal.bytes.count
      terminal.type("\u{0C}")
      let isLast = terminal.take(seconds: 20) {
        String(decoding: terminal.bytes[after...], as: UTF8.self).contains("第60篇的第3句")
      }
      #expect(isLast)
    }

    @Test func theFirstScreenTakesTheBytesItNeeds() throws {
      let folder = try longCorpus()
      let terminal = try PseudoTerminal(["."], in: folder.url)
      terminal.rate = Self.baud
      let start = Date()
      try terminal.wait(for: "第1篇的第3句")
      #expect(terminal.bytes.count < 4 * Self.baud)
      note("first screen at 9,600 baud", bytes: terminal.bytes.count, since: start)
      terminal.settle()
      note("all that was sent until it stood still", bytes: terminal.bytes.count, since: start)
      terminal.type("q")
      #expect(terminal.end() == 0)
    }

    private func longCorpus() throws -> ScratchFolder {
      let folder = try ScratchFolder()
      for number in 1...60 {
        let story = (1...12).map { "第\(number)篇的第\($0)句，写的是河边的麦田和村里的新路。" }.joined()
        try folder.write("第\(number)号新闻的标题\n\n本报讯（记者 林晓舟）\(story)\n", to: "p\(100 + number).txt")
      }
      return folder
    }

    /// Figures for the release notes, where KANBAO_FIGURES asks for them.
    private func note(_ what: String, bytes: Int, since start: Date) {
      guard ProcessInfo.processInfo.environment["KANBAO_FIGURES"] != nil else { return }
      print("\(what): \(bytes) bytes, \(Date().timeIntervalSince(start)) s")
    }

    @Test(arguments: [false, true])
    func aCutLineLeavesNoProcess(isSlow: Bool) throws {
      let folder = try SamplePages.folder()
      let shell = try SecureShell(delay: 0.15, rate: Self.baud)
      let terminal = try open(shell, folder)
      try terminal.wait(for: road)
      let command = "\(Program.path) \(folder.url.path)"
      #expect(Processes.running(command).count == 1)
      if isSlow { try shell.slowDown() }
      terminal.type("jkjkjkGgGgrr")
      terminal.take(seconds: 0.4) { false }
      kill(shell.line, SIGKILL)
      #expect(Processes.wait(seconds: 10) { Processes.running(command).isEmpty })
    }
  }
}
