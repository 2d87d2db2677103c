import CICU
import Testing

@testable import Corpus

@Suite struct WordsTests {
  private static let words: Words = ["记者", "本报记者", "通讯员", "报"]

  @Test(arguments: [
    ("本报记者何田田", true, false, false, true), ("记者", true, true, true, true), ("晚报", false, true, false, true),
    ("", false, false, false, false), ("本", false, false, false, false), ("请通讯员来", false, false, false, true),
  ])
  func startEndWholeAnywhere(_ text: String, _ starts: Bool, _ ends: Bool, _ whole: Bool, _ stands: Bool) {
    let scalars = Scalars(of: text)
    #expect(Self.words.begin(scalars) == starts)
    #expect(Self.words.end(scalars) == ends)
    #expect(Self.words.hold(scalars) == whole)
    #expect(Self.words.stand(in: scalars) == stands)
    #expect(Self.words.start(of: scalars).map { scalars.starts(with: $0) } ?? !starts)
    #expect(Self.words.ending(of: scalars).map { scalars.suffix($0.count).elementsEqual($0) } ?? !ends)
  }

  @Test func aSetHoldsWhatItWasMadeOf() {
    var random = SeededNumbers(state: 11)
    for _ in 0..<50 {
      let made = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0xD7FF, using: &random))
      }
      let set = ScalarSet(made)
      for scalar in made { #expect(set.contains(scalar)) }
      for _ in 0..<200 {
        guard let other = Unicode.Scalar(UInt32.random(in: 0...0x1_FFFF, using: &random)) else { continue }
        #expect(set.contains(other) == made.contains(other))
      }
    }
  }
}

@Suite struct WordSpanTests {
  /// Common characters, rare ones, and what has rules of its own: kana, Hangul, marks, surrogates.
  private static let pieces =
    "中国人民共和北京大学生活动物业主要求和平安全面包括号召开会议论文化学习惯于是非常务必须发展览馆".unicodeScalars.map {
      String($0)
    } + [
      "龘", "々", "〇", "㐀", "豈", "𠀀", "カ", "ア", "の", "한", "\u{301}", "\u{FE0F}", "，", "“", "a", "1", " ", "□",
      "×", "①", "ⓐ", "▶", "\u{200D}",
    ]

  @Test func sameAsICU() {
    var random = SeededNumbers(state: 7)
    for _ in 0..<20_000 {
      let left = Array(random.text(of: Self.pieces, upTo: 6).utf16)
      let text = left + Array(random.text(of: Self.pieces, upTo: 6).utf16)
      guard !left.isEmpty, left.count < text.count else { continue }
      let (length, offset) = (Int32(text.count), Int32(left.count))
      #expect(kanbao_word_spans(text, length, offset) == kanbao_icu_word_spans(text, length, offset))
    }
  }

  @Test(arguments: [
    ("经济发", "展很快", true), ("他来到北", "京市", true), ("今天下雨。", "明天晴", false), ("我们", "吃饭", false),
  ])
  func spans(_ upper: String, _ lower: String, _ expected: Bool) {
    #expect(WordSpan.exists(Scalars(of: upper), Scalars(of: lower)) == expected)
  }
}

@Suite struct RankingTests {
  @Test func isTheBeginningOfAStableSort() {
    var random = SeededNumbers(state: 3)
    for _ in 0..<200 {
      let limit = Int.random(in: 1...8, using: &random)
      let scores = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        Double(Int.random(in: 0...9, using: &random))
      }
      var ranking = Ranking<Int>(limit: limit)
      for (place, score) in scores.enumerated() { ranking.add(place, score) }
      let sorted = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      #expect(ranking.best.map(\.candidate) == Array(sorted.prefix(limit)))
    }
  }
}
