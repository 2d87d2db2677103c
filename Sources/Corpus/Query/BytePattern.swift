import Glibc

/// Bytes to be found in bytes: the one among them that is likely to be rare is looked for first.
struct BytePattern: Sendable, Equatable {
  private let bytes: [UInt8]
  /// Which of the bytes is looked for.
  private let pivot: Int

  /// A pattern of at least one byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Of the three bytes of a Chinese character the last one says most.
    pivot = bytes.count - 1
  }

  /// The byte offset of the first occurrence that begins at `start` or later.
  func firstOffset(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    let last = text.count - bytes.count
    var at = start
    while at <= last {
      guard let found = memchr(raw + at + pivot, Int32(bytes[pivot]), last - at + 1) else { return nil }
      at = raw.distance(to: UnsafeRawPointer(found)) - pivot
      if isAll(of: text, at: at) { return at }
      at += 1
    }
    return nil
  }

  private func isAll(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    var index = bytes.count - 1
    while index >= 0 {
      if text[offset + index] != bytes[index] { return false }
      index -= 1
    }
    return true
  }
}
