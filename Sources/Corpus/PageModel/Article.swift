/// What an article is.
public enum ArticleKind: String, Sendable, Hashable, CaseIterable {
  /// A report.
  case news
  /// An opinion, an essay, an editor's note.
  case commentary
  /// A picture's caption.
  case photo
  /// An announcement or an advertisement.
  case notice
  /// Page chrome: masthead, editors' line, navigation.
  case furniture
}

/// A value of an article for which evidence is kept.
public enum ArticleField: String, Sendable, Hashable, CaseIterable {
  case headline, kicker, subheadline, byline, source, city, province, paper, paperCity, page, date
  case continuedFrom, continuedTo
}

extension ArticleField {
  /// By its place: its name would have to be read as a text.
  public func hash(into hasher: inout Hasher) { hasher.combine(rank) }

  /// Its place among all fields.
  fileprivate var rank: Int {
    switch self {
    case .headline: 0
    case .kicker: 1
    case .subheadline: 2
    case .byline: 3
    case .source: 4
    case .city: 5
    case .province: 6
    case .paper: 7
    case .paperCity: 8
    case .page: 9
    case .date: 10
    case .continuedFrom: 11
    case .continuedTo: 12
    }
  }
}

/// How an article's date was found.
public enum DateBasis: String, Sendable, Hashable, CaseIterable {
  /// The page's masthead names the day of publication.
  case masthead
  /// The file's path names the day of publication.
  case path
  /// The record (JSON Lines, CSV, front matter) names it.
  case record
  /// The dateline: `新华社北京3月17日电`.
  case dateline
  /// The opening of the body: `本报讯（记者 林晓舟）3月17日，`.
  case lead
  /// Other articles on the same page.
  case page
}

/// Raw words from which a value was inferred.
public struct Evidence: Sendable, Hashable {
  /// The raw line, from 1, or nil where the words stand in the path or in a record.
  public var line: Int?
  /// The words as printed.
  public var text: String

  /// Words `text` on raw line `line` (from 1; nil: not on the page).
  public init(line: Int?, text: String) {
    self.line = line
    self.text = text
  }
}

/// A place in a paragraph where two separated pieces of a story were joined again.
public struct Seam: Sendable, Hashable {
  /// Where in the paragraph's text the second piece begins, in Unicode scalars from 0.
  public var offset: Int
  /// The last raw line of the first piece, from 1.
  public var after: Int
  /// The first raw line of the second piece, from 1.
  public var before: Int
  /// True where the text between the two pieces seems to be missing from the page.
  public var isLossy: Bool

  /// A seam at scalar `offset`, between raw lines `after` and `before`.
  public init(offset: Int, after: Int, before: Int, isLossy: Bool) {
    self.offset = offset
    self.after = after
    self.before = before
    self.isLossy = isLossy
  }
}

/// A reflowed paragraph of an article's body.
public struct Paragraph: Sendable, Hashable {
  /// What a paragraph is set as.
  public enum Role: Sendable, Hashable {
    /// Running text.
    case body
    /// A section head (小标题) inside a story.
    case sectionHead
    /// A line of a list, a table or a poem, which keeps its line.
    case listItem
  }

  /// The text without line breaks.
  public var text: String
  /// What it is set as.
  public var role: Role
  /// The raw lines it was made of, from 1, in reading order.
  public var lines: [ClosedRange<Int>]
  /// Seams inside it, or at its very start (offset 0), in order.
  public var seams: [Seam]

  /// A paragraph of `text`, made of raw lines `lines`.
  public init(text: String, role: Role = .body, lines: [ClosedRange<Int>] = [], seams: [Seam] = []) {
    self.text = text
    self.role = role
    self.lines = lines
    self.seams = seams
  }
}

