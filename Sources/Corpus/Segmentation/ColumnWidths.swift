/// The usual width of running text around each line, in columns without spaces: the upper median of the nearest
/// lines that have a sentence's punctuation in them, before and after apart, since columns change.
struct ColumnWidths {
  private static let window = 7
  private let cells: [Int]
  private let marked: [Int]

  init(_ lines: [Line]) {
    cells = lines.map(\.cells)
    let running = lines.indices.filter { lines[$0].squeezed.contains(where: \.marksSentence) }
    marked = running.isEmpty ? Array(lines.indices) : running
  }

  /// Before line `index`.
  func before(_ index: Int) -> Int {
    let end = position(of: index)
    return usual(marked[max(0, end - Self.window)..<end]) ?? after(index)
  }

  /// After line `index`.
  func after(_ index: Int) -> Int {
    let start = position(of: index + 1)
    return usual(marked[start..<min(marked.count, start + Self.window)])
      ?? usual(marked[max(0, start - Self.window)..<start]) ?? cells[index]
  }

  private func usual(_ lines: ArraySlice<Int>) -> Int? {
    guard !lines.isEmpty else { return nil }
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

  /// The place of the first marked line at or behind `index`.
  private func position(of index: Int) -> Int {
    var low = 0
    var high = marked.count
    while low < high {
      let middle = (low + high) / 2
      if marked[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
