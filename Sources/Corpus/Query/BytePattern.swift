import Glibc

/// Bytes to be found in bytes: the first four compared as one number, the rest one by one.
struct BytePattern: Sendable, Equatable {
  private let bytes: [UInt8]
  private let head: UInt32
  private let mask: UInt32

  /// A pattern of at least one byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let length = min(bytes.count, 4)
    head = bytes.prefix(length).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    mask = length == 4 ? .max : (1 << (8 * UInt32(length))) - 1
  }

  /// The byte offset of the first occurrence that begins at `start` or later.
  func firstOffset(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress, start + bytes.count <= text.count else { return nil }
    let raw = UnsafeRawPointer(base)
    guard bytes.count > 1 else {
      return memchr(raw + start, Int32(bytes[0]), text.count - start).map { raw.distance(to: $0) }
    }
    let last = text.count - bytes.count
    let fast = min(last, text.count - 4)
    var at = start
    while at <= fast {
      let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      if word & mask == head, isAll(of: text, at: at) { return at }
      at += 1
    }
    while at <= last {
      if isAll(of: text, at: at) { return at }
      at += 1
    }
    return nil
  }

  private func isAll(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    for index in bytes.indices where text[offset + index] != bytes[index] { return false }
    return true
  }
}
