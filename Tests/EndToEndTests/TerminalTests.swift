import Foundation
import Testing

/// The same screens under every description of a terminal, and no cell out of place.
extension EndToEnd {
  @Suite(.serialized) struct TerminalTests {
    static let terminals = ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"]

    /// What reached the screen step by step, scrolled by the terminal itself where it can, is what a repaint shows.
    @Test(arguments: terminals)
    func updatesAndRepaintsAgree(_ terminal: String) throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(columns: 110, rows: 9, in: folder.url)
      try session.enter("clear; TERM=\(terminal) $KANBAO .")
      try session.wait(forText: "1/4")
      for keys in ["j", "Tab", "j", "r", "j", "q", "Enter", "j", "k", "]"] {
        try session.press(keys)
        let updated = try settled(session)
        try session.press("C-l")
        #expect(try settled(session) == updated, "\(terminal) after \(keys)")
      }
    }

    /// The line between list and article stands in one column of every row.
    @Test(arguments: terminals, ["narrow", "wide"])
    func theDividerIsStraight(_ terminal: String, _ ambiguous: String) throws {
      let folder = try SamplePages.folder()
      // tmux draws ambiguous characters in one column; with quotation marks about, wide would not fit it.
      let session = try TmuxSession(columns: 110, rows: 20, in: folder.url)
      try session.enter("clear; TERM=\(terminal) $KANBAO --ambiguous \(ambiguous) --filter 春灌 .")
      try session.wait(forText: "1/1")
      let rows = try settled(session).map(cells)
      let columns = (0..<110).filter { column in
        rows[1..<19].allSatisfy { $0.count > column && "│|x".contains($0[column]) }
      }
      #expect(columns.count == 1, "\(rows.map { String($0) }.joined(separator: "\n"))")
    }

    /// A screen that has stood still for a while.
    private func settled(_ session: TmuxSession) throws -> [String] {
      var last: [String] = []
      var same = 0
      return try session.wait(for: "a screen that stands still") { rows in
        same = rows == last ? same + 1 : 0
        last = rows
        return same >= 3
      }
    }

    /// A row as cells; the second cell of a wide character is a blank.
    private func cells(_ row: String) -> [Character] {
      row.flatMap { character -> [Character] in
        let isWide = character.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
        return isWide ? [character, " "] : [character]
      }
    }
  }
}
