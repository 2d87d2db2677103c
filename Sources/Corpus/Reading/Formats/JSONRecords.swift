/// Records of JSON: an array of objects, one object, or JSON Lines.
enum JSONRecords {
  /// Reads all records. A faulty line of JSON Lines is left out and reading goes on with the next; a fault in an array
  /// ends the reading.
  static func read(_ text: String, names: FieldNames) -> RecordList {
    var reading = Reading(Array(text.utf8), names)
    reading.run()
    return reading.list
  }

  private struct Reading {
    var list = RecordList()
    private var scanner: JSONScanner
    private let lines: LineIndex
    private let names: FieldNames
    private var faults: [JSONScanner.Failure] = []
    private var faultCount = 0

    init(_ bytes: [UInt8], _ names: FieldNames) {
      scanner = JSONScanner(bytes)
      lines = LineIndex(bytes)
      self.names = names
    }

    mutating func run() {
      scanner.skipSpace()
      if scanner.next == UInt8(ascii: "[") { array() } else { sequence() }
      guard let first = faults.first else { return }
      let place = Problem.Place(
        line: lines.line(at: first.offset), column: lines.column(at: first.offset, in: scanner.bytes))
      list.problems.append(.faultyRecords(count: faultCount, first: place, fault: .json))
    }

    private mutating func array() {
      _ = scanner.skip(UInt8(ascii: "["))
      if scanner.skip(UInt8(ascii: "]")) { return }
      do throws(JSONScanner.Failure) {
        repeat { try element() } while scanner.skip(UInt8(ascii: ","))
        if !scanner.skip(UInt8(ascii: "]")) {
          throw JSONScanner.Failure(reason: .unexpected, offset: scanner.at)
        }
      } catch { note(error) }
    }

    private mutating func sequence() {
      scanner.skipSpace()
      while !scanner.isAtEnd {
        let start = scanner.at
        do throws(JSONScanner.Failure) {
          try element()
          _ = scanner.skip(UInt8(ascii: ","))
        } catch {
          note(error)
          scanner.at = start
          scanner.skipLine()
        }
        scanner.skipSpace()
      }
    }

    private mutating func note(_ fault: JSONScanner.Failure) {
      faultCount += 1
      if faults.isEmpty { faults.append(fault) }
    }

    private mutating func element() throws(JSONScanner.Failure) {
      scanner.skipSpace()
      let start = scanner.at
      guard scanner.next == UInt8(ascii: "{") else {
        _ = try scanner.value()
        list.others += 1
        return
      }
      let fields = fields(of: try scanner.object())
      let range = lines.line(at: start)...lines.line(at: scanner.at - 1)
      let record = Record(number: list.records.count + list.others + 1, lines: range, fields: fields)
      if record.isArticle { list.records.append(record) } else { list.others += 1 }
    }

    private func fields(of object: JSONScanner.Object) -> [RecordField: String] {
      var fields = RecordFields()
      for (name, value) in object {
        guard let field = names.field(named: name) else { continue }
        switch value {
        case .text(let text), .literal(let text): fields.take(text, as: field)
        case .list(let items):
          fields.take(items.joined(separator: field.field == .body ? "\n" : "、"), as: field)
        case .null, .object: break
        }
      }
      return fields.fields
    }
  }
}
