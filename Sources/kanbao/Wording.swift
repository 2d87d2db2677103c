import Corpus
import Glibc

extension Language {
  /// The language named by a locale's name: `zh_CN.UTF-8` is Chinese, everything else English.
  init(locale: String) { self = locale.lowercased().hasPrefix("zh") ? .chinese : .english }

  /// The language to speak: the value of `--lang` among `arguments`, else the first of LC_ALL, LC_MESSAGES and
  /// LANG that says something.
  init(arguments: [String], environment: (String) -> String?) {
    let given = Self.option(in: arguments).flatMap(Language.init(rawValue:))
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = given ?? Language(locale: locale ?? "")
  }

  /// The language of this run. Help texts are made before arguments are parsed, so it looks for `--lang` itself.
  static let ofProcess = Language(arguments: CommandLine.arguments, environment: environment)

  private static func option(in arguments: [String]) -> String? {
    let words = arguments.prefix { $0 != "--" }
    if let at = words.lastIndex(of: "--lang"), at + 1 < words.endIndex { return words[at + 1] }
    return words.last { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
  }

  /// Arguments without `--lang` and its value.
  static func removingOption(from arguments: [String]) -> [String] {
    var rest: [String] = []
    var isValue = false
    for word in arguments {
      if !isValue, word != "--lang", !word.hasPrefix("--lang=") { rest.append(word) }
      isValue = word == "--lang" && !isValue
    }
    return rest
  }

  /// A leading `--lang` put behind the word after it, which may be a command: of all commands, it stands anywhere.
  static func movingOptionBehindCommand(in arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let length = first == "--lang" ? 2 : first.hasPrefix("--lang=") ? 1 : 0
    guard length > 0, arguments.count > length, !arguments[length].hasPrefix("-") else { return arguments }
    return [arguments[length]] + arguments[..<length] + arguments[(length + 1)...]
  }
}

/// The sentence in the language of this run.
func say(_ english: String, _ chinese: String) -> String {
  Language.ofProcess == .chinese ? chinese : english
}

/// The value of an environment variable, or nil.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
