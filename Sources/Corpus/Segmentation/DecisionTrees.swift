/// Boosted decision trees for one question, as log-odds. In every tree all nodes of one level ask the same (oblivious trees, as
/// in CatBoost), so that a tree is a few comparisons and a table of leaves.
struct DecisionTrees: Sendable {
  /// Levels of each tree.
  static let depth = 6

  /// For each level of each tree the place of the sign that it asks for.
  private let signs: [UInt8]
  /// For each of them what the sign must exceed.
  private let limits: [Float]
  /// For each tree 64 values: bit `n` of a leaf's place says that level `n` is exceeded.
  private let leaves: [Float]
  private let base: Float

  /// Trees of a table; there are as many `limits` as `signs`, and 64 leaves for each six of them.
  init(base: Float, signs: [UInt8], limits: [Float], leaves: [Float]) {
    self.base = base
    self.signs = signs
    self.limits = limits
    self.leaves = leaves
  }

  /// How many there are.
  var count: Int { signs.count / Self.depth }

  /// What all trees say together.
  func logOdds(_ seen: borrowing Signs) -> Float {
    seen.withValues { values in
      signs.withUnsafeBufferPointer { signs in
        limits.withUnsafeBufferPointer { limits in
          leaves.withUnsafeBufferPointer { leaves in sum(values, signs, limits, leaves) }
        }
      }
    }
  }

  @inline(__always)
  private func sum(
    _ values: UnsafeBufferPointer<Float>, _ signs: UnsafeBufferPointer<UInt8>,
    _ limits: UnsafeBufferPointer<Float>, _ leaves: UnsafeBufferPointer<Float>
  ) -> Float {
    var sum = base
    for tree in 0..<count {
      var leaf = tree << Self.depth
      for level in 0..<Self.depth {
        let at = tree * Self.depth + level
        leaf |= (values[Int(signs[at])] > limits[at] ? 1 : 0) << level
      }
      sum += leaves[leaf]
    }
    return sum
  }
}
