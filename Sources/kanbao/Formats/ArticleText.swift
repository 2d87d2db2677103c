import Corpus
import TUI

/// A story set in lines for reading: headline block, what is known of it, paragraphs with an indent of two hanzi. Parts
/// on other pages follow, each behind a line that names its page.
struct ArticleText {
  /// The parts of the story, in order.
  let story: [Article]
  let typesetter: Typesetter

  /// The lines, without line ends, safe for a terminal.
  var lines: [String] {
    var blocks: [[String]] = []
    for (index, article) in story.enumerated() {
      if index > 0 { blocks.append(set("~ " + place(of: article))) }
      blocks.append(head(of: article))
      if index == 0 { blocks.append(set(facts(of: article).joined(separator: "  "))) }
      blocks.append(body(of: article))
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: [""]).map { $0 }
  }

  /// Where a part of the story stands.
  private func place(of part: Article) -> String {
    let page = part.page.map { Int($0) == nil ? $0 : say("page \($0)", "第\($0)版") }
    return say("continued: ", "以下：") + [page, part.file].compactMap { $0 }.joined(separator: " ")
  }

  private func head(of article: Article) -> [String] {
    [article.kicker, article.headline, article.subheadline].compactMap { $0 }.flatMap(balanced)
  }

  private func body(of article: Article) -> [String] {
    article.paragraphs.flatMap { paragraph in
      let indent = paragraph.role == .body ? 4 : 0
      return set(paragraph.text, indent: indent)
    }
  }

  /// Byline, source, place, day, paper and page, as far as they are known.
  private func facts(of article: Article) -> [String] {
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
