/// Every figure of judgement by which a page is read, as log-odds where nothing else is said. The numbers are learned
/// by `Training/` on generated pages; they stand here as the fields' first values.
package struct SegmentationWeights: Sendable {
  /// What a line by itself says about its label.
  package var lines = LineWeights()
  /// What makes a line look like a headline's.
  package var heads = HeadWeights()
  /// How one label follows another.
  package var transitions = TransitionWeights()
  /// How well one piece goes on where another stops.
  package var continuity = ContinuityWeights()
  /// Which paragraph a distant headline speaks of.
  package var leads = LeadWeights()
  /// Where a story opens, goes on and is taken up again.
  package var assembly = AssemblyWeights()
  /// How much heads between two paragraphs look like a new story's headline.
  package var gaps = GapWeights()
  /// Which story a headline line belongs to.
  package var assignment = AssignmentWeights()
  /// Which line of a headline block is the kicker, the headline, the subheadline.
  package var parts = PartWeights()

  /// The weights as they were trained.
  package static let trained = SegmentationWeights()

  package init() {}
}
