/// What a line is in the flow of a page.
enum LineLabel: Int, CaseIterable, Sendable {
  /// Headline, kicker, subheadline or section head.
  case head
  /// A line that only names who wrote.
  case byline
  /// The first line of a news body: a dateline or a jump.
  case opening
  /// The first line of a paragraph.
  case paragraph
  /// A further line of a paragraph.
  case continuation
  /// Page chrome.
  case furniture

  /// A line of running text.
  var isBody: Bool { self == .opening || self == .paragraph || self == .continuation }
}

/// A line with what its words and its neighbours tell, read once.
struct ReadLine {
  var line: Line
  var opening: Cues.Opening
  var closing: Cues.Closing
  var ending: Line.Ending
  var isByline: Bool
  var isBareName: Bool
  var isFurniture: Bool
  /// A word of the dictionary spans the line's start: its first character belongs with the last of the line before.
  var splitsWord: Bool
  /// Nothing but a day, as it stands under a notice or in a masthead.
  var isDay: Bool
  /// Begins or ends like the line before or after, as lines of a list do.
  var isParallel: Bool
  /// An office's or a firm's name, as it stands under a notice.
  var isSignOff: Bool
  /// A blank line, or the page's edge, stands before and after.
  var isIsolated: Bool
  /// The usual width of the lines before and after, in columns without spaces.
  var widthBefore: Int
  var widthAfter: Int

  /// The column's width here: of the neighbours that the line resembles more.
  var column: Int {
    abs(line.cells - widthBefore) <= abs(line.cells - widthAfter) ? widthBefore : widthAfter
  }
  /// Lines here are cut at the column's edge.
  var isWrapped: Bool { column <= 64 }
  /// A sentence's punctuation stands in the line.
  var hasPunctuation: Bool { line.squeezed.contains { $0.isComma || $0.endsSentence || $0 == "、" || $0 == "；" } }
  /// It begins further right than the line before.
  var isIndented: Bool
  /// A line directly before or after is about as wide.
  var hasTwin: Bool
  /// The line reaches its column's right edge, with its spaces or without.
  var isFull: Bool {
    guard line.cells >= column - 4 || line.spacedCells >= column - 2 else { return false }
    return hasTwin || abs(line.cells - widthBefore) <= 5 || abs(line.cells - widthAfter) <= 5
  }

  /// Reads the lines of a page.
  static func read(_ lines: [Line]) -> [ReadLine] {
    let widths = ColumnWidths(lines)
    return lines.enumerated().map { index, line in
      ReadLine(
        line: line, opening: Cues.opening(of: line.squeezed), closing: Cues.closing(of: line.text),
        ending: line.ending, isByline: LineShape.isByline(line), isBareName: LineShape.isBareName(line),
        isFurniture: LineShape.isFurniture(line),
        splitsWord: index > 0 && WordSpan.exists(lines[index - 1].squeezed, line.squeezed),
        isDay: LineShape.isDay(line), isParallel: LineShape.isParallel(line, in: lines, at: index),
        isSignOff: LineShape.isSignOff(line),
        isIsolated: line.blanksBefore > 0 && (index + 1 == lines.count || lines[index + 1].blanksBefore > 0),
        widthBefore: widths.before(index), widthAfter: widths.after(index),
        isIndented: line.indent > 0 && (index == 0 || lines[index - 1].indent < line.indent),
        hasTwin: [index - 1, index + 1].filter(lines.indices.contains).contains { line.isTwin(of: lines[$0]) })
    }
  }
}

/// The usual width of running text around each line, in columns without spaces: the upper median of the nearest
/// lines that have a sentence's punctuation in them, before and after apart, since columns change.
struct ColumnWidths {
  private static let window = 7
  private let cells: [Int]
  private let marked: [Int]

