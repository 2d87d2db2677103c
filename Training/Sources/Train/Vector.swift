@testable import Corpus

/// The weights as a row of numbers with names: every field, in the order of the declarations.
enum Vector {
  /// `assembly.opens` and so on.
  static let names: [String] = Mirror(reflecting: SegmentationWeights()).children.flatMap { group in
    Mirror(reflecting: group.value).children.map { "\(group.label ?? "").\($0.label ?? "")" }
  }

  /// The numbers of some weights. Every field is a number, so that the value is nothing but these.
  static func values(of weights: SegmentationWeights) -> [Double] {
    withUnsafeBytes(of: weights) { Array($0.bindMemory(to: Double.self)) }
  }

  /// The weights of some numbers.
  static func weights(_ values: [Double]) -> SegmentationWeights {
    var weights = SegmentationWeights()
    withUnsafeMutableBytes(of: &weights) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(of: value, toByteOffset: index * 8, as: Double.self)
      }
    }
    return weights
  }
}
