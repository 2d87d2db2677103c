/// Pieces that follow each other as parts of one paragraph, seen as one: what is said of a paragraph needs more text
/// than its first lines. A line that no column's edge has cut is long enough alone.
struct Paragraphs {
  struct Paragraph {
    var range: ClosedRange<Int>
    /// Its pairs of neighbouring characters, by their numbers.
    var pairs: [Int32]
    /// Characters.
    var count: Int
    /// The width of its longest line, in columns.
    var column: Int
    var lines: Int
  }

  private var all: [Paragraph] = []
  private var index: [Int]

  init(_ pieces: [Piece], _ affinity: Affinity) {
    index = [Int](repeating: 0, count: pieces.count)
    var start: Int?
    for at in 0...pieces.count {
      let goesOn =
        at < pieces.count && pieces[at].kind == .body && pieces[at].continues && pieces[at].isWrapped
      if let first = start, !goesOn { add(pieces, first...(at - 1), affinity) }
      guard at < pieces.count, pieces[at].kind == .body else { start = nil; continue }
      if !goesOn || start == nil { start = at }
    }
  }

  private mutating func add(_ pieces: [Piece], _ range: ClosedRange<Int>, _ affinity: Affinity) {
    for at in range { index[at] = all.count }
    all.append(
      Paragraph(
        range: range, pairs: affinity.pairs(of: range), count: range.reduce(0) { $0 + pieces[$1].text.count },
        column: range.map { pieces[$0].column }.max() ?? 0,
        lines: range.reduce(0) { $0 + pieces[$1].lines.count }))
  }

  /// How many there are.
  var count: Int { all.count }

  /// Their numbers.
  var indices: Range<Int> { all.indices }

  /// Calls `body` with the numbers of paragraphs from one on, up or down the page, that have `length` characters together, and
  /// with how many characters those before have.
  @inline(__always)
  func forEach(
    from start: Int, by step: Int, within length: Int, _ body: (_ number: Int, _ passed: Int) -> Void
  ) {
    var (at, count) = (start, 0)
    while all.indices.contains(at), count < length {
      body(at, count)
      count += all[at].count
      at += step
    }
  }

  /// The number of the paragraph that holds body piece `piece`.
  func number(holding piece: Int) -> Int { index[piece] }

  /// The paragraph of a number.
  subscript(number: Int) -> Paragraph { _read { yield all[number] } }
}
