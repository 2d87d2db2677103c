import CICU
import CNcurses

/// What terminfo and the C libraries say, for `kanbao doctor`.
public struct TerminalFacts: Sendable, Hashable {
  /// The number of colours of the terminal; negative where terminfo names none.
  public let colours: Int

  /// What terminfo says of a terminal, or nil where it does not know it.
  public init?(terminal: String) {
    let colours = kanbao_terminfo_colours(terminal)
    guard colours != Int32.min else { return nil }
    self.colours = Int(colours)
  }

  /// The version of ncurses: `ncurses 6.4.20221231`.
  public static var ncursesVersion: String { String(cString: curses_version()) }

  /// The major version of ICU: `72`.
  public static var icuVersion: String { "\(kanbao_icu_version())" }
}
