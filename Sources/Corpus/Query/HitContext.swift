/// A sentence of an article with what a filter finds in it.
public struct HitContext: Sendable, Hashable {
  /// The sentence as printed, blanks at its ends left out.
  public var sentence: String
  /// What is found in it: ranges of Unicode scalars, in order, not overlapping.
  public var hits: [Range<Int>]
}

extension Filter {
  /// Whether it has words that may stand in a body.
  public var hasBodyWords: Bool { !expression.words(shownIn: .body).isEmpty }

  /// The sentence with the first word of the filter in the body, else the kicker or subheadline that has one; nil where
  /// no word stands in these.
  public func context(in article: Article) -> HitContext? {
    if let context = firstSentence(of: article.body.text) { return context }
    return [article.kicker, article.subheadline].lazy.compactMap { $0 }.compactMap { line in
      let hits = hits(in: line, field: .title)
      return hits.isEmpty ? nil : HitContext(sentence: line, hits: hits)
    }.first
  }

  private func firstSentence(of text: String) -> HitContext? {
    let words = expression.words(shownIn: .body)
    guard words.contains(where: { $0.isFound(in: text) }) else { return nil }
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let paragraph = String(text[start..<end])
      if words.contains(where: { $0.isFound(in: paragraph) }),
        case let hits = hits(in: paragraph, field: .body), let first = hits.first
      {
        return HitContext(sentenceOf: Array(paragraph.unicodeScalars), around: first, hits: hits)
      }
      start = end < bytes.endIndex ? bytes.index(after: end) : end
    }
    return nil
  }
}

extension HitContext {
  private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?", "…"]
  private static let closings: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", "》", "】", ")", "\""]

  /// The sentence of a paragraph in which `first` stands; a hit that runs on into the next takes that along.
  fileprivate init(sentenceOf text: [Unicode.Scalar], around first: Range<Int>, hits: [Range<Int>]) {
    var start = first.lowerBound
    while start > 0, !Self.isEnd(start, in: text) { start -= 1 }
    while start < first.lowerBound, text[start].properties.isWhitespace { start += 1 }
    var end = first.upperBound
    while end < text.count, !Self.isEnd(end, in: text) { end += 1 }
    while end > first.upperBound, text[end - 1].properties.isWhitespace { end -= 1 }
    sentence = String(String.UnicodeScalarView(text[start..<end]))
    self.hits = hits.filter { $0.lowerBound >= start && $0.upperBound <= end }.map {
      $0.lowerBound - start..<$0.upperBound - start
    }
  }

  /// Whether a sentence ends before the scalar at `index`: after its full stop and what closes there with it.
  private static func isEnd(_ index: Int, in text: [Unicode.Scalar]) -> Bool {
    guard !closings.contains(text[index]), !ends.contains(text[index]) else { return false }
    var last = index - 1
    while last > 0, closings.contains(text[last]) { last -= 1 }
    return ends.contains(text[last])
  }
}
