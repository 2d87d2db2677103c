extension Unicode.Scalar {
  /// True for scalars that make a terminal do something instead of showing something: C0, DEL and C1 controls,
  /// line and paragraph separators, and the marks that turn the direction of writing.
  var isHostile: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }
}

/// One line of text that is safe to send to a terminal: tabs become spaces, every other hostile scalar U+FFFD.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isHostile) else { return text }
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    safe.append(scalar == "\t" ? " " : scalar.isHostile ? "\u{FFFD}" : scalar)
  }
  return String(safe)
}
