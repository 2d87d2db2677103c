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
  /// Posts, of which the longer stands before the shorter.
  private static let posts: Words = [
    "主持人", "本版主持", "版面设计", "版面", "视觉设计", "视觉", "美术设计", "策划", "设计", "插图", "题图", "制图", "法律顾问",
    "责任编辑", "責任編輯", "责任校对", "本版责任编辑", "本版责编", "本版编辑", "本版美编", "本版主编", "本版校对", "责编", "責編", "责校",
    "值班编辑", "值班编委", "值班总编辑", "值班总编", "值班主任", "执行主编", "执行编辑", "組版編輯", "组版编辑", "图文编辑", "一版编辑", "一版责编",
    "版式设计", "版式", "版面設計", "美术编辑", "美编", "排版", "组版", "校对", "校對", "校读", "校检", "质检", "一校", "二校", "三校", "编辑",
    "编审", "统筹", "总编辑", "主编", "編輯", "主編",
  ]
}
