/// Finds the places of a page's headline lines that are worth most together: a beam search over the lines in page order.
/// A story has one headline block, a line one story. What a line takes from those below it counts at once, as the price
/// of its story; so a heap of headlines far from their stories is decided as a whole.
struct HeadlineSearch {
  typealias Place = HeadlineAssignment.Place

  /// A place that a line may take.
  struct Option {
    var place: Place
    /// What the place is worth by itself, in log-odds.
    var score: Double
    /// What its story is worth without a headline.
    var headless = 0.0
  }

  /// What it is worth that two lines, one below the other, go to one place, and to two.
  struct Bonds {
    var joining: Double
    var parting: Double
  }

  /// A headline line.
  struct Line {
    /// At most 32.
    var options: [Option]
    /// How it hangs together with the one right above it, if there is one.
    var bonds: Bonds?
  }

  private struct State {
    var score = 0.0
    /// The decision made last, an index into `nodes`; -1 before the first.
    var node: Int32 = -1
    var place: Place?
    /// How many lines in a row have gone to `place`.
    var run = 0
    /// The story that got a headline last, an index into `used`; -1 before the first.
    var used: Int32 = -1
    /// The stories with a headline that later lines may want, as one number.
    var barred: UInt64 = 0
  }

  /// One of the states with one of the options.
  private struct Step: Comparable {
    var state: UInt8
    var option: UInt8
    var prospect: Prospect

    static func < (a: Step, b: Step) -> Bool { (a.state, a.option) < (b.state, b.option) }
    static func == (a: Step, b: Step) -> Bool { (a.state, a.option) == (b.state, b.option) }
  }

  /// All that later lines ask of a step: of two steps with the same prospect the worse one leads nowhere.
  private struct Prospect: Equatable {
    /// As in the state behind it.
    var barred: UInt64
    /// Where the line goes, and how many lines in a row, where the next one hangs together with it.
    var option: UInt8 = .max
    var run: UInt8 = 0
  }

  /// A decision, with the one before it: states share what they have in common.
  private struct Node {
    var parent: Int32
    var place: Place
  }

  /// A story with a headline, with the one that got its headline before it.
  private struct Used {
    var parent: Int32
    var story: Int
  }

  private static let beamWidth = 48
  /// A state so much worse than the best one is given up.
  private static let margin = 8.0
  /// Stories with a headline that a state remembers.
  private static let memory = 64
  /// So many lines of one block are no surprise.
  private static let usualRun = 4

  private let lines: [Line]
  /// What each further line of a long block is worth.
  private let longBlock: Double
  /// What it costs the lines below that a story is taken, while there are any that want it.
  private let prices: [Double]
  /// The last line that may go to each story, or -1.
  private let lastLines: [Int]
  private var nodes: ContiguousArray<Node> = []
  private var used: ContiguousArray<Used> = []
  /// Which option of the line in hand each story is, or -1.
  private var choices: ContiguousArray<Int8>

  /// The place of each line of a page with so many stories, and what they are worth together, in log-odds.
  static func places(
    of lines: [Line], stories: Int, longBlock: Double
  ) -> (places: [Place], worth: Double) {
    var search = HeadlineSearch(lines, stories, longBlock)
    return search.run()
  }

  private init(_ lines: [Line], _ stories: Int, _ longBlock: Double) {
    self.lines = lines
    self.longBlock = longBlock
    prices = StoryPrices(lines, stories: stories).values
    var lastLines = [Int](repeating: -1, count: stories)
    for (position, line) in lines.enumerated() {
      for case .story(let story) in line.options.lazy.map(\.place) { lastLines[story] = position }
    }
    self.lastLines = lastLines
    choices = ContiguousArray(repeating: -1, count: stories)
  }

  private mutating func run() -> (places: [Place], worth: Double) {
    var states = [State()]
    for position in lines.indices { states = successors(of: states, position) }
    let best = states.max { $0.score < $1.score }
    return (trace(best), best?.score ?? 0)
  }

