import Foundation

/// The true articles of one page, as `truth.json` has them.
struct PageTruth: Decodable, Sendable {
  var furniture: [[Int]]?
  /// Lines that are section heads.
  var sections: [Int]?
  var either: [String: [String]]?
  var articles: [ArticleTruth]
}

/// One true article.
struct ArticleTruth: Decodable, Sendable {
  var id: String
  var headlineLines: [[Int]]
  var bodyLines: [[Int]]
  var headlineAccept: [String]?
  var mayBeTwo: Bool?
}

extension [[Int]] {
  /// The line numbers of the ranges, in order.
  var numbers: [Int] {
    flatMap { (range: [Int]) -> [Int] in range.count == 2 ? [Int](range[0]...range[1]) : [] }
  }
}
