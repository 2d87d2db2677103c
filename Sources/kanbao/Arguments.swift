import ArgumentParser
import Corpus
import TUI

/// The pages to read; part of every command that reads any.
struct CorpusArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Files and folders of pages; - is standard input. Default: $KANBAO_CORPUS, else ./seeds, else the sample installed with kanbao.",
        "版面文件或文件夹；“-”是标准输入。默认：$KANBAO_CORPUS，否则 ./seeds，否则随程序安装的样本。"), valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Encoding of the files: utf-8, gb18030 (gbk, gb2312), big5, utf-16le, utf-16be. Default: told by each file's bytes.",
        "文件编码：utf-8、gb18030（gbk、gb2312）、big5、utf-16le、utf-16be。默认按每个文件的内容判断。"), valueName: "encoding"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      say(
        "A field of JSON or CSV records, as in body=zhengwen; may be given several times.",
        "JSON、CSV 记录的字段，如 body=zhengwen；可以给出多个。"), valueName: "field=name"))
  var map: [String] = []

  @OptionGroup var language: LanguageArguments

  /// How to read the files.
  func options() throws -> ReadingOptions {
    let encoding = try encoding.map { name in
      guard let encoding = TextEncoding(named: name) else {
        throw ValidationError(say("--encoding: no encoding \(name) is known.", "--encoding：不认识编码 \(name)。"))
      }
      return encoding
    }
    do throws(FieldNames.Failure) {
      return ReadingOptions(encoding: encoding, names: try FieldNames(mappings: map))
    } catch {
      throw ValidationError(
        say(
          "--map \(error.mapping): takes field=name; fields: \(FieldNames.fields).",
          "--map \(error.mapping)：应写作 字段=名称；字段有：\(FieldNames.fields)。"))
    }
  }
}

extension FieldNames {
  /// The fields that can be mapped.
  fileprivate static var fields: String { RecordField.allCases.map(\.rawValue).joined(separator: ", ") }
}

/// The language of messages; part of every command.
struct LanguageArguments: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      say("Language of messages; auto: that of the locale.", "提示语言；auto：随系统语言。"), valueName: "language"))
  var choice: LanguageChoice = .auto
}

/// `--lang`. Its value is found by `Language.ofProcess`, before arguments are parsed.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable { case auto, zh, en }

/// `--filter`.
struct FilterArguments: ParsableArguments {
  @Option(
    name: .customLong("filter"), parsing: .unconditional,
    help: ArgumentHelp(
      say(
        "Only articles that match, as in: 市:濮阳 日:2025-03 春灌. The README has the whole language.",
        "只要符合条件的文章，如：市:濮阳 日:2025-03 春灌。写法见 README。"), valueName: "filter"))
  var text: String = ""

  /// The filter; where its text is wrong, an error that shows the place.
  func parsed() throws -> Filter {
    do throws(FilterError) {
      return try Filter(parsing: text)
    } catch {
      throw ValidationError(Self.explanation(of: error, in: text))
    }
  }

  /// The sentence, the filter, and a mark under the place.
  static func explanation(of error: FilterError, in text: String) -> String {
    let scalars = Array(displayable(text).unicodeScalars)
    func columns(of range: some Sequence<Unicode.Scalar>) -> Int {
      CellWidth(ambiguous: .narrow).columns(of: String(String.UnicodeScalarView(range)))
    }
    let before = columns(of: scalars.prefix(error.range.lowerBound))
    let marked = columns(of: scalars.prefix(error.range.upperBound).dropFirst(error.range.lowerBound))
    let mark = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
    return "\(error.message(in: .ofProcess))\n  \(displayable(text))\n  \(mark)"
  }

  /// True where the filter speaks of kinds itself. Where it does not, tables leave page furniture out.
  var namesKinds: Bool { !FilterText.values(of: .kind, in: text).isEmpty }
}

/// `--format`.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }

/// `--format` of a command that lists something.
struct FormatArguments: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      say(
        "table for people; jsonl (one JSON object a line) and csv for programs.",
        "table 给人看；jsonl（每行一个 JSON 对象）和 csv 供程序用。"), valueName: "format"))
  var choice: ListFormat = .table
}

/// `--ambiguous`.
struct AmbiguousArguments: ParsableArguments {
  /// The values of `--ambiguous`.
  enum Choice: String, ExpressibleByArgument, CaseIterable { case auto, narrow, wide }

  @Option(
    name: .customLong("ambiguous"),
    help: ArgumentHelp(
      say(
        "Columns of characters like “ ” — …: 1 (narrow), 2 (wide), or as $KANBAO_AMBIGUOUS or else the terminal says (auto).",
        "“ ” — … 这类字符占一列（narrow）、两列（wide），或由 $KANBAO_AMBIGUOUS、终端依次决定（auto）。"), valueName: "width"))
  var choice: Choice = .auto

  /// The width that was named here, or else by KANBAO_AMBIGUOUS; nil for `auto`.
  var stated: AmbiguousWidth? { Self.width(choice) ?? Self.ofEnvironment }

  /// The width that KANBAO_AMBIGUOUS names; nil where it names none.
  static var ofEnvironment: AmbiguousWidth? {
    environment("KANBAO_AMBIGUOUS").flatMap(Choice.init(rawValue:)).flatMap(width)
  }

  private static func width(_ choice: Choice) -> AmbiguousWidth? {
    switch choice {
    case .narrow: .narrow
    case .wide: .wide
    case .auto: nil
    }
  }

  /// The width to use; `auto` asks the terminal, and is narrow where there is none that answers.
  func resolved() -> AmbiguousWidth {
    stated ?? (TerminalProbe.ambiguousColumns() == 2 ? .wide : .narrow)
  }
}
