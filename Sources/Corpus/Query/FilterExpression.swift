/// What a filter asks of an article: the parsed form, without places, in which two spellings of one filter are
/// equal.
indirect enum FilterExpression: Sendable, Equatable {
  case everything
  /// A bare or quoted word: in headline or body.
  case word(WordTest)
  /// Any of the values in a field.
  case field(FilterField, [ValueTest])
  case not(FilterExpression)
  case all([FilterExpression])
  case any([FilterExpression])
}

/// A word to be found in a text, as printed or by its pinyin.
struct WordTest: Sendable, Equatable {
  /// The word itself.
  var needle: TextNeedle
  /// Its letters as pinyin, for a bare word of lower-case ASCII letters.
  var pinyin: PinyinTest?
}

/// Letters typed as pinyin.
struct PinyinTest: Sendable, Equatable {
  let typed: String
  let query: PinyinQuery

  /// Nil where `typed` is not made of lower-case ASCII letters (and apostrophes, xi'an), or reads as no pinyin.
  init?(_ typed: String) {
    let isTypable = typed.utf8.allSatisfy { (97...122).contains($0) || $0 == 39 }
    guard isTypable, typed.utf8.first != 39, let query = PinyinQuery(typed) else { return nil }
    self.typed = typed
    self.query = query
  }

  static func == (a: Self, b: Self) -> Bool { a.typed == b.typed }
}

/// What one value of a field asks.
enum ValueTest: Sendable, Equatable {
  /// `无`: nothing is known.
  case unknown
  /// `日:无年`: a date whose year is not known.
  case yearUnknown
  /// A part of the field's text.
  case contains(WordTest)
  /// A city: its short name, the beginning of it, the name with 市, 地区, 州 or 盟, or its pinyin from the
  /// beginning, unless `isWhole`: then nothing but the name.
  case city(WordTest, isWhole: Bool)
  /// A page's number, leading zeros, 第 and 版 aside; or the beginning of its name, where the value has no digit.
  case page(String)
  case kind(ArticleKind)
  case date(DatePattern)
  /// Pinyin letters in body or headline.
  case pinyin(PinyinTest)
  case state(ArticleState)
}

/// A value of `是:`/`is:`.
enum ArticleState: String, Sendable, Equatable, CaseIterable {
  /// Continued on or from another page.
  case jump
  /// Some value rests on weak evidence.
  case uncertain
  /// Joined from separated pieces.
  case seam

  private static let chineseNames: [Self: String] = [.jump: "转版", .uncertain: "存疑", .seam: "拼接"]

  /// What it may be written as.
  var terms: FilterTerms {
    FilterTerms(english: rawValue, chinese: Self.chineseNames[self].map { [$0] } ?? [])
  }

  /// The state that is written `name`, folded.
  init?(name: String) {
    guard let state = Self.allCases.first(where: { $0.terms.contains(name) }) else { return nil }
    self = state
  }
}

extension ArticleKind {
  private static let chineseNames: [Self: [String]] = [
    .news: ["新闻", "消息"], .commentary: ["评论"], .photo: ["图片"], .notice: ["公告", "广告"], .furniture: ["版面"],
  ]

  /// What it may be written as.
  var terms: FilterTerms { FilterTerms(english: rawValue, chinese: Self.chineseNames[self] ?? []) }

  /// The kind that is written `name`, folded.
  init?(filterName name: String) {
    guard let kind = Self.allCases.first(where: { $0.terms.contains(name) }) else { return nil }
    self = kind
  }
}

/// What a value may be written as, in a field that knows but a few.
struct FilterTerms {
  var english: String
  /// The usual one first.
  var chinese: [String]

  func contains(_ name: String) -> Bool { name == english || chinese.contains(name) }

  /// The words to be offered after `typed`, folded: in the language of the field's name the usual one, also by its
  /// pinyin; any that begins so, once something is typed.
  func offers(beginning typed: String, in language: Language) -> [String] {
    let usual = language == .english ? english : chinese.first ?? english
    guard !typed.isEmpty else { return [usual] }
    let printed = ([english] + chinese).filter { $0.hasPrefix(typed) }
    guard printed.isEmpty, language == .chinese else { return printed }
    let read = PinyinTest(typed)?.query.firstMatch(in: Array(usual.unicodeScalars))
    return read?.lowerBound == 0 ? [usual] : []
  }
}
