/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Pieces that random text is made of, hanzi and punctuation more often than the rest.
private let pieces: [[String]] = [
  Array(repeating: "春风吹过江城码头千帆竞发灯火通明机器轰鸣工人忙碌", count: 3).flatMap { $0.map(String.init) },
  "，。、；：！？”’）》」』】〕…—～·％“‘（《「『【〔".map(String.init),
  ["——", "……", "。”", "》（", "，“", "！」", "：‘", "％。", "·", "、"],
  ["GDP", "high-speed", "don’t", "it's", "A4", "5G", "e\u{301}t", "Supercalifragilistic", "km/h", "Ａ股"],
  ["2025", "-3.5%", "12,000", "3.14", "＋８．５％", "￥100", "±5℃", "1/2", "60％", "①", "〇"],
  [
    "https://example.com/news/2025/03/17?page=1&id=20/a-b", "www.example.cn/a?b", "\"", "'", "(", ")", "/",
    "?",
  ],
  [" ", " ", "　", "  ", "\u{A0}"],
  ["😀", "👨‍👩‍👧", "❤️", "🇨🇳", "👍🏽", "\u{1112}\u{1161}", "中\u{301}"],
  ["□", "■", "→", "×", "°", "★"],
  ["\t", "\u{1B}", "\u{7}", "\u{200D}", "\u{FEFF}", "\u{E000}", "\r\n", "\u{301}", "\u{2028}", "\u{202E}"],
]

/// A text of so many pieces.
func randomText(of count: Int, using random: inout SeededRandom) -> String {
  var text = ""
  for _ in 0..<count {
    let kind = [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].randomElement(using: &random) ?? 0
    text += pieces[kind].randomElement(using: &random) ?? ""
  }
  return text
}
