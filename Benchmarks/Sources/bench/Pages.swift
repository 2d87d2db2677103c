import Corpus
import Glibc

/// How quickly raw pages become articles, on one core: `bench pages FOLDER`.
enum Pages {
  /// Reads every file below a folder and prints megabytes a second, beside `wc -m` on the same files; then half of them, one
  /// page of 10 MB, and one line of 10 MB.
  static func measure(_ folder: String) {
    var files: [String] = []
    CorpusReader(paths: [folder]).read {
      files.append($0.file)
      return true
    }
    _ = read(Array(files.prefix(3)))
    let all = read(files)
    report("pages", all)
    let counted = processorTimeOfCounting(folder)
    print("wc -m", milliseconds(counted), "ms; ratio", Int((all.seconds / counted).rounded()))
    report("half", read(Array(files.prefix(files.count / 2))))
    let page = folder + "/../page.txt"
    for (name, separator) in [("one page of 10 MB", "\n"), ("one line of 10 MB", "")] {
      write(text(of: files, length: 10 << 20, separator), to: page)
      report(name, read([page]))
      unlink(page)
    }
  }

  private struct Outcome {
    var bytes = 0
    var articles = 0
    var seconds = 0.0
  }

  /// Reads files as `kanbao list` does, and takes the processor time of all threads: what one core would need for all.
  private static func read(_ files: [String]) -> Outcome {
    var outcome = Outcome()
    let start = Measure.processorTimeOfAll
    CorpusReader(paths: files).read { result in
      outcome.bytes += result.size
      outcome.articles += result.articles.count
      return true
    }
    outcome.seconds = Measure.processorTimeOfAll - start
    return outcome
  }

  private static func report(_ name: String, _ outcome: Outcome) {
    let speed = Double(outcome.bytes) / 1e6 / outcome.seconds
    print(
      name, outcome.bytes, "bytes,", outcome.articles, "articles,", milliseconds(outcome.seconds), "ms,",
      (speed * 100).rounded() / 100, "MB/s")
  }

  /// Lines of the files, one after the other, until there are enough bytes.
  private static func text(of files: [String], length: Int, _ separator: String) -> String {
    var text = ""
    while text.utf8.count < length {
      for file in files where text.utf8.count < length {
        CorpusReader(paths: [file]).read { result in
          text += (result.page?.lines ?? []).joined(separator: separator) + separator
          return true
        }
      }
      if text.isEmpty { break }
    }
    return text
  }

  /// Seconds of processor time that `wc -m` takes.
  private static func processorTimeOfCounting(_ folder: String) -> Double {
    let before = processorTimeOfChildren
    system("find '\(folder)' -type f -print0 | LC_ALL=C.UTF-8 wc -m --files0-from=- > /dev/null")
    return processorTimeOfChildren - before
  }

  private static var processorTimeOfChildren: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
