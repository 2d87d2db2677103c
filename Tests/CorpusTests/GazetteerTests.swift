import Testing

@testable import Corpus

@Suite struct GazetteerTests {
  private let gazetteer = Gazetteer.shared

  private func mentions(_ text: String) -> [Mention] {
    gazetteer.mentions(in: Array(text.unicodeScalars))
  }

  /// The names found, each with the cities it may stand for (a province stands for itself).
  private func found(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return gazetteer.mentions(in: scalars).map { mention in
      var name = String.UnicodeScalarView()
      name.append(contentsOf: scalars[mention.range])
      let cities = mention.places.map { (gazetteer.city(of: $0) ?? $0).shortName }
      return "\(String(name))→" + uniqued(cities).joined(separator: ",")
    }
  }

  private func uniqued(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  @Test(arguments: [
    ("范县召开会议", ["范县→濮阳"]),
    ("山西省长治市潞城区", ["山西省→山西", "长治市→长治", "潞城区→长治"]),
    ("记者从郸城县获悉", ["郸城县→周口"]),
    ("平顺的连翘", ["平顺→长治"]),
    ("新华社北京3月17日电", ["北京→北京"]),
    ("呼和浩特市和包头市", ["呼和浩特市→呼和浩特", "包头市→包头"]),
    ("济源、仙桃、石河子、琼海、神农架", ["济源→济源", "仙桃→仙桃", "石河子→石河子", "琼海→琼海", "神农架→神农架"]),
    ("东莞和儋州", ["东莞→东莞", "儋州→儋州"]),
    ("香港、澳门、台北", ["香港→香港", "澳门→澳门", "台北→台北"]),
    ("恩施州与黔东南", ["恩施州→恩施", "黔东南→黔东南"]),
    ("青龙县的板栗", ["青龙县→秦皇岛"]),
    ("张家口晴", ["张家口→张家口"]),
    ("襄樊的老城墙", ["襄樊→襄阳"]),
    ("思茅市、莱芜市、潞城市", ["思茅市→普洱", "莱芜市→济南", "潞城市→长治"]),
    ("达县地区和万县市", ["达县地区→达州", "万县市→重庆"]),
  ])
  func findsPlacesAndTheirCities(_ text: String, _ expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    "南京西路人来人往", "北京路", "中山东一路", "人民在北京大街", "上海道", "长春花开了", "经济南移", "新县域经济",
    "重庆路", "长治久安", "大理石", "世界大同", "和平与发展", "合作共赢", "平原上", "创新县域经济", "店里", "来宾入座",
    "黄河南岸", "太湖北岸", "城区改造", "诚信阳光", "由于都在沿海城市", "坚如磐石", "平顺镇", "平顺村里", "情况复杂多变", "",
    "市区新增停车位", "高新区开通公交线", "江北新区", "雄安新区", "市郊区", "公园区域", "盐区", "新市民", "和安全", "和康复", "成立新区",
    "吉隆坡", "多伦多", "乌兰巴托", "巴马科", "哈博罗内", "黑山", "北海道", "巴西安全部门", "挪威海", "波兰西部", "地中海南岸",
  ])
  func leavesOrdinaryWordsAlone(_ text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    ("北京路线图", ["北京→北京"]), ("濮阳道德模范", ["濮阳→濮阳"]), ("濮阳街头", ["濮阳→濮阳"]), ("平顺乡村", ["平顺→长治"]),
    ("黑山县", ["黑山县→锦州"]), ("海南的椰子", ["海南→海南"]), ("15日本溪市", ["本溪市→本溪"]),
    ("江苏丹阳市", ["江苏→江苏", "丹阳市→镇江"]),
    ("内蒙古国有企业", ["内蒙古→内蒙古"]),
    ("和平区", ["和平区→天津,沈阳"]), ("平安区", ["平安区→海东"]), ("来宾市", ["来宾市→来宾"]),
  ])
  func keepsNamesThatOnlyLookLikeRoadsOrWords(_ text: String, _ expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func givesEveryCandidateOfASharedName() throws {
    let chaoyang = try #require(mentions("朝阳").first?.places)
    let cities = Set(chaoyang.compactMap { gazetteer.city(of: $0)?.shortName })
    #expect(chaoyang.first?.level == .prefecture)
    #expect(cities.isSuperset(of: ["朝阳", "北京", "长春"]))
    #expect(mentions("鼓楼区").first?.places.filter { !$0.isHistoric }.count == 4)
    #expect(try #require(mentions("市中区").first?.places.count) > 3)
    #expect(mentions("吉林").first?.places.prefix(2).map(\.name) == ["吉林省", "吉林市"])
  }

  @Test func tellsFullNamesFromShortOnes() {
    let found = mentions("濮阳市范县与濮阳")
    #expect(found.map(\.isFullName) == [true, true, false])
    #expect(found.map(\.range) == [0..<3, 3..<5, 6..<8])
  }

  @Test(arguments: [
    ("漯河", "luo he"), ("长治", "chang zhi"), ("朝阳", "chao yang"), ("昌都", "chang du"), ("亳州", "bo zhou"),
    ("蚌埠", "beng bu"), ("六安", "lu an"), ("厦门", "xia men"), ("重庆", "chong qing"), ("台州", "tai zhou"),
    ("丽水", "li shui"), ("吐鲁番", "tu lu fan"), ("濮阳", "pu yang"), ("吕梁", "lv liang"), ("西安", "xi an"),
  ])
  func spellsCities(_ name: String, _ pinyin: String) {
    #expect(gazetteer.cities(named: name).map { $0.pinyin.joined(separator: " ") } == [pinyin])
  }

  @Test(arguments: [
    ("铅山县", "yan shan"), ("乐清市", "yue qing"), ("番禺区", "pan yu"), ("东阿县", "dong e"), ("浚县", "xun xian"),
    ("洪洞县", "hong tong"), ("井陉县", "jing xing"), ("大埔县", "da bu"), ("黄陂区", "huang pi"),
    ("枞阳县", "zong yang"), ("歙县", "she xian"), ("郏县", "jia xian"), ("泌阳县", "bi yang"), ("长子县", "zhang zi"),
    ("乐亭县", "lao ting"), ("崆峒区", "kong tong"), ("珲春市", "hun chun"), ("闵行区", "min hang"),
  ])
  func spellsCounties(_ name: String, _ pinyin: String) {
    let places = gazetteer.places.filter { $0.name == name && !$0.isHistoric }
    #expect(Set(places.map { $0.pinyin.joined(separator: " ") }) == [pinyin])
  }

  @Test func givesEveryPlaceOneSyllableACharacter() {
    let wrong = gazetteer.places.filter { place in
      place.pinyin.count != place.shortName.unicodeScalars.count
        || !place.pinyin.allSatisfy { $0.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } }
    }
    #expect(wrong.map(\.name) == [])
  }

  @Test func leadsEveryPlaceToACityAndAProvince() {
    let lost = gazetteer.places.filter { place in
      gazetteer.province(of: place) == nil || (place.level != .province && gazetteer.city(of: place) == nil)
    }
    #expect(lost.map(\.name) == [])
    #expect(gazetteer.city(of: Place.henan) == nil)
  }

  @Test func holdsTheWholeCountry() {
    let today = gazetteer.places.filter { !$0.isHistoric }
    #expect(today.filter { $0.level == .province }.count == 34)
    #expect(today.filter { $0.level == .prefecture }.count == 353)
    #expect(today.filter { $0.level == .county }.count == 2845)
    #expect(Set(today.map(\.code)).count == today.count)
  }

  @Test func climbsFromCountyToProvince() throws {
    let county = try #require(gazetteer.place(code: 410926))
    let city = try #require(gazetteer.parent(of: county))
    #expect(county.shortName == "范县")
    #expect(city.name == "濮阳市")
    #expect(gazetteer.province(of: county)?.shortName == "河南")
    #expect(gazetteer.cities(named: "濮阳市") == [city])
    #expect(gazetteer.cities(named: "河南") == [])
  }

  @Test func knowsTheYearsOfAFormerName() throws {
    let place = try #require(mentions("襄樊市").first?.places.first)
    #expect(place.isHistoric)
    #expect(place.years == 1980...2009)
  }

  @Test func keepsMentionsApartAndInOrder() {
    var random = SeededNumbers(state: 8)
    let alphabet = Array("北京市长春安阳县和平区路南大河县濮店海道西".unicodeScalars)
    for _ in 0..<400 {
      let text = (0..<60).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      var end = 0
      for mention in gazetteer.mentions(in: text) {
        #expect(mention.range.lowerBound >= end && mention.range.upperBound <= text.count)
        let name = text[mention.range].map(String.init).joined()
        #expect(mention.places.allSatisfy { $0.name == name || name.hasPrefix($0.shortName) })
        end = mention.range.upperBound
      }
    }
  }
}

extension Place {
  fileprivate static let henan = Place(
    code: 410000, name: "河南省", shortName: "河南", level: .province, parentCode: 0, years: nil,
    spelling: "he nan")
}
