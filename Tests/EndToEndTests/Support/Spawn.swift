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
    let files = [
      ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT | O_TRUNC), (errors, O_WRONLY | O_CREAT | O_TRUNC),
    ]
    return status(of: try start(arguments, environment: environment, in: folder, files: files))
  }

  /// Starts a program in a session of its own, with a terminal as its standard input, output and errors, which it also
  /// becomes the controlling terminal of.
  static func start(
    _ arguments: [String], environment: [String: String], in folder: String, terminal: String
  ) throws -> pid_t {
    let files = Array(repeating: (terminal, O_RDWR), count: 3)
    return try start(arguments, environment: environment, in: folder, files: files, flags: newSession)
  }

  /// Starts a program with nothing on standard input, and its output and errors in a file.
  static func start(
    _ arguments: [String], environment: [String: String], in folder: String, output: String
  ) throws -> pid_t {
    let out = (output, O_WRONLY | O_CREAT | O_APPEND)
    return try start(
      arguments, environment: environment, in: folder, files: [("/dev/null", O_RDONLY), out, out])
  }

  /// POSIX_SPAWN_SETSID, which Swift's Glibc does not show.
  private static let newSession: Int32 = 0x80

  private static func start(
    _ arguments: [String], environment: [String: String], in folder: String,
    files: [(path: String, flags: Int32)],
    flags: Int32 = 0
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_addopen(&actions, Int32(number), file.path, file.flags, 0o600)
    }
    var attributes = freshSignals(flags)
    defer { posix_spawnattr_destroy(&attributes) }
    var child: pid_t = 0
    let code = withCStrings(["/usr/bin/env", "-C", folder] + arguments) { words in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&child, "/usr/bin/env", &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw Failure(code: code) }
    return child
  }

  /// No signal blocked or ignored. Threads of a test run block most of them, a child inherits that, and a tmux server
  /// ends by sending itself one.
  private static func freshSignals(_ flags: Int32) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | flags))
    return attributes
  }

  private static func status(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return number(status)
  }

  /// The status of a child that has ended, or nil while it runs.
  static func statusIfEnded(_ child: pid_t) -> Int32? {
    var status: Int32 = 0
    return waitpid(child, &status, WNOHANG) == child ? number(status) : nil
  }

  private static func number(_ status: Int32) -> Int32 {
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
