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

  /// What is made anew for one article after the other.
  private struct Desk {
    var draft = Body.Draft()
    /// The headline blocks of single lines: one story's rival is another one's own.
    var blocks: [HeadlineBlock] = []
    /// For each piece the place of its block in `blocks`, or -1.
    var places: [Int32]
  }

  /// The articles of stories, and the page's chrome as one of them, in page order. `rivals`: for each story that has one
  /// the headline block that was nearly its own.
  func articles(of layouts: [StoryLayout], rivals: [Int: HeadlineRivals.Rival]) -> [Article] {
    let chrome = pieces.indices.filter { pieces[$0].kind == .furniture }
    var order = layouts.indices.map { (first: first(layouts[$0]), story: $0) }
    if let first = chrome.first { order.append((first, layouts.count)) }
    order.sort { $0.first < $1.first }
    var desk = Desk(places: [Int32](repeating: -1, count: pieces.count))
    var articles: [Article] = []
    articles.reserveCapacity(order.count)
    for (_, story) in order {
      if story == layouts.count { articles.append(furniture(chrome)); continue }
      articles.append(article(of: layouts[story], &desk))
      addHeadlines(to: &articles[articles.count - 1], of: layouts[story], rival: rivals[story], &desk)
    }
    return articles
  }

  /// The first piece of a story.
  private func first(_ layout: StoryLayout) -> Int {
    min(layout.heads.min() ?? .max, layout.items.min() ?? .max)
  }

  /// A story's article, still without headline.
  private func article(of layout: StoryLayout, _ desk: inout Desk) -> Article {
    write(layout, to: &desk.draft)
    return Article(
      id: identity(of: layout.heads, layout.items), file: page.file, kind: .news,
      lines: ranges(of: layout.heads, layout.items), body: Body(&desk.draft))
  }

  private func addHeadlines(
    to article: inout Article, of layout: StoryLayout, rival: HeadlineRivals.Rival?, _ desk: inout Desk
  ) {
    article.headlineBlock = block(layout.heads, of: layout, &desk)
    article.headlineLines = ranges(of: layout.heads)
    if let rival {
      article.runnerUp = RunnerUp(block: block(rival.heads, of: layout, &desk), margin: rival.margin)
      if rival.margin < HeadlineRivals.close { article.uncertain.insert(.headline) }
    }
    setJumps(of: &article, layout)
  }

  /// All page chrome of the page as one article.
  private func furniture(_ chrome: [Int]) -> Article {
    let paragraphs = chrome.flatMap { pieces[$0].lines }.map { index in
      let line = lines[index].line
      return Paragraph(
        text: Reflow.inline(line).string, role: .listItem, lines: [line.number...line.number])
    }
    return Article(
      id: identity(of: chrome), file: page.file, kind: .furniture, lines: ranges(of: chrome),
      paragraphs: paragraphs)
  }

  private func identity(of heads: [Int], _ items: [Int] = []) -> String {
    var identity = identity
    for item in heads { add(item, to: &identity) }
    for item in items { add(item, to: &identity) }
    return identity.spelling
  }

  private func add(_ item: Int, to identity: inout ArticleID) {
    for index in pieces[item].lines { identity.add(lines[index].line.text) }
  }

  /// Head pieces as the headline block of a story.
  private func block(_ heads: [Int], of layout: StoryLayout, _ desk: inout Desk) -> HeadlineBlock {
    guard let first = heads.first else { return HeadlineBlock() }
    if heads.count == 1, pieces[first].lines.count == 1 { return block(first, &desk) }
    let lines = heads.flatMap { pieces[$0].lines.map { self.lines[$0].line } }
    let parts = HeadlineParts(lines, lead: lead(of: layout), weights: weights.parts)
    return HeadlineBlock(
      kicker: parts.kicker, headline: parts.headline, subheadline: parts.subheadline,
      evidence: lines.map { Evidence(line: $0.number, text: $0.text.string) })
  }

  /// A head piece of one line as a block, made when it is first asked for.
  private func block(_ head: Int, _ desk: inout Desk) -> HeadlineBlock {
    if desk.places[head] >= 0 { return desk.blocks[Int(desk.places[head])] }
    let line = lines[pieces[head].lines.lowerBound].line
    let printed = line.text.string
    let block = HeadlineBlock(
      headline: line.census.blanks > 0 ? Reflow.inline(line).string : printed,
      evidence: [Evidence(line: line.number, text: printed)])
    desk.places[head] = Int32(desk.blocks.count)
    desk.blocks.append(block)
    return block
  }

  /// What the story's opening says.
  private func lead(of layout: StoryLayout) -> LeadPairs {
    var text: Scalars = []
    for item in layout.items.prefix(3) where text.count < LeadPairs.reach {
      text += pieces[item].text.prefix(LeadPairs.reach - text.count)
    }
    return LeadPairs(text)
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

  /// The raw line numbers of the lines of a piece.
  private func range(of item: Int) -> ClosedRange<Int> {
    let own = pieces[item].lines
    return lines[own.lowerBound].line.number...lines[own.upperBound - 1].line.number
  }

  /// Raw line numbers as ranges; blank lines between two lines do not part them.
  private func ranges(of heads: [Int], _ items: [Int] = []) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for item in heads { append(item, to: &ranges) }
    for item in items { append(item, to: &ranges) }
    return ranges
  }

  private func append(_ item: Int, to ranges: inout [ClosedRange<Int>]) {
    let range = range(of: item)
    let above = pieces[item].lines.lowerBound - 1
    if let last = ranges.last, above >= 0, lines[above].line.number == last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound...range.upperBound
    } else {
      ranges.append(range)
    }
  }
}

