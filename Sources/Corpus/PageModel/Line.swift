/// A raw line that is not blank, with what its shape tells. An object, since many lists hold it.
final class Line: Sendable {
  /// The raw line, from 1.
  let number: Int
  /// The text without white space at its ends and without Markdown marks.
  let text: Scalars
  /// The text without any white space.
  let squeezed: Scalars
  /// The number of `#` of a Markdown heading, or 0.
  let heading: Int
  /// White space before the text, in columns.
  let indent: Int
  /// Blank raw lines directly before it.
  let blanksBefore: Int
  /// What its characters are.
  let census: LineCensus
  /// Spaces stand between single characters all along: `在 全 党 开 展`.
  let isSpacedOut: Bool
  /// Spaces between two Han phrases of three characters or more, as headlines have them.
  let phraseGaps: Int
  /// How the line ends.
  let ending: Ending
  /// Brackets and quotation marks opened in the line and not closed, and closed and not opened; nil where there are
  /// none, as is so of most lines.
  private let unmatched: Unmatched?

  /// Every bracket and quotation mark stands beside its other half.
  var isBalanced: Bool { unmatched == nil }
  /// Brackets and quotation marks opened in the line and not closed, and closed and not opened.
  var unbalanced: (open: Scalars, close: Scalars) { unmatched.map { ($0.open, $0.close) } ?? ([], []) }

  /// Characters without white space.
  var count: Int { squeezed.count }
  /// The width without white space, in columns.
  var cells: Int { census.cells }
  /// The width with white space, in columns.
  var spacedCells: Int { census.spacedCells }

  /// The non-blank lines of a page; the first of all its lines stands behind so many others.
  static func lines(of page: Page, after start: Int = 0) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(page.raw.count)
    var (number, blanks) = (start, 0)
    page.raw.forEach { raw in
      number += 1
      guard !raw.isEmpty, let content = LineContent(raw) else { blanks += 1; return }
      lines.append(Line(content, number: number, blanksBefore: blanks))
      blanks = 0
    }
    return lines
  }

  /// A raw line, or nil where it is blank.
  convenience init?(_ raw: String, number: Int, blanksBefore: Int = 0) {
    var raw = raw
    guard let content = raw.withUTF8({ LineContent($0) }) else { return nil }
    self.init(content, number: number, blanksBefore: blanksBefore)
  }

  private init(_ content: LineContent, number: Int, blanksBefore: Int) {
    self.number = number
    self.blanksBefore = blanksBefore
    heading = content.heading
    indent = content.indent
    text = content.text
    census = content.census
    if census.blanks == 0 {
      (squeezed, isSpacedOut, phraseGaps) = (text, false, 0)
    } else {
      (squeezed, isSpacedOut, phraseGaps) = Self.phrases(of: text)
    }
    ending = Self.ending(of: squeezed)
    unmatched = census.hasBrackets ? Unmatched(squeezed) : nil
  }

  /// Brackets without their other half.
  private final class Unmatched: Sendable {
    let open, close: Scalars

    /// Nil where a text has none.
    init?(_ text: Scalars) {
      (open, close) = Brackets.unbalanced(in: text)
      if open.isEmpty && close.isEmpty { return nil }
    }
  }

  /// A text without its white space, whether nearly all of the runs between, four or more, are single characters, and
  /// failing that, how many gaps stand between longer ones of Han characters.
  private static func phrases(of text: Scalars) -> (squeezed: Scalars, areSingle: Bool, gaps: Int) {
    withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: text.count) { squeezed in
      var (filled, runs, singles, gaps) = (0, 0, 0, 0)
      var left = 0
      text.forEachRun { run in
        let start = filled
        for at in run {
          squeezed.initializeElement(at: filled, to: text[at])
          filled &+= 1
        }
        runs += 1
        if run.count == 1 { singles += 1 }
        if left >= 3, run.count >= 3, squeezed[start - 1].isHan, squeezed[start].isHan { gaps += 1 }
        left = run.count
      }
      let areSingle = runs >= 4 && singles * 10 >= runs * 8
      return (Scalars(UnsafeBufferPointer(rebasing: squeezed[..<filled])), areSingle, areSingle ? 0 : gaps)
    }
  }
}

/// A raw line's text without what stands around it.
private struct LineContent {
  let heading: Int
  let indent: Int
  let text: Scalars
  let census: LineCensus

