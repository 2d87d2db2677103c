/// The administrative divisions of China, of today and since 1980, and where their names stand in a text.
public final class Gazetteer: Sendable {
  /// The gazetteer; read from the program's own table when it is first used.
  public static let shared = Gazetteer(places: DivisionReader.places(of: DivisionTable.rows))

  /// Every place: those of today by code, then those of the past.
  public let places: [Place]
  private let indexByCode: [Int: Int]
  private let citiesByName: [String: [Int]]
  /// For each place the index of its city, or -1.
  private let cityIndices: [Int32]
  let names: NameIndex

  init(places: [Place]) {
    self.places = places
    let indexByCode = Dictionary(
      places.indices.lazy.map { (places[$0].code, $0) }, uniquingKeysWith: { first, _ in first })
    self.indexByCode = indexByCode
    cityIndices = places.indices.map { Int32(Self.cityIndex(of: $0, places, indexByCode) ?? -1) }
    let cities = places.indices.filter { Self.countsAsCity($0, of: places) && !places[$0].isHistoric }
    citiesByName = Dictionary(
      cities.map { (places[$0].shortName, [$0]) } + cities.map { (places[$0].name, [$0]) },
      uniquingKeysWith: { $0 + $1 })
    names = NameIndex(of: places)
  }

  /// The place of today with a six-digit code; one of the past where the code is no longer in use.
  public func place(code: Int) -> Place? {
    indexByCode[code].map { places[$0] }
  }

  /// The division that a place belongs to: 范县 → 濮阳市, 濮阳市 → 河南省; 襄樊市, of the past, → 襄阳市.
  public func parent(of place: Place) -> Place? {
    self.place(code: place.parentCode)
  }

  /// The city of today that a place lies in, which may be itself: 范县 → 濮阳市, 北京's 朝阳区 → 北京市, 济源市 → 济源市;
  /// nil for a province.
  public func city(of place: Place) -> Place? {
    if !place.isHistoric, Self.countsAsCity(place.level, place.code, in: place.parentCode) { return place }
    return Self.cityIndex(above: place.parentCode, places, indexByCode).map { places[$0] }
  }

  /// The index of the city of the place of an index.
  func cityIndex(of index: Int) -> Int? {
    let city = Int(cityIndices[index])
    return city < 0 ? nil : city
  }

  private static func cityIndex(of index: Int, _ places: [Place], _ indexByCode: [Int: Int]) -> Int? {
    if !places[index].isHistoric, countsAsCity(index, of: places) { return index }
    return cityIndex(above: places[index].parentCode, places, indexByCode)
  }

  private static func cityIndex(above code: Int, _ places: [Place], _ indexByCode: [Int: Int]) -> Int? {
    var code = code
    while let index = indexByCode[code] {
      if !places[index].isHistoric, countsAsCity(index, of: places) { return index }
      code = places[index].parentCode
    }
    return nil
  }

  /// The province that a place lies in, which may be itself.
  public func province(of place: Place) -> Place? {
    place.level == .province ? place : parent(of: place).flatMap { province(of: $0) }
  }

  /// The index of the province that the place of an index lies in.
  func provinceIndex(of index: Int) -> Int? {
    var index = index
    while places[index].level != .province {
      guard let parent = indexByCode[places[index].parentCode] else { return nil }
      index = parent
    }
    return index
  }

  /// Cities of today with a short or full name: prefecture-level cities, municipalities, and counties directly under a
  /// province (吉林 → 吉林市, 济源 → 济源市).
  public func cities(named name: String) -> [Place] {
    cityIndices(named: name).map { places[$0] }
  }

  /// The same as indices of places.
  func cityIndices(named name: String) -> [Int] { citiesByName[name, default: []] }

  /// Municipalities, Hong Kong and Macau; prefectures; counties that lie directly in a province.
  private static func countsAsCity(_ level: Place.Level, _ code: Int, in parent: Int) -> Bool {
    switch level {
    case .province: return provincesThatAreCities.contains(code)
    case .prefecture: return true
    case .county: return parent % 10000 == 0 && !provincesThatAreCities.contains(parent)
    }
  }

  private static func countsAsCity(_ index: Int, of places: [Place]) -> Bool {
    countsAsCity(places[index].level, places[index].code, in: places[index].parentCode)
  }

  /// Whether a name is one of counties and districts only.
  func isCounty(_ name: Name) -> Bool {
    names.places(of: name.entries).allSatisfy { places[$0].level == .county }
  }

  /// Whether a text is nothing but one place's name.
  func isPlace(_ text: Scalars) -> Bool { found(in: text).contains { $0.range == text.indices } }

  private static let provincesThatAreCities: Set = [110000, 120000, 310000, 500000, 810000, 820000]
}
