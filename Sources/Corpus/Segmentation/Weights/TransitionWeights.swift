/// How one label follows another.
package struct TransitionWeights: Sendable {
  /// A further line of a paragraph right after a headline.
  package var headToContinuation = -7.0
  /// A byline after a headline.
  package var headToByline = 2.5
  /// A photographer's credit after a headline.
  package var headToCredit = 0.5
  /// A dateline after a headline.
  package var headToOpening = 0.5
  /// A second headline line that closes what the first opened.
  package var headClosesBracket = 3.0
  /// A word spans the break between a headline and the paragraph below it.
  package var headSplitsWord = 0.0
  /// The headline is as short as a paragraph's first line, and the line below it is full.
  package var headLikeFirstLine = 0.0
  /// A further line of a paragraph after a byline.
  package var bylineToContinuation = -6.0
  /// A headline after a byline.
  package var bylineToHead = -0.5
  /// A further line of a paragraph after page chrome.
  package var furnitureToContinuation = -2.0
  /// Page chrome after page chrome.
  package var furnitureToFurniture = 1.5
  /// A byline after a finished sentence.
  package var sentenceToByline = -1.0
  /// A byline after an unfinished one.
  package var openToByline = -2.5
  /// A further line wider than the one before, which ends with a comma.
  package var widensAfterComma = -2.0
  /// A further line wider than the one before.
  package var widens = -4.0
  /// A further line after a story's end mark.
  package var endToContinuation = -6.0
  /// A paragraph after a story's end mark.
  package var endToParagraph = -1.0
  /// A headline after a story's end mark.
  package var endToHead = 0.5
  /// The end mark is a word that may also begin a sentence.
  package var doubtfulEnd = -1.0
  /// A further line after a finished sentence.
  package var sentenceToContinuation = -0.4
  /// The same over a blank line.
  package var sentenceToContinuationBlank = -1.6
  /// The same where the line before is short.
  package var sentenceToContinuationShort = -3.5
  /// The same where lines are not wrapped.
  package var sentenceToContinuationUnwrapped = -3.0
  /// A paragraph after a finished sentence that fills its line.
  package var sentenceToParagraph = -0.8
  /// The same over a blank line.
  package var sentenceToParagraphBlank = -0.3
  /// A headline after a finished sentence, no blank line between.
  package var sentenceToHead = -0.8
  /// A further line after an unfinished sentence that does not fill its line.
  package var shortToContinuation = -2.0
  /// A further line after an unfinished sentence over a blank line.
  package var openToContinuationBlank = -0.3
  /// A word spans the break before a further line.
  package var continuesWord = 0.8
  /// A paragraph after a comma.
  package var commaToParagraph = -5.0
  /// A paragraph after a full line without punctuation at its end.
  package var fullToParagraph = -3.5
  /// A paragraph after a short one.
  package var shortToParagraph = -2.0
  /// A headline that stands alone, after an unfinished sentence where lines are not wrapped.
  package var openToIsolatedHead = -1.5
  /// A headline after a comma.
  package var commaToHead = -5.0
  /// A headline after a line without punctuation at its end.
  package var openToHead = -4.0
  /// A blank line before such a headline.
  package var openToHeadBlank = 1.0
  /// A word spans the break before such a headline.
  package var openToHeadWord = -1.0
  /// A dateline after an unfinished sentence.
  package var openToOpening = -2.5
  /// A byline's words after an unfinished sentence, seen as a name only.
  package var openToName = -2.0
  /// Page chrome after an unfinished sentence.
  package var openToFurniture = -1.0
}
