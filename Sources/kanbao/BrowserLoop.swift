import Corpus
import Glibc
import TUI

/// Waits for keys, signals and workers; updates the state with all that has come; draws once.
final class BrowserLoop {
  /// Why the loop ended.
  enum End {
    case status(Int32)
    case signal(Int32)

    var status: Int32 {
      switch self {
      case .status(let status): status
      case .signal(let number): 128 + number
      }
    }
  }

  /// How long a frame waits for an answer that is on its way, in milliseconds.
  private static let answerDelay: Int32 = 12
  /// A key that moves the selection again so soon is held down, in milliseconds.
  private static let holdDelay: Int64 = 100
  /// The detail pane follows once such a key rests for so long, in milliseconds.
  private static let restDelay: Int32 = 60
  /// How often it looks for more before a frame.
  private static let mostRounds = 32

  private let terminal: Terminal
  private let signals: Signals
  private let mailbox: Mailbox
  private let reader: CorpusReader
  private let history: BrowserHistory
  private var state: AppState
  private var filtering: BrowserWorkers.Job?
  private var counting: BrowserWorkers.Job?
  private var watching: BrowserWorkers.Job?
  private var completing: BrowserWorkers.Job?
  private var awaitsAnswer = false
  private var drawnSelection: Int?
  private var lastMove: Int64 = 0
  private var isDetailBehind = false
  private var isScreenBehind = false
  private var end: End?

  init(
    terminal: Terminal, signals: Signals, mailbox: Mailbox, reader: CorpusReader, history: BrowserHistory,
    state: AppState
  ) {
    self.terminal = terminal
    self.signals = signals
    self.mailbox = mailbox
    self.reader = reader
    self.history = history
    self.state = state
  }

  /// Runs until the user or a signal ends it.
  func run(filter: String) -> End {
    if !filter.isEmpty { perform(state.setFilter(filter)) }
    draw()
    while true {
      takeEvents(timeout: patience)
      if awaitsAnswer { takeEvents(timeout: Self.answerDelay, wakesForRoom: false) }
      takeWaiting()
      if let end { return end }
      if isScreenBehind, mayDraw { draw() }
    }
  }

  /// A screen is not sent while the one before is on its way, nor to a terminal that takes nothing now.
  private var mayDraw: Bool {
    var waits = [room]
    return terminal.delay == 0 && poll(&waits, 1, 0) == 1
  }

  /// What `poll` is asked for a terminal that takes something.
  private var room: pollfd { pollfd(fd: terminal.output, events: Int16(POLLOUT), revents: 0) }

  /// Takes what has come meanwhile, so that keys typed ahead cost one frame; not for ever, lest a flood of them
  /// leaves the screen as it was.
  private func takeWaiting() {
    for _ in 0..<Self.mostRounds where end == nil { guard takeEvents(timeout: 0) else { return } }
  }

  /// How long the next wait may be, in milliseconds; -1 is for ever.
  private var patience: Int32 {
    if terminal.isWaiting { return terminal.escapeDelay }
    if isScreenBehind { return terminal.delay == 0 ? -1 : Int32(terminal.delay) }
    return isDetailBehind ? Self.restDelay : -1
  }

  private func draw() {
    let now = Clock.milliseconds
    let moved = state.selected != drawnSelection
    isDetailBehind = moved && now - lastMove < max(Self.holdDelay, terminal.roundTrip * 2)
    if moved { (drawnSelection, lastMove) = (state.selected, now) }
    state.settle(detailFollows: !isDetailBehind)
    isScreenBehind = false
    terminal.draw(state.frame())
  }

  /// Waits for something and takes it; false where nothing came in time. `wakesForRoom`: also until the terminal takes
  /// the screen that is behind.
  @discardableResult
  private func takeEvents(timeout: Int32, wakesForRoom: Bool = true) -> Bool {
    var waits = [terminal.descriptor, signals.descriptor, mailbox.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if timeout != 0, wakesForRoom, isScreenBehind, terminal.delay == 0 { waits.append(room) }
    let count = poll(&waits, nfds_t(waits.count), timeout)
    guard count > 0 else {
      if count == 0, timeout != 0 { takeSilence() }
      return false
    }
    awaitsAnswer = false
    if waits[1].revents != 0 { takeSignals() }
    if waits[2].revents != 0 { mailbox.take().forEach(take) }
    if waits[0].revents != 0 { takeKeys() }
    return true
  }

  /// Nothing came for a while: an escape byte was a key, and a selection that rests has its detail drawn.
  private func takeSilence() {
    if terminal.isWaiting { take(terminal.flush()) }
    if isDetailBehind { isScreenBehind = true }
  }

  /// A terminal that has gone ends the program as a hang-up does.
  private func takeKeys() {
    guard let inputs = terminal.read() else { return end = .signal(SIGHUP) }
    take(inputs)
  }

  private func take(_ inputs: [Terminal.Input]) {
    for input in inputs where end == nil {
      switch input {
      case .key(let key): take(Event.key(key))
      case .paste(let text): take(Event.paste(text))
      case .ambiguous(let width): take(Event.measured(width))
      }
    }
  }

  private func take(_ event: Event) {
    isScreenBehind = true
    perform(update(event, &state))
  }

  private func takeSignals() {
    for request in signals.read() {
      switch request {
      case .resize: resize()
      case .suspend: suspend()
      case .resume:
        terminal.resume()
        resize()
      case .end(let number): end = .signal(number)
      }
    }
  }

  private func resize() {
    terminal.adoptSize()
    take(.resize(terminal.size))
  }

  private func suspend() {
    terminal.suspend()
    signals.stop()
    terminal.resume()
    resize()
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .filter(let question):
        filtering?.cancel()
        filtering = BrowserWorkers.answer({ question.answer(isStale: $0) }, into: mailbox)
        awaitsAnswer = true
      case .count(let question):
        counting?.cancel()
        counting = BrowserWorkers.answer({ question.answer(isStale: $0) }, into: mailbox)
        awaitsAnswer = true
      case .watch(let stamps):
        watching?.cancel()
        watching = BrowserWorkers.watch(reader, stamps, into: mailbox)
      case .reload(let question):
        let reader = reader
        _ = BrowserWorkers.answer({ question.answer(reader, isStale: $0) }, into: mailbox)
      case .complete(let question):
        completing?.cancel()
        completing = BrowserWorkers.answer({ question.answer(isStale: $0) }, into: mailbox)
        awaitsAnswer = true
      case .remember(let text):
        history.add(text)
        BrowserWorkers.keep(history, into: mailbox)
      case .redraw: terminal.forget()
      case .suspend: suspend()
      case .quit(let status): end = .status(status)
      }
    }
  }
}
