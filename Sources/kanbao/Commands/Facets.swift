import ArgumentParser
import Corpus
import TUI

extension Facet: ExpressibleByArgument {}

/// `kanbao facets`: how many articles each city, year, … has.
struct Facets: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "facets",
      abstract: say("Count articles by city, date, paper or kind.", "按城市、日期、报纸或类别统计文章数。"),
      discussion: say(
        """
        Page furniture is counted only where the filter asks for it, or by kind. What is not known is ? in a table, \
        null in jsonl, empty in csv.
        Exit status: 0 done, 1 nothing matched, 2 wrong call or a path that cannot be read.
        """,
        """
        版面文字只在筛选要求时或按类别统计时计入。不详的值：表格中为“?”，jsonl 中为 null，csv 中为空。
        退出状态：0 完成，1 没有符合的文章，2 用法有误或有路径无法读取。
        """))
  }

  @Option(help: ArgumentHelp(say("What to count by.", "统计的依据。"), valueName: "facet"))
  var by: Facet

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var filter: FilterArguments
  @OptionGroup var format: FormatArguments

  func run() throws {
    let wanted = try filter.parsed()
    var reading = try Reading(corpus)
    var articles: [Article] = []
    try reading.forEach { file throws(Output.Failure) in
      articles += file.articles.filter { wanted.matches($0) && (countsFurniture || $0.kind != .furniture) }
    }
    var output = Output()
    try write(facetCounts(by, of: articles), to: &output)
    try output.flush()
    try reading.finish(matches: articles.count)
  }

  private var countsFurniture: Bool { by == .kind || filter.namesKinds }

  private func write(_ counts: [FacetCount], to output: inout Output) throws(Output.Failure) {
    if format.choice == .csv, !counts.isEmpty { try output.record([by.rawValue, "group", "count"]) }
    let digits = counts.map { String($0.count).count }.max() ?? 0
    for count in counts {
      switch format.choice {
      case .table: try output.lines(line(count, digits: digits))
      case .jsonl: try output.line(JSON(count, by: by))
      case .csv: try output.record([count.value ?? "", count.group ?? "", String(count.count)])
      }
    }
  }

  /// Number, value, and what the value belongs to.
  private func line(_ count: FacetCount, digits: Int) -> String {
    let number = String(count.count)
    let padding = String(repeating: " ", count: digits - number.count)
    let name = count.value.map { value in
      by == .kind ? ArticleKind(rawValue: value)?.name ?? value : value
    }
    return ([padding + number, displayable(name ?? "?")] + [count.group].compactMap { $0 }).joined(
      separator: "  ")
  }
}

extension JSON {
  /// A count as `facets --format jsonl` writes it.
  fileprivate init(_ count: FacetCount, by facet: Facet) {
    self = .object([
      (facet.rawValue, .optional(count.value)), ("group", .optional(count.group)),
      ("count", .number(count.count)),
    ])
  }
}
