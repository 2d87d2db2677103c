/// What look-ups found that had to read texts, for those that come next: while a word is typed letter by letter, each
/// answer lies within the one before.
final class SearchMemory: Sendable {
  private static let most = 24

  private struct Entry {
    var finder: Finder
    /// What was found, by the segments' serial numbers.
    var found: [UInt64: DocumentBits]
  }

  private let entries = Locked<[Entry]>([])

  /// What is known already to hold everything that `finder` finds in a segment: the answer itself (`isAnswer`), or
  /// that of a beginning of its word.
  func bounds(of finder: Finder, in segment: UInt64) -> (bits: DocumentBits, isAnswer: Bool)? {
    entries.withLock { entries in
      var best: (bits: DocumentBits, length: Int)?
      for entry in entries {
        guard let length = finder.length(withBeginning: entry.finder), length > best?.length ?? 0,
          let bits = entry.found[segment]
        else { continue }
        best = (bits, length)
      }
      return best.map { ($0.bits, $0.length == finder.length) }
    }
  }

  /// Keeps an answer in place of the oldest one.
  func keep(_ bits: DocumentBits, of finder: Finder, in segment: UInt64) {
    entries.withLock { entries in
      if let index = entries.lastIndex(where: { $0.finder.isSame(as: finder) }) {
        entries[index].found[segment] = bits
      } else {
        if entries.count == Self.most { entries.removeFirst() }
        entries.append(Entry(finder: finder, found: [segment: bits]))
      }
    }
  }
}

extension Finder {
  /// How long its word is; 0 for look-ups that read no text.
  fileprivate var length: Int {
    switch self {
    case .printed(let needle, _): needle.scalars.count
    case .read(let ways, _): ways.test.typed.utf8.count
    case .value, .names, .noNames, .flag: 0
    }
  }

  fileprivate func isSame(as other: Finder) -> Bool {
    length == other.length && length(withBeginning: other) != nil
  }

  /// The length of the other's word, if that is a beginning of this one's, so that all it finds lies in what the other
  /// finds.
  fileprivate func length(withBeginning other: Finder) -> Int? {
    switch (self, other) {
    case (.printed(let needle, let texts), .printed(let shorter, let same)):
      texts == same && shorter.isBeginning(of: needle) ? other.length : nil
    case (.read(let ways, let texts), .read(let shorter, let same)):
      texts == same && shorter.isBeginning(of: ways) ? other.length : nil
    default: nil
    }
  }
}
