import Testing

@testable import Corpus

/// What is seen before a decision, and whether its names say what it is.
@Suite struct SignsTests {
  @Test func signsKeepTheirOrder() {
    var signs = Signs()
    #expect(signs.count == 0)
    signs.add(-1.5)
    signs.add(7)
    signs.add(true)
    signs.add(false)
    #expect(signs.count == 4)
    #expect((0..<signs.count).map { signs[$0] } == [-1.5, 7, 1, 0])
  }

  @Test func ninetySixSignsFindRoom() {
    var signs = Signs()
    for value in 1...96 { signs.add(value) }
    #expect(signs.count == 96)
    #expect(signs.withValues(Array.init) == (1...96).map { Float($0) })
  }

  @Test func signsThatWereNotAddedAreZero() {
    var signs = Signs()
    signs.add(3)
    #expect(signs.withValues(Array.init) == [3] + [Float](repeating: 0, count: 95))
  }

  @Test(arguments: [
    GapSigns.names, GapSigns.resumptionNames, HeadSigns.names, BondSigns.names, LayoutBuilder.signNames,
    PlaceSigns.names, PageSigns.names,
  ])
  func everyNameStandsOnce(names: [String]) {
    #expect(Set(names).count == names.count)
    #expect(names.count <= 96)
  }
}

/// The signs of a page whose lines are labelled by hand: under the names there are what the page has.
@Suite struct SignNamesTests {
  private static let lines: [(label: LineLabel, text: String)] = [
    (.head, "河畔镇老街修好了"), (.opening, "本报讯（记者 王小明）3月17日，河畔镇的老街重新开街，青石板路面全部换新。"),
    (.paragraph, "沿街的木门也刷了桐油，镇上的老人说，走在街上就像是回到了从前，孩子们在石桥上"), (.head, "街角：茶馆"),
    (.paragraph, "“茶馆里又坐满了客人。”王小明说。"), (.byline, "（王小明）"), (.head, "山村小学有了合唱团"),
    (.paragraph, "1.山村小学的孩子们每天下午练歌！"),
  ]
  /// The body pieces.
  private static let bodies = (opening: 1, further: 2, speech: 4, item: 7)

  private let read: [ReadLine]
  private let pieces: [Piece]
  private let costs: AssemblyCosts
  private var memory: AssemblyMemory

  init() {
    let page = Page(file: "p.txt", lines: Self.lines.flatMap { [$0.text, ""] })
    read = ReadLine.read(Line.lines(of: page), stack: MastheadStack([]))
    pieces = Piece.pieces(of: read, labels: Self.lines.map(\.label))
    let affinity = Affinity(pieces)
    costs = AssemblyCosts(pieces: pieces, affinity: affinity, weights: .trained)
    memory = AssemblyMemory(pieces: pieces.count, pairs: affinity.pairCount)
  }

  private func end(of story: [Int]) -> StoryEnd { story.reduce(StoryEnd()) { costs.extended($0, by: $1) } }

  private func length(of story: [Int]) -> Int { story.reduce(0) { $0 + pieces[$1].text.count } }

  private func expect(
    _ signs: Signs, _ names: [String], _ values: [String: Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(signs.count == names.count, sourceLocation: sourceLocation)
    for (name, value) in values {
      let sign = names.firstIndex(of: name).map { signs[$0] }
      #expect(sign == Float(value), Comment(rawValue: name), sourceLocation: sourceLocation)
    }
  }

  @Test mutating func whetherAStoryGoesOn() {
    let (story, body) = ([Self.bodies.opening, Self.bodies.further], Self.bodies.speech)
    let gap = costs.gap(before: body, after: story[1])
    let (signs, _) = costs.signs(of: body, end(of: story), gap, starting: 0, &memory)
    let (more, _) = costs.signs(of: body, end(of: story), gap, starting: 1.5, &memory)
    expect(
      signs, GapSigns.names,
      [
        "heads": 1, "headLength": 5, "headBlanks": 1, "headColon": 1, "headMarks": 0, "headItem": 0,
        "byline": 0,
        "signed": 0, "afterEnd": 0, "strong": 0, "blanks": 1, "item": -1, "speech": 1, "mark": 0,
        "length": Double(pieces[body].text.count), "lines": 1, "upperOpen": 1, "upperEnd": 0,
        "upperStrong": 0,
        "upperPiece": Double(pieces[story[1]].text.count), "sameStart": 0,
        "pieceLength": Double(pieces[body].text.count),
        "signOff": 0, "cohesion": costs.cohesion[2], "storyLength": Double(length(of: story)),
        "storyPieces": 2,
        "nextItem": 0, "opens": Double(signs[signs.count - 1]),
        "behind": 4, "ahead": 3, "pageBodies": 4, "pageHeads": 0.75, "pageBylines": 0.25, "pageStrong": 0.25,
      ])
    #expect(abs(more[more.count - 1] - signs[signs.count - 1] - 1.5) < 1e-5)
  }

  @Test mutating func whetherAStoryGoesOnBehindASignature() {
    let (previous, body) = (Self.bodies.speech, Self.bodies.item)
    let gap = costs.gap(before: body, after: previous)
    let (signs, _) = costs.signs(of: body, end(of: [previous]), gap, starting: 0, &memory)
    expect(
      signs, GapSigns.names,
      [
        "heads": 1, "headLength": 9, "headColon": 0, "signed": 1, "item": 1, "speech": 0, "upperOpen": 0,
        "upperEnd": 3,
        "storyPieces": 1,
      ])
  }

  @Test mutating func whetherAStoryIsTakenUp() throws {
    let (story, previous, body) = (
      [Self.bodies.opening, Self.bodies.further], Self.bodies.speech, Self.bodies.item
    )
    let gap = costs.gap(before: body, after: previous)
    let signs = try #require(
      costs.resumptionSigns(of: body, end(of: story), gap, after: previous, opening: -2.5, &memory))
    expect(
      signs, GapSigns.resumptionNames,
      [
        "strong": 0, "blanks": 1, "item": 1, "speech": 0, "heads": 1, "headline": gap.headline, "signed": 1,
        "byline": 0,
        "upperOpen": 0, "length": Double(pieces[body].text.count), "cohesion": costs.cohesion[3],
        "storyOpen": 1,
        "storyStrong": 0, "storyEnd": 0, "storyLength": Double(length(of: story)), "storyPieces": 2,
        "distance": 5, "behind": 7, "ahead": 0, "pageBodies": 4, "pageHeads": 0.75, "pageBylines": 0.25,
        "nextItem": 0, "opens": -2.5,
        "resumes": costs.resuming(body, end(of: story), &memory),
      ])
  }

