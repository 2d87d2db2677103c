/// A run of lines that is not cut further: a line of a headline, a byline, a paragraph or the part of one up to
/// a place where it may have been torn.
struct Piece: Sendable {
  enum Kind { case head, byline, body, furniture }

  var kind: Kind
  /// Indices into the page's non-blank lines.
  var lines: Range<Int>
  /// The text without white space.
  var text: Scalars
  /// A dateline or a jump opens it.
  var opening: Cues.Opening
  /// What ends it.
  var closing: Cues.Closing
  /// How its last line ends.
  var ending: Line.Ending
  /// The labels say that it goes on where the piece before it stops.
  var continues: Bool
  /// Its first line is indented, or short by two characters as an indented line is.
  var isIndented: Bool
  /// Its last line reaches the column's edge.
  var fillsLastLine: Bool
  /// The number of `#` before it, or 0.
  var heading: Int
  /// Spaces between two phrases in its first line.
  var phraseGaps: Int
  /// Blank raw lines before it.
  var blanksBefore: Int
  /// Brackets and quotation marks that it leaves open, and that it closes without opening them.
  var unbalanced: (open: Scalars, close: Scalars)
  /// The usual width of its lines, in columns.
  var column: Int

  /// How much its first character is one with which paragraphs begin, log-odds.
  var start: Double
  /// Its lines are cut at a column's edge.
  var isWrapped: Bool
  /// A day, or an office's name, under a notice.
  var isSignOff: Bool
  /// A line with a telephone number and little else.
  var isContact: Bool

  /// What words tell of the break between two pieces, one directly below the other.
  struct Joint {
    /// As `Junctions` has them.
    let bits: Double
    /// A word of the dictionary spans the break.
    let splitsWord: Bool
  }

  /// The break before it, as far as its lines tell of it: nil where one of them is so short that others count too.
  var joint: Joint?

  /// Nothing but a dateline or a jump's words.
  var isBareOpening: Bool { opening.isStrong && text.count <= 14 }
  /// Nothing but names in brackets, as they stand below a text.
  var isSignature: Bool {
    closing.isEndMark && text.count <= 40 && text.first?.opensRemark == true
      && text.last?.closesRemark == true
  }
  /// Nothing but dots: something was left out of the text above.
  var isOmission: Bool { text.allSatisfy { Self.dots.contains($0) } }
  private static let dots: ScalarSet = "….·。．⋯"
  /// It stops within a sentence.
  var isOpen: Bool { kind == .body && ending != .closed && !closing.isStrong && !isSignOff }

  /// Cuts a page's labelled lines.
  static func pieces(of lines: [ReadLine], labels: [LineLabel]) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(lines.count)
    var start = 0
    for end in 1...max(1, lines.count) where end <= lines.count {
      if end < lines.count, joins(lines, labels, end) { continue }
      var piece = Piece(lines, labels, start..<end)
      if piece.closing.maySign, end == lines.count || labels[end] != .continuation {
        piece.closing.isEndMark = true
      }
      pieces.append(consume piece)
      start = end
    }
    markCaptions(in: &pieces)
    return pieces
  }

  /// Marks the paragraph above a photographer's credit that speaks of its picture, or is short and begins with a day, as a
  /// caption's.
  private static func markCaptions(in pieces: inout [Piece]) {
    for index in pieces.indices where pieces[index].closing.isCredit {
      guard var first = pieces[max(0, index - 8)...index].lastIndex(where: { $0.kind == .body }) else {
        continue
      }
      let start = max(1, first - 16)
      while first >= start, pieces[first].continues, pieces[first - 1].kind == .body { first -= 1 }
      let text = pieces[first...index].flatMap(\.text)
      let tells = pieces[first].opening.isLead && text.count < 160 && !pieces[first].continues
      let speaks = tells || Cues.captions.stand(in: text)
      if text.count < 400, speaks || pieces[index].kind == .body { pieces[first].opening.isCaption = true }
    }
  }

  /// Where characters follow one another so much more seldom than by chance, in bits, lines may have been torn apart.
  private static let tearing = -2.0

  /// Line `index` surely belongs with the one before it.
  private static func joins(_ lines: [ReadLine], _ labels: [LineLabel], _ index: Int) -> Bool {
    guard labels[index] == .continuation, labels[index - 1].isBody else { return false }
    let isWhole = lines[index - 1].ending == .closed && !lines[index].line.squeezed.leansBack
    let mayBeTorn = !isWhole && (lines[index].line.blanksBefore > 0 || lines[index].junction < tearing)
    let changesColumn =
      abs(lines[index - 1].widthBefore - lines[index].widthAfter) > 8
      && !lines[index].line.isTwin(of: lines[index - 1].line)
    return !mayBeTorn && !changesColumn
  }

  private init(_ lines: borrowing [ReadLine], _ labels: borrowing [LineLabel], _ range: Range<Int>) {
    let first = lines[range.lowerBound]
    let last = lines[range.upperBound - 1]
    let label = labels[range.lowerBound]
    kind =
      switch label {
      case .head: .head
      case .byline: .byline
      case .furniture: .furniture
      case .opening, .paragraph, .continuation: .body
      }
    self.lines = range
    text = range.count == 1 ? first.line.squeezed : Self.text(of: lines, range)
    opening = first.opening
    start = first.start
    closing = last.closing
    ending = last.ending
    continues = label == .continuation
    isIndented = first.line.indent >= 3 || first.isIndented || Self.isShort(first, lines[range].dropFirst())
    fillsLastLine = last.isWrapped ? last.isFull : last.line.cells * 2 >= last.column || last.hasPunctuation
    isWrapped = first.isWrapped
    isSignOff = last.isDay || (last.isSignOff && last.line.cells < last.column - 6)
    isContact = range.count == 1 && first.line.count < 40 && first.line.hasPhoneNumber
    if last.isDay && label.isBody { closing.isEndMark = true }
    blanksBefore = first.line.blanksBefore
    heading = first.line.heading
    phraseGaps = first.line.phraseGaps
    unbalanced = Self.unbalanced(lines, range, text)
    column = lines[range].reduce(0) { max($0, $1.line.cells) }
    joint = Self.joint(lines, range)
  }

  private static func unbalanced(
    _ lines: borrowing [ReadLine], _ range: Range<Int>, _ text: borrowing Scalars
  )
    -> (open: Scalars, close: Scalars)
  {
    if range.count == 1 { return lines[range.lowerBound].unbalanced }
    for index in range where !lines[index].line.isBalanced {
      return Brackets.unbalanced(in: copy text)
    }
    return ([], [])
  }

  private static func joint(_ lines: [ReadLine], _ range: Range<Int>) -> Joint? {
    guard range.lowerBound > 0, lines[range.lowerBound - 1].line.count >= WordSpan.reach,
      range.count == 1 || lines[range.lowerBound].line.count >= WordSpan.reach
    else { return nil }
    return Joint(bits: lines[range.lowerBound].bits, splitsWord: lines[range.lowerBound].splitsWord)
  }

  private static func text(of lines: [ReadLine], _ range: Range<Int>) -> Scalars {
    var text: Scalars = []
    text.reserveCapacity(range.reduce(0) { $0 + lines[$1].line.squeezed.count })
    for index in range { text += lines[index].line.squeezed }
    return text
  }
}

