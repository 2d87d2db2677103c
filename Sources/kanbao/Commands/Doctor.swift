import ArgumentParser
import Corpus
import Glibc
import TUI

/// `kanbao doctor`: what the program sees of its surroundings.
struct Doctor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: say(
        "Say what kanbao sees of this terminal and locale.", "说明 kanbao 所见的终端与系统语言环境。"))
  }

  @OptionGroup var language: LanguageArguments

  func run() throws {
    let table = Table([.init(width: 10), .init(width: nil)], widths: CellWidth(ambiguous: .narrow))
    var output = Output()
    for (name, finding) in findings { try output.lines(table.line([name, finding])) }
    try output.flush()
  }

  private var findings: [(String, String)] {
    [
      (say("version", "版本"), "kanbao \(Kanbao.version)"),
      (say("terminal", "终端"), terminal),
      (say("size", "大小"), size),
      (say("locale", "语言环境"), locale),
      (say("encoding", "编码"), encoding),
      (say("widths", "字宽"), widths),
      (say("language", "提示语言"), say("English", "中文")),
      (say("corpus", "版面来源"), corpus),
      (say("libraries", "程序库"), "\(TerminalFacts.ncursesVersion), ICU \(TerminalFacts.icuVersion)"),
    ]
  }

  private var terminal: String {
    guard let name = environment("TERM"), !name.isEmpty else {
      return say("TERM is not set: the browser cannot open", "没有设置 TERM：浏览器无法打开")
    }
    guard let facts = TerminalFacts(terminal: name) else {
      return say("TERM=\(name), which terminfo does not know", "TERM=\(name)，terminfo 中没有它")
    }
    let colours = facts.colours > 0 ? facts.colours : 0
    return say("TERM=\(name), in terminfo, \(colours) colours", "TERM=\(name)，terminfo 中有，\(colours) 色")
  }

  private var size: String {
    guard let size = TerminalProbe.size() else {
      return say("standard output is no terminal", "标准输出不是终端")
    }
    return say("\(size.columns) columns, \(size.rows) rows", "\(size.columns) 列 \(size.rows) 行")
  }

  private var locale: String {
    let names = ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"]
    let set = names.compactMap { name in environment(name).map { "\(name)=\($0)" } }
    return set.isEmpty ? say("none set", "未设置") : set.joined(separator: " ")
  }

  private var encoding: String {
    let isInstalled = setlocale(LC_CTYPE, "") != nil
    let charset = String(cString: nl_langinfo(Int32(CODESET)))
    let seen =
      isInstalled
      ? say("the locale says \(charset)", "语言环境为 \(charset)")
      : say("the locale is not installed here", "此处没有安装该语言环境")
    switch TextLocale.choose() {
    case .environment: return seen
    case .fallback(let name): return seen + say("; \(name) is used instead", "；改用 \(name)")
    case .none:
      return seen
        + say("; no UTF-8 locale is installed, so the browser shows no hanzi", "；没有安装 UTF-8 语言环境，浏览器无法显示汉字")
    }
  }

  private var widths: String {
    if let width = AmbiguousArguments.ofEnvironment {
      return width == .wide
        ? say("“ ” — … take 2 columns (KANBAO_AMBIGUOUS)", "“ ” — … 占两列（KANBAO_AMBIGUOUS）")
        : say("“ ” — … take 1 column (KANBAO_AMBIGUOUS)", "“ ” — … 占一列（KANBAO_AMBIGUOUS）")
    }
    return switch TerminalProbe.ambiguousColumns() {
    case 1: say("“ ” — … take 1 column (asked the terminal)", "“ ” — … 占一列（已问过终端）")
    case 2: say("“ ” — … take 2 columns (asked the terminal)", "“ ” — … 占两列（已问过终端）")
    case nil:
      say(
        "the terminal does not answer; “ ” — … taken for 1 column, --ambiguous says otherwise",
        "终端没有回答；“ ” — … 按一列算，可用 --ambiguous 另定")
    case .some: say("this terminal does not read UTF-8", "这个终端不认 UTF-8")
    }
  }

  private var corpus: String {
    let choice = CorpusChoice(arguments: [])
    let path = choice.paths.first ?? ""
    return switch choice.reason {
    case .environment: say("\(path) (KANBAO_CORPUS)", "\(path)（KANBAO_CORPUS）")
    case .currentFolder: say("\(path) (in the current folder)", "\(path)（在当前文件夹中）")
    case .installed: say("\(path) (installed with kanbao)", "\(path)（随程序安装）")
    case .arguments, .nothing: say("none: name a path or set KANBAO_CORPUS", "没有：请给出路径或设置 KANBAO_CORPUS")
    }
  }
}
