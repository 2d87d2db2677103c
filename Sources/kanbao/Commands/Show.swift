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

  @Flag(
    help: ArgumentHelp(
      say(
        "Print the whole story: also what stands on other pages of the paper, joined with a line that says so.",
        "输出整篇：连同转到其他版上的部分，相接处有一行说明。")))
  var join = false

  func validate() throws {
    guard let width, !(10...1000).contains(width) else { return }
    throw ValidationError(say("--width takes 10 to 1000 columns.", "--width 须在 10 到 1000 之间。"))
  }

  func run() throws {
    var reading = try Reading(corpus)
    let parts = join ? story(&reading) : single(&reading)
    guard !parts.isEmpty else {
      complain(say("kanbao: no article \(id)", "kanbao: 没有编号为 \(id) 的文章"))
      return try reading.finish(matches: 0)
    }
    var output = Output()
    for line in raw ? parts.flatMap(rawLines) : typeset(parts.map(\.article)) { try output.lines(line) }
    try output.flush()
    try reading.finish(matches: parts.count)
  }

  private typealias Part = (article: Article, page: Page?)

  private func single(_ reading: inout Reading) -> [Part] {
    var found: [Part] = []
    reading.forEachUntilFound { file in
      found = file.articles.filter { $0.id == id }.prefix(1).map { ($0, file.page) }
      return found.isEmpty
    }
    return found
  }

  /// The article with all that goes before and after it on other pages, in order.
  private func story(_ reading: inout Reading) -> [Part] {
    var parts: [Part] = []
    reading.forEachUntilFound { file in
      parts += file.articles.filter(\.isPart).map { ($0, file.page) }
      parts += file.articles.filter { $0.id == id && !$0.isPart }.map { ($0, file.page) }
      return true
    }
    guard let start = parts.firstIndex(where: { $0.article.id == id }) else { return [] }
    let articles = parts.map(\.article)
    let chain = JumpLinks(articles).story(of: start, in: articles)
    complainOfMissing(articles[chain[0]].continuedFrom, articles[chain[chain.count - 1]].continuedTo)
    return chain.map { parts[$0] }
  }

  private func complainOfMissing(_ pages: String?...) {
    for page in pages.compactMap({ $0 }) {
      complain(
        say("kanbao: what stands on \(page) was not found", "kanbao: 没有找到\(page)上的部分"))
    }
  }

  private func typeset(_ story: [Article]) -> [String] {
    let measure = width ?? min(80, TerminalProbe.size()?.columns ?? 80)
    let widths = CellWidth(ambiguous: ambiguous.resolved())
    return ArticleText(story: story, typesetter: Typesetter(width: widths, measure: measure)).lines
  }

  /// The article's lines as they stand in the file, in reading order.
  private func rawLines(of part: Part) -> [String] {
    let lines = part.page?.lines ?? []
    return part.article.lines.flatMap { $0.clamped(to: 1...max(1, lines.count)) }.compactMap {
      lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil
    }
  }
}

extension Article {
  /// Whether it goes on, or comes from, elsewhere.
  fileprivate var isPart: Bool { continuedFrom != nil || continuedTo != nil }
}
