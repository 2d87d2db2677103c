import Testing

@testable import Corpus

@Suite struct PartialDateTests {
  @Test(arguments: ["2025-03-17", "2025-03", "2025", "03-17", "02-29", "2024-02-29"])
  func readsWhatItWrites(_ text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [
    "", "2025-13-01", "2025-02-29", "02-30", "17", "2025-3-7", "abcd", "+025", "2025-03-17-01",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func sortsUnknownPartsFirst() {
    let days = ["2025-03-17", "03-17", "2025", "2024-12-31"].compactMap { PartialDate($0) }
    #expect(days.sorted().map(\.description) == ["03-17", "2024-12-31", "2025", "2025-03-17"])
  }
}
