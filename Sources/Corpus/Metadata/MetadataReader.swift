/// Fills in what is known of the articles of one page: byline, source, city, date, paper, kind.
enum MetadataReader {
  /// Reads the metadata of all articles of a page together, since they explain each other. `before`: what the sheet before
  /// it in the same file says of itself; the page's own is given back.
  @discardableResult
  static func fill(
    _ articles: inout [Article], of page: Page, lines: NumberedLines, after before: PageFacts? = nil
  ) -> PageFacts {
    let indices = articles.indices.filter { articles[$0].kind != .furniture }
    let stories = indices.map { StorySource(articles[$0], lines: lines) }
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
      set(&articles[index], dates.date(of: position))
      set(&articles[index], cities.city(of: position))
    }
    for index in articles.indices { set(&articles[index], facts, cities.paperCity) }
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
    article[evidence: .source] = [source]
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
    article.city = finding.city.shortName
    article.province = Gazetteer.shared.province(of: finding.city)?.shortName
    article[evidence: .city] = finding.evidence
    if finding.isUncertain { article.uncertain.insert(.city) }
  }

  private static func set(_ article: inout Article, _ facts: PageFacts, _ paperCity: CityInference.Finding?) {
    if let paper = facts.paper { article.paper = paper.name; article[evidence: .paper] = [paper.evidence] }
    if facts.paper?.isUncertain == true { article.uncertain.insert(.paper) }
    if let number = facts.number { article.page = number.text; article[evidence: .page] = [number.evidence] }
    guard let paperCity else { return }
    article.paperCity = paperCity.city.shortName
    article[evidence: .paperCity] = paperCity.evidence
    if paperCity.isUncertain { article.uncertain.insert(.paperCity) }
  }
}

/// The source that a story names: 新华社, 本报, 正观新闻·郑州晚报, 新华网.
enum SourceReader {
  private static let agencies: [Scalars] = [
    "新华社", "新華社", "中新社", "中新网", "人民网", "新华网", "央视网", "央广网", "光明网", "中央社", "本报", "本報", "本刊", "本台", "本网",
  ].map { Scalars(of: $0) }
  private static let wireWords: Words = ["电", "電", "讯", "訊", "记者"]

  /// The source with the raw line that names it.
  static func source(of story: StorySource, medium: String?) -> Evidence? {
    if let medium, !agencies.contains(Scalars(of: medium)) {
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
      guard wireWords.stand(in: text[range]) else { continue }
      let words = Array(text[range])
      let found = agencies.compactMap { agency in
        place(of: agency, in: words).map { $0..<($0 + agency.count) }
      }
      if let first = found.min(by: { $0.lowerBound < $1.lowerBound }) {
        return story.body.evidence(
          (range.lowerBound + first.lowerBound)..<(range.lowerBound + first.upperBound))
      }
    }
    return nil
  }

  /// Where an agency is first named; 本报 of 样本报送 and 本台 of 基本台账 are parts of other words.
  private static func place(of agency: Scalars, in words: Scalars) -> Int? {
    guard let at = words.firstIndex(of: agency) else { return nil }
    let isWithin = at > 0 && befores.contains(words[at - 1]) || afters.begin(words[(at + agency.count)...])
    return isWithin && agency.first == "本" ? nil : at
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
