import Testing

@testable import Corpus

@Suite struct FilterMatchingTests {
  static let everything = FilterFixture.articles.map(\.id).joined(separator: " ")

  @Test(arguments: [
    // Words.
    ("", everything), (" \u{3000}\n", everything), ("积水", "road comment"), ("道路 积水", "road"),
    ("道路|桥梁", "road bridge"), ("道路 | 桥梁", "road bridge"), ("积水 -道路", "comment"), ("积水 !道路", "comment"),
    ("积水 --道路", "road"), ("(道路|内涝) 积水", "road comment"), ("道路 积水 | 桥梁", "road bridge"),
    ("-(道路|内涝) 积水", ""), ("两年建设", "bridge"), ("明年通车", "bridge"), ("濮阳", "road"), ("没有的词", ""),
    // Quotes.
    ("\"12:30 开始\"", "mixed"), ("“12:30 开始”", "mixed"), ("「12:30 开始」", "mixed"), ("＂股并轨|问答＂", "mixed"),
    ("”来信”", "nowhere"), ("\"来信：“请\"", "nowhere"), ("\"如画(实拍)\"", "jilin"), ("“积水”不该", "comment"),
    // Words that only look like something else.
    ("A-B股", "mixed"), ("e-mail", "mixed"), ("http://example.org", "mixed"), ("12:30", "mixed"),
    ("-12:30 e-mail", ""),
    // Folding.
    ("wto规则", "wto"), ("ｗｔｏ规则", "wto"), ("５Ｇ", "wto"), ("图书馆", "taipei"), ("圖書館", "taipei"), ("后门", "taipei"),
    ("邻里", "taipei"), ("編輯部", "nowhere"), ("＝後門", "taipei"), ("=后门", ""), ("=WTO规则", "wto"), ("=wto规则", ""),
    ("=\"WTO\"", "wto"), ("１２００米", "bridge"), ("\"来信:“请多\"", "nowhere"),
    // Cities.
    ("市:濮阳", "road comment photo notice"), ("市：濮阳", "road comment photo notice"),
    ("city:濮阳市 日:2025-03-18", "comment"),
    ("城市:濮", "road comment photo notice"), ("CITY:阿坝州", "aba"), ("市:臺北", "taipei"), ("市:郑州,北京", "bridge wto"),
    ("市:郑州，北京", "bridge wto"), ("市:无 -类:furniture", "nowhere"), ("city:none", "chrome nowhere"),
    ("市:\"濮\"", ""),
    ("市:\"吉林\"", "jilin"), ("市:州", ""), ("-市:濮阳 积水", ""),
    // Other fields.
    ("题:积水", "comment"), ("文:积水", "road"), ("title:积水,公告", "comment notice"), ("标题:明年", "bridge"),
    ("题:无", "photo chrome"),
    ("文:无", ""), ("者:一舟", "comment"), ("by:舟", "bridge comment"), ("者:无 市:濮阳", "photo notice"),
    ("者:叶知秋", "taipei"),
    ("报:晚报", "bridge"), ("报:岛屿", "taipei"), ("报:无", "yearless nowhere"), ("源:新华", "wto"),
    ("source:本报", "road"),
    ("版:2", "comment"), ("版:02", "comment"), ("版:第二版", "comment"), ("版:第2版", "comment"), ("版:a3", "bridge"),
    ("page:A", "bridge"),
    ("版:要", "wto"), ("版:无", "chrome yearless nowhere"), ("类:评论", "comment"), ("类:公告,图片", "photo notice"),
    ("kind:commentary|类:广告", "comment notice"), ("類:版面", "chrome"), ("is:jump", "bridge mixed"),
    ("is:uncertain", "yearless"),
    ("is:seam", "undated"), ("是:转版", "bridge mixed"), ("是：存疑", "yearless"), ("是:拼接,存疑", "yearless undated"),
    ("-is:jump 日:2020", ""), ("is:jump,seam", "bridge undated mixed"),
    // Every name of every field.
    ("城市：郑州", "bridge"), ("日期:2001", "wto"), ("headline:草原", "aba"), ("正文:牧民", "aba"), ("text:牧民", "aba"),
    ("作者:一舟", "comment"), ("记者:一舟", "comment"), ("byline:一舟", "comment"), ("author:一舟", "comment"),
    ("报纸:晚报", "bridge"), ("版面:A03", "bridge"), ("类别:评论", "comment"), ("类型:评论", "comment"),
    ("type:photo", "photo"),
    ("来源:新华社", "wto"), ("拼音:muge", "aba"), ("pinyin:muge", "aba"), ("源:无 市:北京,郑州", "bridge"),
    // Groups and negation in each other.
    ("((道路|桥梁) (市:濮阳|市:郑州)) -(题:大桥)", "road"), ("-(-(道路|桥梁))", "road bridge"),
    ("!（市：濮阳｜市：无） 日：2025", "bridge"), ("-市:濮阳,郑州 日:2025", "nowhere"), ("积水|-日:2001.. 类:图片", "road comment"),
    ("者:一舟,晓舟", "bridge comment"), ("版:1,2 日:2025", "road comment photo"), ("-\"积水\" 内涝", ""),
  ])
  func finds(_ text: String, _ ids: String) throws {
    #expect(try FilterFixture.found(text) == ids)
  }

