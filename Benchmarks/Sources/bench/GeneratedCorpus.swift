import Corpus
import Glibc

/// Makes the articles of one run, lends them page by page to who holds them, and keeps what it took.
struct GeneratedCorpus {
  /// How many pages are made at a time.
  private static let portion = 64

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
    HeapMemory.prepare()
    emptyMemory = Measure.memory
    let pages = count / Newsroom.storiesOfPage
    var pending: [Article] = []
    for first in stride(from: 0, to: pages, by: Self.portion) {
      let last = min(pages, first + Self.portion)
      let files = packed((first..<last).map { newsroom.page($0) })
      for article in files.lazy.flatMap(\.articles) { write(article, to: output) }
      if first % 512 == 0 { samples += files[0].articles.map { Array($0.text) } }
      pending += files.flatMap(\.articles)
      receive(files, [])
      guard pending.count >= 2 * IndexSegment.capacity || last == pages else { continue }
      receive([], indexed(pending))
      pending = []
    }
  }

  /// Times a piece of building.
  private mutating func timed<Result>(_ build: () -> Result) -> Result {
    let start = (Measure.now, Measure.processorTimeOfAll)
    defer {
      buildTime += Measure.now - start.0
      buildProcessorTime += Measure.processorTimeOfAll - start.1
    }
    return build()
  }

  private mutating func packed(_ drafts: [Newsroom.Draft]) -> [ReadFile] {
    timed { inParallel(2) { half in drafts[half * drafts.count / 2..<(half + 1) * drafts.count / 2].map(\.packed) } }
      .flatMap { $0 }
  }

  private mutating func indexed(_ articles: [Article]) -> [IndexSegment] {
    let segments = timed { inParallel(2) { IndexSegment(articles.dropFirst($0 * IndexSegment.capacity)) } }
    footprint += segments.reduce(0) { $0 + $1.footprint }
    return segments
  }

  /// Writes the raw pages, 100 to a folder, for runs of the program itself.
  mutating func writePages(to folder: String) {
    for number in 0..<count / Newsroom.storiesOfPage {
      let place = "\(folder)/\(number / 100)"
      if number % 100 == 0 { mkdir(place, 0o777) }
      bench.write(newsroom.page(number).lines.joined(separator: "\n") + "\n", to: "\(place)/\(number).txt")
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
    print("articles", count)
    print("text", textBytes >> 20, "MiB")
    print(
      "build", Int(Double(textBytes) / buildTime / 1e6), "MB/s on two threads,",
      Int(Double(textBytes) / buildProcessorTime / 1e6), "MB per second of processor time")
    print("memory", times(Measure.memory - emptyMemory), "x the text, all in all")
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

extension Newsroom.Draft {
  /// The page as it is kept.
  fileprivate var packed: ReadFile {
    let articles = stories.map { story in
      var article = story.article
      article.paragraphs = story.body
      return article
    }
    return ReadFile(file: file, page: Page(file: file, lines: lines), articles: articles).packed()
  }
}
