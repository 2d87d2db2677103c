import ArgumentParser
import Corpus

/// `kanbao list`: the articles, for pipes.
struct List: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("List articles, for pipes.", "列出文章，供管道使用。"))
  }

  @OptionGroup var corpus: CorpusArguments

  @Option(help: ArgumentHelp(say("table, jsonl or csv.", "table、jsonl 或 csv。"), valueName: "format"))
  var format: ListFormat = .jsonl

  func run() throws {
    var output = Output()
    var reading = Reading(corpus)
    var count = 0
    try reading.forEach { file throws(Output.Failure) in
      for article in file.articles {
        var bytes = JSON(article).bytes
        bytes.append(UInt8(ascii: "\n"))
        try output.write(bytes)
        count += 1
      }
    }
    try output.flush()
    try reading.requireNamedPaths()
    if count == 0 { throw ExitCode.nothingFound }
  }
}
