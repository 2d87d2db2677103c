import Foundation
import Testing

/// Runs a line in a terminal until it shows something, ends it in some way, and expects the shell's own screen, cursor,
/// keys and modes as they were before, and a status.
func expectTerminalGivenBack(
  _ line: String, showing text: String, in folder: ScratchFolder, status: Int32,
  adding variables: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation,
  endedBy end: (TmuxSession) throws -> Void
) throws {
  let session = try TmuxSession(in: folder.url, adding: variables)
  try session.enter("ulimit -c 0; stty -g > before; clear; echo first")
  try session.wait(for: "a line") { $0.first == "first" }
  try session.enter(line)
  try session.wait(forText: text)
  try end(session)
  try session.wait(for: "the prompt") { $0.filter { $0.hasPrefix(TmuxSession.prompt) }.count == 2 }
  try session.enter("echo \"status $?\"")
  let after = try session.wait(for: "the status") { $0.contains("status \(status)") }
  #expect(after.first == "first", sourceLocation: sourceLocation)
  #expect(!after.joined().contains(text), sourceLocation: sourceLocation)
  let flags = try session.value(of: "#{cursor_flag} #{keypad_flag} #{alternate_on}")
  #expect(flags == "1 0 0", sourceLocation: sourceLocation)
  try session.enter("stty -g > after; cmp before after && echo same")
  try session.wait(for: "equal settings") { $0.contains("same") }
}
