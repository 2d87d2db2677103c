extension ArticleIndex {
  /// Counts found articles by a value, as `facetCounts` does one by one.
  public func facetCounts(_ facet: Facet, of found: ArticleSet, in articles: [Article]) -> [FacetCount] {
    var groups: [ValueGroup] = []
    for (number, bits) in found.segments.enumerated() {
      let remap = remaps[number]
      let columns = segments[number].columns
      let base = bases[number]
      switch facet {
      case .city: columns.place.count(bits, remap.place, from: base, into: &groups)
      case .year, .month, .day: columns.date.count(bits, remap.date, from: base, into: &groups)
      case .paper: columns.paper.count(bits, remap.paper, from: base, into: &groups)
      case .kind: columns.kind.count(bits, remap.kind, from: base, into: &groups)
      }
    }
    // The first article of each value comes first, since it may name the province.
    let known = groups.filter { $0.count > 0 }.sorted { $0.first < $1.first }
    let all = known + found.rest.map { ValueGroup(first: $0, count: 1) }
    return Corpus.facetCounts(facet, of: all.lazy.map { (articles[$0.first], $0.count) })
  }
}

/// The articles with one value.
private struct ValueGroup {
  /// The place of the first of them.
  var first = 0
  var count = 0
}

extension Column {
  /// Counts some articles of a segment into the groups of their values' numbers in the index.
  fileprivate func count(
    _ bits: DocumentBits, _ remap: [UInt32], from base: Int, into groups: inout [ValueGroup]
  ) {
    let most = Int(remap.max() ?? 0)
    if groups.count <= most {
      groups += [ValueGroup](repeating: ValueGroup(), count: most + 1 - groups.count)
    }
    bits.forEach { document in
      let number = Int(remap[Int(ids[document])])
      if groups[number].count == 0 { groups[number].first = base + document }
      groups[number].count += 1
    }
  }
}
