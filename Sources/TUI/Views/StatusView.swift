import Corpus

/// The bottom row: where one is, what is going on, and which keys lead on.
struct StatusView {
  var state: AppState

  func draw(in area: Rect, _ grid: inout Grid) {
    grid.clear(area, Style(.status))
    if state.mode == .edit, state.filter.completion == nil, let fault = state.filter.error {
      grid.put(" " + fault.message(in: state.wording.language), Style(.error), in: area)
      return
    }
    var at = put(places, .text, at: 0, in: area, &grid)
    if let message = state.message, !fits(message, at, area) {
      // What a key has done is worth more than where one is.
      grid.clear(area, Style(.status))
      grid.put(" " + message, Style(.status), in: area)
      return
    }
    at = put(
      [state.message, fault, progress, speed, changes, problems, filter], Style(.status), at: at, in: area,
      &grid)
    drawKeys(in: area.inset(left: at + 1), &grid)
  }

  private func fits(_ phrase: String, _ start: Int, _ area: Rect) -> Bool {
    start + state.width.columns(of: phrase) + 1 < area.columns
  }

  /// Puts phrases that fit side by side, each with a space around it, and gives the column after them.
  private func put(_ phrases: [String?], _ style: Style, at start: Int, in area: Rect, _ grid: inout Grid)
    -> Int
  {
    var at = start
    for phrase in phrases.compactMap({ $0 }) where fits(phrase, at, area) {
      at = grid.put(" " + phrase + " ", style, at: at, in: area)
    }
    return at
  }

  /// Where one is. It changes with every key, so it has no colours: on a slow line they would cost more than it.
  private var places: [String?] { [position, sorting, reading] }

  private var position: String? {
    guard let row = state.selectedRow else { return nil }
    return "\(row + 1)/\(state.visible.count)"
  }

  /// True while nothing but list and article is on the screen: else what the keys do is more important than which list it is.
  private var isOnList: Bool { state.mode == .browse || state.mode == .read }

  /// The order of the list, where that can be seen.
  private var sorting: String? {
    guard state.mode == .browse, state.message == nil else { return nil }
    let name = state.wording.name(of: state.order)
    return state.wording("按\(name) (s)", "by \(name) (s)")
  }

  /// How far one has read.
  private var reading: String? {
    guard state.layout.detail != nil, let document = state.document else { return nil }
    let (shown, all) = (state.detailLines, document.lines.count)
    guard shown.count < all else { return nil }
    let percent = shown.upperBound * 100 / all
    return state.wording(
      "\(percent)% 行 \(shown.upperBound)/\(all)", "\(percent)% line \(shown.upperBound)/\(all)")
  }

  private var progress: String? {
    guard state.isLoading else { return nil }
    let (files, articles) = (state.filesRead, state.holdings.articles.count)
    return state.wording("正在读取：\(files) 个文件 \(articles) 篇", "reading: \(files) files, \(articles) articles")
  }

  private var speed: String? {
    guard state.isLoading, let speed = state.bytesPerSecond else { return nil }
    guard speed >= 1_000_000 else { return "\(speed / 1000) KB/s" }
    return "\(speed / 1_000_000).\(speed / 100_000 % 10) MB/s"
  }

  /// Files that changed on the disk since they were read.
  private var changes: String? {
    if state.isReloading { return state.wording("正在重读", "reading again") }
    guard state.changedFiles > 0 else { return nil }
    let count = state.changedFiles
    return state.wording("\(count) 个文件有变化 (R 重读)", "\(count) file\(count == 1 ? "" : "s") changed (R reads)")
  }

  private var problems: String? {
    let count = state.holdings.problems.count
    guard count > 0 else { return nil }
    return state.wording("\(count) 个问题 (e)", "\(count) problem\(count == 1 ? "" : "s") (e)")
  }

  /// The filter in the bar is wrong, and the list still that of the one before.
  private var fault: String? {
    guard state.filter.error != nil, isOnList else { return nil }
    return state.wording("筛选有误 (/ 改 x 清除)", "wrong filter (/ edits, x clears)")
  }

  private var filter: String? {
    if state.asked != nil { return state.wording("正在筛选", "filtering") }
    return state.shown.filter.isEmpty || !isOnList ? nil : state.wording("已筛选 (x 清除)", "filtered (x clears)")
  }

  private func drawKeys(in area: Rect, _ grid: inout Grid) {
    let hints = hints
    var columns = hints.map { state.width.columns(of: $0.key + " " + $0.meaning) + 2 }
    while columns.reduce(0, +) > area.columns - 1, !columns.isEmpty { columns.removeLast() }
    var at = area.columns - 1 - columns.reduce(0, +)
    for (hint, width) in zip(hints, columns) {
      let next = grid.put(hint.key, Style(.statusKey), at: at + 2, in: area)
      grid.put(" " + hint.meaning, Style(.status), at: next, in: area)
      at += width
    }
  }

  private var isInRange: Bool {
    if case .picker(let picker) = state.panel { picker.rangeStart != nil } else { false }
  }

  private var hints: [(key: String, meaning: String)] {
    let wording = state.wording
    switch state.mode {
    case .edit: return [("Enter", wording("保留", "keep")), ("Esc", wording("取消", "undo"))]
    case .cities:
      return [
        ("Enter", wording("选定", "choose")), ("Esc", wording("关闭", "close")),
        (wording("空格", "Space"), wording("多选", "mark")), ("Tab", wording("排列", "sort")),
      ]
    case .dates where isInRange:
      return [("Enter", wording("到这一天", "up to here")), ("Esc", wording("取消", "cancel"))]
    case .dates:
      return [
        ("Enter", wording("选定", "choose")), ("Esc", wording("关闭", "close")),
        ("v", wording("选一段", "range")), ("Right", wording("展开", "open")),
      ]
    case .panel, .read:
      return jump + [
        ("q", wording("返回", "back")), ("[ ]", wording("上下篇", "articles")), ("?", wording("帮助", "help")),
      ]
    case .browse:
      return jump + [
        ("?", wording("帮助", "help")), ("/", wording("筛选", "filter")), ("c", wording("城市", "cities")),
        ("d", wording("日期", "dates")), ("Enter", wording("阅读", "read")), ("q", wording("退出", "quit")),
      ]
    }
  }

  /// Where the selected article's other half is, if it is there.
  private var jump: [(key: String, meaning: String)] {
    guard let other = state.otherHalf, let page = state.holdings.articles[other].page else { return [] }
    let name = displayable(Int(page) == nil ? page : state.wording("第\(page)版", "page \(page)"))
    return [("f", state.wording("到", "to ") + name)]
  }
}