extension ArticleBuilder {
  /// The body as paragraphs: pieces that break off within a sentence are joined to the one that goes on.
  private func write(_ layout: StoryLayout, to draft: inout Body.Draft) {
    var previous: Int?
    let isList = self.isList(layout)
    for item in layout.items {
      let kind = pieces[item].kind
      let isApart = previous.map { !isNeighbour($0, item) } ?? false
      if let before = previous, kind == .body, joins(before, item) {
        if isApart { draft.append(seam(before, item, offset: draft.offset)) }
      } else {
        draft.open(role(of: item, isList: isList))
        if isApart, let before = previous, kind == .body, pieces[before].kind == .body {
          draft.append(seam(before, item, offset: 0))
        }
      }
      write(item, to: &draft)
      previous = kind == .byline ? previous ?? item : item
    }
  }

  private func role(of item: Int, isList: Bool) -> Paragraph.Role {
    if pieces[item].kind == .head { return isList ? .listItem : .sectionHead }
    return isList && pieces[item].text.count < 60 ? .listItem : .body
  }

  /// A piece's lines as one text: mostly that of the piece.
  private func write(_ item: Int, to draft: inout Body.Draft) {
    draft.append(range(of: item))
    if needsNoSpace(item) { return draft.append(inlined: pieces[item].text) }
    for index in pieces[item].lines { draft.append(lines[index].line) }
  }

  /// No white space stands in a piece's lines, and no Latin words meet at their ends.
  private func needsNoSpace(_ item: Int) -> Bool {
    var wasLatin = false
    for index in pieces[item].lines {
      let line = lines[index].line
      if line.census.blanks > 0 || wasLatin && line.text.first?.isLatin == true { return false }
      wasLatin = line.text.last?.isLatin == true
    }
    return true
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

  private func seam(_ before: Int, _ after: Int, offset: Int) -> Seam {
    Seam(
      offset: offset, after: lines[pieces[before].lines.upperBound - 1].line.number,
      before: lines[pieces[after].lines.lowerBound].line.number,
      isLossy: pieces[before].isOpen && affinity.continuity(before, after) < 0.5)
  }

  /// Nothing stands between two items.
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
    var mixed = self
    text.forEachByte { mixed.mix($0) }
    mixed.mix(10)
    self = mixed
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
