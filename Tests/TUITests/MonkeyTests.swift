import Corpus
import Glibc
import Testing

@testable import TUI

/// Random keys, pastes, sizes and files: whatever happens, the state is sound and the screen whole.
@Suite struct MonkeyTests {
  static let keys: [Key] =
    Keymap.bindings.flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
    + ["渠", "濮", "市", ":", "日", "2", "0", "|", "(", "-", "\"", "p", "y", "e", "\u{301}", "🙂"].map(
      Key.character)
    + [.left, .right, .backspace, .delete, .enter, .escape, .escape, .control("w")]

  /// KANBAO_MONKEY is the number of keys of the long run; a tenth of it goes to each of ten seeds.
  private static let steps = getenv("KANBAO_MONKEY").flatMap { Int(String(cString: $0)) }.map { $0 / 10 }
  private static let seeds: ClosedRange<UInt64> = steps == nil ? 1...4 : 1...10

  @Test(arguments: seeds)
  func anySequenceIsSound(seed: UInt64) {
    var random = Seeded(seed)
    var browser = Harness(80, 24, seed % 2 == 0 ? .chinese : .english)
    for step in 0..<(Self.steps ?? 6000) {
      browser.send(event(&random))
      if step % 3 == 0 || random.below(3) == 0 { browser.state.settle() }
      guard browser.state.isSound else {
        Issue.record("unsound after step \(step)")
        return
      }
      guard step % 5 == 0 else { continue }
      let grid = browser.grid
      #expect(grid.rows.count == browser.state.size.rows)
      expectWholeCharacters(grid)
    }
  }

  private func event(_ random: inout Seeded) -> Event {
    switch random.below(60) {
    case 0: .resize(Size(columns: random.below(220), rows: random.below(60)))
    case 1: .resize(Size(columns: 20 + random.below(100), rows: 5 + random.below(20)))
    case 2:
      .paste(["市:濮阳", "\u{1B}[2J\n", "e\u{301}\u{301}", String(repeating: "长", count: 300)][random.below(4)])
    case 3: random.below(20) == 0 ? .loaded(Fixture.files) : .key(.escape)
    default: .key(Self.keys[random.below(Self.keys.count)])
    }
  }
}

extension AppState {
  /// The selection is in the list, the list in the holdings and in order, the caret in its text.
  var isSound: Bool {
    let isSelected = selected.map { row(of: $0) != nil } ?? visible.isEmpty
    let isOnce = Set(visible).count == visible.count
    let isOrdered = order != .reading || zip(visible, visible.dropFirst()).allSatisfy { $0 < $1 }
    guard isSelected, isOnce, isOrdered, visible.allSatisfy(holdings.articles.indices.contains) else {
      return false
    }
    guard furniture.count == holdings.articles.count, index.count <= furniture.count else { return false }
    guard (0...filter.editor.characters.count).contains(filter.editor.caret) else { return false }
    if case .picker(let picker) = panel, !picker.rows.isEmpty {
      return picker.rows.indices.contains(picker.selected)
    }
    return true
  }
}
