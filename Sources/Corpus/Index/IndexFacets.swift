extension ArticleIndex {
  /// Counts found articles by a value, as `facetCounts` does one by one.
  public func facetCounts(_ facet: Facet, of found: ArticleSet, in articles: [Article]) -> [FacetCount] {
    var groups: [(first: Int, count: Int)] = found.rest.map { ($0, 1) }
    for (number, bits) in found.segments.enumerated() {
      let base = bases[number]
      groups += segments[number].columns.groups(facet, of: bits).map { (base + $0.first, $0.count) }
    }
    // The first article of each value comes first, since it may name the province.
    groups.sort { $0.first < $1.first }
    return Corpus.facetCounts(facet, of: groups.lazy.map { (articles[$0.first], $0.count) })
  }
}

extension ArticleColumns {
  /// For each value among some articles, the first of them and their number.
  fileprivate func groups(_ facet: Facet, of bits: DocumentBits) -> [(first: Int, count: Int)] {
    switch facet {
    case .city: place.groups(of: bits)
    case .year, .month, .day: date.groups(of: bits)
    case .paper: paper.groups(of: bits)
    case .kind: kind.groups(of: bits)
    }
  }
}

extension Column {
  fileprivate func groups(of bits: DocumentBits) -> [(first: Int, count: Int)] {
    var groups = [(first: Int, count: Int)](repeating: (0, 0), count: values.count)
    bits.forEach { document in
      let id = Int(ids[document])
      if groups[id].count == 0 { groups[id].first = document }
      groups[id].count += 1
    }
    return groups.filter { $0.count > 0 }
  }
}
