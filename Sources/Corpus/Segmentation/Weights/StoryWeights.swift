/// How well one piece goes on in the middle of the sentence where another stops.
package struct ContinuityWeights: Sendable {
  /// A bracket or quotation mark left open is closed.
  package var bracketsMatch = 3.0
  /// One is left open and not closed.
  package var bracketsOpen = -0.7
  /// One is closed that was not open.
  package var bracketsClash = -2.0
  /// Punctuation that cannot open a line follows an open line.
  package var punctuation = 3.0
  /// The same after a line that ends with punctuation.
  package var doublePunctuation = -4.0
  /// A number goes on, or its unit follows.
  package var number = 2.5
  /// Something else follows a comma.
  package var comma = 0.5
  /// Each time that the page has the pair of characters at the break elsewhere.
  package var knownPair = 0.7
  /// The most that such pairs give.
  package var knownPairLimit = 2.0
  /// A word of the dictionary spans the break.
  package var word = 2.5
  /// The line before does not fill its column.
  package var unfilled = -1.5
  /// The line behind is indented.
  package var indented = -1.2
  /// A dateline or a jump follows.
  package var opening = -20.0
}

/// Which paragraph a distant headline speaks of.
package struct LeadWeights: Sendable {
  /// The share of a headline that a paragraph must repeat, 0...1.
  package var least = 0.15
  /// The share that is as good as all of it, 0...1.
  package var full = 0.4
  /// How near to the best an earlier paragraph must come to be the lead, 0...1.
  package var earlier = 0.7
  /// How sure the target must be for the headline to speak of a story elsewhere, 0...1.
  package var foreign = 0.6
}

/// Where a story opens, goes on and is taken up again.
package struct AssemblyWeights: Sendable {
  /// A story opens.
  package var opens = -4.5
  /// The page's first piece opens one.
  package var opensFirst = 4.5
  /// A dateline or a jump opens one.
  package var opensStrong = 5.5
  /// One opens after an end mark or a credit.
  package var opensAfterEnd = 4.5
  /// One opens after a byline that stands under a text.
  package var opensAfterSignature = 2.0
  /// One opens where the column's width changes.
  package var opensColumn = 1.5
  /// One opens after a blank line on a page where they are few.
  package var opensBlank = 1.0
  /// One opens under a headline and a byline.
  package var opensByline = 3.0
  /// One opens under a headline.
  package var opensHead = 3.0
  /// One opens where a distant headline points.
  package var opensPulled = 3.0
  /// One opens with a box's or a caption's words.
  package var opensBox = 2.0
  /// One opens with a line that goes on.
  package var opensContinued = -1.5
  /// One opens with punctuation that cannot open a line.
  package var opensPunctuation = -6.0
  /// One opens after an unfinished sentence.
  package var opensAfterOpen = -1.0
  /// The story before goes on over a dateline or a jump.
  package var overOpening = -12.0
  /// It goes on behind words that are nothing but a dateline.
  package var afterDateline = 6.0
  /// It goes on in another place: what that takes from its continuity.
  package var apart = -0.5
  /// It goes on behind an end mark or a credit.
  package var overEnd = -4.0
  /// It goes on behind a byline.
  package var overSignature = -1.0
  /// It goes on over a head.
  package var overHead = -1.2
  /// An unfinished sentence goes on over a head.
  package var openOverHead = -0.7
  /// How much the head's look counts there.
  package var openOverHeadline = -0.7
  /// It goes on over a headline with a byline.
  package var overByline = -2.0
  /// It goes on with a caption's words.
  package var overCaption = -1.0
  /// The next lines of the same column: the least that their continuity counts.
  package var naturalLeast = -1.5
  /// The most that it counts.
  package var naturalMost = 2.5
  /// The next lines where lines are not wrapped.
  package var naturalUnwrapped = 0.5
  /// The next lines where no blank line stands between.
  package var naturalClose = 4.0
  /// The next lines behind a blank line.
  package var naturalBlank = 2.0
  /// A story that was closed is taken up again.
  package var resumesClosed = -9.0
  /// A story that broke off is taken up again.
  package var resumesOpen = -1.5
  /// A story is left within a sentence that fills its line.
  package var leavesOpen = -4.0
  /// A story is left behind an open line that is short.
  package var leavesShort = -1.0
  /// How much a paragraph's likeness to its story counts.
  package var kinship = 30.0
  /// The likeness of strangers, 0...1.
  package var kinshipBase = 0.04
  /// The least that it counts.
  package var kinshipLeast = -1.5
  /// The most that it counts.
  package var kinshipMost = 1.0
  /// The length that makes it reliable, in characters.
  package var kinshipLength = 60.0
}

/// How much heads between two paragraphs look like a new story's headline rather than a section head.
package struct GapWeights: Sendable {
  /// More than one line.
  package var several = 0.5
  /// No blank line behind a short one, on a page where paragraphs have them.
  package var attached = -3.0
  /// A very short paragraph follows.
  package var shortBody = -1.0
  /// A subheadline with a dash.
  package var dash = 2.5
  /// 14 characters or more.
  package var long = 0.8
  /// Nine characters or fewer.
  package var short = -0.8
  /// A colon.
  package var colon = -0.4
  /// `#`
  package var level1 = 2.0
  /// `##`
  package var level2 = 1.5
  /// `###` and deeper.
  package var level3 = -3.0
  /// How much closer the head is to what follows than to what stands before.
  package var drift = 6.0
  /// The most that this counts.
  package var driftLimit = 1.5
  /// How much what follows resembles what stands before.
  package var resemblance = -5.0
  /// The most that this counts.
  package var resemblanceLimit = 1.0
}