  @Test(arguments: [
    ("日:2025", "road bridge comment photo notice nowhere"),
    ("日:２０２５－０３", "road comment photo notice nowhere"),
    ("date:2025-03-17", "road photo notice"), ("日:2025-3-17", "road photo notice"),
    ("日:2025.3.17", "road photo notice"),
    ("日:2025/3/17", "road photo notice"), ("日:2025年3月17日", "road photo notice"), ("日:2025年3月18号", "comment"),
    ("日:03-17", "road photo notice"), ("日:3月17日", "road photo notice"), ("日:12月", "taipei wto aba"),
    ("日:10-08", "yearless"),
    ("日:2025-03-18..2025-06", "bridge comment"),
    ("日:2025-03..2025-06", "road bridge comment photo notice nowhere"),
    ("日:..2019", "wto aba"), ("日:2024～", "road bridge taipei comment photo notice nowhere"),
    ("日:2019至2020", "aba mixed"),
    ("日:2025。。2025-03-17", "road photo notice"), ("日:12-15..01-07", "taipei jilin aba"),
    ("日:03-17~03-17", "road photo notice"),
    ("日:无", "chrome undated"), ("date:none", "chrome undated"), ("日:无年", "yearless"),
    ("date:noyear", "yearless"),
    ("日:2022,2001", "wto yearonly jilin"), ("日:2022-01..2022-12", "yearonly jilin"),
    ("日:2022-02..2022-12", ""),
    ("日:\"2001-12-11\"", "wto"), ("日:2024-02-29", ""),
    ("日：２０２５．０３．１７", "road photo notice"), ("日:2025-06～2025-06", "bridge"),
    ("date:..2001,2024..2024", "taipei wto"),
    ("日:2001..2001-12-11", "wto"), ("日:3月..4月", "road comment photo notice nowhere"),
    ("日:10月,无", "chrome yearless undated"),
    ("日:無", "chrome undated"), ("-日:2000.. -日:无", "yearless"),
  ])
  func findsDays(_ text: String, _ ids: String) throws {
    #expect(try FilterFixture.found(text) == ids)
  }

  @Test(arguments: [
    ("puyang -类:评论,图片,公告", "road chrome"), ("市:puyang", "road comment photo notice"),
    ("市:py", "road comment photo notice"),
    ("市:zhengz", "bridge"), ("daolu", "road"), ("\"daolu\"", ""), ("DAOLU", ""), ("报:pyrb 版:1", "road photo"),
    ("拼:daolu", "road"), ("py:daolu 积水", "road"), ("文:daolu", ""), ("题:daolu", "road"), ("ｄａｏｌｕ", "road"),
    ("wto", "wto"), ("5g", "wto"), ("puy", "road comment photo notice chrome"),
    ("市:puy", "road comment photo notice"), ("市:zhongqing", "undated"), ("市:chongqing", "undated"),
    ("市:cq,zz", "bridge yearless undated"), ("者:yzq", "taipei"), ("题:tongche", "bridge"), ("xian", ""),
    ("qizhou", ""),
    ("jinianniankan", ""), ("py:gaosuan", ""), ("题:hebing", ""), ("拼:zhongqing", ""),
    ("市:changzhi", "yearless"),
  ])
  func findsPinyin(_ text: String, _ ids: String) throws {
    #expect(try FilterFixture.found(text) == ids)
  }

  @Test(arguments: [
    ("市:濮阳,郑州 日:2025-03..2025-06", "市：濮阳，郑州\u{3000}日：２０２５－０３．．２０２５－０６"), ("(a|b) -c", "（ａ｜ｂ）！ｃ"),
    ("日:2025..2026", "日：2025～2026"), ("is:jump", "ＩＳ：ｊｕｍｐ"), ("=词", "＝词"), ("\"a b\"", "＂a b＂"),
    ("市:无", "city:none"),
    ("道路", " 道路 "), ("圖書", "图书"), ("日:2025-3-1", "日期:2025年03月01日"),
  ])
  func spellingsAreEqual(_ one: String, _ other: String) throws {
    #expect(try Filter(parsing: one) == Filter(parsing: other))
  }

  @Test func onlyNothingIsEmpty() throws {
    #expect(Filter().isEmpty)
    #expect(try Filter(parsing: " ").isEmpty)
    #expect(try Filter(parsing: "a") != Filter(parsing: "b"))
    #expect(try !Filter(parsing: "a").isEmpty)
  }

  /// The search in bytes answers as the plain search in scalars does.
  @Test(arguments: 0..<20)
  func bytesAndScalarsAgree(_ seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
    let pieces = ["後", "后", "门", "門", "a", "A", "Ａ", "ｂ", "é", "É", "𠮷", "，", ",", "臺", "台", "濮"]
    for _ in 0..<300 {
      let text = numbers.text(of: pieces, upTo: 14)
      let literal = Bool.random(using: &numbers)
      guard let needle = TextNeedle(numbers.text(of: pieces, upTo: 3), isLiteral: literal) else { continue }
      let folded = literal ? text : Folding.fold(text)
      let wanted = String(String.UnicodeScalarView(needle.scalars))
      let isThere = !ranges(of: wanted, in: folded).isEmpty
      #expect(needle.isFound(in: text) == isThere, "\(wanted) in \(text)")
      #expect(needle.ranges(in: Array(text.unicodeScalars)).isEmpty == !isThere)
    }
  }

  private func ranges(of needle: String, in text: String) -> [Int] {
    let (a, b) = (Array(text.utf8), Array(needle.utf8))
    guard b.count <= a.count else { return [] }
    return (0...a.count - b.count).filter { Array(a[$0..<$0 + b.count]) == b }
  }

  @Test func foldingKeepsPlacesAndIsDoneAtOnce() {
    for code in (0..<0x11000) where Unicode.Scalar(code) != nil {
      #expect(Folding.fold(Folding.fold(UInt32(code))) == Folding.fold(UInt32(code)))
    }
    #expect(Folding.fold("Ａ（臺灣）裏著，覆蓋").unicodeScalars.count == 10)
    #expect(Folding.fold("Ａ（臺灣）裏著，覆蓋乾淨") == "a(台湾)里著,覆盖干净")
  }
}
