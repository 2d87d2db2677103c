import ArgumentParser
import Corpus

/// The pages to read; part of every command.
struct CorpusArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say(
        "Files and folders of pages. Default: $KANBAO_CORPUS, else ./seeds, else the installed sample.",
        "版面文件或文件夹。默认：$KANBAO_CORPUS，否则 ./seeds，否则随程序安装的样本。"), valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      say("Language of messages: auto, zh or en.", "提示语言：auto、zh 或 en。"), valueName: "language"))
  var language: LanguageChoice = .auto
}

/// `--lang`. The value itself is found by `Language.ofProcess`, before arguments are parsed.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable { case auto, zh, en }

/// `--format`.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }
