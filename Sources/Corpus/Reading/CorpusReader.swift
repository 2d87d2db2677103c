/// What one file gave.
public struct ReadFile: Sendable {
  /// The file's path as found.
  public var file: String
  /// Its raw page, if it is a page dump.
  public var page: Page?
  /// The articles found in it, in page order.
  public var articles: [Article]
  /// What is wrong with it.
  public var problems: [Problem]

  /// The outcome of reading `file`.
  public init(file: String, page: Page? = nil, articles: [Article] = [], problems: [Problem] = []) {
    self.file = file
    self.page = page
    self.articles = articles
    self.problems = problems
  }
}

/// Reads files and folders of page dumps.
public struct CorpusReader: Sendable {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 64 << 20
  /// File name endings that are read inside folders; a file that is named itself is read whatever its ending.
  public static let endings: Set<String> = ["txt", "md", "markdown", "text"]

  private let paths: [String]

  /// A reader of files, and of folders with all that is below them.
  public init(paths: [String]) {
    self.paths = paths
  }

  /// Reads everything, in a stable order (paths as given, names in a folder by their bytes), and hands each
  /// file over as soon as it is read. Stops early when `receive` returns false.
  public func read(_ receive: (ReadFile) -> Bool) {
    var visited: Set<FileSystem.Identity> = []
    for path in paths where !visit(path, named: true, &visited, receive) { return }
  }

  /// Everything read at once.
  public func readAll() -> Holdings {
    var holdings = Holdings()
    read {
      holdings.add($0); return true
    }
    return holdings
  }

  private func visit(
    _ path: String, named: Bool, _ visited: inout Set<FileSystem.Identity>, _ receive: (ReadFile) -> Bool
  ) -> Bool {
    do throws(FileSystem.Failure) {
      let (kind, identity) = try FileSystem.inspect(path)
      switch kind {
      case .folder:
        guard visited.insert(identity).inserted else { return true }
        let names = try FileSystem.names(in: path)
        for name in names where !name.hasPrefix(".") {
          guard visit(join(path, name), named: false, &visited, receive) else { return false }
        }
        return true
      case .file(let size):
        guard named || Self.endings.contains(ending(of: path)) else { return true }
        guard visited.insert(identity).inserted else { return true }
        return receive(Self.readFile(path, size: size))
      case .other:
        return !named || receive(ReadFile(file: path, problems: [Problem(file: path, reason: .notAFile)]))
      }
    } catch {
      return receive(ReadFile(file: path, problems: [Problem(file: path, reason: error.reason)]))
    }
  }

  private static func readFile(_ path: String, size: Int) -> ReadFile {
    guard size <= sizeLimit else {
      return ReadFile(file: path, problems: [Problem(file: path, reason: .tooLarge(limit: sizeLimit))])
    }
    do throws(FileSystem.Failure) {
      return decode(try FileSystem.contents(of: path), of: path)
    } catch {
      return ReadFile(file: path, problems: [Problem(file: path, reason: error.reason)])
    }
  }

  /// Decodes a page dump and finds its articles.
  static func decode(_ bytes: [UInt8], of path: String) -> ReadFile {
    switch Decoding.text(of: bytes) {
    case .failure(let problem):
      return ReadFile(file: path, problems: [Problem(file: path, reason: problem)])
    case .success(let decoded):
      let page = Page(file: path, text: decoded.text)
      let problems = decoded.problem.map { [Problem(file: path, reason: $0)] } ?? []
      return ReadFile(file: path, page: page, articles: PageReader.articles(of: page), problems: problems)
    }
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

extension FileSystem.Failure {
  /// The problem that a person reads.
  var reason: Problem.Reason { code == 2 /* ENOENT */ ? .notFound : .unreadable(message) }
}
