import CNcurses
import Glibc

/// What terminfo says of the terminal that is open.
enum Capability {
  /// A string; nil for a name that has none.
  static func string(_ name: String) -> String? {
    guard let pointer = tigetstr(name), pointer != UnsafeMutablePointer(bitPattern: -1) else { return nil }
    return String(cString: pointer)
  }

  static func flag(_ name: String) -> Bool { tigetflag(name) == 1 }

  /// A number; negative for a name that has none.
  static func number(_ name: String) -> Int { Int(tigetnum(name)) }

  /// Bracketed paste, where the terminal's description knows it or says that it is like xterm.
  static var pasteModes: (on: String, off: String) {
    if let on = string("BE"), let off = string("BD") { return (on, off) }
    return flag("XT") ? ("\u{1B}[?2004h", "\u{1B}[?2004l") : ("", "")
  }

  /// The question for the cursor's place, where the terminal answers with row and column.
  static var question: String? {
    string("u6") == "\u{1B}[%i%d;%dR" ? string("u7") : nil
  }

  /// What scrolls rows, from 0, away and leaves the cursor where it is on a screen of so many rows; nil where the
  /// terminal cannot.
  static func blanking(_ rows: Range<Int>, of all: Int) -> String? {
    guard let save = string("sc"), let restore = string("rc"), let region = string("csr"),
      let place = string("cup"), let scroll = string("indn")
    else { return nil }
    return save + filled(region, rows.lowerBound, rows.upperBound - 1) + filled(place, rows.upperBound - 1)
      + filled(scroll, rows.count) + filled(region, 0, all - 1) + restore
  }

  private static func filled(_ string: String, _ first: Int, _ second: Int = 0) -> String {
    kanbao_filled(string, Int32(first), Int32(second)).map { String(cString: $0) } ?? ""
  }

  /// What the keys of this terminal send.
  static var keys: [[UInt8]: Key] {
    let names: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ]
    return names.reduce(into: [:]) { table, entry in
      if let sequence = string(entry.0), sequence.utf8.count > 1 { table[Array(sequence.utf8)] = entry.1 }
    }
  }

  /// True for a terminal before Unicode: no colours, but a set of lines of its own.
  static var hasOwnLinesOnly: Bool {
    number("colors") < 8 && string("acsc") != nil && !flag("XT") && !flag("AX")
  }
}
