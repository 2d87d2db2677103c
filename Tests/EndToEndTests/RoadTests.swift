import Foundation
import Testing

/// Other roads from the program to the eye: screen and mosh. Where one is not installed, its test is left out and said
/// to be. (tmux is what the other tests run in.)
extension EndToEnd {
  @Suite(.serialized) struct RoadTests {
    private let road = "郸城县修好农家路"

    private func shows(_ rows: [String], _ text: String) -> Bool { rows.contains { $0.contains(text) } }

    /// Opens, moves, filters by what an input method sends, changes its size, leaves.
    private func browse(_ session: TmuxSession) throws {
      try session.wait(forText: road)
      try session.type("jj")
      try session.wait(for: "the third article") { shows($0, "3/4") && shows($0, "电梯已经投入使用") }
      try session.type("/春灌")
      try session.wait(for: "one article") { shows($0, "1/1") && !shows($0, road) }
      try session.press("Escape")
      try session.wait(for: "all of them") { shows($0, "3/4") && shows($0, road) }
      try session.resize(columns: 110, rows: 30)
      try session.wait(for: "the larger screen") { rows in
        rows.contains { $0.contains("3/4") && $0.count > 80 } && shows(rows, road)
      }
      try session.type("q")
    }

    @Test(.enabled(if: Program.isInstalled("screen"), "screen is not installed"))
    func worksInScreen() throws {
      let folder = try SamplePages.folder()
      try folder.write("startup_message off\naltscreen on\ndefutf8 on\n", to: "screenrc")
      try FileManager.default.createDirectory(
        at: folder.url("sockets"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let session = try TmuxSession(
        columns: 80, rows: 24, in: folder.url, adding: ["SCREENDIR": folder.url("sockets").path])
      try session.enter("clear; screen -U -c screenrc env PS1='inner> ' bash --norc --noprofile")
      try session.wait(for: "the inner shell") { $0.first?.hasPrefix("inner>") ?? false }
      try session.enter("echo $TERM; $KANBAO a.txt b.txt c.txt")
      try browse(session)
      let after = try session.wait(for: "the inner shell") { $0.filter { $0.hasPrefix("inner>") }.count == 2 }
      #expect(shows(after, "screen") && !shows(after, road))
      try session.enter("stty -a; exit")
      try session.wait(for: "the outer shell") { shows($0, "[screen is terminating]") }
    }

    @Test(.enabled(if: Program.isInstalled("mosh-server"), "mosh is not installed"))
    func worksOverMosh() throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(columns: 80, rows: 24, in: folder.url)
      let port = Int.random(in: 30000..<40000)
      try session.enter(
        "mosh-server new -i 127.0.0.1 -p \(port) -- $KANBAO $PWD/[abc].txt >answer 2>&1; clear")
      try session.enter("MOSH_KEY=$(awk '/^MOSH CONNECT/ { print $4 }' answer) mosh-client 127.0.0.1 \(port)")
      try browse(session)
      try session.wait(for: "the end") { shows($0, "[mosh is exiting.]") }
    }
  }
}
