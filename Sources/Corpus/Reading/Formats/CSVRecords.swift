/// Records of CSV or TSV with a header row.
enum CSVRecords {
  private static let separators = [
    UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"),
  ]

  /// Reads all records. Which separator is used is told by the header: the one that parts it into most known names.
  static func read(_ text: String, names: FieldNames) -> RecordList {
    let bytes = Array(text.utf8)
    let headers = separators.map { header(bytes, $0, names) }
    guard let header = headers.max(by: { $0.known < $1.known }), header.known > 0 else {
      return RecordList(others: 1)
    }
    return read(bytes, header, names)
  }

  /// The number of known names in a first row, by the separator that fits best.
  static func knownNames(in line: String, names: FieldNames) -> Int {
    separators.map { header(Array(line.utf8), $0, names).known }.max() ?? 0
  }

  private struct Header {
    var columns: [(field: RecordField, rank: Int)?]
    var scanner: CSVScanner
    var known: Int { columns.count { $0 != nil } }
  }

  private static func header(_ bytes: [UInt8], _ separator: UInt8, _ names: FieldNames) -> Header {
    var scanner = CSVScanner(bytes, separator: separator)
    let row = scanner.row()
    return Header(columns: row?.fields.map { names.field(named: $0) } ?? [], scanner: scanner)
  }

  private static func read(_ bytes: [UInt8], _ header: Header, _ names: FieldNames) -> RecordList {
    var list = RecordList()
    var scanner = header.scanner
    let lines = LineIndex(bytes)
    var faults = (count: 0, first: 0)
    while let row = scanner.row() {
      if let fault = row.fault ?? (row.fields.count > header.columns.count ? row.bytes.lowerBound : nil) {
        if faults.count == 0 { faults.first = fault }
        faults.count += 1
      }
      var fields = RecordFields()
      for (column, text) in zip(header.columns, row.fields) {
        if let column { fields.take(text, as: column) }
      }
      let range =
        lines.line(
          at: row.bytes.lowerBound)...lines.line(at: max(row.bytes.lowerBound, row.bytes.upperBound - 1))
      let record = Record(number: list.records.count + list.others + 1, lines: range, fields: fields.fields)
      if record.isArticle { list.records.append(record) } else { list.others += 1 }
    }
    guard faults.count > 0 else { return list }
    let place = Problem.Place(
      line: lines.line(at: faults.first), column: lines.column(at: faults.first, in: bytes))
    list.problems.append(.faultyRecords(count: faults.count, first: place, fault: .csv))
    return list
  }
}
