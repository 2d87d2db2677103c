import Corpus
import Glibc
import TUI

/// Filters of earlier runs: one a line, the oldest first, in a file that only its owner may read. What goes wrong with it
/// is said and harms nothing else.
final class BrowserHistory: Sendable {
  /// How many filters are kept.
  static let limit = 1000
  /// The longest filter that is kept, in UTF-8 bytes.
  static let longest = 4096
  /// The largest file that is read, in bytes: more is not ours.
  private static let largestFile = limit * (longest + 1)

  private let folder: Result<String, HistoryFault>
  /// Filters that were not written yet. The lock is held while they are.
  private let waiting = Locked<[String]>([])

  /// The history in the user's folder for states.
  convenience init() {
    self.init(stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"))
  }

  /// The history below `stateHome`, or `.local/state` in `home`; as in the XDG rules, paths that are not absolute do
  /// not count.
  init(stateHome: String?, home: String?) {
    if let stateHome, stateHome.hasPrefix("/") {
      folder = .success(stateHome + "/kanbao")
    } else if let home, home.hasPrefix("/") {
      folder = .success(home + "/.local/state/kanbao")
    } else {
      folder = .failure(.noHome)
    }
  }

  private static func file(in folder: String) -> String { folder + "/filters" }

  /// The filters that are kept, the oldest first; none where there is no file, or none of ours.
  func load() -> [String] {
    guard let folder = try? folder.get() else { return [] }
    return Self.filters(in: Self.file(in: folder))
  }

  /// Keeps a filter with the next `flush`.
  func add(_ text: String) {
    waiting.withLock { $0.append(text) }
  }

  /// Writes what was added, behind what other programs have written meanwhile.
  func flush() throws(HistoryFault) {
    let outcome: Result<Void, HistoryFault> = waiting.withLock { waiting in
      let texts = waiting.filter(Self.isKept)
      waiting = []
      guard !texts.isEmpty else { return .success(()) }
      return Result { () throws(HistoryFault) in try Self.write(texts, in: try folder.get()) }
    }
    try outcome.get()
  }

  /// What stands on one line and is text.
  private static func isKept(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longest && !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }

  private static func filters(in path: String) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= largestFile
    else {
      return []
    }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var length = 0
    while length < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + length }, $0.count - length)
      }
      guard count > 0 else { break }
      length += count
    }
    let lines = bytes.prefix(length).split(separator: UInt8(ascii: "\n"))
    return lines.compactMap { String(validating: $0, as: UTF8.self) }.filter(isKept)
  }

  private static func write(_ texts: [String], in folder: String) throws(HistoryFault) {
    try makeFolder(folder)
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw .refused(folder) }
    defer { close(lock) }
    waitForOthers(lock)
    let path = file(in: folder)
    let kept = filters(in: path).filter { !texts.contains($0) } + lastOfEach(texts)
    try replace(path, with: kept.suffix(limit).map { $0 + "\n" }.joined())
  }

  private static func lastOfEach(_ texts: [String]) -> [String] {
    texts.enumerated().filter { index, text in !texts[(index + 1)...].contains(text) }.map(\.element)
  }

  /// Folders above it are made as well, for nobody else.
  private static func makeFolder(_ path: String) throws(HistoryFault) {
    var made = ""
    for name in path.split(separator: "/") {
      made += "/" + name
      if mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 { throw .refused(made) }
    }
  }

  /// Waits up to a second while another program writes there. On file systems without locks it goes on at once: then
  /// what two programs keep in the same moment may be lost, and no more.
  private static func waitForOthers(_ lock: Int32) {
    for _ in 0..<100 {
      guard flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR else { return }
      usleep(10_000)
    }
  }

  /// Whoever reads meanwhile, and a crash, find the old file or the new one.
  private static func replace(_ path: String, with text: String) throws(HistoryFault) {
    let new = path + ".\(getpid())"
    unlink(new)
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .refused(path) }
    let isWritten = write(Array(text.utf8), to: descriptor)
    let fault = HistoryFault.refused(path)
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(new, path) == 0 else {
      let last = isWritten ? HistoryFault.refused(path) : fault
      unlink(new)
      throw last
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      guard count > 0 else { return false }
      start += count
    }
    return fsync(descriptor) == 0 || errno == EINVAL
  }
}

extension HistoryFault {
  /// What the system has just said about a path.
  fileprivate static func refused(_ path: String) -> Self {
    .refused(path: path, why: String(cString: strerror(errno)))
  }
}
