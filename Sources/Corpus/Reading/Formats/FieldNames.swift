/// What a record may say of its article.
public enum RecordField: String, Sendable, Hashable, CaseIterable {
  case headline, kicker, subheadline, body, date, city, author, source, paper, page
}

/// Under which names records have their fields.
public struct FieldNames: Sendable, Hashable {
  /// A mapping that cannot be used, as given.
  public struct Failure: Error, Hashable {
    /// The mapping as given.
    public var mapping: String
  }

  /// Names as they occur in the wild; of several that a record has, the first in this order counts.
  private static let known: [RecordField: [String]] = [
    .headline: ["title", "headline", "标题", "標題", "题目", "題目", "主标题", "news_title"],
    .kicker: ["kicker", "引题", "引題", "肩题", "肩題"],
    .subheadline: ["subheadline", "subtitle", "副题", "副題", "副标题", "副標題"],
    .body: ["content", "text", "body", "正文", "内容", "內容", "全文", "article"],
    .date: [
      "date", "日期", "time", "pubdate", "pub_date", "publish_date", "publish_time", "published", "datetime",
      "时间",
      "時間", "发布时间", "發布時間", "发布日期", "發布日期", "刊发日期", "见报日期",
    ],
    .city: ["city", "城市", "地区", "地區"],
    .author: ["author", "authors", "byline", "作者", "记者", "記者"],
    .source: ["source", "来源", "來源"],
    .paper: ["paper", "newspaper", "报纸", "報紙", "报名", "報名", "报刊"],
    .page: ["page", "版面", "版次", "版", "版号"],
  ]

  private static let table: [String: (field: RecordField, rank: Int)] = Dictionary(
    known.flatMap { field, names in names.enumerated().map { ($1, (field, $0 + 1)) } },
    uniquingKeysWith: { a, _ in a })
  private var mappings: [String: RecordField] = [:]

  /// The names that are known, and more that `mappings` give, as in `body=zhengwen`; the field may be named by any of
  /// its known names. Throws the first mapping that names no field, or nothing.
  public init(mappings: [String] = []) throws(Failure) {
    for mapping in mappings {
      let parts = mapping.split(separator: "=", maxSplits: 1).map { Self.plain(String($0)) }
      guard parts.count == 2, !parts[1].isEmpty,
        let field = RecordField(rawValue: parts[0]) ?? Self.table[parts[0]]?.field
      else { throw Failure(mapping: mapping) }
      self.mappings[parts[1]] = field
    }
  }

  private init(_ mappings: [String: RecordField]) { self.mappings = mappings }

  /// The known names only.
  public static let standard = FieldNames([:])

  /// The field with a name, and how it ranks among the field's names (the lowest first); nil for other names.
  func field(named name: String) -> (field: RecordField, rank: Int)? {
    let name = Self.plain(name)
    return mappings[name].map { ($0, 0) } ?? Self.table[name]
  }

  /// Without white space and byte order marks at its ends, in lower case.
  private static func plain(_ name: String) -> String {
    var scalars = name.unicodeScalars[...]
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(scalars).lowercased()
  }
}
