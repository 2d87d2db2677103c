/// The corpus in memory: every article and raw page read so far, in reading order (馆藏).
public struct Holdings: Sendable {
  /// All articles, in page order.
  public private(set) var articles: [Article] = []
  /// What could not be read.
  public private(set) var problems: [Problem] = []
  /// The raw pages by file, with their articles' places in `articles`.
  private var pages: [String: (page: PackedPage, articles: Range<Int>)] = [:]

  /// Nothing read yet.
  public init() {}

  /// Appends what one file gave.
  public mutating func add(_ file: ReadFile) {
    let file = file.packed()
    let first = articles.count
    articles += file.articles
    if let page = file.packedPage { pages[file.file] = (page, first..<articles.count) }
    problems += file.problems
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
