import Corpus
import Glibc
import TUI

/// The browser: terminal, state and workers put together.
enum Browser {
  /// Opens the browser on files and folders, with a filter if it is not empty, and gives the exit status once it
  /// is left. Where `ambiguous` is nil, the terminal says how wide it draws ambiguous characters. Throws `TerminalError`
  /// where there is no terminal to draw on.
  static func run(reader: CorpusReader, filter: String, ambiguous: AmbiguousWidth?, language: Language) throws
    -> Int32
  {
    HeapMemory.prepare()
    let signals = Signals()
    let terminal = try Terminal(asksWidth: ambiguous == nil)
    defer { terminal.close() }
    let mailbox = Mailbox()
    let state = AppState(size: terminal.size, language: language, ambiguous: ambiguous ?? .narrow)
    let history = BrowserHistory()
    let loop = BrowserLoop(
      terminal: terminal, signals: signals, mailbox: mailbox, reader: reader, history: history, state: state)
    BrowserWorkers.recall(history, into: mailbox)
    let loader = BrowserWorkers.load(reader, into: mailbox)
    defer { loader.cancel() }
    let end = loop.run(filter: filter)
    terminal.close()
    try? history.flush()
    if case .signal(let number) = end { signals.die(of: number) }
    return end.status
  }
}
