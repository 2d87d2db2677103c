extension FilterExpression {
  /// What a filter's words may mark in a shown text of `field`, negated ones left out.
  func words(shownIn field: FilterField) -> [ShownWord] {
    switch self {
    case .everything, .not: []
    case .word(let word): ShownWord(bare: word, shownIn: field).map { [$0] } ?? []
    case .field(let asked, let tests): tests.compactMap { ShownWord($0, of: asked, shownIn: field) }
    case .all(let terms), .any(let terms): terms.flatMap { $0.words(shownIn: field) }
    }
  }
}

/// A word to be marked in a shown text, as printed or else by its pinyin.
struct ShownWord {
  private var needle: TextNeedle?
  private var pinyin: PinyinTest?

  /// A bare word: printed in headlines and bodies, by pinyin in headlines and names.
  init?(bare word: WordTest, shownIn field: FilterField) {
    switch field {
    case .title: (needle, pinyin) = (word.needle, word.pinyin)
    case .body: needle = word.needle
    case .city, .paper, .by: pinyin = word.pinyin
    case .date, .page, .kind, .source, .pinyin, .state: return nil
    }
  }

  /// A value of the field `asked`.
  init?(_ test: ValueTest, of asked: FilterField, shownIn field: FilterField) {
    switch test {
    case .contains(let word) where asked == field:
      needle = word.needle
      pinyin = asked == .body ? nil : word.pinyin
    case .city(let word, isWhole: _) where asked == field: (needle, pinyin) = (word.needle, word.pinyin)
    case .pinyin(let pinyin) where field == .title || field == .body: self.pinyin = pinyin
    default: return nil
    }
  }

  /// Whether it stands in a text.
  func isFound(in text: String) -> Bool {
    needle?.isFound(in: text) == true || pinyin?.isFound(in: text) == true
  }

  /// How often it is printed in a text.
  func count(in text: String) -> Int { needle?.count(in: text) ?? 0 }

  /// The places in a text, in scalars, in order.
  func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    let printed = needle?.ranges(in: text) ?? []
    return printed.isEmpty ? pinyin?.ranges(in: text) ?? [] : printed
  }
}

extension PinyinTest {
  /// Every place that reads so, in order and not overlapping.
  fileprivate func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count, let next = query.firstMatch(in: Array(text[start...])), !next.isEmpty {
      found.append(start + next.lowerBound..<start + next.upperBound)
      start += next.upperBound
    }
    return found
  }
}