/// One story of a page, with everything that is known about it. A value that is not known is nil or empty.
public struct Article: Sendable, Hashable, Identifiable {
  /// Stable across runs and machines for the same file name and content.
  public var id: String
  /// The file's path as found.
  public var file: String
  /// The paper's page number or name: `2`, `A03`, `要闻`.
  public var page: String?
  /// The record's number, from 1, for inputs made of records.
  public var record: Int?
  /// What it is.
  public var kind: ArticleKind
  /// 标题.
  public var headline: String?
  /// 引题/肩题, above the headline.
  public var kicker: String?
  /// 副题, below the headline.
  public var subheadline: String?
  /// Names of people or signing groups, without 记者, 通讯员, 本报.
  public var byline: [String] = []
  /// 新华社, 本报, ….
  public var source: String?
  /// A prefecture-level city or municipality, short: 濮阳, 北京.
  public var city: String?
  /// Its province, short: 河南.
  public var province: String?
  /// The paper's name: 濮阳日报.
  public var paper: String?
  /// The city of the paper itself.
  public var paperCity: String?
  /// The article's day; a year that is named nowhere stays unknown.
  public var date: PartialDate?
  /// How `date` was found.
  public var dateBasis: DateBasis?
  /// `第一版` of `（上接第一版）`.
  public var continuedFrom: String?
  /// `第二版` of `（下转第二版）`.
  public var continuedTo: String?
  /// The raw words behind each value.
  public var evidence: [ArticleField: [Evidence]] {
    get { Dictionary(uniqueKeysWithValues: fieldsWithEvidence.map { ($0.field, $0.evidence) }) }
    set {
      packedEvidence = ArticleField.allCases.flatMap { field in
        (newValue[field] ?? []).map { FieldEvidence(field: field, evidence: $0) }
      }
    }
  }
  /// The fields that have evidence, in the order of all fields, each with its raw words.
  public var fieldsWithEvidence: [(field: ArticleField, evidence: [Evidence])] {
    var fields: [(field: ArticleField, evidence: [Evidence])] = []
    for item in packedEvidence {
      if fields.last?.field == item.field {
        fields[fields.count - 1].evidence.append(item.evidence)
      } else {
        fields.append((item.field, [item.evidence]))
      }
    }
    return fields
  }
  /// Calls `body` with the raw words behind each value, field by field, in the order of all fields.
  public func forEachEvidence(_ body: (ArticleField, Evidence) -> Void) {
    for item in packedEvidence { body(item.field, item.evidence) }
  }
  /// The raw words behind one value, nil where there are none: without building the others.
  subscript(evidence field: ArticleField) -> [Evidence]? {
    get {
      let found = packedEvidence.compactMap { $0.field == field ? $0.evidence : nil }
      return found.isEmpty ? nil : found
    }
    set {
      let place = removeEvidence(of: field)
      let added = newValue ?? []
      reserveEvidence(added.count)
      for (index, evidence) in added.enumerated() {
        packedEvidence.insert(FieldEvidence(field: field, evidence: evidence), at: place + index)
      }
    }
  }
  /// Puts the only raw words behind one value.
  mutating func setEvidence(of field: ArticleField, _ evidence: Evidence) {
    let place = removeEvidence(of: field)
    reserveEvidence(1)
    packedEvidence.insert(FieldEvidence(field: field, evidence: evidence), at: place)
  }
  /// Makes room for so many words and those of the values that most articles have, all in one piece of memory.
  private mutating func reserveEvidence(_ count: Int) {
    if packedEvidence.isEmpty { packedEvidence.reserveCapacity(count + 7) }
  }
  /// Removes what stands behind one value, and says where it stood or would.
  private mutating func removeEvidence(of field: ArticleField) -> Int {
    var end = packedEvidence.count
    while end > 0, packedEvidence[end - 1].field.rank > field.rank { end -= 1 }
    var start = end
    while start > 0, packedEvidence[start - 1].field == field { start -= 1 }
    if start < end { packedEvidence.removeSubrange(start..<end) }
    return start
  }
  /// The same in one row, which takes a fraction of the memory of a dictionary of arrays.
  private var packedEvidence: [FieldEvidence] = []
  /// Values that rest on weak evidence.
  public var uncertain: Set<ArticleField> = []
  /// The same in the order of all fields.
  public var uncertainFields: [ArticleField] { uncertain.sorted { $0.rank < $1.rank } }
  /// Raw lines of headline block and body, from 1, in reading order.
  public var lines: [ClosedRange<Int>]
  /// Raw lines of the headline block alone.
  public var headlineLines: [ClosedRange<Int>] = []
  /// The headline block that would stand here if the article's own did not; nil where no other comes into question.
  public var runnerUp: RunnerUp? {
    get { runnersUp.first }
    set { runnersUp = newValue.map { [$0] } ?? [] }
  }
  /// None or one, in one word of memory.
  private var runnersUp: [RunnerUp] = []
  /// The body, byline and dateline kept as printed; packed, so that each reading of it builds it anew.
  public var paragraphs: [Paragraph] {
    get { body.paragraphs }
    set { body = Body(newValue) }
  }
  /// The same, packed.
  private(set) var body: Body

  /// An article with nothing known but where it stands and what it says.
  public init(id: String, file: String, kind: ArticleKind, lines: [ClosedRange<Int>], paragraphs: [Paragraph])
  {
    self.init(id: id, file: file, kind: kind, lines: lines, body: Body(paragraphs))
  }

  /// The same with a packed body.
  init(id: String, file: String, kind: ArticleKind, lines: [ClosedRange<Int>], body: Body) {
    self.id = id
    self.file = file
    self.kind = kind
    self.lines = lines
    self.body = body
  }

  /// The body: reflowed paragraphs joined by line feeds.
  public var text: String { body.text }
  /// Whether two separated pieces of the body were joined.
  public var hasSeams: Bool { body.hasSeams }
}

/// Words from which the value of a field was inferred, in the order that takes the least memory.
private struct FieldEvidence: Sendable, Hashable {
  let text: String
  /// 0 where the words are not on the page.
  private let line: Int32
  let field: ArticleField

  init(field: ArticleField, evidence: Evidence) {
    self.field = field
    text = evidence.text
    line = Int32(clamping: evidence.line ?? 0)
  }

  var evidence: Evidence { Evidence(line: line == 0 ? nil : Int(line), text: text) }
}