  @Test(arguments: [(1, 1, 40), (30, 30, 19), (49, 40, 0)])
  func fortyPiecesBehindAndAheadAreMany(body: Int, behind: Double, ahead: Double) {
    let page = LabelledPage((0..<50).map { _ in (.paragraph, "夜校开课三周。") })
    let costs = AssemblyCosts(pieces: page.pieces, affinity: page.affinity, weights: .trained)
    let signs = costs.gap(before: body, after: body - 1).signs
    let places = ["behind", "ahead"].map { GapSigns.names.firstIndex(of: $0) ?? 0 }
    #expect(places.map { signs[$0] } == [Float(behind), Float(ahead)])
  }

  @Test func thePagesFirstPieceHasNoGap() {
    #expect(costs.gap(before: Self.bodies.opening, after: nil).signs.count == 0)
  }

  @Test(arguments: Self.lines.indices) func whetherALineIsOfAHeadline(line: Int) {
    let (before, next) = (line > 0 ? line - 1 : nil, line + 1 < read.count ? line + 1 : nil)
    let signs = HeadSigns.signs(of: line, in: LineSurroundings(read), isMarked: true, head: -4.5)
    let own = read[line].line
    expect(
      signs, HeadSigns.names,
      [
        "length": Double(own.count), "cells": Double(own.cells), "blanks": line > 0 ? 1 : 0, "indent": 0,
        "level": 0,
        "commas": Double(own.census.commas), "strong": line == 1 ? 1 : 0, "byline": line == 5 ? 1 : 0,
        "start": read[line].start, "wording": read[line].wording, "item": line == 7 ? 1 : 0,
        "upperLength": Double(before.map { read[$0].line.count } ?? 0),
        "upperStrong": [0, 6].contains(line) ? 1 : 0,
        "lowerLength": Double(next.map { read[$0].line.count } ?? 0), "lowerBlanks": next == nil ? 9 : 1,
        "lowerByline": line == 4 ? 1 : 0, "marked": 1, "head": -4.5,
      ])
  }

  @Test(arguments: [(25, 20, 20), (3, 3, 20), (415, 20, 4)])
  func linesFarFromThePagesEdges(line: Int, fromStart: Double, fromEnd: Double) {
    let page = LabelledPage((0..<420).map { _ in (.paragraph, "夜校开课三周。") })
    let signs = HeadSigns.signs(of: line, in: LineSurroundings(page.read), isMarked: false, head: 0)
    expect(signs, HeadSigns.names, ["fromStart": fromStart, "fromEnd": fromEnd, "lines": 400])
  }

