/// The 16 bits by which the index knows a scalar: the folded scalar of the basic plane. All others share the numbers
/// of the surrogates, which no text has; who looks for one of these must look into the text as well.
enum SearchCode {
  /// What ends a text or a paragraph.
  static let end: UInt16 = 0x0A
  /// Stands for no character: NUL, which has a shared number too.
  static let none: UInt16 = 0

  /// The code of a scalar's number.
  @inline(__always)
  static func of(_ scalar: UInt32, _ folding: UnsafeBufferPointer<UInt16>) -> UInt16 {
    if scalar < 0x10000, scalar != 0 { return folding[Int(scalar)] }
    return 0xD800 | UInt16(truncatingIfNeeded: scalar & 0x7FF)
  }

  /// Whether the code means one folded character and nothing else.
  static func isUnique(_ code: UInt16) -> Bool { !(0xD800...0xDFFF).contains(code) && code != end }

  /// The codes of scalars, folded or not.
  static func codes(of scalars: [Unicode.Scalar]) -> [UInt16] {
    Folding.withTable { folding in scalars.map { of($0.value, folding) } }
  }

  /// Calls `receive` with the code of each scalar of a text.
  @inline(__always)
  static func forEach(
    of text: borrowing String, _ folding: UnsafeBufferPointer<UInt16>, _ receive: (UInt16) -> Void
  ) {
    var text = copy text
    text.withUTF8 { bytes in
      var at = 0
      while let (scalar, length) = UTF8Walk.scalar(at: at, in: bytes) {
        receive(of(scalar, folding))
        at += length
      }
    }
  }
}
