/// A raw page in little memory: where its lines say what its articles say, only the places there are kept.
///
/// Lines are packed in blocks, each of which can be read alone. A line is its length in bytes and steps: some bytes of
/// its own, then some of a text that the bodies of the block's articles make one after the other, usually from where
/// the step before ended. It can be read as long as these bodies are as they were.
struct PackedPage: Sendable {
  /// About how many bytes of text are a block.
  private static let blockSize = 1 << 15

  private struct Block {
    /// Its first line, from 0.
    var line: Int
    /// Where it begins in `bytes`.
    var start = 0
    /// Articles of the page that stand in it.
    var articles = 0..<0
  }

  /// The number of lines.
  let count: Int
  private let bytes: [UInt8]
  private let blocks: [Block]

  /// Packs lines of which the articles were made.
  init(_ lines: [String], articles: [Article]) {
    count = lines.count
    var blocks = Self.blocks(of: lines)
    Self.place(articles, on: &blocks)
    var packer = LinePacker()
    for index in blocks.indices {
      blocks[index].start = packer.bytes.count
      let end = index + 1 < blocks.count ? blocks[index + 1].line : lines.count
      let text = Self.text(of: articles[blocks[index].articles])
      packer.pack(lines[blocks[index].line..<end], with: text)
    }
    bytes = packer.bytes.fitted
    self.blocks = blocks
  }

  /// Memory taken, in bytes.
  var footprint: Int { bytes.count + blocks.count * MemoryLayout<Block>.stride }

  /// All lines, given the articles that the page was packed with.
  func lines(with articles: ArraySlice<Article>) -> [String] {
    blocks.indices.flatMap { lines(ofBlock: $0, with: articles) }
  }

  /// The line at an index from 0, given these articles; nil where there is none.
  func line(at index: Int, with articles: ArraySlice<Article>) -> String? {
    guard (0..<count).contains(index), let block = blocks.lastIndex(where: { $0.line <= index }) else {
      return nil
    }
    return lines(ofBlock: block, with: articles)[index - blocks[block].line]
  }

  private func lines(ofBlock index: Int, with articles: ArraySlice<Article>) -> [String] {
    let block = blocks[index]
    let end = index + 1 < blocks.count ? blocks[index + 1].line : count
    let own = block.articles.clamped(to: 0..<articles.count)
    let range = own.lowerBound + articles.startIndex..<own.upperBound + articles.startIndex
    var unpacker = LineUnpacker(bytes, at: block.start, text: Self.text(of: articles[range]))
    return (block.line..<end).map { _ in unpacker.next() }
  }

  private static func blocks(of lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var size = blockSize
    for (index, line) in lines.enumerated() {
      if size >= blockSize {
        blocks.append(Block(line: index))
        size = 0
      }
      size += line.utf8.count
    }
    return blocks
  }

  private static func place(_ articles: [Article], on blocks: inout [Block]) {
    guard !blocks.isEmpty else { return }
    let starts = blocks.map(\.line)
    func block(ofLine number: Int) -> Int {
      max(0, starts.insertionIndex(of: number, in: starts.indices) - 1)
    }
    for (number, article) in articles.enumerated() {
      for lines in article.lines {
        for index in block(ofLine: lines.lowerBound)...block(ofLine: lines.upperBound) {
          let known = blocks[index].articles
          blocks[index].articles = known.isEmpty ? number..<number + 1 : known.lowerBound..<number + 1
        }
      }
    }
  }

  private static func text(of articles: ArraySlice<Article>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(articles.reduce(0) { $0 + $1.body.text.utf8.count })
    for article in articles { text += article.body.text.utf8 }
    return text
  }
}

/// Writes lines as steps.
private struct LinePacker {
  /// The fewest bytes that are worth a step, where it goes on and where it leads elsewhere.
  private static let shortest = (ahead: 4, elsewhere: 8)
  private static let mostSlots = 1 << 20

  private(set) var bytes: [UInt8] = []
  /// Places in the text, plus one, by what stands there.
  private var slots: [Int32] = []
  private var shift: UInt64 = 0
  /// Where the step before ended.
  private var ahead = 0

  mutating func pack(_ lines: ArraySlice<String>, with text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      note(text)
      ahead = 0
      for line in lines {
        var line = line
        line.withUTF8 { pack($0, with: text) }
      }
    }
  }

  private mutating func note(_ text: UnsafeBufferPointer<UInt8>) {
    let wanted = min(Self.mostSlots, max(16, text.count / 2))
    let bits = UInt64(UInt64.bitWidth - wanted.leadingZeroBitCount)
    shift = 64 - bits
    slots = [Int32](repeating: 0, count: 1 << Int(bits))
    for at in 0..<max(0, text.count - Self.shortest.elsewhere + 1) where text[at] & 0xC0 != 0x80 {
      slots[slot(of: text, at)] = Int32(truncatingIfNeeded: at + 1)
    }
  }

  private func slot(of text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt64.self)
    return Int((word &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func pack(_ line: UnsafeBufferPointer<UInt8>, with text: UnsafeBufferPointer<UInt8>) {
    bytes.append(number: line.count)
    var (own, at) = (0, 0)
    while at < line.count {
      guard let found = match(line, at, text) else { at += 1; continue }
      let goesOn = found.start == ahead
      bytes.append(number: (at - own) << 1 | (goesOn ? 1 : 0))
      bytes += line[own..<at]
      if !goesOn { bytes.append(signed: found.start - ahead) }
      bytes.append(number: found.count)
      at += found.count
      (own, ahead) = (at, found.start + found.count)
    }
    guard own < at else { return }
    bytes.append(number: (at - own) << 1)
    bytes += line[own..<at]
  }

  /// Where in the text a part of the line stands that begins at `at`.
  private func match(
    _ line: UnsafeBufferPointer<UInt8>, _ at: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, count: Int)? {
    let next = Self.common(line, at, text, ahead)
    if next >= min(Self.shortest.ahead, line.count - at) { return (ahead, next) }
    guard at + Self.shortest.elsewhere <= line.count else { return nil }
    let start = Int(slots[slot(of: line, at)]) - 1
    guard start >= 0 else { return nil }
    let count = Self.common(line, at, text, start)
    return count >= Self.shortest.elsewhere ? (start, count) : nil
  }

  private static func common(
    _ line: UnsafeBufferPointer<UInt8>, _ at: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    let most = min(line.count - at, text.count - start)
    var count = 0
    while count < most, line[at + count] == text[start + count] { count += 1 }
    return count
  }
}

/// Reads lines that `LinePacker` wrote.
private struct LineUnpacker {
  private var reader: NumberReader
  private let text: [UInt8]
  private var ahead = 0

  init(_ bytes: [UInt8], at start: Int, text: [UInt8]) {
    reader = NumberReader(bytes, at: start)
    self.text = text
  }

  mutating func next() -> String {
    let length = reader.next()
    var line: [UInt8] = []
    while line.count < length, !reader.isAtEnd {
      let step = reader.next()
      line += reader.next(bytes: step >> 1)
      guard line.count < length else { break }
      let start = step & 1 == 1 ? ahead : ahead + reader.nextSigned()
      let count = reader.next()
      line += text[min(max(0, start), text.count)..<min(max(0, start + count), text.count)]
      ahead = start + count
    }
    return String(decoding: line, as: UTF8.self)
  }
}
