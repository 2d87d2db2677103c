/// The Han characters of each piece of a page, as numbers, each once. Where two texts of a few lines share hardly a pair of
/// characters, the characters themselves still tell what both are about.
struct PageCharacters {
  private var numbers: [Int32]
  private var ends: [Int] = []
  /// How many different ones the page has.
  private(set) var count = 0
  /// How many the pieces have together.
  var total: Int { numbers.count }

  init(_ pieces: [Piece]) {
    let room = pieces.reduce(0) { $0 + $1.text.count }
    var count = 0
    var ends: [Int] = []
    ends.reserveCapacity(pieces.count)
    numbers = [Int32](unsafeUninitializedCapacity: room) { numbers, filled in
      withUnsafeTemporaryAllocation(of: Known.self, capacity: Self.block.count) { known in
        known.initialize(repeating: Known())
        for piece in pieces.indices {
          pieces[piece].text.withUnsafeBufferPointer { text in
            for scalar in text where Self.block.contains(scalar.value) {
              let place = Int(scalar.value - Self.block.lowerBound)
              if known[place].number < 0 {
                known[place].number = Int32(count)
                count += 1
              }
              guard known[place].piece != Int32(piece) else { continue }
              known[place].piece = Int32(piece)
              numbers.initializeElement(at: filled, to: known[place].number)
              filled += 1
            }
          }
          ends.append(filled)
        }
      }
    }
    self.count = count
    self.ends = ends
  }

  /// What is known of a character: its number, and the last piece in which it was seen.
  private struct Known {
    var number: Int32 = -1
    var piece: Int32 = -1
  }

  /// The common Han characters.
  private static let block: Range<UInt32> = 0x4E00..<0xA000

  /// Calls `body` with each character of a piece, as its number.
  @inline(__always)
  func forEach(in piece: Int, _ body: (Int) -> Void) {
    let range = (piece > 0 ? ends[piece - 1] : 0)..<ends[piece]
    numbers.withUnsafeBufferPointer { numbers in
      for at in range { body(Int(numbers[at])) }
    }
  }

  /// The pieces' characters as rows of bits: many together are one quickly.
  struct Rows {
    /// Words of a row.
    let width: Int
    private let bits: [UInt64]

    init(_ characters: PageCharacters) {
      let width = (characters.count + 63) >> 6
      var bits = [UInt64](repeating: 0, count: characters.ends.count * width)
      for piece in characters.ends.indices {
        characters.forEach(in: piece) { bits[piece * width + $0 >> 6] |= 1 << UInt64($0 & 63) }
      }
      (self.width, self.bits) = (width, bits)
    }

    /// Adds the characters of a piece to those of row `row` in `rows`.
    @inline(__always)
    func add(_ piece: Int, to row: Int, of rows: inout [UInt64]) {
      for word in 0..<width { rows[row * width + word] |= bits[piece * width + word] }
    }
  }
}
