import Corpus

extension AppState {
  /// The whole screen. `settle` must have been called after the last update.
  public func frame() -> Grid {
    var grid = Grid(size: size, width: width)
    guard !isTooSmall else {
      grid.put(wording("窗口太小", "too small"), Style(.error), in: Rect(size).line(0))
      return grid
    }
    let layout = layout
    FilterBarView(state: self).draw(in: layout.filter, &grid)
    if let list = layout.list { ListView(state: self).draw(in: list, &grid) }
    if let panel = layout.panel { draw(panel, &grid) }
    if let detail = layout.detail { DetailView(state: self).draw(in: detail, &grid) }
    if let divider = layout.divider {
      grid.fill(divider.columns == 1 ? .vertical : .horizontal, .frame, divider)
    }
    StatusView(state: self).draw(in: layout.status, &grid)
    return grid
  }

  private func draw(_ area: Rect, _ grid: inout Grid) {
    switch panel {
    case .picker(let picker): PickerView(picker: picker, wording: wording, width: width).draw(in: area, &grid)
    case .raw(let raw): RawView(raw: raw, state: self).draw(in: area, &grid)
    case .evidence(let top):
      let title = wording("依据", "Evidence")
      LinesView(title: title, lines: PanelText.evidence(self), top: top).draw(in: area, &grid)
    case .problems(let top):
      let title = wording(
        "问题：\(holdings.problems.count)", "Problems: \(holdings.problems.count)")
      LinesView(title: title, lines: PanelText.problems(self), top: top).draw(in: area, &grid)
    case .help(let top):
      LinesView(title: wording("按键", "Keys"), lines: PanelText.help(self), top: top).draw(in: area, &grid)
    case nil: break
    }
  }
}
