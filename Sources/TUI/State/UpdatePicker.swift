import Corpus

extension AppState {
  /// How many rows of a picker are visible, below its title and what is typed.
  var pickerRows: Int { max(1, (layout.panel?.rows ?? 2) - 2) }

  mutating func openPicker(_ subject: Picker.Subject) -> [Effect] {
    var picker = Picker(subject)
    picker.marked = Set(FilterText.values(of: picker.field, in: shown.text))
    panel = .picker(picker)
    focus = .first
    return countAgain()
  }

  /// Asks for the counts of the picker that is open, if one is.
  mutating func countAgain() -> [Effect] {
    guard case .picker(var picker) = panel else { return [] }
    generation += 1
    picker.generation = generation
    panel = .picker(picker)
    guard let rest = try? restOfFilter(without: picker.field) else { return [] }
    return [
      .count(
        CountQuestion(
          generation: generation, field: picker.facet, filter: rest, articles: holdings.articles,
          index: index,
          showsFurniture: showsFurniture || shown.namesKind))
    ]
  }

  /// The filter on the screen without its conditions on one field.
  private func restOfFilter(without field: FilterField) throws(FilterError) -> Filter {
    try Filter(parsing: FilterText.removing(field, from: shown.text))
  }

  mutating func receive(_ answer: Counts) -> [Effect] {
    guard case .picker(var picker) = panel, picker.generation == answer.generation else { return [] }
    picker.counts = answer.values
    picker.refresh(wording)
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
    case .mark: if picker.subject == .cities { picker.toggleMark() }
    case .inward: picker.goIn(wording)
    case .out: picker.goOut(wording)
    case .enter: return choose(in: picker)
    default:
      panel = nil
      focus = isReading ? .detail : .first
      return []
    }
    panel = .picker(picker)
    return []
  }

  private mutating func choose(in picker: Picker) -> [Effect] {
    var picker = picker
    guard let row = picker.selectedRow else { return [] }
    switch row.choice {
    case .heading: return []
    case .open:
      picker.goIn(wording)
      panel = .picker(picker)
      return []
    case .all: return apply([], to: picker.field)
    case .value(let value):
      return apply(picker.isMarking ? picker.marked.sorted() : [value], to: picker.field)
    }
  }

  private mutating func apply(_ values: [String], to field: FilterField) -> [Effect] {
    panel = nil
    focus = isReading ? .detail : .first
    let text =
      values.isEmpty
      ? FilterText.removing(field, from: shown.text) : FilterText.setting(field, to: values, in: shown.text)
    return setFilter(text)
  }
}

extension Picker {
  /// The field of the filter language that a choice sets.
  var field: FilterField { subject == .cities ? .city : .date }
  /// What is counted.
  var facet: Facet { subject == .cities ? .city : .day }

  mutating func goIn(_ wording: Wording) {
    guard case .open(let next)? = selectedRow?.choice else { return }
    level = next
    typed = LineEditor()
    refresh(wording)
  }

  mutating func goOut(_ wording: Wording) {
    let old = level
    switch old {
    case .years: return
    case .months: level = .years
    case .days(let year, _): level = .months(year: year)
    }
    refresh(wording, keeping: .open(old))
  }
}
