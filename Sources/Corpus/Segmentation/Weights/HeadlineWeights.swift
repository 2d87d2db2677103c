/// Which story a headline line belongs to.
struct AssignmentWeights: Sendable {
  /// A pair of characters that the story's lead has too, by rarity.
  var inLead = 0.29
  /// One that the rest of the story has.
  var inRest = 0.05
  /// One that the story has not.
  var missing = -0.1
  /// A character that the story's lead has too, by rarity.
  var characterInLead = 0.28
  /// One that the rest of the story has.
  var characterInRest = -0.07
  /// One that the story has not.
  var characterMissing = -0.3
  /// The logarithm of the story's length, beside a story of 300 characters.
  var storyLength = -0.03
  /// The least that all pairs together count: pairs of one headline are missing together.
  var leastLikeness = -4.0
  /// The least that all single characters together count.
  var leastCharacters = -4.0
  /// The story begins right below.
  var above = 2.37
  /// The story ends right above.
  var below = 1.31
  /// The headline stands inside the story.
  var inside = -0.5
  /// A part of the story stands next to it.
  var beside = 0.2
  /// The story stands elsewhere.
  var elsewhere = -0.4
  /// How much counts what `PlaceTrees` say.
  var placing = 1.0
  /// How much counts what `SectionTrees` say of a section head.
  var sectioning = 0.68
  /// And what is added to it.
  var section = 0.82
  /// A headline without a story.
  var orphan = -0.62
  /// The same, of five characters or fewer.
  var shortOrphan = -0.17
  /// Two lines, one below the other, are one block.
  var bond = 1.96
  /// The same over a blank line.
  var bondBlank = 0.65
  /// The lower line has a dash.
  var bondDash = 4.14
  /// More than two blank lines stand between.
  var bondFar = -1.5
  /// The lower line begins further in.
  var bondIndented = -1.2
  /// The upper line alone has a space between two phrases.
  var bondGap = -0.42
  /// The upper line ends like a kicker.
  var bondKicker = 2.4
  /// The lower line closes what the upper opened.
  var bondBracket = 3.0
  /// The lower line is a notice's title.
  var bondNotice = -1.0
  /// Two Markdown headings of one level.
  var bondSameLevel = -0.4
  /// How much what `BondTrees` say counts against parting two lines.
  var parting = 0.91
  /// How much it counts for joining them.
  var joining = 1.29
  /// A block of more than four lines.
  var longBlock = -0.48
  /// A story without a headline.
  var headless = -2.36
  /// The same for captions.
  var headlessCaption = -0.06
}

/// Which line of a headline block is the kicker, the headline, the subheadline.
struct PartWeights: Sendable {
  /// The share of a line that the lead repeats, 0...1.
  var repeated = 3.0
  /// Each character, up to 24.
  var length = 0.125
  /// Each space between two phrases.
  var phraseGap = 1.0
  /// Spaced out.
  var spacedOut = 1.0
  /// It ends like a kicker.
  var kicker = -3.0
  /// It is nothing but an office's name.
  var office = -2.0
  /// It reads like a subheadline.
  var subheadline = -2.0
  /// Each place down the block.
  var order = -0.4
}
