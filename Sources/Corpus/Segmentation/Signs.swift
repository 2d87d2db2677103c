/// What is seen before a decision, as numbers in a fixed order; truth as 0 and 1. `DecisionTrees` are trained on them.
struct Signs: Sendable {
  private var values: InlineArray<96, Float> = InlineArray(repeating: 0)
  /// How many there are, 96 at most.
  private(set) var count = 0

  subscript(place: Int) -> Float { values[place] }

  /// Calls `body` with the numbers.
  @inline(__always)
  func withValues<R>(_ body: (UnsafeBufferPointer<Float>) -> R) -> R {
    values.span.withUnsafeBufferPointer(body)
  }

  mutating func add(_ value: Double) {
    values[count] = Float(value)
    count += 1
  }

  /// Adds all of others.
  mutating func add(_ others: borrowing Signs) {
    let (start, more) = (count, others.count)
    others.withValues { others in
      var own = values.mutableSpan
      own.withUnsafeMutableBufferPointer { own in
        for place in 0..<more { own[start + place] = others[place] }
      }
    }
    count += more
  }

  mutating func add(_ value: Int) { add(Double(value)) }

  mutating func add(_ value: Bool) { add(value ? 1.0 : 0.0) }
}
