/// The raw lines of a file, and where its pages begin. A form feed separates pages: at the beginning or the end of a
/// line it is no text of that line and adds none; inside a line it ends the line. Line numbers go on through the file.
struct Sheets: Equatable {
  private let text: String
  /// Where all raw lines stand in the text's UTF-8, without form feeds.
  private let ranges: [Range<Int>]
  /// Indices of the first lines of pages; the first is 0.
  let starts: [Int]

  /// Splits text at LF, CR LF, CR and form feeds.
  init(_ text: String) {
    var text = text
    (ranges, starts) = text.withUTF8 { Self.split($0) }
    self.text = text
  }

  /// All raw lines.
  var raw: RawLines { .ranges(text, ranges[...]) }

  /// The same, each as a string.
  var lines: [String] { raw.strings }

  /// The first line longer than so many bytes, from 0.
  func firstLine(longerThan limit: Int) -> Int? { ranges.firstIndex { $0.count > limit } }

  /// Where the lines stand, and the lines with which pages begin.
  private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> (lines: [Range<Int>], starts: [Int]) {
    var lines: [Range<Int>] = []
    lines.reserveCapacity(min(bytes.count / 40, 4096))
    var starts = [0]
    var start = 0
    var at = 0
    while at < bytes.count {
      at += textLength(bytes, at)
      guard at < bytes.count else { break }
      switch bytes[at] {
      case 10, 13:
        lines.append(start..<at)
        at += lineEnd(bytes, at)
        start = at
      case 12:
        if !isBlank(bytes[start..<at]) {
          lines.append(start..<at)
          at += 1
          at += lineEnd(bytes, at)
        } else {
          at += 1
        }
        start = at
        if starts.last != lines.count { starts.append(lines.count) }
      default: at += 1
      }
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    if starts.count > 1, starts.last == lines.count { starts.removeLast() }
    return (lines, starts)
  }

  /// How many bytes from `start` on are above 13. Eight are looked at together: the first that is less borrows from its
  /// highest bit.
  private static func textLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let small = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
      if small != 0 { return at + small.trailingZeroBitCount / 8 - start }
      at += 8
    }
    while at < bytes.count, bytes[at] > 13 { at += 1 }
    return at - start
  }

  /// The lines of each page, as indices of `lines`.
  var pages: [Range<Int>] {
    starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : lines.count) }
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at < bytes.count else { return 0 }
    if bytes[at] == 13 { return at + 1 < bytes.count && bytes[at + 1] == 10 ? 2 : 1 }
    return bytes[at] == 10 ? 1 : 0
  }

  private static func isBlank(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.allSatisfy { $0 <= 0x20 }
  }
}

extension Article {
  /// With all line numbers moved by `count` lines.
  func shifted(by count: Int) -> Article {
    guard count != 0 else { return self }
    func moved(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
      ranges.map { ($0.lowerBound + count)...($0.upperBound + count) }
    }
    var article = self
    article.lines = moved(lines)
    article.headlineLines = moved(headlineLines)
    article.evidence = evidence.mapValues {
      $0.map { Evidence(line: $0.line.map { $0 + count }, text: $0.text) }
    }
    article.paragraphs = paragraphs.map { paragraph in
      var paragraph = paragraph
      paragraph.lines = moved(paragraph.lines)
      paragraph.seams = paragraph.seams.map {
        Seam(offset: $0.offset, after: $0.after + count, before: $0.before + count, isLossy: $0.isLossy)
      }
      return paragraph
    }
    return article
  }
}
