import Testing

/// Tests that run the real program. They run one after another: two cores suffice.
@Suite(.serialized) enum EndToEnd {}
