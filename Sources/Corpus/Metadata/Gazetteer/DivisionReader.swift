/// Reads the rows of `DivisionTable`, straight from the bytes that are part of the program.
struct DivisionReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The places of a table of tab-separated rows, in its order.
  static func places(of table: StaticString) -> [Place] {
    table.withUTF8Buffer { bytes in
      var reader = DivisionReader(bytes: bytes)
      var places: [Place] = []
      places.reserveCapacity(5000)
      while reader.position < bytes.count {
        places.append(reader.row())
      }
      return places
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func row() -> Place {
    let code = number()
    let name = text()
    let shortName = text()
    let level = Place.Level(rawValue: number()) ?? .county
    let parent = number()
    let spelling = text()
    let first = number(endingAt: UInt8(ascii: "-"))
    let last = first == nil ? 0 : number()
    return Place(
      code: code, name: name, shortName: shortName, level: level, parentCode: parent,
      years: first.map { $0...max($0, last) }, spelling: spelling)
  }

  /// The bytes up to the next tab or line feed, which is skipped.
  private mutating func field() -> UnsafeBufferPointer<UInt8> {
    let start = position
    let ends: (UInt8, UInt8) = (UInt8(ascii: "\t"), UInt8(ascii: "\n"))
    while position < bytes.count, bytes[position] != ends.0, bytes[position] != ends.1 { position += 1 }
    defer { position += 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<position])
  }

  private mutating func text() -> String {
    String(wellFormed: field())
  }

  private mutating func number() -> Int {
    field().reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// The number before `end`, which is skipped; nil, and the field skipped, where the field is empty.
  private mutating func number(endingAt end: UInt8) -> Int? {
    var value = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position] == end {
        position += 1
        return value
      }
      value = value * 10 + Int(bytes[position] & 15)
      position += 1
    }
    position += 1
    return nil
  }
}
