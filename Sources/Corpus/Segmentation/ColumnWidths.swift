/// The usual width of running text around each line, in columns without spaces: the upper median of the nearest
/// lines that have a sentence's punctuation in them, before and after apart, since columns change.
struct ColumnWidths {
  private static let window = 7
  private let cells: [Int]
  private let marked: [Int]
  /// For each line, and behind the last, how many marked lines stand before it.
  private let places: [Int]
  /// The usual width of the marked lines that stand before each place among them, and before the end.
  private let usuals: [Int]

  init(_ lines: [Line]) {
    var cells: [Int] = []
    var marked: [Int] = []
    cells.reserveCapacity(lines.count)
    marked.reserveCapacity(lines.count)
    for index in lines.indices {
      cells.append(lines[index].cells)
      if lines[index].census.hasPunctuation { marked.append(index) }
    }
    if marked.isEmpty { marked = Array(lines.indices) }
    var places: [Int] = []
    places.reserveCapacity(lines.count + 1)
    for place in marked.indices {
      while places.count <= marked[place] { places.append(place) }
    }
    while places.count <= lines.count { places.append(marked.count) }
    var nearest = Window()
    usuals = (0...marked.count).map { end in
      if end > Self.window { nearest.remove(cells[marked[end - Self.window - 1]]) }
      if end > 0 { nearest.add(cells[marked[end - 1]]) }
      return nearest.usual
    }
    self.cells = cells
    self.marked = marked
    self.places = places
  }

  /// Before line `index`.
  func before(_ index: Int) -> Int {
    let place = places[index]
    return place > 0 ? usuals[place] : after(index)
  }

  /// After line `index`.
  func after(_ index: Int) -> Int {
    let place = places[index + 1]
    if place + Self.window <= marked.count { return usuals[place + Self.window] }
    if place < marked.count { return Self.usual(marked[place...], cells) }
    return place > 0 ? usuals[place] : cells[index]
  }

  private static func usual(_ lines: ArraySlice<Int>, _ cells: [Int]) -> Int {
    var some = Window()
    for line in lines { some.add(cells[line]) }
    return some.usual
  }

  /// The widths of a few lines, in order.
  private struct Window {
    private var widths = InlineArray<7, Int>(repeating: 0)
    private var count = 0

    /// Their upper median; 0 of none.
    var usual: Int { count > 0 ? widths[count / 2] : 0 }

    mutating func add(_ width: Int) {
      var at = count
      while at > 0, widths[at - 1] > width {
        widths[at] = widths[at - 1]
        at -= 1
      }
      widths[at] = width
      count += 1
    }

    mutating func remove(_ width: Int) {
      guard count > 0 else { return }
      var at = 0
      while at < count - 1, widths[at] != width { at += 1 }
      while at < count - 1 {
        widths[at] = widths[at + 1]
        at += 1
      }
      count -= 1
    }
  }
}
