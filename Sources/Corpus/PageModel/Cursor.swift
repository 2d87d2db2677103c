/// Reads forward over scalars, skipping white space between the things it reads.
struct Cursor {
  let text: ArraySlice<Unicode.Scalar>
  var at: Int

  init(_ text: Scalars, at: Int = 0) {
    self.text = text[...]
    self.at = at
  }

  /// The scalar at the cursor, or nil at the end.
  var next: Unicode.Scalar? { at < text.endIndex ? text[at] : nil }

  /// Moves past white space.
  mutating func skipBlanks() {
    while let scalar = next, scalar.isBlank { at += 1 }
  }

  /// Moves past one scalar (white space before it allowed) and tells whether it stood there.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    let start = at
    skipBlanks()
    guard next == scalar else { at = start; return false }
    at += 1
    return true
  }

  /// Moves past the first of `words` that stands at the cursor.
  mutating func skip(oneOf words: [String]) -> String? {
    for word in words where skip(Scalars(of: word)) { return word }
    return nil
  }

  /// Moves past the first of `words` that stands at the cursor (white space inside it and before it allowed) and tells
  /// whether one stood there.
  mutating func skip(oneOf words: Words) -> Bool {
    var first = at
    while first < text.endIndex, text[first].isBlank { first += 1 }
    guard first < text.endIndex, words.mayBegin(with: text[first]) else { return false }
    return words.contains(beginning: text[first]) { skip($0) }
  }

  private mutating func skip(_ word: Scalars) -> Bool {
    let start = at
    for wanted in word {
      skipBlanks()
      guard next == wanted else { at = start; return false }
      at += 1
    }
    return true
  }

  /// Moves past one scalar that satisfies `condition`.
  mutating func skip(where condition: (Unicode.Scalar) -> Bool) -> Unicode.Scalar? {
    skipBlanks()
    guard let scalar = next, condition(scalar) else { return nil }
    at += 1
    return scalar
  }
}

extension Cursor {
  /// A number in ASCII or full-width digits, or in Chinese numerals; nil (and no move) where none stands.
  mutating func number() -> Int? {
    let start = at
    if let value = arabic() { return value }
    at = start
    if let value = chinese() { return value }
    at = start
    return nil
  }

  private mutating func arabic() -> Int? {
    skipBlanks()
    var value = 0
    var digits = 0
    while let digit = next?.digit, digits < 9 {
      value = value * 10 + digit
      digits += 1
      at += 1
    }
    return digits > 0 ? value : nil
  }

  private mutating func chinese() -> Int? {
    skipBlanks()
    var number = ChineseNumeral.Reading()
    while let scalar = next, number.count < 8 {
      let isZero = number.count > 0 && ChineseNumeral.isZero(at, in: text)
      guard isZero || ChineseNumeral.isNumeral(scalar) else { break }
      number.read(isZero ? "〇" : scalar)
      at += 1
    }
    return number.value
  }
}

/// Numbers written in Chinese: by position (二〇二五) or with units (二十八).
enum ChineseNumeral {
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "○", "零": 0
    case "一", "元": 1
    case "二", "两", "兩": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    default: nil
    }
  }

  /// Whether a scalar may stand in such a number.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { numerals.contains(scalar) }

  /// Whether a figure or a letter at `index`, behind a numeral, stands for 〇, as in `二０二五年` and `二O二O年`.
  static func isZero(_ index: Int, in text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard zeros.contains(text[index]) else { return false }
    let next = text[index...].prefix(longestRun).first { !zeros.contains($0) }
    return next.map { isNumeral($0) || $0 == "年" } ?? false
  }

  /// No number of newspapers has so many zeros.
  private static let longestRun = 9
  private static let zeros: ScalarSet = "0０OＯ◯"

  /// The scalars that may stand in such a number.
  static let characters = "〇○零一元二两兩三四五六七八九十百千"
  private static let numerals = ScalarSet(characters.unicodeScalars)

  /// The number, or nil where the numerals make none.
  static func value(of numerals: Scalars) -> Int? {
    var number = Reading()
    for scalar in numerals { number.read(scalar) }
    return number.value
  }

  /// A number while its numerals are read: both what it is by position and what it is with units.
  struct Reading {
    /// How many numerals were read.
    private(set) var count = 0
    private var positional: Int? = 0
    private var total = 0
    private var pending: Int?

    /// The number so far; nil where nothing was read.
    var value: Int? { count > 0 ? positional ?? total + (pending ?? 0) : nil }

    /// Reads one numeral more.
    mutating func read(_ scalar: Unicode.Scalar) {
      count += 1
      let digit = ChineseNumeral.digit(scalar)
      positional = positional.flatMap { before in digit.map { before &* 10 &+ $0 } }
      if let unit = ChineseNumeral.unit(scalar) {
        total += (pending ?? 1) * unit
        pending = nil
      } else {
        pending = digit
      }
    }
  }
}
