import Foundation
import Testing

/// The sample pages against their truth.
extension EndToEnd {
  @Suite struct SeedsTests {
    /// The project's own folder.
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()

    /// Read and scored once for all tests.
    private static let outcome = Result { try score() }

    private static func score() throws -> (score: Score, pages: Int, articles: Int) {
      let seeds = project.appendingPathComponent("seeds")
      let truth = try JSONDecoder().decode(
        [String: TruePage].self, from: Data(contentsOf: seeds.appendingPathComponent("truth.json")))
      let output = try Program.run(["list", "--format", "jsonl", seeds.path]).output
      let found = try output.split(separator: "\n").map {
        try JSONDecoder().decode(FoundArticle.self, from: Data($0.utf8))
      }
      let byPage = Dictionary(grouping: found) { URL(fileURLWithPath: $0.file).lastPathComponent }
      var score = Score()
      for (name, page) in truth {
        let text = try String(contentsOf: seeds.appendingPathComponent(name), encoding: .utf8)
        score.add(byPage[name] ?? [], truth: page, page: text.components(separatedBy: "\n"))
      }
      return (score, truth.count, truth.values.reduce(0) { $0 + $1.articles.count })
    }

    @Test func sampleIsLargeEnough() throws {
      let (_, pages, articles) = try Self.outcome.get()
      #expect(pages >= 12)
      #expect(articles >= 60)
    }

    @Test(arguments: [
      ("conserved", 1.0), ("bcubed", 0.96), ("headline", 0.8), ("byline", 0.8), ("city", 0.95),
      ("date", 0.88),
    ])
    func isReadAtLeastSoWell(_ figure: String, _ floor: Double) throws {
      let score = try Self.outcome.get().score
      print("seeds: \(figure) \(score[figure])")
      #expect(score[figure] >= floor, "\(figure)")
    }
  }
}
