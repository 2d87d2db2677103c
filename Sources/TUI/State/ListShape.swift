import Corpus

/// Where a list shows the words around a filter's first hit.
enum ListShape: Hashable, Sendable {
  /// Nowhere: no words stand in bodies, or there is no room.
  case plain
  /// Beside the headline.
  case column
  /// On a second line below it.
  case line

  /// A list of fewer rows has no second lines: too few articles would be seen.
  static let fewestRows = 12
  /// A list of fewer columns has no room beside headlines.
  static let fewestColumns = 64

  /// How many rows an article takes.
  var rowsPerArticle: Int { self == .line ? 2 : 1 }
}

/// Where the list's columns begin and end. Each is followed by one column for a mark of doubt and one of space.
struct ListColumns: Hashable {
  var date: Range<Int>?
  var hasShortDate: Bool
  var city: Range<Int>
  var headline: Range<Int>
  /// Where the words around the first hit stand: on the same row or on the one below.
  var context: Range<Int>?

  /// The columns of a list so wide.
  init(width: Int, shape: ListShape = .plain) {
    let dateColumns = width >= 48 ? 10 : width >= 34 ? 8 : 0
    let cityColumns = width >= 40 ? 8 : width >= 30 ? 6 : 4
    hasShortDate = dateColumns == 8
    date = dateColumns == 0 ? nil : 1..<1 + dateColumns
    let cityStart = dateColumns == 0 ? 1 : 1 + dateColumns + 2
    city = cityStart..<cityStart + cityColumns
    let start = min(width, city.upperBound + 2)
    switch shape {
    case .plain: headline = start..<width
    case .column:
      let middle = start + (width - start) / 2
      headline = start..<middle - 2
      context = middle..<width
    case .line:
      headline = start..<width
      context = (width >= 60 ? start : cityStart)..<width
    }
  }
}

/// A sentence cut so that its first hit is seen in so many columns.
struct ContextLine: Hashable {
  var text: String
  /// Hits in the text, in Unicode scalars.
  var hits: [Range<Int>]

  /// The sentence from its beginning if the hit is seen then, else from shortly before the hit.
  init(_ context: HitContext, columns: Int, width: CellWidth) {
    (text, hits) = (displayable(context.sentence), context.hits)
    guard let first = hits.first else { return }
    let cut = Self.cut(Array(text), hit: first, columns: columns, width: width)
    guard cut > 0 else { return }
    let ellipsis = "…"
    let dropped = text.prefix(cut).unicodeScalars.count - ellipsis.unicodeScalars.count
    text = ellipsis + text.dropFirst(cut)
    hits = hits.map { $0.lowerBound - dropped..<$0.upperBound - dropped }
  }

  /// How many characters are left out before the hit.
  private static func cut(_ text: [Character], hit: Range<Int>, columns: Int, width: CellWidth) -> Int {
    var (scalars, before, shown) = (0, 0, 0)
    for character in text {
      let size = width.columns(of: character)
      if scalars < hit.lowerBound { before += 1 }
      if scalars < hit.upperBound { shown += size }
      scalars += character.unicodeScalars.count
    }
    guard shown > columns * 3 / 4 else { return 0 }
    var (start, lead) = (before, 0)
    while start > 0, lead + width.columns(of: text[start - 1]) <= columns / 3 {
      start -= 1
      lead += width.columns(of: text[start])
    }
    while start < before, "，、；：,;: ".contains(text[start]) { start += 1 }
    return start
  }
}

extension AppState {
  /// How the list looks now.
  var listShape: ListShape {
    guard showsContexts, let list = layout.list else { return .plain }
    if list.rows >= ListShape.fewestRows { return .line }
    return list.columns >= ListShape.fewestColumns ? .column : .plain
  }

  /// Looks whether the filter's words stand in these bodies: where they are found elsewhere only (pinyin of cities, say),
  /// the list needs no room for them.
  mutating func noticeContexts(in indices: some Sequence<Int>) {
    guard shown.hasWords, !showsContexts else { return }
    showsContexts = indices.prefix(40).contains {
      shown.filter.context(in: holdings.articles[$0]) != nil
    }
  }

  /// How many articles the list shows whole.
  var listRows: Int { max(1, (layout.list?.rows ?? size.rows - 2) / listShape.rowsPerArticle) }
}
