import TUI
import Testing

@Suite struct TextLineBreakerTests {
  /// Each case shows the text with `|` where a line may begin.
  @Test(arguments: [
    "春|天|来|了", "他|说，|好。|走", "他|说：|“好。”|走|了", "见|（图|一）|的|《书|名》|里", "甲|‘乙’|丙", "甲、|乙；|丙！|丁？|戊",
    "」』|甲", "甲|「『乙』」|丙", "甲|【乙】|〔丙〕|丁", "甲——|乙", "甲……|乙", "甲……”|“乙", "五～|六", "卡·|尔", "甲…—～·％|乙",
    "增|长|3.5%|左|右", "增|长|３．５％|左|右", "到-3.5℃|时", "约|+12,000|元", "￥100|元", "约|＋８％|了", "约|±5℃|吧", "2025|年|3|月",
    "用|GDP|和|A4|纸", "用|ＧＤＰ|和", "don’t|也", "don't|也", "80km/h|快", "hello |world |好", "一 |二", "一　|二", "一 　|二",
    "一 ，|二",
    "（ 一",
    "见|https://www.example.com/|news/|2025/|03/|a-b.html?|id=1&x=2|看", "www.example.cn/|a?|b", "甲/|乙",
    "①甲|②乙",
    "他|说|“ 好”", "“甲” |“乙”", "甲|👨‍👩‍👧|乙", "陈|××|说", "",
  ])
  func breaks(_ marked: String) {
    let parts = marked.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
    let text = parts.map { String($0) }.joined()
    var expected: [Int] = []
    for part in parts.dropLast() { expected.append((expected.last ?? 0) + part.count) }
    let found = LineBreaker.opportunities(in: text)
    #expect(found == expected, "\(marking(found, in: text))")
  }

  private func marking(_ offsets: [Int], in text: String) -> String {
    text.unicodeScalars.enumerated().map { (offsets.contains($0) ? "|" : "") + String($1) }.joined()
  }
}
