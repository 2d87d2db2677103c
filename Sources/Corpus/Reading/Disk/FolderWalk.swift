/// Finds the files below paths one by one, in a stable order: paths as given, names in a folder by their bytes.
struct FolderWalk {
  /// Something to read, or what stands in the way of it.
  enum Item: Equatable {
    case file(path: String, stamp: FileStamp, isNamed: Bool)
    case standardInput
    case problem(Problem)
  }

  private struct Entry {
    var path: String
    var isNamed: Bool
  }

  /// Still to be looked at, the next one last.
  private var pending: [Entry]
  private var visited: Set<FileStamp.Identity> = []
  private var hasInput = false

  /// A walk over files and folders; `-` is standard input.
  init(_ paths: [String]) {
    pending = paths.reversed().map { Entry(path: $0, isNamed: true) }
  }

  /// The next file or problem, nil at the end. A file or folder that was met before, by another path or through a
  /// loop of links, is passed over.
  mutating func next() -> Item? {
    while let entry = pending.popLast() { if let item = visit(entry) { return item } }
    return nil
  }

  private mutating func visit(_ entry: Entry) -> Item? {
    if entry.isNamed, entry.path == "-" {
      defer { hasInput = true }
      return hasInput ? nil : .standardInput
    }
    do throws(FileSystem.Failure) {
      let (kind, stamp) = try FileSystem.inspect(entry.path)
      switch kind {
      case .folder:
        guard visited.insert(stamp.identity).inserted else { return nil }
        let names = try FileSystem.names(in: entry.path).filter { !$0.hasPrefix(".") }
        pending += names.reversed().map { Entry(path: join(entry.path, $0), isNamed: false) }
        return nil
      case .file:
        guard entry.isNamed || FileFormat.isRead(entry.path), visited.insert(stamp.identity).inserted else {
          return nil
        }
        return .file(path: entry.path, stamp: stamp, isNamed: entry.isNamed)
      case .other:
        guard entry.isNamed || FileFormat.isRead(entry.path) else { return nil }
        return .problem(Problem(file: entry.path, reason: .notAFile))
      }
    } catch {
      return .problem(Problem(file: entry.path, reason: error.reason()))
    }
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

extension FileSystem.Failure {
  /// The problem that a person reads; `limit` is the size, in bytes, that was allowed.
  func reason(limit: Int = CorpusReader.sizeLimit) -> Problem.Reason {
    switch code {
    case 2 /* ENOENT */: .notFound
    case Self.notAFile.code: .notAFile
    case Self.tooLarge.code: .tooLarge(limit: limit)
    default: .unreadable(message)
    }
  }
}
