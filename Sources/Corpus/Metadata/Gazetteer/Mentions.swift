/// A place name in a text.
public struct Mention: Sendable, Hashable {
  /// Where it stands, in Unicode scalars.
  public let range: Range<Int>
  /// The places that have the name, higher tiers first, those of today before those of the past.
  public let places: [Place]
  /// True for a name with its generic part: 濮阳市, 恩施州, 范县.
  public let isFullName: Bool
}

extension Gazetteer {
  /// A place name in a text, with what the index of names has of it.
  struct Name {
    let range: Range<Int>
    let isFullName: Bool
    let entries: Range<Int>
  }

  /// Every place name in a text, from left to right, simplified or not. The longest name at a position counts, and none
  /// begins inside another, inside an ordinary word (经济南移) or inside the name of a road (南京西路) or of a township (平顺镇).
  public func mentions(in text: [Unicode.Scalar]) -> [Mention] {
    found(in: text).map { name in
      let found = names.places(of: name.entries).map { places[$0] }
      return Mention(range: name.range, places: found, isFullName: name.isFullName)
    }
  }

  /// The same without the places.
  func found(in text: Scalars) -> [Name] {
    FoldedText.with(text) { text in
      var found: [Name] = []
      var position = names.firstCandidate(in: text, from: 0)
      while position < text.count {
        guard let match = names.longestMatch(in: text, at: position) else {
          position = names.firstCandidate(in: text, from: position + 1)
          continue
        }
        let range = position..<position + match.count
        position = names.firstCandidate(in: text, from: range.upperBound)
        if names.isWord(match.entries) { continue }
        let name = Name(range: range, isFullName: names.hasFullName(match.entries), entries: match.entries)
        if isPartOfLongerName(name, in: text) { continue }
        if found.isEmpty { found.reserveCapacity(8) }
        found.append(name)
      }
      return found
    }
  }

  /// The cities of today that a name may stand for, as indices of places: mostly one.
  struct Cities {
    /// The foremost.
    var first: Int
    var others: [Int] = []
    /// All of them.
    var all: [Int] { [first] + others }
  }

  /// The cities that a name may stand for, if there are any.
  func cities(of name: Name) -> Cities? {
    var cities: Cities?
    for place in names.places(of: name.entries) {
      guard let city = cityIndex(of: place) else { continue }
      guard let first = cities?.first else { cities = Cities(first: city); continue }
      if city != first, cities?.others.contains(city) == false { cities?.others.append(city) }
    }
    return cities
  }

  private func isPartOfLongerName(_ name: Name, in text: FoldedText) -> Bool {
    let follower = FollowingWord(text: text, start: name.range.upperBound)
    if follower.isRoad(allowingBareDao: !name.isFullName) { return true }
    if name.isFullName { return name.range.count == 2 && follower.isCountyCompound }
    guard follower.isVillage || follower.isCommunity else { return false }
    return isCounty(name) || (follower.isTown || follower.isHamlet) && name.range.count == 2
  }
}

/// What stands behind a place name.
private struct FollowingWord {
  let text: FoldedText
  let start: Int

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    start + offset < text.count ? text[start + offset] : " "
  }

  /// 创新县域经济, 建成县级市: no county called 新县 or 成县.
  var isCountyCompound: Bool {
    text[start - 1] == "县" && (scalar(0) == "域" || scalar(0) == "级")
  }

  /// A county's short name before 镇, 乡 or 村 is a township's name; but not before 乡村, 乡镇, 村民.
  var isVillage: Bool {
    switch scalar(0) {
    case "镇": return true
    case "乡": return !Self.afterXiang.contains(scalar(1))
    case "村": return !Self.afterCun.contains(scalar(1))
    default: return false
    }
  }

  /// 阳江村, but not 阳江村民.
  var isHamlet: Bool { scalar(0) == "村" && isVillage }

  /// 三沙镇, but not 汉中镇巴, 西安镇长.
  var isTown: Bool { scalar(0) == "镇" && !Self.afterZhen.contains(scalar(1)) }

  /// 海州社区.
  var isCommunity: Bool { scalar(0) == "社" && scalar(1) == "区" }

  /// 路, 西路, 中山东一路, 大街, 大道, 道, 巷, 胡同; but not 路线, 街头, 道德.
  func isRoad(allowingBareDao: Bool) -> Bool {
    var offset = 0
    while offset < 2, Self.directions.contains(scalar(offset)) { offset += 1 }
    let next = scalar(offset + 1)
    switch scalar(offset) {
    case "路": return !Self.afterRoad.contains(next)
    case "街": return !Self.afterStreet.contains(next)
    case "大": return next == "街" || next == "道"
    case "道": return allowingBareDao && offset == 0 && !Self.afterDao.contains(next)
    case "胡": return next == "同"
    case "巷": return offset == 0
    default: return false
    }
  }

  private static let afterXiang: ScalarSet = "村镇亲土愁贤"
  private static let afterCun: ScalarSet = "民级干镇"
  private static let afterZhen: ScalarSet = "坪安巴原江雄远赉平宁沅康海长区村"
  private static let directions: ScalarSet = "东南西北中一二三四五六七八九十环"
  private static let afterRoad: ScalarSet = "线段演径况过透网政灯桥基面局子"
  private static let afterStreet: ScalarSet = "头巷上舞坊"
  private static let afterDao: ScalarSet = "路德歉理教出破谢具义观家士场别琼外"
}
