/// A width or a position on the screen, in terminal columns; a wide character takes two.
public struct Columns: RawRepresentable, Hashable, Sendable {
  /// The number of columns.
  public var rawValue: Int

  /// So many columns.
  public init(rawValue: Int) { self.rawValue = rawValue }
}
