import ArgumentParser

/// The root command: opens the browser unless a subcommand is named.
struct Kanbao: ParsableCommand {
  /// The program's version.
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kanbao",
      abstract: say(
        "Browse raw newspaper page dumps as articles, by city, date and text.",
        "看报：把报纸版面的原始文本还原成一篇篇文章，按城市、日期和文字查阅。"),
      usage: """
        kanbao [PATH...] [--filter FILTER] [--ambiguous auto|narrow|wide]
        kanbao list   [PATH...] [--filter FILTER] [--format table|jsonl|csv]
        kanbao show   ID [PATH...] [--width N] [--ambiguous auto|narrow|wide] [--raw] [--join]
        kanbao facets --by city|year|month|day|paper|kind [PATH...] [--filter FILTER] [--format table|jsonl|csv]
        kanbao doctor
        all but doctor: [--encoding ENCODING] [--map FIELD=NAME]...   all: [--lang auto|zh|en]
        """,
      discussion: discussion,
      version: version,
      subcommands: [Browse.self, List.self, Show.self, Facets.self, Doctor.self],
      defaultSubcommand: Browse.self)
  }

  private static var discussion: String {
    say(
      """
      Without a command kanbao opens the browser: j k move, Enter reads, / filters, c cities, d dates, ? help, q quits.

      PATH is a file or a folder of pages, or - for standard input. Default: $KANBAO_CORPUS, else ./seeds, else the \
      sample installed with kanbao. A folder that is named like a command is written ./list. kanbao reads pages and \
      stories (.txt .text .md .markdown) and records (.jsonl .ndjson .json .csv .tsv .tab), also as .gz .zst .zip; \
      a file that is named itself, and standard input, whatever they are called.

      FILTER is words and fields: 春灌 市:濮阳 日:2025-03 题:春灌 者:林晓舟 报:濮阳日报 类:评论; a space is and, | or, - not.

      --encoding is that of all files: utf-8, gb18030 (gbk, gb2312), big5, utf-16le, utf-16be; else each file's bytes \
      tell. --map body=zhengwen says under which name records have a field.

      --ambiguous says how many columns “ ” — … take: 1 (narrow), 2 (wide); auto takes \
      $KANBAO_AMBIGUOUS, else asks the terminal. --lang sets the \
      language of messages; auto is that of the locale.

      Exit status: 0 done, 1 nothing matched, 2 wrong call or a path that cannot be read.
      """,
      """
      不写命令时打开浏览器：j k 移动，Enter 阅读，/ 筛选，c 城市，d 日期，? 帮助，q 退出。

      PATH 是版面文件或文件夹，“-”是标准输入。默认：
      $KANBAO_CORPUS，否则 ./seeds，否则随程序安装的样本。
      与命令同名的文件夹写作 ./list。
      能读版面和文稿（.txt .text .md .markdown）、
      记录（.jsonl .ndjson .json .csv .tsv .tab），
      以及它们的 .gz .zst .zip；直接点名的文件和标准输入不看扩展名。

      FILTER 是词语和字段：
      春灌 市:濮阳 日:2025-03 题:春灌 者:林晓舟 报:濮阳日报 类:评论
      空格表示“且”，| 表示“或”，- 表示“非”。

      --encoding 指明所有文件的编码：utf-8、gb18030（gbk、gb2312）、
      big5、utf-16le、utf-16be；不写则按每个文件的内容判断。
      --map body=zhengwen 指明记录中字段的名称。

      --ambiguous 指明 “ ” — … 占一列（narrow）还是两列（wide），
      auto 依次由 $KANBAO_AMBIGUOUS 和终端决定。--lang 指明提示语言，auto 随系统语言。

      退出状态：0 完成，1 没有符合的文章，2 用法有误或有路径无法读取。
      """)
  }
}
