import ArgumentParser
import Corpus
import Glibc
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
    let options = try corpus.options()
    guard isatty(STDOUT_FILENO) == 1 else { return try listInstead() }
    let choice = CorpusChoice(arguments: corpus.paths)
    guard choice.reason != .nothing else { return try Reading(corpus).finish(matches: 0) }
    do {
      let status = try Browser.run(
        reader: CorpusReader(paths: choice.paths, options: options), filter: filter.text,
        ambiguous: ambiguous.stated, language: .ofProcess)
      if status != 0 { throw ExitCode(status) }
    } catch TerminalError.noTerminal {
      try listInstead()
    } catch TerminalError.unknownTerminal(let name) {
      complain(
        say(
          "kanbao: the browser cannot draw on TERM=\(name), so this is the list",
          "kanbao: 无法在 TERM=\(name) 上打开浏览器，改为列出文章"))
      try list()
    }
  }

  private func listInstead() throws {
    complain(
      say(
        "kanbao: no terminal, so this is the list; run kanbao in a terminal, unredirected, for the browser",
        "kanbao: 没有终端，改为列出文章；要打开浏览器，请在终端中运行，不要重定向"))
    try list()
  }

  private func list() throws {
    var reading = try Reading(corpus)
    let count = try List.list(&reading, filter, as: .table)
    try reading.finish(matches: count)
  }
}
