/// Text as the page model works on it: an array of Unicode scalars. Offsets count scalars.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
  /// A Han character.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  /// White space of any kind, the ideographic space, the byte order mark and zero-width space included.
  var isBlank: Bool {
    // Most characters lie between: one look is enough for them.
    if 0x3001...0xFEFE ~= value { return false }
    return switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000, 0x2000...0x200B, 0x202F, 0x205F, 0xFEFF: true
    default: false
    }
  }

  /// An ASCII or full-width digit's value.
  var digit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// An ASCII letter.
  var isLatin: Bool { (0x41...0x5A).contains(value & ~0x20) && value < 0x80 }

  /// Ends a sentence: 。！？… and their ASCII forms but the full stop.
  var endsSentence: Bool {
    switch value {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF61, 0xFE12, 0xFE15, 0xFE16: true
    default: false
    }
  }

  /// Divides a sentence: ，、；： and their ASCII forms.
  var dividesSentence: Bool {
    switch value {
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A, 0xFE10, 0xFE11, 0xFE13, 0xFE14: true
    default: false
    }
  }

  /// Punctuation with which no line of text can begin: it ends or divides a sentence or closes a bracket.
  var cannotOpen: Bool {
    !(0x4E00...0x9FFF ~= value) && (isCloser || endsSentence || dividesSentence)
  }

  /// Punctuation of running text: commas, 、 ； and what ends a sentence.
  var marksSentence: Bool {
    isComma || endsSentence || self == "、" || self == "；" || 0xFE11...0xFE14 ~= value
  }

  /// A comma, which headlines seldom have.
  var isComma: Bool { value == 0xFF0C || value == 0x2C || value == 0xFE10 }

  /// An opening bracket or quotation mark, with the closing one; horizontal, half-width and vertical forms.
  var closer: Unicode.Scalar? {
    guard value < 0x4E00 || value > 0x9FFF else { return nil }
    return switch self {
    case "（": "）"
    case "(": ")"
    case "“": "”"
    case "‘": "’"
    case "《": "》"
    case "〈": "〉"
    case "「": "」"
    case "『": "』"
    case "【": "】"
    case "〔": "〕"
    case "[": "]"
    case "︽": "︾"
    case "﹁": "﹂"
    case "︵": "︶"
    case "﹃": "﹄"
    case "︿": "﹀"
    case "︻": "︼"
    case "︹": "︺"
    case "﹇": "﹈"
    case "︷": "︸"
    default: nil
    }
  }

  /// Opens a remark: a round bracket, horizontal or vertical.
  var opensRemark: Bool { self == "（" || self == "(" || self == "︵" }

  /// Closes a remark.
  var closesRemark: Bool { self == "）" || self == ")" || self == "︶" }

  /// A closing bracket or quotation mark.
  var isCloser: Bool {
    guard value < 0x4E00 || value > 0x9FFF else { return false }
    return switch self {
    case "）", ")", "”", "’", "》", "〉", "」", "』", "】", "〕", "]", "︾", "﹂": true
    case "︶", "﹄", "﹀", "︼", "︺", "﹈", "︸": true
    default: false
    }
  }

  /// A dash of any length.
  var isDash: Bool {
    (0x2010...0x2015).contains(value) || value == 0x2500 || value == 0x2D || value == 0xFF0D
  }

  /// A mark drawn before an author's name or an item: □ ■ ◆ ● ▲ 囗 and their kin.
  var isBullet: Bool {
    switch value {
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x2022, 0x56D7: true
    default: false
    }
  }

  /// All such marks.
  static var bullets: [Unicode.Scalar] {
    (Array(0x2000...0x26FF) + [0x56D7]).compactMap { Unicode.Scalar($0 as UInt32) }.filter(\.isBullet)
  }

  /// A number in a circle, which papers print as an end mark: ④ ⑩.
  var isCircledNumber: Bool { (0x2460...0x24FF).contains(value) || (0x2776...0x2793).contains(value) }

  /// Columns on a terminal where ambiguous characters take two.
  var cells: Int {
    switch value {
    case 0..<0x300: value == 0xB7 ? 2 : 1
    case 0xFF61...0xFFDC: 1
    default: 2
    }
  }
}

extension Array {
  /// Room for so many elements, of which `fill` sets the first and says how many. They are set to `blank` before: that is
  /// quickly done, while arrays that are not set are made by code for all types, which first looks up what type it has.
  /// The array of nothing is one for all threads, and is not written to.
  @inline(__always)
  init(
    room: Int, of blank: Element,
    filledBy fill: (UnsafeMutableBufferPointer<Element>, inout Int) -> Void
  ) {
    self = []
    guard room > 0 else { return }
    reserveCapacity(room)
    append(contentsOf: repeatElement(blank, count: room))
    var count = 0
    withUnsafeMutableBufferPointer { fill($0, &count) }
    if count < room { removeLast(room - count) }
  }
}

