/// A story's pieces to an article: lines, headline block, paragraphs, seams, jumps. An object, since it is large.
final class ArticleBuilder {
  let page: Page
  let lines: [ReadLine]
  let pieces: [Piece]
  let affinity: Affinity
  let weights: SegmentationWeights
  /// With what the identities of the page's articles begin.
  let identity: ArticleID

  init(
    page: Page, lines: [ReadLine], pieces: [Piece], affinity: Affinity, weights: SegmentationWeights
  ) {
    self.page = page
    self.lines = lines
    self.pieces = pieces
    self.affinity = affinity
    self.weights = weights
    identity = ArticleID(file: page.file)
  }

  /// The article of one story; `rival`: the headline block that was nearly its own.
  func article(of layout: StoryLayout, rival: HeadlineRivals.Rival? = nil) -> Article {
    let headNumbers = indices(of: layout.heads)
    let heads = headNumbers.map { lines[$0].line }
    let numbers = headNumbers + indices(of: layout.items)
    var article = Article(
      id: identity(of: numbers),
      file: page.file,
      kind: .news,
      lines: ranges(numbers), body: Body(paragraphs(of: layout)))
    lazy var lead = self.lead(of: layout)
    article.headlineBlock = headline(heads, lead: lead)
    article.headlineLines = ranges(headNumbers)
    if let rival { setRunnerUp(of: &article, rival, lead: lead) }
    setJumps(of: &article, layout)
    return article
  }

  /// All page chrome of the page as one article.
  func furniture(_ pieces: [Piece]) -> Article? {
    let numbers = pieces.flatMap(\.lines)
    guard !numbers.isEmpty else { return nil }
    let paragraphs = numbers.map { index in
      Paragraph(text: Reflow.inline(lines[index].line).string, role: .listItem, lines: ranges([index]))
    }
    return Article(
      id: identity(of: numbers),
      file: page.file,
      kind: .furniture,
      lines: ranges(numbers), paragraphs: paragraphs)
  }

  /// The indices of the lines of pieces.
  private func indices(of items: [Int]) -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(items.reduce(0) { $0 + pieces[$1].lines.count })
    for item in items {
      for index in pieces[item].lines { indices.append(index) }
    }
    return indices
  }

  private func identity(of numbers: [Int]) -> String {
    var identity = identity
    for index in numbers { identity.add(lines[index].line.text) }
    return identity.spelling
  }

  /// Head lines as the headline block of a story.
  private func headline(_ heads: [Line], lead: @autoclosure () -> PairSet) -> HeadlineBlock {
    guard !heads.isEmpty else { return HeadlineBlock() }
    let parts = HeadlineParts(heads, lead: lead(), weights: weights.parts)
    return HeadlineBlock(
      kicker: parts.kicker, headline: parts.headline, subheadline: parts.subheadline,
      evidence: heads.map { Evidence(line: $0.number, text: $0.text.string) })
  }

  private func setRunnerUp(
    of article: inout Article, _ rival: HeadlineRivals.Rival, lead: @autoclosure () -> PairSet
  ) {
    let heads = indices(of: rival.heads).map { lines[$0].line }
    article.runnerUp = RunnerUp(block: headline(heads, lead: lead()), margin: rival.margin)
    if rival.margin < HeadlineRivals.close { article.uncertain.insert(.headline) }
  }

  /// What the story's opening says.
  private func lead(of layout: StoryLayout) -> PairSet {
    var text: Scalars = []
    for item in layout.items.prefix(3) where text.count < 200 {
      text += pieces[item].text.prefix(200 - text.count)
    }
    return PairSet(text)
  }

  private func setJumps(of article: inout Article, _ layout: StoryLayout) {
    for item in layout.items where pieces[item].kind == .body {
      if article.continuedFrom == nil, let from = pieces[item].opening.continuedFrom {
        article.continuedFrom = from
        article[evidence: .continuedFrom] = [evidence(pieces[item].lines.lowerBound)]
      }
      if let to = pieces[item].closing.continuedTo {
        article.continuedTo = to
        article[evidence: .continuedTo] = [evidence(pieces[item].lines.upperBound - 1)]
      }
    }
  }

  private func evidence(_ index: Int) -> Evidence {
    Evidence(line: lines[index].line.number, text: lines[index].line.text.string)
  }

  /// Raw line numbers of lines that follow each other.
  private func ranges(_ indices: Range<Int>) -> [ClosedRange<Int>] {
    guard let first = indices.first, let last = indices.last else { return [] }
    return [lines[first].line.number...lines[last].line.number]
  }

  /// Raw line numbers as ranges; blank lines between two lines do not part them.
  private func ranges(_ indices: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var previous: Int?
    for index in indices {
      let number = lines[index].line.number
      if let last = ranges.last, previous == index - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
      previous = index
    }
    return ranges
  }
}

