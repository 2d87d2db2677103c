/// Cuts a text into grapheme clusters and measures them.
///
/// Between two plain scalars a cluster ends, so the string's own search for its clusters, which costs much more, is
/// done for the others only. It goes on from its own index while it can: finding one's place anew in a long run of
/// flags means going back to its beginning.
struct ClusterReader {
  /// Where the next cluster begins, in scalars, and in bytes of UTF-8.
  private(set) var offset = 0
  private(set) var byte = 0
  private let text: String
  private let scalars: [Unicode.Scalar]
  private let width: CellWidth
  /// Where the string's search stands, if the cluster before came from it.
  private var index: String.Index?

  /// - Parameter scalars: Those of the text.
  init(_ text: String, _ scalars: [Unicode.Scalar], width: CellWidth) {
    self.text = text
    self.scalars = scalars
    self.width = width
  }

  /// Goes behind the next cluster, which must be there, and gives its columns.
  mutating func next() -> Int {
    let first = scalars[offset]
    guard first.isPlain, offset + 1 == scalars.count || scalars[offset + 1].isPlain else {
      return nextByString()
    }
    offset += 1
    byte += UTF8.width(first)
    index = nil
    return width.columns(of: first)
  }

  private mutating func nextByString() -> Int {
    let start = index ?? text.utf8.index(text.startIndex, offsetBy: byte)
    let character = text[start]
    offset += character.unicodeScalars.count
    byte += character.utf8.count
    index = text.index(after: start)
    return width.columns(of: character)
  }
}
