import Glibc

/// Logarithms, kept apart so that only one file needs the C library's mathematics.
enum Logarithm {
  /// The natural logarithm of a positive number.
  static func natural(_ x: Double) -> Double { log(x) }

  /// The natural logarithm of 2: what a bit is worth.
  static let ofTwo = 0.693_147_180_559_945_3
}