extension Array where Element == Unicode.Scalar {
  /// The scalars of a string.
  init(of text: some StringProtocol) {
    self = text.utf8.withContiguousStorageIfAvailable { Self(wellFormed: $0) } ?? Self(text.unicodeScalars)
  }

  /// The scalars of a string's own bytes, which are well formed.
  init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    self = withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { scalars in
      Self(UnsafeBufferPointer(rebasing: scalars[..<bytes.decode(to: scalars)]))
    }
  }

  /// Appends the scalars of a string.
  mutating func append(of text: String) {
    var text = text
    text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { scalars in
        append(contentsOf: UnsafeBufferPointer(rebasing: scalars[..<bytes.decode(to: scalars)]))
      }
    }
  }

  /// Where the round brackets stand that it ends with.
  var remark: Range<Int>? {
    guard last?.closesRemark == true else { return nil }
    return lastIndex(where: \.opensRemark).map { $0..<count }
  }

  /// Whether it ends with the scalars of `text`.
  func ends(with text: String) -> Bool {
    var at = endIndex
    for scalar in text.unicodeScalars.reversed() {
      at -= 1
      guard at >= 0, self[at] == scalar else { return false }
    }
    return true
  }

  /// As it is searched: simplified, half width, lower case; each scalar stays in its place.
  var folded: Scalars {
    Folding.withTable { table in
      withUnsafeBufferPointer { text in
        Scalars(room: text.count, of: "\0") { folded, count in
          for scalar in text {
            let value = Int(scalar.value)
            folded[count] = value < 0x10000 ? Unicode.Scalar(table[value]) ?? scalar : scalar
            count += 1
          }
        }
      }
    }
  }

  /// Whether `word` stands in it.
  func contains(_ word: Scalars) -> Bool { firstIndex(of: word) != nil }

  /// Where `word` first stands in it.
  func firstIndex(of word: Scalars) -> Int? {
    guard let first = word.first, count >= word.count else { return word.isEmpty ? 0 : nil }
    for at in 0...(count - word.count) where self[at] == first {
      if word.indices.allSatisfy({ self[at + $0] == word[$0] }) { return at }
    }
    return nil
  }

  /// It begins with a character that no sentence can begin with, since it leans on the word before: 的 们 吗 呢.
  var leansBack: Bool {
    switch first {
    case "的", "们", "們", "吗", "嗎", "呢": break
    default: return false
    }
    return count < 2 || self[1] != "确" && self[1] != "確" && self[1] != "士"
  }

  /// Without any white space.
  var squeezed: Scalars {
    contains(where: \.isBlank) ? withoutBlanks() : self
  }

  /// The same, where it is known that there is some.
  func withoutBlanks() -> Scalars {
    withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: count) { squeezed in
      var filled = 0
      for scalar in self where !scalar.isBlank {
        squeezed.initializeElement(at: filled, to: scalar)
        filled &+= 1
      }
      return Scalars(UnsafeBufferPointer(rebasing: squeezed[..<filled]))
    }
  }

  /// Calls `body` with the place of each run without white space.
  @inline(__always)
  func forEachRun(_ body: (Range<Int>) -> Void) {
    withUnsafeBufferPointer { text in
      var start = 0
      for at in 0..<text.count where text[at].isBlank {
        if at > start { body(start..<at) }
        start = at + 1
      }
      if start < text.count { body(start..<text.count) }
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Decodes well-formed UTF-8 to `scalars`, which has room for as many as there are bytes, and says how many there are.
  func decode(to scalars: UnsafeMutableBufferPointer<Unicode.Scalar>) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var (at, read) = (0, 0)
    // Most characters have three bytes, which are taken at once.
    while at &+ 4 <= count, read < scalars.count {
      let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      if word & 0xF0 == 0xE0 {
        let value = (word & 0xF) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F
        scalars.initializeElement(at: read, to: Unicode.Scalar(value) ?? "\u{FFFD}")
        at &+= 3
      } else {
        scalars.initializeElement(at: read, to: scalar(at: &at))
      }
      read &+= 1
    }
    while at < count, read < scalars.count {
      scalars.initializeElement(at: read, to: scalar(at: &at))
      read &+= 1
    }
    return read
  }

  /// The scalar whose well-formed UTF-8 begins at `at`, which moves behind it.
  @inline(__always)
  func scalar(at: inout Int) -> Unicode.Scalar {
    let lead = UInt32(self[at])
    if lead & 0xF0 == 0xE0, at &+ 2 < count {
      let value = (lead & 0xF) << 12 | UInt32(self[at &+ 1] & 0x3F) << 6 | UInt32(self[at &+ 2] & 0x3F)
      at &+= 3
      return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = length == 1 ? lead : lead & (0xFF >> (UInt32(length) + 1))
    let end = Swift.min(count, at + length)
    at += 1
    while at < end {
      value = value << 6 | UInt32(self[at] & 0x3F)
      at += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension String {
  /// Bytes that are surely well-formed UTF-8, since they were written from scalars or are a part of a string cut at ASCII
  /// characters: they are not looked through again.
  init(wellFormed bytes: UnsafeBufferPointer<UInt8>) {
    self.init(copying: UTF8Span(unchecked: bytes.span))
  }
}

extension Sequence where Element == Unicode.Scalar {
  /// As a string.
  var string: String {
    withContiguousStorageIfAvailable { $0.utf8String }
      ?? Array(self).withUnsafeBufferPointer { $0.utf8String }
  }
}

extension Collection where Element == Unicode.Scalar {
  /// Whether it begins with the scalars of `text`.
  func hasPrefix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { starts(with: String(decoding: $0, as: UTF8.self).unicodeScalars) }
  }
}

extension [UInt8] {
  /// Appends scalars as UTF-8.
  mutating func append(utf8 scalars: Scalars) {
    scalars.withUnsafeBufferPointer { scalars in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * scalars.count) { bytes in
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<scalars.write(to: bytes)]))
      }
    }
  }
}

