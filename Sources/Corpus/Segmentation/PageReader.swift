/// Raw page to articles.
public enum PageReader {
  /// The articles of a page. Every non-blank raw line is in exactly one of them.
  public static func articles(of page: Page) -> [Article] {
    let lines = page.lines.indices.filter { page.lines[$0].contains { !$0.isWhitespace } }
    guard let first = lines.first, let last = lines.last else { return [] }
    let paragraphs = lines.map { Paragraph(text: page.lines[$0], lines: [$0 + 1...$0 + 1]) }
    return [
      Article(
        id: "0", file: page.file, kind: .news, lines: [first + 1...last + 1], paragraphs: paragraphs)
    ]
  }
}
