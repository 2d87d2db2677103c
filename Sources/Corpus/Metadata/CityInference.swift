/// The city of each story of a page: the dateline's, else the one that the story is about, else the paper's.
final class CityInference {
  struct Finding: Equatable {
    /// Its index among the gazetteer's places.
    var city: Int
    var evidence: [Evidence]
    var isUncertain: Bool
  }

  /// A place's name in a story; cities are indices of the gazetteer's places.
  private struct Naming {
    var cities: Gazetteer.Cities
    /// 0 where the page shows that none of the cities is meant.
    var weight: Double
    /// A county's or a district's name without its generic part, which may be a person's or a hill's: 卫东, 万秀.
    var isBare: Bool
    /// With its generic part: 濮阳市.
    var isFull: Bool
    /// Where the name stands.
    var isInHead: Bool
    var range: Range<Int>
  }

  /// A city that a story names.
  private struct Candidate {
    var city: Int
    var weight: Double
    /// Only bare names of counties and districts speak for it.
    var isBare: Bool
    /// Which of the story's cities it is, in the order in which they are named.
    var rank: Int
  }

  private let gazetteer = Gazetteer.shared
  private let stories: [StorySource]
  /// The places that the stories name, story by story, and where those of each story end.
  private var namings: [Naming] = []
  private var namingEnds: [Int] = []
  /// The cities that the stories name, likewise, the foremost of each story first.
  private var candidates: [Candidate] = []
  private var candidateEnds: [Int] = []
  /// Whether each story speaks of its home.
  private let isLocal: [Bool]
  /// From where an agency sent each story.
  private var wires: [Wire] = []
  /// The city of the paper itself.
  private(set) var paperCity: Finding?
  /// More stories are of other cities than of the paper's: its own stories are not all that stands on the page.
  private var isMixed = false

  /// Reads the places of a page's stories. `paper`: the paper's name as masthead or path gives it; `furniture`: page
  /// chrome.
  init(
    _ stories: [StorySource], _ bylines: [BylineReader.Byline], paper: Evidence?, furniture: [Line] = []
  ) {
    self.stories = stories
    isLocal = stories.map(Self.speaksOfHome)
    for (story, byline) in zip(stories, bylines) {
      addNamings(of: story, by: byline.names)
      namingEnds.append(namings.count)
    }
    // By names that mean one city alone.
    let own = paper.flatMap(named)
    resolve()
    for index in stories.indices {
      addCandidates(of: index)
      candidateEnds.append(candidates.count)
    }
    wires = stories.indices.map { wire(of: $0) }
    paperCity =
      own ?? medium(bylines) ?? home(stories.indices.filter { !Self.isWired(stories[$0]) })
      ?? named(furniture)
    isMixed = hasMoreFromElsewhere
  }

  /// Whether more stories name other cities only than name the paper's.
  private var hasMoreFromElsewhere: Bool {
    guard let paperCity else { return false }
    var (home, away) = (0, 0)
    for index in stories.indices where !candidates(of: index).isEmpty {
      if candidates(of: index).contains(where: { $0.city == paperCity.city }) { home += 1 } else { away += 1 }
    }
    return away > home
  }

  /// The places that a story names.
  private func namings(of story: Int) -> ArraySlice<Naming> {
    namings[(story > 0 ? namingEnds[story - 1] : 0)..<namingEnds[story]]
  }

  /// The cities that a story names, the foremost first.
  private func candidates(of story: Int) -> ArraySlice<Candidate> {
    candidates[(story > 0 ? candidateEnds[story - 1] : 0)..<candidateEnds[story]]
  }

  /// The city of story `index`.
  func city(of index: Int) -> Finding? {
    if let wire = dateline(of: stories[index]) { return wire }
    // An agency writes from a place that is no city of the table, or from none: not of the paper's city.
    let wire = wires[index]
    if wire == .elsewhere { return nil }
    let ranked = candidates(of: index)
    let total = ranked.reduce(0) { $0 + $1.weight }
    if let paperCity, wire == .none {
      let home = ranked.first { $0.city == paperCity.city }
      guard let best = ranked.first, best.city != paperCity.city else {
        return home.map { finding($0, in: index) } ?? fallback(paperCity)
      }
      let homeWeight = (home?.weight ?? 0) + (isLocal[index] && !isMixed ? 3 : 0.5)
      let isAway =
        best.weight > 1.5 * homeWeight && isMost(best, of: total, in: index) && !isDoubtful(best, in: index)
        && isForemost(best, in: index)
      return isAway ? finding(best, in: index) : home.map { finding($0, in: index) } ?? fallback(paperCity)
    }
    guard let best = ranked.first, best.weight >= 0.34 * total else { return nil }
    return finding(best, in: index, isUncertain: best.weight < 0.6 * total || best.weight < 2)
  }

