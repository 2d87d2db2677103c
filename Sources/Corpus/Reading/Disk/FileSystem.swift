import Glibc

/// What the corpus needs of the file system, by POSIX calls; the only file that touches the disk.
enum FileSystem {
  /// What stands at a path.
  enum Kind: Equatable { case file, folder, other }

  /// A refusal, in the system's own words.
  struct Failure: Error {
    var code: Int32
    var message: String { String(cString: strerror(code)) }
    /// The file is larger than the limit given.
    static let tooLarge = Failure(code: EFBIG)
    /// No regular file stands there any more.
    static let notAFile = Failure(code: EINVAL)
  }

  /// What `path` is, symbolic links followed, and its stamp.
  static func inspect(_ path: String) throws(Failure) -> (kind: Kind, stamp: FileStamp) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw Failure(code: errno) }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return (.file, FileStamp(info))
    case S_IFDIR: return (.folder, FileStamp(info))
    default: return (.other, FileStamp(info))
    }
  }

  /// The names in a folder but `.` and `..`, sorted by their bytes.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let handle = opendir(folder) else { throw Failure(code: errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All bytes of a regular file; never waits for a named pipe that has taken its place.
  static func contents(of path: String, limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Failure(code: errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard info.st_size <= limit else { throw .tooLarge }
    return try contents(of: descriptor, expecting: Int(info.st_size), limit: limit)
  }

  /// All bytes that come from standard input.
  static func standardInput(limit: Int) throws(Failure) -> [UInt8] {
    try contents(of: STDIN_FILENO, expecting: 1 << 16, limit: limit)
  }

  private static func contents(of descriptor: Int32, expecting size: Int, limit: Int) throws(Failure)
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var wanted = size + 1
    while true {
      var code: Int32 = 0
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
        count = read(descriptor, buffer.baseAddress, wanted)
        code = errno
        filled = max(0, count)
      }
      if count > 0 {
        if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        guard bytes.count <= limit else { throw .tooLarge }
        wanted = max(1 << 12, min(1 << 20, size + 1 - bytes.count))
      } else if count == 0 {
        return bytes
      } else if code != EINTR {
        throw Failure(code: code)
      }
    }
  }

  /// How many processors may be used.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// What tells that a file is the same as before: size, time of its last change, and where it lies.
public struct FileStamp: Sendable, Hashable {
  /// Bytes.
  public var size: Int
  /// Time of the last change of its content, in nanoseconds since 1970.
  public var modified: Int
  /// Device and inode.
  var identity: Identity

  /// Equal for two paths to one file.
  struct Identity: Sendable, Hashable { var device: UInt64; var node: UInt64 }

  fileprivate init(_ info: stat) {
    size = Int(info.st_size)
    modified = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
    identity = Identity(device: UInt64(info.st_dev), node: UInt64(info.st_ino))
  }
}
