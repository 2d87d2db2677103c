import Foundation
import Testing

/// Crashes that happen, not signals that are sent: `crashing` (Tests/Crashing) takes the terminal over as the browser
/// does and then does what a broken program does.
extension EndToEnd {
  @Suite(.serialized) struct CrashTests {
    private static let program = Program.path.replacing(/kanbao$/, with: "crashing")
    #if arch(x86_64)
      private static let trap = SIGILL
    #else
      private static let trap = SIGTRAP
    #endif

    static let kinds: [(String, Int32)] = [
      ("null", SIGSEGV), ("file-end", SIGBUS), ("illegal", trap), ("abort", SIGABRT), ("stack", SIGSEGV),
      ("index", trap),
    ]

    @Test(arguments: kinds, ["", "thread"])
    func givesTheTerminalBack(_ kind: (String, Int32), _ place: String) throws {
      try expect(kind.0, place, kind.1)
    }

    #if arch(x86_64)
      @Test func givesTheTerminalBackAfterADivisionByZero() throws { try expect("division", "", SIGFPE) }
    #endif

    private func expect(_ kind: String, _ place: String, _ signal: Int32) throws {
      try expectTerminalGivenBack(
        "SWIFT_BACKTRACE=enable=no $CRASHING \(kind) \(place) 2>/dev/null", showing: "reading: 0 files",
        in: try ScratchFolder(), status: 128 + signal, adding: ["CRASHING": Self.program]
      ) { try $0.press("x") }
    }

    /// The report tells of the crash itself, not of a signal that somebody sent.
    @Test(.enabled(if: Program.sanitizerSettings.isEmpty, "sanitizers make reports of their own"))
    func theReportIsTheRealOne() throws {
      let folder = try ScratchFolder()
      let session = try TmuxSession(
        columns: 120, rows: 60, in: folder.url, adding: ["CRASHING": Self.program])
      let settings = "enable=yes,interactive=no,color=no,output-to=stderr"
      try session.enter("ulimit -c 0; clear")
      try session.enter("SWIFT_BACKTRACE=\(settings) $CRASHING null 2>report; echo \"status $?\"")
      try session.wait(forText: "reading: 0 files")
      try session.press("x")
      try session.wait(for: "the status", seconds: 120) { $0.contains("status 139") }
      let report = try String(contentsOf: folder.url("report"), encoding: .utf8)
      #expect(report.contains("Bad pointer dereference at 0x0000000000000010"))
      #expect(report.contains("kanbao_fault_null"))
    }
  }
}
