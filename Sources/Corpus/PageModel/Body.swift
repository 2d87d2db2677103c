/// An article's paragraphs, kept as one text and a few small numbers: a corpus of a hundred thousand articles has a
/// million paragraphs, and as values of their own they would take as much memory again as their text.
struct Body: Sendable, Hashable {
  /// The paragraphs' texts joined by line feeds.
  private(set) var text: String
  /// For each paragraph: length in UTF-8 bytes, role, number of ranges and of seams, then these, as small numbers.
  private let marks: [UInt8]
  /// True where two separated pieces were joined.
  let hasSeams: Bool

  /// Packs what was drafted, with one string for all paragraphs, and leaves the draft empty.
  init(_ draft: inout Draft) {
    hasSeams = draft.hasSeams
    (text, marks) = draft.finished()
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
  fileprivate static func pack(
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

extension Body {
  /// Paragraphs whose text is not yet a string, all in one row. One draft serves many articles, one after the other.
  struct Draft {
    /// The paragraphs that are closed, as UTF-8 with line feeds between them, and what is packed of them.
    private var bytes: [UInt8] = []
    private var marks: [UInt8] = []
    fileprivate private(set) var hasSeams = false
    /// The open paragraph: its role, its text, its lines and its seams.
    private var role: Paragraph.Role?
    private var text: Scalars = []
    private var lines: [ClosedRange<Int>] = []
    private var seams: [Seam] = []

    /// How many characters the open paragraph has.
    var offset: Int { text.count }

    /// Opens a paragraph.
    mutating func open(_ role: Paragraph.Role) {
      close()
      if !marks.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      self.role = role
    }

    /// Appends text from which stray spaces are removed already.
    mutating func append(inlined more: Scalars) { Reflow.append(inlined: more, to: &text) }

    /// Appends a line's text without stray spaces.
    mutating func append(_ line: Line) { Reflow.append(line, to: &text) }

    /// Appends raw lines that the open paragraph is made of.
    mutating func append(_ range: ClosedRange<Int>) { lines.append(range) }

    /// Appends a seam of the open paragraph.
    mutating func append(_ seam: Seam) {
      seams.append(seam)
      hasSeams = true
    }

    /// Packs the open paragraph, if there is one.
    private mutating func close() {
      guard let role else { return }
      let start = bytes.count
      bytes.append(utf8: text)
      Body.pack(bytes.count - start, role, lines, seams, into: &marks)
      text.removeAll(keepingCapacity: true)
      lines.removeAll(keepingCapacity: true)
      seams.removeAll(keepingCapacity: true)
      self.role = nil
    }

    /// Text and marks; the draft is empty then.
    fileprivate mutating func finished() -> (text: String, marks: [UInt8]) {
      close()
      let text = bytes.withUnsafeBufferPointer { String(wellFormed: $0) }
      let marks = marks.withUnsafeBufferPointer { [UInt8]($0) }
      bytes.removeAll(keepingCapacity: true)
      self.marks.removeAll(keepingCapacity: true)
      hasSeams = false
      return (text, marks)
    }
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
