/// A document in newspaper columns: pages of so many rows, the head across all columns of the first one, the last one
/// filled evenly. Pages turn as a whole.
struct Spread: Hashable, Sendable {
  /// The fewest lines that a column has; shorter texts are set in fewer columns.
  static let fewestLines = 6

  /// How many lines the document has, and how many of them stand across all columns.
  var lines: Int
  var head: Int
  /// How many columns of text stand side by side.
  var columns: Int
  /// How many rows a page has.
  var rows: Int

  /// A line's place on a page.
  struct Slot: Hashable, Sendable {
    var line: Int
    var column: Int
    var row: Int
  }

  init(_ document: Document, rows: Int) {
    self.init(lines: document.lines.count, head: document.head, columns: document.columnCount, rows: rows)
  }

  /// A head that leaves too little of the page stands in the first column with the rest; where a document is set for
  /// that page, it has one column then.
  init(lines: Int, head: Int, columns: Int, rows: Int) {
    self.lines = lines
    self.head = columns > 1 && rows - head >= Self.fewestLines ? head : 0
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  private var firstPage: Int { head + (rows - head) * columns }
  private var page: Int { rows * columns }

  /// How many pages there are; 1 for an empty document.
  var pages: Int { lines <= firstPage ? 1 : 1 + (lines - firstPage + page - 1) / page }

  /// The page that shows a line.
  func page(ofLine line: Int) -> Int { line < firstPage ? 0 : min(pages - 1, 1 + (line - firstPage) / page) }

  /// The lines of a page.
  func lines(ofPage index: Int) -> Range<Int> {
    guard index > 0 else { return 0..<min(lines, firstPage) }
    let start = min(lines, firstPage + (index - 1) * page)
    return start..<min(lines, start + page)
  }

  /// Where the lines of a page stand; the columns of the last page are equally long.
  func slots(ofPage index: Int) -> [Slot] {
    let range = lines(ofPage: index)
    let across = index == 0 ? min(head, range.count) : 0
    let rest = range.count - across
    let height = index == pages - 1 ? max(1, (rest + columns - 1) / columns) : rows - across
    return range.enumerated().map { offset, line in
      guard offset >= across else { return Slot(line: line, column: 0, row: offset) }
      let (column, row) = (offset - across).quotientAndRemainder(dividingBy: height)
      return Slot(line: line, column: column, row: across + row)
    }
  }
}
