import Foundation
import Testing

/// The built program, run without a terminal.
enum Program {
  /// What one run gave.
  struct Result: Equatable {
    var status: Int32
    var output: String
    var errors: String
    /// Standard output line by line, without the last line end.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The binary: it stands in the build folder beside the test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("kanbao").path
  }()

  /// What sanitizers are told, where the tests run under one.
  static let sanitizerSettings = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// The environment of every run: English, UTF-8, no corpus from outside.
  static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    "TERM": "xterm-256color",
  ].merging(sanitizerSettings) { own, _ in own }
  /// Runs `kanbao` with arguments, in a folder, with nothing on standard input.
  static func run(
    _ arguments: [String], in folder: URL? = nil, adding variables: [String: String] = [:]
  ) throws -> Result {
    try execute(path, arguments, in: folder, adding: variables)
  }

  /// Runs a line of bash, in which `$KANBAO` is the program.
  static func shell(_ line: String, in folder: URL? = nil, adding variables: [String: String] = [:]) throws
    -> Result
  {
    try execute(
      "/bin/bash", ["-c", line], in: folder, adding: variables.merging(["KANBAO": path]) { a, _ in a })
  }

  /// True where a command is to be found.
  static func isInstalled(_ command: String) -> Bool {
    (try? shell("command -v \(command)"))?.status == 0
  }

  /// Runs a program in a folder with variables besides those of every run.
  static func execute(
    _ executable: String, _ arguments: [String], in folder: URL? = nil,
    adding variables: [String: String] = [:]
  ) throws -> Result {
    let scratch = try ScratchFolder()
    let (out, err) = (scratch.url("out"), scratch.url("err"))
    let status = try Spawn.run(
      [executable] + arguments, environment: environment.merging(variables) { _, new in new },
      in: (folder ?? scratch.url).path, output: out.path, errors: err.path)
    return Result(
      status: status, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }
}

/// A temporary folder that goes away with its owner.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("kanbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The path of a file in the folder.
  func url(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// Writes a file, and the folders above it.
  @discardableResult func write(_ text: String, to name: String) throws -> URL {
    let file = url(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  /// Lets programs keep their states here, and not in the home of whoever runs the tests.
  var asStateHome: [String: String] { ["XDG_STATE_HOME": url("state").path] }

  deinit { try? FileManager.default.removeItem(at: url) }
}
