import Foundation

@testable import Corpus

/// A page with its truth.
struct Sample: Sendable {
  var page: Page
  var truth: PageTruth
}

/// A folder of pages with a `truth.json`.
struct Samples: Sendable {
  var name: String
  var all: [Sample]

  /// Reads the folder at `path`.
  init(path: String) throws {
    let folder = URL(fileURLWithPath: path)
    let data = try Data(contentsOf: folder.appendingPathComponent("truth.json"))
    let truths = try JSONDecoder().decode([String: PageTruth].self, from: data)
    name = folder.pathComponents.suffix(2).joined(separator: "/")
    all = try truths.sorted { $0.key < $1.key }.map { file, truth in
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return Sample(page: Page(file: file, text: text), truth: truth)
    }
  }
}
