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

  /// For each character and each pair of neighbours, the documents in which it stands.
  func postings() -> TextPostings {
    var writer = PostingsWriter(documents: ends.count)
    write(codes, except: SearchCode.end, withCodeAfter: 1, to: &writer)
    let dense = Array(writer.densePairs.prefix(Triples.mostPairs))
    return TextPostings(pairs: writer.finished(), triples: triples(of: dense))
  }

  /// For each three neighbours of which both pairs are dense, the documents in which they stand.
  private func triples(of dense: [UInt32]) -> Triples {
    var writer = PostingsWriter(documents: ends.count, groupsHaveOwnEntry: false)
    if !dense.isEmpty {
      let numbers = DensePairNumbers(dense).numbers(in: codes)
      write(numbers, except: DensePairNumbers.none, withCodeAfter: 2, to: &writer)
    }
    return Triples(pairs: dense.fitted, postings: writer.finished())
  }

  /// Writes the documents of each key: a number from `firsts`, which stand beside the codes, with the code that
  /// follows so many places later.
  private func write(
    _ firsts: [UInt16], except skipped: UInt16, withCodeAfter step: Int, to writer: inout PostingsWriter
  ) {
    var keys: [UInt64] = []
    for range in Self.portions(of: firsts, except: skipped) {
      keys.removeAll(keepingCapacity: true)
      codes.withUnsafeBufferPointer { codes in
        firsts.withUnsafeBufferPointer { firsts in
          var start = 0
          for (document, end) in ends.enumerated() {
            for at in start..<end where range.contains(firsts[at]) && firsts[at] != skipped {
              keys.append(UInt64(firsts[at]) << 32 | UInt64(codes[at + step]) << 16 | UInt64(document))
            }
            start = end
          }
        }
      }
      RadixSort.sort(&keys)
      writer.write(keys)
    }
  }

  /// Ranges of first numbers with about `portion` occurrences each.
  private static func portions(of firsts: [UInt16], except skipped: UInt16) -> [ClosedRange<UInt16>] {
    guard firsts.count > portion else { return [0...UInt16.max] }
    var counts = [Int](repeating: 0, count: 0x10000)
    for number in firsts { counts[Int(number)] += 1 }
    counts[Int(skipped)] = 0
    var ranges: [ClosedRange<UInt16>] = []
    var (first, sum) = (UInt16(0), 0)
    for number in UInt16(0)...UInt16.max {
      if sum > 0, sum + counts[Int(number)] > portion {
        ranges.append(first...number - 1)
        (first, sum) = (number, 0)
      }
      sum += counts[Int(number)]
    }
    return ranges + [first...UInt16.max]
  }
}

/// Sorts keys by their upper 32 of 48 bits, keeping the order of those that are equal there.
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
  /// Whether each group begins with the documents of its first number alone.
  private let groupsHaveOwnEntry: Bool
  /// Pairs that stand in many documents, the first code in the upper half; ascending.
  private(set) var densePairs: [UInt32] = []
  private var firsts: [UInt16] = []
  private var groups: [UInt32] = [0]
  private var seconds: [UInt16] = []
  private var lengths: [UInt8] = []
  private var milestones: [UInt32] = []
  private var bytes: [UInt8] = []
  /// The documents of the group's character, as far as it is read.
  private var groupMembers: DocumentBits
  private var members: [UInt16] = []
  /// The entry that is being written.
  private var entry: [UInt8] = []

  init(documents: Int, groupsHaveOwnEntry: Bool = true) {
    self.documents = documents
    self.groupsHaveOwnEntry = groupsHaveOwnEntry
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
    if groupsHaveOwnEntry { writeOwnEntry(pairs) }
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
      if Triples.isDense(members.count, of: documents) { densePairs.append(UInt32(truncatingIfNeeded: key)) }
    }
    groups.append(UInt32(seconds.count))
  }

  private mutating func writeOwnEntry(_ pairs: ArraySlice<UInt64>) {
    groupMembers.removeAll()
    for pair in pairs { groupMembers.insert(Int(pair & 0xFFFF)) }
    members.removeAll(keepingCapacity: true)
    groupMembers.forEach { members.append(UInt16(truncatingIfNeeded: $0)) }
    writeEntry(SearchCode.none)
  }

  private mutating func writeEntry(_ second: UInt16) {
    if seconds.count % Postings.stride == 0 { milestones.append(UInt32(bytes.count)) }
    seconds.append(second)
    entry.removeAll(keepingCapacity: true)
    writeGaps()
    if entry.count >= bitmapLength { writeBitmap() }
    let isLong = entry.count >= Postings.long
    lengths.append(isLong ? Postings.long : UInt8(entry.count))
    if isLong { bytes += [UInt8(entry.count & 0xFF), UInt8(entry.count >> 8)] }
    bytes += entry
  }

  private mutating func writeGaps() {
    var previous = -1
    for member in members {
      let gap = Int(member) - previous - 1
      previous = Int(member)
      if gap < 0x80 {
        entry.append(UInt8(gap))
      } else {
        entry.append(UInt8(gap & 0x7F | 0x80))
        entry.append(UInt8(gap >> 7))
      }
    }
  }

  private mutating func writeBitmap() {
    entry.removeAll(keepingCapacity: true)
    entry += repeatElement(0, count: bitmapLength)
    for member in members { entry[Int(member) >> 3] |= 1 << (member & 7) }
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
    guard !isEmpty else { return [] }
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = buffer.initialize(fromContentsOf: self)
    }
  }
}
