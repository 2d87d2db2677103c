/// What one file gave.
public struct ReadFile: Sendable {
  /// The file's path as found; `archive.zip/name` for a member of an archive, `-` for standard input.
  public var file: String
  /// Its raw page, if it is text and not packed.
  public var page: Page?
  /// The same in little memory, once it is packed.
  var packedPage: PackedPage?
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

  /// The same with its raw page packed: it takes less memory, and can be read as long as the articles' bodies stay
  /// as they are. Done where files are read, since it takes some time.
  public func packed() -> ReadFile {
    guard let page else { return self }
    var packed = self
    packed.packedPage = PackedPage(page.lines, articles: articles)
    packed.page = nil
    return packed
  }
}
