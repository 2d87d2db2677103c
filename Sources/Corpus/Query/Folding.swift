/// Folding for search: case, full and half width, Traditional to Simplified (`scripts/folding.py` says from which
/// sources). One scalar gives one scalar, so that a place in folded text is the same place in the printed text.
enum Folding {
  /// The scalar that each scalar of the basic plane is searched as, by its number.
  private static let table: [UInt16] = {
    var table = (0...UInt16.max).map { $0 }
    for (source, target) in mappings { table[Int(source.value)] = UInt16(truncatingIfNeeded: target.value) }
    return table
  }()

  /// A bit for each scalar of the basic plane that is searched as another one: a small table, which most scalars need alone.
  private static let changes: [UInt64] = {
    var changes = [UInt64](repeating: 0, count: 0x10000 / 64)
    for (source, target) in table.enumerated() where source != Int(target) {
      changes[source >> 6] |= 1 << UInt64(source & 63)
    }
    return changes
  }()

  /// For a folded scalar, the other scalars that are searched as it.
  private static let origins: [UInt32: [Unicode.Scalar]] = mappings.reduce(into: [:]) { origins, mapping in
    origins[mapping.1.value, default: []].append(mapping.0)
  }

  /// What `pairs` holds, as (printed, searched as).
  private static var mappings: [(Unicode.Scalar, Unicode.Scalar)] {
    let scalars = Array(pairs.description.unicodeScalars)
    return stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
  }

  /// The scalar that `scalar` is searched as.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(fold(scalar.value)) ?? scalar
  }

  /// The same for a scalar's number.
  static func fold(_ code: UInt32) -> UInt32 {
    code < 0x10000 ? UInt32(table[Int(code)]) : code
  }

  /// All scalars that are searched as the folded scalar `scalar`, itself first.
  static func spellings(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    [scalar] + (origins[scalar.value] ?? [])
  }

  /// Lends the whole table.
  @inline(__always)
  static func withTable<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    table.withUnsafeBufferPointer(body)
  }

  /// Lends the bits of the scalars that the table changes.
  @inline(__always)
  static func withChanges<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    changes.withUnsafeBufferPointer(body)
  }

  /// Folds each scalar of a text.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { folded.append(fold(scalar)) }
    return String(folded)
  }
}
