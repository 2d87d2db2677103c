/// The raw lines of a page: strings, or a file's text and where its lines stand in it, which costs less than strings of
/// their own.
enum RawLines: Sendable {
  case strings([String])
  /// The text, and ranges of the bytes of its UTF-8.
  case ranges(String, ArraySlice<Range<Int>>)

  /// How many there are.
  var count: Int {
    switch self {
    case .strings(let lines): lines.count
    case .ranges(_, let ranges): ranges.count
    }
  }

  /// Some of them, counted from 0.
  subscript(range: Range<Int>) -> RawLines {
    switch self {
    case .strings(let lines): .strings(Array(lines[range]))
    case .ranges(let text, let ranges):
      .ranges(text, ranges[ranges.startIndex + range.lowerBound..<ranges.startIndex + range.upperBound])
    }
  }

  /// Each as a string.
  var strings: [String] {
    if case .strings(let lines) = self { return lines }
    var lines: [String] = []
    lines.reserveCapacity(count)
    forEach { lines.append($0.isEmpty ? "" : String(wellFormed: $0)) }
    return lines
  }

  /// Calls `body` with the UTF-8 of each.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    switch self {
    case .strings(let lines):
      for line in lines { Self.withBytes(of: line, body) }
    case .ranges(let text, let ranges):
      Self.withBytes(of: text) { bytes in
        for range in ranges { body(UnsafeBufferPointer(rebasing: bytes[range])) }
      }
    }
  }

  private static func withBytes(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { body($0) }
  }
}
