/// Text as the page model works on it: an array of Unicode scalars. Offsets count scalars.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
  /// A Han character.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  /// White space of any kind, the ideographic space, the byte order mark and zero-width space included.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000, 0x2000...0x200B, 0x202F, 0x205F, 0xFEFF: true
    default: false
    }
  }

  /// An ASCII or full-width digit's value.
  var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// An ASCII letter.
  var isLatin: Bool { (0x41...0x5A).contains(value & ~0x20) && value < 0x80 }

  /// Ends a sentence: 。！？… and their ASCII forms but the full stop.
  var endsSentence: Bool {
    switch value {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF61, 0xFE12: true
    default: false
    }
  }

  /// Divides a sentence: ，、；： and their ASCII forms.
  var dividesSentence: Bool {
    switch value {
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A, 0xFE10, 0xFE11: true
    default: false
    }
  }

  /// Punctuation with which no line of text can begin: it ends or divides a sentence or closes a bracket.
  var cannotOpen: Bool { isCloser || endsSentence || dividesSentence }

  /// Punctuation of running text: commas, 、 ； and what ends a sentence.
  var marksSentence: Bool { isComma || endsSentence || self == "、" || self == "；" }

  /// A comma, which headlines seldom have.
  var isComma: Bool { value == 0xFF0C || value == 0x2C }

  /// An opening bracket or quotation mark, with the closing one; horizontal, half-width and vertical forms.
  var closer: Unicode.Scalar? {
    switch self {
    case "（": "）"
    case "(": ")"
    case "“": "”"
    case "‘": "’"
    case "《": "》"
    case "〈": "〉"
    case "「": "」"
    case "『": "』"
    case "【": "】"
    case "〔": "〕"
    case "[": "]"
    case "︽": "︾"
    case "﹁": "﹂"
    default: nil
    }
  }

  /// A closing bracket or quotation mark.
  var isCloser: Bool { "）)”’》〉」』】〕]︾﹂".unicodeScalars.contains(self) }

  /// A dash of any length.
  var isDash: Bool {
    (0x2010...0x2015).contains(value) || value == 0x2500 || value == 0x2D || value == 0xFF0D
  }

  /// A mark drawn before an author's name or an item: □ ■ ◆ ● ▲ 囗 and their kin.
  var isBullet: Bool {
    switch value {
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x2022, 0x56D7: true
    default: false
    }
  }

  /// A number in a circle, which papers print as an end mark: ④ ⑩.
  var isCircledNumber: Bool { (0x2460...0x24FF).contains(value) || (0x2776...0x2793).contains(value) }

  /// Columns on a terminal where ambiguous characters take two.
  var cells: Int {
    switch value {
    case 0..<0x300: value == 0xB7 ? 2 : 1
    case 0xFF61...0xFFDC: 1
    default: 2
    }
  }
}

extension Array where Element == Unicode.Scalar {
  /// The scalars of a string.
  init(of text: some StringProtocol) { self = Array(text.unicodeScalars) }

  /// Whether it ends with the scalars of `text`.
  func ends(with text: String) -> Bool { reversed().starts(with: text.unicodeScalars.reversed()) }

  /// As it is searched: simplified, half width, lower case; each scalar stays in its place.
  var folded: Scalars { map { Folding.fold($0) } }

  /// Whether `word` stands in it.
  func contains(_ word: Scalars) -> Bool { firstIndex(of: word) != nil }

  /// Where `word` first stands in it.
  func firstIndex(of word: Scalars) -> Int? {
    guard let first = word.first, count >= word.count else { return word.isEmpty ? 0 : nil }
    return (0...(count - word.count)).first { at in
      self[at] == first && self[at..<(at + word.count)].elementsEqual(word)
    }
  }

  /// It begins with a character that no sentence can begin with, since it leans on the word before: 的 们 吗 呢.
  var leansBack: Bool {
    guard let first, "的们們吗嗎呢".unicodeScalars.contains(first) else { return false }
    return count < 2 || !"确確士".unicodeScalars.contains(self[1])
  }

  /// Without any white space.
  var squeezed: Scalars { filter { !$0.isBlank } }
}

extension Sequence where Element == Unicode.Scalar {
  /// As a string.
  var string: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(underestimatedCount * 3)
    for scalar in self { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Collection where Element == Unicode.Scalar {
  /// Whether it begins with the scalars of `text`.
  func hasPrefix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { starts(with: String(decoding: $0, as: UTF8.self).unicodeScalars) }
  }
}
