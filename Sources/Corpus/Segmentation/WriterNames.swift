/// Words that are names of writers and nothing else, as they stand in bylines and end marks: `何田田 向小川 文/图`.
struct WriterNames {
  /// Words that a surname, or a point between their parts, makes names.
  private(set) var sure = 0
  /// Words that may be names no list of surnames knows, or offices.
  private var doubtful = 0

  /// Reads words with their spaces; nil where one of them can be no name.
  init?(_ words: ArraySlice<Unicode.Scalar>) {
    for (index, word) in Self.parts(of: words).enumerated() {
      if sure > 0, Self.sites.begin(word) { return }
      guard read(Self.bare(word[...]), isFirst: index == 0) else { return nil }
    }
  }

  /// Nothing but names that leave no doubt, one at least.
  var areSure: Bool { sure > 0 && doubtful == 0 }

  /// Whether nothing but names follows a writer's role (记者, 作者), or nothing at all. White space, or a colon behind a role
  /// that nobody is asked by, lets short words be names that no list knows.
  static func follow(_ role: Scalars, in rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let start = rest.firstIndex(where: { !$0.isBlank }) else { return true }
    if acts.begin(rest[start...]) { return false }
    if role.last == "者", role.first == "作", explains(rest[start...]) { return true }
    guard let names = WriterNames(rest) else { return false }
    let isApart = start > rest.startIndex || isColon(rest[start]) && !reporters.end(role)
    return names.doubtful == 0 || isApart && (names.sure >= names.doubtful || rest.count - names.sure <= 12)
  }

  private static let reporters: Words = ["记者", "記者"]

  private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == "：" || scalar == ":" }

  /// What reporters and authors do in running text, in words that begin like names.
  private static let acts: Words = [
    "来到", "來到", "来自", "來自", "来访", "来信", "应邀", "應邀", "闻讯", "聞訊", "明天", "于是", "于昨", "于今", "于近", "于日", "於昨",
    "於今", "於日",
    "相信", "全程", "关注", "關注", "单独", "居然", "尚", "由", "和同", "和他", "和她", "向市", "向他", "向她", "向你", "向您", "向现场", "乐于",
    "都",
  ]

  /// What follows 作者 where it says who that is: 单位, 系, 为…教授.
  private static func explains(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    if explanations.begin(rest) { return true }
    return (rest.first == "为" || rest.first == "為") && (rest.last.map(persons.contains) ?? false)
  }

  private static let explanations: Words = ["单位", "單位", "系", "均", "分别", "简介", "簡介"]
  private static let persons: ScalarSet = "员員授长長师師生家者人事记記任民"

  /// What ends the names: 发自北京.
  private static let sites: Words = ["发自", "發自", "来源", "來源"]

  /// The words between white space and marks; single characters one behind the other make one.
  private static func parts(of words: ArraySlice<Unicode.Scalar>) -> [Scalars] {
    var parts: [Scalars] = []
    var isSingle = false
    for word in words.split(whereSeparator: { $0.isBlank || $0.isBullet || marks.contains($0) }) {
      if word.count == 1, isSingle, !parts.isEmpty {
        parts[parts.count - 1].append(contentsOf: word)
      } else {
        parts.append(Array(word))
      }
      isSingle = word.count == 1
    }
    return parts
  }

  private static let marks: ScalarSet = "、，；;/／|｜丨（）()︵︶：:【】〔〕[]"

  /// A word without the roles before the name, with the medium or another name that may stand before them.
  private static func bare(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var word = word
    while let end = roleEnd(in: word) { word = word[end...] }
    return word
  }

  /// Where the first role ends, which has at most sixteen characters before it.
  private static func roleEnd(in word: ArraySlice<Unicode.Scalar>) -> Int? {
    for at in word.indices.prefix(17) {
      if let role = NameList.roles.start(of: word[at...]) { return at + role.count }
    }
    return nil
  }

  /// Counts a word; false where it is none that stands in bylines.
  private mutating func read(_ word: ArraySlice<Unicode.Scalar>, isFirst: Bool) -> Bool {
    let deed = NameList.deeds.ending(of: word) ?? []
    let name = word.dropLast(deed.count)
    if name.allSatisfy({ Self.days.contains($0) || $0.digit != nil }) { return true }
    if Names.maySign(name) || name.count <= 12 && Names.split(name) != nil {
      sure += 1
    } else if !deed.isEmpty,
      !isFirst && name.count <= 6 || !NameList(Array(word), trusted: false).names.isEmpty
    {
      return name.allSatisfy(\.isHan)
    } else if Self.mayBeName(name) || !isFirst && sure > 0 && name.count <= 10 && name.allSatisfy(\.isHan) {
      doubtful += 1
    } else {
      return false
    }
    return true
  }

  private static let days: ScalarSet = "年月日文图圖摄攝"

  private static func mayBeName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if word.allSatisfy({ $0.isLatin }) { return true }
    return Names.mayBeName(word) && !(word.first.map(openers.contains) ?? false)
  }

  /// What words of running text begin with behind a role.
  private static let openers: ScalarSet = "获獲从從在了看走昨今近日到见見采採发發问問您你请請我他她们們的与與将將还還也又就再说說被通对對就随隨赶趕"
}
