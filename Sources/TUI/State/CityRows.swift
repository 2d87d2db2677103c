import Corpus

/// The rows of the city picker: by province, the fullest first or by name.
struct CityRows {
  var counts: [FacetCount]
  var typed: String
  var isByName = false
  var wording: Wording

  var rows: [Picker.Row] {
    let all = Picker.Row(
      label: wording("全部城市", "all cities"), count: counts.reduce(0) { $0 + $1.count }, choice: .all)
    return (typed.isEmpty ? [all] : []) + known + unknown
  }

  private var known: [Picker.Row] {
    let narrowing = Narrowing(typed)
    let matching = counts.filter { city in
      city.value.map(narrowing.matches) ?? false
        || city.value != nil && city.group.map(narrowing.matches) ?? false
    }
    let groups = Dictionary(grouping: matching) { $0.group ?? "" }
    let rows = groups.map { name, cities in
      Picker.Row(label: name, count: cities.reduce(0) { $0 + $1.count }, choice: .heading)
    }
    return sorted(rows).flatMap { [$0] + cities(groups[$0.label] ?? []) }
  }

  private func cities(_ cities: [FacetCount]) -> [Picker.Row] {
    sorted(
      cities.compactMap { city in
        city.value.map { Picker.Row(label: $0, count: city.count, choice: .value($0)) }
      })
  }

  private func sorted(_ rows: [Picker.Row]) -> [Picker.Row] {
    guard isByName else { return rows.sorted { ($1.count, $0.label) < ($0.count, $1.label) } }
    let spelled = rows.map { (spelling: Pinyin.spelling(of: $0.label), row: $0) }
    return spelled.sorted { ($0.spelling, $0.row.label) < ($1.spelling, $1.row.label) }.map(\.row)
  }

  private var unknown: [Picker.Row] {
    let count = counts.filter { $0.value == nil }.reduce(0) { $0 + $1.count }
    guard typed.isEmpty, count > 0 else { return [] }
    return [
      Picker.Row(label: "", count: count, choice: .heading),
      Picker.Row(label: wording("城市不详", "city unknown"), count: count, choice: .value("无")),
    ]
  }
}

/// Whether a name answers to what was typed, in Chinese or in pinyin.
struct Narrowing {
  private let typed: String
  private let pinyin: PinyinQuery?

  init(_ typed: String) {
    self.typed = typed.filter { !$0.isWhitespace }.lowercased()
    pinyin = PinyinQuery(self.typed)
  }

  func matches(_ name: String) -> Bool {
    typed.isEmpty || name.lowercased().contains(typed)
      || pinyin?.firstMatch(in: Array(name.unicodeScalars))?.lowerBound == 0
  }
}
