/// What a file's path says of its page.
struct PathFacts: Equatable {
  /// The day of publication.
  var date: PartialDate?
  /// A month or year, where the path names no day: `人民日报/2019年2月/…`.
  var period: PartialDate?
  var page: String?
  var paper: String?
  /// `202503`: a month if a folder with a day's number follows.
  private var month: PartialDate?
  /// A word that is the paper's name if the path names a day or a page.
  private var name: String?
  /// The words of the path that say so.
  var words: [ArticleField: String] = [:]

  /// Reads the last five components of a path: `濮阳日报/2025-03-18/01.txt`, `20190201-07-02.txt`, `人民日报/2019/02/01/07.txt`,
  /// `汾河晚报-2023-06-08-03.txt`.
  init(_ path: String) {
    let components = path.utf8.split(separator: UInt8(ascii: "/")).suffix(5)
    for (index, component) in components.enumerated() {
      read(Scalars(of: Substring(component)), isName: index == components.count - 1)
    }
    if paper == nil, let name, date != nil || page != nil { paper = name; words[.paper] = name }
  }

  private mutating func read(_ component: Scalars, isName: Bool) {
    var text = component
    if isName { text = Self.withoutEndings(text) }
    readPaper(text)
    if let end = readDate(text) {
      if isName { readPage(text, from: end) }
    } else if isName || !goesOn(text) {
      readPeriod(text)
    }
    if isName, page == nil { readMarkedPage(text) }
    if isName, date != nil, page == nil { readPage(text, from: 0) }
  }

  /// `01.txt.gz` → `01`.
  private static func withoutEndings(_ name: Scalars) -> Scalars {
    var text = name
    for _ in 0..<2 {
      guard let dot = text.lastIndex(of: "."), dot > 0 else { break }
      let ending = text[(dot + 1)...].string.lowercased()
      guard text.count == name.count || FileFormat.endings[ending] != nil else { break }
      text = Array(text[..<dot])
      if !FileFormat.compressed.contains(ending) { break }
    }
    return text
  }

  /// A folder that goes on with the date of the one above it: `2019/02/01`, `2019年/2月/1日`.
  private mutating func goesOn(_ text: Scalars) -> Bool {
    guard date == nil, let period = month ?? period, let year = period.year else { return false }
    month = nil
    var cursor = Cursor(text)
    guard let number = cursor.number(), number <= 31 else { return false }
    _ = cursor.skip(oneOf: period.month == nil ? ["月"] : ["日", "号"])
    guard cursor.next == nil else { return false }
    if let month = period.month {
      date = PartialDate(year: year, month: month, day: number)
      if let date { words[.date] = date.description }
      return date != nil
    }
    guard let month = PartialDate(year: year, month: number) else { return false }
    self.period = month
    return true
  }

  private mutating func readPaper(_ text: Scalars) {
    guard paper == nil else { return }
    for word in text.split(whereSeparator: { !$0.isHan || $0 == "第" }) {
      if PaperName.isPaper(word) {
        paper = word.string
        words[.paper] = paper
      } else if name == nil, PaperName.mayBePaper(word) {
        name = word.string
      }
    }
  }

  /// The end of the first whole date, which no letter or digit touches.
  private mutating func readDate(_ text: Scalars) -> Int? {
    for start in text.indices where DateReader.mayBegin(with: text[start]) || text[start].isBlank {
      guard isEdge(text, before: start) || isBehindWord(text, start) else { continue }
      var cursor = Cursor(text, at: start)
      let found = DateReader.fullDate(&cursor) ?? compact(text, start, &cursor)
      guard let found, isEdge(text, before: cursor.at) || cursor.at == text.count else { continue }
      date = found
      words[.date] = text[start..<cursor.at].string
      return cursor.at
    }
    return nil
  }

  /// `rmrb20190201`: letters, and nothing else, before the digits.
  private func isBehindWord(_ text: Scalars, _ start: Int) -> Bool {
    start > 0 && text[start].digit != nil && text[..<start].allSatisfy(\.isLatin)
      && text[start...].prefix { $0.digit != nil }.count == 8
  }

  /// `20190201`.
  private func compact(_ text: Scalars, _ start: Int, _ cursor: inout Cursor) -> PartialDate? {
    let digits = text[start...].prefix { $0.digit != nil }.compactMap(\.digit)
    guard digits.count == 8 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    guard (1850...2199).contains(number / 10000) else { return nil }
    cursor.at = start + 8
    return PartialDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }

  private func isEdge(_ text: Scalars, before at: Int) -> Bool {
    guard at > 0, at < text.count else { return true }
    let left = text[at - 1]
    return !(left.digit != nil && text[at].digit != nil)
      && !(left.isLatin || (text[at].isLatin && left.digit == nil))
  }

  /// `2019年2月`, `2019-02`, `2019`.
  private mutating func readPeriod(_ text: Scalars) {
    var cursor = Cursor(text)
    guard text.first?.digit != nil, let number = cursor.number() else { return }
    if text.count == 6, cursor.next == nil, 1850...2199 ~= number / 100 {
      month = PartialDate(year: number / 100, month: number % 100)
    }
    guard 1850...2199 ~= number else { return }
    let year = number
    if cursor.next == nil { period = PartialDate(year: year); return }
    guard cursor.skip(where: { "年-_.".unicodeScalars.contains($0) }) != nil else { return }
    guard let month = cursor.number() else { period = PartialDate(year: year); return }
    _ = cursor.skip("月")
    if cursor.next == nil { period = PartialDate(year: year, month: month) }
  }

  /// `第5版`, `A03版`, wherever it stands.
  private mutating func readMarkedPage(_ text: Scalars) {
    guard let mark = text.lastIndex(of: "版") else { return }
    var start = mark
    while start > 0, text[start - 1].digit != nil { start -= 1 }
    guard start < mark, mark - start <= 3 else { return }
    if start > 0, text[start - 1].isLatin { start -= 1 }
    readPage(text, from: start)
  }

  /// `-07`, `_A06`, `第5版` behind the date; in a dated folder the whole name.
  private mutating func readPage(_ text: Scalars, from start: Int) {
    var cursor = Cursor(text, at: start)
    while cursor.skip(where: { "-_ .第".unicodeScalars.contains($0) }) != nil {}
    let begin = cursor.at
    let letter = cursor.skip(where: \.isLatin)
    let digits = cursor.at
    guard let number = cursor.number(), (1...400).contains(number), cursor.at - digits <= 3 else { return }
    guard cursor.next.map({ "-_ .版".unicodeScalars.contains($0) }) ?? true else { return }
    page = PageName.plain((letter.map { [$0] } ?? []) + text[digits..<cursor.at])
    words[.page] = text[begin..<cursor.at].string
  }
}
