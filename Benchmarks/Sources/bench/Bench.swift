import Corpus
import Glibc
import TUI

/// `bench COUNT SEEDS WORK`: makes COUNT articles of the words in SEEDS, writes their text to WORK/text.txt, one
/// article a line, and the queries to WORK/queries.txt, and measures. `run` puts the peers beside it. With `--pages` at
/// the end it writes raw pages into folders in WORK instead. `bench pages FOLDER` measures how quickly pages are read.
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "pages" { return Pages.measure(arguments[2]) }
    guard arguments.count >= 4, let count = Int(arguments[1]) else {
      print("usage: bench COUNT SEEDS WORK, or bench pages FOLDER")
      exit(64)
    }
    var corpus = GeneratedCorpus(count: count, seeds: arguments[2], textFile: arguments[3] + "/text.txt")
    if arguments.last == "--pages" { return corpus.writePages(to: arguments[3]) }
    var keys = Keystrokes()
    corpus.make { keys.load($0, $1) }
    corpus.report()
    keys.begin()
    let queries = corpus.queries()
    write(queries.joined().joined(separator: "\n") + "\n", to: arguments[3] + "/queries.txt")
    measure(queries, &keys)
  }

  private static func measure(_ rounds: [[String]], _ keys: inout Keystrokes) {
    _ = keys.type("道")
    var (all, work, byLength) = (Times(), Times(), [Int: Times]())
    var slowest: [(String, Double)] = []
    for query in rounds.joined() {
      for (index, time) in keys.type(query).enumerated() {
        all.seconds.append(time.wall)
        work.seconds.append(time.processor)
        byLength[index + 1, default: Times()].seconds.append(time.wall)
        slowest.append((String(query.prefix(index + 1)), time.processor))
      }
    }
    print("keystrokes", all.seconds.count)
    for (name, times) in [("key", all), ("key.processor", work)] {
      print("\(name).median", milliseconds(times.median), "ms")
      print("\(name).p99", milliseconds(times.percentile(99)), "ms")
      print("\(name).longest", milliseconds(times.percentile(100)), "ms")
    }
    for (length, times) in byLength.sorted(by: { $0.key < $1.key }) {
      print(
        "key.letter\(length)", milliseconds(times.median), "ms, longest", milliseconds(times.percentile(100)),
        "ms")
    }
    for (text, time) in slowest.sorted(by: { $0.1 > $1.1 }).prefix(8) {
      print("slow", text, milliseconds(time), "ms")
    }
    for (name, key) in [("cities", Key.character("c")), ("days", .character("d"))] {
      let durations = ["", "水", "道路", "类:news", "-水"].map { keys.openPicker(key, under: $0) }
      let (wall, work) = (Times(seconds: durations.map(\.wall)), Times(seconds: durations.map(\.processor)))
      print(
        "facet.\(name)", milliseconds(wall.median), "ms, longest", milliseconds(wall.percentile(100)), "ms")
      print("facet.\(name).processor longest", milliseconds(work.percentile(100)), "ms")
    }
  }
}

/// Writes a text file anew.
func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { return }
  fputs(text, file)
  fclose(file)
}
