/// What kind of article a story is.
enum KindReader {
  private static let noticeHeads: Words = [
    "公告", "公示", "通告", "启事", "声明", "通知", "遗失", "讣告", "招标", "广告", "公报", "减资",
    "公开招聘", "诚聘", "招聘信息", "公开拍卖", "公开征集",
    "招聘启示", "寻人启示", "寻物启示", "招领启示", "征文启示", "征稿启示", "招生启示", "招租启示", "遗失启示",
  ]
  private static let opinionHeads: Words = [
    "述评", "评论", "时评", "随笔", "漫笔", "手记", "札记", "夜话", "快语", "茶座", "来信", "诗笺", "编者按", "社论", "社评", "感言",
    "有感", "思考", "的启示", "点启示", "与启示", "和启示", "及启示", "其启示",
    "杂谈", "漫谈", "浅谈", "闲谈", "夜谈", "笔谈", "随谈", "琐谈", "纵谈", "纵横谈", "大家谈", "众人谈", "百家谈", "三人谈",
    "时论", "专论", "散论", "短论", "杂论", "简论", "略论", "浅论", "新论", "政论",
  ]
  /// What is a notice's head where nothing stands before it.
  private static let wholeHeads: Words = ["招聘", "拍卖", "征集"]
  /// First words of headlines of essays.
  private static let opinionOpenings: Words = [
    "浅谈", "漫谈", "也谈", "试论", "略论", "浅论", "再论", "简论", "浅析", "浅议", "试析",
  ]

  /// How notices name a telephone number; news has one dial it.
  private static let telephones: Words = [
    "电话：", "电话:", "電話：", "電話:", "联系电话", "聯絡電話", "咨询电话", "报名电话", "服务电话", "监督电话", "举报电话",
  ]

  /// The kind of a story with its headline block.
  static func kind(of story: StorySource, headline: String?) -> ArticleKind {
    if isCaption(story) { return .photo }
    if isNotice(story, headline) { return .notice }
    return isCommentary(story) ? .commentary : .news
  }

  private static func isCaption(_ story: StorySource) -> Bool {
    let count = story.body.scalars.count
    guard count > 0, count < 330, let last = story.bodyLines.last else { return false }
    guard story.dateline == nil else { return false }
    let isCredited =
      Cues.isCredit(last.squeezed) || lastLines(of: story).contains { Cues.isCredit($0.squeezed) }
    return isCredited || story.body.scalars.hasPrefix("图为") || story.body.scalars.hasPrefix("圖為")
  }

  /// The last two lines; the last one only where no text stands before them, but who wrote and when.
  private static func lastLines(of story: StorySource) -> ArraySlice<Line> {
    let lines = story.bodyLines
    let hasText = lines.indices.dropLast(2).contains {
      !story.isByline[$0] && !LineShape.isDay(lines[$0]) && !LineShape.isBareName(lines[$0])
    }
    return lines.suffix(hasText ? 2 : 1)
  }

  private static func isNotice(_ story: StorySource, _ headline: String?) -> Bool {
    guard story.dateline == nil else { return false }
    let count = story.body.scalars.count
    if count < 900, let headline, isNoticeHead(headline) { return true }
    let last = story.bodyLines.suffix(2)
    // One person signs letters and essays.
    let isPersons = last.count == 2 && last.first.map(LineShape.isBareName) ?? false
    let isSigned = !isPersons && lastLines(of: story).contains(where: LineShape.isDay)
    let hasCall =
      count < 300 && story.bodyLines.contains(where: \.hasPhoneNumber)
      && telephones.stand(in: story.body.scalars)
    return count < 600 && (isSigned || hasCall)
  }

  /// `…公告`, `关于印发…的通知`, but not `市政府印发…的通知`, which reports.
  private static func isNoticeHead(_ headline: String) -> Bool {
    guard let last = headline.unicodeScalars.last.map(Folding.fold),
      noticeHeads.mayEnd(with: last) || wholeHeads.mayEnd(with: last)
    else { return false }
    let head = Scalars(of: headline).folded
    if wholeHeads.hold(head) { return true }
    guard noticeHeads.end(head) else { return false }
    return !issues.stand(in: head[..<(head.firstIndex(of: about) ?? head.count)])
  }

  private static let about = Scalars(of: "关于")
  private static let issues: Words = ["印发", "发布", "下发", "转发", "发出", "发表", "颁布", "出台"]

  private static func isCommentary(_ story: StorySource) -> Bool {
    guard story.dateline == nil, Jump.from(story.body.scalars) == nil else {
      return false
    }
    for line in story.headLines {
      let text = line.squeezed.folded
      if text.prefix(2).allSatisfy(\.isDash), isArgument(text.drop(while: \.isDash)) { return true }
      if line.count <= 14, opinionHeads.end(text) || opinionOpenings.begin(text) { return true }
    }
    let isSigned = story.bodyLines.prefix(2).contains {
      LineShape.isBareName($0) || $0.squeezed.first?.isBullet == true && !$0.census.hasPunctuation
    }
    return isSigned && !hasReporter(story) || authors.stand(in: story.body.scalars.suffix(60))
  }

  /// `论渡口的修缮`, `三评…`, `…述评之二` behind a dash.
  private static func isArgument(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    if reviews.stand(in: text) { return true }
    let words = text.drop { ChineseNumeral.isNumeral($0) || again.contains($0) }
    return arguments.begin(words) && !proceedings.begin(words)
  }

  private static let reviews: Words = ["述评", "评论", "时评", "社论"]
  private static let again: ScalarSet = "再也试略浅简续"
  private static let arguments: Words = ["论", "评"]
  private static let proceedings: Words = [
    "论坛", "论证", "论文", "论道", "评选", "评为", "评审", "评估", "评出", "评比", "评定", "评级", "评优",
  ]

  private static func hasReporter(_ story: StorySource) -> Bool {
    story.bodyLines.indices.contains {
      story.isByline[$0] && reporters.stand(in: story.bodyLines[$0].squeezed)
    }
  }

  private static let reporters: Words = ["记者"]
  private static let authors: Words = ["（作者", "(作者"]
}
