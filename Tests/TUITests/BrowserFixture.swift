import Corpus

@testable import TUI

/// Two invented pages with articles of every kind, and what the browser makes of keys on them.
enum Fixture {
  static let files: [ReadFile] = [
    ReadFile(
      file: "pages/p1.txt", page: Page(file: "pages/p1.txt", lines: rawLines),
      articles: [masthead, canal, workshop, photo, comment]),
    ReadFile(file: "pages/p2.txt", page: nil, articles: [bridge, untitled, notice]),
    ReadFile(file: "pages/p3.txt", problems: [Problem(file: "pages/p3.txt", reason: .empty)]),
    ReadFile(
      file: "pages/p4.txt",
      problems: [Problem(file: "pages/p4.txt", reason: .malformed(count: 2, firstByteOffset: 17))]),
  ]

  static let rawLines = [
    "2025年3月18日 星期二 濮阳晚报 02版", "", "春灌开闸 万亩麦田喝上第一口水", "——老渠今年提前六天放水", "",
    "本报讯（记者 林晓舟）3月17日，渠村引", "黄闸缓缓提起，河水沿着整修一新的干渠流向麦", "田。种粮户老耿一早就扛着铁锹守在地头。", "",
    "“水比去年早到六天。”他说，这一季", "他种了一百二十亩小麦，浇一遍要三天。", "", "老木匠的夜校", "（下转第三版）",
  ]

  static var masthead: Article {
    var article = Article(
      id: "a0", file: "pages/p1.txt", kind: .furniture, lines: [1...1],
      paragraphs: [Paragraph(text: "2025年3月18日 星期二 濮阳晚报 02版", lines: [1...1])])
    article.date = PartialDate(year: 2025, month: 3, day: 18)
    return article
  }

  static var canal: Article {
    var article = Article(
      id: "a1", file: "pages/p1.txt", kind: .news, lines: [3...4, 6...8, 10...11],
      paragraphs: [
        Paragraph(
          text: "本报讯（记者 林晓舟）3月17日，渠村引黄闸缓缓提起，河水沿着整修一新的干渠流向麦田。种粮户老耿一早就扛着铁锹守在地头。",
          lines: [6...8]),
        Paragraph(
          text: "“水比去年早到六天。”他说，这一季他种了一百二十亩小麦，浇一遍要三天。", lines: [10...11],
          seams: [Seam(offset: 10, after: 8, before: 10, isLossy: true)]),
        Paragraph(text: "新闸省水", role: .sectionHead),
        Paragraph(text: "干渠衬砌以后，一遍水能省下三成。", role: .body),
        Paragraph(text: "干渠 12公里", role: .listItem),
        Paragraph(text: "支渠 40公里", role: .listItem),
      ])
    article.headline = "春灌开闸 万亩麦田喝上第一口水"
    article.subheadline = "——老渠今年提前六天放水"
    article.headlineLines = [3...4]
    article.byline = ["林晓舟"]
    article.source = "本报"
    (article.city, article.province) = ("濮阳", "河南")
    (article.paper, article.page) = ("濮阳晚报", "2")
    (article.date, article.dateBasis) = (PartialDate(year: 2025, month: 3, day: 18), .masthead)
    article.continuedTo = "第三版"
    article.evidence = [
      .city: [Evidence(line: 6, text: "渠村")], .date: [Evidence(line: 1, text: "2025年3月18日")],
      .headline: [Evidence(line: 3, text: "春灌开闸 万亩麦田喝上第一口水")],
    ]
    return article
  }

  static var workshop: Article {
    var article = Article(
      id: "a2", file: "pages/p1.txt", kind: .news, lines: [13...14],
      paragraphs: [Paragraph(text: "每周三晚上七点，老木匠的院子里亮起灯。", lines: [14...14])])
    article.headline = "老木匠的夜校"
    article.kicker = "手艺不丢"
    (article.city, article.province) = ("郑州", "河南")
    (article.date, article.dateBasis) = (PartialDate(month: 10, day: 8), .lead)
    article.uncertain = [.city, .date]
    return article
  }

  static var photo: Article {
    var article = Article(
      id: "a3", file: "pages/p1.txt", kind: .photo, lines: [20...20],
      paragraphs: [Paragraph(text: "图为村民在渠边查看水位。")])
    article.headline = "渠边"
    (article.city, article.province) = ("濮阳", "河南")
    article.date = PartialDate(year: 2025, month: 3, day: 17)
    return article
  }

  static var comment: Article {
    var article = Article(
      id: "a4", file: "pages/p1.txt", kind: .commentary, lines: [22...30],
      paragraphs: (1...30).map { Paragraph(text: "第\($0)段。一渠清水的账，要算长远。修渠是花钱，不修是丢粮。") })
    article.headline = "一渠清水的长远账"
    article.date = PartialDate(year: 2024, month: 12, day: 1)
    return article
  }

  static var bridge: Article {
    var article = Article(
      id: "a5", file: "pages/p2.txt", kind: .news, lines: [1...9],
      paragraphs: [Paragraph(text: "漳河上的便民桥昨天合龙，两岸村民少绕二十里路。")])
    article.headline = "便民桥合龙 两岸少绕二十里"
    (article.city, article.province) = ("长治", "山西")
    article.date = PartialDate(year: 2025, month: 4, day: 2)
    return article
  }

  static var untitled: Article {
    Article(
      id: "a6", file: "pages/p2.txt", kind: .news, lines: [11...12],
      paragraphs: [Paragraph(text: "昨夜的一场小雨让果农松了一口气。")])
  }

  static var notice: Article {
    var article = Article(
      id: "a7", file: "pages/p2.txt", kind: .notice, lines: [14...15],
      paragraphs: [Paragraph(text: "因检修管网，本周六停水四小时。")])
    article.headline = "停水公告"
    (article.city, article.province) = ("濮阳", "河南")
    return article
  }
}

/// The browser without a terminal: effects that ask something are answered at once, the others are kept.
struct Harness {
  var state: AppState
  var asked: [Effect] = []

  init(_ columns: Int, _ rows: Int, _ language: Language = .chinese, files: [ReadFile] = Fixture.files) {
    state = AppState(size: Size(columns: columns, rows: rows), language: language, ambiguous: .narrow)
    send(.loaded(files))
    send(.loadingEnded)
    asked = []
  }

  mutating func send(_ event: Event) {
    perform(update(event, &state))
  }

  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .filter(let question): question.answer().map { send($0) }
      case .count(let question): question.answer().map { send($0) }
      case .complete(let question): question.answer().map { send($0) }
      default: asked.append(effect)
      }
    }
  }

  /// Presses keys as they are named in the help, with a space between; other words are typed letter by letter.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") { Key.named(String(name)).forEach { send(.key($0)) } }
  }

  func pressing(_ keys: String) -> Harness {
    var copy = self
    copy.press(keys)
    return copy
  }

  var grid: Grid {
    var settled = state
    settled.settle()
    return settled.frame()
  }

  var screen: [String] { grid.rows }
}

extension Key {
  static func named(_ name: String) -> [Key] {
    if let key = byName[name] { return [key] }
    return name.map(Key.character)
  }

  private static let byName: [String: Key] = {
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace,
      .delete, .wordLeft, .wordRight, .meta("b"), .meta("d"), .meta("f"), .meta("\u{7F}"),
      .character(" "),
    ]
    let controls = "abcdefghijklmnopqrstuvwxyz".map(Key.control)
    return (keys + controls).reduce(into: [:]) { $0[$1.name(in: .english)] = $1 }
  }()
}