  /// Whether only one bare name of a county or a district speaks for a city: 老边 may be a man.
  private func isDoubtful(_ candidate: Candidate, in story: Int) -> Bool {
    guard candidate.isBare else { return false }
    let evidence = evidence(of: candidate.city, in: story, atMost: 3)
    return evidence.allSatisfy { $0.text == evidence[0].text }
  }

  /// Whether a city has half of all that a story names, or more than any other and the story begins with it: `河畔区…，销往
  /// 成都、西安等地`.
  private func isMost(_ candidate: Candidate, of total: Double, in story: Int) -> Bool {
    if candidate.weight >= 0.5 * total { return true }
    let others = candidates(of: story).filter { $0.city != candidate.city }
    return candidate.rank == 0 && !candidate.isBare && others.allSatisfy { $0.weight < candidate.weight }
  }

  /// Whether a story says that it is of a city: in its headline, with its first words, more than once, or by the full name
  /// of the only city that it names.
  private func isForemost(_ candidate: Candidate, in story: Int) -> Bool {
    let body = stories[story].body.scalars
    let start = stories[story].dateline ?? 0
    let sentence = body[start...].firstIndex(where: \.endsSentence) ?? body.count
    let namings = namings(of: story).filter { $0.weight > 0 && $0.cities.all.contains(candidate.city) }
    let isOnly = candidates(of: story).count == 1 && namings.contains(where: \.isFull)
    return namings.count > 1 || isOnly
      || namings.contains { $0.isInHead || $0.range.lowerBound < max(sentence, start + Self.firstWords) }
  }

  /// So many characters are a story's first words, and its first sentence is.
  private static let firstWords = 60

  private func finding(_ candidate: Candidate, in story: Int, isUncertain: Bool? = nil) -> Finding {
    Finding(
      city: candidate.city, evidence: evidence(of: candidate.city, in: story, atMost: 3),
      isUncertain: isUncertain ?? (candidate.weight < 1))
  }

  /// The first words of a story that name a city.
  private func evidence(of city: Int, in story: Int, atMost most: Int) -> [Evidence] {
    var found: [Evidence] = []
    for naming in namings(of: story) where naming.weight > 0 && naming.cities.all.contains(city) {
      found.append(evidence(naming, in: story))
      if found.count == most { break }
    }
    return found
  }

  private func evidence(_ naming: Naming, in story: Int) -> Evidence {
    (naming.isInHead ? stories[story].head : stories[story].body).evidence(naming.range)
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
        guard let city = gazetteer.cities(of: name)?.first else { continue }
        let at = (name.range.lowerBound + range.lowerBound)..<(name.range.upperBound + range.lowerBound)
        return Finding(city: city, evidence: [story.body.evidence(at)], isUncertain: false)
      }
      // A city whose name is a word elsewhere: 来宾, 阿里.
      guard names.isEmpty, let place = Self.place(of: range, in: text) else { continue }
      let named = gazetteer.cityIndices(named: Array(text[place]).folded.string)
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

