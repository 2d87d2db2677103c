/// How much it means that two texts share a pair of characters.
struct RarityWeights: Sendable {
  /// The cost in running text, in bits, at which a shared pair begins to mean something.
  var base = 9.4
  /// The most that a shared pair means.
  var most = 3.06
  /// What a pair may mean at most where every piece of the page has it; rarer ones may mean more.
  var everywhere = 1.5
}

/// How well one piece goes on in the middle of the sentence where another stops.
struct ContinuityWeights: Sendable {
  /// A bracket or quotation mark left open is closed.
  var bracketsMatch = 4.88
  /// One is left open and not closed.
  var bracketsOpen = -0.7
  /// One is closed that was not open.
  var bracketsClash = -1.4
  /// Punctuation that cannot open a line follows an open line.
  var punctuation = 3.94
  /// The same after a line that ends with punctuation.
  var doublePunctuation = -4.0
  /// A number goes on, or its unit follows.
  var number = 2.5
  /// Something else follows a comma.
  var comma = 0.29
  /// Each time that the page has the pair of characters at the break elsewhere.
  var knownPair = 0.7
  /// The most that such pairs give.
  var knownPairLimit = 1.51
  /// A character follows that leans on a word before it: 的, 们.
  var leaning = 2.38
  /// Each bit by which the characters at the break go together more often than chance has it.
  var junction = 0.21
  /// The most bits that count.
  var junctionLimit = 10.13
  /// A word of the dictionary spans the break.
  var word = 2.35
  /// The line before does not fill its column.
  var unfilled = -0.16
  /// The line behind is indented.
  var indented = -1.69
  /// A dateline or a jump follows.
  var opening = -20.0
}

/// Which paragraph a distant headline speaks of.
struct LeadWeights: Sendable {
  /// The share of a headline that a paragraph must repeat, 0...1.
  var least = 0.1
  /// The share that is as good as all of it, 0...1.
  var full = 0.57
  /// How near to the best an earlier paragraph must come to be the lead, 0...1.
  var earlier = 0.11
  /// How sure the target must be for the headline to speak of a story elsewhere, 0...1.
  var foreign = 1.0
}

/// How much the text above and below a gap between two paragraphs has to do with each other.
struct CohesionWeights: Sendable {
  /// Where nothing is known.
  var base = -0.7
  /// Likeness of the 60 characters above and below, by pairs.
  var near = 34.77
  /// Likeness of the 240 characters above and below.
  var far = 28.89
  /// The share of the lower paragraph's characters that stand above the gap.
  var lowerAbove = 6.12
  /// The share of its pairs that stand behind it.
  var lowerBelow = -3.52
  /// The share of the upper paragraph's characters that stand below the gap.
  var upperBelow = 4.51
  /// The share of its pairs that stand before it.
  var upperAbove = -5.67
  /// The logarithm of the lower paragraph's length.
  var lowerLength = -0.8
  /// The same of the upper paragraph.
  var upperLength = 0.26
  /// The most that all tells.
  var limit = 4.0
}

