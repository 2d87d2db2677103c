import Corpus

/// What is known about an article, value by value, each with the raw words that it rests on.
struct EvidenceText {
  var article: Article
  var wording: Wording
  /// The raw lines of its page, by their numbers.
  var line: (Int) -> String?

  /// Where values begin.
  private var column: Int { wording.language == .chinese ? 14 : 17 }

  var lines: [PanelLine] {
    let fields = ArticleField.allCases.filter { article.value(of: $0) != nil || article.evidence[$0] != nil }
    return place + fields.flatMap(lines) + notes
  }

  private var place: [PanelLine] {
    let ranges = article.lines.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    return [
      .plain(displayable(article.file), .dim),
      labelled(wording("原文行", "raw lines"), ranges.joined(separator: ", ")),
      labelled(wording("类别", "kind"), wording.name(of: article.kind)),
    ]
  }

  private func lines(of field: ArticleField) -> [PanelLine] {
    var line = labelled(wording.name(of: field), displayable(article.value(of: field) ?? ""))
    if let confidence = article.confidence(of: field) { line.parts.append(part(confidence)) }
    if field == .date { line.parts += dateParts }
    return [line] + (article.evidence[field] ?? []).map(source) + (field == .headline ? runnerUp : [])
  }

  private func part(_ confidence: Confidence) -> PanelLine.Part {
    switch confidence {
    case .weak: .init(text: "? " + wording.name(of: confidence), style: Style(.uncertain), gap: 1)
    case .fair, .sure: .init(text: wording.name(of: confidence), style: .dim, gap: 2)
    }
  }

  /// The headline that was nearly chosen instead, and how near it was.
  private var runnerUp: [PanelLine] {
    guard let runnerUp = article.runnerUp, let headline = runnerUp.block.headline else { return [] }
    let tenths = Int(min(runnerUp.margin, 999) * 10)
    let margin = "\(tenths / 10).\(tenths % 10)"
    var line = labelled(wording("次选（t 换上）", "or else (t)"), displayable(headline))
    line.parts.append(
      .init(text: wording("差 \(margin)", "\(margin) behind"), style: .dim, gap: 2))
    return [line] + runnerUp.block.evidence.map(source)
  }

  private var dateParts: [PanelLine.Part] {
    let basis = article.dateBasis.map { PanelLine.Part(text: wording.name(of: $0), style: .dim, gap: 2) }
    let lacksYear = article.date.map { $0.year == nil } ?? false
    let year = PanelLine.Part(text: wording.unknownYear, style: Style(.uncertain), gap: 2)
    return (basis.map { [$0] } ?? []) + (lacksYear ? [year] : [])
  }

  private func source(_ evidence: Evidence) -> PanelLine {
    let place =
      evidence.line.map { wording("第 \($0) 行", "line \($0)") } ?? wording("不在版面上", "not on the page")
    var line = PanelLine(.init(text: place, style: .dim, column: 3))
    line.parts += context(of: evidence)
    line.parts[1].column = column
    line.parts[1].gap = 2
    return line
  }

  /// How many scalars of the raw line are shown before and after the words.
  private static let context = 8

  /// The words, with what stands around them on their raw line.
  private func context(of evidence: Evidence) -> [PanelLine.Part] {
    let words = PanelLine.Part(text: displayable(evidence.text), style: Style(.hit))
    guard let raw = evidence.line.flatMap(line), let range = RawWords.range(of: evidence.text, in: raw)
    else { return [words] }
    let scalars = Array(displayable(raw).unicodeScalars)
    func part(_ range: Range<Int>, _ style: Style) -> PanelLine.Part {
      PanelLine.Part(text: String(String.UnicodeScalarView(scalars[range])), style: style)
    }
    return [
      part(max(0, range.lowerBound - Self.context)..<range.lowerBound, .dim), part(range, Style(.hit)),
      part(range.upperBound..<min(scalars.count, range.upperBound + Self.context), .dim),
    ].filter { !$0.text.isEmpty }
  }

  private var notes: [PanelLine] {
    Facts(article: article, wording: wording).notes.map { .plain($0, .dim) }
  }

  private func labelled(_ label: String, _ value: String) -> PanelLine {
    PanelLine(
      .init(text: label, style: .label), .init(text: value, style: .text, column: column, gap: 1))
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
