/// Raw lines of text in UTF-8 by byte offset: which line an offset is on.
struct LineIndex {
  private var starts: [Int]

  /// The lines of a text; LF, CR LF and CR end a line.
  init(_ bytes: [UInt8]) {
    starts = [0]
    for at in bytes.indices
    where bytes[at] == 10 || (bytes[at] == 13 && (at + 1 == bytes.count || bytes[at + 1] != 10)) {
      starts.append(at + 1)
    }
  }

  /// The line of a byte offset, from 1.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The column of a byte offset in its line: characters (scalars) from 1.
  func column(at offset: Int, in bytes: [UInt8]) -> Int {
    let start = starts[line(at: offset) - 1]
    return 1 + bytes[start..<max(start, min(offset, bytes.count))].count { $0 & 0xC0 != 0x80 }
  }
}
