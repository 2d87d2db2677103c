/// Tells files that hold one story each (a headline, then a body) from page dumps.
enum StoryFile {
  /// Characters of a headline's line at most.
  private static let longestHead = 44
  /// Characters of a line that is sure to be a paragraph, not a line of a printed column.
  private static let shortestParagraph = 46

  /// The headline's lines, and the body's, which begin with those that name who, when or where from; or nil where the
  /// lines are not surely one story. Sure is: a first line that can be a headline, at most three short ones of credits
  /// behind it, and then nothing but whole paragraphs, of which none opens another report.
  static func story(in lines: [Line]) -> (head: [Line], credits: StoryCredits, body: [Line])? {
    guard lines.count >= 2, let first = lines.first, isHeadline(first) else { return nil }
    var start = 1
    while start < min(4, lines.count), isCredit(lines[start]) { start += 1 }
    let body = lines[start...]
    guard !body.isEmpty, body.contains(where: { $0.count >= shortestParagraph }) else { return nil }
    guard body.allSatisfy(isParagraph), areWhole(body) else { return nil }
    guard body.dropFirst().allSatisfy({ Dateline.length(in: $0.squeezed) == nil }) else { return nil }
    return ([first], StoryCredits(lines[1..<start]), Array(lines[1...]))
  }

  private static func isHeadline(_ line: Line) -> Bool {
    line.heading <= 1 && (4...longestHead).contains(line.count) && line.ending != .comma
      && line.squeezed.last != "。" && !line.squeezed.contains("，") && !LineShape.isFurniture(line)
      && !LineShape.isByline(line) && !LineShape.isDay(line) && Dateline.length(in: line.squeezed) == nil
  }

  /// Who, when, where from: `作者：林晓舟`, `2025-03-17 来源：濮阳日报`.
  private static func isCredit(_ line: Line) -> Bool {
    guard line.count <= 40, line.heading == 0 else { return false }
    if LineShape.isByline(line) || LineShape.isBareName(line) || LineShape.isDay(line) { return true }
    var cursor = Cursor(line.text)
    if DateReader.fullDate(&cursor) != nil { return true }
    return cursor.skip(oneOf: ["来源", "作者", "记者", "责编", "编辑", "发布时间", "时间", "日期", "版次", "版面"]) != nil
  }

  /// A paragraph on one line: long, or a sentence that ends; the end mark of a story.
  private static func isParagraph(_ line: Line) -> Bool {
    guard line.heading == 0, !LineShape.isFurniture(line) else { return false }
    return line.count >= shortestParagraph || line.ending == .closed || EndMark.start(in: line.text) != nil
      || Cues.closing(of: line.text).isCredit
  }

  /// Lines of a printed column are alike in width, and most break off within a sentence; paragraphs do neither.
  private static func areWhole(_ lines: ArraySlice<Line>) -> Bool {
    let open = lines.count { $0.ending != .closed }
    return open * 4 <= lines.count || lines.count == 1
  }
}
