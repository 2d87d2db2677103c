import Foundation
import Testing

/// Text that would act on a terminal does not reach it.
extension EndToEnd {
  @Suite(.serialized) struct HostileTextTests {
    /// A page whose words try to clear the screen, set the title, beep, answer questions and turn the writing round.
    private let page = """
      城里新开三家书店\u{1B}[2J\u{1B}]0;title\u{07}\u{9B}31m

      本报讯（记者 林晓舟）\u{1B}[31m城里新开了三家书店\u{202E}，读者可以坐到夜里十点。\u{08}\u{7F}书店还备了热茶\u{1B}[6n。
      """

    @Test(arguments: [
      "list .", "list . --format jsonl", "list . --format csv", "facets --by kind .", "show $ID .",
      "show $ID . --raw",
    ])
    func nothingReachesATerminal(_ command: String) throws {
      let folder = try ScratchFolder()
      try folder.write(page, to: "page\u{1B}[31m.txt")
      let list = try Program.run(["list", "."], in: folder.url)
      let id = try #require(list.lines.first?.split(separator: " ").first.map(String.init))
      let line = "script -qec \"$KANBAO \(command) --ambiguous narrow\" /dev/null"
      let withWidth =
        command.hasPrefix("show") ? line : line.replacingOccurrences(of: " --ambiguous narrow", with: "")
      let result = try Program.shell(withWidth, in: folder.url, adding: ["ID": id])
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      #expect(result.output.contains("书店") || command.hasPrefix("facets"))
      let hostile = result.output.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || (0x7F...0x9F).contains($0.value)
          || $0.value == 0x202E
      }
      #expect(hostile.isEmpty, "\(hostile)")
    }

    @Test func namesInMessagesAreSafeToo() throws {
      let result = try Program.run(["list", "none\u{1B}[31m.txt"])
      #expect(!result.errors.contains("\u{1B}"))
    }

    @Test func theBrowserShowsMarks() throws {
      let folder = try ScratchFolder()
      try folder.write(page, to: "page.txt")
      let session = try TmuxSession(in: folder.url)
      try session.enter("clear; $KANBAO .")
      try session.wait(forText: "书店还备了热茶")
      try session.type("r")
      try session.wait(forText: "page.txt")
      try session.type("q")
      try session.type("q")
      try session.wait(for: "the shell") { $0.contains { $0.hasPrefix(TmuxSession.prompt) } }
    }
  }
}
