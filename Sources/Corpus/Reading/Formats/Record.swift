/// One record of a file, before it is an article.
struct Record: Equatable {
  /// From 1, in the file's order; values that are no article count too.
  var number: Int
  /// Its raw lines in the file, from 1.
  var lines: ClosedRange<Int>
  var fields: [RecordField: String]

  /// An article has a headline or a body.
  var isArticle: Bool { fields[.headline] != nil || fields[.body] != nil }
  /// Bytes of UTF-8 of all fields together.
  var size: Int { fields.values.reduce(0) { $0 + $1.utf8.count } }
}

/// Gathers a record's fields; of several names of one field the first known one counts.
struct RecordFields {
  private var ranks: [RecordField: Int] = [:]
  private(set) var fields: [RecordField: String] = [:]

  /// Takes a field's text unless it is blank or a better name had one; tells whether it did.
  @discardableResult
  mutating func take(_ text: String, as name: (field: RecordField, rank: Int)) -> Bool {
    guard text.unicodeScalars.contains(where: { !$0.isBlank }) else { return false }
    if let rank = ranks[name.field], rank <= name.rank { return false }
    ranks[name.field] = name.rank
    fields[name.field] = text
    return true
  }
}

/// The records of one file, and what is wrong in it.
struct RecordList: Equatable {
  var records: [Record] = []
  var problems: [Problem.Reason] = []
  /// Values that are no article: of another shape, or without headline and body.
  var others = 0
}
