import Corpus

/// In which situation a key was pressed.
enum Mode: Hashable, Sendable, CaseIterable {
  /// List and detail on one screen.
  case browse
  /// An article alone on the screen.
  case read
  /// A panel over or beside them.
  case panel
  /// The city picker; other characters narrow it.
  case cities
  /// The date picker; digits narrow it.
  case dates
  /// The filter bar; other characters are typed into it.
  case edit
}

/// What a key does.
enum Action: Hashable, Sendable {
  case up, down, halfPageUp, halfPageDown, pageUp, pageDown, top, bottom
  case enter, back, quit, interrupt, suspend, redraw
  case switchFocus, previousArticle, nextArticle, previousHit, nextHit
  case editFilter, clearFilter, cities, dates, thisCity, thisDay, furniture, sort
  case follow, followBack, swapHeadline, raw, owner, evidence, problems, reload, help
  case mark, markEnd, sortRows, out, inward, recallOlder, recallNewer, complete, completeBack

  /// It changes the list or what is selected there: to be seen, not done behind a panel.
  var changesList: Bool {
    switch self {
    case .editFilter, .clearFilter, .thisCity, .thisDay, .furniture, .sort, .previousArticle, .nextArticle:
      true
    default: false
    }
  }
}

/// A row of the keymap, and of the help made from it.
struct Binding: Sendable {
  var modes: Set<Mode>
  var keys: [Key]
  var action: Action
  private var chinese: String
  private var english: String

  init(_ modes: Set<Mode>, _ keys: [Key], _ action: Action, _ chinese: String, _ english: String) {
    self.modes = modes
    self.keys = keys
    self.action = action
    self.chinese = chinese
    self.english = english
  }

  /// What it does, in one phrase.
  func meaning(in language: Language) -> String { language == .chinese ? chinese : english }

  /// The keys as they are written in the help: `j ↓`.
  func keyNames(in language: Language) -> String {
    keys.map { $0.name(in: language) }.joined(separator: " ")
  }
}

/// Which key does what in which mode. The help screen is made from this table.
enum Keymap {
  private static let reading: Set<Mode> = [.browse, .read, .panel]
  private static let pickers: Set<Mode> = [.cities, .dates]