  /// Of a line's UTF-8; nil where it is blank.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let content = withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { scalars in
      var count = 0
      let census = LineCensus(decoding: bytes, to: scalars, &count)
      let line = UnsafeBufferPointer(rebasing: scalars[..<count])
      return census.hasMarkup ? LineContent(marked: line) : LineContent(line, census)
    }
    guard let content else { return nil }
    self = content
  }

  /// The same for a line in which tags and entities may stand.
  private init?(marked line: some Sequence<Unicode.Scalar>) {
    let plain = Markup.removed(from: Scalars(line))
    guard let content = plain.withUnsafeBufferPointer({ LineContent($0, LineCensus($0)) }) else { return nil }
    self = content
  }

  /// The same for a line whose characters are counted.
  private init?(_ line: UnsafeBufferPointer<Unicode.Scalar>, _ counted: LineCensus) {
    guard let first = line.firstIndex(where: { !$0.isBlank }),
      let last = line.lastIndex(where: { !$0.isBlank })
    else { return nil }
    var start = first
    while start < last, line[start] == "#" { start += 1 }
    let isHeading = (1...6).contains(start - first) && line[start] != "#"
    heading = isHeading ? start - first : 0
    start = isHeading ? line[start...].firstIndex { !$0.isBlank } ?? last : first
    indent = line[..<first].reduce(0) { $0 + $1.cells }
    text = Scalars(UnsafeBufferPointer(rebasing: line[start...last]))
    var census = isHeading ? LineCensus(text) : counted
    if !isHeading, last - start + 1 < line.count {
      for blank in line[..<first] { census.remove(blank: blank) }
      for blank in line[(last + 1)...] { census.remove(blank: blank) }
    }
    self.census = census
  }
}

/// What the characters of a line are, counted once.
struct LineCensus {
  /// White space.
  private(set) var blanks = 0
  /// The width without white space, in columns.
  private(set) var cells = 0
  /// The width of the white space.
  private var blankCells = 0
  /// The width with white space, in columns.
  var spacedCells: Int { cells + blankCells }
  /// Commas, and the marks 、 and 。.
  private(set) var commas = 0
  private(set) var pauses = 0
  private(set) var stops = 0
  /// Digits and hyphens.
  private(set) var figures = 0
  /// A sentence's punctuation stands in it.
  private(set) var hasPunctuation = false
  /// A bracket or a quotation mark stands in it.
  private(set) var hasBrackets = false

  /// A tag, an entity or Markdown marks around words may stand in it.
  private(set) var hasMarkup = false

  /// Which kinds of telling characters stand in it.
  private(set) var signs: LineSigns = []

  /// Counts the characters of a text.
  init(_ text: some Sequence<Unicode.Scalar>) {
    let table = LineSigns.table
    var kinds: UInt8 = 0
    for scalar in text {
      if 0x4E00...0x9FFF ~= scalar.value {
        cells += 2
        kinds |= table[Int(scalar.value)]
      } else {
        add(scalar)
      }
    }
    signs.formUnion(LineSigns(rawValue: kinds))
  }

  /// Decodes well-formed UTF-8 to `scalars`, which has room for as many as there are bytes, and counts them: `read` of
  /// them.
  init(
    decoding bytes: UnsafeBufferPointer<UInt8>, to scalars: UnsafeMutableBufferPointer<Unicode.Scalar>,
    _ read: inout Int
  ) {
    let counted = LineSigns.table.withUnsafeBufferPointer { decode(bytes, to: scalars, $0) }
    read = counted.read
    cells += 2 * counted.plain
    signs.formUnion(counted.signs)
  }

  /// The same, but what is told of the characters of the main Han block, which most are, is given and not counted yet.
  private mutating func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, to scalars: UnsafeMutableBufferPointer<Unicode.Scalar>,
    _ table: UnsafeBufferPointer<UInt8>
  ) -> (read: Int, plain: Int, signs: LineSigns) {
    let raw = UnsafeRawBufferPointer(bytes)
    var (at, read, others, signs) = (0, 0, 0, 0 as UInt8)
    while at < bytes.count, read < scalars.count {
      if at &+ 4 <= bytes.count {
        let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        let value = (word & 0xF) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F
        if word & 0xF0 == 0xE0, 0x4E00...0x9FFF ~= value, let scalar = Unicode.Scalar(value) {
          scalars.initializeElement(at: read, to: scalar)
          signs |= table[Int(value)]
          at &+= 3
          read &+= 1
          continue
        }
      }
      let scalar = bytes.scalar(at: &at)
      scalars.initializeElement(at: read, to: scalar)
      read &+= 1
      if 0x4E00...0x9FFF ~= scalar.value {
        signs |= table[Int(scalar.value)]
      } else {
        others &+= 1
        add(scalar)
      }
    }
    return (read, read - others, LineSigns(rawValue: signs))
  }

  /// Takes a blank back.
  mutating func remove(blank: Unicode.Scalar) {
    blanks -= 1
    blankCells -= blank.cells
  }

  /// The usual marks are told apart at once, and others by what they are.
  private mutating func add(_ scalar: Unicode.Scalar) {
    cells += 2
    switch scalar {
    case "0"..."9":
      cells -= 1
      figures += 1
      signs.insert(.masthead)
    case "，": commas += 1; hasPunctuation = true
    case "。": stops += 1; hasPunctuation = true
    case "、": pauses += 1; hasPunctuation = true
    case "“", "”", "《", "》", "（", "）": hasBrackets = true
    case "：": break
    default: cells -= 2; addRare(scalar)
    }
  }

  private mutating func addRare(_ scalar: Unicode.Scalar) {
    if scalar.isBlank {
      blanks += 1
      blankCells += scalar.cells
      return
    }
    cells += scalar.cells
    if Masthead.telling.contains(scalar) { signs.insert(.masthead) }
    if scalar.isHan { return }
    if scalar.isComma { commas += 1 }
    if scalar == "︑" { pauses += 1 }
    if scalar == "︒" { stops += 1 }
    if scalar == "-" || scalar.digit != nil { figures += 1 }
    if scalar.marksSentence { hasPunctuation = true }
    if scalar.closer != nil || scalar.isCloser { hasBrackets = true }
    if scalar == "<" || scalar == "&" || scalar == "*" || scalar == "_" { hasMarkup = true }
  }
}

