import ArgumentParser
import Corpus

/// Reads the chosen corpus for a headless command, and reports what cannot be read as it is met.
struct Reading {
  private let choice: CorpusChoice
  private let options: ReadingOptions
  private var hasFailed = false
  /// Named archives of which something could not be read, and those of which something could.
  private var damaged: Set<String> = []
  private var useful: Set<String> = []

  /// A reading of the paths named, or of the default ones.
  init(_ arguments: CorpusArguments) throws {
    choice = CorpusChoice(arguments: arguments.paths)
    options = try arguments.options()
  }

  /// Hands over each file as it is read; an error of `receive` ends the reading.
  mutating func forEach(_ receive: (ReadFile) throws(Output.Failure) -> Void) throws(Output.Failure) {
    var failure: Output.Failure?
    forEachUntilFound { file in
      do throws(Output.Failure) { try receive(file) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
  }

  /// Hands over each file as it is read, as long as `receive` gives true.
  mutating func forEachUntilFound(_ receive: (ReadFile) -> Bool) {
    CorpusReader(paths: choice.paths, options: options).read { file in
      note(file)
      return receive(file)
    }
  }

  /// Ends the command: with exit code 2 where there was nothing to read or a path that the call names could not be
  /// read, else with 1 where nothing matched.
  func finish(matches: Int) throws {
    if choice.reason == .nothing {
      complain(
        say(
          "kanbao: no corpus: name a file or folder, or set KANBAO_CORPUS",
          "kanbao: 没有可读的版面：请给出文件或文件夹，或设置 KANBAO_CORPUS"))
    }
    let isUseless = !damaged.isSubset(of: useful)
    if choice.reason == .nothing || hasFailed || isUseless { throw ExitCode.wrongInput }
    if matches == 0 { throw ExitCode.nothingFound }
  }

  private mutating func note(_ file: ReadFile) {
    if !file.articles.isEmpty { useful.insert(file.origin) }
    for problem in file.problems {
      complain(problem.message(in: .ofProcess))
      guard !problem.isWarning else { continue }
      if choice.paths.contains(problem.file) { hasFailed = true }
      if choice.paths.contains(file.origin) { damaged.insert(file.origin) }
    }
  }
}