  init(_ lines: [Line]) {
    cells = lines.map(\.cells)
    let running = lines.indices.filter { index in
      lines[index].squeezed.contains { $0.isComma || $0.endsSentence || $0 == "、" || $0 == "；" }
    }
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
    return usual(marked[start..<min(marked.count, start + Self.window)]) ?? usual(marked[max(0, start - Self.window)..<start]) ?? cells[index]
  }

  private func usual(_ lines: ArraySlice<Int>) -> Int? {
    guard !lines.isEmpty else { return nil }
    return lines.map { cells[$0] }.sorted()[lines.count / 2]
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

/// Labels the lines of a page: the best sequence by emissions and transitions (Viterbi), so that headline, byline
/// and paragraph are decided together with the cuts between them.
enum LineLabeler {
  /// The labels, one a line.
  static func labels(of lines: [ReadLine]) -> [LineLabel] {
    guard !lines.isEmpty else { return [] }
    let labels = LineLabel.allCases
    var scores = labels.map { emission($0, lines, 0) - ($0 == .continuation ? 1 : 0) }
    var origins: [[Int]] = []
    for index in lines.indices.dropFirst() {
      var next = [Double](repeating: 0, count: labels.count)
      var origin = [Int](repeating: 0, count: labels.count)
      for label in labels {
        let (from, best) = best(into: label, index, lines, scores)
        origin[label.rawValue] = from
        next[label.rawValue] = best + emission(label, lines, index)
      }
      scores = next
      origins.append(origin)
    }
    if let last = lines.last, last.ending != .closed, !last.closing.isStrong, !last.closing.maySign, !last.isDay {
      for label in labels where label.isBody { scores[label.rawValue] -= 2.5 }
    }
    return trace(scores, origins)
  }

  private static func best(
    into label: LineLabel, _ index: Int, _ lines: [ReadLine], _ scores: [Double]
  ) -> (from: Int, score: Double) {
    var best = (from: 0, score: -Double.infinity)
    for previous in LineLabel.allCases {
      let score = scores[previous.rawValue] + LineTransition.score(from: previous, to: label, lines, index)
      if score > best.score { best = (previous.rawValue, score) }
    }
    return best
  }

  private static func trace(_ scores: [Double], _ origins: [[Int]]) -> [LineLabel] {
    var at = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [LineLabel(rawValue: at) ?? .paragraph]
    for origin in origins.reversed() {
      at = origin[at]
      path.append(LineLabel(rawValue: at) ?? .paragraph)
    }
    return path.reversed()
  }

  private static func emission(_ label: LineLabel, _ lines: [ReadLine], _ index: Int) -> Double {
    let line = lines[index]
    switch label {
    case .head:
      return HeadShape.score(line, next: index + 1 < lines.count ? lines[index + 1] : nil) + (index == 0 ? 1 : 0)
    case .byline: return line.isByline ? 5 : line.isBareName ? 1.5 : line.line.count <= 3 && Names.mayBeName(line.line.squeezed) ? -1.5 : -9
    case .furniture: return line.isFurniture ? (line.isDay ? 1 : 6) : -9
    case .opening: return line.opening.isStrong ? 6 : -9
    case .paragraph: return paragraph(line, next: index + 1 < lines.count ? lines[index + 1] : nil)
    case .continuation: return continuation(line)
    }
  }

  private static func paragraph(_ line: ReadLine, next: ReadLine?) -> Double {
    var score = common(line)
    if !line.isWrapped && line.ending == .open && line.line.cells * 2 < line.column && !line.hasPunctuation { score -= 1.5 }
    if line.isDay || line.isParallel || next?.isDay == true && line.ending == .open { score += 2 }
    if line.opening.isBox || line.opening.isCaption { score += 1 }
    if line.line.indent >= 3 { score += 1 } else if line.isIndented { score += 0.7 }
    if let next, line.isWrapped, (2...6).contains(line.column - line.line.cells), abs(next.line.cells - next.column) <= 2 {
      score += 0.8
    }
    if line.isWrapped, line.ending == .open, line.line.cells < line.column - 8 { score -= 1.5 }
    return score
  }

  private static func continuation(_ line: ReadLine) -> Double {
    var score = common(line)
    if let first = line.line.squeezed.first {
      if first.isCloser || first.endsSentence || first.dividesSentence { score += 6 }
      if first.isBullet { score -= 3 }
    }
    if line.line.indent >= 3 { score -= 1 } else if line.isIndented { score -= 0.5 }
    return score
  }

  /// What speaks against running text of either kind.
  private static func common(_ line: ReadLine) -> Double {
    var score = 0.0
    if line.line.heading > 0 { score -= 6 }
    if line.isFurniture && !line.isDay { score -= 6 }
    if line.opening.isStrong { score -= 8 }
    if line.isByline { score -= 3 }
    if !line.hasPunctuation { score -= 0.2 }
    return score
  }
}

/// How much a line looks like one of a headline.
enum HeadShape {
  static func score(_ line: ReadLine, next: ReadLine?) -> Double {
    var score = ending(line) + punctuation(line) + form(line) + width(line, next) - (line.isIsolated ? 0.2 : 0.9)
    if line.isParallel { score -= 2 }
    if line.isSignOff { score -= 1 }
    if line.line.hasPhoneNumber { score -= 4 }
    if line.line.squeezed.first?.closer == line.line.squeezed.last { score -= 4 }
    if !line.hasPunctuation { score += 0.5 }
    if let next, next.isDay, line.ending == .open { score -= 3 }
    return score
  }

  private static func ending(_ line: ReadLine) -> Double {
    if line.closing.isStrong { return -6 }
    switch line.ending {
    case .open: return 0
    case .comma: return -5
    case .closed:
      let last = line.line.squeezed.last { !$0.isCloser }
      return last == "。" ? -6 : -1.2
    }
  }

  private static func punctuation(_ line: ReadLine) -> Double {
    let text = line.line.squeezed
    var score = 0.0
    score -= min(5, 1.5 * Double(text.count(where: \.isComma)) + 0.4 * Double(text.count { $0 == "、" }))
    if text.dropLast().contains("。") { score -= 6 }
    let unbalanced = line.line.unbalanced
    score -= Double(unbalanced.close.count) * 2 + Double(unbalanced.open.count)
    if let first = text.first, first.isCloser || first.endsSentence || first.dividesSentence { score -= 6 }
    return score
  }

  private static func form(_ line: ReadLine) -> Double {
    let count = line.line.count
    var score = 0.0
    if line.line.heading > 0 { score += 5 }
    if line.line.squeezed.prefix(2).allSatisfy(\.isDash) { score += 3 }
    if count > 70 { score -= 8 } else if count >= 45 { score -= 3 } else if count < 4 { score -= 1 }
    if line.line.isSpacedOut && line.isFull == false { score += 2 }
    score += min(3, Double(line.line.phraseGaps) * 1.5)
    if line.opening.isStrong { score -= 8 }
    if line.isByline || line.isFurniture { score -= 5 }
    if line.opening.isCaption { score -= 3 }
    return score
  }

  private static func width(_ line: ReadLine, _ next: ReadLine?) -> Double {
    let cells = line.line.cells
    guard line.isWrapped else { return cells <= 64 ? 1 : cells * 2 < line.column ? 0.5 : -2 }
    let follows = next.map { $0.ending != .open || $0.line.squeezed.contains(where: \.isComma) ? $0.line.cells : 0 } ?? 0
    let longer = min(cells - line.widthBefore, cells - line.widthAfter, cells - follows)
    if longer >= 5 { return 2 }
    let apart = min(abs(cells - line.widthBefore), abs(cells - line.widthAfter))
    return apart <= 1 ? -1 : 0
  }
}

/// How well one label follows another.
enum LineTransition {
  static func score(from: LineLabel, to: LineLabel, _ lines: [ReadLine], _ index: Int) -> Double {
    let before = lines[index - 1]
    let line = lines[index]
    switch from {
    case .head: return afterHead(to, before, line)
    case .byline: return to == .continuation ? -6 : to == .head ? -0.5 : 0
    case .head where to == .paragraph: return afterHead(to, before, line) - firstLineDoubt(lines, index - 1)
    case .furniture: return to == .continuation ? -2 : to == .furniture ? 1.5 : 0
    case .opening, .paragraph, .continuation: return afterBody(to, before, line)
    }
  }

  /// The line taken for a headline may be the first of the paragraph that follows: a word spans the break, or it
  /// is as short as an indented line and what follows is full.
  private static func firstLineDoubt(_ lines: [ReadLine], _ index: Int) -> Double {
    let upper = lines[index]
    let lower = lines[index + 1]
    var doubt = lower.splitsWord ? 2.0 : 0
    if upper.isWrapped, (2...6).contains(lower.column - upper.line.cells), lower.isFull, upper.line.phraseGaps == 0 {
      doubt += 1
    }
    return doubt
  }

  private static func afterHead(_ to: LineLabel, _ before: ReadLine, _ line: ReadLine) -> Double {
    switch to {
    case .continuation: -7
    case .byline: line.closing.isCredit ? 0.5 : 2.5
    case .opening: 0.5
    case .head:
      before.line.unbalanced.open.contains { open in line.line.unbalanced.close.contains { $0 == open.closer } } ? 3 : 0
    case .paragraph, .furniture: 0
    }
  }

  private static func afterBody(_ to: LineLabel, _ before: ReadLine, _ line: ReadLine) -> Double {
    let blank = line.line.blanksBefore > 0
    if to == .byline, line.isByline, !line.closing.isCredit { return before.ending == .closed ? -1 : -2.5 }
    let reach = max(before.line.cells, before.line.spacedCells)
    if to == .continuation, before.isWrapped, line.line.cells >= reach + 7 { return before.ending == .comma ? -2 : -4 }
    if before.closing.isStrong { return afterEnd(to) }
    if before.closing.maySign && to != .continuation { return afterEnd(to) - 1 }
    if before.ending == .closed { return afterSentence(to, before, blank: blank) }
    return amidSentence(to, before, line, blank: blank)
  }

  private static func afterEnd(_ to: LineLabel) -> Double {
    switch to {
    case .continuation: -6
    case .paragraph: -1
    case .head: 0.5
    case .byline, .opening, .furniture: 0
    }
  }

  private static func afterSentence(_ to: LineLabel, _ before: ReadLine, blank: Bool) -> Double {
    let isShort = !before.isFull
    switch to {
    case .continuation: return (blank ? -1.6 : -0.4) - (isShort ? 3.5 : 0) - (before.isWrapped ? 0 : 3)
    case .paragraph: return isShort ? 0 : blank ? -0.3 : -0.8
    case .head: return blank ? 0 : -0.8
    case .byline, .opening, .furniture: return 0
    }
  }

  private static func amidSentence(_ to: LineLabel, _ before: ReadLine, _ line: ReadLine, blank: Bool) -> Double {
    switch to {
    case .paragraph where line.isDay || before.isSignOff && !before.isFull: return 0
    case .continuation: return before.isFull || before.ending == .comma || !before.isWrapped ? (blank ? -0.3 : 0) + (line.splitsWord ? 0.8 : 0) : -2
    case .paragraph: return before.ending == .comma ? -5 : before.isFull ? -3.5 : -2
    case .head:
      if line.line.heading > 0 { return 0 }
      if !before.isWrapped && line.isIsolated { return -1.5 }
      return (before.ending == .comma ? -5 : -4) + (blank ? 1 : 0) - (line.splitsWord ? 1 : 0)
    case .opening: return -2.5
    case .byline: return -2
    case .furniture: return -1
    }
  }
}
