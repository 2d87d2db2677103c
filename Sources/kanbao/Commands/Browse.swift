import ArgumentParser
import Corpus
import TUI

/// `kanbao`: opens the browser. Where there is no terminal to open it in, it prints what `list` prints.
struct Browse: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "browse",
      abstract: say("Open the browser (what kanbao does when no command is named).", "打开浏览器（不写命令时就是它）。"))
  }

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var filter: FilterArguments
  @OptionGroup var ambiguous: AmbiguousArguments

  func run() throws {
    _ = try filter.parsed()
    try listInstead()
  }

  private func listInstead() throws {
    complain(
      say(
        "kanbao: no terminal, so this is the list; run kanbao in a terminal, unredirected, for the browser",
        "kanbao: 没有终端，改为列出文章；要打开浏览器，请在终端中运行，不要重定向"))
    var reading = Reading(corpus)
    let count = try List.list(&reading, filter, as: .table)
    try reading.finish(matches: count)
  }
}
