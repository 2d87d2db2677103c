/// An article's paragraphs, kept as one text and a few small numbers: a corpus of a hundred thousand articles has a
/// million paragraphs, and as values of their own they would take as much memory again as their text.
struct Body: Sendable, Hashable {
  /// The paragraphs' texts joined by line feeds.
  private(set) var text: String
  /// For each paragraph: length in UTF-8 bytes, role, number of ranges and of seams, then these.
  private let marks: [Int32]
  /// True where two separated pieces were joined.
  let hasSeams: Bool

  /// Packs paragraphs. Lines and offsets beyond the range of `Int32` are clamped to it.
  init(_ paragraphs: [Paragraph]) {
    var text = ""
    var marks: [Int32] = []
    text.reserveCapacity(paragraphs.reduce(0) { $0 + $1.text.utf8.count + 1 })
    marks.reserveCapacity(paragraphs.reduce(0) { $0 + 4 + 2 * $1.lines.count + 4 * $1.seams.count })
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { text += "\n" }
      text += paragraph.text
      Self.pack(paragraph, into: &marks)
    }
    self.text = text
    self.marks = marks
    hasSeams = paragraphs.contains { !$0.seams.isEmpty }
  }

  private static func pack(_ paragraph: Paragraph, into marks: inout [Int32]) {
    let role = Paragraph.Role.packed.firstIndex(of: paragraph.role) ?? 0
    func add(_ number: Int) { marks.append(Int32(clamping: number)) }
    add(paragraph.text.utf8.count)
    add(role)
    add(paragraph.lines.count)
    add(paragraph.seams.count)
    for range in paragraph.lines { add(range.lowerBound); add(range.upperBound) }
    for seam in paragraph.seams {
      for number in [seam.offset, seam.after, seam.before, seam.isLossy ? 1 : 0] { add(number) }
    }
  }

  /// The paragraphs again.
  var paragraphs: [Paragraph] {
    var paragraphs: [Paragraph] = []
    var reader = MarkReader(marks: marks)
    var start = text.utf8.startIndex
    while !reader.isAtEnd {
      let end = text.utf8.index(start, offsetBy: reader.next())
      paragraphs.append(reader.paragraph(text: String(text[start..<end])))
      if !reader.isAtEnd { start = text.utf8.index(after: end) }
    }
    return paragraphs
  }
}

/// Reads what `Body` packed.
private struct MarkReader {
  let marks: [Int32]
  private var at = 0

  init(marks: [Int32]) { self.marks = marks }

  var isAtEnd: Bool { at == marks.count }

  mutating func next() -> Int {
    defer { at += 1 }
    return Int(marks[at])
  }

  /// A paragraph whose length was read already.
  mutating func paragraph(text: String) -> Paragraph {
    let role = Paragraph.Role.packed[next()]
    let (ranges, seams) = (next(), next())
    return Paragraph(
      text: text, role: role,
      lines: (0..<ranges).map { _ in
        let first = next()
        return first...next()
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
