import Corpus

/// A line of a panel made of plain lines.
struct PanelLine: Hashable, Sendable {
  /// A part of a line with its own style.
  struct Part: Hashable, Sendable {
    var text: String
    var style: Style
    /// The column where it begins, if it is right of what stands before it.
    var column: Int?
    /// Columns between it and what stands before it.
    var gap = 0
  }

  var parts: [Part]

  init(_ parts: Part...) { self.parts = parts }

  static func plain(_ text: String, _ style: Style = .text) -> PanelLine {
    PanelLine(Part(text: text, style: style))
  }

  static let blank = PanelLine()
}

/// The lines of the panels that are lists of plain lines, from the state alone: the update counts them, the
/// views draw them.
enum PanelText {
  static func help(_ state: AppState) -> [PanelLine] {
    let wording = state.wording
    let names = Keymap.bindings.map { state.width.columns(of: $0.keyNames(in: wording.language)) }
    let columns = state.layout.panel?.columns ?? state.size.columns
    let column = min((names.max() ?? 0) + 4, columns / 2)
    var lines: [PanelLine] = []
    for chapter in Keymap.chapters {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.plain(wording.name(of: chapter.mode), .label))
      lines += chapter.bindings.map { binding in
        PanelLine(
          .init(text: binding.keyNames(in: wording.language), style: Style(.key), column: 2),
          .init(text: binding.meaning(in: wording.language), style: .text, column: column, gap: 2))
      }
    }
    return Wrapping(state).wrapped(lines)
  }

  static func problems(_ state: AppState) -> [PanelLine] {
    let problems = state.holdings.problems
    guard !problems.isEmpty else { return [.plain(state.wording("没有", "none"), .dim)] }
    let lines = problems.map { problem in
      PanelLine.plain(
        displayable(problem.message(in: state.wording.language)),
        problem.isWarning ? .text : Style(.uncertain))
    }
    return Wrapping(state).wrapped(lines)
  }

  static func evidence(_ state: AppState) -> [PanelLine] {
    guard let article = state.article else { return [] }
    let evidence = EvidenceText(
      article: article, wording: state.wording, line: { state.holdings.line($0, of: article.file) })
    return Wrapping(state).wrapped(evidence.lines)
  }
}

/// Lines that are too long for the panel go on below, where their values begin.
struct Wrapping {
  private let width: CellWidth
  private let columns: Int

  init(_ state: AppState) {
    width = state.width
    columns = max(8, state.layout.panel?.columns ?? state.size.columns)
  }

  func wrapped(_ lines: [PanelLine]) -> [PanelLine] { lines.flatMap(wrapped) }

  private func wrapped(_ line: PanelLine) -> [PanelLine] {
    let hanging = min(line.parts.dropFirst().first?.column ?? 3, columns / 2)
    var rows = [PanelLine()]
    var at = 1
    for part in line.parts {
      var start = max(at + part.gap, part.column ?? 0)
      let needed = width.columns(of: part.text)
      // A remark that stands apart is not broken where it fits on a row of its own.
      if part.gap > 0, part.column == nil, start + needed >= columns, hanging + needed < columns {
        rows.append(PanelLine())
        start = hanging
      }
      let edge = min(start, hanging)
      let typesetter = Typesetter(width: width, measure: columns - edge - 1)
      let fits = start + needed < columns
      let set =
        fits ? [] : typesetter.lines(of: part.text, firstIndent: start - edge, restIndent: hanging - edge)
      guard set.count > 1 else {
        rows[rows.count - 1].parts.append(.init(text: part.text, style: part.style, column: start))
        at = start + needed
        continue
      }
      for (index, piece) in set.enumerated() {
        if index > 0 { rows.append(PanelLine()) }
        let column = edge + piece.indent
        rows[rows.count - 1].parts.append(.init(text: piece.text, style: part.style, column: column))
        at = column + piece.columns
      }
    }
    return rows
  }
}
