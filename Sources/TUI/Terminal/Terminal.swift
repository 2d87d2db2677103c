import CICU
import CNcurses
import Glibc

/// Why there is no terminal to draw on.
public enum TerminalError: Error, Sendable {
  /// Standard input and output are not one terminal, and there is no other.
  case noTerminal
  /// TERM is unset, or names no terminal that can move its cursor.
  case unknownTerminal(String)
}

/// The terminal: its modes, its keys, and a Grid drawn on it. To be used from one thread.
public final class Terminal {
  /// The file descriptor that keys come from, for `poll`.
  public let descriptor: Int32
  /// The file descriptor that screens go to, for `poll`.
  public let output: Int32 = 1
  /// How long a leaving program waits for answers that are on their way, in milliseconds: else the shell gets them.
  private static let farewellPatience: Int64 = 1500

  private let screen: OpaquePointer
  private let palette: Palette
  private let question: String?
  private let hasOwnLines: Bool
  private let paste: (on: String, off: String)
  private let before: termios
  private var decoder: KeyDecoder
  private var pacer = FramePacer()
  private var questions: TerminalQuestions
  private var knowsSynchronized = false
  private var drawn: Grid?
  private var isOpen = true

  /// Takes the terminal over: an own screen, keys one by one, no echo. Asks after each screen whether it has been drawn
  /// if `paced`, and at the start how wide ambiguous characters are if `asksWidth`: `read` gives the answer whenever it
  /// comes.
  public init(paced: Bool = true, asksWidth: Bool = false) throws(TerminalError) {
    let input: Int32 = isatty(0) == 1 ? 0 : Glibc.open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard input >= 0, isatty(1) == 1 else { throw .noTerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    TextLocale.choose()
    var before = termios()
    tcgetattr(input, &before)
    guard let screen = kanbao_newterm(input, 1) else { throw .unknownTerminal(name) }
    guard Capability.string("cup") != nil else {
      endwin()
      delscreen(screen)
      throw .unknownTerminal(name)
    }
    descriptor = input
    self.screen = screen
    self.before = before
    Self.chooseModes()
    palette = Palette()
    decoder = KeyDecoder(sequences: Capability.keys)
    paste = Capability.pasteModes
    hasOwnLines = Capability.hasOwnLinesOnly
    question = paced ? Capability.question : nil
    questions = TerminalQuestions(asksWidth: asksWidth)
    prepareRescue()
    Rescue.arm(true)
    write(paste.on + questions.bytes)
  }

  private static func chooseModes() {
    raw()
    noecho()
    nonl()
    intrflush(kanbao_stdscr(), false)
    keypad(kanbao_stdscr(), true)
    idlok(kanbao_stdscr(), true)
    typeahead(-1)
  }

  /// How large the terminal is now.
  public var size: Size {
    Size(columns: Int(getmaxx(kanbao_stdscr())), rows: Int(getmaxy(kanbao_stdscr())))
  }

  /// Asks the terminal for its size, after it said that it has a new one.
  public func adoptSize() {
    var window = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return }
    resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    prepareRescue()
  }

  /// What was typed or answered.
  public enum Input: Hashable, Sendable {
    /// A key.
    case key(Key)
    /// Pasted text.
    case paste(String)
    /// How wide the terminal draws ambiguous characters.
    case ambiguous(AmbiguousWidth)
  }

