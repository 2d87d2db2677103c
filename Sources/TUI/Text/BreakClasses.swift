/// The classes of characters that the rules for Chinese line breaking (clreq, 3.1.2 and 3.1.5) speak of.
extension Unicode.Scalar {
  /// True for a character that no line begins with: closing and pause marks, dashes, connectors.
  var isProhibitedAtLineStart: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "！", "？", "．": true
    case "”", "’", "）", "》", "〉", "」", "』", "】", "〕", "〗", "］", "｝": true
    case "…", "⋯", "—", "―", "⸺", "～", "·", "‧", "・", "％", "‰", "℃": true
    default: false
    }
  }

  /// True for a character that no line ends with: opening marks, and the circled and bracketed numbers
  /// (① ⑴ ⒈) that open an item.
  var isProhibitedAtLineEnd: Bool {
    switch self {
    case "“", "‘", "（", "《", "〈", "「", "『", "【", "〔", "〖", "［", "｛": true
    case "\u{2460}"..."\u{249B}": true
    default: false
    }
  }

  /// True for a pause or stop mark, which may hang in the margin (行尾点号悬挂).
  var mayHang: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "！", "？": true
    default: false
    }
  }

  /// True for a space that is dropped where a line ends.
  var isBreakingSpace: Bool { self == " " || self == "\u{3000}" }

  /// True for an ASCII letter or digit.
  var isASCIIAlphanumeric: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }

  /// True for a full-width letter or digit or the full-width signs + and -.
  var isFullWidthWordPart: Bool {
    switch self {
    case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ", "＋", "－": true
    default: false
    }
  }
}
