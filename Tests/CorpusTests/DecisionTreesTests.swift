import Testing

@testable import Corpus

/// Trees as tables, against what each of them says by itself.
@Suite struct DecisionTreesTests {
  private static let depth = DecisionTrees.depth
  private static let leaves = (0..<1 << depth).map { Float($0) }
  private static let asked = (0..<depth).map { UInt8($0) }

  /// The first tree asks the first signs, one a level, whether they exceed 0.5; the second one asks them from the last
  /// on whether they exceed 1.5, and what it says is worth a hundred times as much.
  private static let two = DecisionTrees(
    base: 0.25, signs: asked + asked.reversed(),
    limits: asked.map { _ in 0.5 } + asked.map { _ in 1.5 }, leaves: leaves + leaves.map { $0 * 100 })

  private static func signs(_ values: [Float]) -> Signs {
    var signs = Signs()
    for value in values { signs.add(Double(value)) }
    return signs
  }

  @Test func aTreeHasSixLevels() { #expect(Self.depth == 6 && Self.leaves.count == 64) }

  @Test(arguments: 0..<64) func everyLeafIsFound(leaf: Int) {
    let exceeds = (0..<Self.depth).map { leaf >> $0 & 1 == 1 }
    let mirrored = exceeds.reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    #expect(Self.two.logOdds(Self.signs(exceeds.map { $0 ? 1 : 0 })) == 0.25 + Float(leaf))
    #expect(Self.two.logOdds(Self.signs(exceeds.map { $0 ? 2 : 0 })) == 0.25 + Float(leaf + mirrored * 100))
  }

  /// The first sign, the last one, all between, and what both trees say.
  struct Case: Sendable {
    var first, last: Float
    var between: Float = 0
    var logOdds: Float
  }

  @Test(arguments: [
    Case(first: 0, last: 0, logOdds: 0.25), Case(first: 0.5, last: 0.5, between: 0.5, logOdds: 0.25),
    Case(first: Float(0.5).nextUp, last: 0, logOdds: 1.25), Case(first: -9, last: 0.75, logOdds: 32.25),
    Case(first: 1.5, last: 0, logOdds: 1.25), Case(first: Float(1.5).nextUp, last: 0, logOdds: 3201.25),
    Case(first: 0, last: 7, logOdds: 132.25), Case(first: 9, last: 9, between: 9, logOdds: 6363.25),
    Case(first: 0, last: 0, between: 1, logOdds: 30.25),
  ])
  func aSignMustExceedItsLimit(_ row: Case) {
    let values = [row.first] + [Float](repeating: row.between, count: Self.depth - 2) + [row.last]
    #expect(Self.two.logOdds(Self.signs(values)) == row.logOdds)
  }

  /// A tree of fewer levels asks for what nothing exceeds.
  @Test func aLevelMayAskNothing() {
    let tree = DecisionTrees(
      base: 0, signs: Self.asked.map { $0 == 0 ? 1 : 0 }, limits: Self.asked.map { $0 == 0 ? 3 : .infinity },
      leaves: Self.leaves)
    #expect(tree.logOdds(Self.signs([1e30, 3])) == 0)
    #expect(tree.logOdds(Self.signs([1e30, 4])) == 1)
  }

  @Test func signsThatWereNotSeenAreZero() {
    #expect(Self.two.logOdds(Signs()) == 0.25)
    #expect(Self.two.logOdds(Self.signs([1])) == 1.25)
  }

  @Test func treesAreCounted() { #expect(Self.two.count == 2) }

  @Test func noTreesSayTheirBase() {
    let none = DecisionTrees(base: -1.5, signs: [], limits: [], leaves: [])
    #expect(none.count == 0)
    #expect(none.logOdds(Self.signs([1, 2, 3])) == -1.5)
  }

  @Test(arguments: 0..<100) func randomTreesSayWhatEachSaysAlone(seed: Int) {
    var random = SeededNumbers(state: UInt64(seed))
    let trees = (0..<Int.random(in: 0...12, using: &random)).map { _ in PlainTree(&random) }
    let table = DecisionTrees(
      base: 3, signs: trees.flatMap { $0.levels.map(\.sign) },
      limits: trees.flatMap { $0.levels.map(\.limit) },
      leaves: trees.flatMap(\.leaves))
    for _ in 0..<50 {
      let values = (0..<96).map { _ in Float(Int.random(in: -3...3, using: &random)) }
      let sum = trees.reduce(3) { $0 + $1.says(values) }
      #expect(table.logOdds(Self.signs(values)) == sum)
    }
  }
}

/// One tree, asked level by level. Its leaves are whole numbers: their sum does not depend on the order.
private struct PlainTree {
  let levels: [(sign: UInt8, limit: Float)]
  let leaves: [Float]

  init(_ random: inout SeededNumbers) {
    levels = (0..<DecisionTrees.depth).map { _ in
      (UInt8.random(in: 0..<96, using: &random), Float(Int.random(in: -3...3, using: &random)))
    }
    leaves = (0..<1 << DecisionTrees.depth).map { _ in Float(Int.random(in: -99...99, using: &random)) }
  }

  /// Each level keeps every second of the leaves that are left.
  func says(_ values: [Float]) -> Float {
    var left = leaves
    for (sign, limit) in levels {
      let exceeds = values[Int(sign)] > limit
      left = left.indices.filter { ($0 % 2 == 1) == exceeds }.map { left[$0] }
    }
    return left[0]
  }
}
