import ArgumentParser
import Corpus
import TUI

@main
struct Kanbao: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "kanbao")
}
