/// A segment within its index, for the look-ups of one search.
struct IndexScope {
  let segment: IndexSegment
  /// Where its articles begin among all.
  let base: Int
  private let remap: ColumnValues.Remap

  /// The segment number `number`.
  init(_ number: Int, _ index: ArticleIndex) {
    segment = index.segments[number]
    remap = index.remaps[number]
    base = index.bases[number]
  }
}

extension IndexScope {
  func postings(of texts: Finder.Texts) -> TextPostings {
    texts == .titles ? segment.titles : segment.bodies
  }

  func documents(_ subject: Finder.Subject, _ marks: [Bool]) -> DocumentBits {
    let columns = segment.columns
    return switch subject {
    case .place: columns.place.documents(remap.place, where: marks)
    case .date: columns.date.documents(remap.date, where: marks)
    case .paper: columns.paper.documents(remap.paper, where: marks)
    case .page: columns.page.documents(remap.page, where: marks)
    case .source: columns.source.documents(remap.source, where: marks)
    case .kind: columns.kind.documents(remap.kind, where: marks)
    }
  }

  func documents(named marks: [Bool]) -> DocumentBits {
    let columns = segment.columns
    let local = remap.names.map { marks[Int($0)] }
    return DocumentBits(count: segment.count) { document in
      columns.names.ids[columns.namesRange(of: document)].contains { local[Int($0)] }
    }
  }

  /// Documents that surely have what is looked for, and others that may have it.
  func bounds(of finder: Finder) -> (sure: DocumentBits, possible: DocumentBits) {
    let none = DocumentBits(count: segment.count)
    switch finder {
    case .printed(let needle, let texts):
      let codes = SearchCode.codes(of: needle.scalars)
      guard !codes.contains(SearchCode.end) else { return (none, DocumentBits(all: segment.count)) }
      let (bits, isExact) = postings(of: texts).documents(withNeighboursOf: codes)
      return isExact && needle.isKnownByCodes ? (bits, none) : (none, bits)
    case .read(let ways, let texts): return ways.documents(in: postings(of: texts).pairs)
    case .value, .names, .noNames, .flag: return (none, none)
    }
  }
}