  static let bindings: [Binding] = [
    Binding(reading, [.character("j"), .down, .control("n")], .down, "下一篇、下一行", "next article or line"),
    Binding(reading, [.character("k"), .up, .control("p")], .up, "上一篇、上一行", "previous article or line"),
    Binding(
      reading, [.character(" "), .pageDown, .control("f")], .pageDown, "下一页", "page down"),
    Binding(reading, [.pageUp, .control("b"), .character("b")], .pageUp, "上一页", "page up"),
    Binding(reading, [.control("d")], .halfPageDown, "下半页", "half a page down"),
    Binding(reading, [.control("u")], .halfPageUp, "上半页", "half a page up"),
    Binding(reading, [.character("g"), .home], .top, "到开头", "to the beginning"),
    Binding(reading, [.character("G"), .end], .bottom, "到末尾", "to the end"),
    Binding([.browse, .panel], [.tab, .backTab], .switchFocus, "切换左右（上下）窗格", "the other pane"),
    Binding([.browse], [.enter, .right, .character("l")], .enter, "全屏阅读", "read full screen"),
    Binding(
      [.read, .panel], [.escape, .enter, .left, .character("h")], .back, "返回", "back"),
    Binding([.browse], [.escape], .back, "焦点回到列表", "focus back to the list"),
    Binding(reading, [.character("[")], .previousArticle, "筛选结果中的上一篇", "previous article within the filter"),
    Binding(reading, [.character("]")], .nextArticle, "筛选结果中的下一篇", "next article within the filter"),
    Binding(reading, [.character("n")], .nextHit, "下一处命中", "next match"),
    Binding(reading, [.character("N")], .previousHit, "上一处命中", "previous match"),
    Binding(reading, [.character("/")], .editFilter, "筛选（边输入边出结果）", "filter, with live results"),
    Binding(reading, [.character("c")], .cities, "按城市选", "choose cities"),
    Binding(reading, [.character("d")], .dates, "按日期选", "choose a date"),
    Binding(
      reading, [.character("C")], .thisCity, "只看本文的城市；再按取消", "only this article's city; again: all"),
    Binding(
      reading, [.character("D")], .thisDay, "只看本文的日期；再按取消", "only this article's day; again: all"),
    Binding(reading, [.character("x")], .clearFilter, "清除筛选", "clear the filter"),
    Binding(reading, [.character("a")], .furniture, "显示或隐藏报头、编辑行等版面文字", "show or hide page furniture"),
    Binding(reading, [.character("s")], .sort, "换一种排序", "sort by something else"),
    Binding(reading, [.character("f")], .follow, "转版：到另一版上的另一半", "to the story's other half on another page"),
    Binding(reading, [.character("F")], .followBack, "转版：返回", "back from the other half"),
    Binding(reading, [.character("r")], .raw, "原始版面", "the raw page"),
    Binding(
      [.read, .panel], [.character("o")], .owner, "原始版面：到此行所属的文章", "raw page: the article that owns the line"),
    Binding(reading, [.character("t")], .swapHeadline, "换上次选标题，再按换回", "the runner-up headline, and back"),
    Binding(reading, [.character("i")], .evidence, "依据：各项从哪里得来", "evidence for each value"),
    Binding(reading, [.character("e")], .problems, "读取中的问题", "problems in reading"),
    Binding(reading, [.character("R")], .reload, "重读有变化的文件", "read changed files again"),
    Binding(reading, [.character("?")], .help, "帮助", "help"),
    Binding(reading, [.character("q")], .quit, "退出；在面板或阅读中为返回", "quit; in a panel or reading: back"),
    Binding(Set(Mode.allCases), [.control("l")], .redraw, "重画屏幕", "redraw the screen"),
    Binding(Set(Mode.allCases), [.control("z")], .suspend, "挂起，回到命令行", "suspend to the shell"),
    Binding(Set(Mode.allCases), [.control("c")], .interrupt, "立即退出", "quit at once"),
    Binding([.edit], [.enter], .enter, "保留筛选", "keep the filter"),
    Binding([.edit], [.escape], .back, "恢复原来的筛选", "restore the filter there was"),
    Binding(
      [.edit], [.up, .control("p")], .recallOlder, "较早的筛选（上次运行的也在）", "earlier filter, also of earlier runs"),
    Binding([.edit], [.down, .control("n")], .recallNewer, "较近的筛选", "later filter"),
    Binding([.edit], [.tab], .complete, "补全字段和值", "complete fields and values"),
    Binding([.edit], [.backTab], .completeBack, "上一个补全", "the completion before"),
    Binding(pickers, [.up, .control("p")], .up, "上一项", "previous row"),
    Binding(pickers, [.down, .control("n")], .down, "下一项", "next row"),
    Binding(pickers, [.pageUp], .pageUp, "上一页", "page up"),
    Binding(pickers, [.pageDown], .pageDown, "下一页", "page down"),
    Binding(pickers, [.enter], .enter, "用于筛选；年、月则展开", "apply to the filter; open a year or month"),
    Binding(pickers, [.escape], .back, "关闭", "close"),
    Binding([.cities], [.character(" ")], .mark, "多选城市", "mark several cities"),
    Binding([.cities], [.tab], .sortRows, "城市按拼音或按篇数排列", "sort cities by name or by count"),
    Binding([.dates], [.right, .tab], .inward, "展开年、月", "open a year or month"),
    Binding([.dates], [.left, .backTab], .out, "回到上一级", "one level up"),
    Binding(
      [.dates], [.character("v")], .markEnd, "从这里起选一段，到另一头按 Enter",
      "mark a range from here; Enter at its other end"),
  ]

  /// The modes in the order of the help, each with the bindings that no mode before it has.
  static let chapters: [(mode: Mode, bindings: [Binding])] = {
    let order: [Mode] = [.browse, .read, .edit, .cities, .dates]
    return order.map { mode in
      (mode, bindings.filter { binding in order.first { binding.modes.contains($0) } == mode })
    }
  }()

  private static let table: [Mode: [Key: Action]] = {
    var table: [Mode: [Key: Action]] = [:]
    for binding in bindings {
      for mode in binding.modes {
        for key in binding.keys { table[mode, default: [:]][key] = binding.action }
      }
    }
    return table
  }()

  /// What a key does in a mode, if anything.
  static func action(of key: Key, in mode: Mode) -> Action? { table[mode]?[key] }
}

extension Key {
  /// The key's name on a keyboard, in ASCII.
  func name(in language: Language) -> String {
    switch self {
    case .character(" "): language == .chinese ? "空格" : "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .meta("\u{7F}"): "Alt-Backspace"
    case .meta(let character): "Alt-" + character.uppercased()
    case .wordLeft: "Ctrl-Left"
    case .wordRight: "Ctrl-Right"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    }
  }
}
