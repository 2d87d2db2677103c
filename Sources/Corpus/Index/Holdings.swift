/// The corpus in memory: every article and raw page read so far, in reading order (馆藏).
public struct Holdings: Sendable {
  /// One file of it.
  struct HeldFile: Sendable {
    var file: String
    var origin: String
    var stamp: FileStamp?
    var encoding: TextEncoding?
    var size: Int
    /// Where its articles and problems stand among all.
    var articles: Range<Int>
    var problems: Range<Int>
  }

  /// All articles, in page order.
  public private(set) var articles: [Article] = []
  /// The raw pages by file.
  public private(set) var pages: [String: Page] = [:]
  /// What could not be read.
  public private(set) var problems: [Problem] = []
  /// Every file, in the order in which they were read.
  private(set) var files: [HeldFile] = []

  /// Nothing read yet.
  public init() {}

  /// How many files were read.
  public var fileCount: Int { files.count }

  /// Appends what one file gave.
  public mutating func add(_ file: ReadFile) {
    files.append(
      HeldFile(
        file: file.file, origin: file.origin, stamp: file.stamp, encoding: file.encoding, size: file.size,
        articles: articles.count..<(articles.count + file.articles.count),
        problems: problems.count..<(problems.count + file.problems.count)))
    articles += file.articles
    if let page = file.page { pages[page.file] = page }
    problems += file.problems
  }

  /// What the files on the disk were like when they were read, by their paths.
  public var stamps: [String: FileStamp] {
    files.reduce(into: [:]) { stamps, file in stamps[file.origin] = file.stamp }
  }

  /// The file as it was read.
  func readFile(_ held: HeldFile) -> ReadFile {
    var file = ReadFile(
      file: held.file, page: pages[held.file], articles: Array(articles[held.articles]),
      problems: Array(problems[held.problems]))
    (file.origin, file.stamp, file.encoding, file.size) = (held.origin, held.stamp, held.encoding, held.size)
    file.source = held.articles
    return file
  }
}
