/// The corpus in memory: every article and raw page read so far, in reading order (馆藏).
public struct Holdings: Sendable {
  /// All articles, in page order.
  public private(set) var articles: [Article] = []
  /// The raw pages by file.
  public private(set) var pages: [String: Page] = [:]
  /// What could not be read.
  public private(set) var problems: [Problem] = []

  /// Nothing read yet.
  public init() {}

  /// Appends what one file gave.
  public mutating func add(_ file: ReadFile) {
    articles += file.articles
    if let page = file.page { pages[page.file] = page }
    problems += file.problems
  }
}
