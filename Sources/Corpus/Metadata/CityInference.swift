/// The city of each story of a page: the dateline's, else the one that the story is about, else the paper's.
struct CityInference {
  struct Finding: Equatable {
    var city: Place
    var evidence: [Evidence]
    var isUncertain: Bool
  }

  /// Where a place's name stands.
  private struct Spot {
    var story: Int
    var isInHead: Bool
    var range: Range<Int>
  }

  /// A place's name in a story; cities are indices of the gazetteer's places.
  private struct Naming {
    var cities: [Int]
    var weight: Double
    var spot: Spot
    /// A county's or a district's name without its generic part, which may be a person's or a hill's: 卫东, 万秀.
    var isBare: Bool
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
  private(set) var paperCity: Finding?

  /// Reads the places of a page's stories. `paper`: the paper's name as masthead or path gives it; `furniture`: page chrome.
  init(
    _ stories: [StorySource], _ bylines: [BylineReader.Byline], paper: Evidence?, furniture: [Line] = []
  ) {
    self.stories = stories
    let gazetteer = gazetteer
    let raw = stories.indices.map { Self.namings(of: stories[$0], $0, by: bylines[$0].names, gazetteer) }
    let votes = Self.votes(raw)
    ranked = raw.map { Self.ranked($0.map { Self.resolve($0, votes) }, gazetteer) }
    isLocal = stories.map(Self.speaksOfHome)
    wires = zip(stories, raw).map { Self.wire(of: $0, $1, gazetteer) }
    paperCity =
      Self.named(paper, Self.votes(raw.map { $0.filter { !$0.isBare } }), gazetteer)
      ?? Self.medium(stories, bylines, gazetteer)
      ?? home(stories.indices.filter { !Self.isWired(stories[$0]) }) ?? Self.named(furniture, gazetteer)
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
      let home = ranked.first { code(of: $0) == paperCity.city.code }
      guard let best = ranked.first, code(of: best) != paperCity.city.code else {
        return home.map(finding) ?? fallback(paperCity)
      }
      let homeWeight = (home?.weight ?? 0) + (isLocal[index] ? 3 : 0.5)
      return best.weight > 1.5 * homeWeight && best.weight >= 0.5 * total && !isDoubtful(best)
        ? finding(best) : home.map(finding) ?? fallback(paperCity)
    }
    guard let best = ranked.first, best.weight >= 0.34 * total else { return nil }
    return finding(best, isUncertain: best.weight < 0.6 * total || best.weight < 2)
  }

  /// Whether only one bare name of a county or a district speaks for a city: 老边 may be a man.
  private func isDoubtful(_ candidate: Candidate) -> Bool {
    guard candidate.isBare, let first = candidate.spots.first else { return false }
    return candidate.spots.allSatisfy { evidence($0).text == evidence(first).text }
  }

  private func code(of candidate: Candidate) -> Int { gazetteer.places[candidate.city].code }

  private func finding(_ candidate: Candidate) -> Finding {
    finding(candidate, isUncertain: candidate.weight < 1)
  }

  private func finding(_ candidate: Candidate, isUncertain: Bool) -> Finding {
    Finding(
      city: gazetteer.places[candidate.city], evidence: candidate.spots.map(evidence),
      isUncertain: isUncertain)
  }

  private func evidence(_ spot: Spot) -> Evidence { Self.evidence(spot, in: stories[spot.story]) }

  private static func evidence(_ spot: Spot, in story: StorySource) -> Evidence {
    (spot.isInHead ? story.head : story.body).evidence(spot.range)
  }

  private func fallback(_ paper: Finding) -> Finding {
    Finding(city: paper.city, evidence: paper.evidence, isUncertain: true)
  }

  /// `新华社北京3月17日电`, at the start or in brackets at the end.
  private func dateline(of story: StorySource) -> Finding? {
    let text = story.body.scalars
    for range in story.datelines {
      let names = gazetteer.found(in: Array(text[range]))
      for name in names {
        guard let city = gazetteer.cities(of: name).first else { continue }
        let at = (name.range.lowerBound + range.lowerBound)..<(name.range.upperBound + range.lowerBound)
        return Finding(
          city: gazetteer.places[city], evidence: [story.body.evidence(at)], isUncertain: false)
      }
      // A city whose name is a word elsewhere: 来宾, 阿里.
      guard names.isEmpty, let place = Self.place(of: range, in: text) else { continue }
      let named = gazetteer.cities(named: Array(text[place]).folded.string)
      if named.count == 1 {
        return Finding(city: named[0], evidence: [story.body.evidence(place)], isUncertain: false)
      }
    }
    return nil
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
    story.datelines.contains { range in
      let last = story.body.scalars[range].last { !$0.isCloser }
      return last == "电" || last == "電"
    }
  }

