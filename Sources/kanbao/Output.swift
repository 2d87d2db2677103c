import Corpus
import Glibc
import TUI

/// Standard output, buffered.
struct Output: ~Copyable {
  /// Why output ended early.
  enum Failure: Error, Equatable {
    /// The reader went away (`| head`).
    case closed
    /// The system refused, with this `errno`.
    case refused(Int32)
  }

  /// True where a person sees what is written, not a program.
  let isTerminal: Bool
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  /// Adds text as it is.
  mutating func write(_ text: String) throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Adds a JSON value on a line of its own.
  mutating func line(_ value: JSON) throws(Failure) {
    value.append(to: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  /// Adds an article in JSON on a line of its own.
  mutating func line(_ article: Article) throws(Failure) {
    buffer.append(json: article)
    buffer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  /// Adds lines of text. Where a terminal would see them, what would act on it becomes a mark.
  mutating func lines(_ text: String) throws(Failure) {
    try write((isTerminal ? displayableLines(text) : text) + "\n")
  }

  /// Sends what is still held back.
  mutating func flush() throws(Failure) {
    var sent = 0
    defer { buffer.removeAll(keepingCapacity: true) }
    while sent < buffer.count {
      let count = buffer[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        sent += count
      } else if errno != EINTR {
        throw errno == EPIPE ? .closed : .refused(errno)
      }
    }
  }

  private mutating func flushIfFull() throws(Failure) {
    if buffer.count >= 1 << 16 { try flush() }
  }
}

/// Several lines as they may be sent to a terminal; line feeds stay.
private func displayableLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { displayable(String($0)) }
    .joined(separator: "\n")
}

/// Writes a message to standard error, made safe for a terminal.
func complain(_ message: String) {
  var output = Output(descriptor: STDERR_FILENO)
  try? output.write(displayableLines(message) + "\n")
  try? output.flush()
}
