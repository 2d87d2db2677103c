import Glibc

/// Logarithms and their kin, kept apart so that only one file needs the C library's mathematics.
enum Logarithm {
  /// The natural logarithm of a positive number.
  static func natural(_ x: Double) -> Double { log(x) }

  /// What it costs, in log-odds, that something is not so whose log-odds are `x`: minus the logarithm of the probability.
  static func softplus(_ x: Double) -> Double { x > 30 ? x : log1p(exp(x)) }

  /// The natural logarithm of 2: what a bit is worth.
  static let ofTwo = 0.693_147_180_559_945_3
}
