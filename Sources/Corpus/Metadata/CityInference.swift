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
    paperCity =
      Self.named(paper, gazetteer) ?? Self.medium(stories, bylines, gazetteer) ?? Self.home(isLocal, ranked)
  }

  /// The city of story `index`.
  func city(of index: Int) -> Finding? {
    if let wire = dateline(of: stories[index]) { return wire }
    let ranked = ranked[index]
    let total = ranked.reduce(0) { $0 + $1.weight }
    if let paperCity {
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
    var ranges: [Range<Int>] = []
    if let length = Dateline.length(in: text) { ranges.append(0..<length) }
    if text.last == "）" || text.last == ")", let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }),
      text.count - open < 26,
      text.dropLast().last == "电" || text.dropLast().last == "電"
    {
      ranges.append(open..<text.count)
    }
    for range in ranges {
      for mention in gazetteer.mentions(in: Array(text[range]).folded) {
        guard let city = Self.cities(of: mention, gazetteer).first else { continue }
        let at = (mention.range.lowerBound + range.lowerBound)..<(mention.range.upperBound + range.lowerBound)
        return Finding(city: city, evidence: [story.body.evidence(at)], isUncertain: false)
      }
    }
    return nil
  }
}

extension CityInference {
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
    let body = gazetteer.mentions(in: story.body.scalars.folded).map { mention in
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
    var weight = 0.0
    var evidence: [Evidence] = []
  }

  /// The city that the stories which speak of 我市 and 市委 name most; without such words the one that nearly all
  /// stories name.
  private static func home(_ isLocal: [Bool], _ ranked: [[Candidate]]) -> Finding? {
    let stories = isLocal.indices
    let local = Set(stories.filter { isLocal[$0] })
    let named = support(of: stories, ranked, local)
    guard let best = named.first, !local.isEmpty || best.stories * 2 > stories.count else { return nil }
    if let second = named.dropFirst().first, best.weight <= second.weight, best.stories <= second.stories {
      return nil
    }
    return Finding(city: best.city, evidence: Array(best.evidence.prefix(3)), isUncertain: best.stories < 4)
  }

  /// The three foremost cities of each story; a story that speaks of its home counts twice.
  private static func support(of stories: Range<Int>, _ ranked: [[Candidate]], _ local: Set<Int>)
    -> [Support]
  {
    var support: [Int: Support] = [:]
    for index in stories {
      for candidate in ranked[index].prefix(3) {
        var entry = support[candidate.city.code] ?? Support(city: candidate.city)
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
