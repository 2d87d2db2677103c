import Glibc

/// What the corpus needs of the file system, by POSIX calls; the only file that touches the disk.
enum FileSystem {
  /// What stands at a path.
  enum Kind { case file(size: Int), folder, other }

  /// A refusal, in the system's own words.
  struct Failure: Error { var code: Int32; var message: String { String(cString: strerror(code)) } }

  /// What `path` is, symbolic links followed, and an identity that is equal for two paths to one file.
  static func inspect(_ path: String) throws(Failure) -> (kind: Kind, identity: Identity) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw Failure(code: errno) }
    let identity = Identity(device: UInt64(info.st_dev), node: UInt64(info.st_ino))
    switch info.st_mode & S_IFMT {
    case S_IFREG: return (.file(size: Int(info.st_size)), identity)
    case S_IFDIR: return (.folder, identity)
    default: return (.other, identity)
    }
  }

  /// Device and inode.
  struct Identity: Hashable { var device: UInt64; var node: UInt64 }

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

  /// All bytes of a file.
  static func contents(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 { bytes += chunk[..<count]; continue }
      if count == 0 { return bytes }
      if errno != EINTR { throw Failure(code: errno) }
    }
  }
}
