/// A field of the filter language.
public enum FilterField: String, Sendable, Hashable, CaseIterable {
  /// `市:` the article's city.
  case city
  /// `日:` its date.
  case date
  /// `题:` headline, kicker and subheadline.
  case title
  /// `文:` the body.
  case body
  /// `者:` the byline.
  case by
  /// `报:` the paper.
  case paper
  /// `版:` the page's number or name.
  case page
  /// `类:` what the article is.
  case kind
  /// `源:` 新华社, 本报, ….
  case source
  /// `拼:` the pinyin of body and headline.
  case pinyin = "py"
  /// `是:` states: continued, uncertain, joined from pieces.
  case state = "is"

  /// The name to be shown, without its colon: `市`, `city`.
  public func name(in language: Language) -> String {
    language == .chinese ? Self.chineseNames[self] ?? rawValue : rawValue
  }

  /// The field that is written `name`, in any case, width and script.
  init?(name: String) {
    guard let field = Self.names[Folding.fold(name)] else { return nil }
    self = field
  }

  /// The known name nearest to an unknown one: a single Chinese character of a longer name (`城` of 城市), or an
  /// English name at most two letters away.
  static func nearest(to name: String) -> Self? {
    let wanted = Array(Folding.fold(name).unicodeScalars)
    if let only = wanted.first, wanted.count == 1, !only.isASCII {
      return names.filter { $0.key.unicodeScalars.contains(only) }.min { $0.key < $1.key }?.value
    }
    let distances = names.filter { $0.key.unicodeScalars.allSatisfy(\.isASCII) }.map { known, field in
      (distance: distance(wanted, Array(known.unicodeScalars)), known: known, field: field)
    }
    let best = distances.min { ($0.distance, $0.known) < ($1.distance, $1.known) }
    guard let best, best.distance <= 2, best.distance < wanted.count else { return nil }
    return best.field
  }

  private static let chineseNames: [Self: String] = [
    .city: "市", .date: "日", .title: "题", .body: "文", .by: "者", .paper: "报", .page: "版", .kind: "类",
    .source: "源", .pinyin: "拼", .state: "是",
  ]

  private static let longNames: [Self: [String]] = [
    .city: ["城市"], .date: ["日期"], .title: ["标题", "headline"], .body: ["正文", "text"],
    .by: ["作者", "记者", "byline", "author"], .paper: ["报纸"], .page: ["版面"], .kind: ["类别", "类型", "type"],
    .source: ["来源"], .pinyin: ["拼音", "pinyin"],
  ]

  private static let names: [String: Self] = allCases.reduce(into: [:]) { names, field in
    names[field.rawValue] = field
    names[field.name(in: .chinese)] = field
    for name in longNames[field] ?? [] { names[name] = field }
  }

  /// The number of letters to be inserted, dropped or replaced to get from `a` to `b`.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
