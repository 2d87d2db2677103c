import Corpus

/// Everything the browser knows and shows; a plain value, changed by `update` alone.
public struct AppState: Sendable {
  /// Which of two panes the movement keys move.
  enum Focus: Hashable, Sendable {
    /// The list, or the panel in its place.
    case first
    /// The article.
    case detail
  }

  /// Which hit is gone to.
  enum HitStep: Hashable, Sendable { case next, previous }

  /// A filter and the text it was read from.
  struct ReadFilter: Sendable {
    var text = ""
    var filter = Filter()
    /// True where the filter itself says which kinds it wants.
    var namesKind = false
    /// True where it has words that may stand in bodies.
    var hasWords = false
  }

  var size: Size
  var wording: Wording
  var width: CellWidth

  var holdings = Holdings()
  /// Finds in the holdings what a filter asks for.
  var index = ArticleIndex()
  /// For each article, whether it is page furniture.
  var furniture: [Bool] = []
  var filesRead = 0
  var isLoading = true
  /// How fast files are being read, once that is known.
  var bytesPerSecond: Int?
  /// How many files on the disk are no longer what was read of them.
  var changedFiles = 0
  /// True while these are being read again.
  var isReloading = false

  var filter = FilterBar()
  /// The filter whose answer is on the screen.
  var shown = ReadFilter()
  /// The newest filter that was asked about, while there is no answer.
  var asked: (generation: Int, filter: ReadFilter)?
  /// The filter that will be on the screen once its answer has come: what the next key changes.
  var currentText: String { asked?.filter.text ?? shown.text }
  /// A step to the next hit, or to the one before, that was wanted before there was the answer.
  var awaitedHit: HitStep?
  var generation = 0
  /// What is to be shown again once the filter that was left has its answer again.
  var restoring: FilterBar.Before?
  /// Articles that match, by their index in the holdings, ascending.
  var matches: [Int] = []
  /// The same in the order of the list.
  var sorted: [Int] = []
  /// In which order the list is shown.
  var order = SortOrder.reading
  /// Those of them that the list shows.
  var visible: [Int] = []
  var showsFurniture = false
  /// Stories that go on on other pages.
  var jumps = JumpLinks()
  /// The articles from which jumps were followed, the latest last.
  var trail: [Int] = []
  /// Articles whose headlines were exchanged for this session, as they are shown, and with which other one.
  var swapped: [Int: Article] = [:]
  var partners: [Int: Int] = [:]
  /// Whether the list has room for the words around the filter's first hit.
  var showsContexts = false
  /// How many articles are no page furniture.
  var stories = 0

  /// The selected article, by its index in the holdings.
  public internal(set) var selected: Int?
  var listTop = 0
  var focus = Focus.first
  var isReading = false
  var panel: Panel?
  /// A sentence for the status line, until the next key.
  var message: String?
  /// True where the city picker sorts by name, not by count.
  var sortsCitiesByName = false
  /// True once it was said that filters cannot be kept across runs.
  var saidHistoryFault = false

  /// Where the reader is in each article that was scrolled.
  var places: [String: Place] = [:]
  /// The hit that n and N count from.
  var currentHit: Place?
  /// The selected article, set for the detail pane.
  var document: Document?

  /// A browser of nothing yet, on a screen of this size.
  public init(size: Size, language: Language, ambiguous: AmbiguousWidth) {
    self.size = size
    wording = Wording(language: language)
    width = CellWidth(ambiguous: ambiguous)
  }

  /// The selected article.
  var article: Article? { selected.map(shownArticle) }

  /// In which situation a key would be read.
  var mode: Mode {
    if case .picker(let picker) = panel { return picker.subject == .cities ? .cities : .dates }
    if filter.isEditing { return .edit }
    switch panel {
    case .some: return .panel
    case nil: return isReading ? .read : .browse
    }
  }

  /// Where everything lies.
  var layout: Layout {
    Layout(
      size: size, isReading: isReading, panel: panel?.shape ?? .none,
      detailFirst: focus == .detail)
  }

  /// True where the screen is too small to be used.
  var isTooSmall: Bool { size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows }
}

/// What lies over or beside list and detail.
enum Panel: Sendable {
  case picker(Picker)
  case raw(RawPanel)
  case evidence(top: Int)
  case problems(top: Int)
  case help(top: Int)

  var shape: PanelShape {
    switch self {
    case .picker, .raw, .evidence: .side
    case .problems, .help: .full
    }
  }
}

/// The raw page, which of its rows is marked, and which is on top.
struct RawPanel: Sendable {
  var document: RawDocument?
  var cursor = 0
  var top = 0
}

/// The filter as it is being typed.
struct FilterBar: Sendable {
  /// What Esc gives back.
  struct Before: Sendable {
    var text: String
    var shown: AppState.ReadFilter
    var selected: Int?
    var listTop: Int
    var currentHit: Place?
  }

  /// What may stand at the caret.
  struct Completion: Sendable {
    var offers: [FilterCompletion]
    /// Which of them stands there.
    var chosen: Int
    /// The characters that it takes.
    var range: Range<Int>
  }

  var editor = LineEditor()
  var before: Before?
  /// Why the text is no filter.
  var error: FilterError?
  /// The picker that the text asks for: `市:?`.
  var asks: Picker.Subject?
  /// Filters that were kept, oldest first.
  var history: [String] = []
  /// Which of them was recalled, and what had been typed before.
  var recalled: (index: Int, draft: String)?
  /// What Tab offers, while nothing else is typed.
  var completion: Completion?
  /// How many offers on Tab was pressed since it was asked what there are.
  var awaitedSteps: Int?

  var isEditing: Bool { before != nil }
  var text: String { editor.text }
}
