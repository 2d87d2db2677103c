/// What tells whether a headline line belongs to a story. `PlaceTrees` and `SectionTrees` are trained on it.
enum PlaceSigns {
  /// What each says, in order.
  static let names =
    [
      "worth", "ahead", "rival", "pairsLead", "pairsRest", "pairs", "charactersLead", "charactersRest",
      "characters",
    ]
    + ["above", "below", "inside", "beside", "stories", "pieces"]
    + [
      "length", "count", "strong", "lead", "caption", "box", "item", "start", "leans", "titles", "trailers",
      "heads",
    ]
    + [
      "lineLength", "level", "spaces", "blanks", "indented", "run", "place", "blanksBelow", "brokenAbove",
      "goesOnBelow", "openingBelow",
    ]
    + ["colon", "marks", "listed", "dash", "quote", "kicker", "office", "notice", "wording"] + PageSigns.names
}

/// Where a headline line stands to a story.
enum Standing: Int {
  /// The story begins right below.
  case above
  /// It ends right above.
  case below
  /// The line stands inside it.
  case inside
  /// A part of it stands next to the line.
  case beside
  /// It stands elsewhere.
  case elsewhere
}
