/// The city of each story of a page: the dateline's, else the one that the story is about, else the paper's.
struct CityInference {
  struct Finding: Equatable {
    var city: Place
    var evidence: [Evidence]
    var isUncertain: Bool
  }

  /// A place's name in a story.
  private struct Naming {
    var cities: [Place]
    var weight: Double
    var evidence: Evidence
  }

  private let gazetteer = Gazetteer.shared
  private let stories: [StorySource]
  /// The cities that each story names, the foremost first.
  private let ranked: [[Candidate]]
  /// Whether each story speaks of its home.
  private let isLocal: [Bool]
  /// From where an agency sent each story.
  private let wires: [Wire]
  /// The city of the paper itself.
  let paperCity: Finding?

  /// Reads the places of a page's stories. `paper`: the paper's name as masthead or path gives it.
  init(_ stories: [StorySource], _ bylines: [BylineReader.Byline], paper: Evidence?) {
    self.stories = stories
    let gazetteer = Gazetteer.shared
    let raw = stories.map { Self.namings(of: $0, gazetteer) }
    let votes = Self.votes(raw.flatMap { $0 })
    let resolved = raw.map { $0.map { Self.resolve($0, votes, gazetteer) } }
    ranked = resolved.map(Self.ranked)
    isLocal = stories.map(Self.speaksOfHome)
    let wires = zip(stories, raw).map { Self.wire(of: $0, $1, gazetteer) }
    self.wires = wires
    paperCity =
      Self.named(paper, gazetteer) ?? Self.medium(stories, bylines, gazetteer)
      ?? Self.home(stories.indices.filter { !Self.isWired(stories[$0]) }, isLocal, ranked)
  }

  /// The city of story `index`.
  func city(of index: Int) -> Finding? {
    if let wire = dateline(of: stories[index]) { return wire }
    // An agency writes from a place that is no city of the table, or from none: not of the paper's city.
    let wire = wires[index]
    if wire == .elsewhere { return nil }
    let ranked = ranked[index]
    let total = ranked.reduce(0) { $0 + $1.weight }
    if let paperCity, wire == .none {
      let home = ranked.first { $0.city.code == paperCity.city.code }
      guard let best = ranked.first, best.city.code != paperCity.city.code else {
        return home.map(finding) ?? fallback(paperCity)
      }
      let homeWeight = (home?.weight ?? 0) + (isLocal[index] ? 3 : 0.5)
      return best.weight > 1.5 * homeWeight && best.weight >= 0.5 * total
        ? finding(best) : home.map(finding) ?? fallback(paperCity)
    }
    guard let best = ranked.first, best.weight >= 0.34 * total else { return nil }
    return Finding(
      city: best.city, evidence: best.evidence, isUncertain: best.weight < 0.6 * total || best.weight < 2)
  }

  private func finding(_ candidate: Candidate) -> Finding {
    Finding(city: candidate.city, evidence: candidate.evidence, isUncertain: candidate.weight < 1)
  }

  private func fallback(_ paper: Finding) -> Finding {
    Finding(city: paper.city, evidence: paper.evidence, isUncertain: true)
  }

  /// `新华社北京3月17日电`, at the start or in brackets at the end.
  private func dateline(of story: StorySource) -> Finding? {
    let text = story.body.scalars
    for range in Self.datelines(of: text) {
      let mentions = gazetteer.mentions(in: Array(text[range]).folded)
      for mention in mentions {
        guard let city = Self.cities(of: mention, gazetteer).first else { continue }
        let at = (mention.range.lowerBound + range.lowerBound)..<(mention.range.upperBound + range.lowerBound)
        return Finding(city: city, evidence: [story.body.evidence(at)], isUncertain: false)
      }
      // A city whose name is a word elsewhere: 来宾, 阿里.
      guard mentions.isEmpty, let place = Self.place(of: range, in: text) else { continue }
      let named = gazetteer.cities(named: Array(text[place]).folded.string)
      if named.count == 1 {
        return Finding(city: named[0], evidence: [story.body.evidence(place)], isUncertain: false)
      }
    }
    return nil
  }

  private static func datelines(of text: Scalars) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    if let length = Dateline.length(in: text) { ranges.append(0..<length) }
    if text.last?.closesRemark == true, let open = text.lastIndex(where: \.opensRemark),
      text.count - open < 26,
      text.dropLast().last == "电" || text.dropLast().last == "電"
    {
      ranges.append(open..<text.count)
    }
    return ranges
  }
}

