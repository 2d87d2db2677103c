import Glibc
import Testing

@testable import Corpus

/// Files that change after they were read: what is read again, and that all is then as if read for the first time.
struct RereadingTests {
  private func story(_ number: Int, _ word: String = "麦田") -> String {
    "第\(number)座新桥通车\n\n本报讯（记者 林晓舟）\(word)边的第\(number)座桥昨天通车，两岸的人少走十里路。\n"
  }

  private func folder(_ count: Int) throws -> ReadingFolder {
    let folder = try ReadingFolder()
    for number in 0..<count { try folder.write("\(100 + number).txt", story(number)) }
    return folder
  }

  private func expectAsIfNew(_ reading: Rereading, _ reader: CorpusReader) {
    let new = reader.readAll()
    #expect(reading.holdings.articles == new.articles)
    for file in Set(new.articles.map(\.file)) {
      #expect(reading.holdings.page(of: file) == new.page(of: file))
    }
    #expect(reading.holdings.problems == new.problems)
    #expect(reading.holdings.stamps == new.stamps)
    #expect(reading.sources.count == new.articles.count)
  }

  @Test func onlyWhatChangedIsReadAgain() throws {
    let folder = try folder(40)
    let reader = CorpusReader(paths: [folder.path])
    let old = reader.readAll()
    try folder.write("105.txt", story(5, "渠水"))
    try folder.write("099.txt", story(99))
    try folder.write("sub/1.txt", story(77))
    unlink(folder.path + "/120.txt")
    let reading = try #require(reader.reread(old))
    expectAsIfNew(reading, reader)
    #expect(reading.filesRead == 3)
    #expect(reading.filesVanished == 1)
    for (index, article) in old.articles.enumerated() {
      let place = reading.place(of: article, at: index)
      let name = article.file.suffix(7)
      #expect(
        place.flatMap { reading.holdings.articles[$0].headline }
          == (name == "120.txt" ? nil : article.headline))
      let isRead = name == "105.txt" || name == "120.txt"
      #expect(reading.sources.contains(index) == !isRead)
    }
  }

  @Test func aFileThatWasRefusedIsReadAgain() throws {
    let folder = try folder(1)
    let reader = CorpusReader(paths: [folder.path])
    var old = Holdings()
    reader.read { file in
      var file = file
      (file.articles, file.page) = ([], nil)
      file.problems = [Problem(file: file.file, reason: .unreadable("no"))]
      old.add(file)
      return true
    }
    let reading = try #require(reader.reread(old))
    expectAsIfNew(reading, reader)
    #expect(reading.filesRead == 1)
  }

  @Test func membersOfAnArchiveStayTogether() throws {
    let folder = try folder(2)
    try folder.write("101.zip", ReadingCompressed.zip)
    let reader = CorpusReader(paths: [folder.path])
    let old = reader.readAll()
    try folder.write("100.txt", story(0, "渠水"))
    let reading = try #require(reader.reread(old))
    expectAsIfNew(reading, reader)
    #expect(reading.filesRead == 1)
  }

  @Test func nobodyWaits() throws {
    let folder = try folder(3)
    let reader = CorpusReader(paths: [folder.path])
    #expect(reader.reread(reader.readAll(), isStale: { true }) == nil)
  }

  /// Whatever is put in, taken out and changed: the index that keeps what it can answers as a new one does.
  @Test(arguments: 0..<4) func theIndexIsAsIfNew(_ seed: Int) throws {
    var random = SeededNumbers(state: UInt64(seed))
    let articles = (0..<9000).map { number in
      Article(
        id: "\(number)", file: "f\(number / 10)", kind: .news, lines: [1...1],
        paragraphs: [Paragraph(text: "\(["麦田", "渠水", "书店"][number % 3])的第\(number % 50)天")])
    }
    let old = ArticleIndex(articles)
    var (now, sources): ([Article], [Int?]) = ([], [])
    let rare = [0, 1, 3, 4000][seed % 4]
    for (index, article) in articles.enumerated() {
      let chance = Int.random(in: 0..<9000, using: &random)
      if chance < rare { continue }
      if chance < 2 * rare {
        (now, sources) = (now + [articles[0]], sources + [nil])
      }
      now.append(article)
      sources.append(chance < 3 * rare ? nil : index)
    }
    let kept = try #require(ArticleIndex(now, sources: sources, reusing: old, isStale: { false }))
    #expect(kept.count == now.count)
    for text in ["麦田", "第7", "渠水 天", "-书店"] {
      let filter = try Filter(parsing: text)
      #expect(kept.search(filter, in: now)?.indices == now.indices.filter { filter.matches(now[$0]) })
    }
    if rare == 0 { #expect(kept.segments[0].serial == old.segments[0].serial) }
  }
}
