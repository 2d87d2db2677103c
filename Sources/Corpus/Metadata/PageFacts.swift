/// What masthead and path say of the page as a whole.
struct PageFacts {
  /// A paper's name.
  struct Paper: Equatable {
    var name: String
    var evidence: Evidence
    var isUncertain = false
  }

  /// The day of publication.
  private(set) var publication: DateInference.Finding?
  /// Year or month of publication, where no day is given.
  let period: PartialDate?
  /// The paper's name.
  private(set) var paper: Paper?
  /// Page number or name.
  let number: (text: String, evidence: Evidence)?

  /// Reads the page's furniture and its file's path; the masthead comes first. `lines`: all of the page.
  init(_ page: Page, _ furniture: [Line], of lines: NumberedLines) {
    let path = PathFacts(page.file)
    let mastheads = Self.mastheads(furniture, lines)
    publication = Self.publication(mastheads, path, lines.lines)
    period = path.period
    let named = mastheads.lazy.compactMap { line, masthead in
      masthead.paper.map { Paper(name: $0, evidence: Evidence(line: line.number, text: $0)) }
    }.first
    paper = named ?? path.paper.map { Paper(name: $0, evidence: Evidence(line: nil, text: $0)) }
    let numbered = mastheads.filter { $0.masthead.page != nil }
    // A number that stands alone may be any.
    let best = numbered.first { $0.masthead.isMarkedPage || $0.masthead.parts > 1 } ?? numbered.first
    number =
      best.flatMap { line, masthead in
        masthead.page.map { ($0, Evidence(line: line.number, text: line.text.string)) }
      } ?? path.page.map { ($0, Evidence(line: nil, text: path.words[.page] ?? $0)) }
  }

  private typealias Read = (line: Line, masthead: Masthead)

  /// What the lines say alone, and those of stacks together.
  private static func mastheads(_ furniture: [Line], _ page: NumberedLines) -> [Read] {
    guard !furniture.isEmpty else { return [] }
    let lines = page.lines
    let stack = page.stack ?? MastheadStack(lines)
    let stacked = Set(stack.lines.map { lines[$0].number })
    var read: [Read] = furniture.compactMap { line in
      stacked.contains(line.number) ? nil : Masthead(line).map { (line, $0) }
    }
    guard !stacked.isEmpty else { return read }
    let numbers = Set(furniture.map(\.number))
    for (index, masthead) in stack.found where numbers.contains(lines[index].number) {
      read.append((lines[index], masthead))
    }
    return read
  }

  /// The day of the masthead that says most; a day without its year gives way to a whole one of the path.
  private static func publication(_ mastheads: [Read], _ path: PathFacts, _ lines: [Line]) -> DateInference
    .Finding?
  {
    let dated = mastheads.filter { $0.masthead.date != nil && stands($0, lines, path) }
    let weights = dated.map { $0.masthead.parts + ($0.masthead.date?.year == nil ? 0 : 10) }
    let best = weights.indices.max { weights[$0] < weights[$1] || weights[$0] == weights[$1] && $0 > $1 }.map
    { dated[$0] }
    if let best, let date = best.masthead.date, date.year != nil || path.date == nil {
      return DateInference.Finding(
        date: date, basis: .masthead,
        evidence: [Evidence(line: best.line.number, text: best.line.text.string)],
        isUncertain: best.masthead.parts == 1)
    }
    return path.date.map {
      DateInference.Finding(
        date: $0, basis: .path, evidence: [Evidence(line: nil, text: path.words[.date] ?? "")])
    }
  }

  /// A line with nothing but a day is of a masthead only at the page's edge, and gives way to the path's day.
  private static func stands(_ read: Read, _ lines: [Line], _ path: PathFacts) -> Bool {
    guard read.masthead.parts == 1 else { return true }
    guard path.date == nil, let index = lines.firstIndex(where: { $0.number == read.line.number }) else {
      return false
    }
    if index == 0 { return true }
    let before = lines[index - 1]
    return index + 1 == lines.count && !before.endsWithColon && !LineShape.isSignOff(before)
  }
}

extension PageFacts {
  /// A sheet that does not say of which paper and day it is is of those of the sheet before it.
  mutating func take(from before: PageFacts) {
    let isOtherPaper = paper != nil && before.paper != nil && paper?.name != before.paper?.name
    let isOtherDay =
      publication != nil && before.publication != nil && publication?.date != before.publication?.date
    guard !isOtherPaper, !isOtherDay else { return }
    if paper == nil, let other = before.paper {
      paper = Paper(name: other.name, evidence: other.evidence, isUncertain: true)
    }
    if publication == nil, var other = before.publication {
      other.isUncertain = true
      publication = other
    }
  }

  /// The words that tell paper and day.
  var evidence: [Evidence] { (publication?.evidence ?? []) + (paper.map { [$0.evidence] } ?? []) }

  /// With other evidence for paper and day.
  func mapEvidence(_ change: (Evidence) -> Evidence) -> PageFacts {
    var facts = self
    if let paper { facts.paper?.evidence = change(paper.evidence) }
    if let publication { facts.publication?.evidence = publication.evidence.map(change) }
    return facts
  }
}
