/// Reads files and folders: page dumps, Markdown, JSON, JSON Lines and CSV, compressed or not.
public struct CorpusReader: Sendable {
  /// The largest page that is read, in bytes, expanded where it is compressed.
  public static let sizeLimit = 64 << 20
  /// The largest file of records (JSON, CSV), and the largest archive, in bytes.
  public static let recordsLimit = 512 << 20
  /// Threads that read, at most.
  private static let mostWorkers = 8

  private let paths: [String]
  private let options: ReadingOptions

  /// A reader of files, of folders with all that is below them, and of standard input, which is `-`.
  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.paths = paths
    self.options = options
  }

  /// Reads everything and hands each file over, in a stable order (paths as given, names in a folder by their bytes),
  /// on the caller's thread, while others read ahead. Stops early when `receive` returns false.
  public func read(_ receive: (ReadFile) -> Bool) {
    let reader = FileReader(options: options)
    read(receive, by: { reader.read($0) })
  }

  /// Reads anew what is no longer as it was when `old` was read, and standard input never; takes the rest from `old`.
  /// Nil once `isStale` says that nobody waits for it.
  public func reread(_ old: Holdings, isStale: () -> Bool = { false }) -> Rereading? {
    let reader = FileReader(options: options)
    let kept = KeptFiles(old)
    var result = Rereading()
    var isCancelled = false
    read(
      { file in
        result.add(file)
        isCancelled = isStale()
        return !isCancelled
      }, by: { kept.files(of: $0) ?? reader.read($0) })
    guard !isCancelled else { return nil }
    result.finish(after: old)
    return result
  }

  /// Everything read at once.
  public func readAll() -> Holdings {
    var holdings = Holdings()
    read {
      holdings.add($0); return true
    }
    return holdings
  }

  /// What is not as it was when files were read: `stamps` are those of `ReadFile.origin`. Looks at the folders anew,
  /// reads no file.
  public func changes(since stamps: [String: FileStamp]) -> FileChanges {
    var changes = FileChanges()
    var walk = FolderWalk(paths)
    var seen: Set<String> = []
    while let item = walk.next() {
      guard case .file(let path, let stamp, _) = item else { continue }
      seen.insert(path)
      if let before = stamps[path] {
        if before != stamp { changes.changed.append(path) }
      } else {
        changes.new.append(path)
      }
    }
    changes.vanished = stamps.keys.filter { !seen.contains($0) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return changes
  }

  private var isOneFile: Bool {
    guard paths.count == 1, let kind = try? FileSystem.inspect(paths[0]).kind else { return paths == ["-"] }
    return kind != .folder
  }

  private func read(
    _ receive: (ReadFile) -> Bool, by read: @escaping @Sendable (FolderWalk.Item) -> [ReadFile]
  ) {
    let workers = min(FileSystem.processors, Self.mostWorkers)
    guard workers > 1, !isOneFile else {
      var walk = FolderWalk(paths)
      while let item = walk.next() {
        for file in read(item) where !receive(file) { return }
      }
      return
    }
    ParallelReading(FolderWalk(paths), read).run(workers: workers, receive)
  }
}

/// Files that are not as they were.
public struct FileChanges: Sendable, Hashable {
  /// Paths of files of another size, time or inode.
  public var changed: [String] = []
  /// Paths that were not there.
  public var new: [String] = []
  /// Paths that are no longer there.
  public var vanished: [String] = []

  /// How many they are.
  public var count: Int { changed.count + new.count + vanished.count }
  /// Nothing changed.
  public var isEmpty: Bool { count == 0 }
}
