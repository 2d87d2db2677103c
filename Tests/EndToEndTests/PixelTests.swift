import Foundation
import Testing

/// What a person sees in xterm, pixel by pixel: nothing that stands in a row moves what stands after it.
extension EndToEnd {
  @Suite(.serialized) struct PixelTests {
    private static let (columns, rows) = (120, 40)
    /// The column of the line between list and article at that size, from 0.
    private static let divider = 50

    /// Articles whose headlines and texts are full of characters that some terminals draw over one column and others
    /// over two.
    private func folder() throws -> ScratchFolder {
      let folder = try ScratchFolder()
      let marks = Array("“”‘’—…·①④□■→×°○●◎★☆△▲Ωα€§")
      for number in 0..<45 {
        let some = (0..<9).map { "\(marks[(number + $0 * 5) % marks.count])村\($0)" }.joined()
        try folder.write(
          """
          \(some)渠边的“老账本”

          本报讯（记者 林晓舟）\(String(repeating: some + "，水到了田头……", count: 30))
          """, to: "p\(100 + number).txt")
      }
      return folder
    }

    /// What is drawn in the divider's cells: the pixel columns of each row, counted from the cell's edge.
    private func divider(_ arguments: [String], _ keys: String, isWide: Bool) throws -> Set<Set<Int>> {
      let folder = try folder()
      let picture = try Picture.of(
        arguments + ["."], keys: keys, columns: Self.columns, rows: Self.rows, isWide: isWide, in: folder)
      let cell = (width: picture.width / Self.columns, height: picture.height / Self.rows)
      try #require(picture.width == cell.width * Self.columns && picture.height == cell.height * Self.rows)
      let ground = picture.colour(picture.width - 1, picture.height / 2)
      return Set(
        (1..<Self.rows - 1).map { row in
          picture.inked(column: Self.divider, row: row, cell: cell, ground: ground)
        })
    }

    /// One thin line in every row.
    private func isStraight(_ inks: Set<Set<Int>>) -> Bool {
      inks.count == 1 && inks.allSatisfy { (1...2).contains($0.count) }
    }

    @Test(arguments: [false, true], ["", "r", "i"])
    func theLineBetweenPanesIsStraight(_ isWide: Bool, _ keys: String) throws {
      let inks = try divider([], keys, isWide: isWide)
      #expect(isStraight(inks), "\(inks)")
    }

    /// The same comparison sees a terminal that draws other widths than it was said to.
    @Test func aCrookedLineIsSeen() throws {
      #expect(try !isStraight(divider(["--ambiguous", "narrow"], "", isWide: true)))
    }

    @Test(arguments: [[1, 2, 3, 0, 0, 0], [1, 9, 2, 9, 3, 9, 0, 0, 0, 0, 0, 0]] as [[UInt8]])
    func aPictureIsReadAsItsPixels(_ pixels: [UInt8]) throws {
      let header = Array("P6\n2 1\n\(pixels.count == 6 ? 255 : 65535)\n".utf8)
      let picture = try Picture(ppm: header + pixels)
      #expect((picture.width, picture.height) == (2, 1))
      #expect((picture.colour(0, 0), picture.colour(1, 0)) == (0x010203, 0))
      #expect(picture.inked(column: 0, row: 0, cell: (2, 1), ground: 0) == [0])
      #expect(throws: Picture.Malformed.self) { try Picture(ppm: header + [1, 2, 3]) }
    }
  }
}
