@testable import Corpus

/// Fifteen small articles, made for the tables of the filter tests.
enum FilterFixture {
  static let articles: [Article] = [
    make("road", "濮阳新修道路三条", "城区道路今年将拓宽，雨天积水有望缓解。") {
      $0.place("濮阳", "河南", "濮阳日报", "2025-03-17", page: "1")
      $0.byline = ["柳青禾"]
      $0.source = "本报"
    },
    make("bridge", "黄河大桥合龙", "这座桥梁连接两岸。全长1200米。") {
      $0.place("郑州", "河南", "郑州晚报", "2025-06-30", page: "A03")
      $0.kicker = "两年建设"
      $0.subheadline = "明年通车"
      $0.byline = ["秦晓舟", "本刊编辑部"]
      $0.continuedTo = "第二版"
    },
    make("taipei", "臺北圖書館開放後門", "讀者著實高興，鄰里們從後門進館。") {
      $0.place("台北", "台湾", "島嶼晨報", "2024-12-31", page: "3")
      $0.byline = ["葉知秋"]
    },
    make("wto", "WTO规则十问", "专家解读ＷＴＯ规则，并谈5G。") {
      $0.place("北京", "北京", "北京新声", "2001-12-11", page: "要闻")
      $0.source = "新华社"
    },
    make("comment", "积水不该年年看", "治理内涝，要算长远账。", .commentary) {
      $0.place("濮阳", "河南", "濮阳日报", "2025-03-18", page: "02")
      $0.byline = ["闻一舟"]
    },
    make("photo", nil, "图为市民在公园散步。", .photo) {
      $0.place("濮阳", "河南", "濮阳日报", "2025-03-17", page: "1")
    },
    make("notice", "停水公告", "因检修管网，3月20日停水。", .notice) {
      $0.place("濮阳", "河南", "濮阳日报", "2025-03-17", page: "4")
    },
    make("chrome", nil, "责任编辑 版式 校对", .furniture) { $0.paper = "濮阳日报" },
    make("yearless", "国庆假期游客多", "景区接待游客创新高。") {
      $0.place("长治", "山西", nil, "10-08", page: nil)
      $0.uncertain = [.city]
    },
    make("nowhere", "一封来信", "编辑部收到读者来信：“请多写写乡村”。") { $0.date = PartialDate("2025-03") },
    make("undated", "老街旧事", "老街的故事讲不完。") {
      $0.place("重庆", "重庆", "山城周报", nil, page: "B12")
      $0.paragraphs[0].seams = [Seam(offset: 2, after: 3, before: 9, isLossy: false)]
    },
    make("yearonly", "年度报告发布", "报告共八章。") { $0.place("上海", "上海", "浦江日报", "2022", page: "1") },
    make("jilin", "雾凇景观提前", "江边雾凇如画(实拍)。") { $0.place("吉林", "吉林", "松江日报", "2022-01-05", page: "1") },
    make("aba", "草原牧歌", "牧民转场。\n山路漫长。") { $0.place("阿坝", "四川", "高原报", "2019-12-20", page: "1") },
    make("mixed", "A-B股并轨|问答", "e-mail 与 http://example.org 一并公布，12:30 开始。") {
      $0.place("深圳", "广东", "湾区财经", "2020-01-10", page: "1")
      $0.continuedFrom = "第一版"
    },
  ]

  /// The ids of the articles that `text` finds, in order, joined by spaces.
  static func found(_ text: String) throws(FilterError) -> String {
    let filter = try Filter(parsing: text)
    return articles.filter(filter.matches).map(\.id).joined(separator: " ")
  }

  static func make(
    _ id: String, _ headline: String?, _ body: String, _ kind: ArticleKind = .news,
    _ change: (inout Article) -> Void
  ) -> Article {
    let paragraphs = body.split(separator: "\n").map { Paragraph(text: String($0)) }
    var article = Article(id: id, file: "\(id).txt", kind: kind, lines: [1...2], paragraphs: paragraphs)
    article.headline = headline
    change(&article)
    return article
  }
}

extension Article {
  fileprivate mutating func place(
    _ city: String, _ province: String, _ paper: String?, _ date: String?, page: String?
  ) {
    self.city = city
    self.province = province
    self.paper = paper
    self.date = date.flatMap { PartialDate($0) }
    self.page = page
  }
}
