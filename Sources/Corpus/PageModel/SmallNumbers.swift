/// Numbers that are mostly small, packed into bytes: seven bits in each, the lowest first.
extension [UInt8] {
  /// Appends a number; a negative one is taken for 0.
  mutating func append(number: Int) {
    var rest = UInt(Swift.max(0, number))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a number that may be negative.
  mutating func append(signed number: Int) {
    append(number: number < 0 ? ~number << 1 | 1 : number << 1)
  }
}

/// Reads such numbers, and bytes between them. Beyond the end all are 0.
struct NumberReader {
  private let bytes: [UInt8]
  private(set) var at: Int

  init(_ bytes: [UInt8], at start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  var isAtEnd: Bool { at >= bytes.count }

  /// The next number.
  mutating func next() -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while !isAtEnd {
      let byte = bytes[at]
      at += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(bitPattern: number)
  }

  /// The next number that may be negative.
  mutating func nextSigned() -> Int {
    let number = next()
    return number & 1 == 1 ? ~(number >> 1) : number >> 1
  }

  /// The next `count` bytes.
  mutating func next(bytes count: Int) -> ArraySlice<UInt8> {
    let end = Swift.min(bytes.count, at + max(0, count))
    defer { at = end }
    return bytes[at..<end]
  }
}
