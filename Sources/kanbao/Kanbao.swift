import ArgumentParser

/// The root command: opens the browser unless a subcommand is named.
struct Kanbao: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kanbao",
      abstract: say(
        "Browse raw newspaper page dumps as articles, by city, date and text.",
        "看报：把报纸版面的原始文本还原成一篇篇文章，按城市、日期和文字查阅。"),
      version: "0.1.0",
      subcommands: [List.self])
  }
}
