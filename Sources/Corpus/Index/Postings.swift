/// For every character and every pair of neighbouring characters of some texts, the documents in which it stands.
///
/// Pairs are grouped by their first character. A group's first entry is that of the character alone, whose second
/// character is `SearchCode.none`. An entry is a list of gaps between ascending numbers, as variable-length integers;
/// where that would take as much room, it is one bit for each document.
struct Postings: Sendable {
  /// The number of documents.
  let documents: Int
  /// The first characters, ascending.
  let firsts: [UInt16]
  /// Where each group begins in `seconds`, and the end.
  let groups: [UInt32]
  /// The second characters, ascending in each group.
  let seconds: [UInt16]
  /// The length of each entry in `bytes`; `long` for one whose length is in its first two bytes.
  let lengths: [UInt8]
  /// Where every `stride`-th entry begins in `bytes`.
  let milestones: [UInt32]
  /// The entries.
  let bytes: [UInt8]

  /// How many entries go to a milestone.
  static let stride = 32
  /// Stands for a length that a byte cannot hold.
  static let long = UInt8.max

  /// The length of an entry that is a bit for each document.
  static func bitmapLength(documents: Int) -> Int { (documents + 63) / 64 * 8 }

  /// Memory taken, in bytes.
  var footprint: Int {
    firsts.count * 2 + groups.count * 4 + seconds.count * 3 + milestones.count * 4 + bytes.count
  }

  /// The entries of the group of `first`.
  func group(of first: UInt16) -> Range<Int>? {
    let index = firsts.insertionIndex(of: first, in: firsts.indices)
    guard index < firsts.count, firsts[index] == first else { return nil }
    return group(at: index)
  }

  /// The entries of the group number `index`.
  func group(at index: Int) -> Range<Int> { Int(groups[index])..<Int(groups[index + 1]) }

  /// The entry of a pair.
  func entry(of first: UInt16, _ second: UInt16) -> Int? {
    guard let group = group(of: first) else { return nil }
    let index = seconds.insertionIndex(of: second, in: group)
    return index < group.upperBound && seconds[index] == second ? index : nil
  }

  /// Where an entry lies in `bytes`.
  private func place(of entry: Int) -> Range<Int> {
    var start = Int(milestones[entry / Self.stride])
    for before in entry / Self.stride * Self.stride..<entry {
      start = extent(of: before, from: start).upperBound
    }
    return extent(of: entry, from: start)
  }

  /// Where an entry lies that begins at byte `start`, but for its length.
  @inline(__always)
  private func extent(of entry: Int, from start: Int) -> Range<Int> {
    guard lengths[entry] == Self.long else { return start..<start + Int(lengths[entry]) }
    return start + 2..<start + 2 + Int(bytes[start]) + Int(bytes[start + 1]) << 8
  }

  /// Adds the documents of an entry to `bits`.
  func add(entry: Int, to bits: inout DocumentBits) {
    bytes.withUnsafeBytes { bytes in
      let list = UnsafeRawBufferPointer(rebasing: bytes[place(of: entry)])
      if list.count == Self.bitmapLength(documents: documents) {
        bits.formUnion(bitmap: list)
      } else {
        Self.forEachMember(of: list) { bits.insert($0) }
      }
    }
  }

  @inline(__always)
  private static func forEachMember(of list: UnsafeRawBufferPointer, _ receive: (Int) -> Void) {
    var at = 0
    var document = -1
    while at < list.count {
      var gap = Int(list[at])
      at += 1
      if gap >= 0x80 {
        gap = gap & 0x7F | Int(list[at]) << 7
        at += 1
      }
      document += gap + 1
      receive(document)
    }
  }

  /// The documents of all of these entries.
  func documents(ofAll entries: [Int]) -> DocumentBits {
    var found = DocumentBits(count: documents)
    let places = entries.map { (entry: $0, count: place(of: $0).count) }
    for (index, (entry, _)) in places.sorted(by: { $0.count < $1.count }).enumerated() {
      if index == 0 {
        add(entry: entry, to: &found)
      } else {
        var others = DocumentBits(count: documents)
        add(entry: entry, to: &others)
        found.formIntersection(others)
      }
    }
    return found
  }
}

extension Array where Element: Comparable {
  /// Where a number stands, or would stand, in an ascending range.
  func insertionIndex(of number: Element, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
