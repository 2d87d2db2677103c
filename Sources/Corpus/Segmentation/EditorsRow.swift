/// A line of posts, each with who holds it, as stands at a page's edge: `主编 谈小舟｜责编 戚 明`, `本版编辑 骆小荷 插图 竹影`.
struct EditorsRow {
  private var posts = 0
  private var names = 0
  /// Telephone numbers, addresses, prices.
  private var contacts = 0
  /// How many characters of names may follow.
  private var room = 0

  /// Whether a line is such a row: two posts, or one and how to reach who holds it, and nothing else.
  static func isOne(_ line: Line) -> Bool {
    guard line.census.blanks > 0, posts.begin(line.squeezed.drop { !$0.isHan }) else { return false }
    var row = EditorsRow()
    for word in line.text.split(whereSeparator: { $0.isBlank || $0.isBullet || marks.contains($0) }) {
      guard row.read(word) else { return false }
    }
    return row.names > 0 && row.posts + row.contacts > 1
  }

  /// Counts a word; false where it is none that such rows have.
  private mutating func read(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if !word.contains(where: \.isHan) || word[word.startIndex].digit != nil || Self.labels.begin(word) {
      if names > 0 { contacts += 1 }
      return true
    }
    if let post = Self.posts.start(of: word) {
      posts += 1
      room = Self.longest
      let name = word.dropFirst(post.count)
      return name.isEmpty || readName(name)
    }
    return readName(word)
  }

  private mutating func readName(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard room >= word.count, word.count <= 5, word.allSatisfy(\.isHan) else { return false }
    names += 1
    room -= word.count
    return true
  }

  /// How many characters the names behind one post have at most.
  private static let longest = 8
  private static let marks: ScalarSet = "/／|｜│：:◎"
  /// Words with which begins how those who made the page are reached, and what stands with it.
  private static let labels: Words = [
    "电话", "電話", "热线", "新闻热线", "邮箱", "信箱", "来稿", "投稿", "本版文章", "零售", "广告", "下一版", "上一版",
  ]
  /// Posts, the longer before the shorter: some stand in such rows only.
  private static let posts = Words(
    (LineShape.postNames + others).sorted { $0.unicodeScalars.count > $1.unicodeScalars.count })
  private static let others = [
    "主持人", "本版主持", "版面", "视觉", "美术设计", "策划", "设计", "插图", "题图", "制图", "法律顾问", "本版校对", "责校", "組版編輯", "质检", "一校",
    "二校", "三校",
  ]
}
