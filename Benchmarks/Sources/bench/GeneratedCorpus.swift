import Corpus
import Glibc

/// Makes the articles of one run, lends them page by page to who holds them, and keeps what it took.
struct GeneratedCorpus {
  let count: Int
  private let textFile: String
  private var newsroom: Newsroom
  private var samples: [[Character]] = []
  private var textBytes = 0
  private var buildTime = 0.0
  private var buildProcessorTime = 0.0
  private var footprint = 0
  private var emptyMemory = 0

  init(count: Int, seeds: String, textFile: String) {
    self.count = count
    self.textFile = textFile
    newsroom = Newsroom(seeds: seeds, random: 2025)
  }

  /// Makes pages and hands them over, with the index of their articles. Timed is what makes of decoded paragraphs and
  /// raw lines what is kept in memory (bodies, raw pages, index), on two threads.
  mutating func make(_ receive: ([ReadFile], [IndexSegment]) -> Void) {
    guard let output = fopen(textFile, "w") else { return }
    defer { fclose(output) }
    emptyMemory = Measure.memory
    let pages = count / Newsroom.storiesOfPage
    let portion = IndexSegment.capacity / Newsroom.storiesOfPage
    for first in stride(from: 0, to: pages, by: 2 * portion) {
      let halves = [first, first + portion].map { start in
        Portion((start..<max(start, min(pages, start + portion))).map { newsroom.page($0) })
      }
      let start = (Measure.now, Measure.processorTimeOfAll)
      inParallel(halves.count) { halves[$0].build() }
      buildTime += Measure.now - start.0
      buildProcessorTime += Measure.processorTimeOfAll - start.1
      for half in halves {
        footprint += half.segments.reduce(0) { $0 + $1.footprint }
        for article in half.files.lazy.flatMap(\.articles) { write(article, to: output) }
        if let some = half.files.first?.articles { samples += some.map { Array($0.text) } }
        receive(half.files, half.segments)
      }
    }
  }

  private mutating func write(_ article: Article, to output: UnsafeMutablePointer<FILE>) {
    let line =
      ([article.headline, article.subheadline].compactMap { $0 } + article.paragraphs.map(\.text))
      .joined(separator: " ") + "\n"
    textBytes += line.utf8.count
    fputs(line, output)
  }

  /// Prints what it took, all that `make` handed over being held still.
  func report() {
    func times(_ bytes: Int) -> Double { Double(bytes * 100 / textBytes) / 100 }
    let untrimmed = Measure.residentMemory - emptyMemory
    print("articles", count)
    print("text", textBytes >> 20, "MiB")
    print(
      "build", Int(Double(textBytes) / buildTime / 1e6), "MB/s on two threads,",
      Int(Double(textBytes) / buildProcessorTime / 1e6), "MB per second of processor time")
    print("memory", times(Measure.memory - emptyMemory), "x the text, all in all;", times(untrimmed), "untrimmed")
    print("postings", times(footprint), "x the text")
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
      let characters = random.pick(samples)
      let start = random.below(max(1, characters.count - length))
      let some = characters[start..<min(characters.count, start + length)]
      if some.count == length, some.allSatisfy({ $0 >= "\u{4E00}" && $0 <= "\u{9FFF}" }) {
        return String(some)
      }
    }
  }
}

/// Pages that one thread builds.
private final class Portion: @unchecked Sendable {
  private var drafts: [Newsroom.Draft]
  private(set) var files: [ReadFile] = []
  private(set) var segments: [IndexSegment] = []

  init(_ drafts: [Newsroom.Draft]) { self.drafts = drafts }

  func build() {
    files = drafts.map { draft in
      let articles = draft.stories.map { story in
        var article = story.article
        article.paragraphs = story.body
        return article
      }
      let page = Page(file: draft.file, lines: draft.lines)
      return ReadFile(file: draft.file, page: page, articles: articles).packed()
    }
    if !files.isEmpty { segments = [IndexSegment(files.flatMap(\.articles))] }
    drafts = []
  }
}