  /// The best states behind the line at `position`.
  private mutating func successors(of states: [State], _ position: Int) -> [State] {
    let line = lines[position]
    for (choice, option) in line.options.enumerated() { mark(option.place, choice) }
    let ranking = ranking(of: states, position, Gains(line, longBlock, prices) { lastLines[$0] > position })
    for option in line.options { mark(option.place, -1) }
    return ranking.best.map { best in
      let step = best.candidate
      let place = line.options[Int(step.option)].place
      var next = next(states[Int(step.state)], place, isBonded: line.bonds != nil)
      next.score = best.score
      next.barred = step.prospect.barred
      return next
    }
  }

  private func ranking(of states: [State], _ position: Int, _ gains: Gains) -> Ranking<Step> {
    let options = lines[position].options
    let bondsBelow = position + 1 < lines.count && lines[position + 1].bonds != nil
    let refunds = options.reduce(0) { $0 + refund($1.place, position) }
    var ranking = Ranking<Step>(limit: Self.beamWidth, margin: Self.margin)
    for index in states.indices {
      let state = states[index]
      // The states come best first: where the best move of one is not good enough, none of those behind it is.
      guard ranking.mayTake(state.score + refunds + gains.most) else { break }
      let taken = taken(by: state)
      let joined = lines[position].bonds == nil ? -1 : choice(of: state.place, options)
      let (score, barred) = released(state, taken, position)
      for choice in options.indices where choice == joined || taken >> UInt32(choice) & 1 == 0 {
        let run = choice == joined ? state.run + 1 : 1
        let sum = score + (run > 1 ? gains.joining(choice, run: run) : gains.parting[choice])
        guard ranking.mayTake(sum) else { continue }
        var prospect = Prospect(barred: barred)
        if run == 1 { prospect.barred ^= mark(of: options[choice].place, from: position) }
        if bondsBelow { (prospect.option, prospect.run) = (UInt8(choice), UInt8(min(run, Self.usualRun))) }
        let step = Step(state: UInt8(index), option: UInt8(choice), prospect: prospect)
        ranking.add(step, sum) { $0.prospect == prospect }
      }
    }
    return ranking
  }

  /// What a line's options are worth behind any state.
  private struct Gains {
    /// Each option's where the line does not go to the place of the one above it.
    let parting: [Double]
    /// The most that any gives.
    let most: Double
    private let line: Line
    private let longBlock: Double

    init(_ line: Line, _ longBlock: Double, _ prices: [Double], isWantedLater: (Int) -> Bool) {
      self.line = line
      self.longBlock = longBlock
      parting = line.options.map { option in
        var gain = option.score - option.headless
        if let bonds = line.bonds, option.place != .none { gain += bonds.parting }
        if case .story(let story) = option.place, isWantedLater(story) { gain -= prices[story] }
        return gain
      }
      let joining =
        line.options.reduce(-Double.infinity) { max($0, $1.score) }
        + max(0, line.bonds?.joining ?? 0) + max(0, longBlock)
      most = parting.reduce(joining, max)
    }

    /// An option's where the line is one of `run` in a row that go to its place.
    func joining(_ choice: Int, run: Int) -> Double {
      let option = line.options[choice]
      let bond = option.place == .none ? 0 : line.bonds?.joining ?? 0
      return option.score + bond + (run > HeadlineSearch.usualRun ? longBlock : 0)
    }
  }

  /// The option that is such a place, or -1.
  private func choice(of place: Place?, _ options: [Option]) -> Int {
    if case .story(let story) = place { return Int(choices[story]) }
    return options.firstIndex { $0.place == place } ?? -1
  }

  private mutating func mark(_ place: Place, _ choice: Int) {
    if case .story(let story) = place { choices[story] = Int8(choice) }
  }

