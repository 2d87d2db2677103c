import Testing

@testable import Corpus

/// The search against all assignments there are.
@Suite struct HeadlineSearchTests {
  typealias Line = HeadlineSearch.Line
  typealias Place = HeadlineAssignment.Place

  private static let longBlock = -0.5

  /// What places are worth together, or nil where a story has two headline blocks.
  private func worth(of places: [Place], _ lines: [Line]) -> Double? {
    var sum = 0.0
    var titled: Set<Place> = []
    var run = 0
    for (position, place) in places.enumerated() {
      let option = lines[position].options.first { $0.place == place }
      let isBelow = lines[position].bonds != nil && position > 0
      let joins = isBelow && places[position - 1] == place
      run = joins ? run + 1 : 1
      sum += option?.score ?? -.infinity
      if let bonds = lines[position].bonds, place != .none { sum += joins ? bonds.joining : bonds.parting }
      if run > 4 { sum += Self.longBlock }
      guard !joins else { continue }
      sum -= option?.headless ?? 0
      if case .story = place, !titled.insert(place).inserted { return nil }
    }
    return sum
  }

  private func best(_ lines: [Line], _ places: [Place] = []) -> Double {
    guard places.count < lines.count else { return worth(of: places, lines) ?? -.infinity }
    return lines[places.count].options.reduce(-.infinity) { max($0, best(lines, places + [$1.place])) }
  }

  private func lines(_ count: Int, stories: Int, _ random: inout SeededNumbers) -> [Line] {
    (0..<count).map { position in
      var options = (0..<stories).filter { _ in Bool.random(using: &random) }.map {
        HeadlineSearch.Option(
          place: .story($0), score: .random(in: -8...8, using: &random),
          headless: [-2, 0].randomElement(using: &random) ?? 0)
      }
      if Bool.random(using: &random) {
        options.append(HeadlineSearch.Option(place: .section(0), score: .random(in: -8...2, using: &random)))
      }
      options.append(HeadlineSearch.Option(place: .none, score: .random(in: -8...0, using: &random)))
      let bonding = Double.random(in: 0...5, using: &random)
      let isBonded = position > 0 && Bool.random(using: &random)
      return Line(
        options: options,
        bonds: isBonded ? HeadlineSearch.Bonds(joining: bonding, parting: -bonding / 2) : nil)
    }
  }

  /// A beam may miss the best; it must not do so often.
  @Test func findsTheBestOfAllAssignments() {
    var random = SeededNumbers(state: 7)
    var missed = 0
    for _ in 0..<1000 {
      let lines = lines(.random(in: 1...6, using: &random), stories: 4, &random)
      let search = HeadlineSearch.places(of: lines, stories: 4, longBlock: Self.longBlock)
      let found = worth(of: search.places, lines)
      #expect(found != nil)
      #expect(abs((found ?? .infinity) - search.worth) < 1e-9)
      if abs((found ?? -.infinity) - best(lines)) > 1e-9 { missed += 1 }
    }
    #expect(missed < 10)
  }

  /// Nine headlines, each of which suits every story, but one best: the first ones must not take what the last ones
  /// need.
  @Test func aHeapIsDecidedAsAWhole() {
    let lines = (0..<9).map { line in
      Line(
        options: (0..<9).map { story in
          HeadlineSearch.Option(place: .story(story), score: story >= line ? 10 - Double(story) / 10 : -20)
        } + [HeadlineSearch.Option(place: .none, score: -30)])
    }
    let found = HeadlineSearch.places(of: lines, stories: 9, longBlock: 0)
    #expect(found.places == (0..<9).map { .story($0) })
    #expect(abs(found.worth - (90 - 3.6)) < 1e-9)
  }

  @Test func noLinesHaveNoPlaces() {
    let found = HeadlineSearch.places(of: [], stories: 3, longBlock: 0)
    #expect(found.places.isEmpty && found.worth == 0)
  }
}
