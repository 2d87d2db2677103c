import Corpus

/// Writes articles that nobody reads: lengths, paragraphs, datelines and vocabulary as in news, made of pieces of the
/// stories in `seeds/`, of place names, and of 30,000 words of two characters in the frequencies of a language.
struct Newsroom {
  private var random: Numbers
  private let clauses: [[Character]]
  private let words: [String]
  private let names: [String]
  private let cities: [(name: String, province: String)]
  private let places: [String]

  init(seeds: String, random seed: UInt64) {
    var random = Numbers(state: seed)
    let stories = CorpusReader(paths: [seeds]).readAll().articles.filter { $0.kind != .furniture }
    let text = stories.map(\.text).joined(separator: "。")
    clauses = text.split { "，。；：、！？\n（）“”".contains($0) }.map(Array.init).filter { $0.count >= 4 }
    let gazetteer = Gazetteer.shared
    let cityPlaces = gazetteer.places.filter { !$0.isHistoric && $0.level <= .prefecture }
    cities = cityPlaces.map { ($0.shortName, gazetteer.province(of: $0)?.shortName ?? $0.shortName) }
    places = gazetteer.places.filter { !$0.isHistoric }.map(\.shortName)
    let characters = Self.byFrequency((clauses.joined() + places.joined()).filter { $0 >= "\u{4E00}" })
    words = (0..<30_000).map { _ in
      String([characters[random.zipf(characters.count)], random.pick(characters)])
    }
    let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜")
    names = (0..<3000).map { _ in
      String([random.pick(surnames), random.pick(characters), random.pick(characters)])
    }
    self.random = random
  }

  private static func byFrequency(_ characters: some Sequence<Character>) -> [Character] {
    let counts = characters.reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
  }

  private mutating func piece() -> String {
    switch random.below(100) {
    case 0..<50:
      let clause = random.pick(clauses)
      let length = min(clause.count, 2 + random.below(5))
      let start = random.below(clause.count - length + 1)
      return String(clause[start..<start + length])
    case 50..<88: return words[random.zipf(words.count)]
    case 88..<93: return random.pick(places)
    case 93..<97: return "\(1 + random.below(9999))"
    case 97: return ["5G", "GDP", "APP", "WTO", "AI", "PPP"][random.below(6)]
    default: return "的"
    }
  }

  private mutating func clause(_ length: Int) -> String {
    var text = ""
    while text.count < length { text += piece() }
    return text
  }

  private mutating func paragraph(_ length: Int) -> String {
    var text = ""
    var left = length
    while left > 0 {
      let clause = clause(6 + random.below(14))
      left -= clause.count + 1
      text += clause + (left <= 0 || random.chance(35) ? "。" : random.chance(10) ? "、" : "，")
    }
    return text
  }

  /// An article's paragraphs, about 4 KB; without their places on the page.
  private mutating func body(lead: String) -> [Paragraph] {
    var left = max(80, random.around(1330))
    var paragraphs: [Paragraph] = []
    while left > 0 {
      let length = min(left, 40 + random.below(220))
      paragraphs.append(Paragraph(text: (paragraphs.isEmpty ? lead : "") + paragraph(length)))
      left -= length
    }
    return paragraphs
  }

  /// What an article says besides its body.
  private struct Facts {
    var headline: String
    var byline: [String]
    var city: (name: String, province: String)
    var date: PartialDate?
    var isAgency: Bool
    var lead: String
  }

  private mutating func facts() -> Facts {
    let city = cities[random.zipf(cities.count)]
    let (month, day) = (1 + random.below(12), 1 + random.below(28))
    let byline = (0..<1 + random.below(2)).map { _ in names[random.zipf(names.count)] }
    let isAgency = random.chance(25)
    let lead =
      isAgency
      ? "新华社\(city.name)\(month)月\(day)日电（记者 \(byline.joined(separator: " "))）"
      : "本报讯（记者 \(byline.joined(separator: " "))）\(month)月\(day)日，"
    return Facts(
      headline: clause(9 + random.below(10)), byline: byline, city: city,
      date: PartialDate(year: 2019 + random.below(7), month: month, day: day), isAgency: isAgency, lead: lead)
  }

  /// A printed page: some stories, their raw lines, and all that the readers of pages find out, evidence included.
  mutating func page(_ number: Int) -> Draft {
    let paper = cities[random.zipf(cities.count)].name + ["日报", "晚报", "早报"][random.below(3)]
    var draft = Draft(file: "corpus/\(paper)/2025/\(number).txt")
    draft.lines = ["\(paper)  \(1 + random.below(16))版", ""]
    for story in 0..<Self.storiesOfPage {
      let facts = facts()
      let first = draft.lines.count + 1
      draft.lines += [facts.headline]
      let body = body(lead: facts.lead).map { paragraph in
        var paragraph = paragraph
        let top = draft.lines.count + 1
        draft.lines += wrapped(paragraph.text)
        paragraph.lines = [top...draft.lines.count]
        return paragraph
      }
      let id = "\(number)-\(story)zyxwvuts".prefix(10)
      draft.stories.append(
        (article(String(id), facts, first...draft.lines.count, paper: paper, file: draft.file), body))
      draft.lines.append("")
    }
    return draft
  }

  /// How many stories stand on a page.
  static let storiesOfPage = 8

  /// A page whose paragraphs are not packed yet.
  struct Draft: Sendable {
    var file: String
    var lines: [String] = []
    var stories: [(article: Article, body: [Paragraph])] = []
  }

  /// A paragraph as it stands in a column: indented, and cut into lines.
  private mutating func wrapped(_ text: String) -> [String] {
    let characters = Array("　　" + text)
    let width = 18 + random.below(8)
    return stride(from: 0, to: characters.count, by: width).map {
      String(characters[$0..<min(characters.count, $0 + width)])
    }
  }

  private mutating func article(
    _ id: String, _ facts: Facts, _ lines: ClosedRange<Int>, paper: String, file: String
  ) -> Article {
    let kinds: [ArticleKind] = [
      .news, .news, .news, .news, .news, .news, .commentary, .photo, .notice, .furniture,
    ]
    var article = Article(id: id, file: file, kind: random.pick(kinds), lines: [lines], paragraphs: [])
    article.headline = facts.headline
    if random.chance(20) { article.subheadline = clause(12) }
    article.byline = facts.byline
    article.source = facts.isAgency ? "新华社" : "本报"
    (article.city, article.province) = (facts.city.name, facts.city.province)
    (article.paper, article.page) = (paper, "\(1 + random.below(16))")
    (article.date, article.dateBasis) = (facts.date, .masthead)
    article.headlineLines = [lines.lowerBound...lines.lowerBound]
    article.evidence = [
      .city: [Evidence(line: lines.lowerBound + 1, text: facts.city.name)],
      .headline: [Evidence(line: lines.lowerBound, text: facts.headline)],
      .date: [Evidence(line: 1, text: facts.date?.description ?? "")],
      .byline: facts.byline.map { Evidence(line: lines.lowerBound + 1, text: $0) },
    ]
    return article
  }
}
