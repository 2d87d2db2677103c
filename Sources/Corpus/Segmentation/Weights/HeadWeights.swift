/// What makes a line look like a headline's.
package struct HeadWeights: Sendable {
  /// Blank lines, or the page's edges, stand before and after.
  package var isolated = -0.2
  /// Text stands directly before or after.
  package var attached = -0.9
  /// A line like its neighbours, as in a list.
  package var parallel = -2.0
  /// An office's or firm's name.
  package var signOff = -1.0
  /// A telephone number.
  package var phone = -4.0
  /// A line in brackets or quotation marks from end to end.
  package var bracketed = -4.0
  /// No punctuation of sentences.
  package var unpunctuated = 0.5
  /// A line above a day, as under a notice.
  package var aboveDay = -3.0
  /// It ends with a story's end mark or a jump.
  package var endsStory = -6.0
  /// It ends with a comma or its kin.
  package var endsWithComma = -5.0
  /// It ends with 。
  package var endsWithStop = -6.0
  /// It ends with ？ ！ or ……
  package var endsWithMark = -1.2
  /// Each comma in it.
  package var comma = -1.5
  /// Each 、 in it.
  package var pause = -0.4
  /// The most that commas and 、 may take away.
  package var commaLimit = 5.0
  /// 。 stands inside it.
  package var innerStop = -6.0
  /// Each bracket or quotation mark closed and not opened.
  package var unbalancedClose = -2.0
  /// Each bracket or quotation mark opened and not closed.
  package var unbalancedOpen = -1.0
  /// It begins with punctuation that cannot open a line.
  package var startsWithPunctuation = -6.0
  /// A Markdown mark.
  package var heading = 5.0
  /// A dash before it.
  package var dash = 3.0
  /// More than 70 characters.
  package var veryLong = -8.0
  /// 45 to 70 characters.
  package var long = -3.0
  /// Fewer than four characters.
  package var short = -1.0
  /// Spaced out, and not to fill the column.
  package var spacedOut = 2.0
  /// Each space between two phrases.
  package var phraseGap = 1.5
  /// The most that such spaces may give.
  package var phraseGapLimit = 3.0
  /// A dateline or a jump opens it.
  package var opening = -8.0
  /// It reads like a byline or like page chrome.
  package var bylineOrFurniture = -5.0
  /// It opens with a caption's words.
  package var caption = -3.0
  /// Lines are not wrapped here, and it is narrow.
  package var narrowUnwrapped = 1.0
  /// Lines are not wrapped here, and it is less than half as wide as they are.
  package var halfUnwrapped = 0.5
  /// Lines are not wrapped here, and it is as wide as they are.
  package var wideUnwrapped = -2.0
  /// Wider than the columns around it.
  package var wider = 2.0
  /// As wide as a column next to it.
  package var sameWidth = -1.0
}
