/// The Han characters of each piece of a page, as numbers, each once. Where two texts of a few lines share hardly a pair of
/// characters, the characters themselves still tell what both are about.
struct PageCharacters {
  private var numbers: [Int32] = []
  private var ends: [Int] = []
  /// How many different ones the page has.
  private(set) var count = 0

  init(_ pieces: [Piece]) {
    var known = [Int32](repeating: -1, count: Self.block.count)
    // The last piece in which each character was seen.
    var last: [Int] = []
    numbers.reserveCapacity(pieces.reduce(0) { $0 + $1.text.count })
    ends.reserveCapacity(pieces.count)
    for piece in pieces.indices {
      for scalar in pieces[piece].text where Self.block.contains(scalar.value) {
        let place = Int(scalar.value - Self.block.lowerBound)
        if known[place] < 0 {
          known[place] = Int32(last.count)
          last.append(-1)
        }
        guard last[Int(known[place])] != piece else { continue }
        last[Int(known[place])] = piece
        numbers.append(known[place])
      }
      ends.append(numbers.count)
    }
    count = last.count
  }

  /// The common Han characters.
  private static let block: Range<UInt32> = 0x4E00..<0xA000

  /// Those of a piece.
  subscript(piece: Int) -> ArraySlice<Int32> { numbers[(piece > 0 ? ends[piece - 1] : 0)..<ends[piece]] }
}
