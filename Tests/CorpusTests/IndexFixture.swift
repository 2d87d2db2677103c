@testable import Corpus

/// Random articles and filters of few words, so that many match.
struct IndexFixture {
  var random: SeededNumbers

  static let pieces = [
    "濮阳", "道路", "建设", "干渠", "水", "的", "新", "後門", "后门", "發展", "发展", "紬缎", "䌷", "乾净", "干净", "银行", "重庆", "长治",
    "WTO", "wto", "ｗ",
    "5G", " ", "。", "，", "“", "”", "\u{20000}", "\u{20800}", "\u{0}", "豈", "ab", "py", "\u{3400}", "😀", "行",
  ]
  static let cities = ["濮阳", "重庆", "长治", "吉林", "阿坝", "北京"]
  static let papers = ["濮阳日报", "山城周报", "島嶼晨報", "长治日报"]
  static let names = ["林晓舟", "秦立", "葉知秋", "本刊编辑部", "WTO组"]
  static let dates = ["2025-03-17", "2025-03", "2025", "10-08", "2024-12-31", "2019-01-02"]
  static let pages = ["1", "02", "A03", "要闻"]

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick(_ values: [String], _ percent: Int = 80) -> String? {
    chance(percent) ? values.randomElement(using: &random) : nil
  }

  mutating func article(_ number: Int) -> Article {
    let paragraphs = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      var paragraph = Paragraph(text: random.text(of: Self.pieces, upTo: 9))
      if chance(5) { paragraph.seams = [Seam(offset: 0, after: 1, before: 3, isLossy: false)] }
      return paragraph
    }
    let kind = ArticleKind.allCases.randomElement(using: &random) ?? .news
    var article = Article(id: "\(number)", file: "f", kind: kind, lines: [], paragraphs: paragraphs)
    if chance(80) { article.headline = random.text(of: Self.pieces, upTo: 4) }
    if chance(20) { article.kicker = random.text(of: Self.pieces, upTo: 3) }
    if chance(20) { article.subheadline = random.text(of: Self.pieces, upTo: 3) }
    article.city = pick(Self.cities)
    article.province = article.city == nil ? nil : pick(["河南", "重庆", "吉林"])
    article.paper = pick(Self.papers)
    article.page = pick(Self.pages)
    article.source = pick(["本报", "新华社"], 50)
    article.byline = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in pick(Self.names) }
    article.date = pick(Self.dates).flatMap { PartialDate($0) }
    if chance(10) { article.continuedTo = "第二版" }
    if chance(10) { article.uncertain = [.city] }
    return article
  }

  mutating func articles(_ count: Int) -> [Article] { (0..<count).map { article($0) } }

  mutating func filterText(depth: Int = 0) -> String {
    let terms = (0..<Int.random(in: 1...(depth == 0 ? 3 : 2), using: &random)).map { _ in term(depth: depth) }
    return terms.joined(separator: chance(25) ? " | " : " ")
  }

  private mutating func term(depth: Int) -> String {
    let sign = chance(20) ? "-" : ""
    if depth < 2, chance(15) { return "\(sign)(\(filterText(depth: depth + 1)))" }
    return sign + (chance(55) ? word() : fieldTerm())
  }

  private mutating func word() -> String {
    if chance(30) { return pick(Self.letters, 100) ?? "" }
    let text = random.text(of: Self.pieces.filter { $0 != "\u{0}" }, upTo: 3)
    let clean = text.filter { !"“” ".contains($0) }
    let some = String(clean.dropFirst(Int.random(in: 0...1, using: &random)).prefix(5))
    let quoted = chance(20) ? "\"\(some.isEmpty ? " " : some)\"" : some.isEmpty ? "水" : some
    return chance(10) ? "=" + quoted : quoted
  }

  static let letters = [
    "p", "py", "puy", "puyang", "daolu", "dl", "dlu", "jians", "chongq", "zhongq", "yinhang", "yinx", "qianj",
    "ganj",
    "chou", "chouduan", "wto", "ab", "houm", "fz", "lxz", "yezhiq", "zhi", "xi'an", "ch'q", "hang", "xing",
    "w",
  ]

  private mutating func fieldTerm() -> String {
    let cities = Self.cities + ["无", "py", "cq", "濮", "\"吉林\""]
    let dates = Self.dates + ["无", "无年", "2025-01..2025-06", "..2024", "03-01..10-30"]
    switch Int.random(in: 0..<11, using: &random) {
    case 0: return "市:\(values(cities))"
    case 1: return "日:\(values(dates))"
    case 2: return "题:\(chance(20) ? "无" : word())"
    case 3: return "文:\(word())"
    case 4: return "者:\(values(Self.names + ["无", "lxz", "叶"]))"
    case 5: return "报:\(values(Self.papers + ["无", "pyrb", "日报"]))"
    case 6: return "版:\(values(Self.pages + ["无", "2", "A"]))"
    case 7: return "类:\(values(["news", "评论", "图片", "公告", "版面"]))"
    case 8: return "源:\(values(["本报", "新华", "无"]))"
    case 9: return "拼:\(pick(Self.letters, 100) ?? "py")"
    default: return "是:\(values(["转版", "存疑", "拼接"]))"
    }
  }

  private mutating func values(_ values: [String]) -> String {
    let given = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in pick(values, 100) }
    return given.joined(separator: ",")
  }
}
