import CCompress

/// Compressed bytes, expanded.
struct Expansion {
  var bytes: [UInt8]
  /// Why the bytes are not all, or none.
  var problem: Problem.Reason?

  /// Whether bytes begin as gzip or zstd files do.
  static func isNeeded(for bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
  }

  /// Expands a gzip or zstd file, `limit` bytes at most.
  static func of(_ bytes: [UInt8], limit: Int) -> Expansion {
    let isGzip = bytes.first == 0x1F
    let expanded =
      isGzip
      ? kanbao_inflate(bytes, Int64(bytes.count), 0, Int64(limit))
      : kanbao_unzstd(bytes, Int64(bytes.count), Int64(limit))
    return Expansion(expanded, limit: limit)
  }

  /// Expands a deflate stream of a zip file.
  static func deflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> Expansion {
    bytes.withUnsafeBufferPointer {
      Expansion(kanbao_inflate($0.baseAddress, Int64($0.count), 1, Int64(limit)), limit: limit)
    }
  }

  /// The checksum that zip files carry.
  static func checksum(of bytes: [UInt8]) -> UInt32 { kanbao_crc32(bytes, Int64(bytes.count)) }

  private init(_ expanded: kanbao_expanded, limit: Int) {
    bytes = Array(UnsafeBufferPointer(start: expanded.bytes, count: Int(expanded.length)))
    kanbao_release(expanded)
    switch expanded.outcome {
    case KANBAO_EXPANDED: problem = nil
    case KANBAO_TOO_LARGE: problem = .tooLarge(limit: limit)
    case KANBAO_CUT_SHORT: problem = .damaged(.cutShort)
    case KANBAO_NO_LIBRARY: problem = .damaged(.noLibrary)
    default: problem = .damaged(.broken)
    }
    if case .tooLarge = problem { bytes = [] }
  }

  init(bytes: [UInt8], problem: Problem.Reason? = nil) {
    self.bytes = bytes
    self.problem = problem
  }
}
