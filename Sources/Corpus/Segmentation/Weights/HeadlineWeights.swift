/// Which story a headline line belongs to.
package struct AssignmentWeights: Sendable {
  /// A pair of characters that the story's lead has too, by rarity.
  package var inLead = 0.7
  /// One that the rest of the story has.
  package var inRest = 0.45
  /// One that the story has not.
  package var missing = -0.14
  /// The story begins right below.
  package var above = 2.0
  /// The story ends right above.
  package var below = 0.6
  /// The headline stands inside the story.
  package var inside = -0.5
  /// A part of the story stands next to it.
  package var beside = 0.2
  /// The story stands elsewhere.
  package var elsewhere = -0.3
  /// A section head.
  package var section = 0.8
  /// How much a section head's likeness to its story counts.
  package var sectionLikeness = 0.3
  /// A section head of 16 characters or fewer.
  package var sectionShort = 0.4
  /// A longer one.
  package var sectionLong = -0.4
  /// One with a colon.
  package var sectionColon = 0.4
  /// `###` and deeper.
  package var sectionDeep = 2.0
  /// `#` or `##`.
  package var sectionHigh = -1.0
  /// A headline without a story.
  package var orphan = -2.5
  /// The same, of five characters or fewer.
  package var shortOrphan = -1.0
  /// Two lines, one below the other, are one block.
  package var bond = 0.9
  /// The same over a blank line.
  package var bondBlank = 0.2
  /// The lower line has a dash.
  package var bondDash = 2.5
  /// The upper line ends like a kicker.
  package var bondKicker = 1.5
  /// The lower line closes what the upper opened.
  package var bondBracket = 3.0
  /// Two Markdown headings of one level.
  package var bondSameLevel = -1.5
  /// How much the bond counts against parting two lines.
  package var parting = -0.5
  /// A block of more than four lines.
  package var longBlock = -1.5
  /// A story without a headline.
  package var headless = -1.8
  /// The same for captions.
  package var headlessCaption = -0.2
}

/// Which line of a headline block is the kicker, the headline, the subheadline.
package struct PartWeights: Sendable {
  /// The share of a line that the lead repeats, 0...1.
  package var repeated = 3.0
  /// Each character, up to 24.
  package var length = 0.125
  /// Each space between two phrases.
  package var phraseGap = 1.0
  /// Spaced out.
  package var spacedOut = 1.0
  /// It ends like a kicker.
  package var kicker = -3.0
  /// It reads like a subheadline.
  package var subheadline = -2.0
  /// Each place down the block.
  package var order = -0.4
}
