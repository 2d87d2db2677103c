import ArgumentParser
import Corpus
import TUI

/// `kanbao show`: one article, typeset.
struct Show: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("Print one article, typeset.", "排版输出一篇文章。"),
      discussion: say(
        "Exit status: 0 done, 1 no such article, 2 wrong call or a path that cannot be read.",
        "退出状态：0 完成，1 没有这篇文章，2 用法有误或有路径无法读取。"))
  }

  @Argument(help: ArgumentHelp(say("The article's identity, as `list` shows it.", "文章编号，见 list。")))
  var id: String

  @OptionGroup var corpus: CorpusArguments

  @Option(
    help: ArgumentHelp(
      say(
        "Columns of a line, 10 to 1000. Default: the terminal's, at most 80.", "每行列数，10 到 1000。默认随终端，最多 80。"),
      valueName: "columns"))
  var width: Int?

  @OptionGroup var ambiguous: AmbiguousArguments

  @Flag(help: ArgumentHelp(say("Print the raw lines instead.", "输出原始文本行。")))
  var raw = false

  func validate() throws {
    guard let width, !(10...1000).contains(width) else { return }
    throw ValidationError(say("--width takes 10 to 1000 columns.", "--width 须在 10 到 1000 之间。"))
  }

  func run() throws {
    var reading = try Reading(corpus)
    var found: (article: Article, page: Page?)?
    reading.forEachUntilFound { file in
      found = file.articles.first { $0.id == id }.map { ($0, file.page) }
      return found == nil
    }
    guard let found else {
      complain(say("kanbao: no article \(id)", "kanbao: 没有编号为 \(id) 的文章"))
      return try reading.finish(matches: 0)
    }
    var output = Output()
    for line in raw ? rawLines(of: found.article, on: found.page) : typeset(found.article) {
      try output.lines(line)
    }
    try output.flush()
  }

  private func typeset(_ article: Article) -> [String] {
    let measure = width ?? min(80, TerminalProbe.size()?.columns ?? 80)
    let widths = CellWidth(ambiguous: ambiguous.resolved())
    return ArticleText(article: article, typesetter: Typesetter(width: widths, measure: measure)).lines
  }

  /// The article's lines as they stand in the file, in reading order.
  private func rawLines(of article: Article, on page: Page?) -> [String] {
    let lines = page?.lines ?? []
    return article.lines.flatMap { $0.clamped(to: 1...max(1, lines.count)) }.compactMap {
      lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil
    }
  }
}
