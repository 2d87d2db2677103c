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
  /// What could not be read.
  public private(set) var problems: [Problem] = []
  /// Every file, in the order in which they were read.
  private(set) var files: [HeldFile] = []
  /// The raw pages by file, with their articles' places in `articles`.
  private var pages: [String: (page: PackedPage, articles: Range<Int>)] = [:]

  /// Nothing read yet.
  public init() {}

  /// How many files were read.
  public var fileCount: Int { files.count }

  /// Appends what one file gave.
  public mutating func add(_ file: ReadFile) {
    let file = file.packed()
    let first = articles.count
    files.append(
      HeldFile(
        file: file.file, origin: file.origin, stamp: file.stamp, encoding: file.encoding, size: file.size,
        articles: first..<(first + file.articles.count),
        problems: problems.count..<(problems.count + file.problems.count)))
    articles += file.articles
    if let page = file.packedPage { pages[file.file] = (page, first..<articles.count) }
    problems += file.problems
  }

  /// What the files on the disk were like when they were read, by their paths.
  public var stamps: [String: FileStamp] {
    files.reduce(into: [:]) { stamps, file in stamps[file.origin] = file.stamp }
  }

  /// The file as it was read.
  func readFile(_ held: HeldFile) -> ReadFile {
    var file = ReadFile(
      file: held.file, articles: Array(articles[held.articles]), problems: Array(problems[held.problems]))
    file.packedPage = pages[held.file]?.page
    (file.origin, file.stamp, file.encoding, file.size) = (held.origin, held.stamp, held.encoding, held.size)
    file.source = held.articles
    return file
  }

  /// The raw page of a file; nil where it has none.
  public func page(of file: String) -> Page? {
    pages[file].map { Page(file: file, lines: $0.page.lines(with: articles[$0.articles])) }
  }

  /// A raw line, by its number from 1; nil where there is none.
  public func line(_ number: Int, of file: String) -> String? {
    pages[file].flatMap { $0.page.line(at: number - 1, with: articles[$0.articles]) }
  }
}