  /// What came, without waiting; nil once the terminal has gone.
  public func read() -> [Input]? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil }
    return decoder.feed(Array(bytes[..<count])).compactMap(input)
  }

  /// Answers about the line and its speed stay here. The first answer is that to the question for the width.
  private func input(_ decoded: KeyDecoder.Input) -> Input? {
    switch decoded {
    case .key(let key): return .key(key)
    case .paste(let text): return .paste(text)
    case .report(let column):
      if questions.awaitsWidth { return questions.width(ofColumn: column).map(Input.ambiguous) }
      pacer.answered(at: Clock.milliseconds)
    case .mode(let mode, let isKnown):
      questions.answeredMode()
      if mode == TerminalQuestions.synchronized { knowsSynchronized = isKnown }
      prepareRescue()
    }
    return nil
  }

  /// True while an escape byte may still become a key's sequence.
  public var isWaiting: Bool { decoder.isWaiting }

  /// How long an escape byte may wait for the rest, in milliseconds.
  public var escapeDelay: Int32 { questions.mayBeUnderWay ? 1000 : 50 }

  /// Takes what is waiting as it is.
  public func flush() -> [Input] { decoder.flush().compactMap(input) }

  /// How long to wait before the next screen, in milliseconds, so that it does not queue behind those on their way.
  public var delay: Int64 { pacer.delay(at: Clock.milliseconds) }

  /// How long the latest screen took to be drawn and its answer to come, in milliseconds; 0 before the first answer.
  public var roundTrip: Int64 { pacer.roundTrip }

  /// Draws a whole screen; ncurses sends what has changed.
  public func draw(_ grid: Grid) {
    let isOneFrame = knowsSynchronized && isLarge(grid)
    // What was drawn with other widths stands elsewhere on the screen than ncurses believes.
    if let drawn, drawn.width != grid.width { forget() }
    let turned = drawn.flatMap { PageTurn.rows(from: $0, to: grid) }
    drawn = grid
    if isOneFrame { write(TerminalQuestions.synchronizedOn) }
    if let turned { blank(turned) }
    send(grid)
    if isOneFrame { write(TerminalQuestions.synchronizedOff) }
    // The width's question, while it is under way, tells of the first screen as well.
    if let question, pacer.asks, !questions.mayBeUnderWay {
      write(question)
      pacer.sent(at: Clock.milliseconds)
    }
  }

  /// Blanks rows by scrolling them away.
  private func blank(_ rows: Range<Int>) {
    guard let bytes = Capability.blanking(rows, of: size.rows) else { return }
    write(bytes)
    kanbao_blanked(Int32(rows.lowerBound), Int32(rows.count))
  }

  /// True for a frame of more changed rows than surely arrive at once; others need no synchronizing.
  private func isLarge(_ grid: Grid) -> Bool {
    guard let drawn, drawn.size == grid.size else { return true }
    return (0..<grid.size.rows).count { !grid.hasSameRow($0, as: drawn) } > 4
  }

  private func send(_ grid: Grid) {
    curs_set(0)
    kanbao_set_ambiguous_wide(grid.width.ambiguous == .wide ? 1 : 0)
    for row in 0..<min(grid.size.rows, size.rows) { draw(row, of: grid) }
    leaveok(kanbao_stdscr(), grid.cursor == nil)
    if let cursor = grid.cursor {
      move(Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    }
    refresh()
  }

  /// Cells of one style go together.
  private func draw(_ row: Int, of grid: Grid) {
    var run = Run(style: .text, column: 0)
    for column in 0..<min(grid.size.columns, size.columns) {
      let cell = grid[column, row]
      if cell.style != run.style {
        put(run, row)
        run = Run(style: cell.style, column: column)
      }
      switch cell.content {
      case .character(let character): run.text += grid.width.drawable(character).unicodeScalars
      case .wideTail: break
      case .glyph(.block): run.text.append(" ")
      case .glyph(let glyph) where grid.width.ambiguous == .wide:
        // Terminals that draw ambiguous characters wide do so with lines, too.
        run.text += glyph.standIn.unicodeScalars
      case .glyph(let glyph):
        put(run, row)
        let look = palette.look(of: cell.style)
        kanbao_put_line(
          Int32(row), Int32(column), glyph == .horizontal ? 1 : 0, hasOwnLines ? 1 : 0, look.attributes,
          look.pair)
        run = Run(style: cell.style, column: column + 1)
      }
    }
    put(run, row)
  }

  private struct Run {
    var style: Style
    var column: Int
    var text = String.UnicodeScalarView()
  }

  private func put(_ run: Run, _ row: Int) {
    guard !run.text.isEmpty else { return }
    let look = palette.look(of: run.style)
    let text = run.text.map { wchar_t($0.value) } + [0]
    kanbao_put(Int32(row), Int32(run.column), text, look.attributes, look.pair)
  }

  /// Makes the next `draw` send everything.
  public func forget() { clearok(kanbao_stdscr(), true) }

  /// Gives the terminal back to the shell as it was. `resume` takes it over again.
  public func suspend() {
    awaitAnswers()
    write(paste.off)
    endwin()
    Rescue.arm(false)
  }

  /// Takes the terminal over again after `suspend`, or after another program changed its modes.
  public func resume() {
    Rescue.arm(true)
    reset_prog_mode()
    write(paste.on)
    forget()
    refresh()
    adoptSize()
  }

  /// Gives the terminal back for good.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    suspend()
    delscreen(screen)
  }

  /// Takes answers that are on their way, and keys with them, lest the shell reads them.
  private func awaitAnswers() {
    let end = Clock.milliseconds + Self.farewellPatience
    while case let now = Clock.milliseconds, now < end,
      pacer.awaitsAnswer(at: now) || questions.awaitsAnswer
    {
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Int32(end - now)) > 0, read() != nil else { return }
    }
  }

  private func prepareRescue() {
    Rescue.prepare(
      output: output, modes: before,
      undoing: paste.off + (knowsSynchronized ? TerminalQuestions.synchronizedOff : ""), rows: size.rows)
  }

  private func write(_ text: String) {
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
