import CFaults
import Glibc
import TUI

/// `crashing KIND [thread]`: takes the terminal over as the browser does, shows its first screen and, at the first key,
/// crashes in earnest, on the main thread or on another one.
@main
enum Crashing {
  static func main() {
    let kind = CommandLine.arguments.dropFirst().first ?? ""
    let signals = Signals()
    guard let terminal = try? Terminal() else { exit(2) }
    var state = AppState(size: terminal.size, language: .english, ambiguous: .narrow)
    state.settle()
    terminal.draw(state.frame())
    awaitKey(terminal, signals)
    if CommandLine.arguments.contains("thread") { crashOnThread() } else { crash(kind) }
  }

  private nonisolated static func crashOnThread() {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        Rescue.coverThread()
        Crashing.crash(CommandLine.arguments.dropFirst().first ?? "")
        return nil
      }, nil)
    pthread_join(thread, nil)
  }

  private static func awaitKey(_ terminal: Terminal, _ signals: Signals) {
    while true {
      var wait = pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, -1) > 0, let inputs = terminal.read() else { exit(2) }
      for case .key in inputs { return }
    }
  }

  private nonisolated static func crash(_ kind: String) {
    switch kind {
    case "null": kanbao_fault_null()
    case "file-end": kanbao_fault_file_end()
    case "illegal": kanbao_fault_illegal()
    case "division": kanbao_fault_division()
    case "abort": kanbao_fault_abort()
    case "stack": kanbao_fault_stack()
    case "index": print(CommandLine.arguments[kind.count * 100])
    default: exit(2)
    }
  }
}
