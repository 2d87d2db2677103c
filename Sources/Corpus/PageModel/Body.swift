/// An article's paragraphs, kept as one text and a few small numbers: a corpus of a hundred thousand articles has a
/// million paragraphs, and as values of their own they would take as much memory again as their text.
struct Body: Sendable, Hashable {
  /// The paragraphs' texts joined by line feeds.
  private(set) var text: String
  /// For each paragraph: length in UTF-8 bytes, role, number of ranges and of seams, then these, as small numbers.
  private let marks: [UInt8]
  /// True where two separated pieces were joined.
  let hasSeams: Bool

  /// Packs paragraphs. A line or an offset below 0 becomes 0.
  init(_ paragraphs: [Paragraph]) {
    var text = ""
    var marks: [UInt8] = []
    text.reserveCapacity(paragraphs.reduce(0) { $0 + $1.text.utf8.count + 1 })
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text += "\n" }
      text += paragraph.text
      Self.pack(paragraph, into: &marks)
    }
    self.text = text
    self.marks = marks.fitted
    hasSeams = paragraphs.contains { !$0.seams.isEmpty }
  }

  private static func pack(_ paragraph: Paragraph, into marks: inout [UInt8]) {
    let role = Paragraph.Role.packed.firstIndex(of: paragraph.role) ?? 0
    for number in [paragraph.text.utf8.count, role, paragraph.lines.count, paragraph.seams.count] {
      marks.append(number: number)
    }
    for range in paragraph.lines {
      marks.append(number: range.lowerBound)
      marks.append(number: range.upperBound - range.lowerBound)
    }
    for seam in paragraph.seams {
      for number in [seam.offset, seam.after, seam.before, seam.isLossy ? 1 : 0] {
        marks.append(number: number)
      }
    }
  }

  /// The paragraphs again.
  var paragraphs: [Paragraph] {
    var paragraphs: [Paragraph] = []
    var reader = NumberReader(marks)
    var start = text.utf8.startIndex
    while !reader.isAtEnd {
      let end = text.utf8.index(start, offsetBy: reader.next())
      paragraphs.append(reader.paragraph(text: String(text[start..<end])))
      if !reader.isAtEnd { start = text.utf8.index(after: end) }
    }
    return paragraphs
  }
}

extension NumberReader {
  /// A paragraph whose length was read already.
  fileprivate mutating func paragraph(text: String) -> Paragraph {
    let role = Paragraph.Role.packed[next()]
    let (ranges, seams) = (next(), next())
    return Paragraph(
      text: text, role: role,
      lines: (0..<ranges).map { _ in
        let first = next()
        return first...first + next()
      },
      seams: (0..<seams).map { _ in
        Seam(offset: next(), after: next(), before: next(), isLossy: next() == 1)
      })
  }
}

extension Paragraph.Role {
  /// The roles in the order of their numbers.
  fileprivate static let packed: [Self] = [.body, .sectionHead, .listItem]
}
