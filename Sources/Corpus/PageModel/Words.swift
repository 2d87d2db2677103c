/// A set of scalars below U+10000, asked at once: a bit for each of the blocks of 256 in which it has any.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  /// The place of each block's bits in `bits`, in words; the first block of bits is empty.
  private var blocks = ContiguousArray<UInt16>(repeating: 0, count: 256)
  private var bits = ContiguousArray<UInt64>(repeating: 0, count: 4)

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars where scalar.value < 0x10000 {
      let block = Int(scalar.value >> 8)
      if blocks[block] == 0 {
        blocks[block] = UInt16(bits.count)
        bits.append(contentsOf: [0, 0, 0, 0])
      }
      bits[Int(blocks[block]) + Int(scalar.value >> 6 & 3)] |= 1 << UInt64(scalar.value & 63)
    }
  }

  init(stringLiteral text: String) { self.init(text.unicodeScalars) }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x10000 else { return false }
    let word = bits[Int(blocks[Int(scalar.value >> 8)]) + Int(scalar.value >> 6 & 3)]
    return word >> UInt64(scalar.value & 63) & 1 == 1
  }
}
