/// What a line by itself says about its label.
struct LineWeights: Sendable {
  /// How much what `HeadTrees` say counts.
  var trees = 0.87
  /// The page's first line is a headline's.
  var firstIsHead = 1.0
  /// The page's first line goes on with a paragraph that is not there.
  var firstContinues = -1.0
  /// The page's last line is running text without an end.
  var lastIsOpen = -1.57
  /// A byline by its words.
  var byline = 6.38
  /// A byline that is nothing but known names.
  var bareName = 4.95
  /// A byline of two or three characters that may be a name.
  var shortName = -1.57
  /// Page chrome by its words.
  var furniture = 6.0
  /// Page chrome that is nothing but a day.
  var furnitureDay = 1.0
  /// A day under an office's or a firm's name, seen as page chrome.
  var furnitureSigned = -3.37
  /// A dateline or a jump opens a story.
  var opening = 6.0
  /// A label whose words are not there: byline, page chrome, dateline.
  var baseless = -7.38
  /// A paragraph that opens with a short open line where lines are not wrapped.
  var shortParagraph = -2.5
  /// A paragraph that is a line of a list, a day, or a name above a day.
  var listedParagraph = 2.0
  /// A paragraph that is the name of an office or a firm under a finished sentence.
  var signOffParagraph = 1.51
  /// A paragraph that opens with words of a box or a caption.
  var boxParagraph = 1.0
  /// How much it counts for a paragraph that paragraphs begin with the line's first character.
  var startsParagraph = 0.31
  /// How much that counts against a further line.
  var startsContinuation = 0.15
  /// A paragraph's first line stands three columns in or more.
  var indentedParagraph = 1.12
  /// A paragraph's first line stands further in than the line before.
  var shiftedParagraph = 0.7
  /// A paragraph's first line is as short as an indented line, and the next one is full.
  var shorterParagraph = 1.03
  /// A paragraph's first line is open and well short of the column's edge.
  var brokenParagraph = -2.34
  /// A further line begins with punctuation that cannot open one.
  var continuesPunctuation = 3.0
  /// A further line begins with a character that leans on a word before it.
  var continuesLeaning = 0.6
  /// A further line begins with a bullet.
  var continuesBullet = -3.0
  /// A further line stands three columns in or more.
  var continuesIndented = -1.25
  /// A further line stands further in than the line before.
  var continuesShifted = -0.5
  /// Running text with a Markdown mark.
  var bodyHeading = -6.0
  /// Running text that reads like page chrome.
  var bodyFurniture = -6.0
  /// Running text other than a story's first line, with a dateline or a jump at its start.
  var bodyOpening = -8.0
  /// Running text that reads like a byline.
  var bodyByline = -3.0
  /// Running text without any punctuation of sentences.
  var bodyUnpunctuated = -0.22
}
