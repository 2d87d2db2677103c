import Testing

@testable import Corpus

@Suite struct PinyinTests {
  @Test(arguments: [
    ("广州", "guang zhou "), ("重庆日报", "chong qing ri bao "), ("长治", "chang zhi "), ("六安", "lu an "),
    ("厦门", "xia men "),
    ("图书", "tu shu "), ("A股", "Agu "), ("", ""),
  ])
  func sortsNamesByHowTheyAreCalled(_ name: String, _ spelling: String) {
    #expect(Pinyin.spelling(of: name) == spelling)
  }

  private func match(_ typed: String, _ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let range = PinyinQuery(typed)?.firstMatch(in: scalars) else { return nil }
    return scalars[range].map(String.init).joined()
  }

  @Test(arguments: [
    ("puyang", "河南濮阳日报", "濮阳"), ("py", "河南濮阳日报", "濮阳"), ("puy", "濮阳", "濮阳"), ("pyang", "濮阳", "濮阳"),
    ("p", "濮阳", "濮"), ("puya", "濮阳", "濮阳"), ("pu", "濮阳", "濮"), ("zg", "中国", "中国"), ("zhg", "中国", "中国"),
    ("zhongg", "中国", "中国"), ("zhguo", "中国", "中国"), ("xian", "西安", "西安"), ("xian", "先进", "先"),
    ("xi'an", "先进西安", "西安"), ("xi an", "先进西安", "西安"), ("changzhi", "长治市", "长治"),
    ("zhangda", "长大", "长大"), ("chongqing", "重庆", "重庆"), ("zhongyao", "重要", "重要"), ("lvse", "绿色", "绿色"),
    ("luse", "绿色", "绿色"), ("nvxing", "女性", "女性"), ("puyang", "濮陽", "濮陽"), ("fangan", "新方案", "方案"),
    ("gn", "长安姑娘", "姑娘"), ("sh", "安石", "石"), ("dh", "一次大会", "大会"), ("lh", "漯河", "漯河"),
    ("xi'", "西安", "西"),
  ])
  func matches(_ typed: String, _ text: String, _ expected: String) {
    #expect(match(typed, text) == expected)
  }

  @Test(arguments: [
    ("puyang", "朴实"), ("pya", "濮"), ("puyn", "濮阳"), ("xi'an", "先进"), ("pyx", "濮阳"), ("pu", "阳"),
    ("py", "濮 阳"), ("py", "py"), ("py", ""), ("chon", "从来"), ("zhogg", "中国"), ("ang", "濮阳"), ("uyang", "濮阳"),
  ])
  func leavesAlone(_ typed: String, _ text: String) {
    #expect(match(typed, text) == nil)
  }

  @Test(arguments: [
    "", "Puyang", "puyang1", "濮阳", "'py", " ", "pu-yang", "ｐｙ", String(repeating: "a", count: 64),
  ])
  func refusesWhatIsNoPinyin(_ typed: String) {
    #expect(PinyinQuery(typed) == nil)
  }

  @Test func endsOnLongAmbiguousText() {
    let text = Array(String(repeating: "啊", count: 20000).unicodeScalars)
    let letters = String(repeating: "a", count: 62) + "b"
    #expect(PinyinQuery(letters)?.firstMatch(in: text) == nil)
  }

  @Test func findsEveryCityByFullSpellingAndInitials() {
    for place in Gazetteer.shared.places where place.level == .prefecture {
      let name = Array(place.shortName.unicodeScalars)
      let spellings = [
        place.pinyin.joined(separator: "'"), place.pinyin.map { String($0.prefix(1)) }.joined(),
      ]
      for spelling in spellings {
        #expect(PinyinQuery(spelling)?.firstMatch(in: name)?.lowerBound == 0, "\(place.name) \(spelling)")
      }
    }
  }

  @Test(arguments: [
    ("长", ["chang", "zhang"]), ("漯", ["luo", "ta"]), ("绿", ["lu", "lv"]), ("A", []), ("，", []),
  ])
  func knowsEveryReading(_ character: String, _ expected: [String]) {
    let readings = Readings.shared
    let found = character.unicodeScalars.flatMap { readings.syllables(of: $0) }
      .map { String(decoding: readings.syllables[Int($0)], as: UTF8.self) }
    #expect(Set(found).isSuperset(of: expected))
    #expect(found.isEmpty == expected.isEmpty)
  }
}
