/// A corpus after changed files were read again.
public struct Rereading: Sendable {
  /// Everything, in the order in which a new reading gives it.
  public private(set) var holdings = Holdings()
  /// For each article where it stood before, if its file was not read again.
  public private(set) var sources: [Int?] = []
  /// How many files were read again or for the first time.
  public private(set) var filesRead = 0
  /// How many files that were there before are gone.
  public private(set) var filesVanished = 0

  /// For each article that was there before where it stands now, if its file was not read again.
  private var destinations: [Int?] = []
  /// Where the articles of files that were read again stand.
  private var readAgain: [String: Range<Int>] = [:]

  init() {}

  mutating func add(_ file: ReadFile) {
    let first = holdings.articles.count
    holdings.add(file)
    if let source = file.source {
      sources += source.map(Optional.some)
    } else {
      sources += file.articles.map { _ in nil }
      readAgain[file.file] = first..<holdings.articles.count
      if file.stamp != nil { filesRead += 1 }
    }
  }

  /// To be called after the last file, with what was there before.
  mutating func finish(after old: Holdings) {
    let origins = Set(holdings.files.map(\.origin))
    filesVanished = Set(old.files.map(\.origin)).count { !origins.contains($0) }
    destinations = Array(repeating: nil, count: old.articles.count)
    for (index, source) in sources.enumerated() { if let source { destinations[source] = index } }
  }

  /// Where an article stands that stood at `index`. In a file that was read again it is the one with the same text,
  /// else the one with the same headline, else the one on the same line. Nil if there is none.
  public func place(of article: Article, at index: Int) -> Int? {
    if let place = destinations[index] { return place }
    guard let places = readAgain[article.file] else { return nil }
    func first(_ isIt: (Article) -> Bool) -> Int? { places.first { isIt(holdings.articles[$0]) } }
    return first { $0.id == article.id }
      ?? first { $0.headline != nil && $0.headline == article.headline }
      ?? first {
        $0.lines.contains { range in article.lines.first.map { range.contains($0.lowerBound) } ?? false }
      }
      ?? places.last
  }
}

/// Files that need not be read again.
struct KeptFiles: Sendable {
  private let holdings: Holdings
  /// Where the files that came from one on the disk stand among all.
  private let places: [String: Range<Int>]

  init(_ holdings: Holdings) {
    self.holdings = holdings
    var places: [String: Range<Int>] = [:]
    for (index, file) in holdings.files.enumerated() {
      places[file.origin] = (places[file.origin]?.lowerBound ?? index)..<(index + 1)
    }
    self.places = places
  }

  /// What was read of a file that is as it was; nil if it is to be read. One that the system refused is.
  func files(of item: FolderWalk.Item) -> [ReadFile]? {
    switch item {
    case .problem: return nil
    case .standardInput: return files(from: "-")
    case .file(let path, let stamp, _):
      guard let files = files(from: path), files.allSatisfy({ $0.stamp == stamp && !$0.wasRefused }) else {
        return nil
      }
      return files
    }
  }

  private func files(from origin: String) -> [ReadFile]? {
    places[origin].map { holdings.files[$0].map(holdings.readFile) }
  }
}

extension ReadFile {
  fileprivate var wasRefused: Bool {
    problems.contains { problem in
      switch problem.reason {
      case .unreadable, .notFound, .notAFile: true
      default: false
      }
    }
  }
}
