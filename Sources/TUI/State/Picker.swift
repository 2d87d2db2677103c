import Corpus

/// A list of a field's values with their counts, narrowed by typing.
struct Picker: Sendable {
  /// What is picked.
  enum Subject: Hashable, Sendable {
    case cities, dates

    /// The picker of a field; most have none.
    init?(_ field: FilterField) {
      switch field {
      case .city: self = .cities
      case .date: self = .dates
      default: return nil
      }
    }
  }

  /// How deep into the dates one has gone.
  enum Level: Hashable, Sendable {
    case years
    case months(year: Int?)
    case days(year: Int?, month: Int)
  }

  /// What Enter does on a row.
  enum Choice: Hashable, Sendable {
    /// No condition on the field.
    case all
    /// This value of the filter language.
    case value(String)
    /// Shows what is below.
    case open(Level)
    /// A heading; it cannot be selected.
    case heading
  }

  struct Row: Hashable, Sendable {
    var label: String
    var count: Int
    var choice: Choice
    /// The day, month or year that it stands for.
    var date: PartialDate?
  }

  var subject: Subject
  /// The filter text in which a choice is set.
  var text: String
  /// What asks for the choice, where it is no condition that every article must fulfil: the choice takes its place.
  var ask: FilterAsk?
  var generation = 0
  /// What was counted, or nil while there is no answer: for each value, how many articles it decides about.
  var counts: [FacetCount]?
  /// How many articles the list has once a value is chosen.
  var outcome = Outcome()
  var typed = LineEditor()
  var level = Level.years
  /// True where cities are sorted by name.
  var isByName = false
  /// Values that the filter names, or that were marked since.
  var marked: Set<String>
  /// True once a value was marked by hand: Enter then applies the marked ones.
  private(set) var isMarking = false
  /// True where the filter names values.
  private var namesValues: Bool
  /// One end of a range of days.
  var rangeStart: PartialDate?
  var rows: [Row] = []
  var selected = 0
  var top = 0

  init(_ subject: Subject, in text: String) {
    self.subject = subject
    self.text = text
    marked = []
    namesValues = false
    ask = FilterText.asked(in: text).flatMap { $0.field == field && !$0.isPlain ? $0 : nil }
    marked = Set(ask?.values ?? FilterText.values(of: field, in: text))
    namesValues = !marked.isEmpty
  }

  /// The field of the filter language that a choice sets.
  var field: FilterField { subject == .cities ? .city : .date }
  /// What is counted.
  var facet: Facet { subject == .cities ? .city : .day }

  var selectedRow: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  /// Makes the rows anew, and selects the first that can be selected or the one that was.
  mutating func refresh(_ wording: Wording, keeping choice: Choice? = nil) {
    guard let counts else { return rows = [] }
    switch subject {
    case .cities:
      rows = CityRows(counts: counts, typed: typed.text, isByName: isByName, wording: wording).rows
    case .dates: rows = DateRows(counts: counts, typed: typed.text, level: level, wording: wording).rows
    }
    // To drop a condition beside a `|` or after a `-` changes what the rest means.
    if ask != nil { rows.removeAll { $0.choice == .all } }
    for index in rows.indices { rows[index].count = outcome.count(deciding: rows[index].count) }
    selected = rows.firstIndex { $0.choice == choice } ?? firstUseful
    top = 0
  }

  /// The first row worth to be under the cursor: below "all" if something follows it.
  private var firstUseful: Int {
    let values = rows.indices.filter { rows[$0].choice != .heading && rows[$0].choice != .all }
    return values.first ?? rows.firstIndex { $0.choice != .heading } ?? 0
  }

  mutating func move(by step: Int) {
    guard !rows.isEmpty else { return }
    var at = min(max(0, selected + step), rows.count - 1)
    let direction = step < 0 ? -1 : 1
    while rows.indices.contains(at), rows[at].choice == .heading { at += direction }
    // Above the first row that can be selected, and below the last one, stand headings at most.
    let useful = rows.indices.filter { rows[$0].choice != .heading }
    if let end = step < 0 ? useful.first : useful.last { selected = rows.indices.contains(at) ? at : end }
  }

  mutating func toggleMark() {
    guard case .value(let value)? = selectedRow?.choice else { return }
    if marked.remove(value) == nil { marked.insert(value) }
    // Marks that were all taken back leave the choice to the cursor, but that of a filter's values drops these.
    isMarking = !marked.isEmpty || namesValues
    move(by: 1)
  }

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
    typed = LineEditor()
    refresh(wording, keeping: .open(old))
  }

  mutating func keepSelectionInView(rows visible: Int) {
    let above = selected > 0 && rows[selected - 1].choice == .heading ? selected - 1 : selected
    top = min(top, above)
    top = max(top, selected - visible + 1)
    top = max(0, min(top, rows.count - visible))
  }
}
