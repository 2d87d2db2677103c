import Foundation
import Testing

/// The real pages, scored from outside. They are no part of the project: KANBAO_ACCEPTANCE names their folder, which
/// has seeds/, truth/seeds.json and tools/score.py. Where it is not set these tests are skipped, and `make test` says
/// so; where it is set and the folder is missing, they fail.
private let acceptance = ProcessInfo.processInfo.environment["KANBAO_ACCEPTANCE"].flatMap {
  $0.isEmpty ? nil : $0
}

extension EndToEnd {
  @Suite(.enabled(if: acceptance != nil, "KANBAO_ACCEPTANCE is not set")) struct AcceptanceTests {
    @Test func realPagesAreReadWellEnough() throws {
      let folder = try #require(acceptance)
      try #require(FileManager.default.fileExists(atPath: folder + "/seeds"), "\(folder)/seeds is missing")
      let result = try Program.shell(
        """
        set -o pipefail
        $KANBAO list --format jsonl "$FOLDER"/seeds/*.txt \
          | python3 "$FOLDER"/tools/score.py "$FOLDER"/truth/seeds.json --pages "$FOLDER"/seeds --json
        """, adding: ["FOLDER": folder, "HOME": ProcessInfo.processInfo.environment["HOME"] ?? "/"])
      try #require(result.status == 0, "\(result.errors)")
      print("acceptance: \(result.output)")
      let score = try JSONDecoder().decode([String: Double].self, from: Data(result.output.utf8))
      let floors = [
        "conserved": 1.0, "bcubed": 0.97, "exact": 0.86, "order": 0.9, "headline": 0.93, "byline": 0.95,
        "city": 0.96, "date": 1.0,
      ]
      for (figure, floor) in floors { #expect(score[figure] ?? 0 >= floor, "\(figure)") }
    }
  }
}
