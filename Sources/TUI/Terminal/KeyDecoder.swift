/// Bytes from a terminal to keys, pastes and answers. Pure: it neither reads nor waits. Sequences that mean none of
/// these are swallowed whole; bytes that are no UTF-8 are dropped.
public struct KeyDecoder: Sendable {
  /// What came in.
  public enum Input: Hashable, Sendable {
    /// A key.
    case key(Key)
    /// Pasted text (bracketed paste).
    case paste(String)
    /// The terminal's answer to a question for the cursor's place (CPR): its column, from 1. It has drawn what was sent
    /// before the question.
    case report(column: Int)
    /// The answer to a question for a private mode (DECRPM): its number, and whether the terminal knows it.
    case mode(Int, isKnown: Bool)
  }

  private enum Mode { case ground, paste }

  /// The largest paste that is kept, in bytes; the rest is dropped.
  static let pasteLimit = 1 << 16
  private static let escape: UInt8 = 0x1B
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private let sequences: [[UInt8]: Key]
  private var waiting: [UInt8] = []
  private var mode = Mode.ground
  private var pasted: [UInt8] = []

  /// A decoder that also knows these sequences, as the terminal's description gives them.
  public init(sequences: [[UInt8]: Key] = [:]) {
    self.sequences = sequences
  }

  /// True while the bytes so far may go on: a lone escape byte is a key only if nothing follows soon.
  public var isWaiting: Bool { !waiting.isEmpty && mode == .ground }

  /// What these bytes complete.
  public mutating func feed(_ bytes: [UInt8]) -> [Input] {
    waiting += bytes
    var inputs: [Input] = []
    var start = 0
    while start < waiting.count {
      let (length, input) = mode == .paste ? pasteStep(from: start) : step(waiting[start...])
      guard length > 0 else { break }
      if let input { inputs.append(input) }
      start += length
    }
    waiting.removeFirst(start)
    return inputs
  }

  /// What the waiting bytes mean if nothing follows: an escape byte alone is the key, the rest is nothing.
  public mutating func flush() -> [Input] {
    guard mode == .ground else { return [] }
    let isEscape = waiting.first == Self.escape && waiting.count == 1
    waiting = []
    return isEscape ? [.key(.escape)] : []
  }

