/// Reads what a walk found: bytes, expanded where they are compressed, to articles.
struct FileReader {
  /// Members of one archive.
  static let memberLimit = 200_000

  let text: TextReader

  init(options: ReadingOptions) { text = TextReader(options: options) }

  /// What one thing that was found gives: one file, or the members of an archive.
  func read(_ item: FolderWalk.Item) -> [ReadFile] {
    switch item {
    case .problem(let problem): return [ReadFile(file: problem.file, problems: [problem])]
    case .standardInput:
      return read("-", isNamed: true) { limit throws(FileSystem.Failure) in
        try FileSystem.standardInput(limit: limit)
      }
    case .file(let path, let stamp, let isNamed):
      return read(path, isNamed: isNamed) { limit throws(FileSystem.Failure) in
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
    _ file: String, isNamed: Bool, contents: (_ limit: Int) throws(FileSystem.Failure) -> [UInt8]
  ) -> [ReadFile] {
    let limit = Self.limit(of: file)
    do throws(FileSystem.Failure) {
      return read(try contents(limit), file, isNamed: isNamed)
    } catch {
      return [ReadFile(file: file, problems: [Problem(file: file, reason: error.reason(limit: limit))])]
    }
  }

  /// Pages are small; records, archives and what comes without a name may be more.
  private static func limit(of file: String) -> Int {
    let isRecords = FileFormat(ending: file).map { $0 != .page } ?? false
    let isLarge = isRecords || file == "-" || file.lowercased().hasSuffix(".zip")
    return isLarge ? CorpusReader.recordsLimit : CorpusReader.sizeLimit
  }

  /// Bytes of a file that may be compressed or an archive.
  func read(_ bytes: [UInt8], _ file: String, isNamed: Bool) -> [ReadFile] {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return members(bytes, file)
    }
    guard Expansion.isNeeded(for: bytes) else { return [plain(bytes, file, isNamed: isNamed)] }
    return [expanded(Expansion.of(bytes, limit: Self.limit(of: file)), file, isNamed: isNamed)]
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
    var left = CorpusReader.recordsLimit
    let wanted = archive.members.filter { Self.isRead($0.name) }
    for member in wanted.prefix(Self.memberLimit).sorted(by: {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }) {
      let contents = archive.contents(of: member, limit: min(left, Self.limit(of: member.name)))
      left -= contents.bytes.count
      results.append(expanded(contents, file + "/" + member.name, isNamed: false))
    }
    if results.isEmpty {
      results = [ReadFile(file: file, problems: [Problem(file: file, reason: .nothingToRead)])]
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
