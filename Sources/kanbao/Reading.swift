import ArgumentParser
import Corpus

/// Reads the chosen corpus for a headless command, and reports what cannot be read as it is met.
struct Reading {
  private let choice: CorpusChoice
  private var failedNames: Set<String> = []

  init(_ arguments: CorpusArguments) {
    choice = CorpusChoice(arguments: arguments.paths)
  }

  /// Hands over each file as it is read; an error of `receive` ends the reading.
  mutating func forEach(_ receive: (ReadFile) throws(Output.Failure) -> Void) throws(Output.Failure) {
    var failure: Output.Failure?
    CorpusReader(paths: choice.paths).read { file in
      note(file.problems)
      do throws(Output.Failure) { try receive(file) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
  }

  /// Fails with exit code 2 where a path that the call names could not be read, or where there is none to read.
  func requireNamedPaths() throws {
    if choice.reason == .nothing {
      complain(
        say(
          "kanbao: no corpus: name a file or folder, or set KANBAO_CORPUS",
          "kanbao: 没有可读的版面：请给出文件或文件夹，或设置 KANBAO_CORPUS"))
    }
    if choice.reason == .nothing || !failedNames.isEmpty { throw ExitCode.wrongInput }
  }

  private mutating func note(_ problems: [Problem]) {
    for problem in problems {
      complain(problem.message(in: .ofProcess))
      if !problem.isWarning, choice.paths.contains(problem.file) { failedNames.insert(problem.file) }
    }
  }
}
