import TUI
import Testing

/// What holds for every text, every measure and both ambiguous modes.
@Suite struct TextTypesettingProperties {
  struct Case: CustomTestStringConvertible {
    var measure: Int
    var ambiguous: AmbiguousWidth
    var hang: Bool
    var indent: Int

    var width: CellWidth { CellWidth(ambiguous: ambiguous) }
    var typesetter: Typesetter { Typesetter(width: width, measure: measure, hang: hang) }
    var testDescription: String { "\(measure) columns, \(ambiguous), hang \(hang), indent \(indent)" }
  }

  static let cases: [Case] = (2...200).flatMap { measure in
    [
      Case(measure: measure, ambiguous: .narrow, hang: measure.isMultiple(of: 2), indent: measure % 5),
      Case(measure: measure, ambiguous: .wide, hang: measure.isMultiple(of: 3), indent: 4),
    ]
  }

  private func samples(_ number: Int, of length: Int, for item: Case) -> [String] {
    var random = SeededRandom(seed: UInt64(item.measure * 2 + (item.hang ? 1 : 0)))
    return (0..<number).map { _ in randomText(of: length, using: &random) }
  }

  @Test(arguments: cases)
  func linesPutTogetherAreTheText(_ item: Case) {
    for text in samples(6, of: 60, for: item) {
      expectWhole(item.typesetter.lines(of: text, firstIndent: item.indent), of: text)
      expectWhole(item.typesetter.balanced(text), of: text)
    }
  }

  /// The lines and the white space between them are the scalars of the text, and offsets say which.
  private func expectWhole(_ lines: [TextLine], of text: String) {
    let shown = Array(displayable(text).unicodeScalars)
    var next = lines.first?.start ?? shown.count
    #expect(shown[..<next].allSatisfy { $0 == " " || $0 == "\u{3000}" })
    for line in lines {
      #expect(line.start == next)
      #expect(shown[line.range].elementsEqual(line.text.unicodeScalars), "\(text)")
      next = line.range.upperBound + line.dropped
      #expect(shown[line.range.upperBound..<next].allSatisfy { $0 == " " || $0 == "\u{3000}" })
      #expect(!line.text.isEmpty)
    }
    #expect(next == shown.count)
  }

  @Test(arguments: cases)
  func noLineIsWiderThanTheMeasure(_ item: Case) {
    for text in samples(6, of: 60, for: item) {
      for line in item.typesetter.lines(of: text, firstIndent: item.indent) {
        #expect(line.columns == item.width.columns(of: line.text))
        #expect(line.indent + line.columns <= item.measure || item.hang && hangs(line, in: item), "\(line)")
      }
      for line in item.typesetter.balanced(text) { #expect(line.columns <= item.measure) }
    }
  }

  private func hangs(_ line: TextLine, in item: Case) -> Bool {
    let last = line.text.suffix(1)
    return "，。、；：！？".unicodeScalars.contains { last.unicodeScalars.first == $0 }
      && line.indent + line.columns - item.width.columns(of: last) <= item.measure
  }

  /// A line ends at a place that the line breaker allows, unless the line holds no such place; and the next
  /// such place would not have fitted.
  @Test(arguments: cases)
  func linesEndWhereTheyMayAndAreFull(_ item: Case) {
    for text in samples(4, of: 60, for: item) {
      let allowed = LineBreaker.opportunities(in: displayable(text))
      let lines = item.typesetter.lines(of: text, firstIndent: item.indent)
      for (line, next) in zip(lines, lines.dropFirst()) {
        #expect(allowed.contains(next.start) || isForced(line, allowed), "\(line) \(text)")
        #expect(!fits(upTo: next, after: line, of: text, allowed, item), "\(line) \(text)")
      }
    }
  }

  private func isForced(_ line: TextLine, _ allowed: [Int]) -> Bool {
    !allowed.contains { line.range.contains($0) && $0 > line.start }
  }

  private func fits(
    upTo next: TextLine, after line: TextLine, of text: String, _ allowed: [Int], _ item: Case
  ) -> Bool {
    let shown = Array(displayable(text).unicodeScalars)
    let end = allowed.first { $0 > next.start } ?? shown.count
    var unit = String(String.UnicodeScalarView(shown[line.start..<end]))
    while unit.last == " " || unit.last == "\u{3000}" { unit.removeLast() }
    return line.indent + item.width.columns(of: unit) <= item.measure
  }

  @Test(arguments: cases.filter { $0.measure >= 60 })
  func noLineBeginsOrEndsWithAProhibitedMark(_ item: Case) {
    for text in samples(12, of: 60, for: item) {
      let lines = item.typesetter.lines(of: text, firstIndent: item.indent)
      for line in lines.dropFirst() {
        #expect(!"，。、；：！？”’）》」』】〕…—～·％".contains(line.text.prefix(1)), "\(lines)")
      }
      for line in lines.dropLast() {
        #expect(!"“‘（《「『【〔".contains(line.text.suffix(1)), "\(lines)")
      }
    }
  }
}
