/// What it tells of two pieces of text that their columns are equally wide or not, given how usual their widths are on the
/// page: where all columns are alike it tells nothing.
struct ColumnFit {
  /// How much wider or narrower lines of one column may be, in columns of the terminal.
  private static let tolerance = 2
  /// The share of neighbouring paragraphs of one story that have the same width.
  private static let usual = 0.9
  /// The widest column that is told from others.
  static let widest = 256

  /// For each piece the width of its column; 0 where it is not known.
  private let columns: [Int]
  /// For each width the share of lines that are about as wide, 0...1.
  private let shares: [Double]
  private let mostShare: Double

  init(_ pieces: [Piece], _ paragraphs: Paragraphs) {
    columns = pieces.indices.map { Self.column(of: $0, pieces, paragraphs) }
    shares = Self.shares(pieces, columns)
    mostShare = shares.max() ?? 1
  }

  private static func shares(_ pieces: [Piece], _ columns: [Int]) -> [Double] {
    // How many lines are narrower than each width.
    var narrower = [Int](repeating: 0, count: widest + 2)
    for at in pieces.indices where columns[at] > 0 { narrower[columns[at] + 1] += pieces[at].lines.count }
    for width in 1..<narrower.count { narrower[width] += narrower[width - 1] }
    let total = narrower[widest + 1]
    return (0...widest).map { width in
      let near = narrower[min(widest, width + tolerance) + 1] - narrower[max(0, width - tolerance)]
      return total > 0 ? Double(near) / Double(total) : 1
    }
  }

  /// One line alone may be a paragraph's last, which tells no width.
  private static func column(of piece: Int, _ pieces: [Piece], _ paragraphs: Paragraphs) -> Int {
    guard pieces[piece].kind == .body, pieces[piece].isWrapped else { return 0 }
    if pieces[piece].lines.count > 1 { return min(widest, pieces[piece].column) }
    let paragraph = paragraphs.number(holding: piece)
    return paragraphs[paragraph].lines > 1 ? min(widest, paragraphs[paragraph].column) : 0
  }

  /// The width of a piece's column; 0 where it is not known.
  func column(of piece: Int) -> Int { columns[piece] }

  /// The width of the last column of a story that is known; 0 where none is.
  func column(of end: StoryEnd) -> Int {
    var place = end.count
    while place > 0 {
      place -= 1
      if columns[end[place]] > 0 { return columns[end[place]] }
    }
    return 0
  }

  /// What the likelihood of a column of such a width beside any other lies between; the bounds are near, not exact.
  func likelihoods(beside other: Int) -> ClosedRange<Double> {
    guard other > 0 else { return 0...0 }
    let alike = Logarithm.natural(Self.usual / max(0.02, shares[other] / 2))
    let apart = Logarithm.natural((1 - Self.usual) / (1 - min(0.99, (shares[other] + mostShare) / 2)))
    return -3...(max(0, alike, apart) + 1e-6)
  }

  /// Log-odds, about -2...3, that what stands in a column of width `other` is of the story that ends in one of width `one`.
  func likelihood(_ one: Int, _ other: Int) -> Double {
    guard one > 0, other > 0 else { return 0 }
    let share = min(0.99, max(0.02, (shares[one] + shares[other]) / 2))
    return abs(one - other) <= Self.tolerance
      ? Logarithm.natural(Self.usual / share) : Logarithm.natural((1 - Self.usual) / (1 - share))
  }
}
