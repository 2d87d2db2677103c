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
  /// The length of each entry in `bytes`.
  let lengths: [UInt16]
  /// Where every `stride`-th entry begins in `bytes`.
  let milestones: [UInt32]
  /// The entries.
  let bytes: [UInt8]

  /// How many entries go to a milestone.
  static let stride = 32

  /// The length of an entry that is a bit for each document.
  static func bitmapLength(documents: Int) -> Int { (documents + 63) / 64 * 8 }

  /// Memory taken, in bytes.
  var footprint: Int {
    firsts.count * 2 + groups.count * 4 + seconds.count * 4 + milestones.count * 4 + bytes.count
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
    for before in entry / Self.stride * Self.stride..<entry { start += Int(lengths[before]) }
    return start..<start + Int(lengths[entry])
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

  /// The documents in which all characters and neighbouring pairs of `codes` stand; nil where there are no codes.
  func documents(withPairsOf codes: [UInt16]) -> DocumentBits {
    var found = DocumentBits(count: documents)
    let pairs = codes.count == 1 ? [(codes[0], SearchCode.none)] : Array(zip(codes, codes.dropFirst()))
    let entries = pairs.compactMap { entry(of: $0, $1) }
    guard entries.count == pairs.count else { return found }
    let shortestFirst = entries.sorted { lengths[$0] < lengths[$1] }
    for (index, entry) in shortestFirst.enumerated() {
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

extension [UInt16] {
  /// Where a number stands, or would stand, in an ascending range.
  fileprivate func insertionIndex(of number: UInt16, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
