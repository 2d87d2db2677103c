/// An article's paragraphs, kept as one text and a few small numbers: a corpus of a hundred thousand articles has a
/// million paragraphs, and as values of their own they would take as much memory again as their text.
struct Body: Sendable, Hashable {
  /// The paragraphs' texts joined by line feeds.
  private(set) var text: String
  /// For each paragraph: length in UTF-8 bytes, role, number of ranges and of seams, then these, as small numbers.
  private let marks: [UInt8]
  /// True where two separated pieces were joined.
  let hasSeams: Bool

  /// A paragraph whose text is not yet a string.
  struct Draft {
    var text: Scalars
    var role: Paragraph.Role
    var lines: [ClosedRange<Int>]
    var seams: [Seam] = []
  }

  /// Packs paragraphs of scalars, with one string for all of them.
  init(_ drafts: [Draft]) {
    var text: Scalars = []
    var marks: [UInt8] = []
    var size = max(0, drafts.count - 1)
    text.reserveCapacity(drafts.reduce(size) { $0 + $1.text.count })
    marks.reserveCapacity(8 * drafts.count)
    for (index, draft) in drafts.enumerated() {
      if index > 0 { text.append("\n") }
      text += draft.text
      let length = draft.text.utf8Count
      size += length
      Self.pack(length, draft.role, draft.lines, draft.seams, into: &marks)
    }
    self.text = text.string(utf8Count: size)
    self.marks = marks.fitted
    hasSeams = drafts.contains { !$0.seams.isEmpty }
  }

  /// Packs paragraphs. A line or an offset below 0 becomes 0.
  init(_ paragraphs: [Paragraph]) {
    var text = ""
    var marks: [UInt8] = []
    text.reserveCapacity(paragraphs.reduce(0) { $0 + $1.text.utf8.count + 1 })
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text += "\n" }
      text += paragraph.text
      let length = paragraph.text.utf8.count
      Self.pack(length, paragraph.role, paragraph.lines, paragraph.seams, into: &marks)
    }
    self.text = text
    self.marks = marks.fitted
    hasSeams = paragraphs.contains { !$0.seams.isEmpty }
  }

  /// `length`: of the text, in bytes of UTF-8.
  private static func pack(
    _ length: Int, _ role: Paragraph.Role, _ lines: [ClosedRange<Int>], _ seams: [Seam],
    into marks: inout [UInt8]
  ) {
    marks.append(number: length)
    marks.append(number: Paragraph.Role.packed.firstIndex(of: role) ?? 0)
    marks.append(number: lines.count)
    marks.append(number: seams.count)
    for range in lines {
      marks.append(number: range.lowerBound)
      marks.append(number: range.upperBound - range.lowerBound)
    }
    for seam in seams {
      marks.append(number: seam.offset)
      marks.append(number: seam.after)
      marks.append(number: seam.before)
      marks.append(number: seam.isLossy ? 1 : 0)
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
