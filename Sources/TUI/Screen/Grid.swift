/// A graphic drawn by the terminal's own set: lines, and the blocks of bars. One column wide everywhere.
public enum Glyph: Hashable, Sendable {
  case vertical, horizontal, block

  /// What stands for it in literal screens.
  var standIn: Character {
    switch self {
    case .vertical: "|"
    case .horizontal: "-"
    case .block: "#"
    }
  }
}

/// One place of the screen.
public struct Cell: Hashable, Sendable {
  /// What a cell shows.
  public enum Content: Hashable, Sendable {
    /// A character one column wide, or the left half of one two columns wide.
    case character(Character)
    /// The right half of the wide character in the cell before.
    case wideTail
    /// A graphic of the terminal's own.
    case glyph(Glyph)
  }

  /// What it shows.
  public var content: Content
  /// How it is meant.
  public var style: Style

  /// An empty cell.
  static let blank = Cell(content: .character(" "), style: .text)
}

/// A whole screen of styled cells. A wide character owns the cell after it; overwriting either half blanks the
/// other; a wide character never hangs over an edge. No control character gets in.
public struct Grid: Sendable {
  /// How large it is.
  public let size: Size
  /// Where the terminal's cursor stands, or nil where it is hidden.
  public var cursor: Point?
  /// The widths of its characters.
  let width: CellWidth
  private var cells: [Cell]

  /// A blank screen on which characters have the widths of `width`.
  public init(size: Size, width: CellWidth) {
    self.size = size
    self.width = width
    cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
  }

  /// The cell in `column` of `row`, both from 0 and inside the screen.
  public subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// Puts text into one row of `area`, cut at its right edge, and gives the column after it.
  @discardableResult
  mutating func put(
    _ text: some StringProtocol, _ style: Style, at column: Int = 0, row: Int = 0, in area: Rect
  )
    -> Int
  {
    put(text, at: column, row: row, in: area) { _ in style }
  }

  /// The same with a style for each character, chosen by its offset in Unicode scalars. `column` and `row` count
  /// from the area's own corner, and so does the column given back.
  @discardableResult
  mutating func put(
    _ text: some StringProtocol, at column: Int = 0, row: Int = 0, in area: Rect, style: (Int) -> Style
  ) -> Int {
    guard let area = clipped(area.line(row)) else { return column }
    var at = area.column + column
    var offset = 0
    for character in text {
      let shown = Self.admitted(character)
      let columns = width.columns(of: shown)
      if columns > 0 {
        if at + columns > area.end { blank(from: at, to: area.end, row: area.row, style(offset)); break }
        if at >= area.column { set(shown, wide: columns > 1, column: at, row: area.row, style(offset)) }
        at += columns
      }
      offset += character.unicodeScalars.count
    }
    return min(at, area.end) - area.column
  }

  /// Puts a graphic into every cell of `area`.
  mutating func fill(_ glyph: Glyph, _ style: Style, _ area: Rect) {
    guard let area = clipped(area) else { return }
    for row in area.row..<area.bottom {
      for column in area.column..<area.end {
        release(column, row)
        cells[row * size.columns + column] = Cell(content: .glyph(glyph), style: style)
      }
    }
  }

  /// Blanks every cell of `area` in a style.
  mutating func clear(_ area: Rect, _ style: Style = .text) {
    guard let area = clipped(area) else { return }
    for row in area.row..<area.bottom { blank(from: area.column, to: area.end, row: row, style) }
  }

  /// Marks every cell of `area` as selected, whatever it shows. Both halves of a wide character count as one.
  mutating func select(_ area: Rect, _ selection: Style.Selection) {
    guard let area = clipped(area) else { return }
    for row in area.row..<area.bottom {
      for column in area.column..<area.end { cells[row * size.columns + column].style.selection = selection }
    }
  }

  /// The text of each row, wide characters once, graphics as ASCII, blanks at the end left out.
  public var rows: [String] {
    (0..<size.rows).map { row in
      var text = ""
      for column in 0..<size.columns {
        switch self[column, row].content {
        case .character(let character): text.append(character)
        case .glyph(let glyph): text.append(glyph.standIn)
        case .wideTail: break
        }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The cells of a row.
  func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// True where a row shows the same as in another screen of the same size.
  func hasSameRow(_ row: Int, as other: Grid) -> Bool { self.row(row) == other.row(row) }

  private func clipped(_ area: Rect) -> Rect? {
    let left = max(0, area.column)
    let top = max(0, area.row)
    let right = min(size.columns, area.end)
    let bottom = min(size.rows, area.bottom)
    return left < right && top < bottom
      ? Rect(column: left, row: top, columns: right - left, rows: bottom - top) : nil
  }

  private mutating func set(_ character: Character, wide: Bool, column: Int, row: Int, _ style: Style) {
    let index = row * size.columns + column
    release(column, row)
    cells[index] = Cell(content: .character(character), style: style)
    guard wide else { return }
    release(column + 1, row)
    cells[index + 1] = Cell(content: .wideTail, style: style)
  }

  private mutating func blank(from start: Int, to end: Int, row: Int, _ style: Style) {
    for column in max(0, start)..<max(0, start, end) {
      release(column, row)
      cells[row * size.columns + column] = Cell(content: .character(" "), style: style)
    }
  }

  /// Blanks the other half of a wide character of which one cell is about to be overwritten.
  private mutating func release(_ column: Int, _ row: Int) {
    let index = row * size.columns + column
    if cells[index].content == .wideTail {
      cells[index - 1].content = .character(" ")
    } else if column + 1 < size.columns, cells[index + 1].content == .wideTail {
      cells[index + 1].content = .character(" ")
    }
  }

  /// The last door: what may not reach a terminal is replaced here, whoever forgot it before.
  private static func admitted(_ character: Character) -> Character {
    let first = character.unicodeScalars.first ?? " "
    if (0x20..<0x7F).contains(first.value) || (0x4E00...0x9FFF).contains(first.value) {
      if character.utf8.count <= 3, character.unicodeScalars.count == 1 { return character }
    }
    return character.unicodeScalars.allSatisfy(isHarmless) ? character : Character(substituteMark)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    case .format: scalar == "\u{200D}" || (0xE0020...0xE007F).contains(scalar.value)
    default: true
    }
  }
}
