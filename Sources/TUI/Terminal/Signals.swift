import CNcurses
import Glibc

/// Signals as bytes to be polled, instead of as interruptions: they are blocked, and read from a descriptor.
/// To be made before any thread is started, so that all threads inherit the blocking.
public final class Signals {
  /// What a signal asks for.
  public enum Request: Hashable, Sendable {
    /// The terminal has a new size.
    case resize
    /// Give the terminal to the shell and stop.
    case suspend
    /// The program goes on after it was stopped.
    case resume
    /// End, as this signal says.
    case end(Int32)
  }

  /// How long a request to end may lie unread before it is obeyed without the program's help, in milliseconds.
  private static let patience: Int32 = 800
  private static let handled = [SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGQUIT]

  /// The descriptor that becomes readable when there is a signal, for `poll`.
  public let descriptor: Int32

  /// Blocks the signals of a terminal program and opens the descriptor.
  public init() {
    var set = Self.set
    pthread_sigmask(SIG_BLOCK, &set, nil)
    signal(SIGPIPE, SIG_IGN)
    descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    Rescue.catchCrashes()
    Rescue.watch(descriptor, milliseconds: Self.patience)
  }

  /// What was asked for since the last call.
  public func read() -> [Request] {
    var requests: [Request] = []
    var info = signalfd_siginfo()
    while Glibc.read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) > 0 {
      requests.append(Self.request(Int32(info.ssi_signo)))
    }
    return requests
  }

  /// Stops the whole process group, as the terminal's own suspend key does, until the shell says to go on.
  public func stop() {
    letThrough(SIGTSTP)
    kill(0, SIGTSTP)
    var set = Self.set
    pthread_sigmask(SIG_BLOCK, &set, nil)
    signal(SIGTSTP, SIG_DFL)
  }

  /// Ends the process by a signal, so that whoever waits for it sees why it ended.
  public func die(of number: Int32) {
    letThrough(number)
    raise(number)
  }

  private func letThrough(_ number: Int32) {
    signal(number, SIG_DFL)
    var one = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, number)
    pthread_sigmask(SIG_UNBLOCK, &one, nil)
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in handled { sigaddset(&set, number) }
    return set
  }

  private static func request(_ number: Int32) -> Request {
    switch number {
    case SIGWINCH: .resize
    case SIGTSTP: .suspend
    case SIGCONT: .resume
    default: .end(number)
    }
  }
}