  /// How many bytes belong together, 0 where more are needed, and what they mean.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> (Int, Input?) {
    guard let first = bytes.first else { return (0, nil) }
    if first == Self.escape { return escapeStep(bytes) }
    if first < 0x20 || first == 0x7F { return (1, Self.control(first).map(Input.key)) }
    if first < 0x80 { return (1, .key(.character(Character(Unicode.Scalar(first))))) }
    return Self.scalarStep(bytes)
  }

  private mutating func escapeStep(_ bytes: ArraySlice<UInt8>) -> (Int, Input?) {
    guard let second = bytes.dropFirst().first else { return (0, nil) }
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return (0, nil) }
      return (3, key(of: Array(bytes.prefix(3))))
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return (Self.stringLength(bytes), nil)
    case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "f"), 0x7F:
      return (2, .key(.meta(Character(Unicode.Scalar(second)))))
    default: return (1, .key(.escape))
    }
  }

  /// ESC [ parameters intermediates final; the Linux console's ESC [ [ A besides.
  private mutating func controlSequence(_ bytes: ArraySlice<UInt8>) -> (Int, Input?) {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return body.count > 1 ? (4, nil) : (0, nil) }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return (0, nil) }
    guard (0x40...0x7E).contains(bytes[end]) else { return (end - bytes.startIndex, nil) }
    let sequence = Array(bytes[...end])
    guard sequence != Array("\u{1B}[200~".utf8) else {
      mode = .paste
      return (sequence.count, nil)
    }
    return (sequence.count, key(of: sequence))
  }

  private func key(of sequence: [UInt8]) -> Input? {
    if let key = sequences[sequence] { return .key(key) }
    if let answer = Self.answer(of: sequence) { return answer }
    if let key = Self.modified[String(decoding: sequence, as: UTF8.self)] { return .key(key) }
    let parameter = sequence.dropFirst(2).prefix { (0x30...0x39).contains($0) }
    let number = Int(String(decoding: parameter, as: UTF8.self)) ?? 1
    guard let final = sequence.last else { return nil }
    return Self.key(final: Unicode.Scalar(final), number).map(Input.key)
  }

  /// ESC [ row ; column R, or ESC [ ? mode ; value $ y. A key F3 with Shift looks like the former in the first row, and
  /// no key here is F3.
  private static func answer(of sequence: [UInt8]) -> Input? {
    let body = String(decoding: sequence.dropFirst(2).dropLast(), as: UTF8.self)
    let numbers = body.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    switch sequence.last {
    case UInt8(ascii: "R"): return .report(column: numbers[1])
    case UInt8(ascii: "y") where body.hasPrefix("?"):
      return .mode(numbers[0], isKnown: numbers[1] == 1 || numbers[1] == 2)
    default: return nil
    }
  }

  /// Arrows with Ctrl or Alt, which go by words.
  private static let modified: [String: Key] = [
    "\u{1B}[1;5C": .wordRight, "\u{1B}[1;3C": .wordRight, "\u{1B}[1;5D": .wordLeft, "\u{1B}[1;3D": .wordLeft,
  ]

  private static func key(final: Unicode.Scalar, _ number: Int) -> Key? {
    switch (final, number) {
    case ("A", _): .up
    case ("B", _): .down
    case ("C", _): .right
    case ("D", _): .left
    case ("H", _), ("~", 1), ("~", 7): .home
    case ("F", _), ("~", 4), ("~", 8): .end
    case ("M", _): .enter
    case ("Z", _): .backTab
    case ("~", 3): .delete
    case ("~", 5): .pageUp
    case ("~", 6): .pageDown
    default: nil
    }
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  /// A string that the terminal sends, up to its end mark.
  private static func stringLength(_ bytes: ArraySlice<UInt8>) -> Int {
    for index in bytes.indices.dropFirst(2) {
      if bytes[index] == 0x07 { return index + 1 - bytes.startIndex }
      if bytes[index] == 0x5C, bytes[index - 1] == escape, index > bytes.startIndex + 2 {
        return index + 1 - bytes.startIndex
      }
    }
    return 0
  }

  private static func scalarStep(_ bytes: ArraySlice<UInt8>) -> (Int, Input?) {
    var decoder = Unicode.UTF8.ForwardParser()
    var source = bytes.prefix(4).makeIterator()
    switch decoder.parseScalar(from: &source) {
    case .valid(let encoded):
      let scalar = Unicode.UTF8.decode(encoded)
      let isControl = (0x80..<0xA0).contains(scalar.value)
      return (encoded.count, isControl ? nil : .key(.character(Character(scalar))))
    case .error(let length): return (mayGoOn(bytes) ? 0 : length, nil)
    case .emptyInput: return (0, nil)
    }
  }

  /// True where these bytes are the beginning of a scalar that is not complete yet.
  private static func mayGoOn(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return false }
    switch first {
    case 0xC2...0xDF: return bytes.count < 2
    case 0xE0...0xEF: return bytes.count < 3
    case 0xF0...0xF4: return bytes.count < 4
    default: return false
    }
  }

  private mutating func pasteStep(from start: Int) -> (Int, Input?) {
    let bytes = waiting[start...]
    let marks = bytes.indices.filter { bytes[$0] == Self.escape }
    if let end = marks.first(where: { bytes[$0...].starts(with: Self.pasteEnd) }) {
      keep(bytes[..<end])
      let text = String(decoding: pasted, as: UTF8.self)
      (mode, pasted) = (.ground, [])
      return (end - start + Self.pasteEnd.count, .paste(text))
    }
    let kept =
      marks.last.map { bytes.endIndex - $0 < Self.pasteEnd.count ? $0 : bytes.endIndex } ?? bytes.endIndex
    keep(bytes[..<kept])
    return (kept - start, nil)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    pasted += bytes.prefix(max(0, Self.pasteLimit - pasted.count))
  }
}