  @Test(arguments: Self.lines.indices) func whatStandsFurtherOff(line: Int) {
    let around = LineSurroundings(read)
    func length(_ line: Int) -> Double { read.indices.contains(line) ? Double(read[line].line.count) : 0 }
    func blanks(_ line: Int) -> Double { read.indices.contains(line) ? line == 0 ? 0 : 1 : 9 }
    expect(
      HeadSigns.signs(of: line, in: around, isMarked: false, head: 0), HeadSigns.names,
      [
        "marked": 0, "head": 0, "lines": 8, "fromStart": Double(line), "fromEnd": Double(7 - line),
        "runUp": Double(around.shortAbove[line]), "runDown": Double(around.shortBelow[line]),
        "blanksShare": 7 / 8, "fullShare": around.fullShare,
        "furtherUpLength": length(line - 2), "furtherDownLength": length(line + 2),
        "furtherUpBlanks": blanks(line - 2), "furtherDownBlanks": blanks(line + 2),
        // Sentences end in the lines 1, 4 and 7.
        "furtherUpEnding": line < 2 ? 3 : Double([0, 2, 0, 0, 2, 0][line - 2]),
        "furtherDownEnding": line > 5 ? 3 : Double([0, 0, 2, 0, 0, 2][line]),
      ])
  }

  /// 王小明 stands right above his byline and four lines above it; the choir's headline comes back right below.
  @Test(
    arguments: [
      (5, ["echo": 1, "echoAbove": 1, "echoBelow": 0]), (0, ["echo": 0, "echoAbove": 0]),
      (6, ["echo": 0, "echoAbove": 0, "echoWeight": 0]), (3, ["echoAbove": 0]),
    ] as [(Int, [String: Double])])
  func whereALinesWordsStandToo(line: Int, values: [String: Double]) {
    let around = LineSurroundings(read)
    let echo = around.pairs.echo(of: line)
    let signs = HeadSigns.signs(of: line, in: around, isMarked: false, head: 0)
    expect(signs, HeadSigns.names, values)
    expect(
      signs, HeadSigns.names,
      [
        "echo": echo.anywhere / echo.all, "echoAbove": echo.above / echo.all,
        "echoBelow": echo.below / echo.all, "echoWeight": echo.anywhere,
      ])
  }

  @Test func everyLineThatMayBeOfAHeadlineIsSeenOnce() {
    var seen: [Int] = []
    LineLabeler.label(read) { line, signs in
      seen.append(line)
      #expect(signs.count == HeadSigns.names.count)
    }
    #expect(seen == seen.sorted() && Set(seen).count == seen.count)
    #expect(seen.first == 0)
    #expect(seen.count < read.count)
  }

  @Test func whetherTwoLinesAreOfOneHeadline() {
    let page = Page(file: "p.txt", lines: ["河畔镇“老街", "修好了”", "——老街改造记", "", "老街上的茶馆、铁匠铺和邮局都照原样修好。"])
    let read = ReadLine.read(Line.lines(of: page), stack: MastheadStack([]))
    let pieces = Piece.pieces(of: read, labels: [.head, .head, .head, .paragraph])
    let characters = PageCharacters(pieces)
    expect(
      BondSigns.signs(of: 0, 1, in: pieces, characters, bond: 2.5), BondSigns.names,
      [
        "blanks": 0, "gapBelow": 0, "closes": 1, "wider": Double(pieces[1].column - pieces[0].column),
        "run": 3, "place": 1,
        "rest": 2, "common": 0, "bond": 2.5, "upperLength": 6, "lowerLength": 4, "upperDash": 0,
        "upperLevel": 0,
      ])
    expect(
      BondSigns.signs(of: 1, 2, in: pieces, characters, bond: -1), BondSigns.names,
      [
        "gapBelow": 1, "closes": 0, "place": 2, "rest": 1, "common": 0, "bond": -1, "lowerDash": 1,
        "lowerLength": 7,
        "upperLength": 4,
      ])
    #expect(characters.common(0, 2) == 2)
  }

  @Test func whoseABylineIs() {
    let page = Page(
      file: "p.txt",
      lines: [
        "三月的山村小学，合唱团的孩子们每天下午练歌。", "", "", "□王小明", "李大海 摄", "", "本报讯 河畔镇的老街重新开街，路面全部换新。（何田田）",
      ])
    let read = ReadLine.read(Line.lines(of: page), stack: MastheadStack([]))
    let pieces = Piece.pieces(of: read, labels: [.paragraph, .byline, .byline, .opening])
    let builder = LayoutBuilder(pieces: pieces, stories: [[0], [3]], places: [:])
    expect(
      builder.signs(of: 1, 0, 3), LayoutBuilder.signNames,
      [
        "length": 4, "bracketed": 0, "bullet": 1, "credit": 0, "signOff": 0, "blanksAbove": 2,
        "blanksBelow": 1,
        "bylines": 3, "upperOpen": 0, "upperEnd": 0, "upperLength": 22, "upperLast": 1, "upperDateline": 0,
        "upperByline": 0, "lowerDateline": 1, "lowerNamed": 0, "lowerJump": 0, "lowerEnd": 1,
        "lowerSigned": 0,
        "above": 0, "below": 0,
      ])
    expect(
      builder.signs(of: 2, 0, 3), LayoutBuilder.signNames,
      ["length": 4, "bullet": 0, "credit": 1, "writer": 0])
  }
}
