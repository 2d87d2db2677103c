/// Inputs that random tests found to be read wrongly once, cut down to what matters.
enum FoundCases {
  static let files = [
    // A head without a title, and nothing below it: neither an article nor a word came of it.
    "---\ntile: 灯会\nauthor:\n  - 林晓舟\n---\n\n",
    // The same above a page: the head's lines belonged to no article.
    "---\nauthor: 林晓舟\n---\n\n灯会\n\n三百盏花灯昨晚点亮。\n",
    // A line of nothing but a byte order mark is blank.
    "---\ntitle: 灯会\n---\n三百盏花灯昨晚点亮。\n\u{FEFF}",
  ]
}
