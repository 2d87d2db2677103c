import Corpus

/// Where `（下转第二版）` and `（上接第一版）` stand in an article's own text.
struct JumpMarks {
  /// What a mark may begin with, each with the page that it goes on to or comes from.
  private let wanted: [String]

  /// The marks of an article; none where it neither goes on nor comes from another page.
  init(_ article: Article) {
    let from =
      article.continuedFrom.map { page in
        (["紧接", "緊接", "上接", "文接"] + Self.openers.map { "\($0)接" }).map { $0 + page }
      } ?? []
    let to =
      article.continuedTo.map { page in
        ["转", "轉"].flatMap { word in (["下", "文", "紧", "緊"] + Self.openers).map { $0 + word + page } }
      } ?? []
    wanted = from + to
  }

  /// Brackets, bullets and arrows before a mark.
  private static let openers = (brackets + signs).map { String($0) }
  private static let brackets = Array("（(【[［〔〈<".unicodeScalars)
  private static let signs = Array("▲◀◄▶►■◆●←→".unicodeScalars)

  /// The marks in a paragraph with the brackets around them, in Unicode scalars.
  func ranges(in text: String) -> [Range<Int>] {
    guard !wanted.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    return wanted.compactMap { Self.range(of: Array($0.unicodeScalars), in: scalars) }
      .map { Self.withBrackets($0, in: scalars) }
  }

  /// Where the words stand; white space inside them is passed over.
  private static func range(of words: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Range<Int>? {
    for start in scalars.indices where scalars[start] == words.first {
      var found = 0
      for index in start..<scalars.count where !scalars[index].properties.isWhitespace {
        guard scalars[index] == words[found] else { break }
        found += 1
        if found == words.count { return start..<index + 1 }
      }
    }
    return nil
  }

  /// The most scalars between the page's number and the bracket that closes the mark.
  private static let longestRest = 10

  private static func withBrackets(_ mark: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    let opens = mark.prefix(1).first { isOpener(scalars[$0]) }
    let before = scalars[..<mark.lowerBound].lastIndex { !$0.isBreakingSpace }
    let start = opens ?? before.flatMap { isOpener(scalars[$0]) ? $0 : nil }
    guard let start else { return mark }
    guard brackets.contains(scalars[start]) else { return start..<mark.upperBound }
    let rest = scalars[mark.upperBound...].prefix(longestRest)
    let close = rest.firstIndex { "）)】]］〕〉>".unicodeScalars.contains($0) }
    return start..<(close.map { $0 + 1 } ?? mark.upperBound)
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    brackets.contains(scalar) || signs.contains(scalar)
  }
}