extension CityInference {
  /// From where an agency sent a story.
  private enum Wire {
    /// No agency did.
    case none
    /// A city, a province, or no place at all is named.
    case home
    /// A place that neither the gazetteer nor the story's other words know: one abroad, mostly.
    case elsewhere
  }

  /// Whether a story was sent from elsewhere, by an agency or the paper's own people: `本报北京3月17日电`.
  private static func isWired(_ story: StorySource) -> Bool {
    let text = story.body.scalars
    return datelines(of: text).contains { range in
      let last = text[range].last { !$0.isCloser }
      return last == "电" || last == "電"
    }
  }

  /// `namings`: the places that the story names.
  private static func wire(of story: StorySource, _ namings: [Naming], _ gazetteer: Gazetteer) -> Wire {
    let text = story.body.scalars
    for range in datelines(of: text) {
      guard let place = place(of: range, in: text) else { continue }
      if place.isEmpty { return .home }
      let name = Array(text[place])
      if !gazetteer.mentions(in: name.folded).isEmpty { return .home }
      let words = name.string
      return namings.contains { $0.evidence.text.hasPrefix(words) } ? .home : .elsewhere
    }
    return .none
  }

  /// Where the place of an agency's dateline stands; empty where it names none, nil where no agency's is.
  private static func place(of dateline: Range<Int>, in text: Scalars) -> Range<Int>? {
    let words = dateline.lowerBound == 0 ? text : Array(text[dateline])
    return Dateline.wire(in: words).map {
      ($0.lowerBound + dateline.lowerBound)..<($0.upperBound + dateline.lowerBound)
    }
  }
  private struct Candidate {
    var city: Place
    var weight: Double
    var evidence: [Evidence]
  }

  /// Places named in headline (3), lead (2) and the rest of the body (1 each), with their cities.
  private static func namings(of story: StorySource, _ gazetteer: Gazetteer) -> [Naming] {
    let head = gazetteer.mentions(in: story.head.scalars.folded).map {
      naming($0, story.head, weight: 3, gazetteer)
    }
    // No name goes over the end of a dateline: 3月17日电白色的花.
    let border = Dateline.length(in: story.body.scalars) ?? 0
    let mentions = gazetteer.mentions(in: story.body.scalars.folded).filter {
      $0.range.upperBound <= border || $0.range.lowerBound >= border
    }
    let body = mentions.map { mention in
      naming(mention, story.body, weight: mention.range.lowerBound < 150 ? 2 : 1, gazetteer)
    }
    return (head + body).filter { !$0.cities.isEmpty }
  }

  private static func naming(_ mention: Mention, _ text: StoryText, weight: Double, _ gazetteer: Gazetteer)
    -> Naming
  {
    Naming(cities: cities(of: mention, gazetteer), weight: weight, evidence: text.evidence(mention.range))
  }

  private static func cities(of mention: Mention, _ gazetteer: Gazetteer) -> [Place] {
    var cities: [Place] = []
    for city in mention.places.compactMap({ gazetteer.city(of: $0) }) where !cities.contains(city) {
      cities.append(city)
    }
    return cities
  }

  /// How much the unambiguous names of a page speak for each city.
  private static func votes(_ namings: [Naming]) -> [Int: Double] {
    var votes: [Int: Double] = [:]
    for naming in namings where naming.cities.count == 1 {
      votes[naming.cities[0].code, default: 0] += naming.weight
    }
    return votes
  }

  /// A name that several cities share means the one that the page speaks of otherwise; failing that it stays open.
  private static func resolve(_ naming: Naming, _ votes: [Int: Double], _ gazetteer: Gazetteer) -> Naming {
    guard naming.cities.count > 1 else { return naming }
    var naming = naming
    if let best = naming.cities.max(by: { votes[$0.code, default: 0] < votes[$1.code, default: 0] }),
      votes[best.code] != nil
    {
      naming.cities = [best]
    } else {
      naming.weight /= Double(naming.cities.count)
    }
    return naming
  }

