import Corpus

extension JSON {
  /// An article as `list --format jsonl` writes it. What is not known is null, a list without members empty.
  init(_ article: Article) {
    self = .object([
      ("id", .string(article.id)),
      ("file", .string(article.file)),
      ("page", .optional(article.page)),
      ("record", article.record.map(JSON.number) ?? .null),
      ("kind", .string(article.kind.rawValue)),
      ("headline", .optional(article.headline)),
      ("kicker", .optional(article.kicker)),
      ("subheadline", .optional(article.subheadline)),
      ("byline", .array(article.byline.map(JSON.string))),
      ("source", .optional(article.source)),
      ("city", .optional(article.city)),
      ("province", .optional(article.province)),
      ("paper", .optional(article.paper)),
      ("paperCity", .optional(article.paperCity)),
      ("date", .optional(article.date?.description)),
      ("dateBasis", .optional(article.dateBasis?.rawValue)),
      ("evidence", Self.evidence(of: article)),
      (
        "uncertain",
        .array(ArticleField.allCases.filter(article.uncertain.contains).map { .string($0.rawValue) })
      ),
      ("continuedFrom", .optional(article.continuedFrom)),
      ("continuedTo", .optional(article.continuedTo)),
      ("lines", .array(article.lines.map { .array([.number($0.lowerBound), .number($0.upperBound)]) })),
      ("seams", Self.seams(of: article)),
      ("text", .string(article.text)),
    ])
  }

  /// Fields that have evidence, in a fixed order.
  private static func evidence(of article: Article) -> JSON {
    .object(
      article.fieldsWithEvidence.map { ($0.field.rawValue, .array($0.evidence.map(JSON.init(evidence:)))) })
  }

  private init(evidence: Evidence) {
    self = .object([("line", evidence.line.map(JSON.number) ?? .null), ("text", .string(evidence.text))])
  }

  /// Seams with the paragraph they stand in (from 1) and their offset there in Unicode scalars.
  private static func seams(of article: Article) -> JSON {
    .array(
      !article.hasSeams
        ? []
        : article.paragraphs.enumerated().flatMap { index, paragraph in
          paragraph.seams.map { JSON(seam: $0, paragraph: index + 1) }
        })
  }

  private init(seam: Seam, paragraph: Int) {
    self = .object([
      ("paragraph", .number(paragraph)), ("offset", .number(seam.offset)),
      ("after", .number(seam.after)), ("before", .number(seam.before)), ("lossy", .bool(seam.isLossy)),
    ])
  }
}
