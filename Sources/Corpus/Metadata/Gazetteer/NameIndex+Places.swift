extension NameIndex {
  /// The names by which `places` are called in running text, and the ordinary words that are none.
  init(of places: [Place]) {
    self.init()
    for index in places.indices where !OrdinaryWords.isWord(fullName: places[index].name) {
      add(places[index].name, place: index, isFullName: true)
      addColloquialFullName(of: index, in: places)
    }
    let current = Self.shortNames(of: places)
    for index in places.indices where Self.isCalledByShortName(index, in: places, besides: current) {
      add(places[index].shortName, place: index)
    }
    for word in OrdinaryWords.hiding { add(word.text, place: -1) }
    for word in ForeignNames.hiding where !OrdinaryWords.hiding.contains(PlainName(word)) {
      add(word, place: -1)
    }
    finish { Self.comesFirst(places[$0], places[$1]) }
  }

  /// Places of today before those of the past, higher tiers before lower ones.
  private static func comesFirst(_ a: Place, _ b: Place) -> Bool {
    (a.isHistoric ? 1 : 0, a.level.rawValue, a.code) < (b.isHistoric ? 1 : 0, b.level.rawValue, b.code)
  }

  /// 恩施州 for 恩施土家族苗族自治州, 青龙县 for 青龙满族自治县, 鄂伦春旗 for 鄂伦春自治旗.
  private mutating func addColloquialFullName(of index: Int, in places: [Place]) {
    // Each character has three bytes.
    guard places[index].name.utf8.count > places[index].shortName.utf8.count + 6,
      let kind = places[index].name.unicodeScalars.last, kind == "州" || kind == "县" || kind == "旗"
    else { return }
    add(places[index].shortName, kind: kind, place: index, isFullName: true)
  }

  private static func shortNames(of places: [Place]) -> Set<PlainName> {
    var names = Set<PlainName>(minimumCapacity: places.count)
    for index in places.indices where !places[index].isHistoric {
      names.insert(PlainName(places[index].shortName))
    }
    return names
  }

  /// Counties of the past, and names of the past that a place of today still has, are called by their full name only.
  private static func isCalledByShortName(
    _ index: Int, in places: [Place], besides current: Set<PlainName>
  ) -> Bool {
    let (name, level) = (PlainName(places[index].shortName), places[index].level)
    if name == PlainName(places[index].name) { return false }
    if places[index].isHistoric, level == .county || current.contains(name) { return false }
    switch level {
    case .province: return true
    case .prefecture: return !OrdinaryWords.prefectures.contains(name)
    case .county: return !OrdinaryWords.shortNames.contains(name)
    }
  }
}

/// A name that is compared byte by byte: as text, it would first be brought into Unicode's normal form, which the names of
/// tables are in.
struct PlainName: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: PlainName, b: PlainName) -> Bool {
    guard a.text.utf8.count == b.text.utf8.count else { return false }
    var (first, second) = (a.text, b.text)
    return first.withUTF8 { first in second.withUTF8 { first.elementsEqual($0) } }
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