extension Line {
  /// How a line ends.
  enum Ending { case open, comma, closed }

  /// `closed` after 。！？… and brackets or quotation marks behind them, and after a whole bracket behind those;
  /// `comma` after ，、；：.
  private static func ending(of squeezed: Scalars) -> Ending {
    // Most lines end within a sentence, with a plain character.
    if let last = squeezed.last, 0x4E00...0x9FFF ~= last.value { return .open }
    guard let last = squeezed.last(where: { !$0.isCloser }) else { return .open }
    if last.endsSentence { return .closed }
    if last == ".", squeezed.count > 12 { return .closed }
    if endsWithRemark(squeezed) { return .closed }
    return last.dividesSentence && squeezed.last == last ? .comma : .open
  }

  /// The line announces what follows.
  var endsWithColon: Bool { squeezed.last == "：" || squeezed.last == ":" }

  /// Words in round brackets follow a finished sentence: `。（名单见三版）`.
  private static func endsWithRemark(_ squeezed: Scalars) -> Bool {
    guard let start = squeezed.remark?.lowerBound else { return false }
    return squeezed[..<start].last { !$0.isCloser }?.endsSentence == true
  }

  /// About as wide as another line, with its spaces or without.
  func isTwin(of other: Line) -> Bool {
    abs(cells - other.cells) <= 4 || abs(spacedCells - other.spacedCells) <= 3
  }

  /// Seven figures or more in a row, hyphens allowed.
  var hasPhoneNumber: Bool {
    guard census.figures >= 7 else { return false }
    var run = 0
    for scalar in squeezed {
      run = scalar.digit != nil || (run > 0 && scalar == "-") ? run + 1 : 0
      if run >= 7 { return true }
    }
    return false
  }
}

/// Matching of brackets and quotation marks.
enum Brackets {
  /// What is kept of each side: more than a text that makes sense leaves open.
  private static let limit = 32

  /// Openers without their closer, and closers without their opener, in order; of many, the openers opened last and
  /// the closers closed first.
  static func unbalanced(in text: some Sequence<Unicode.Scalar>) -> (open: Scalars, close: Scalars) {
    withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: 2 * limit) { room in
      var open = Marks(room: UnsafeMutableBufferPointer(rebasing: room[..<limit]))
      var close = Marks(room: UnsafeMutableBufferPointer(rebasing: room[limit...]))
      for scalar in text where !(0x4E00...0x9FFF ~= scalar.value) {
        if scalar.closer != nil {
          if open.count == limit { open.remove(at: 0) }
          open.append(scalar)
        } else if scalar.isCloser {
          if let at = open.lastIndex(closedBy: scalar) {
            open.remove(at: at)
          } else if close.count < limit {
            close.append(scalar)
          }
        }
      }
      return (open.scalars, close.scalars)
    }
  }

  /// Some marks, as many as there is room for at most.
  private struct Marks {
    let room: UnsafeMutableBufferPointer<Unicode.Scalar>
    private(set) var count = 0

    init(room: UnsafeMutableBufferPointer<Unicode.Scalar>) { self.room = room }

    var scalars: Scalars { count == 0 ? [] : Scalars(room[..<count]) }

    mutating func append(_ mark: Unicode.Scalar) {
      room.initializeElement(at: count, to: mark)
      count += 1
    }

    mutating func remove(at place: Int) {
      for next in place + 1..<count { room[next - 1] = room[next] }
      count -= 1
    }

    /// Where the last opener stands that such a mark closes.
    func lastIndex(closedBy mark: Unicode.Scalar) -> Int? {
      var at = count
      while at > 0 {
        at -= 1
        if room[at].closer == mark { return at }
      }
      return nil
    }
  }
}
