/// What the lines between a story's headline and its body say: `2025-03-17 来源：濮阳日报 作者：林晓舟`.
struct StoryCredits {
  private(set) var fields: [RecordField: String] = [:]
  /// The raw line of each field.
  private(set) var lines: [RecordField: Int] = [:]

  /// Reads lines of credits. Of what is said twice the first counts.
  init(_ credits: some Sequence<Line>) {
    for line in credits { read(line.text, number: line.number) }
  }

  private mutating func read(_ text: Scalars, number: Int) {
    let labels = Self.labels(in: text)
    var cursor = Cursor(text)
    if DateReader.fullDate(&cursor) != nil {
      take(.date, text[..<(labels.first?.start ?? text.count)], number)
    }
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].start : text.count
      if let field = label.field { take(field, text[label.end..<end], number) }
    }
  }

  private mutating func take(_ field: RecordField, _ value: Scalars.SubSequence, _ number: Int) {
    let value = value.drop(while: Self.isEdge).reversed().drop(while: Self.isEdge).reversed()
    guard fields[field] == nil, !value.isEmpty else { return }
    fields[field] = Array(value).string
    lines[field] = number
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || "|｜/／;；，,".unicodeScalars.contains(scalar)
  }

  /// A label with its colon, by offsets into the line; no field where nothing is taken from it.
  private struct Label {
    var start: Int
    var end: Int
    var field: RecordField?
  }

  /// The labels of a line, in order.
  private static func labels(in text: Scalars) -> [Label] {
    var labels: [Label] = []
    var at = 0
    while at < text.count {
      guard let label = label(in: text, at: at) else { at += 1; continue }
      labels.append(label)
      at = label.end
    }
    return labels
  }

  private static func label(in text: Scalars, at start: Int) -> Label? {
    for (words, field) in words {
      guard let word = words.start(of: text[start...]) else { continue }
      var end = start + word.count
      while end < text.count, text[end].isBlank { end += 1 }
      guard end < text.count, text[end] == "：" || text[end] == ":" else { continue }
      return Label(start: start, end: end + 1, field: field)
    }
    return nil
  }

  private static let words: [(words: Words, field: RecordField?)] = [
    (["来源", "稿件来源", "信息来源", "文章来源", "來源"], .source), (["作者", "记者", "記者", "撰稿"], .author),
    (["发布时间", "发表时间", "发布日期", "时间", "日期", "發布時間"], .date),
    (["责任编辑", "责编", "编辑", "審核", "审核", "校对", "版面", "版次", "点击", "浏览", "字号", "字体", "分享"], nil),
  ]
}
