import Foundation
import Testing

/// A terminal that shows nothing but keeps every byte it is sent, and answers when it is asked for its cursor and, if
/// it is said to know it, for synchronized output.
final class PseudoTerminal {
  /// The program, leader of a session of its own.
  let program: pid_t
  /// What it sent.
  private(set) var bytes: [UInt8] = []
  /// Bytes that the line to this terminal carries in a second; nil: any number.
  var rate: Int?
  /// How many seconds its answers take.
  var latency = 0.0
  /// Whether it knows synchronized output (mode 2026).
  let isSynchronizing: Bool

  private let state: ScratchFolder
  private var master: Int32
  private let answers: [(question: [UInt8], answer: [UInt8])]
  private var answered = 0
  private var due: [(time: Date, answer: [UInt8])] = []
  private var status: Int32?

  /// Runs a program (`kanbao` unless another is named) in a folder.
  init(
    _ arguments: [String], executable: String = Program.path, columns: Int = 80, rows: Int = 24,
    in folder: URL,
    adding variables: [String: String] = [:], isSynchronizing: Bool = false
  ) throws {
    state = try ScratchFolder()
    self.isSynchronizing = isSynchronizing
    answers = [
      (Array("\u{1B}[6n".utf8), Array("\u{1B}[1;1R".utf8)),
      (Array("\u{1B}[?2026$p".utf8), Array("\u{1B}[?2026;\(isSynchronizing ? 2 : 0)$y".utf8)),
    ]
    // What posix_openpt, unlockpt and ptsname do, which Swift's Glibc does not show.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var (lock, number) = (Int32(0), Int32(0))
    guard ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Spawn.Failure(code: errno)
    }
    let path = "/dev/pts/\(number)"
    Self.resize(master, columns, rows)
    program = try Spawn.start(
      [executable] + arguments,
      environment: Program.environment.merging(state.asStateHome) { _, new in new }
        .merging(variables) { _, new in new },
      in: folder.path, terminal: path)
  }

  deinit {
    hangUp()
    if status == nil, end(seconds: 5) == nil { kill(program, SIGKILL) }
  }

  /// What it sent, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Types.
  func type(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes as they are, taking meanwhile what comes.
  func send(_ keys: [UInt8]) {
    var rest = keys[...]
    while !rest.isEmpty, master >= 0 {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      if count < 0, errno != EAGAIN { return }
      if count < 0 { pump(milliseconds: 5) }
    }
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) { Self.resize(master, columns, rows) }

  /// Takes what comes until something is so, and says whether it became so.
  @discardableResult func take(seconds: Double, until isSo: () -> Bool) -> Bool {
    let last = Date().addingTimeInterval(seconds)
    while !isSo() {
      guard Date() < last else { return false }
      pump(milliseconds: 20)
    }
    return true
  }

  /// Waits for a text.
  func wait(for expected: String, seconds: Double = 20) throws {
    let found = take(seconds: seconds) { self.text.contains(expected) }
    try #require(found, "not sent: \(expected); but: \(text.debugDescription)")
  }

  /// Takes what comes until nothing has come for a while.
  func settle(milliseconds: Int = 300) {
    var count = -1
    while count != bytes.count {
      count = bytes.count
      let last = Date().addingTimeInterval(Double(milliseconds) / 1000)
      while Date() < last { pump(milliseconds: 20) }
    }
  }

  /// Takes what comes until the program has ended, and gives its status; nil if it has not.
  func end(seconds: Double = 10) -> Int32? {
    take(seconds: seconds) {
      status = status ?? Spawn.statusIfEnded(program)
      return status != nil
    }
    return status
  }

  /// The terminal goes away.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  private func pump(milliseconds: Int32) {
    while let next = due.first, next.time <= Date() {
      _ = next.answer.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      due.removeFirst()
    }
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard master >= 0, poll(&wait, 1, milliseconds) > 0 else {
      if master < 0 { usleep(useconds_t(milliseconds) * 1000) }
      return
    }
    var part = [UInt8](repeating: 0, count: rate.map { max(1, $0 / 100) } ?? 65536)
    let count = read(master, &part, part.count)
    guard count > 0 else {
      usleep(useconds_t(milliseconds) * 1000)
      return
    }
    if let rate { usleep(useconds_t(count * 1_000_000 / rate)) }
    bytes += part[..<count]
    answer()
  }

  private func answer() {
    for start in answered..<bytes.count where bytes[start] == 0x1B {
      for (question, answer) in answers where bytes[start...].starts(with: question) {
        due.append((Date().addingTimeInterval(latency), answer))
      }
    }
    // A question whose beginning has come is looked at again when its end is there.
    answered =
      bytes[answered...].lastIndex { $0 == 0x1B }.map { start in
        bytes[start...].contains { (0x40...0x7E).contains($0) && $0 != 0x5B } ? bytes.count : start
      } ?? bytes.count
  }

  private static func resize(_ master: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
