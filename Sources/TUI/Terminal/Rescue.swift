import CNcurses
import CRescue
import Glibc

/// Gives the terminal back if the program crashes: prepared beforehand, done by signal handlers in C.
public enum Rescue {
  /// Catches crashes. To be called once, at the start of the program.
  public static func catchCrashes() { kanbao_rescue_catch() }

  /// Catches crashes of the calling thread, too, if it has used up its stack.
  public static func coverThread() { kanbao_rescue_thread() }

  /// Ends the program by the signal that was sent, the terminal given back, if a signal to end it lies unread in
  /// `descriptor` (of `signalfd`) for so long: the terminal takes nothing more, and the program is stuck in a write.
  static func watch(_ descriptor: Int32, milliseconds: Int32) {
    kanbao_rescue_watch(descriptor, milliseconds)
  }

  /// Prepares for the terminal at a descriptor: its modes before, and what undoes what `Terminal` does, beginning with
  /// modes that it set itself. On terminals
  /// without a screen of our own the prompt comes below ours.
  static func prepare(output: Int32, modes: termios, undoing own: String, rows: Int) {
    let hasOwnScreen = Capability.string("rmcup") != nil
    let bottom = hasOwnScreen ? nil : place(row: rows - 1)
    let strings = [
      own, Capability.string("sgr0"), Capability.string("op"), Capability.string("cnorm"),
      Capability.string("rmkx"), bottom, hasOwnScreen ? nil : "\r\n", Capability.string("rmcup"), "\r",
    ]
    let pointers = strings.compactMap { $0.flatMap { strdup($0) } }
    defer { pointers.forEach { free($0) } }
    withUnsafePointer(to: modes) {
      _ = kanbao_rescue_prepare(output, $0, pointers.map { UnsafePointer($0) }, Int32(pointers.count))
    }
  }

  /// The terminal is ours, or it is the shell's.
  static func arm(_ isOurs: Bool) { kanbao_rescue_arm(isOurs ? 1 : 0) }

  private static func place(row: Int) -> String? {
    guard let cup = Capability.string("cup"), let text = kanbao_filled(cup, Int32(row), 0) else { return nil }
    return String(cString: text)
  }
}
