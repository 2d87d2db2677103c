import Foundation

/// Other processes, as /proc shows them.
enum Processes {
  /// The children of a process.
  static func children(of parent: pid_t) -> [pid_t] {
    let list = try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
    return (list ?? "").split(separator: " ").compactMap { pid_t($0) }
  }

  /// Those whose arguments contain a text.
  static func running(_ text: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { arguments(of: $0).contains(text) && isAlive($0) }
  }

  /// True unless it has ended; one that nobody has waited for has ended, too.
  static func isAlive(_ process: pid_t) -> Bool {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    let state = line[(line.lastIndex(of: ")") ?? line.startIndex)...].dropFirst(2).first
    return state != "Z" && state != "X"
  }

  /// Waits until something is so, and says whether it became so.
  static func wait(seconds: Double, until isSo: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while !isSo() {
      guard Date() < end else { return false }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return true
  }

  private static func arguments(of process: pid_t) -> String {
    guard let data = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return "" }
    return String(decoding: data.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
  }
}
