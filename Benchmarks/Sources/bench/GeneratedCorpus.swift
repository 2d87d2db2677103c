import Corpus
import Glibc

/// The articles of one run, with what it took to build and to hold them.
struct GeneratedCorpus {
  private static let portion = 2048

  let count: Int
  private let textFile: String
  private var newsroom: Newsroom
  private(set) var files: [ReadFile] = []
  private(set) var segments: [IndexSegment] = []
  private var textBytes = 0
  private var buildTime = 0.0
  private var buildProcessorTime = 0.0
  private var emptyMemory = 0

  init(count: Int, seeds: String, textFile: String) {
    self.count = count
    self.textFile = textFile
    newsroom = Newsroom(seeds: seeds, random: 2025)
  }

  /// Makes articles and segments. Only the packing of decoded paragraphs and the building of the index are timed, on
  /// one thread.
  mutating func make() {
    guard let output = fopen(textFile, "w") else { return }
    defer { fclose(output) }
    emptyMemory = Measure.memory
    var pending: [Article] = []
    for first in stride(from: 0, to: count, by: Self.portion) {
      let drafts = (first..<min(count, first + Self.portion)).map { _ in
        let facts = newsroom.facts()
        return (facts: facts, body: newsroom.body(lead: facts.lead))
      }
      let page = newsroom.page(first)
      let articles = drafts.enumerated().map { offset, draft in
        newsroom.article(first + offset, draft.facts, draft.body, paper: page.paper, file: page.file)
      }
      var start = (Measure.now, Measure.processorTime)
      let bodies = drafts.map { draft in
        Article(id: "", file: "", kind: .news, lines: [], paragraphs: draft.body)
      }
      buildTime += (Measure.now - start.0)
      buildProcessorTime += (Measure.processorTime - start.1)
      _ = bodies.count
      pending += articles
      start = (Measure.now, Measure.processorTime)
      if pending.count >= IndexSegment.capacity || first + Self.portion >= count {
        segments.append(IndexSegment(pending))
        pending = []
      }
      buildTime += Measure.now - start.0
      buildProcessorTime += Measure.processorTime - start.1
      files.append(ReadFile(file: page.file, articles: articles))
      for article in articles { write(article, to: output) }
    }
  }

  private mutating func write(_ article: Article, to output: UnsafeMutablePointer<FILE>) {
    let line =
      ([article.headline, article.subheadline].compactMap { $0 } + article.paragraphs.map(\.text))
      .joined(separator: " ") + "\n"
    textBytes += line.utf8.count
    fputs(line, output)
  }

  /// Prints what it took.
  func report() {
    let memory = Measure.memory - emptyMemory
    let index = segments.reduce(0) { $0 + $1.footprint }
    print("articles", count)
    print("text", textBytes >> 20, "MiB")
    print(
      "build", Int(Double(textBytes) / buildTime / 1e6), "MB/s on one thread,",
      Int(Double(textBytes) / buildProcessorTime / 1e6), "MB per second of processor time")
    print("memory", Double(memory * 100 / textBytes) / 100, "x the text, all in all")
    print("postings", Double(index * 100 / textBytes) / 100, "x the text")
  }

  /// Six rounds of ten queries of 1 to 8 characters; those taken from articles differ from round to round.
  func queries() -> [[String]] {
    let fixed = ["水", "濮阳", "新华社北京", "本报讯", "puyang", "daolu", "5G", "市:郑州 道路"]
    var random = Numbers(state: 7)
    return (0..<6).map { round in
      let taken = (1...8).map { length in some(length, &random) }
      return round == 0
        ? fixed + [taken[5], taken[7]] : taken + [taken[2] + " " + String(taken[3].prefix(3)), "gongz"]
    }
  }

  /// Some characters from the middle of an article, without punctuation.
  private func some(_ length: Int, _ random: inout Numbers) -> String {
    while true {
      let characters = Array(random.pick(random.pick(files).articles).text)
      let start = random.below(max(1, characters.count - length))
      let some = characters[start..<min(characters.count, start + length)]
      if some.count == length, some.allSatisfy({ $0 >= "\u{4E00}" && $0 <= "\u{9FFF}" }) {
        return String(some)
      }
    }
  }
}