/// Where a story opens, goes on and is taken up again.
struct AssemblyWeights: Sendable {
  /// How much counts what `GapTrees` say.
  var trees = 0.88
  /// How much counts what `ResumptionTrees` say.
  var resumes = 0.58
  /// The most that they count.
  var resumesMost = 3.12
  /// How much counts what the headlines are worth with the stories.
  var headlines = 0.39
  /// How much counts what the other weights say on a page of a few paragraphs.
  var few = 0.5
  /// A story opens.
  var opens = -4.5
  /// The page's first piece opens one.
  var opensFirst = 4.5
  /// A dateline or a jump opens one.
  var opensStrong = 5.5
  /// The words of a news lead open one.
  var opensLead = 2.22
  /// One opens after an end mark or a credit.
  var opensAfterEnd = 2.39
  /// One opens after a byline that stands under a text.
  var opensAfterSignature = 7.03
  /// One opens where the column's width changes.
  var opensColumn = 0.59
  /// One opens after a blank line on a page where they are few.
  var opensBlank = 3.46
  /// One opens under a headline and a byline.
  var opensByline = 5.89
  /// One opens under a headline.
  var opensHead = 1.68
  /// One opens where a distant headline points.
  var opensPulled = 3.0
  /// One opens with a box's or a caption's words.
  var opensBox = 4.45
  /// One opens with words that speak of a picture.
  var opensPicture = 3.0
  /// One opens with a line that goes on.
  var opensContinued = -0.98
  /// One opens with words that speak of what stands before.
  var opensReferring = -1.72
  /// How much it counts that paragraphs begin with the first character.
  var opensStart = 0.53
  /// How much that counts against going on within a sentence.
  var goesOnStart = 0.25
  /// How much that counts for a further paragraph.
  var followsStart = 0.3
  /// A further paragraph is nothing but a few characters.
  var followsFragment = -2.5
  /// One opens with punctuation that cannot open a line.
  var opensPunctuation = -6.0
  /// One opens with a character that leans on a word before it.
  var opensLeaning = -4.0
  /// One opens after an unfinished sentence.
  var opensAfterOpen = -0.21
  /// The story before goes on over a dateline or a jump.
  var overOpening = -12.0
  /// It goes on over the words of a news lead behind a head.
  var overLead = -0.5
  /// It goes on behind words that are nothing but a dateline.
  var afterDateline = 7.85
  /// It goes on in another place: what that takes from its continuity.
  var apart = -0.32
  /// It goes on behind a finished sentence where the column's width changes.
  var overColumn = -2.49
  /// It goes on behind an end mark or a credit.
  var overEnd = -4.86
  /// It goes on behind a byline.
  var overSignature = -0.26
  /// It goes on over a head.
  var overHead = -1.88
  /// An unfinished sentence goes on over a head.
  var openOverHead = -1.11
  /// How much the head's look counts there.
  var openOverHeadline = -0.7
  /// It goes on over a headline with a byline.
  var overByline = -3.72
  /// It goes on with a caption's words.
  var overCaption = -1.02
  /// The next lines of the same column: the least that their continuity counts.
  var naturalLeast = -1.5
  /// The most that it counts.
  var naturalMost = 3.7
  /// The next lines where lines are not wrapped.
  var naturalUnwrapped = 0.33
  /// The next lines where no blank line stands between.
  var naturalClose = 2.67
  /// The next lines behind a blank line.
  var naturalBlank = 1.77
  /// How much the widths of the columns count where a story goes on with what stands next.
  var goesOnColumn = 0.36
  /// How much they count where one is taken up again.
  var resumesColumn = 1.04
  /// A story that was closed is taken up again.
  var resumesClosed = -1.59
  /// A story that broke off is taken up again.
  var resumesOpen = -1.1
  /// A story is left within a sentence that fills its line.
  var leavesOpen = -4.08
  /// A story is left within a sentence where lines are not wrapped.
  var leavesOpenUnwrapped = -0.07
  /// A story is left behind an open line that is short.
  var leavesShort = -0.59
  /// How much a paragraph's likeness to its story counts.
  var kinship = 31.27
  /// How much the cohesion with the paragraph directly above counts behind a finished sentence.
  var followsCohesion = 0.6
  /// How much it counts within a sentence.
  var goesOnCohesion = 0.17
  /// One opens where a headline stands that speaks of a story elsewhere.
  var opensForeign = 0.3
  /// A numbered item follows the one with the number before.
  var followsItem = 3.35
  /// One opens with a line that is hardly more than a telephone number.
  var opensContact = -4.0
  /// One opens with an item whose number is not the first.
  var opensItem = -2.0
  /// The likeness of strangers, 0...1.
  var kinshipBase = 0.04
  /// The least that it counts.
  var kinshipLeast = -2.39
  /// The most that it counts.
  var kinshipMost = 1.56
  /// The length that makes it reliable, in characters.
  var kinshipLength = 64.45
}

/// How much heads between two paragraphs look like a new story's headline rather than a section head.
struct GapWeights: Sendable {
  /// More than one line.
  var several = 2.73
  /// No blank line behind a short one, on a page where paragraphs have them.
  var attached = -0.44
  /// A very short paragraph follows.
  var shortBody = -0.56
  /// A subheadline with a dash.
  var dash = 0.81
  /// 14 characters or more.
  var long = 0.69
  /// Nine characters or fewer.
  var short = -0.33
  /// It ends like the headline of a notice.
  var notice = 4.19
  /// A colon.
  var colon = -0.4
  /// `#`
  var level1 = 2.96
  /// `##`
  var level2 = 2.01
  /// `###` and deeper.
  var level3 = -0.37
  /// How much closer the head is to what follows than to what stands before.
  var drift = 3.78
  /// The most that this counts.
  var driftLimit = 1.5
  /// How much what follows resembles what stands before.
  var resemblance = -10.13
  /// The most that this counts.
  var resemblanceLimit = 1.0
}