  private static func ranked(_ namings: [Naming]) -> [Candidate] {
    var candidates: [Candidate] = []
    for naming in namings {
      for city in naming.cities {
        let known = candidates.firstIndex { $0.city.code == city.code }
        if known == nil { candidates.append(Candidate(city: city, weight: 0, evidence: [])) }
        let at = known ?? candidates.count - 1
        candidates[at].weight += naming.weight
        if candidates[at].evidence.count < 3 { candidates[at].evidence.append(naming.evidence) }
      }
    }
    return candidates.sorted { ($0.weight, $1.city.code) > ($1.weight, $0.city.code) }
  }

  /// 濮阳日报 → 濮阳.
  private static func named(_ paper: Evidence?, _ gazetteer: Gazetteer) -> Finding? {
    guard let paper, let city = city(in: Scalars(of: paper.text), gazetteer) else { return nil }
    return Finding(city: city, evidence: [paper], isUncertain: false)
  }

  private static func city(in name: Scalars, _ gazetteer: Gazetteer) -> Place? {
    gazetteer.mentions(in: name.folded).lazy.compactMap { cities(of: $0, gazetteer).first }.first
  }

  /// `（正观新闻·郑州晚报记者 …）`: the stories' own reporters name their paper.
  private static func medium(
    _ stories: [StorySource], _ bylines: [BylineReader.Byline], _ gazetteer: Gazetteer
  ) -> Finding? {
    var found: [Int: (finding: Finding, count: Int)] = [:]
    for (story, byline) in zip(stories, bylines) {
      guard let medium = byline.medium,
        let city = city(in: Scalars(of: medium), gazetteer),
        ["报", "報", "网", "台", "新闻", "社"].contains(where: { medium.hasSuffix($0) })
      else { continue }
      let evidence = Evidence(line: story.bodyLines.first?.number, text: medium)
      found[city.code, default: (Finding(city: city, evidence: [evidence], isUncertain: false), 0)].count += 1
    }
    return found.values.max { $0.count < $1.count }?.finding
  }

  /// How much the stories of a page speak for a city as their home.
  private struct Support {
    var city: Place
    var stories = 0
    /// How many stories name it.
    var count = 0
    var weight = 0.0
    var evidence: [Evidence] = []
  }

  /// Stories that must name a city if none speaks of 我市, so that it is the paper's.
  private static let fewestStories = 3

  /// The city that the stories which speak of 我市 and 市委 name most; without such words the one that nearly all
  /// stories name. One story alone speaks for its city only where hardly another stands beside it. `stories`: those that
  /// were not sent from elsewhere.
  private static func home(_ stories: [Int], _ isLocal: [Bool], _ ranked: [[Candidate]]) -> Finding? {
    let local = Set(stories.filter { isLocal[$0] })
    let named = support(of: stories, ranked, local)
    guard let best = named.first,
      local.isEmpty
        ? best.stories * 2 > stories.count && best.count >= fewestStories
        : best.count > 1 || stories.count < fewestStories
    else { return nil }
    if let second = named.dropFirst().first, best.weight <= second.weight, best.stories <= second.stories {
      return nil
    }
    return Finding(city: best.city, evidence: Array(best.evidence.prefix(3)), isUncertain: best.stories < 4)
  }

  /// The three foremost cities of each story; a story that speaks of its home counts twice.
  private static func support(of stories: [Int], _ ranked: [[Candidate]], _ local: Set<Int>)
    -> [Support]
  {
    var support: [Int: Support] = [:]
    for index in stories {
      for candidate in ranked[index].prefix(3) {
        var entry = support[candidate.city.code] ?? Support(city: candidate.city)
        entry.count += 1
        entry.stories += local.isEmpty || local.contains(index) ? 2 : 1
        entry.weight += candidate.weight
        entry.evidence += candidate.evidence.prefix(1)
        support[candidate.city.code] = entry
      }
    }
    return support.values.sorted {
      ($0.stories, $0.weight, $1.city.code) > ($1.stories, $1.weight, $0.city.code)
    }
  }

  /// The story speaks of its city without naming it.
  private static func speaksOfHome(_ story: StorySource) -> Bool {
    let text = story.head.scalars + story.body.scalars.prefix(400)
    return homeWords.stand(in: text)
  }

  private static let homeWords: Words = ["我市", "本市", "市委", "市政府", "全市", "市民", "我县", "我区", "市纪委"]
}
