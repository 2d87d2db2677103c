import Foundation

@testable import Corpus

/// Writes numbers into the declarations of the weights.
enum SourceWriter {
  /// Replaces the first values in the Swift files of `folder`; `types` names the struct of each group of weights.
  static func write(_ values: [Double], to folder: String) throws {
    let numbers = Dictionary(uniqueKeysWithValues: zip(Vector.names, values))
    let groups = Dictionary(uniqueKeysWithValues: Self.groups())
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".swift") {
      let path = folder + "/" + file
      let source = try String(contentsOfFile: path, encoding: .utf8)
      try rewrite(source, numbers, groups).write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  /// Pairs of a struct's name and its group.
  private static func groups() -> [(String, String)] {
    Mirror(reflecting: SegmentationWeights()).children.map { ("\(type(of: $0.value))", $0.label ?? "") }
  }

  private static func rewrite(_ source: String, _ numbers: [String: Double], _ groups: [String: String])
    -> String
  {
    var group = ""
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if let match = line.firstMatch(of: /struct (\w+)/) { group = groups[String(match.1)] ?? "" }
      guard let match = line.firstMatch(of: #/^  var (\w+) = /#), let number = numbers["\(group).\(match.1)"]
      else {
        return String(line)
      }
      return "\(match.0)\(number)"
    }
    return lines.joined(separator: "\n")
  }
}
