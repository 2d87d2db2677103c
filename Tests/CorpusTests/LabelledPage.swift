@testable import Corpus

/// A page whose lines are labelled by hand.
struct LabelledPage {
  let read: [ReadLine]
  let pieces: [Piece]
  let affinity: Affinity
  /// The pieces of running text.
  let bodies: [Int]

  /// `isSpaced`: a blank line stands behind each line.
  init(_ lines: [(label: LineLabel, text: String)], isSpaced: Bool = true) {
    let page = Page(file: "p.txt", lines: lines.flatMap { isSpaced ? [$0.text, ""] : [$0.text] })
    read = ReadLine.read(Line.lines(of: page), stack: MastheadStack([]))
    pieces = Piece.pieces(of: read, labels: lines.map(\.label))
    affinity = Affinity(pieces)
    bodies = pieces.indices.filter { [pieces] in pieces[$0].kind == .body }
  }
}
