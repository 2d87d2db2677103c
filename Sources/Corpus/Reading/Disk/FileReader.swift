/// Reads what a walk found: bytes, expanded where they are compressed, to articles.
struct FileReader {
  /// All members of one archive together, in bytes.
  static let archiveLimit = 1 << 29
  /// Members of one archive.
  static let memberLimit = 200_000

  let text: TextReader

  init(options: ReadingOptions) { text = TextReader(options: options) }

  /// What one thing that was found gives: one file, or the members of an archive.
  func read(_ item: FolderWalk.Item) -> [ReadFile] {
    switch item {
    case .problem(let problem): return [ReadFile(file: problem.file, problems: [problem])]
    case .standardInput:
      return read("-", isNamed: true) { () throws(FileSystem.Failure) in
        try FileSystem.standardInput(limit: CorpusReader.sizeLimit)
      }
    case .file(let path, let stamp, let isNamed):
      let limit = path.lowercased().hasSuffix(".zip") ? Self.archiveLimit : CorpusReader.sizeLimit
      return read(path, isNamed: isNamed) { () throws(FileSystem.Failure) in
        try FileSystem.contents(of: path, limit: limit)
      }.map { file in
        var file = file
        file.origin = path
        file.stamp = stamp
        return file
      }
    }
  }

  private func read(
    _ file: String, isNamed: Bool, contents: () throws(FileSystem.Failure) -> [UInt8]
  ) -> [ReadFile] {
    do throws(FileSystem.Failure) {
      return read(try contents(), file, isNamed: isNamed)
    } catch {
      return [ReadFile(file: file, problems: [Problem(file: file, reason: error.reason)])]
    }
  }

  /// Bytes of a file that may be compressed or an archive.
  func read(_ bytes: [UInt8], _ file: String, isNamed: Bool) -> [ReadFile] {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return members(bytes, file)
    }
    guard Expansion.isNeeded(for: bytes) else { return [plain(bytes, file, isNamed: isNamed)] }
    return [expanded(Expansion.of(bytes, limit: CorpusReader.sizeLimit), file, isNamed: isNamed)]
  }

  private func plain(_ bytes: [UInt8], _ file: String, isNamed: Bool) -> ReadFile {
    var result = text.read(bytes, file: file, isNamed: isNamed)
    result.size = bytes.count
    return result
  }

  /// Text that stands before a fault is read all the same.
  private func expanded(_ expansion: Expansion, _ file: String, isNamed: Bool) -> ReadFile {
    guard let reason = expansion.problem else { return plain(expansion.bytes, file, isNamed: isNamed) }
    let problem = Problem(file: file, reason: reason)
    guard !expansion.bytes.isEmpty else { return ReadFile(file: file, problems: [problem]) }
    var result = plain(expansion.bytes, file, isNamed: isNamed)
    result.problems.insert(problem, at: 0)
    return result
  }

  private func members(_ bytes: [UInt8], _ file: String) -> [ReadFile] {
    guard let archive = ZipArchive(bytes) else {
      return [ReadFile(file: file, problems: [Problem(file: file, reason: .damaged(.broken))])]
    }
    var results: [ReadFile] = []
    var left = Self.archiveLimit
    let wanted = archive.members.filter { Self.isRead($0.name) }
    for member in wanted.prefix(Self.memberLimit).sorted(by: {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }) {
      let contents = archive.contents(of: member, limit: min(left, CorpusReader.sizeLimit))
      left -= contents.bytes.count
      results.append(expanded(contents, file + "/" + member.name, isNamed: false))
    }
    if results.isEmpty {
      results = [ReadFile(file: file, problems: [Problem(file: file, reason: .noArticles(count: 0))])]
    }
    return results
  }

  /// As in folders: known formats, nothing hidden; no archives in archives, no compressed files in them.
  private static func isRead(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    guard let last = parts.last, !name.hasSuffix("/"),
      parts.allSatisfy({ !$0.hasPrefix(".") && $0 != "__MACOSX" })
    else { return false }
    let ending = last.split(separator: ".").last?.lowercased() ?? ""
    return FileFormat(ending: last) != nil && !FileFormat.compressed.contains(ending)
  }
}
