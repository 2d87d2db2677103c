import Foundation
import TUI
import Testing

/// A line of one of Unicode's own tests: a text, and where ÷ stands in it, in Unicode scalars.
struct ConformanceCase: Hashable {
  /// The line as it stands in the file, without its comment.
  var line: String
  var text: String
  var breaks: [Int]

  /// Parses `÷ 0061 × 0308 ÷`; nil for a line of something else.
  init?(_ line: Substring) {
    let parts = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }
    guard parts.count > 2 else { return nil }
    self.line = parts.joined(separator: " ")
    var scalars = String.UnicodeScalarView()
    breaks = []
    for part in parts {
      if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
        scalars.append(scalar)
      } else if part == "÷" {
        breaks.append(scalars.count)
      }
    }
    text = String(scalars)
    breaks.removeAll { $0 == 0 || $0 == scalars.count }
  }

  /// The cases of one of Unicode's tests, as the package unicode-data has them.
  static func all(of name: String) throws -> [ConformanceCase] {
    let path = "/usr/share/unicode/auxiliary/\(name)"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw MissingData(path: path)
    }
    return text.split(separator: "\n").compactMap { ConformanceCase($0) }
  }

  /// Unicode's tests are not on this machine.
  struct MissingData: Error, CustomStringConvertible {
    var path: String
    var description: String {
      "\(path) is missing: install Debian's package unicode-data (scripts/require test)"
    }
  }
}

@Suite struct UnicodeConformance {
  /// Every case of LineBreakTest.txt comes out as Unicode has it, but those of the committed list; and each of the
  /// list is there because of the rule that it names.
  @Test func linesBreakAsUnicodeSays() throws {
    let listed = try LineBreakException.all()
    var changed: Set<LineBreakException> = []
    let cases = try ConformanceCase.all(of: "LineBreakTest.txt")
    #expect(cases.count > 7000)
    for item in cases where LineBreaker.opportunities(in: item.text) != item.breaks {
      changed.insert(LineBreakException(rule: LineBreakException.rule(of: item), line: item.line))
    }
    let new = changed.subtracting(listed).map(\.description).sorted()
    let gone = listed.subtracting(changed).map(\.description).sorted()
    #expect(new.isEmpty, "not listed: \(new.count)\n\(new.joined(separator: "\n"))")
    #expect(gone.isEmpty, "listed, but not so: \(gone.count)\n\(gone.joined(separator: "\n"))")
  }

  @Test func clustersAreThoseOfUnicode() throws {
    let cases = try ConformanceCase.all(of: "GraphemeBreakTest.txt")
    #expect(cases.count > 500)
    let wrong = cases.filter { item in
      var offset = 0
      let breaks = item.text.dropLast().map { character in
        offset += character.unicodeScalars.count
        return offset
      }
      return breaks != item.breaks
    }
    #expect(Set(wrong.map(\.line)).isSubset(of: Self.laterClusters))
  }

  /// Cases of Unicode 15 that later versions, which Swift's standard library follows, have changed: U+2701 is no
  /// pictogram since Unicode 17.
  private static let laterClusters: Set = ["÷ 2701 × 200D × 2701 ÷"]
}

/// A case of LineBreakTest.txt that a rule changes on purpose.
struct LineBreakException: Hashable, CustomStringConvertible {
  /// Why kanbao breaks otherwise.
  enum Rule: String, CaseIterable {
    /// clreq: no line begins with this character.
    case start
    /// clreq: no line ends with this character, also where spaces follow.
    case end
    /// ICU's tailoring of LB25: a point or comma stays with the figure after it, as in `.35`.
    case number
    /// ICU's tailoring of LB20: a hyphen that begins a word stays with it, as in `-left`.
    case hyphen
    /// A web address breaks after / and ? only.
    case address
    /// Nobody meant it.
    case none
  }

  var rule: Rule
  var line: String
  var description: String { "\(rule.rawValue): \(line)" }

  /// The list, one case a line: `rule: case`; lines with # are remarks.
  static func all() throws -> Set<LineBreakException> {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("LineBreakExceptions.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(
      lines.filter { !$0.hasPrefix("#") }.compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let rule = Rule(rawValue: String(parts[0])) else { return nil }
        return LineBreakException(rule: rule, line: parts[1].trimmingCharacters(in: .whitespaces))
      })
  }

  /// The rule that explains all places at which a case comes out otherwise.
  static func rule(of item: ConformanceCase) -> Rule {
    let scalars = Array(item.text.unicodeScalars)
    let found = Set(LineBreaker.opportunities(in: item.text))
    let rules = found.symmetricDifference(item.breaks).map {
      rule(at: $0, of: scalars, allowed: found.contains($0))
    }
    return rules.contains(.none) ? .none : rules.first ?? .none
  }

  private static func rule(at index: Int, of scalars: [Unicode.Scalar], allowed: Bool) -> Rule {
    if allowed { return scalars[index] == "." && scalars[index...].count > 1 ? .number : .none }
    if "，。、；：！？．”’）》〉」』】〕〗］｝…⋯—―⸺～·‧・％‰℃".unicodeScalars.contains(scalars[index]) { return .start }
    if String(String.UnicodeScalarView(scalars)).contains("://") { return .address }
    let base = scalars[..<index].last { $0 != "\u{308}" }
    if base == "." || base == ",", ("0"..."9").contains(scalars[index]) { return .number }
    if base == "-" { return .hyphen }
    let before = scalars[..<index].last { $0 != " " && $0 != "\u{3000}" }
    if let before, "“‘（《〈「『【〔〖［｛".unicodeScalars.contains(before) || (0x2460...0x249B).contains(before.value)
    {
      return .end
    }
    return .none
  }
}
