/// How large a screen or a part of it is, in terminal columns and rows.
public struct Size: Hashable, Sendable {
  /// The number of columns.
  public var columns: Int
  /// The number of rows.
  public var rows: Int

  /// So many columns and rows.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place on the screen, from 0.
public struct Point: Hashable, Sendable {
  /// The column, from 0 at the left.
  public var column: Int
  /// The row, from 0 at the top.
  public var row: Int

  /// The place in column `column` of row `row`.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A part of the screen, in columns and rows. It may be empty, but never negative.
public struct Rect: Hashable, Sendable {
  /// The column of the left edge.
  public var column: Int
  /// The row of the upper edge.
  public var row: Int
  /// How many columns it has.
  public var columns: Int
  /// How many rows it has.
  public var rows: Int

  /// A rectangle; negative extents become 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The first column right of it.
  var end: Int { column + columns }
  /// The first row below it.
  var bottom: Int { row + rows }

  /// What is left after cutting away columns and rows at the edges.
  func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The row `index` (from 0) as a rectangle one row high; empty where there is no such row.
  func line(_ index: Int) -> Rect {
    Rect(column: column, row: row + index, columns: columns, rows: (0..<rows).contains(index) ? 1 : 0)
  }
}
