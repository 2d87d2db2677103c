extension NameIndex {
  /// The names by which `places` are called in running text, and the ordinary words that are none.
  init(of places: [Place]) {
    self.init()
    for (index, place) in places.enumerated() {
      if !OrdinaryWords.isWord(fullName: place.name) {
        add(place.name.unicodeScalars, place: index, isFullName: true)
        addColloquialFullName(of: place, index)
      }
    }
    let current = Self.shortNames(of: places)
    for (index, place) in places.enumerated()
    where place.shortName != place.name && Self.isCalledByShortName(place, besides: current) {
      add(place.shortName.unicodeScalars, place: index)
    }
    for word in OrdinaryWords.hiding { add(word.text.unicodeScalars, place: -1) }
    for word in ForeignNames.hiding where !OrdinaryWords.hiding.contains(PlainName(word)) {
      add(word.unicodeScalars, place: -1)
    }
    finish { Self.comesFirst(places[$0], places[$1]) }
  }

  /// Places of today before those of the past, higher tiers before lower ones.
  private static func comesFirst(_ a: Place, _ b: Place) -> Bool {
    (a.isHistoric ? 1 : 0, a.level.rawValue, a.code) < (b.isHistoric ? 1 : 0, b.level.rawValue, b.code)
  }

  /// 恩施州 for 恩施土家族苗族自治州, 青龙县 for 青龙满族自治县, 鄂伦春旗 for 鄂伦春自治旗.
  private mutating func addColloquialFullName(of place: Place, _ index: Int) {
    let name = place.name.unicodeScalars
    guard let kind = name.last, kind == "州" || kind == "县" || kind == "旗",
      name.count > place.shortName.unicodeScalars.count + 2
    else { return }
    add(Array(place.shortName.unicodeScalars) + [kind], place: index, isFullName: true)
  }

  private static func shortNames(of places: [Place]) -> Set<PlainName> {
    var names = Set<PlainName>(minimumCapacity: places.count)
    for place in places where !place.isHistoric { names.insert(PlainName(place.shortName)) }
    return names
  }

  /// Counties of the past, and names of the past that a place of today still has, are called by their full name only.
  private static func isCalledByShortName(_ place: Place, besides current: Set<PlainName>) -> Bool {
    let name = PlainName(place.shortName)
    if place.isHistoric, place.level == .county || current.contains(name) { return false }
    switch place.level {
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

  static func == (a: PlainName, b: PlainName) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
