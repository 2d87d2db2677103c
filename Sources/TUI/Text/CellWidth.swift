import CICU

/// How many columns a terminal gives the characters whose East Asian Width is *ambiguous* (UAX #11):
/// “ ” ‘ ’ — … · ① □ → × and others, which terminals with Chinese settings draw two columns wide.
public enum AmbiguousWidth: Sendable {
  /// One column.
  case narrow
  /// Two columns.
  case wide
}

/// The one width table of the program: columns that characters take on a terminal, from Unicode's
/// properties (UAX #11, UTS #51), without a locale.
///
/// Widths are those of displayable text, see `displayable(_:)`, in which every grapheme cluster takes one
/// or two columns. In other text a control counts 1 and a format character 0.
public struct CellWidth: Sendable, Hashable {
  /// What ambiguous characters take.
  public let ambiguous: AmbiguousWidth

  /// The table for terminals that give ambiguous characters so many columns.
  public init(ambiguous: AmbiguousWidth) { self.ambiguous = ambiguous }

  /// The columns of one grapheme cluster: 1 or 2, and 0 for one that has nothing but combining marks.
  ///
  /// Emoji sequences (joined by ZWJ, with a skin tone, a flag, VARIATION SELECTOR-16 after an emoji)
  /// take 2; other clusters take what their scalars take together, at most 2.
  public func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    let width = columns(of: first)
    guard scalars.index(after: scalars.startIndex) != scalars.endIndex else { return width }
    if isEmojiSequence(scalars) { return 2 }
    return min(2, scalars.dropFirst().reduce(width) { $0 + columns(of: $1) })
  }

  /// The columns of a text: the sum over its grapheme clusters.
  public func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// What to send to a terminal for one displayable grapheme cluster, so that a terminal that goes scalar by
  /// scalar, as ncurses does, moves exactly by `columns(of:)`.
  ///
  /// Terminals do not agree on emoji sequences: of those only the first emoji is sent, without joiners and
  /// variation selector, and spaces fill what is left of its columns. Of combining marks four are sent, as
  /// many as a cell of ncurses holds.
  public func drawable(_ character: Character) -> String {
    var drawn = String.UnicodeScalarView()
    var left = columns(of: character)
    var marks = 4
    for scalar in character.unicodeScalars where !scalar.changesWidthOfSequence {
      let width = columns(of: scalar)
      guard width <= left, width > 0 || marks > 0 else { break }
      drawn.append(scalar)
      left -= width
      marks -= width == 0 ? 1 : 0
    }
    return String(drawn) + String(repeating: " ", count: left)
  }

  /// The columns of a scalar that stands alone.
  func columns(of scalar: Unicode.Scalar) -> Int {
    let width = kanbao_wcwidth(scalar.value, ambiguous == .wide ? 1 : 0)
    return width < 0 ? 1 : Int(width)
  }

  private func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, kanbao_is_emoji(first.value) != 0 else { return false }
    return scalars.dropFirst().contains {
      $0.isEmojiPresentation || $0.isEmojiModifier || $0.isRegionalIndicator
    }
  }
}

extension Unicode.Scalar {
  /// VARIATION SELECTOR-16: shows the emoji before it as a picture.
  var isEmojiPresentation: Bool { value == 0xFE0F }

  /// True for what makes a sequence of emoji: VARIATION SELECTOR-16, joiners and tags.
  var changesWidthOfSequence: Bool {
    isEmojiPresentation || kanbao_display_of(value) == KANBAO_DISPLAY_NEVER
  }

  /// A skin tone, which belongs to the emoji before it.
  var isEmojiModifier: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// One of the letters of which two make a flag.
  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
