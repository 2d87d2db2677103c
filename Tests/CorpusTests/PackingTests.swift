import Testing

@testable import Corpus

@Suite struct PackingTests {
  @Test(arguments: 1...20)
  func keepsParagraphs(_ seed: UInt64) {
    var random = SeededNumbers(state: seed)
    let paragraphs = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Paragraph(
        text: random.text(of: ["河", "a", "\n", "\u{301}", "\r", "👩‍🌾", ""], upTo: 6),
        role: [.body, .sectionHead, .listItem].randomElement(using: &random) ?? .body,
        lines: (0..<Int.random(in: 0...3, using: &random)).map { $0...$0 + 4 },
        seams: (0..<Int.random(in: 0...2, using: &random)).map {
          Seam(offset: $0, after: 7, before: 1 << 20, isLossy: $0 == 1)
        })
    }
    #expect(Body(paragraphs).paragraphs == paragraphs)
    #expect(Body(paragraphs).text == paragraphs.map(\.text).joined(separator: "\n"))
  }

  @Test func keepsEvidence() {
    var article = Article(id: "", file: "", kind: .news, lines: [], paragraphs: [])
    let city = [Evidence(line: 3, text: "濮阳"), Evidence(line: nil, text: "渠村")]
    article.evidence = [.city: city, .date: [Evidence(line: 1, text: "3月17日")]]
    article.evidence[.byline, default: []].append(Evidence(line: 2, text: "林晓舟"))
    #expect(article.evidence[.city] == city)
    #expect(article.evidence.count == 3)
    article.evidence[.date] = nil
    #expect(Set(article.evidence.keys) == [.city, .byline])
  }
}
