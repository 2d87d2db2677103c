import Foundation

/// A page's articles as a person reads them, from `seeds/truth.json`. Line ranges count from 1, ends included.
struct TruePage: Decodable {
  struct TrueArticle: Decodable {
    var id: String
    var headlineLines: [[Int]]
    var bodyLines: [[Int]]
    var city: String?
    var date: String?
    var acceptDates: [String]
    var byline: [String]
  }

  var articles: [TrueArticle]
  /// Lines of page chrome.
  var furniture: [[Int]]?
  /// Lines that may belong to either of two articles.
  var either: [String: [String]]?

  /// Lines by which nothing is scored.
  var unscored: Set<Int> {
    Set(lines(furniture ?? [])).union((either ?? [:]).keys.compactMap { Int($0) })
  }
}

/// What `list --format jsonl` says of an article, as far as it is scored.
struct FoundArticle: Decodable {
  var file: String
  var headline: String?
  var kicker: String?
  var subheadline: String?
  var byline: [String]
  var city: String?
  var date: String?
  var lines: [[Int]]
}

/// The line numbers of ranges, in their order.
func lines(_ ranges: [[Int]]) -> [Int] { ranges.flatMap { Array($0[0]...$0[1]) } }
