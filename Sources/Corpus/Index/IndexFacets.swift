extension ArticleIndex {
  /// Counts found articles by a value, as `facetCounts` does one by one.
  public func facetCounts(_ facet: Facet, of found: ArticleSet, in articles: [Article]) -> [FacetCount] {
    var tally = FacetTally(facet)
    switch facet {
    case .city:
      // The first article of each value comes first, since it may name the province.
      let groups = groups(of: found, \.place, \.place).sorted { $0.first < $1.first }
      for group in groups {
        let place = values.place.values[group.number]
        tally.add(place.city, of: place.province, count: group.count)
      }
    case .year, .month, .day:
      for group in groups(of: found, \.date, \.date) {
        tally.add(values.date.values[group.number], count: group.count)
      }
    case .paper:
      for group in groups(of: found, \.paper, \.paper) {
        tally.add(values.paper.values[group.number], count: group.count)
      }
    case .kind:
      for group in groups(of: found, \.kind, \.kind) {
        tally.add(values.kind.values[group.number].rawValue, count: group.count)
      }
    }
    for index in found.rest { tally.add(articles[index]) }
    return tally.counts
  }

  /// Found articles by their value in a column.
  private func groups<Value>(
    of found: ArticleSet, _ column: KeyPath<ArticleColumns, Column<Value>>,
    _ remap: KeyPath<ColumnValues.Remap, [UInt32]>
  ) -> [ValueGroup] {
    var groups: [ValueGroup] = []
    for (number, bits) in found.segments.enumerated() where !bits.isEmpty {
      segments[number].columns[keyPath: column].count(
        bits, remaps[number][keyPath: remap], from: bases[number], into: &groups)
    }
    return groups.filter { $0.count > 0 }
  }
}

/// The articles with one value.
private struct ValueGroup {
  /// The value's number in the index.
  let number: Int
  /// The place of the first of them.
  var first = 0
  var count = 0
}

extension Column {
  /// Counts some articles of a segment into the groups of their values' numbers in the index.
  fileprivate func count(
    _ bits: DocumentBits, _ remap: [UInt32], from base: Int, into groups: inout [ValueGroup]
  ) {
    for number in groups.count..<max(groups.count, Int(remap.max() ?? 0) + 1) {
      groups.append(ValueGroup(number: number))
    }
    bits.forEach { document in
      let number = Int(remap[Int(ids[document])])
      if groups[number].count == 0 { groups[number].first = base + document }
      groups[number].count += 1
    }
  }
}