  private func wire(of index: Int) -> Wire {
    let text = stories[index].body.scalars
    for range in stories[index].datelines {
      guard let place = Self.place(of: range, in: text) else { continue }
      if place.isEmpty { return .home }
      let name = Array(text[place])
      if !gazetteer.found(in: name).isEmpty { return .home }
      let words = name.string
      return namings(of: index).contains { evidence($0, in: index).text.hasPrefix(words) }
        ? .home : .elsewhere
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

  /// Places named in headline (3), first words (3 for a full name), lead (2) and the rest of the body (1 each), with their
  /// cities.
  /// `names`: who wrote; no place is meant by a part of a name, as in 赵长春.
  private func addNamings(of story: StorySource, by names: [String]) {
    for name in gazetteer.found(in: story.head.scalars) { add(name, weight: 3, isInHead: true) }
    let found = gazetteer.found(in: story.body.scalars)
    guard !found.isEmpty else { return }
    // No name goes over the end of a dateline: 3月17日电白色的花.
    let border = story.dateline ?? 0
    let writers = names.map { Scalars(of: $0) }
    let opening = start(of: story) + Self.openingReach
    for name in found
    where (name.range.upperBound <= border || name.range.lowerBound >= border)
      && !Self.isPart(name.range, of: writers, in: story.body.scalars)
    {
      let isFirst = name.range.lowerBound == found[0].range.lowerBound && name.isFullName
      let weight = name.range.lowerBound < 150 ? 2.0 : 1
      let isOrigin = Self.isOrigin(name.range, in: story.body.scalars)
      add(
        name, weight: isOrigin ? 0.5 : isFirst && name.range.lowerBound < opening ? 3 : weight,
        isInHead: false)
    }
  }

  /// `某某今年五十三岁，广元人，`: where somebody comes from, not where the story is.
  private static func isOrigin(_ range: Range<Int>, in text: Scalars) -> Bool {
    guard range.upperBound + 1 < text.count, text[range.upperBound] == "人" else { return false }
    let next = text[range.upperBound + 1]
    return next.isComma || next.endsSentence
  }

  /// A place that is named within so many characters is where a story begins.
  private static let openingReach = 25

  /// How many characters stand before a story's first words: lines that name who wrote, or a dateline.
  private func start(of story: StorySource) -> Int {
    story.dateline ?? story.bylinesLength
  }

  private func add(_ name: Gazetteer.Name, weight: Double, isInHead: Bool) {
    guard let cities = gazetteer.cities(of: name) else { return }
    namings.append(
      Naming(
        cities: cities, weight: weight, isBare: !name.isFullName && gazetteer.isCounty(name),
        isFull: name.isFullName, isInHead: isInHead, range: name.range))
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

  /// A name that several cities share means the one that the page speaks of otherwise; failing that it stays open.
  private func resolve() {
    guard namings.contains(where: { !$0.cities.others.isEmpty }) else { return }
    let votes = votes { _ in true }
    let leader = votes.values.max() ?? 0
    for index in namings.indices where !namings[index].cities.others.isEmpty {
      let cities = namings[index].cities.all
      if let best = cities.max(by: { votes[$0, default: 0] < votes[$1, default: 0] }), let vote = votes[best]
      {
        namings[index].cities = Gazetteer.Cities(first: best)
        // A page that speaks far more of a city without such a district means none of them.
        if leader > Self.most * vote { namings[index].weight = 0 }
      } else {
        namings[index].weight /= Double(cities.count)
      }
    }
  }

  /// How many times as much a page speaks of its own city as of another.
  private static let most = 3.0

  /// How much those of a page's unambiguous names that are counted speak for each city.
  private func votes(_ counts: (Naming) -> Bool) -> [Int: Double] {
    var votes: [Int: Double] = [:]
    for naming in namings where naming.cities.others.isEmpty && counts(naming) {
      votes[naming.cities.first, default: 0] += naming.weight
    }
    return votes
  }

  private func addCandidates(of story: Int) {
    let start = candidates.count
    for naming in namings(of: story) where naming.weight > 0 {
      add(naming.cities.first, naming, from: start)
      for city in naming.cities.others { add(city, naming, from: start) }
    }
    guard candidates.count > start + 1 else { return }
    candidates.withUnsafeMutableBufferPointer { candidates in
      var own = UnsafeMutableBufferPointer(rebasing: candidates[start...])
      own.sort { Self.precedes($0, $1) }
    }
  }

  /// The heavier one; of equals one with a full name, then the one named first.
  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.weight != b.weight { return a.weight > b.weight }
    return a.isBare == b.isBare ? a.rank < b.rank : b.isBare
  }

  /// Adds a city that a name speaks for to those of a story whose cities begin at `start`.
  private func add(_ city: Int, _ naming: Naming, from start: Int) {
    for index in start..<candidates.count where candidates[index].city == city {
      candidates[index].weight += naming.weight
      candidates[index].isBare = candidates[index].isBare && naming.isBare
      return
    }
    candidates.append(
      Candidate(city: city, weight: naming.weight, isBare: naming.isBare, rank: candidates.count - start))
  }

  /// 濮阳日报 → 濮阳. A county's or a district's name, which is often a hill's or a river's, counts where the page names
  /// its city, too, or no city at all: 凤城日报.
  private func named(_ paper: Evidence) -> Finding? {
    for name in gazetteer.found(in: Scalars(of: paper.text)) {
      guard let cities = gazetteer.cities(of: name) else { continue }
      let city = gazetteer.isCounty(name) ? city(of: name, among: cities) : cities.first
      return city.map { Finding(city: $0, evidence: [paper], isUncertain: false) }
    }
    return nil
  }

  private func city(of county: Gazetteer.Name, among cities: Gazetteer.Cities) -> Int? {
    let votes = votes { !$0.isBare }
    let best = cities.all.max { votes[$0, default: 0] < votes[$1, default: 0] }
    if let best, votes[best] != nil { return best }
    return votes.isEmpty || county.isFullName ? cities.first : nil
  }

  /// The one city that page chrome names, besides the paper's own name: `河畔晚报·晋城版`.
  private func named(_ furniture: [Line]) -> Finding? {
    var found: [Int: Evidence] = [:]
    for line in furniture {
      for name in gazetteer.found(in: line.squeezed) where !gazetteer.isCounty(name) || name.isFullName {
        guard let cities = gazetteer.cities(of: name), cities.others.isEmpty else { continue }
        found[cities.first] = Evidence(line: line.number, text: line.text.string)
      }
    }
    guard found.count == 1, let (city, evidence) = found.first else { return nil }
    return Finding(city: city, evidence: [evidence], isUncertain: true)
  }

  private func city(in name: Scalars) -> Int? {
    gazetteer.found(in: name).lazy.compactMap { self.gazetteer.cities(of: $0)?.first }.first
  }

  /// `（正观新闻·郑州晚报记者 …）`: the stories' own reporters name their paper.
  private func medium(_ bylines: [BylineReader.Byline]) -> Finding? {
    var found: [Int: (finding: Finding, count: Int)] = [:]
    for (story, byline) in zip(stories, bylines) {
      guard let medium = byline.medium,
        let city = city(in: Scalars(of: medium)),
        ["报", "報", "网", "台", "新闻", "社"].contains(where: { medium.hasSuffix($0) })
      else { continue }
      let evidence = Evidence(line: story.bodyLines.first?.number, text: medium)
      found[city, default: (Finding(city: city, evidence: [evidence], isUncertain: false), 0)].count += 1
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
    var witnesses: [Int] = []
    for index in stories where witnesses.count < 3 {
      if foremost(of: index).contains(where: { $0.city == best.city }) { witnesses.append(index) }
    }
    return Finding(
      city: best.city,
      evidence: witnesses.flatMap { evidence(of: best.city, in: $0, atMost: 1) },
      isUncertain: best.stories < 4)
  }

  private func foremost(of story: Int) -> ArraySlice<Candidate> { candidates(of: story).prefix(3) }

  /// The three foremost cities of each story; a story that speaks of its home counts twice.
  private func support(of stories: [Int], _ hasLocal: Bool) -> [Support] {
    var support: [Support] = []
    for index in stories {
      for candidate in foremost(of: index) {
        let known = support.firstIndex { $0.city == candidate.city }
        if known == nil { support.append(Support(city: candidate.city)) }
        let at = known ?? support.count - 1
        support[at].count += 1
        support[at].stories += !hasLocal || isLocal[index] ? 2 : 1
        support[at].weight += candidate.weight
      }
    }
    let places = gazetteer.places
    return support.sorted {
      ($0.stories, $0.weight, places[$1.city].code) > ($1.stories, $1.weight, places[$0.city].code)
    }
  }

  /// The story speaks of its city without naming it.
  private static func speaksOfHome(_ story: StorySource) -> Bool {
    let (head, body) = (story.head, story.body)
    if head.marks.isEmpty, body.marks.isEmpty { return false }
    let end = min(body.scalars.count, opening)
    // One of 市, 县 and 区 is in each of the words, behind one other character at most.
    for mark in head.marks where isHome(head.scalars[mark]) {
      let words = head.scalars[max(0, mark - 1)...] + body.scalars[..<min(end, 2)]
      if homeWords.stand(in: words.prefix(4)) { return true }
    }
    for mark in body.marks.prefix(while: { $0 < end }) where isHome(body.scalars[mark]) {
      let words = body.scalars[max(0, mark - 1)..<min(end, mark + 3)]
      if homeWords.stand(in: mark == 0 ? head.scalars.suffix(1) + words : words) { return true }
    }
    return false
  }

  /// How much of a body tells whether a story speaks of its home, in characters.
  private static let opening = 400

  private static func isHome(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "市" || scalar == "县" || scalar == "区"
  }

  private static let homeWords: Words = ["我市", "本市", "市委", "市政府", "全市", "市民", "我县", "我区", "市纪委"]
}
