/// What tells whether two headline lines, one right below the other, are of one headline block. `BondTrees` are trained on it.
struct BondSigns {
  /// What each says, in order.
  static let names =
    [
      "blanks", "lowerIndented", "gapAbove", "gapBelow", "cells", "wider", "bits", "splitsWord", "closes",
      "run", "place", "rest", "common", "bond",
    ]
    + ["upper", "lower"].flatMap { line in
      [
        "Length", "Spaces", "Level", "Dash", "Kicker", "Office", "Notice", "Subheadline", "Colon", "Marks",
        "Wording", "Start", "Item", "Quote", "End",
      ].map { line + $0 }
    }

  private let pieces: [Piece]
  private var signs = Signs()

  /// The signs of lines `upper` and `lower`; `bond`: what a few weights say.
  static func signs(
    of upper: Int, _ lower: Int, in pieces: [Piece], _ characters: PageCharacters, bond: Double
  ) -> Signs {
    var signs = BondSigns(pieces: pieces)
    signs.addBreak(upper, lower, characters)
    signs.signs.add(bond)
    signs.addLine(pieces[upper])
    signs.addLine(pieces[lower])
    return signs.signs
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  private mutating func addBreak(_ upper: Int, _ lower: Int, _ characters: PageCharacters) {
    signs.add(pieces[lower].blanksBefore)
    signs.add(pieces[lower].isIndented)
    signs.add(pieces[upper].blanksBefore)
    signs.add(lower + 1 < pieces.count ? pieces[lower + 1].blanksBefore : 9)
    signs.add(pieces[lower].column)
    signs.add(pieces[lower].column - pieces[upper].column)
    signs.add(pieces[lower].joint?.bits ?? 0)
    signs.add(pieces[lower].joint?.splitsWord ?? false)
    let closed = pieces[lower].unbalanced.close
    signs.add(pieces[upper].unbalanced.open.contains { closed.contains($0.closer ?? $0) })
    let above = pieces.headRun(from: upper, by: -1)
    let below = pieces.headRun(from: lower, by: 1)
    signs.add(above + below)
    signs.add(above)
    signs.add(below)
    signs.add(characters.common(upper, lower))
  }

  private mutating func addLine(_ piece: Piece) {
    let text = piece.text
    signs.add(text.count)
    signs.add(piece.phraseGaps)
    signs.add(piece.heading)
    signs.add(text.prefix(2).allSatisfy(\.isDash))
    signs.add(HeadlineParts.isKicker(text))
    signs.add(HeadlineParts.isOffice(text))
    signs.add(Cues.isNoticeTitle(text))
    signs.add(HeadlineParts.isSubheadline(text))
    signs.add(text.contains("：") || text.contains(":"))
    signs.add(text.count { !$0.isHan && $0.digit == nil })
    signs.add(CommonPairs.shared.wording(text))
    signs.add(piece.start)
    signs.add(ListItem(text) != nil)
    signs.add(text.first?.closer != nil)
    signs.add(piece.ending == .open ? 0 : 1)
  }
}

extension PageCharacters {
  /// How many characters two pieces have in common.
  func common(_ a: Int, _ b: Int) -> Int {
    var count = 0
    forEach(in: a) { one in
      forEach(in: b) { other in if one == other { count += 1 } }
    }
    return count
  }
}
