/// What one file gave.
public struct ReadFile: Sendable {
  /// The file's path as found; `archive.zip/name` for a member of an archive, `-` for standard input.
  public var file: String
  /// Its raw page, if it is text.
  public var page: Page?
  /// The articles found in it, in page order.
  public var articles: [Article]
  /// What is wrong with it.
  public var problems: [Problem]
  /// How its text was encoded, if it is text.
  public var encoding: TextEncoding?
  /// The file on the disk: `file`, but for a member of an archive the archive.
  public var origin: String
  /// What `origin` was like when it was read; nil for standard input and what could not be looked at.
  public var stamp: FileStamp?
  /// Bytes of text read, expanded where it was compressed.
  public var size = 0
  /// Where its articles stand in the holdings that it was taken from instead of being read again.
  var source: Range<Int>?

  /// The outcome of reading `file`.
  public init(file: String, page: Page? = nil, articles: [Article] = [], problems: [Problem] = []) {
    self.file = file
    self.page = page
    self.articles = articles
    self.problems = problems
    origin = file
  }
}
