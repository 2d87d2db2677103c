/// Decides when the next screen may be sent, so that none is queued behind another on a slow line. After each screen
/// the terminal is asked something, and its answer says that the screen has arrived and been drawn. Pure: times are
/// milliseconds of a clock that only goes forward.
///
/// As long as answers come as quickly as the quickest (a long line, but not a full one) a few screens may be on their
/// way at once; as soon as they come later (the line is full), one only.
public struct FramePacer: Sendable {
  /// How many screens may be on their way at most.
  static let mostOnTheWay = 4
  /// How long a terminal that has never answered is waited for. After that it is not asked again.
  static let firstPatience: Int64 = 1000
  /// How long a terminal that has answered before is waited for at most: 9,600 baud take so long for the largest
  /// screens. On quick lines it is much less, since an answer may also be lost.
  static let patience: Int64 = 10_000
  /// The same on the quickest line.
  static let leastPatience: Int64 = 250
  /// A large screen takes so many times as long as the smallest.
  private static let span: Int64 = 40
  /// A round trip may be longer than the shortest by half of that and by this, and the line is still not full.
  private static let jitter: Int64 = 25
  /// A line that takes longer than this is not merely long.
  private static let longLine: Int64 = 800

  private var asked: [Int64] = []
  private var limit = 1
  private var shortest: Int64?
  private var isSilent = false
  /// The latest round trip, 0 before the first.
  public private(set) var roundTrip: Int64 = 0

  /// A pacer that waits for one screen at a time, to begin with.
  public init() {}

  /// True where it makes sense to ask.
  public var asks: Bool { !isSilent }

  /// True while an answer may still be on its way.
  public func awaitsAnswer(at now: Int64) -> Bool {
    guard !isSilent, let last = asked.last else { return false }
    return now - last < currentPatience
  }

  /// How long to wait before the next screen may be sent; 0 if it may be sent now.
  public func delay(at now: Int64) -> Int64 {
    guard !isSilent, asked.count >= limit, let first = asked.first else { return 0 }
    return max(0, first + currentPatience - now)
  }

  /// A screen and a question were sent.
  public mutating func sent(at now: Int64) {
    if let first = asked.first, now - first >= currentPatience {
      isSilent = shortest == nil
      asked = []
      limit = 1
    }
    if !isSilent { asked.append(now) }
  }

  /// An answer came. One that nobody waits for says that the terminal does answer, if late.
  public mutating func answered(at now: Int64) {
    guard !asked.isEmpty else { return isSilent = false }
    roundTrip = now - asked.removeFirst()
    let best = min(shortest ?? roundTrip, roundTrip)
    shortest = best
    let isFull = roundTrip > min(best + best / 2 + Self.jitter, Self.longLine)
    limit = isFull ? 1 : min(limit + 1, Self.mostOnTheWay)
  }

  private var currentPatience: Int64 {
    guard let shortest else { return Self.firstPatience }
    return min(Self.patience, Self.leastPatience + Self.span * shortest)
  }
}
