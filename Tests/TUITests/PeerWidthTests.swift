import CICU
import Testing

/// The width table beside that of PyPI's wcwidth, for all that both define: the scalars of Unicode 15.0.
@Suite struct PeerWidthTests {
  /// A range in which the two differ on purpose: what kanbao says there, and why.
  private struct Exception {
    var range: ClosedRange<UInt32>
    var ours: Int32
    var reason: String
  }

  private static let exceptions = [
    Exception(range: 0xAD...0xAD, ours: 1, reason: "terminals draw the soft hyphen as a hyphen"),
    Exception(range: 0x3164...0x3164, ours: 0, reason: "a Hangul filler has no shape"),
    Exception(range: 0xFFA0...0xFFA0, ours: 0, reason: "a Hangul filler has no shape"),
    Exception(range: 0x1F3FB...0x1F3FF, ours: 2, reason: "a skin tone that follows no emoji is drawn as one"),
  ]

  /// What later versions of Unicode made wide; which answer is right depends on the ICU that is linked.
  private static let widenedLater: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D37F,
  ]

  @Test func agreesWithPeer() {
    let peer = Self.peerWidths()
    var compared = 0
    for value: UInt32 in 0...0x10FFFF where Self.isDefined(value) {
      let exception = Self.exceptions.first { $0.range.contains(value) }
      let expected = exception?.ours ?? peer[Int(value)]
      let width = kanbao_wcwidth(value, 0)
      #expect(width == expected, "U+\(String(value, radix: 16)): \(exception?.reason ?? "as the peer")")
      compared += 1
    }
    #expect(compared > 280_000)
  }

  /// An exception in which nothing differs any more must go.
  @Test func everyExceptionIsOne() {
    let peer = Self.peerWidths()
    for exception in Self.exceptions {
      #expect(exception.range.allSatisfy { peer[Int($0)] != exception.ours }, "\(exception.reason)")
    }
  }

  private static func isDefined(_ value: UInt32) -> Bool {
    guard let age = Unicode.Scalar(value)?.properties.age, (age.major, age.minor) <= (15, 0) else {
      return false
    }
    return !widenedLater.contains { $0.contains(value) }
  }

  private static func peerWidths() -> [Int32] {
    var widths = [Int32](repeating: 1, count: 0x110000)
    for (table, width) in [(PeerWidthTable.zero, 0), (PeerWidthTable.two, 2), (PeerWidthTable.control, -1)] {
      for entry in table.split(whereSeparator: \.isWhitespace) {
        let ends = entry.split(separator: "-").compactMap { Int($0, radix: 16) }
        guard let first = ends.first, let last = ends.last else { continue }
        for value in first...last { widths[value] = Int32(width) }
      }
    }
    return widths
  }
}
