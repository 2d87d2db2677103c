/// Fills in what is known of the articles of one page: byline, source, city, date, paper, kind.
enum MetadataReader {
  /// Reads the metadata of all articles of a page together, since they explain each other. `before`: what the sheet before
  /// it in the same file says of itself; the page's own is given back.
  @discardableResult
  static func fill(
    _ articles: inout [Article], of page: Page, lines: NumberedLines, after before: PageFacts? = nil
  ) -> PageFacts {
    let indices = articles.indices.filter { articles[$0].kind != .furniture }
    let stories = indices.map {
      StorySource(articles[$0].lines, headlines: articles[$0].headlineLines, of: lines)
    }
    let chrome = articles.indices.filter { articles[$0].kind == .furniture }.flatMap { articles[$0].lines }
    let furniture = chrome.flatMap { $0.compactMap { lines[$0]?.line } }
    var facts = PageFacts(page, furniture, of: lines)
    if let before { facts.take(from: before) }
    let dates = DateInference(stories, publication: facts.publication, period: facts.period)
    let bylines = stories.map { BylineReader.byline(of: $0, kind: .news) }
    let cities = CityInference(
      stories, bylines, paper: facts.paper?.evidence, furniture: furniture)
    for (position, index) in indices.enumerated() {
      articles[index].kind = KindReader.kind(of: stories[position], headline: articles[index].headline)
      setByline(&articles[index], stories[position], bylines[position])
      set(&articles[index], cities.city(of: position))
    }
    for index in articles.indices { set(&articles[index], facts, cities.paperCity) }
    for (position, index) in indices.enumerated() { set(&articles[index], dates.date(of: position)) }
    return facts
  }

  /// `byline`: the story's, if it is no photo's.
  private static func setByline(
    _ article: inout Article, _ story: StorySource, _ byline: BylineReader.Byline
  ) {
    let byline = article.kind == .photo ? BylineReader.byline(of: story, kind: .photo) : byline
    article.byline = byline.names
    if !byline.evidence.isEmpty { article[evidence: .byline] = byline.evidence }
    guard let source = SourceReader.source(of: story, medium: byline.medium) else { return }
    article.source = source.text
    article.setEvidence(of: .source, source)
  }

  private static func set(_ article: inout Article, _ finding: DateInference.Finding?) {
    guard let finding else { return }
    article.date = finding.date
    article.dateBasis = finding.basis
    article[evidence: .date] = finding.evidence
    if finding.isUncertain { article.uncertain.insert(.date) }
  }

  private static func set(_ article: inout Article, _ finding: CityInference.Finding?) {
    guard let finding else { return }
    let gazetteer = Gazetteer.shared
    article.city = gazetteer.places[finding.city].shortName
    article.province = gazetteer.provinceIndex(of: finding.city).map { gazetteer.places[$0].shortName }
    article[evidence: .city] = finding.evidence
    if finding.isUncertain { article.uncertain.insert(.city) }
  }

  private static func set(_ article: inout Article, _ facts: PageFacts, _ paperCity: CityInference.Finding?) {
    if let paper = facts.paper { article.paper = paper.name; article.setEvidence(of: .paper, paper.evidence) }
    if facts.paper?.isUncertain == true { article.uncertain.insert(.paper) }
    if let paperCity {
      article.paperCity = Gazetteer.shared.places[paperCity.city].shortName
      article[evidence: .paperCity] = paperCity.evidence
      if paperCity.isUncertain { article.uncertain.insert(.paperCity) }
    }
    if let number = facts.number {
      article.page = number.text; article.setEvidence(of: .page, number.evidence)
    }
  }
}

/// The source that a story names: 新华社, 本报, 正观新闻·郑州晚报, 新华网.
enum SourceReader {
  private static let agencies: Words = [
    "新华社", "新華社", "中新社", "中新网", "人民网", "新华网", "央视网", "央广网", "光明网", "中央社", "本报", "本報", "本刊", "本台", "本网",
  ]
  private static let wireWords: Words = ["电", "電", "讯", "訊", "记者"]

  /// The source with the raw line that names it.
  static func source(of story: StorySource, medium: String?) -> Evidence? {
    if let medium, !agencies.hold(Scalars(of: medium)) {
      return Evidence(line: story.bodyLines.first?.number, text: medium)
    }
    return dateline(story) ?? agency(story) ?? quoted(story)
  }

  /// `河畔晚报` of `河畔晚报讯（记者…`.
  private static func dateline(_ story: StorySource) -> Evidence? {
    Dateline.medium(in: story.body.scalars).map { story.body.evidence($0) }
  }

  /// An agency in the opening or the last words of a body that also has the words of a wire or a report there.
  private static func agency(_ story: StorySource) -> Evidence? {
    let text = story.body.scalars
    for range in [0..<min(30, text.count), max(0, text.count - 26)..<text.count] {
      guard wireWords.stand(in: text[range]), let agency = agency(in: text[range]) else { continue }
      return story.body.evidence(agency)
    }
    return nil
  }

  /// Where the first agency is named. One that is a part of another word where it first stands is none.
  private static func agency(in words: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
    var others: [Scalars] = []
    for at in words.indices {
      guard let agency = agencies.start(of: words[at...]), !others.contains(agency) else { continue }
      let range = at..<(at + agency.count)
      if !isWithin(range, of: words) { return range }
      others.append(agency)
    }
    return nil
  }

  /// 本报 of 样本报送 and 本台 of 基本台账 are parts of other words.
  private static func isWithin(_ range: Range<Int>, of words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard words[range.lowerBound] == "本" else { return false }
    return range.lowerBound > words.startIndex && befores.contains(words[range.lowerBound - 1])
      || afters.begin(words[range.upperBound...])
  }

  private static let befores: ScalarSet = "基日根剧劇文成样樣资資版原书書课課标標副范範脚腳抄"
  private static let afters: Words = ["告", "账", "帐", "帳", "阶", "階", "站", "络", "絡", "物", "风", "風"]

  /// `据新华网` or `来源：新华网` at the end.
  private static func quoted(_ story: StorySource) -> Evidence? {
    guard let last = story.bodyLines.last else { return nil }
    if origins.begin(last.squeezed) { return origin(last.text[...], last.number) }
    guard let start = EndMark.start(in: last.text) else { return nil }
    if let first = last.text[start...].firstIndex(where: \.isHan), origins.begin(last.text[first...]) {
      return origin(last.text[first...], last.number)
    }
    let words = last.text[start...].filter { $0.isHan }
    guard words.first == "据", (3...8).contains(words.count) else { return nil }
    return Evidence(line: last.number, text: words.dropFirst().string)
  }

  private static let origins: Words = ["来源", "來源"]

  /// The name behind `来源：`.
  private static func origin(_ text: ArraySlice<Unicode.Scalar>, _ line: Int) -> Evidence? {
    guard let colon = text.prefix(6).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let name = text[(colon + 1)...].drop(while: \.isBlank).prefix { $0.isHan || $0 == "·" }
    return (3...16).contains(name.count) ? Evidence(line: line, text: name.string) : nil
  }
}
