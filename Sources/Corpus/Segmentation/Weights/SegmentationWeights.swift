/// Every figure of judgement by which a page is read, as log-odds where nothing else is said. The numbers are learned
/// by `Training/` on generated pages; they stand here as the fields' first values.
struct SegmentationWeights: Sendable {
  /// What a line by itself says about its label.
  var lines = LineWeights()
  /// What makes a line look like a headline's.
  var heads = HeadWeights()
  /// How one label follows another.
  var transitions = TransitionWeights()
  /// How much it means that two texts share a pair of characters.
  var rarity = RarityWeights()
  /// How well one piece goes on where another stops.
  var continuity = ContinuityWeights()
  /// Which paragraph a distant headline speaks of.
  var leads = LeadWeights()
  /// How much the text above and below a gap has to do with each other.
  var cohesion = CohesionWeights()
  /// Where a story opens, goes on and is taken up again.
  var assembly = AssemblyWeights()
  /// How much heads between two paragraphs look like a new story's headline.
  var gaps = GapWeights()
  /// Which story a headline line belongs to.
  var assignment = AssignmentWeights()
  /// Which line of a headline block is the kicker, the headline, the subheadline.
  var parts = PartWeights()

  /// The weights as they were trained.
  static let trained = SegmentationWeights()

  init() {}
}
