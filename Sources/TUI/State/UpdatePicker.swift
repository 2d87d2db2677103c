import Corpus

extension AppState {
  /// How many rows of a picker are visible, below its title and what is typed.
  var pickerRows: Int { max(1, (layout.panel?.rows ?? 2) - 2) }

  /// Opens a picker: for the filter in the bar while it is being edited, else for the one on the screen.
  mutating func openPicker(_ subject: Picker.Subject) -> [Effect] {
    var picker = Picker(subject, in: filter.isEditing ? filter.text : currentText)
    picker.isByName = sortsCitiesByName
    panel = .picker(picker)
    focus = .first
    return recount()
  }

  /// Asks the counts of the open picker, again where there are more articles now.
  mutating func recount() -> [Effect] {
    guard case .picker(var picker) = panel else { return [] }
    generation += 1
    picker.generation = generation
    panel = .picker(picker)
    guard let rest = picker.rest(beside: currentText) else { return [] }
    return [
      .count(
        CountQuestion(
          generation: generation, field: picker.facet, rest: rest, articles: holdings.articles,
          index: index, showsFurniture: showsFurniture || rest.namesKind))
    ]
  }

  mutating func receive(_ answer: Counts) -> [Effect] {
    guard case .picker(var picker) = panel, picker.generation == answer.generation else { return [] }
    (picker.counts, picker.outcome) = (answer.values, answer.outcome)
    picker.refresh(wording, keeping: picker.selectedRow?.choice)
    panel = .picker(picker)
    return []
  }

  mutating func narrowPicker(_ edit: (inout LineEditor) -> Bool) -> [Effect] {
    guard case .picker(var picker) = panel, edit(&picker.typed) else { return [] }
    if picker.subject == .dates { picker.typed.keepOnly { $0.isNumber || $0 == "-" } }
    picker.refresh(wording)
    panel = .picker(picker)
    return []
  }

  mutating func performInPicker(_ action: Action) -> [Effect] {
    guard case .picker(var picker) = panel else { return [] }
    let page = max(1, pickerRows - 1)
    switch action {
    case .up: picker.move(by: -1)
    case .down: picker.move(by: 1)
    case .pageUp: picker.move(by: -page)
    case .pageDown: picker.move(by: page)
    case .mark: picker.toggleMark()
    case .markEnd: picker.markEnd()
    case .sortRows:
      sortsCitiesByName.toggle()
      picker.isByName = sortsCitiesByName
      picker.refresh(wording, keeping: picker.selectedRow?.choice)
    case .inward: picker.goIn(wording)
    case .out: picker.goOut(wording)
    case .enter: return choose(in: picker)
    case .back where picker.rangeStart != nil: picker.rangeStart = nil
    default:
      closePicker()
      return []
    }
    panel = .picker(picker)
    return []
  }

  private mutating func closePicker() {
    panel = nil
    focus = isReading ? .detail : .first
  }

  private mutating func choose(in picker: Picker) -> [Effect] {
    guard let row = picker.selectedRow else { return [] }
    if picker.rangeStart != nil, row.date != nil { return chooseRange(in: picker) }
    var picker = picker
    switch row.choice {
    case .heading: return []
    case .open:
      picker.goIn(wording)
      panel = .picker(picker)
      return []
    case .all: return apply([], picker)
    case .value(let value): return apply(picker.isMarking ? picker.marked.sorted() : [value], picker)
    }
  }

  private mutating func chooseRange(in picker: Picker) -> [Effect] {
    if let range = picker.range { return apply([range.value], picker) }
    message = wording("一段日期的两头要么都有年份，要么都没有", "both ends of a range need a year, or neither")
    return []
  }

  private mutating func apply(_ values: [String], _ picker: Picker) -> [Effect] {
    closePicker()
    let text = picker.text(choosing: values)
    guard filter.isEditing else { return setFilter(text) }
    filter.editor.set(text)
    return filterChanged()
  }
}