extension Piece {
  /// A first line that lacks two characters or so to the column's edge, which the lines below it do not.
  private static func isShort(_ first: ReadLine, _ rest: ArraySlice<ReadLine>) -> Bool {
    guard first.isWrapped, let second = rest.first, (2...6).contains(first.column - first.line.cells) else {
      return false
    }
    return rest.count == 1 || second.line.cells > first.line.cells + 1
  }
}

/// What is asked of a piece again and again, without its texts: taking it costs nothing.
struct PieceFacts {
  /// What its beginning tells, as in `Cues.Opening`.
  struct Opening { let isStrong, isLead, isCaption: Bool }
  /// What its end tells, as in `Cues.Closing`.
  struct Closing { let isStrong: Bool }

  let opening: Opening
  let closing: Closing
  let isBareOpening, isOmission, isOpen, isWrapped, continues, fillsLastLine: Bool
  /// As in `Cues.Opening`, too.
  let refersBack, pointsAtPicture, isBox, isContact: Bool
  /// What its first characters are.
  let cannotOpen, leansBack: Bool
  /// A few characters that are no speech.
  let isShort: Bool
  let blanksBefore: Int
  let start: Double
  /// The number or the mark of a list with which it begins.
  let item: ListItem?

  init(_ piece: Piece) {
    opening = Opening(
      isStrong: piece.opening.isStrong, isLead: piece.opening.isLead, isCaption: piece.opening.isCaption)
    closing = Closing(isStrong: piece.closing.isStrong)
    refersBack = piece.opening.refersBack
    pointsAtPicture = piece.opening.pointsAtPicture
    isBox = piece.opening.isBox
    isContact = piece.isContact
    cannotOpen = piece.text.first?.cannotOpen == true || piece.isSignature
    leansBack = piece.text.leansBack
    isBareOpening = piece.isBareOpening
    isOmission = piece.isOmission
    isOpen = piece.isOpen
    isWrapped = piece.isWrapped
    isShort = piece.ending == .closed && piece.text.count < 12 && piece.text.first?.closer == nil
    continues = piece.continues
    fillsLastLine = piece.fillsLastLine
    blanksBefore = piece.blanksBefore
    start = piece.start
    item = piece.kind == .body ? ListItem(piece.text) : nil
  }
}

/// The set of pairs of neighbouring Han characters, letters and digits of a text, sorted.
struct PairSet: Sendable {
  /// Two scalars in one number, ascending, each once.
  let codes: [UInt64]

  init(_ text: Scalars) {
    var codes: [UInt64] = []
    codes.reserveCapacity(text.count)
    for at in text.indices.dropLast() where text[at].isPaired && text[at + 1].isPaired {
      codes.append(UInt64(text[at].value) << 32 | UInt64(text[at + 1].value))
    }
    codes.sort()
    var kept = 0
    for at in codes.indices where kept == 0 || codes[at] != codes[kept - 1] {
      codes[kept] = codes[at]
      kept += 1
    }
    codes.removeLast(codes.count - kept)
    self.codes = codes
  }

  /// Calls `body` with every pair that both sets have.
  func forEachCommon(with other: PairSet, _ body: (UInt64) -> Void) {
    var (i, j) = (0, 0)
    while i < codes.count, j < other.codes.count {
      if codes[i] == other.codes[j] {
        body(codes[i])
        i += 1
        j += 1
      } else if codes[i] < other.codes[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
