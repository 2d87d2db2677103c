import Corpus
import TUI

/// An article set in lines for reading: headline block, what is known of it, paragraphs with an indent of two hanzi.
struct ArticleText {
  let article: Article
  let typesetter: Typesetter

  /// The lines, without line ends, safe for a terminal.
  var lines: [String] {
    let head = [article.kicker, article.headline, article.subheadline].compactMap { $0 }.flatMap(balanced)
    let known = set(facts.joined(separator: "  "))
    return [head, known, body].filter { !$0.isEmpty }.joined(separator: [""]).map { $0 }
  }

  private var body: [String] {
    article.paragraphs.flatMap { paragraph in
      let indent = paragraph.role == .body ? 4 : 0
      return set(paragraph.text, indent: indent)
    }
  }

  /// Byline, source, place, day, paper and page, as far as they are known.
  private var facts: [String] {
    let place = [article.province == article.city ? nil : article.province, article.city].compactMap { $0 }
    let page = [article.paper, article.page].compactMap { $0 }
    return [
      article.byline.joined(separator: "、"), article.source ?? "", place.joined(),
      article.date?.withUnknownYear ?? "",
      page.joined(separator: " "),
    ].filter { !$0.isEmpty }
  }

  private func balanced(_ headline: String) -> [String] {
    headline.split(separator: "\n").flatMap { typesetter.balanced(displayable(String($0))) }.map(\.padded)
  }

  private func set(_ text: String, indent: Int = 0) -> [String] {
    typesetter.lines(of: displayable(text), firstIndent: indent).map(\.padded)
  }
}

extension TextLine {
  /// The text behind its indent.
  fileprivate var padded: String { String(repeating: " ", count: indent) + shown }
}
