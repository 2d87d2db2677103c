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

  /// Moves past `word` (white space inside it and before it allowed) and tells whether it stood there.
  mutating func skip(_ word: String) -> Bool {
    let start = at
    for wanted in word.unicodeScalars {
      skipBlanks()
      guard next == wanted else { at = start; return false }
      at += 1
    }
    return true
  }

  /// Moves past the first of `words` that stands at the cursor.
  mutating func skip(oneOf words: [String]) -> String? {
    for word in words where skip(word) { return word }
    return nil
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
    var numerals: Scalars = []
    while let scalar = next, ChineseNumeral.isNumeral(scalar), numerals.count < 8 {
      numerals.append(scalar)
      at += 1
    }
    return ChineseNumeral.value(of: numerals)
  }
}

/// Numbers written in Chinese: by position (二〇二五) or with units (二十八).
enum ChineseNumeral {
  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "元": 1, "两": 2, "兩": 2,
  ]
  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]

  /// Whether a scalar may stand in such a number.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    digits[scalar] != nil || units[scalar] != nil
  }

  /// The number, or nil where the numerals make none.
  static func value(of numerals: Scalars) -> Int? {
    guard !numerals.isEmpty else { return nil }
    if numerals.allSatisfy({ digits[$0] != nil }) {
      return numerals.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    var total = 0
    var pending: Int?
    for scalar in numerals {
      if let unit = units[scalar] {
        total += (pending ?? 1) * unit
        pending = nil
      } else {
        pending = digits[scalar]
      }
    }
    return total + (pending ?? 0)
  }
}
