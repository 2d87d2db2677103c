import Foundation

/// Child processes by `posix_spawn`. Foundation's `Process` waits for every process that holds what its child
/// inherited, which a tmux server does for ever.
enum Spawn {
  /// The system refused to start the program.
  struct Failure: Error { var code: Int32 }

  /// Runs a program to its end, with its output and errors in files, and gives its status: 128 and the signal's
  /// number where a signal ended it.
  static func run(
    _ arguments: [String], environment: [String: String], in folder: String, output: String, errors: String
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var attributes = freshSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var child: pid_t = 0
    let code = withCStrings(["/usr/bin/env", "-C", folder] + arguments) { words in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&child, "/usr/bin/env", &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw Failure(code: code) }
    return status(of: child)
  }

  /// No signal blocked or ignored. Threads of a test run block most of them, a child inherits that, and a tmux server
  /// ends by sending itself one.
  private static func freshSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  private static func status(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
