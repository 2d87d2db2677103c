/// A story's pieces to an article: lines, headline block, paragraphs, seams, jumps.
struct ArticleBuilder {
  let page: Page
  let lines: [ReadLine]
  let pieces: [Piece]
  let affinity: Affinity
  let weights: SegmentationWeights

  /// The article of one story; `rival`: the headline block that was nearly its own.
  func article(of layout: StoryLayout, rival: HeadlineRivals.Rival? = nil) -> Article {
    let heads = layout.heads.flatMap { pieces[$0].lines }.map { lines[$0].line }
    let numbers = (layout.heads + layout.items).flatMap { pieces[$0].lines }
    let paragraphs = self.paragraphs(of: layout)
    var article = Article(
      id: ArticleID.make(file: page.file, lines: numbers.map { lines[$0].line }), file: page.file,
      kind: .news,
      lines: ranges(numbers), paragraphs: paragraphs)
    article.headlineBlock = headline(heads, of: layout)
    article.headlineLines = ranges(layout.heads.flatMap { pieces[$0].lines })
    setRunnerUp(of: &article, rival, layout)
    setJumps(of: &article, layout)
    return article
  }

  /// All page chrome of the page as one article.
  func furniture(_ pieces: [Piece]) -> Article? {
    let numbers = pieces.flatMap(\.lines)
    guard !numbers.isEmpty else { return nil }
    let paragraphs = numbers.map { index in
      Paragraph(text: Reflow.inline(lines[index].line.text).string, role: .listItem, lines: ranges([index]))
    }
    return Article(
      id: ArticleID.make(file: page.file, lines: numbers.map { lines[$0].line }), file: page.file,
      kind: .furniture,
      lines: ranges(numbers), paragraphs: paragraphs)
  }

  /// Head lines as the headline block of a story.
  private func headline(_ heads: [Line], of layout: StoryLayout) -> HeadlineBlock {
    guard !heads.isEmpty else { return HeadlineBlock() }
    let parts = HeadlineParts(heads, lead: lead(of: layout), weights: weights.parts)
    return HeadlineBlock(
      kicker: parts.kicker, headline: parts.headline, subheadline: parts.subheadline,
      evidence: heads.map { Evidence(line: $0.number, text: $0.text.string) })
  }

  private func setRunnerUp(of article: inout Article, _ rival: HeadlineRivals.Rival?, _ layout: StoryLayout) {
    guard let rival else { return }
    let heads = rival.heads.flatMap { pieces[$0].lines }.map { lines[$0].line }
    article.runnerUp = RunnerUp(block: headline(heads, of: layout), margin: rival.margin)
    if rival.margin < HeadlineRivals.close { article.uncertain.insert(.headline) }
  }

  /// What the story's opening says.
  private func lead(of layout: StoryLayout) -> PairSet {
    PairSet(Array(layout.items.prefix(3).flatMap { pieces[$0].text }.prefix(200)))
  }

  private func setJumps(of article: inout Article, _ layout: StoryLayout) {
    for piece in layout.items.map({ pieces[$0] }) where piece.kind == .body {
      if article.continuedFrom == nil, let from = piece.opening.continuedFrom {
        article.continuedFrom = from
        article[evidence: .continuedFrom] = [evidence(piece.lines.lowerBound)]
      }
      if let to = piece.closing.continuedTo {
        article.continuedTo = to
        article[evidence: .continuedTo] = [evidence(piece.lines.upperBound - 1)]
      }
    }
  }

  private func evidence(_ index: Int) -> Evidence {
    Evidence(line: lines[index].line.number, text: lines[index].line.text.string)
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
  private func paragraphs(of layout: StoryLayout) -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var previous: Int?
    let isList = self.isList(layout)
    for item in layout.items {
      let piece = pieces[item]
      var paragraph = self.paragraph(piece, isList: isList)
      let isApart = previous.map { !isNeighbour($0, item) } ?? false
      if let before = previous, piece.kind == .body, joins(before, item) {
        append(paragraph, to: &paragraphs, seam: isApart ? (before, item) : nil)
      } else {
        if isApart, let before = previous, piece.kind == .body, pieces[before].kind == .body {
          paragraph.seams = [seam(before, item, offset: 0)]
        }
        paragraphs.append(paragraph)
      }
      previous = piece.kind == .byline ? previous ?? item : item
    }
    return paragraphs
  }

  private func paragraph(_ piece: Piece, isList: Bool) -> Paragraph {
    let text = Reflow.join(piece.lines.map { lines[$0].line.text }).string
    let role: Paragraph.Role =
      piece.kind == .head
      ? (isList ? .listItem : .sectionHead) : isList && piece.text.count < 60 ? .listItem : .body
    return Paragraph(text: text, role: role, lines: ranges(Array(piece.lines)))
  }

  /// Hardly anything but short lines, one after the other: appointments, results.
  private func isList(_ layout: StoryLayout) -> Bool {
    let heads = layout.items.count { pieces[$0].kind == .head }
    let bodies = layout.items.filter { pieces[$0].kind == .body }
    let short = bodies.count { pieces[$0].text.count < 60 }
    return heads >= 4 && short * 4 >= bodies.count * 3
  }

  private func joins(_ before: Int, _ item: Int) -> Bool {
    guard pieces[before].kind == .body, pieces[before].isOpen else { return false }
    return pieces[item].continues || pieces[before].fillsLastLine || affinity.continuity(before, item) > 1
  }

  private func append(_ paragraph: Paragraph, to paragraphs: inout [Paragraph], seam ends: (Int, Int)?) {
    guard var last = paragraphs.popLast() else { return paragraphs.append(paragraph) }
    let offset = last.text.unicodeScalars.count
    last.text = Reflow.join([Scalars(of: last.text), Scalars(of: paragraph.text)]).string
    last.lines += paragraph.lines
    if let ends { last.seams.append(seam(ends.0, ends.1, offset: offset)) }
    paragraphs.append(last)
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

/// Stable identities.
enum ArticleID {
  /// Ten characters made from the file's name (not its folder) and the lines' text: FNV-1a, base 32.
  static func make(file: String, lines: [Line]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (file.split(separator: "/").last ?? "").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    for line in lines {
      line.text.forEachByte { hash = (hash ^ UInt64($0)) &* 0x100_0000_01b3 }
      hash = (hash ^ 10) &* 0x100_0000_01b3
    }
    return String(spelling: hash)
  }
}

extension String {
  /// A hash as ten characters of a base 32 alphabet without look-alikes.
  fileprivate init(spelling hash: UInt64) {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    self = String((0..<10).map { alphabet[Int(hash >> UInt64(5 * $0 + 7) & 31)] })
  }
}
