import Foundation
import Testing

/// Terminals that go away or stand still, folders that cannot be written or read.
extension EndToEnd {
  @Suite(.serialized) struct FaultTests {
    private let road = "郸城县修好农家路"

    @Test func theTerminalIsKilled() throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(in: folder.url)
      try session.enter("$KANBAO .")
      try session.wait(forText: road)
      let program = try session.program()
      kill(try #require(pid_t(try session.value(of: "#{pid}"))), SIGKILL)
      #expect(Processes.wait(seconds: 3) { !Processes.isAlive(program) })
    }

    /// Where nobody tells the program, it notices by itself: reading gives an end or an error.
    @Test func theTerminalGoesWithoutASignal() throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(
        ["-c", "trap '' HUP; exec \(Program.path) ."], executable: "/bin/bash", in: folder.url)
      try terminal.wait(for: "郸城县")
      terminal.hangUp()
      #expect(terminal.end(seconds: 3) == 128 + SIGHUP)
    }

    /// A terminal that takes nothing more holds the program in a write, where it cannot take signals.
    @Test(arguments: [SIGTERM, SIGHUP])
    func theTerminalStandsStill(_ signal: Int32) throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(["."], columns: 240, rows: 100, in: folder.url)
      // Not one byte is read from it: its buffer fills.
      Thread.sleep(forTimeInterval: 1)
      for _ in 0..<50 { terminal.resize(columns: Int.random(in: 100...240), rows: 90) }
      kill(terminal.program, signal)
      let isOver = Processes.wait(seconds: 5) { !Processes.isAlive(terminal.program) }
      #expect(isOver)
      #expect(terminal.end() == 128 + signal)
    }

    @Test(arguments: ["</dev/null", "<&-", "< a.txt"])
    func keysComeFromTheTerminalWhateverStandardInputIs(_ input: String) throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(in: folder.url)
      try session.enter("clear; $KANBAO . \(input); echo \"status $?\"")
      try session.wait(forText: road)
      try session.type("jj")
      try session.wait(forText: "3/4")
      try session.type("q")
      try session.wait(for: "the shell") { $0.contains("status 0") }
    }

    @Test(arguments: ["/dev/null", "/proc/self", "/nonexistent"])
    func aHomeThatCannotBeWritten(_ home: String) throws {
      let folder = try SamplePages.folder()
      let terminal = try PseudoTerminal(
        ["."], in: folder.url,
        adding: ["HOME": home, "XDG_STATE_HOME": home + "/state", "XDG_CACHE_HOME": home + "/cache"])
      try terminal.wait(for: "郸城县")
      terminal.type("jjq")
      #expect(terminal.end() == 0)
    }

    /// Whatever the state folder is, filters work and nothing is left on the terminal.
    private func expectThatItWorks(_ line: String, _ folder: ScratchFolder) throws {
      try FileManager.default.createDirectory(at: folder.url("state"), withIntermediateDirectories: true)
      try expectTerminalGivenBack(
        "\(line) 2>errors", showing: road, in: folder, status: 0,
        adding: ["XDG_STATE_HOME": folder.url("state").path]
      ) { session in
        try session.type("/春灌")
        try session.wait(for: "one article") { rows in rows.contains { $0.contains("1/1") } }
        try session.press("Enter")
        try session.type("x")
        try session.wait(forText: road)
        try session.type("q")
      }
      #expect(try String(contentsOf: folder.url("errors"), encoding: .utf8).isEmpty)
    }

    /// No file may grow: a write gives EFBIG, or SIGXFSZ where that is not ignored.
    @Test(.enabled(if: Program.sanitizerSettings.isEmpty, "ThreadSanitizer itself needs files"))
    func aLimitOnFileSizes() throws {
      try expectThatItWorks("(ulimit -f 0; $KANBAO . 2>&1)", try SamplePages.folder())
    }

    static let mayMount = (try? Program.shell("unshare -rm mount -t tmpfs none /mnt"))?.status == 0

    @Test(
      .enabled(if: mayMount, "no file system may be mounted here"),
      arguments: [
        "mount -t tmpfs -o size=4k none state && ! head -c 8192 /dev/zero >state/fill 2>/dev/null",
        "mount -t tmpfs -o size=4k none state && mkdir state/kanbao && ! head -c 8192 /dev/zero >state/fill 2>/dev/null",
        "mount -t tmpfs -o ro none state",
      ])
    func theDiskOfTheStateFolderIsFullOrCannotBeWritten(_ mount: String) throws {
      try expectThatItWorks("unshare -rm bash -c '\(mount); exec $KANBAO .'", try SamplePages.folder())
    }

    @Test func filesThatMayNotBeRead() throws {
      let folder = try SamplePages.folder()
      let program = folder.url("program")
      try FileManager.default.copyItem(atPath: Program.path, toPath: program.path)
      chmod(folder.url("b.txt").path, 0)
      chmod(folder.url.path, 0o755)
      // Root may read everything, so it reads as nobody.
      let user = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
      let result = try Program.shell("\(user)./program list a.txt b.txt c.txt", in: folder.url)
      #expect(result.status == 2, "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1)
      #expect(result.errors.contains("b.txt"))
      #expect(result.output.contains(road))
    }
  }
}
