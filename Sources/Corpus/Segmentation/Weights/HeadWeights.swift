/// What makes a line look like a headline's.
struct HeadWeights: Sendable {
  /// How much the characters of headlines count.
  var wording = 0.2
  /// Blank lines, or the page's edges, stand before and after.
  var isolated = -0.15
  /// It is indented as a paragraph is.
  var indented = -0.8
  /// Text stands directly before or after.
  var attached = -0.9
  /// A line like its neighbours, as in a list.
  var parallel = -2.0
  /// An office's or firm's name.
  var signOff = -2.79
  /// It ends like the headline of a notice.
  var notice = 0.36
  /// A telephone number.
  var phone = -8.0
  /// A line in brackets or quotation marks from end to end.
  var bracketed = -2.04
  /// No punctuation of sentences.
  var unpunctuated = 0.6
  /// A line above a day, as under a notice.
  var aboveDay = -3.0
  /// It ends with a story's end mark or a jump.
  var endsStory = -9.08
  /// It ends with a comma or its kin.
  var endsWithComma = -3.01
  /// It ends with 。
  var endsWithStop = -6.0
  /// It ends with ？ ！ or ……
  var endsWithMark = -0.34
  /// Each comma in it.
  var comma = -0.94
  /// Each 、 in it.
  var pause = -0.33
  /// The most that commas and 、 may take away.
  var commaLimit = 1.83
  /// 。 stands inside it.
  var innerStop = -6.0
  /// Each bracket or quotation mark closed and not opened.
  var unbalancedClose = -1.74
  /// Each bracket or quotation mark opened and not closed.
  var unbalancedOpen = -0.71
  /// It begins with punctuation that cannot open a line.
  var startsWithPunctuation = -6.0
  /// A Markdown mark.
  var heading = 5.0
  /// None, on a page where headlines have one.
  var unmarked = -2.0
  /// A dash before it.
  var dash = 3.0
  /// More than 70 characters.
  var veryLong = -8.0
  /// 45 to 70 characters.
  var long = -1.43
  /// Fewer than four characters.
  var short = -0.59
  /// Spaced out, and not to fill the column.
  var spacedOut = 2.0
  /// Each space between two phrases.
  var phraseGap = 3.28
  /// The most that such spaces may give.
  var phraseGapLimit = 6.5
  /// A dateline or a jump opens it.
  var opening = -8.0
  /// It reads like a byline or like page chrome.
  var bylineOrFurniture = -5.0
  /// It opens with a caption's words.
  var caption = -3.0
  /// Lines are not wrapped here, and it is narrow.
  var narrowUnwrapped = 0.43
  /// Lines are not wrapped here, and it is less than half as wide as they are.
  var halfUnwrapped = 0.15
  /// Lines are not wrapped here, and it is as wide as they are.
  var wideUnwrapped = -2.0
  /// Wider than the columns around it.
  var wider = 1.19
  /// As wide as a column next to it.
  var sameWidth = -0.21
}
