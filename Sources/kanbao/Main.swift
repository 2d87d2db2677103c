import ArgumentParser
import Corpus
import Glibc

/// The program: parses the arguments, runs the command, and turns every outcome into one of three exit codes.
@main
enum Main {
  static func main() {
    // What cannot be written is said by `write`, and ends no program that has a terminal to give back.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    exit(outcome(of: Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func outcome(of arguments: [String]) -> ExitCode {
    do {
      let arguments = helpRequest(in: arguments) ?? Language.movingOptionBehindCommand(in: arguments)
      var command = try Kanbao.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let code as ExitCode {
      return code
    } catch let failure as Output.Failure {
      return report(failure)
    } catch {
      return report(error)
    }
  }

  /// A call that asks for help alone, without `--lang`: the root command has no options, and its help would be that of
  /// the browser.
  private static func helpRequest(in arguments: [String]) -> [String]? {
    let rest = Language.removingOption(from: arguments)
    return rest == ["--help"] || rest == ["-h"] || rest.first == "help" ? rest : nil
  }

  /// A reader that closed the pipe has what it wanted: that is no failure, and nobody needs to read of it.
  private static func report(_ failure: Output.Failure) -> ExitCode {
    guard case .refused(let code) = failure else { return .done }
    let why = String(cString: strerror(code))
    complain(say("kanbao: cannot write the output (\(why))", "kanbao: 无法写出结果（\(why)）"))
    return .wrongInput
  }

  private static func report(_ error: any Error) -> ExitCode {
    let message = translated(Kanbao.fullMessage(for: error))
    guard Kanbao.exitCode(for: error) == .success else {
      complain(message)
      return .wrongInput
    }
    var output = Output()
    try? output.write(message + "\n")
    try? output.flush()
    return .done
  }

  /// The words that the argument parser puts around a sentence of kanbao's own.
  private static func translated(_ message: String) -> String {
    guard Language.ofProcess == .chinese else { return message }
    let labels = [("Error: ", "错误："), ("Help:  ", "说明："), ("Usage: ", "用法：")]
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let hint = more(in: line) { return hint }
      for (label, chinese) in labels where line.hasPrefix(label) {
        return chinese + line.dropFirst(label.count)
      }
      return String(line)
    }
    return lines.joined(separator: "\n")
  }

  /// `  See 'kanbao list --help' for more information.`
  private static func more(in line: Substring) -> String? {
    let (start, end) = ("  See '", "' for more information.")
    guard line.hasPrefix(start), line.hasSuffix(end) else { return nil }
    return "  详见 " + line.dropFirst(start.count).dropLast(end.count)
  }
}

extension ExitCode {
  /// Done as asked.
  static let done = ExitCode(0)
  /// Nothing matched.
  static let nothingFound = ExitCode(1)
  /// A wrong call, or input that cannot be read.
  static let wrongInput = ExitCode(2)
}