extension Array where Element == Unicode.Scalar {
  /// Calls `body` with each byte of its UTF-8.
  @inline(__always)
  func forEachByte(_ body: (UInt8) -> Void) { withUnsafeBufferPointer { $0.forEachByte(body) } }
}

extension UnsafeBufferPointer where Element == Unicode.Scalar {
  /// How many bytes its UTF-8 has. A sum that cannot overflow, so that many scalars are counted at once.
  fileprivate var utf8Count: Int {
    var extra: UInt32 = 0
    for scalar in self {
      let value = scalar.value
      extra &+= (value >= 0x80 ? 1 : 0) &+ (value >= 0x800 ? 1 : 0) &+ (value >= 0x10000 ? 1 : 0)
    }
    return count + Int(extra)
  }

  fileprivate var utf8String: String { utf8String(of: utf8Count) }

  /// The same, where it is known how many bytes of UTF-8 it has.
  fileprivate func utf8String(of size: Int) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { bytes in
      String(wellFormed: UnsafeBufferPointer<UInt8>(rebasing: bytes[..<write(to: bytes)]))
    }
  }

  /// Writes as many whole scalars as there is room for, and tells how many bytes they took.
  fileprivate func write(to bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let raw = UnsafeMutableRawBufferPointer(bytes)
    var count = 0
    for scalar in self {
      let isRoomy = count &+ 4 <= bytes.count
      if isRoomy, 0x800..<0x10000 ~= scalar.value {
        // Most scalars have three bytes, which are stored at once with a fourth that what follows overwrites.
        raw.storeBytes(of: scalar.threeBytes.littleEndian, toByteOffset: count, as: UInt32.self)
        count &+= 3
        continue
      }
      guard isRoomy || count &+ scalar.utf8Width <= bytes.count else { break }
      scalar.forEachByte { byte in
        bytes[count] = byte
        count &+= 1
      }
    }
    return count
  }

  @inline(__always)
  fileprivate func forEachByte(_ body: (UInt8) -> Void) {
    for scalar in self { scalar.forEachByte(body) }
  }
}

extension Unicode.Scalar {
  /// Calls `body` with each byte of its UTF-8.
  @inline(__always)
  fileprivate func forEachByte(_ body: (UInt8) -> Void) {
    // Most scalars have three bytes.
    if 0x800..<0x10000 ~= value {
      body(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      body(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 63))
    } else if value < 0x80 {
      return body(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      body(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
    } else {
      body(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      body(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 63))
      body(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 63))
    }
    body(UInt8(truncatingIfNeeded: 0x80 | value & 63))
  }

  /// The three bytes of UTF-8 of most scalars, the first one lowest.
  fileprivate var threeBytes: UInt32 { 0x80_80E0 | value >> 12 | (value & 0xFC0) << 2 | (value & 0x3F) << 16 }

  /// How many bytes its UTF-8 has.
  fileprivate var utf8Width: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}
