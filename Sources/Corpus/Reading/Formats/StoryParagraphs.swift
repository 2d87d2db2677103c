/// The lines of one story to paragraphs, for text that is known to be one story.
enum StoryParagraphs {
  /// The share of lines, in tenths, that reach the column's edge in hard-wrapped text.
  private static let fullShare = 4
  /// The widest column that counts as hard-wrapped, in terminal columns.
  private static let widest = 80

  /// Paragraphs of a story's lines; hard-wrapped lines are joined, others are paragraphs each.
  static func paragraphs(of lines: [Line]) -> [Paragraph] {
    let edge = columnEdge(of: lines)
    var groups: [[Line]] = []
    for line in lines {
      if let last = groups.last?.last, continues(line, last, edge) {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups.enumerated().map { index, group in
      Paragraph(
        text: Reflow.join(group.map(\.text)).string,
        role: isHead(group, before: index + 1 < groups.count ? groups[index + 1] : nil)
          ? .sectionHead : .body,
        lines: [group[0].number...group[group.count - 1].number])
    }
  }

  /// The width of the column that the text is set in, or nil where lines are not hard-wrapped.
  private static func columnEdge(of lines: [Line]) -> Int? {
    guard lines.count >= 4, let widest = lines.map(\.cells).max(), widest <= Self.widest else { return nil }
    return lines.count { $0.cells >= widest - 4 } * 10 >= lines.count * fullShare ? widest : nil
  }

  private static func continues(_ line: Line, _ last: Line, _ edge: Int?) -> Bool {
    guard line.heading == 0, last.heading == 0 else { return false }
    guard let edge else { return line.blanksBefore == 0 && last.cells > 60 && last.ending == .comma }
    let isFull = last.cells >= edge - 6
    if last.ending == .closed { return isFull && line.indent == 0 && line.blanksBefore == 0 }
    return isFull || last.ending == .comma
  }

  private static func isHead(_ group: [Line], before next: [Line]?) -> Bool {
    guard let line = group.first, group.count == 1, let next else { return false }
    if line.heading > 0 { return true }
    let length = next.reduce(0) { $0 + $1.count }
    return line.count <= 20 && line.ending == .open && length > 40 && !LineShape.isByline(line)
      && !LineShape.isBareName(line) && !LineShape.isDay(line) && !Cues.closing(of: line.text).isCredit
  }
}
