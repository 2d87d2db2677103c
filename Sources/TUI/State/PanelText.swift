import Corpus

/// A line of a panel made of plain lines.
struct PanelLine: Hashable, Sendable {
  /// A part of a line with its own style.
  struct Part: Hashable, Sendable {
    var text: String
    var style: Style
    /// The column where it begins, or nil: right after what stands before it.
    var column: Int?
  }

  var parts: [Part]

  init(_ parts: Part...) { self.parts = parts }

  static func plain(_ text: String, _ style: Style = .text) -> PanelLine {
    PanelLine(Part(text: text, style: style))
  }

  static let blank = PanelLine()
}

/// The lines of the panels that are lists of plain lines, from the state alone: the update counts them, the views
/// draw them.
enum PanelText {
  static func help(_ state: AppState) -> [PanelLine] {
    let wording = state.wording
    let column = 2 + (Keymap.bindings.map { $0.keyNames(in: wording.language).count }.max() ?? 0)
    var lines: [PanelLine] = []
    for chapter in Keymap.chapters {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.plain(wording.name(of: chapter.mode), .label))
      lines += chapter.bindings.map { binding in
        PanelLine(
          .init(text: binding.keyNames(in: wording.language), style: Style(.key), column: 2),
          .init(text: binding.meaning(in: wording.language), style: .text, column: column + 4))
      }
    }
    return lines
  }

  static func problems(_ state: AppState) -> [PanelLine] {
    state.holdings.problems.map { problem in
      .plain(problem.message(in: state.wording.language), problem.isWarning ? .text : Style(.error))
    }
  }

  static func evidence(_ state: AppState) -> [PanelLine] {
    guard let article = state.article else { return [] }
    let fields = ArticleField.allCases.filter { article.value(of: $0) != nil || article.evidence[$0] != nil }
    let lines = fields.flatMap { field(article, $0, state.wording) }
    return place(of: article, state.wording) + lines + seams(of: article, state.wording)
  }

  private static func place(of article: Article, _ wording: Wording) -> [PanelLine] {
    let ranges = article.lines.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ", ")
    return [
      .plain(displayable(article.file), .dim),
      labelled(wording("原文行", "raw lines"), ranges),
      labelled(wording("类别", "kind"), wording.name(of: article.kind)),
    ]
  }

  private static func field(_ article: Article, _ field: ArticleField, _ wording: Wording) -> [PanelLine] {
    var line = labelled(wording.name(of: field), displayable(article.value(of: field) ?? ""))
    if article.uncertain.contains(field) {
      line.parts.append(.init(text: wording(" ? 依据不足", " ? uncertain"), style: Style(.uncertain)))
    }
    if field == .date, let date = article.date {
      let basis = article.dateBasis.map { "  " + wording.name(of: $0) } ?? ""
      line.parts.append(.init(text: basis, style: .dim))
      if date.year == nil {
        line.parts.append(.init(text: "  " + wording.unknownYear, style: Style(.uncertain)))
      }
    }
    return [line] + (article.evidence[field] ?? []).map { source($0, wording) }
  }

  private static func source(_ evidence: Evidence, _ wording: Wording) -> PanelLine {
    let place =
      evidence.line.map { wording("第 \($0) 行", "line \($0)") } ?? wording("不在版面上", "not on the page")
    return PanelLine(
      .init(text: place, style: .dim, column: 4),
      .init(text: "  " + displayable(evidence.text), style: Style(.hit)))
  }

  private static func seams(of article: Article, _ wording: Wording) -> [PanelLine] {
    Facts(article: article, wording: wording).notes.map { .plain($0, .dim) }
  }

  private static func labelled(_ label: String, _ value: String) -> PanelLine {
    PanelLine(.init(text: label, style: .label), .init(text: value, style: .text, column: 14))
  }
}

extension Article {
  /// The value of a field as one text, or nil where it is not known.
  func value(of field: ArticleField) -> String? {
    switch field {
    case .headline: headline
    case .kicker: kicker
    case .subheadline: subheadline
    case .byline: byline.isEmpty ? nil : byline.joined(separator: "、")
    case .source: source
    case .city: city
    case .province: province
    case .paper: paper
    case .paperCity: paperCity
    case .page: page
    case .date: date.map { "\($0)" }
    case .continuedFrom: continuedFrom
    case .continuedTo: continuedTo
    }
  }
}
