import Foundation
import Testing

/// A picture of a program in xterm, as pixels.
struct Picture {
  /// What is no picture of this kind.
  struct Malformed: Error {}

  let width: Int
  let height: Int
  /// Red, green and blue of each pixel, row by row.
  private let bytes: [UInt8]

  /// Where the script that takes pictures stands.
  private static let script: String = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("scripts/picture").path
  }()

  /// Runs `kanbao` in xterm in a folder, presses keys by xdotool's names, and takes a picture.
  static func of(
    _ arguments: [String], keys: String, columns: Int, rows: Int, isWide: Bool, in folder: ScratchFolder
  ) throws -> Picture {
    let file = folder.url("\(UUID().uuidString).ppm")
    let result = try Program.execute(
      script,
      [file.path, "\(columns)x\(rows)", isWide ? "wide" : "narrow", keys, Program.path] + arguments,
      in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return try Picture(ppm: Array(Data(contentsOf: file)))
  }

  /// Reads a picture of the binary PPM format, of one or two bytes a colour.
  init(ppm: [UInt8]) throws {
    var words: [String] = []
    var at = 0
    while words.count < 4, at < ppm.count {
      let word = ppm[at...].prefix { $0 > 32 }
      words.append(String(decoding: word, as: UTF8.self))
      at = word.endIndex + 1
    }
    guard words.count == 4, words[0] == "P6", let width = Int(words[1]), let height = Int(words[2]),
      let step = ["255": 1, "65535": 2][words[3]], ppm.count - at >= width * height * 3 * step
    else { throw Malformed() }
    (self.width, self.height) = (width, height)
    bytes = stride(from: at, to: ppm.count, by: step).map { ppm[$0] }
  }

  /// The colour of a pixel.
  func colour(_ x: Int, _ y: Int) -> UInt32 {
    let at = (y * width + x) * 3
    return UInt32(bytes[at]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
  }

  /// The pixel columns of a cell, counted from its own left edge, in which something is drawn. `cell` is a cell's size.
  func inked(column: Int, row: Int, cell: (width: Int, height: Int), ground: UInt32) -> Set<Int> {
    Set(
      (0..<cell.width).filter { x in
        (0..<cell.height).contains { y in
          colour(column * cell.width + x, row * cell.height + y) != ground
        }
      })
  }
}
