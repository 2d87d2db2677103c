import Foundation
import Testing

/// A shell in a terminal of its own: a tmux server on a private socket, with no configuration of the machine's.
final class TmuxSession {
  /// The screen did not become what was waited for.
  struct TimedOut: Error, CustomStringConvertible {
    var expected: String
    var screen: [String]
    var description: String {
      "not seen: \(expected). The screen:\n" + screen.map { "|\($0)" }.joined(separator: "\n")
    }
  }

  /// tmux itself failed.
  struct Failure: Error { var message: String }

  /// The shell's prompt.
  static let prompt = "ready>"

  private let folder: ScratchFolder
  private let socket = "kanbao-test"

  /// Starts a shell in `directory` in a terminal of the size given, and waits for its prompt.
  init(
    columns: Int = 80, rows: Int = 24, in directory: URL, adding variables: [String: String] = [:]
  ) throws {
    folder = try ScratchFolder()
    let configuration = try folder.write(
      """
      set -g default-terminal tmux-256color
      set -g escape-time 0
      set -g status off

      """, to: "tmux.conf")
    let set = folder.asStateHome.merging(variables) { _, new in new }.merging(["KANBAO": Program.path]) {
      a, _ in a
    }
    let settings = set.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    try tmux(
      [
        "-f", configuration.path, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c",
        directory.path,
      ]
        + settings + ["env", "PS1=\(Self.prompt) ", "bash", "--norc", "--noprofile"])
    try wait(for: "the prompt") { $0.contains { $0.hasPrefix(Self.prompt) } }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Types a line and Enter.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-d`, `Down`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Pastes text as a terminal does, in brackets if the program has asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  /// The rows of the screen with the sequences that colour them.
  func colouredScreen() throws -> [String] {
    try tmux(["capture-pane", "-p", "-e"]).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the screen, without blanks at their ends.
  func screen() throws -> [String] {
    try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The column and row of the cursor, from 0.
  func cursor() throws -> (column: Int, row: Int) {
    let numbers = try tmux(["display-message", "-p", "#{cursor_x} #{cursor_y}"]).split { !$0.isNumber }
    return (Int(numbers[0]) ?? -1, Int(numbers[1]) ?? -1)
  }

  /// What tmux's format says of the terminal: `#{pid}` is the server's, `#{pane_pid}` the shell's.
  func value(of format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The program that the shell runs now.
  func program() throws -> pid_t {
    let shell = try #require(pid_t(try value(of: "#{pane_pid}")))
    return try #require(Processes.children(of: shell).first, "the shell runs nothing")
  }

  /// Waits until the screen is as wanted, and gives it; throws the last screen after `seconds`.
  @discardableResult func wait(
    for expected: String, seconds: Double = 15, until isWanted: ([String]) throws -> Bool
  ) throws -> [String] {
    let end = Date().addingTimeInterval(seconds)
    var rows = try screen()
    while try !isWanted(rows) {
      guard Date() < end else { throw TimedOut(expected: expected, screen: rows) }
      Thread.sleep(forTimeInterval: 0.03)
      rows = try screen()
    }
    return rows
  }

  /// Waits until the screen is as wanted and stays the same for half a second, and gives it.
  func rest(for expected: String, until isWanted: ([String]) throws -> Bool) throws -> [String] {
    var rows = try wait(for: expected, until: isWanted)
    for _ in 0..<20 {
      Thread.sleep(forTimeInterval: 0.5)
      let later = try wait(for: expected, until: isWanted)
      if later == rows { return rows }
      rows = later
    }
    throw TimedOut(expected: "a screen at rest: " + expected, screen: rows)
  }

  /// Waits until some row contains `text`.
  @discardableResult func wait(forText text: String) throws -> [String] {
    try wait(for: text) { rows in rows.contains { $0.contains(text) } }
  }

  @discardableResult private func tmux(_ arguments: [String]) throws -> String {
    let result = try Program.execute(
      "tmux", ["-u", "-L", socket] + arguments, adding: ["TMUX_TMPDIR": folder.url.path])
    guard result.status == 0 else { throw Failure(message: "tmux \(arguments): \(result.errors)") }
    return result.output
  }
}
