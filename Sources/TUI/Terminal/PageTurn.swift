/// Where a new screen has nothing in common with the one before, blanking the rows first takes fewer bytes than
/// overwriting them: no row's end is to be erased, and no indent written. ncurses does not think of that.
enum PageTurn {
  /// About what blanking rows costs, in bytes.
  private static let price = 30
  /// About what the terminal's cursor costs to be moved: equal cells for fewer bytes are sent anew.
  private static let jump = 8

  /// What erasing a row's beginning or end costs; fewer blanks are written.
  private static let erasing = 4

  /// The rows, from 0, that are to be blanked before `new` is drawn over `old`; nil where that saves nothing.
  static func rows(from old: Grid, to new: Grid) -> Range<Int>? {
    guard old.size == new.size else { return nil }
    let best = bestRange((0..<new.size.rows).map { saving(Row(old, $0), Row(new, $0)) })
    guard best.saving > price, best.rows.count > 1 else { return nil }
    return best.saving - moved(best.rows, from: old, to: new) > price ? best.rows : nil
  }

  /// One row's cells.
  private struct Row {
    let cells: ArraySlice<Cell>
    /// The first cell that shows something, and the one after the last.
    let start: Int
    let end: Int

    init(_ grid: Grid, _ row: Int) {
      cells = grid.row(row)
      start = cells.firstIndex { $0 != .blank } ?? cells.endIndex
      end = cells.lastIndex { $0 != .blank }.map { $0 + 1 } ?? cells.startIndex
    }

    var bytes: Int { start < end ? PageTurn.bytes(cells[start..<end]) : 0 }
  }

  /// What a row costs less, in bytes, if it is blank when the new one is drawn.
  private static func saving(_ old: Row, _ new: Row) -> Int {
    guard old.cells != new.cells else { return -new.bytes }
    guard new.start < new.end else { return old.start < old.end ? jump : 0 }
    let after = min(erasing, max(0, old.end - new.end))
    let before = min(erasing, max(0, new.start - old.start))
    return after + before - common(old, new)
  }

  /// What cells cost that stand where they stood, so far as the cursor is moved over them.
  private static func common(_ old: Row, _ new: Row) -> Int {
    var sum = 0
    var run = jump
    for index in new.start..<new.end {
      if old.cells[index] == new.cells[index] {
        run += bytes(new.cells[index...index])
      } else {
        sum += max(0, run - jump)
        run = 0
      }
    }
    return sum + max(0, run - jump)
  }

  /// What rows cost that only moved: the terminal scrolls them.
  private static func moved(_ rows: Range<Int>, from old: Grid, to new: Grid) -> Int {
    let before = Set(rows.map { old.row($0) })
    return rows.reduce(0) { sum, row in
      before.contains(new.row(row)) ? sum + Row(new, row).bytes : sum
    }
  }

  private static func bytes(_ cells: ArraySlice<Cell>) -> Int {
    cells.reduce(0) { sum, cell in
      if case .character(let character) = cell.content { sum + character.utf8.count } else { sum }
    }
  }

  /// The neighbouring rows with the largest saving together.
  private static func bestRange(_ savings: [Int]) -> (rows: Range<Int>, saving: Int) {
    var best = (rows: 0..<0, saving: 0)
    var (start, sum) = (0, 0)
    for (row, saving) in savings.enumerated() {
      if sum <= 0 { (start, sum) = (row, 0) }
      sum += saving
      if sum > best.saving { best = (start..<row + 1, sum) }
    }
    return best
  }
}