extension ArticleBuilder {
  /// The body as paragraphs: pieces that break off within a sentence are joined to the one that goes on.
  private func paragraphs(of layout: StoryLayout) -> [Body.Draft] {
    var paragraphs: [Body.Draft] = []
    var previous: Int?
    let isList = self.isList(layout)
    for item in layout.items {
      let kind = pieces[item].kind
      let isApart = previous.map { !isNeighbour($0, item) } ?? false
      if let before = previous, kind == .body, joins(before, item) {
        append(item, to: &paragraphs[paragraphs.count - 1], seam: isApart ? before : nil)
      } else {
        var paragraph = draft(item, isList: isList)
        if isApart, let before = previous, kind == .body, pieces[before].kind == .body {
          paragraph.seams = [seam(before, item, offset: 0)]
        }
        paragraphs.append(paragraph)
      }
      previous = kind == .byline ? previous ?? item : item
    }
    return paragraphs
  }

  private func draft(_ item: Int, isList: Bool) -> Body.Draft {
    let role: Paragraph.Role =
      pieces[item].kind == .head
      ? (isList ? .listItem : .sectionHead) : isList && pieces[item].text.count < 60 ? .listItem : .body
    return Body.Draft(text: text(of: item), role: role, lines: ranges(pieces[item].lines))
  }

  /// A piece's lines as one text: mostly that of the piece.
  private func text(of item: Int) -> Scalars {
    if needsNoSpace(item) { return pieces[item].text }
    var text: Scalars = []
    text.reserveCapacity(pieces[item].text.count + 2 * pieces[item].lines.count)
    for index in pieces[item].lines {
      Reflow.append(inlined: Reflow.inline(lines[index].line), to: &text)
    }
    return text
  }

  /// No white space stands in a piece's lines, and no Latin words meet at their ends.
  private func needsNoSpace(_ item: Int) -> Bool {
    var count = 0
    var last: Unicode.Scalar?
    for index in pieces[item].lines {
      let line = lines[index].line
      count += line.text.count
      if let last, last.isLatin, line.text.first?.isLatin == true { return false }
      last = line.text.last
    }
    return count == pieces[item].text.count
  }

  /// Hardly anything but short lines, one after the other: appointments, results.
  private func isList(_ layout: StoryLayout) -> Bool {
    let heads = layout.items.count { pieces[$0].kind == .head }
    guard heads >= 4 else { return false }
    let bodies = layout.items.filter { pieces[$0].kind == .body }
    let short = bodies.count { pieces[$0].text.count < 60 }
    return short * 4 >= bodies.count * 3
  }

  private func joins(_ before: Int, _ item: Int) -> Bool {
    guard pieces[before].kind == .body, pieces[before].isOpen else { return false }
    return pieces[item].continues || pieces[before].fillsLastLine || affinity.continuity(before, item) > 1
  }

  /// Appends a piece; `before`: the piece of the story that another one parts from it.
  private func append(_ item: Int, to paragraph: inout Body.Draft, seam before: Int?) {
    let offset = paragraph.text.count
    Reflow.append(inlined: text(of: item), to: &paragraph.text)
    paragraph.lines += ranges(pieces[item].lines)
    if let before { paragraph.seams.append(seam(before, item, offset: offset)) }
  }

  private func seam(_ before: Int, _ after: Int, offset: Int) -> Seam {
    Seam(
      offset: offset, after: lines[pieces[before].lines.upperBound - 1].line.number,
      before: lines[pieces[after].lines.lowerBound].line.number,
      isLossy: pieces[before].isOpen && affinity.continuity(before, after) < 0.5)
  }

  /// Nothing but page chrome, headlines' own places and bylines apart stands between two items.
  private func isNeighbour(_ before: Int, _ item: Int) -> Bool { item == before + 1 }
}

/// A stable identity: ten characters made from the file's name (not its folder) and the lines' text: FNV-1a, base 32.
struct ArticleID {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The identity of an article without lines.
  init(file: String) {
    for byte in file.utf8.split(separator: UInt8(ascii: "/")).last ?? file.utf8[...]
    where byte != UInt8(ascii: "/") {
      mix(byte)
    }
  }

  /// Adds a line's text.
  mutating func add(_ text: Scalars) {
    text.forEachByte { mix($0) }
    mix(10)
  }

  @inline(__always)
  private mutating func mix(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// As text: base 32 without look-alikes.
  var spelling: String {
    let alphabet = "0123456789abcdefghjkmnpqrstvwxyz" as StaticString
    return String(unsafeUninitializedCapacity: 10) { bytes in
      alphabet.withUTF8Buffer { alphabet in
        for at in 0..<10 { bytes[at] = alphabet[Int(hash >> UInt64(5 * at + 7) & 31)] }
      }
      return 10
    }
  }

  /// The identity of an article of so many lines.
  static func make(file: String, lines: [Line]) -> String {
    var identity = ArticleID(file: file)
    for line in lines { identity.add(line.text) }
    return identity.spelling
  }
}