  /// `namings`: the places that the story names.
  private static func wire(of story: StorySource, _ namings: [Naming], _ gazetteer: Gazetteer) -> Wire {
    let text = story.body.scalars
    for range in story.datelines {
      guard let place = place(of: range, in: text) else { continue }
      if place.isEmpty { return .home }
      let name = Array(text[place])
      if !gazetteer.found(in: name).isEmpty { return .home }
      let words = name.string
      return namings.contains { evidence($0.spot, in: story).text.hasPrefix(words) } ? .home : .elsewhere
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
    var city: Int
    var weight: Double
    var spots: [Spot]
    /// Only bare names of counties and districts speak for it.
    var isBare = true
  }

  /// Places named in headline (3), lead (2) and the rest of the body (1 each), with their cities.
  /// `names`: who wrote; no place is meant by a part of a name, as in 赵长春.
  private static func namings(of story: StorySource, _ index: Int, by names: [String], _ gazetteer: Gazetteer)
    -> [Naming]
  {
    var namings: [Naming] = []
    for name in gazetteer.found(in: story.head.scalars) {
      let spot = Spot(story: index, isInHead: true, range: name.range)
      namings.append(naming(name, weight: 3, spot, gazetteer))
    }
    // No name goes over the end of a dateline: 3月17日电白色的花.
    let border = story.dateline ?? 0
    let writers = names.map { Scalars(of: $0) }
    for name in gazetteer.found(in: story.body.scalars)
    where (name.range.upperBound <= border || name.range.lowerBound >= border)
      && !isPart(name.range, of: writers, in: story.body.scalars)
    {
      let spot = Spot(story: index, isInHead: false, range: name.range)
      let weight = name.range.lowerBound < 150 ? 2.0 : 1
      namings.append(naming(name, weight: weight, spot, gazetteer))
    }
    namings.removeAll { $0.cities.isEmpty }
    return namings
  }

  private static func naming(_ name: Gazetteer.Name, weight: Double, _ spot: Spot, _ gazetteer: Gazetteer)
    -> Naming
  {
    Naming(
      cities: gazetteer.cities(of: name), weight: weight, spot: spot,
      isBare: !name.isFullName && gazetteer.isCounty(name))
  }

  /// Whether one of the names stands around a part of a text.
  private static func isPart(_ range: Range<Int>, of names: [Scalars], in text: Scalars) -> Bool {
    names.contains { name in
      guard name.count > range.count else { return false }
      return (0...(name.count - range.count)).contains { offset in
        let start = range.lowerBound - offset
        return start >= 0 && text[start...].starts(with: name)
      }
    }
  }

  /// How much the unambiguous names of a page speak for each city.
  private static func votes(_ namings: [[Naming]]) -> [Int: Double] {
    var votes: [Int: Double] = [:]
    for story in namings {
      for naming in story where naming.cities.count == 1 {
        votes[naming.cities[0], default: 0] += naming.weight
      }
    }
    return votes
  }

  /// A name that several cities share means the one that the page speaks of otherwise; failing that it stays open.
  private static func resolve(_ naming: Naming, _ votes: [Int: Double]) -> Naming {
    guard naming.cities.count > 1 else { return naming }
    var naming = naming
    if let best = naming.cities.max(by: { votes[$0, default: 0] < votes[$1, default: 0] }),
      let vote = votes[best]
    {
      // A page that speaks far more of a city without such a district means none of them.
      let leader = votes.values.max() ?? vote
      naming.cities = leader > most * vote ? [] : [best]
    } else {
      naming.weight /= Double(naming.cities.count)
    }
    return naming
  }

  /// How many times as much a page speaks of its own city as of another.
  private static let most = 3.0

  private static func ranked(_ namings: [Naming], _ gazetteer: Gazetteer) -> [Candidate] {
    var candidates: [Candidate] = []
    for naming in namings {
      for city in naming.cities {
        let known = candidates.firstIndex { $0.city == city }
        if known == nil { candidates.append(Candidate(city: city, weight: 0, spots: [])) }
        let at = known ?? candidates.count - 1
        candidates[at].weight += naming.weight
        candidates[at].isBare = candidates[at].isBare && naming.isBare
        if candidates[at].spots.count < 3 { candidates[at].spots.append(naming.spot) }
      }
    }
    let places = gazetteer.places
    return candidates.sorted {
      ($0.weight, places[$1.city].code) > ($1.weight, places[$0.city].code)
    }
  }

  /// 濮阳日报 → 濮阳. A county's or a district's name, which is often a hill's or a river's, counts where the page names
  /// its city, too, or no city at all: 凤城日报. `votes`: how much the page speaks for each city, bare names apart.
  private static func named(
    _ paper: Evidence?, _ votes: [Int: Double], _ gazetteer: Gazetteer
  ) -> Finding? {
    guard let paper, let name = gazetteer.found(in: Scalars(of: paper.text)).first else { return nil }
    let cities = gazetteer.cities(of: name)
    let voted = cities.max { votes[$0, default: 0] < votes[$1, default: 0] }
    guard let first = cities.first, let best = voted else { return nil }
    let isSpokenOf = votes[best] != nil
    if !isSpokenOf, !votes.isEmpty, !name.isFullName, gazetteer.isCounty(name) { return nil }
    let city = isSpokenOf && gazetteer.isCounty(name) ? best : first
    return Finding(city: gazetteer.places[city], evidence: [paper], isUncertain: false)
  }

  /// The one city that page chrome names, besides the paper's own name: `河畔晚报·晋城版`.
  private static func named(_ furniture: [Line], _ gazetteer: Gazetteer) -> Finding? {
    var found: [Int: Evidence] = [:]
    for line in furniture {
      for name in gazetteer.found(in: line.squeezed) where !gazetteer.isCounty(name) || name.isFullName {
        let cities = gazetteer.cities(of: name)
        if cities.count == 1 { found[cities[0]] = Evidence(line: line.number, text: line.text.string) }
      }
    }
    guard found.count == 1, let (city, evidence) = found.first else { return nil }
    return Finding(city: gazetteer.places[city], evidence: [evidence], isUncertain: true)
  }

  private static func city(in name: Scalars, _ gazetteer: Gazetteer) -> Place? {
    gazetteer.found(in: name).lazy.compactMap { gazetteer.cities(of: $0).first }.first
      .map { gazetteer.places[$0] }
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
    var city: Int
    var stories = 0
    /// How many stories name it.
    var count = 0
    var weight = 0.0
    var spots: [Spot] = []
  }

  /// Stories that must name a city if none speaks of 我市, so that it is the paper's.
  private static let fewestStories = 3

  /// The city that the stories which speak of 我市 and 市委 name most; without such words the one that nearly all
  /// stories name. One story alone speaks for its city only where hardly another stands beside it. `stories`: those that
  /// were not sent from elsewhere.
  private func home(_ stories: [Int]) -> Finding? {
    let hasLocal = stories.contains { isLocal[$0] }
    let named = support(of: stories, hasLocal)
    guard let best = named.first,
      hasLocal
        ? best.count > 1 || stories.count < Self.fewestStories
        : best.stories * 2 > stories.count && best.count >= Self.fewestStories
    else { return nil }
    if let second = named.dropFirst().first, best.weight <= second.weight, best.stories <= second.stories {
      return nil
    }
    return Finding(
      city: gazetteer.places[best.city], evidence: best.spots.prefix(3).map(evidence),
      isUncertain: best.stories < 4)
  }

  /// The three foremost cities of each story; a story that speaks of its home counts twice.
  private func support(of stories: [Int], _ hasLocal: Bool) -> [Support] {
    var support: [Int: Support] = [:]
    for index in stories {
      for candidate in ranked[index].prefix(3) {
        var entry = support[candidate.city] ?? Support(city: candidate.city)
        entry.count += 1
        entry.stories += !hasLocal || isLocal[index] ? 2 : 1
        entry.weight += candidate.weight
        entry.spots += candidate.spots.prefix(1)
        support[candidate.city] = entry
      }
    }
    let places = gazetteer.places
    return support.values.sorted {
      ($0.stories, $0.weight, places[$1.city].code) > ($1.stories, $1.weight, places[$0.city].code)
    }
  }

  /// The story speaks of its city without naming it.
  private static func speaksOfHome(_ story: StorySource) -> Bool {
    let text = story.head.scalars + story.body.scalars.prefix(400)
    // One of these is in each of the words, behind one other character at most.
    for (at, scalar) in text.enumerated() where scalar == "市" || scalar == "县" || scalar == "区" {
      if homeWords.stand(in: text[max(0, at - 1)..<min(text.count, at + 3)]) { return true }
    }
    return false
  }

  private static let homeWords: Words = ["我市", "本市", "市委", "市政府", "全市", "市民", "我县", "我区", "市纪委"]
}