  /// A bit for each option that is a story which has a headline already.
  private func taken(by state: State) -> UInt32 {
    var taken: UInt32 = 0
    var at = Int(state.used)
    var left = Self.memory
    while at >= 0, left > 0 {
      let choice = choices[used[at].story]
      if choice >= 0 { taken |= 1 << UInt32(choice) }
      at = Int(used[at].parent)
      left -= 1
    }
    return taken
  }

  /// A state's score and the stories that it bars, without those that no line below this one wants.
  private func released(_ state: State, _ taken: UInt32, _ position: Int) -> (Double, UInt64) {
    var (score, barred) = (state.score, state.barred)
    var bits = taken
    while bits != 0 {
      let place = lines[position].options[bits.trailingZeroBitCount].place
      bits &= bits - 1
      guard case .story(let story) = place, lastLines[story] == position else { continue }
      barred ^= Self.mark(story)
      score += prices[story]
    }
    return (score, barred)
  }

  private func refund(_ place: Place, _ position: Int) -> Double {
    guard case .story(let story) = place, lastLines[story] == position else { return 0 }
    return prices[story]
  }

  /// The mark of a place that later lines may want; nothing for any other.
  private func mark(of place: Place, from position: Int) -> UInt64 {
    guard case .story(let story) = place, lastLines[story] > position else { return 0 }
    return Self.mark(story)
  }

  /// A number for each story, such that those of several can be put together by exclusive or.
  private static func mark(_ story: Int) -> UInt64 {
    var mixed = UInt64(story + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A state with a line's place; the decision is written down.
  private mutating func next(_ state: State, _ place: Place, isBonded: Bool) -> State {
    var next = state
    let joins = isBonded && state.place == place
    if case .story(let story) = place, !joins {
      used.append(Used(parent: state.used, story: story))
      next.used = Int32(used.count - 1)
    }
    next.run = joins ? state.run + 1 : 1
    next.place = place
    nodes.append(Node(parent: state.node, place: place))
    next.node = Int32(nodes.count - 1)
    return next
  }

  private func trace(_ state: State?) -> [Place] {
    var places: [Place] = []
    var at = Int(state?.node ?? -1)
    while at >= 0 {
      places.append(nodes[at].place)
      at = Int(nodes[at].parent)
    }
    return places.reversed()
  }
}

/// Prices of the stories at which, as near as some rounds come to it, no two headlines want the same one: what is taken too
/// often becomes dearer, what nobody takes cheaper (the subgradient method on the assignment problem's dual).
private struct StoryPrices {
  private static let rounds = 20
  /// How far a price moves in the first round, in log-odds.
  private static let step = 3.0

  private(set) var values: [Double]

  init(_ lines: [HeadlineSearch.Line], stories: Int) {
    values = [Double](repeating: 0, count: stories)
    for round in 1...Self.rounds {
      guard settle(takers(lines), by: Self.step / Double(round)) else { break }
    }
  }

  /// Moves the prices; false where none moved.
  private mutating func settle(_ takers: [Int], by step: Double) -> Bool {
    var moved = false
    for story in values.indices {
      let price = max(0, values[story] + step * Double(takers[story] - 1))
      moved = moved || price != values[story]
      values[story] = price
    }
    return moved
  }

  /// How many headlines want each story at its price; the lines of a block count once.
  private func takers(_ lines: [HeadlineSearch.Line]) -> [Int] {
    var takers = [Int](repeating: 0, count: values.count)
    var above: Int?
    for line in lines {
      let story = choice(line.options)
      if let story, story != above || line.bonds == nil { takers[story] += 1 }
      above = story
    }
    return takers
  }

  /// The story that a line wants most, if any.
  private func choice(_ options: [HeadlineSearch.Option]) -> Int? {
    var best: (story: Int?, worth: Double) = (nil, -.infinity)
    for option in options {
      var found: (story: Int?, worth: Double) = (nil, option.score)
      if case .story(let story) = option.place {
        found = (story, option.score - option.headless - values[story])
      }
      if found.worth > best.worth { best = found }
    }
    return best.story
  }
}
