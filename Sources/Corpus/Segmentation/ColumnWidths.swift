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
    let cells = lines.map(\.cells)
    var marked = lines.indices.filter { lines[$0].census.hasPunctuation }
    if marked.isEmpty { marked = Array(lines.indices) }
    var places: [Int] = []
    places.reserveCapacity(lines.count + 1)
    for place in marked.indices {
      while places.count <= marked[place] { places.append(place) }
    }
    while places.count <= lines.count { places.append(marked.count) }
    usuals = (0...marked.count).map { end in
      Self.usual(marked[max(0, end - Self.window)..<end], cells)
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

  /// The upper median of the widths of such lines; 0 of none.
  private static func usual(_ lines: ArraySlice<Int>, _ cells: [Int]) -> Int {
    var sorted = InlineArray<7, Int>(repeating: 0)
    var count = 0
    for line in lines {
      var at = count
      while at > 0, sorted[at - 1] > cells[line] {
        sorted[at] = sorted[at - 1]
        at -= 1
      }
      sorted[at] = cells[line]
      count += 1
    }
    return sorted[count / 2]
  }
}
