import Corpus

/// What the browser says, in both languages.
struct Wording: Sendable {
  var language: Language

  func callAsFunction(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  var unknownCity: String { self("不详", "n/a") }
  var unknownDate: String { self("日期不详", "undated") }
  var unknownYear: String { self("年份未知", "year unknown") }
  var untitled: String { self("(无题)", "(untitled)") }

  /// A word two columns wide for kinds other than news.
  func short(_ kind: ArticleKind) -> String {
    switch kind {
    case .news: ""
    case .commentary: self("评", "op")
    case .photo: self("图", "ph")
    case .notice: self("告", "ad")
    case .furniture: self("版", "pg")
    }
  }

  func name(of kind: ArticleKind) -> String {
    switch kind {
    case .news: self("新闻", "news")
    case .commentary: self("评论", "commentary")
    case .photo: self("图片", "photo")
    case .notice: self("公告", "notice")
    case .furniture: self("版面", "furniture")
    }
  }

  func name(of order: SortOrder) -> String {
    switch order {
    case .reading: self("版面顺序", "page order")
    case .date: self("日期", "date")
    case .city: self("城市", "city")
    case .paper: self("报纸与版次", "paper and page")
    case .relevance: self("相关程度", "relevance")
    }
  }

  func name(of basis: DateBasis) -> String {
    switch basis {
    case .masthead: self("据报头", "from the masthead")
    case .path: self("据文件路径", "from the file's path")
    case .record: self("据记录", "from the record")
    case .dateline: self("据电头", "from the dateline")
    case .lead: self("据导语", "from the lead")
    case .page: self("据同版其他文章", "from other articles on the page")
    }
  }

  func name(of confidence: Confidence) -> String {
    switch confidence {
    case .weak: self("依据不足", "uncertain")
    case .fair: self("较可靠", "likely")
    case .sure: self("可靠", "sure")
    }
  }

  func name(of field: ArticleField) -> String {
    switch field {
    case .headline: self("标题", "headline")
    case .kicker: self("引题", "kicker")
    case .subheadline: self("副题", "subheadline")
    case .byline: self("作者", "byline")
    case .source: self("来源", "source")
    case .city: self("城市", "city")
    case .province: self("省份", "province")
    case .paper: self("报纸", "paper")
    case .paperCity: self("报社所在", "paper's city")
    case .page: self("版次", "page")
    case .date: self("日期", "date")
    case .continuedFrom: self("上接", "continued from")
    case .continuedTo: self("下转", "continued on")
    }
  }

  func name(of mode: Mode) -> String {
    switch mode {
    case .browse: self("浏览", "Browsing")
    case .read, .panel: self("阅读与面板", "Reading and panels")
    case .cities: self("城市与日期选择", "City and date pickers")
    case .dates: self("日期选择", "Date picker")
    case .edit: self("筛选栏", "Filter bar")
    }
  }

  func sentence(_ fault: HistoryFault) -> String {
    switch fault {
    case .noHome:
      self("筛选历史不会保存：没有设置 HOME", "filters are not kept for later: HOME is not set")
    case .refused(let path, let why):
      self(
        "筛选历史无法保存到 \(displayable(path))（\(why)）",
        "filters are not kept for later: \(displayable(path)): \(why)")
    }
  }

  /// A day, month or year in words, an unknown year said in so many words.
  func words(for date: PartialDate) -> String {
    guard language == .chinese else {
      return date.year == nil ? "\(date) (year unknown)" : "\(date)"
    }
    let parts = [(date.year, "年"), (date.month, "月"), (date.day, "日")]
    let text = parts.compactMap { number, unit in number.map { "\($0)\(unit)" } }.joined()
    return date.year == nil ? text + "（年份未知）" : text
  }
}
