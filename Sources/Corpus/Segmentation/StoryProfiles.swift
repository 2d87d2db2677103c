/// What a headline line has in common with a story: the weights of its pairs of characters and of its single characters, by
/// where the story has them.
struct StoryLikeness {
  /// In its lead, in the rest of it, nowhere.
  struct Shares {
    var lead = 0.0
    var rest = 0.0
    var missing = 0.0

    /// All together.
    var all: Double { lead + rest + missing }
  }

  var pairs = Shares()
  var characters = Shares()
  /// How long the story is: the logarithm of its share of 300 characters.
  var length = 0.0

  /// What a few weights make of it, as log-odds. What pairs and what characters a headline does not share each count no more
  /// than so much: they are missing together.
  func worth(_ weight: AssignmentWeights) -> Double {
    let paired =
      weight.inLead * pairs.lead + weight.inRest * pairs.rest + weight.missing * pairs.missing
    let single =
      weight.characterInLead * characters.lead + weight.characterInRest * characters.rest
      + weight.characterMissing * characters.missing + weight.storyLength * length
    return max(paired, weight.leastLikeness) + max(single, weight.leastCharacters)
  }
}

/// The vocabulary of the stories of a page, and how rare its pairs are among them.
struct StoryProfiles {
  /// So many characters of a story are its lead, up to the end of a piece.
  private static let lead = 160

  /// Pictures and continued stories may stand without a headline.
  let wantsHeadline: [Bool]
  /// The story of each body piece.
  private(set) var owner: [Int]
  /// The characters of each story.
  let lengths: [Int]
  /// Which pieces stand in their stories' leads.
  private var isLead: [Bool]
  /// What a pair weighs, by the number of stories that have it: much where few do.
  private let weights: [Double]
  private let characters: StoryCharacters
  private let affinity: Affinity

  init(
    _ pieces: [Piece], _ stories: [[Int]], _ affinity: Affinity, _ rows: PageCharacters.Rows
  ) {
    self.affinity = affinity
    owner = [Int](repeating: 0, count: pieces.count)
    isLead = [Bool](repeating: false, count: pieces.count)
    var lengths: [Int] = []
    for (story, body) in stories.enumerated() {
      var count = 0
      for piece in body {
        owner[piece] = story
        isLead[piece] = count < Self.lead
        count += pieces[piece].text.count
      }
      lengths.append(count)
    }
    self.lengths = lengths
    characters = StoryCharacters(stories, isLead: isLead, affinity.characters, rows)
    let total = Double(stories.count + 1)
    weights = (0...stories.count).map { Logarithm.natural(total / Double(max(1, $0))) }
    wantsHeadline = stories.indices.map { story in
      let isCaption = stories[story].contains {
        pieces[$0].closing.isCredit || pieces[$0].opening.isCaption
      }
      return !(isCaption && lengths[story] < 260)
    }
  }

  /// What line `head` has in common with each of some stories.
  func likenesses(of head: Int, to near: Range<Int>) -> [StoryLikeness] {
    guard !near.isEmpty else { return [] }
    var likenesses = near.map { story in
      StoryLikeness(
        characters: characters.shares(of: head, in: story),
        length: Logarithm.natural(Double(1 + lengths[story]) / 300))
    }
    // For each story where it has the pair in hand: 0 nowhere, 1 behind its lead, 2 in it.
    var kinds = [Int](repeating: 0, count: wantsHeadline.count)
    for pair in affinity.pairs(of: head) {
      for story in kinds.indices { kinds[story] = 0 }
      var stories = 0
      affinity.forEachHolder(of: pair) { piece in
        if kinds[owner[piece]] == 0 { stories += 1 }
        kinds[owner[piece]] = max(kinds[owner[piece]], isLead[piece] ? 2 : 1)
        return true
      }
      for at in likenesses.indices {
        likenesses[at].pairs.add(weights[stories], kinds[near.lowerBound + at])
      }
    }
    return likenesses
  }
}

extension StoryLikeness.Shares {
  /// Adds what weighs so much and stands nowhere (0), behind the lead (1), in it (2).
  fileprivate mutating func add(_ weight: Double, _ kind: Int) {
    switch kind {
    case 2: lead += weight
    case 1: rest += weight
    default: missing += weight
    }
  }
}

/// Which single characters the stories of a page have, and how rare they are among them.
private struct StoryCharacters {
  /// For each story a bit for each character: whether its lead has it, and whether any of it has.
  private let leads: [UInt64]
  private let all: [UInt64]
  private let width: Int
  /// What a character weighs: much where few stories have it.
  private let weights: [Double]
  private let characters: PageCharacters

  init(_ stories: [[Int]], isLead: [Bool], _ characters: PageCharacters, _ rows: PageCharacters.Rows) {
    self.characters = characters
    width = rows.width
    var leads = [UInt64](repeating: 0, count: stories.count * rows.width)
    var all = leads
    for (story, body) in stories.enumerated() {
      for piece in body {
        rows.add(piece, to: story, of: &all)
        if isLead[piece] { rows.add(piece, to: story, of: &leads) }
      }
    }
    let counts = Self.counts(all, rows.width)
    (self.leads, self.all) = (leads, all)
    let total = Double(stories.count + 1)
    let steps = (0...stories.count).map { Logarithm.natural(total / Double(max(1, $0))) }
    weights = counts.map { steps[$0] }
  }

  /// In how many rows each bit is set.
  private static func counts(_ rows: [UInt64], _ width: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: width * 64)
    for (at, word) in rows.enumerated() {
      var bits = word
      while bits != 0 {
        counts[(at % width) * 64 + bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
    }
    return counts
  }

  /// Where a story has the characters of line `head`.
  func shares(of head: Int, in story: Int) -> StoryLikeness.Shares {
    var shares = StoryLikeness.Shares()
    let row = story * width
    characters.forEach(in: head) { number in
      let (word, bit) = (row + number >> 6, 1 << UInt64(number & 63) as UInt64)
      shares.add(weights[number], leads[word] & bit != 0 ? 2 : all[word] & bit != 0 ? 1 : 0)
    }
    return shares
  }
}
