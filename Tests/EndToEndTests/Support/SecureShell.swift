import Foundation
import Testing

/// An sshd on loopback with keys and a configuration of its own, and a slow line to it. Both end with it.
final class SecureShell {
  /// The folder of keys, configuration and logs.
  let folder: ScratchFolder
  /// The process of the line; killing it cuts the line.
  let line: pid_t
  private let server: pid_t
  private let port: Int

  /// Starts the server and a line that delays every byte, each way; once `slowDown` was called, `rate` bytes a second
  /// pass, each way.
  init(delay: Double = 0, rate: Int = 0) throws {
    folder = try ScratchFolder()
    chmod(folder.url.path, 0o700)
    let keys = try Program.shell(
      "ssh-keygen -q -t ed25519 -N '' -f host && ssh-keygen -q -t ed25519 -N '' -f user && cp user.pub authorized",
      in: folder.url)
    try #require(keys.status == 0, "\(keys.errors)")
    if geteuid() == 0 {
      try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    }
    let first = Int.random(in: 20000..<40000)
    let far = try #require((first..<first + 50).first { Self.isFree($0) })
    try Self.configuration(port: far, folder: folder.url.path).write(
      to: folder.url("sshd_config"), atomically: true, encoding: .utf8)
    let places: [String] = ["/usr/sbin/sshd", "/usr/local/sbin/sshd"]
    let sshd = try #require(places.first { FileManager.default.isExecutableFile(atPath: $0) })
    server = try Spawn.start(
      [sshd, "-D", "-e", "-f", folder.url("sshd_config").path], environment: Program.environment,
      in: folder.url.path, output: folder.url("sshd.log").path)
    line = try Spawn.start(
      [
        "python3", Self.script, "\(far)", "--delay", "\(delay)", "--rate", "\(rate)", "--when",
        folder.url("slow").path,
      ],
      environment: Program.environment, in: folder.url.path, output: folder.url("port").path)
    let file = folder.url("port").path
    let reads = { (try? String(contentsOfFile: file, encoding: .utf8)).flatMap { Int($0.dropLast()) } }
    let isUp = Processes.wait(seconds: 10) { reads() != nil && !Self.isFree(far) }
    guard isUp, let near = reads() else {
      kill(server, SIGTERM)
      kill(line, SIGTERM)
      throw Spawn.Failure(code: ECONNREFUSED)
    }
    port = near
  }

  deinit {
    for process in [line, server] {
      kill(process, SIGTERM)
      _ = Processes.wait(seconds: 5) { Spawn.statusIfEnded(process) != nil }
    }
  }

  /// From now on only so many bytes a second pass.
  func slowDown() throws { try folder.write("", to: "slow") }

  /// The words that run a command at the other end, in a terminal.
  func arguments(_ command: String) -> [String] {
    [
      "ssh", "-tt", "-F", "none", "-e", "none", "-i", folder.url("user").path, "-p", "\(port)", "-o",
      "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
      "LogLevel=ERROR", "-o", "Compression=no", "\(NSUserName())@127.0.0.1", command,
    ]
  }

  private static var script: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scripts/relay.py").path
  }

  /// No locale and no other variable comes from the client: the other end has LANG=C, as on many servers.
  private static func configuration(port: Int, folder: String) -> String {
    """
    ListenAddress 127.0.0.1
    Port \(port)
    HostKey \(folder)/host
    AuthorizedKeysFile \(folder)/authorized
    PidFile none
    UsePAM no
    StrictModes no
    PermitRootLogin prohibit-password
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    PrintMotd no
    PrintLastLog no
    """ + "\n"
  }

  private static func isFree(_ port: Int) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) != 0
      }
    }
  }
}
