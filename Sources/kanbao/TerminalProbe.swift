import Glibc

/// Questions that only the terminal itself can answer.
enum TerminalProbe {
  /// How long an answer may take, in milliseconds; a slow SSH line needs some hundred. A later one would be typed
  /// into the shell.
  private static let patience: Int32 = 2000

  /// True where a person sits at both ends of the program.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// The columns that the terminal moves for “, whose width is ambiguous: 1 or 2, more where it does not read UTF-8;
  /// nil where no terminal answers. The line of the cursor is blank afterwards.
  static func ambiguousColumns() -> Int? {
    guard isInteractive, !["", "dumb"].contains(environment("TERM") ?? "") else { return nil }
    return withoutEcho {
      send("\r\u{201C}\u{1B}[6n\r\u{1B}[K")
      return answer().flatMap(column).map { $0 - 1 }
    }
  }

  /// The size of the terminal at standard output, or nil where there is none.
  static func size() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Runs `body` while the terminal hands over bytes at once and does not show them.
  private static func withoutEcho<Result>(_ body: () -> Result?) -> Result? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &quiet) == 0 else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    return body()
  }

  private static func send(_ text: String) {
    var output = Output()
    try? output.write(text)
    try? output.flush()
  }

  /// What comes in until the `R` that ends the answer to a question for the cursor's place.
  private static func answer() -> [UInt8]? {
    var bytes: [UInt8] = []
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while bytes.count < 64, poll(&waiting, 1, patience) == 1, read(STDIN_FILENO, &byte, 1) == 1 {
      bytes.append(byte)
      if byte == UInt8(ascii: "R") { return bytes }
    }
    return nil
  }

  /// The column, from 1, of an answer `ESC [ row ; column R`; keys typed before it are passed over.
  static func column(of answer: [UInt8]) -> Int? {
    guard let start = answer.lastIndex(of: 0x1B) else { return nil }
    let text = String(decoding: answer[start...], as: UTF8.self)
    let parts = text.dropFirst(2).dropLast().split(separator: ";")
    guard text.hasPrefix("\u{1B}["), text.hasSuffix("R"), parts.count == 2 else { return nil }
    return Int(parts[1])
  }
}
