/// Collects the texts of documents and makes their `Postings`.
///
/// The codes of all texts are kept (two bytes a character) until the end. Then the pairs of some of the first
/// characters at a time are gathered, each with its document, and sorted by radix, so that little memory is needed
/// beside.
struct PostingsBuilder {
  /// How many pairs are sorted at a time.
  private static let portion = 1 << 22

  private var codes: [UInt16] = []
  /// Where each document's codes end.
  private var ends: [Int] = []

  /// The number of codes so far.
  var length: Int { codes.count }

  /// Adds the next document.
  mutating func add(_ texts: some Sequence<String>) {
    Folding.withTable { folding in
      for text in texts {
        SearchCode.forEach(of: text, folding) { codes.append($0) }
        codes.append(SearchCode.end)
      }
    }
    ends.append(codes.count)
  }

  /// The postings of all documents added.
  func postings() -> Postings {
    var writer = PostingsWriter(documents: ends.count)
    var pairs: [UInt64] = []
    for range in portions() {
      gather(range, into: &pairs)
      RadixSort.sort(&pairs)
      writer.write(pairs)
    }
    return writer.finished()
  }

  /// Ranges of first characters with about `portion` occurrences each.
  private func portions() -> [ClosedRange<UInt16>] {
    guard codes.count > Self.portion else { return [0...UInt16.max] }
    var counts = [Int](repeating: 0, count: 0x10000)
    for code in codes { counts[Int(code)] += 1 }
    var ranges: [ClosedRange<UInt16>] = []
    var (first, sum) = (UInt16(0), 0)
    for code in UInt16(0)...UInt16.max {
      if sum > 0, sum + counts[Int(code)] > Self.portion {
        ranges.append(first...code - 1)
        (first, sum) = (code, 0)
      }
      sum += counts[Int(code)]
    }
    return ranges + [first...UInt16.max]
  }

  /// The pairs whose first character is in `range`, each followed by its document's number in 16 bits.
  private func gather(_ range: ClosedRange<UInt16>, into pairs: inout [UInt64]) {
    pairs.removeAll(keepingCapacity: true)
    codes.withUnsafeBufferPointer { codes in
      var start = 0
      for (document, end) in ends.enumerated() {
        for at in start..<end where range.contains(codes[at]) && codes[at] != SearchCode.end {
          pairs.append(UInt64(codes[at]) << 32 | UInt64(codes[at + 1]) << 16 | UInt64(document))
        }
        start = end
      }
    }
  }
}

/// Sorts pairs by their upper 32 of 48 bits, keeping the order of those that are equal there.
enum RadixSort {
  private static let digit: UInt64 = 11

  static func sort(_ pairs: inout [UInt64]) {
    var sorted = [UInt64](repeating: 0, count: pairs.count)
    for shift in [UInt64(16), 27, 38] {
      pairs.withUnsafeBufferPointer { source in
        sorted.withUnsafeMutableBufferPointer { pass(over: source, into: $0, shift: shift) }
      }
      swap(&pairs, &sorted)
    }
  }

  private static func pass(
    over source: UnsafeBufferPointer<UInt64>, into target: UnsafeMutableBufferPointer<UInt64>, shift: UInt64
  ) {
    let mask: UInt64 = 1 << digit - 1
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Int(digit)) { next in
      next.initialize(repeating: 0)
      for pair in source { next[Int(pair >> shift & mask)] += 1 }
      var sum = 0
      for bucket in next.indices { (next[bucket], sum) = (sum, sum + next[bucket]) }
      for pair in source {
        let bucket = Int(pair >> shift & mask)
        target[next[bucket]] = pair
        next[bucket] += 1
      }
    }
  }
}

/// Writes sorted pairs as `Postings`.
struct PostingsWriter {
  private let documents: Int
  private let bitmapLength: Int
  private var firsts: [UInt16] = []
  private var groups: [UInt32] = [0]
  private var seconds: [UInt16] = []
  private var lengths: [UInt16] = []
  private var milestones: [UInt32] = []
  private var bytes: [UInt8] = []
  /// The documents of the group's character, as far as it is read.
  private var groupMembers: DocumentBits
  private var members: [UInt16] = []

  init(documents: Int) {
    self.documents = documents
    bitmapLength = Postings.bitmapLength(documents: documents)
    groupMembers = DocumentBits(count: documents)
  }

  /// Writes pairs that come after all that were written, with all others of the same first characters.
  mutating func write(_ pairs: [UInt64]) {
    var at = 0
    while at < pairs.count {
      let first = pairs[at] >> 32
      var end = at
      while end < pairs.count, pairs[end] >> 32 == first { end += 1 }
      writeGroup(UInt16(truncatingIfNeeded: first), pairs[at..<end])
      at = end
    }
  }

  private mutating func writeGroup(_ first: UInt16, _ pairs: ArraySlice<UInt64>) {
    firsts.append(first)
    groupMembers.removeAll()
    for pair in pairs { groupMembers.insert(Int(pair & 0xFFFF)) }
    members.removeAll(keepingCapacity: true)
    groupMembers.forEach { members.append(UInt16(truncatingIfNeeded: $0)) }
    writeEntry(SearchCode.none)
    var at = pairs.startIndex
    while at < pairs.endIndex {
      let key = pairs[at] >> 16
      members.removeAll(keepingCapacity: true)
      var last = UInt64.max
      while at < pairs.endIndex, pairs[at] >> 16 == key {
        if pairs[at] != last { members.append(UInt16(truncatingIfNeeded: pairs[at])) }
        last = pairs[at]
        at += 1
      }
      writeEntry(UInt16(truncatingIfNeeded: key))
    }
    groups.append(UInt32(seconds.count))
  }

  private mutating func writeEntry(_ second: UInt16) {
    let start = bytes.count
    var previous = -1
    for member in members {
      let gap = Int(member) - previous - 1
      previous = Int(member)
      if gap < 0x80 {
        bytes.append(UInt8(gap))
      } else {
        bytes.append(UInt8(gap & 0x7F | 0x80))
        bytes.append(UInt8(gap >> 7))
      }
    }
    if bytes.count - start >= bitmapLength { writeBitmap(from: start) }
    if seconds.count % Postings.stride == 0 { milestones.append(UInt32(start)) }
    seconds.append(second)
    lengths.append(UInt16(bytes.count - start))
  }

  private mutating func writeBitmap(from start: Int) {
    bytes.removeSubrange(start...)
    bytes += [UInt8](repeating: 0, count: bitmapLength)
    for member in members { bytes[start + Int(member) >> 3] |= 1 << (member & 7) }
  }

  /// All that was written, without room to spare.
  func finished() -> Postings {
    Postings(
      documents: documents, firsts: firsts.fitted, groups: groups.fitted, seconds: seconds.fitted,
      lengths: lengths.fitted, milestones: milestones.fitted, bytes: bytes.fitted)
  }
}

extension Array where Element: BitwiseCopyable {
  /// The same in no more memory than it needs.
  var fitted: [Element] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = buffer.initialize(fromContentsOf: self)
    }
  }
}
