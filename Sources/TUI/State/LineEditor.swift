/// A line of text being typed, edited by grapheme.
public struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character]
  /// Before which character the caret stands, 0...characters.count.
  private(set) var caret: Int
  private var killed = ""
  /// True after a key that killed text: what the next one kills joins it.
  private var isKilling = false

  /// A line with the caret at its end.
  init(_ text: String = "") {
    characters = Array(text)
    caret = characters.count
  }

  /// The text.
  var text: String { String(characters) }
  /// The text before the caret.
  var beforeCaret: String { String(characters[..<caret]) }

  /// Puts another text in, the caret at its end. What was killed may still be put back.
  mutating func set(_ text: String) {
    characters = Array(text)
    caret = characters.count
    isKilling = false
  }

  /// Changes the line as a readline user expects; false for keys that mean nothing here.
  mutating func handle(_ key: Key) -> Bool {
    let wasKilling = isKilling
    isKilling = false
    switch key {
    case .control("u"): kill(0..<caret, after: wasKilling)
    case .control("k"): kill(caret..<characters.count, after: wasKilling)
    case .control("w"): kill(blankedStart..<caret, after: wasKilling)
    case .meta("\u{7F}"): kill(wordStart..<caret, after: wasKilling)
    case .meta("d"): kill(caret..<wordEnd, after: wasKilling)
    case .control("y"): insert(killed)
    case .control("t"): transpose()
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): remove(max(0, caret - 1)..<caret)
    case .delete, .control("d"): remove(caret..<min(characters.count, caret + 1))
    default: return moveCaret(key)
    }
    return true
  }

  private mutating func moveCaret(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): caret = max(0, caret - 1)
    case .right, .control("f"): caret = min(characters.count, caret + 1)
    case .meta("b"), .wordLeft: caret = wordStart
    case .meta("f"), .wordRight: caret = wordEnd
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = characters.count
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

  /// Removes text and keeps it for Ctrl-Y, beside what the key before has killed.
  private mutating func kill(_ range: Range<Int>, after wasKilling: Bool) {
    let text = String(characters[range])
    if !wasKilling {
      killed = text
    } else {
      killed = range.lowerBound < caret ? text + killed : killed + text
    }
    isKilling = true
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    let before = Array(characters[..<range.lowerBound])
    characters = Array(String(before) + String(characters[range.upperBound...]))
    caret = min(before.count, characters.count)
  }

  /// Moves the character before the caret over the one at it; at the end, swaps the last two.
  private mutating func transpose() {
    guard caret > 0, characters.count > 1 else { return }
    let second = min(caret, characters.count - 1)
    let text = String(characters[second]) + String(characters[second - 1])
    replace(second - 1..<second + 1, with: text)
    caret = min(second + 1, characters.count)
  }

  /// Where the word of letters and digits before the caret begins.
  private var wordStart: Int {
    var at = caret
    while at > 0, !Self.isWord(characters[at - 1]) { at -= 1 }
    while at > 0, Self.isWord(characters[at - 1]) { at -= 1 }
    return at
  }

  /// Where the word at or after the caret ends.
  private var wordEnd: Int {
    var at = caret
    while at < characters.count, !Self.isWord(characters[at]) { at += 1 }
    while at < characters.count, Self.isWord(characters[at]) { at += 1 }
    return at
  }

  /// Where what stands between blanks before the caret begins.
  private var blankedStart: Int {
    var at = caret
    while at > 0, characters[at - 1].isWhitespace { at -= 1 }
    while at > 0, !characters[at - 1].isWhitespace { at -= 1 }
    return at
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func admitted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 9, 10, 13, 0x2028, 0x2029: " "
    case 0..<32, 127..<160, 0xFEFF: nil
    default: scalar
    }
  }
}
