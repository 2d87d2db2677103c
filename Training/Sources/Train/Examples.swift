import Foundation

@testable import Corpus

/// What trees are trained for.
enum Question: String, CaseIterable {
  /// Whether a line is one of a headline.
  case head
  /// Whether the story above a gap does not go on below it.
  case gap
  /// Whether a story that was set aside goes on.
  case resumption
  /// Whether a byline between two stories belongs to the lower one.
  case byline
  /// Whether two headline lines are of one block.
  case bond
  /// Whether a headline line is of a story.
  case place
  /// Whether a line inside a story is none of a headline.
  case section

  /// The names of the signs.
  var names: [String] {
    switch self {
    case .head: HeadSigns.names
    case .gap: GapSigns.names
    case .resumption: GapSigns.resumptionNames
    case .byline: LayoutBuilder.signNames
    case .bond: BondSigns.names
    case .place, .section: PlaceSigns.names
    }
  }
}

/// What is seen, and the answer.
struct Example {
  var isTrue: Bool
  var signs: Signs

  /// The answer and the signs, with tabs between.
  var line: String { ([isTrue ? "1" : "0"] + (0..<signs.count).map { "\(signs[$0])" }).joined(separator: "\t") }
}

/// Writes the examples of all questions as tables, which `scripts/trees.py` reads: folder, page, answer, signs.
enum ExampleTables {
  /// Writes a table for each question into a folder.
  static func write(_ folders: [Samples], to path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    var tables = Question.allCases.map { ["folder\tpage\tanswer\t" + $0.names.joined(separator: "\t")] }
    for samples in folders {
      for sample in samples.all {
        let page = PageExamples(sample)
        for (at, question) in Question.allCases.enumerated() {
          tables[at] += page.examples(of: question).map { "\(samples.name)\t\(sample.page.file)\t\($0.line)" }
        }
      }
    }
    for (question, table) in zip(Question.allCases, tables) {
      let file = "\(path)/\(question.rawValue).tsv"
      try (table.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
  }
}
