import Corpus
import Glibc
import TUI

/// `typeset SEEDS`: sets every paragraph of a corpus over and over in lines of 80 columns, and says how much text that
/// is in a second.
@main
struct Typeset {
  private static let measure = 80
  private static let wanted = 20_000_000

  static func main() {
    guard CommandLine.arguments.count == 2 else {
      print("usage: typeset SEEDS")
      exit(64)
    }
    var paragraphs: [String] = []
    CorpusReader(paths: [CommandLine.arguments[1]]).read { file in
      paragraphs += file.articles.flatMap { article in article.paragraphs.map { $0.text } }
      return true
    }
    let bytes = paragraphs.reduce(0) { $0 + $1.utf8.count }
    guard bytes > 0 else { return print("no text in \(CommandLine.arguments[1])") }
    let setter = Typesetter(width: CellWidth(ambiguous: .narrow), measure: measure, hang: true)
    _ = lines(paragraphs, setter)
    let rounds = max(1, wanted / bytes)
    let start = processorSeconds()
    let count = (0..<rounds).reduce(0) { sum, _ in sum + lines(paragraphs, setter) }
    let seconds = processorSeconds() - start
    print("text to lines \(Double(bytes * rounds) / 1e6 / seconds) MB/s, \(count) lines")
  }

  private static func lines(_ paragraphs: [String], _ setter: Typesetter) -> Int {
    paragraphs.reduce(0) { $0 + setter.lines(of: $1, firstIndent: 4).count }
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
