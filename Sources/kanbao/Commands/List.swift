import ArgumentParser
import Corpus
import TUI

/// `kanbao list`: the articles, for pipes.
struct List: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: say("List articles, for pipes.", "列出文章，供管道使用。"),
      discussion: say(
        """
        A table shows identity, day, city, kind and headline; ? stands for what is not known. Page furniture \
        (mastheads, editors' lines) is in the table only where the filter asks for it: 类:版面.
        Exit status: 0 done, 1 nothing matched, 2 wrong call or a path that cannot be read.
        """,
        """
        表格依次是编号、日期、城市、类别和标题；“?”表示不详。报头、责编等版面文字只在筛选要求时列出：类:版面。
        退出状态：0 完成，1 没有符合的文章，2 用法有误或有路径无法读取。
        """))
  }

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var filter: FilterArguments
  @OptionGroup var format: FormatArguments

  func run() throws {
    var reading = try Reading(corpus)
    let count = try Self.list(&reading, filter, as: format.choice)
    try reading.finish(matches: count)
  }

  /// Writes the articles that match, file by file as they are read, and gives their number.
  static func list(_ reading: inout Reading, _ filter: FilterArguments, as format: ListFormat) throws -> Int {
    let wanted = try filter.parsed()
    let hidesFurniture = format == .table && !filter.namesKinds
    var output = Output()
    var writer = ArticleWriter(format, for: output)
    var count = 0
    try reading.forEach { file throws(Output.Failure) in
      for article in file.articles where wanted.matches(article) {
        if hidesFurniture && article.kind == .furniture { continue }
        try writer.write(article, to: &output)
        count += 1
      }
    }
    try output.flush()
    return count
  }
}

/// Writes articles in one of the formats of `list`.
struct ArticleWriter {
  private let format: ListFormat
  private let table: Table
  private var isFirst = true

  /// A writer of `format`; tables are cut to the width of a terminal that shows `output`.
  init(_ format: ListFormat, for output: borrowing Output) {
    self.format = format
    let limit = output.isTerminal ? TerminalProbe.size()?.columns : nil
    table = .articles(widths: CellWidth(ambiguous: .wide), limit: limit)
  }

  /// Writes one article; before the first, what heads the format.
  mutating func write(_ article: Article, to output: inout Output) throws(Output.Failure) {
    switch format {
    case .table: try output.lines(table.line(article))
    case .jsonl: try output.line(article)
    case .csv:
      if isFirst { try output.record(CSV.articleColumns) }
      try output.record(CSV.fields(of: article))
    }
    isFirst = false
  }
}

extension Output {
  /// Writes a CSV record; where a terminal would see it, what would act on it becomes a mark.
  mutating func record(_ fields: [String]) throws(Failure) {
    guard isTerminal else { return try write(CSV.record(fields)) }
    try lines(
      CSV.record(fields).split(separator: "\r\n", omittingEmptySubsequences: true).joined(separator: "\n"))
  }
}
