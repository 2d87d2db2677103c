import CICU

/// What stands on the screen for a character that must not reach the terminal: U+2426 SYMBOL FOR
/// SUBSTITUTE FORM TWO, made for this purpose.
///
/// U+FFFD, the usual choice, has an ambiguous width, and so has every other mark in common use but
/// `?`, which a reader could not tell from a printed one. U+2426 takes one column everywhere.
public let substituteMark: Unicode.Scalar = "\u{2426}"

/// The text as it may be sent to a terminal; text from a file goes there in no other way.
///
/// Controls (C0 with ESC and the line feed, DEL, C1), format characters (bidirectional controls, U+FEFF,
/// zero-width joiners outside emoji sequences), line and paragraph separators, private-use and unassigned
/// code points and combining marks that have nothing but a space to combine with become `substituteMark`; a
/// tab becomes a space and a soft hyphen a hyphen. Every scalar becomes exactly one scalar, so that offsets counted in
/// scalars are the same in both texts.
public func displayable(_ text: String) -> String {
  guard !text.unicodeScalars.allSatisfy(\.isPlain) else { return text }
  var result = String.UnicodeScalarView()
  for character in text { appendDisplayable(character, to: &result) }
  return String(result)
}

private func appendDisplayable(_ character: Character, to result: inout String.UnicodeScalarView) {
  let scalars = Array(character.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    result.append(isShown(at: index, of: scalars) ? scalar : replacement(for: scalar))
  }
}

private func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar {
  case "\t": " "
  case "\u{AD}": "-"
  default: substituteMark
  }
}

private func isShown(at index: Int, of cluster: [Unicode.Scalar]) -> Bool {
  let scalar = cluster[index]
  switch kanbao_display_of(scalar.value) {
  case KANBAO_DISPLAY_ALONE: return true
  case KANBAO_DISPLAY_ATTACHED: return index > 0 && !cluster[0].isBreakingSpace
  default: return isPartOfEmoji(at: index, of: cluster)
  }
}

/// True for a joiner between two emoji and for the tags that name the region of a black flag (UTS #51).
private func isPartOfEmoji(at index: Int, of cluster: [Unicode.Scalar]) -> Bool {
  switch cluster[index].value {
  case 0x200D:
    index > 0 && index + 1 < cluster.count && cluster[index + 1].isPictogram && cluster[0].isPictogram
  case 0xE0020...0xE007F: cluster[0].value == 0x1F3F4
  default: false
  }
}

extension Unicode.Scalar {
  /// True for an emoji that is not a digit, `#` or `*`.
  fileprivate var isPictogram: Bool { !isASCII && kanbao_is_emoji(value) != 0 }

  /// True for ASCII, hanzi, and the punctuation, letters and digits of Chinese text: such a scalar is shown as it is,
  /// and a grapheme cluster ends between two of them. These fill pages, and need no look at a table.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xB7, 0x2010...0x2027, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }
}
