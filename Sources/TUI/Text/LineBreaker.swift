import CICU

/// Where lines of Chinese text may end: UAX #14 with ICU's rules for Chinese, and clreq's rules on top.
///
/// On top of UAX #14: single quotes break as double ones do; full-width letters, digits and signs break as
/// ASCII ones; no line begins or ends with a mark that clreq prohibits there, also across spaces; a word
/// with a slash stays whole, and a web address breaks after `/` and `?` only.
public enum LineBreaker {
  /// The offsets, in Unicode scalars, at which a line of the text may begin; ascending, without the text's
  /// beginning and end.
  public static func opportunities(in text: String) -> [Int] {
    let allowed = allowedBreaks(in: Array(text.unicodeScalars))
    return allowed.indices.filter { allowed[$0] }
  }

  /// For each scalar, whether a line may begin with it.
  static func allowedBreaks(in scalars: [Unicode.Scalar]) -> [Bool] {
    var allowed = unicodeBreaks(in: scalars)
    for index in allowed.indices where allowed[index] {
      allowed[index] = !isProhibited(breakAt: index, in: scalars) && !isInsideWord(index, of: scalars)
    }
    for address in webAddresses(in: scalars) {
      for index in address.dropFirst() { allowed[index] = mayBreakAddress(at: index, in: scalars) }
    }
    return allowed
  }

  // MARK: UAX #14

  private static func unicodeBreaks(in scalars: [Unicode.Scalar]) -> [Bool] {
    var units: [UInt16] = []
    var starts: [Int] = []
    units.reserveCapacity(scalars.count)
    starts.reserveCapacity(scalars.count)
    for index in scalars.indices {
      starts.append(units.count)
      let scalar = alias(of: index, in: scalars)
      if let unit = UInt16(exactly: scalar.value) { units.append(unit) } else { units += scalar.utf16 }
    }
    var allowed = [UInt8](repeating: 0, count: units.count)
    guard kanbao_line_breaks(units, Int32(units.count), &allowed) != 0 else {
      return [Bool](repeating: false, count: scalars.count)
    }
    return starts.map { allowed[$0] != 0 }
  }

  /// The scalar in whose place ICU finds the right breaks: ICU's rules for Chinese know “ ” but not ‘ ’,
  /// and take full-width letters and digits for hanzi.
  private static func alias(of index: Int, in scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    let scalar = scalars[index]
    switch scalar {
    case "‘": return "“"
    case "’": return isApostrophe(index, in: scalars) ? scalar : "”"
    case "．": return isDecimalPoint(index, in: scalars) ? "." : scalar
    default:
      guard scalar.isFullWidthWordPart else { return scalar }
      return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
  }

  private static func isApostrophe(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1].isASCIIAlphanumeric else { return false }
    return index == 0 || scalars[index - 1].isASCIIAlphanumeric || scalars[index - 1].isBreakingSpace
  }

  private static func isDecimalPoint(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return ("０"..."９").contains(scalars[index - 1]) && ("０"..."９").contains(scalars[index + 1])
  }

  // MARK: clreq

  private static func isProhibited(breakAt index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    if scalars[index].isProhibitedAtLineStart { return true }
    if scalars[index].isBreakingSpace, scalars[index - 1].isBreakingSpace { return true }
    return scalars[..<index].last { !$0.isBreakingSpace }?.isProhibitedAtLineEnd ?? false
  }

  /// True after a slash between letters, as in km/h, where UAX #14 alone would break.
  private static func isInsideWord(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    index > 1 && scalars[index - 1] == "/" && scalars[index].isASCIIAlphanumeric
      && scalars[index - 2].isASCIIAlphanumeric
  }

  // MARK: Web addresses

  private static func webAddresses(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      let end = endOfASCII(from: index, in: scalars)
      if isWebAddress(scalars[index..<end]) { found.append(index..<end) }
      index = max(end, index + 1)
    }
    return found
  }

  private static func endOfASCII(from index: Int, in scalars: [Unicode.Scalar]) -> Int {
    scalars[index...].firstIndex { !("!"..."~").contains($0) } ?? scalars.count
  }

  private static func isWebAddress(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    guard run.count > 4 else { return false }
    if run.starts(with: "www.".unicodeScalars) { return true }
    return run.indices.dropLast(2).contains { isAuthority(at: $0, in: run) }
  }

  private static func isAuthority(at index: Int, in run: ArraySlice<Unicode.Scalar>) -> Bool {
    run[index] == ":" && run[index + 1] == "/" && run[index + 2] == "/"
  }

  private static func mayBreakAddress(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index - 1] == "/" || scalars[index - 1] == "?" else { return false }
    if index > 2, scalars[index - 2] == "/", scalars[index - 3] == ":" { return false }
    return !"/?.,:;!)]}'\"".unicodeScalars.contains(scalars[index])
  }
}
