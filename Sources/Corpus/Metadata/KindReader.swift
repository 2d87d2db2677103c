/// What kind of article a story is.
enum KindReader {
  private static let noticeHeads: Words = [
    "公告", "公示", "通告", "启事", "啟事", "声明", "聲明", "通知", "招聘", "拍卖", "遗失", "讣告", "招标", "广告", "廣告", "征集", "公报",
    "启示", "減資", "减资",
  ]
  private static let opinionHeads: Words = [
    "论", "述评", "评论", "时评", "杂谈", "随笔", "漫笔", "手记", "札记", "夜话", "快语", "茶座", "来信", "诗笺", "编者按", "社论", "感言",
    "有感", "谈", "启示", "思考",
  ]

  private static let telephone = Scalars(of: "电话")

  /// The kind of a story with its headline block.
  static func kind(of story: StorySource, headline: String?) -> ArticleKind {
    if isCaption(story) { return .photo }
    if isNotice(story, headline) { return .notice }
    return isCommentary(story) ? .commentary : .news
  }

  private static func isCaption(_ story: StorySource) -> Bool {
    let count = story.body.scalars.count
    guard count > 0, count < 330, let last = story.bodyLines.last else { return false }
    guard Dateline.length(in: story.body.scalars) == nil else { return false }
    let isCredited =
      Cues.isCredit(last.squeezed) || story.bodyLines.suffix(2).contains { Cues.isCredit($0.squeezed) }
    return isCredited || story.body.scalars.hasPrefix("图为") || story.body.scalars.hasPrefix("圖為")
  }

  private static func isNotice(_ story: StorySource, _ headline: String?) -> Bool {
    guard Dateline.length(in: story.body.scalars) == nil else { return false }
    let head = headline.map { Scalars(of: $0) } ?? []
    let count = story.body.scalars.count
    if count < 900, noticeHeads.end(head) { return true }
    let isSigned = story.bodyLines.suffix(2).contains(where: LineShape.isDay)
    let hasCall =
      count < 300 && story.bodyLines.contains(where: \.hasPhoneNumber)
      && story.body.scalars.contains(telephone)
    return count < 600 && (isSigned || hasCall)
  }

  private static func isCommentary(_ story: StorySource) -> Bool {
    guard Dateline.length(in: story.body.scalars) == nil, Jump.from(story.body.scalars) == nil else {
      return false
    }
    for line in story.headLines {
      let text = line.squeezed
      if text.prefix(2).allSatisfy(\.isDash), text.contains("论") || text.contains("评") { return true }
      if line.count <= 14, opinionHeads.end(text) { return true }
    }
    let isSigned = story.bodyLines.prefix(2).contains {
      LineShape.isBareName($0) || $0.squeezed.first?.isBullet == true
    }
    return isSigned && !hasReporter(story) || authors.stand(in: story.body.scalars.suffix(60))
  }

  private static func hasReporter(_ story: StorySource) -> Bool {
    story.bodyLines.contains { reporters.stand(in: $0.squeezed) && LineShape.isByline($0) }
  }

  private static let reporters: Words = ["记者"]
  private static let authors: Words = ["（作者"]
}
