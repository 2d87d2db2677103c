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
  private let screen: OpaquePointer
  private let palette: Palette
  private let pasteOn: String
  private let pasteOff: String
  private var decoder: KeyDecoder
  private var questions: TerminalQuestions
  private var knowsSynchronized = false
  private var drawn: Grid?
  private var isOpen = true

  /// Takes the terminal over: an own screen, keys one by one, no echo. `asksWidth`: the terminal is asked how wide it
  /// draws ambiguous characters; `read` gives the answer whenever it comes.
  public init(asksWidth: Bool) throws(TerminalError) {
    let input: Int32 = isatty(0) == 1 ? 0 : Glibc.open("/dev/tty", O_RDONLY | O_CLOEXEC)
    guard input >= 0, isatty(1) == 1 else { throw .noTerminal }
    Self.chooseLocale()
    guard let screen = kanbao_newterm(input, 1) else {
      throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
    }
    guard Self.capability("cup") != nil else {
      endwin()
      delscreen(screen)
      throw .unknownTerminal(getenv("TERM").map { String(cString: $0) } ?? "")
    }
    descriptor = input
    self.screen = screen
    raw()
    noecho()
    nonl()
    intrflush(kanbao_stdscr(), false)
    keypad(kanbao_stdscr(), true)
    idlok(kanbao_stdscr(), true)
    typeahead(-1)
    palette = Palette()
    decoder = KeyDecoder(sequences: Self.sequences())
    (pasteOn, pasteOff) = Self.pasteModes()
    questions = TerminalQuestions(asksWidth: asksWidth)
    write(pasteOn + questions.bytes)
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
    if count > 0 { return decoder.feed(Array(bytes[..<count])).compactMap(input) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  /// Answers about the terminal itself stay here.
  private func input(_ decoded: KeyDecoder.Input) -> Input? {
    switch decoded {
    case .key(let key): return .key(key)
    case .paste(let text): return .paste(text)
    case .cursorColumn(let column): return questions.width(ofColumn: column).map(Input.ambiguous)
    case .mode(let mode, let isKnown):
      if mode == TerminalQuestions.synchronized { knowsSynchronized = isKnown }
      return nil
    }
  }

  /// True while an escape byte may still become a key's sequence.
  public var isWaiting: Bool { decoder.isWaiting }

  /// How long an escape byte may wait for the rest, in milliseconds.
  public var escapeDelay: Int32 { questions.mayBeUnderWay ? 1000 : 50 }

  /// Takes what is waiting as it is.
  public func flush() -> [Input] { decoder.flush().compactMap(input) }

  /// Draws a whole screen; ncurses sends what has changed.
  public func draw(_ grid: Grid) {
    let isLarge = knowsSynchronized && isLarge(grid)
    // What was drawn with other widths stands elsewhere on the screen than ncurses believes.
    if let drawn, drawn.width != grid.width { forget() }
    drawn = grid
    if isLarge { write(Self.synchronizedOn) }
    send(grid)
    if isLarge { write(Self.synchronizedOff) }
  }

  private static let synchronizedOn = "\u{1B}[?\(TerminalQuestions.synchronized)h"
  private static let synchronizedOff = "\u{1B}[?\(TerminalQuestions.synchronized)l"

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
        kanbao_put_line(Int32(row), Int32(column), glyph == .horizontal ? 1 : 0, look.attributes, look.pair)
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
    write(pasteOff)
    endwin()
  }

  /// Takes the terminal over again after `suspend`, or after another program changed its modes.
  public func resume() {
    reset_prog_mode()
    write(pasteOn)
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

  private func write(_ text: String) {
    fflush(nil)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// ncurses needs a UTF-8 locale to send hanzi; where the environment names none, C.UTF-8 is one.
  private static func chooseLocale() {
    setlocale(LC_ALL, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  /// Bracketed paste, where the terminal's description knows it or says that it is like xterm.
  private static func pasteModes() -> (on: String, off: String) {
    if let on = capability("BE"), let off = capability("BD") { return (on, off) }
    return tigetflag("XT") == 1 ? ("\u{1B}[?2004h", "\u{1B}[?2004l") : ("", "")
  }

  private static func sequences() -> [[UInt8]: Key] {
    let names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    return names.reduce(into: [:]) { table, entry in
      if let sequence = capability(entry.0), sequence.utf8.count > 1 { table[Array(sequence.utf8)] = entry.1 }
    }
  }

  /// A string of the terminal's description; ncurses gives -1 for a name that is no string.
  static func capability(_ name: String) -> String? {
    guard let pointer = tigetstr(name), pointer != UnsafeMutablePointer(bitPattern: -1) else { return nil }
    return String(cString: pointer)
  }
}
