/// A line of text being typed, edited by grapheme.
public struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character]
  /// Before which character the caret stands, 0...characters.count.
  private(set) var caret: Int
  private var killed = ""

  /// A line with the caret at its end.
  init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  /// The text.
  var text: String { String(characters) }
  /// The text before the caret.
  var beforeCaret: String { String(characters[..<caret]) }

  /// Changes the line as a readline user expects; false for keys that mean nothing here.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): caret = max(0, caret - 1)
    case .right, .control("f"): caret = min(characters.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
    case .backspace, .control("h"): remove(max(0, caret - 1)..<caret)
    case .delete, .control("d"): remove(caret..<min(characters.count, caret + 1))
    case .control("u"): kill(0..<caret)
    case .control("k"): kill(caret..<characters.count)
    case .control("w"): kill(wordStart..<caret)
    case .control("y"): insert(killed)
    default: return false
    }
    return true
  }

  /// Inserts text at the caret. Line ends and tabs become spaces, other control characters are left out. What
  /// combines with the character before the caret joins it.
  mutating func insert(_ text: String) {
    let clean = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(Self.admitted)))
    let before = Array(beforeCaret + clean)
    characters = Array(String(before) + String(characters[caret...]))
    caret = min(before.count, characters.count)
  }

  /// Puts text in the place of some characters, and the caret after it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    characters.replaceSubrange(range, with: Array(text))
    caret = range.lowerBound + text.count
  }

  /// Drops the characters that do not belong here.
  mutating func keepOnly(_ belongs: (Character) -> Bool) {
    caret = characters[..<caret].count(where: belongs)
    characters = characters.filter(belongs)
  }

  private mutating func kill(_ range: Range<Int>) {
    killed = String(characters[range])
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    let before = Array(characters[..<range.lowerBound])
    characters = Array(String(before) + String(characters[range.upperBound...]))
    caret = min(before.count, characters.count)
  }

  private var wordStart: Int {
    var at = caret
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  private static func admitted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 9, 10, 13, 0x2028, 0x2029: " "
    case 0..<32, 127..<160, 0xFEFF: nil
    default: scalar
    }
  }
}
