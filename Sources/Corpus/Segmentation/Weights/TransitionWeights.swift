/// How one label follows another.
struct TransitionWeights: Sendable {
  /// A further line of a paragraph right after a headline.
  var headToContinuation = -7.0
  /// A byline after a headline.
  var headToByline = 2.5
  /// A line that may be a name, or a headline's last characters, after a headline.
  var headToName = 1.04
  /// A word spans the break between two headline lines.
  var headGoesOn = 0.72
  /// Each bit by which the characters at that break go together.
  var headJunction = 0.03
  /// Three characters or fewer that do not go on with the line before, as a second line.
  var headToShort = -1.5
  /// A photographer's credit after a headline.
  var headToCredit = 0.5
  /// A dateline after a headline.
  var headToOpening = 0.54
  /// A second headline line that closes what the first opened.
  var headClosesBracket = 0.46
  /// A word spans the break between a headline and the paragraph below it.
  var headSplitsWord = 0.0
  /// Each bit by which the characters at that break go together.
  var firstLineJunction = -0.24
  /// The headline is as short as a paragraph's first line, and the line below it is full.
  var headLikeFirstLine = 0.0
  /// A further line of a paragraph after a byline.
  var bylineToContinuation = -6.0
  /// A headline after a byline.
  var bylineToHead = -2.02
  /// A further line of a paragraph after page chrome.
  var furnitureToContinuation = -2.0
  /// Page chrome after page chrome.
  var furnitureToFurniture = 1.5
  /// A byline after a finished sentence.
  var sentenceToByline = -1.26
  /// A line that may be a name after a finished sentence.
  var sentenceToName = 0.8
  /// A byline after an unfinished one.
  var openToByline = -1.44
  /// A further line wider than the one before, which ends with a comma.
  var widensAfterComma = -0.64
  /// A further line wider than the one before.
  var widens = -2.3
  /// A further line after a story's end mark.
  var endToContinuation = -6.0
  /// A paragraph after a story's end mark.
  var endToParagraph = -1.0
  /// A headline after a story's end mark.
  var endToHead = 0.5
  /// The end mark is a word that may also begin a sentence.
  var doubtfulEnd = -2.91
  /// A further line after a finished sentence.
  var sentenceToContinuation = -0.06
  /// The same over a blank line.
  var sentenceToContinuationBlank = -2.56
  /// The same where the line before is short.
  var sentenceToContinuationShort = -3.5
  /// The same where lines are not wrapped.
  var sentenceToContinuationUnwrapped = -3.0
  /// A paragraph after a finished sentence that fills its line.
  var sentenceToParagraph = -0.68
  /// The same over a blank line.
  var sentenceToParagraphBlank = -0.12
  /// A headline after a finished sentence, no blank line between.
  var sentenceToHead = -0.21
  /// A further line after an unfinished sentence that does not fill its line.
  var shortToContinuation = -0.56
  /// A further line after an unfinished sentence over a blank line.
  var openToContinuationBlank = -0.56
  /// Each bit by which the characters at the break before a further line go together.
  var continuesJunction = 0.13
  /// A word spans the break before a further line.
  var continuesWord = 1.12
  /// A paragraph after a comma.
  var commaToParagraph = -1.97
  /// A paragraph after a full line without punctuation at its end.
  var fullToParagraph = -1.88
  /// A paragraph after a short one.
  var shortToParagraph = -2.37
  /// A headline that stands alone, after an unfinished sentence where lines are not wrapped.
  var openToIsolatedHead = -1.5
  /// A headline after a comma.
  var commaToHead = -4.18
  /// A headline after a line without punctuation at its end.
  var openToHead = -4.0
  /// A blank line before such a headline.
  var openToHeadBlank = 2.29
  /// A word spans the break before such a headline.
  var openToHeadWord = -1.0
  /// Each bit by which the characters at that break go together.
  var openToHeadJunction = -0.1
  /// The same before a paragraph.
  var paragraphJunction = -0.1
  /// A dateline after an unfinished sentence.
  var openToOpening = -3.76
  /// A byline's words after an unfinished sentence, seen as a name only.
  var openToName = -1.07
  /// Page chrome after an unfinished sentence.
  var openToFurniture = -0.62
}
