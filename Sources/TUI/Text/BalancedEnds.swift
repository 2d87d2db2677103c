/// Chooses the line ends of a headline: fewest lines first, then the least cost, then the longer first line.
struct BalancedEnds {
  let text: SetText
  let measure: Int

  /// The best way to set the headline from one cluster to its end.
  private struct Plan {
    var lines = 0
    var cost = 0
    var end: SetText.LineEnd?

    func isAsGood(as other: Plan) -> Bool { (lines, cost) <= (other.lines, other.cost) }
  }

  /// The ends of the lines that begin with this cluster.
  func ends(from start: Int) -> [SetText.LineEnd] {
    guard start < text.clusters.count else { return [] }
    let plans = plans(from: start, target: target(from: start))
    var ends: [SetText.LineEnd] = []
    var next = start
    while let end = plans[next].end {
      ends.append(end)
      next = end.next
    }
    return ends
  }

  /// The columns of a line if all were equally long.
  private func target(from start: Int) -> Int {
    var total = 0
    var lines = 0
    var next = start
    while next < text.clusters.count, let end = candidates(from: next).last {
      total += end.columns
      lines += 1
      next = end.next
    }
    return total / max(1, lines)
  }

  private func plans(from start: Int, target: Int) -> [Plan] {
    let count = text.clusters.count
    var plans = [Plan](repeating: Plan(), count: count + 1)
    for index in (start..<count).reversed() {
      var best: Plan?
      for end in candidates(from: index) {
        let rest = plans[end.next]
        let cost = rest.cost + cost(from: index, to: end, target: target)
        let plan = Plan(lines: rest.lines + 1, cost: cost, end: end)
        if best.map(plan.isAsGood(as:)) ?? true { best = plan }
      }
      plans[index] = best ?? Plan()
    }
    return plans
  }

  private func candidates(from start: Int) -> [SetText.LineEnd] {
    text.lineEnds(from: start, available: measure, hang: false)
  }

  /// The square of what the line's length is off, and the price of its break: an end at a space is worth a
  /// line that is off by half, one after punctuation a line off by a third.
  private func cost(from start: Int, to end: SetText.LineEnd, target: Int) -> Int {
    let off = end.columns - target
    return off * off + breakCost(from: start, to: end.next, target: target)
  }

  private func breakCost(from start: Int, to next: Int, target: Int) -> Int {
    let square = target * target
    guard next < text.clusters.count else { return isLonely(from: start) ? 100 * square : 0 }
    let last = text.clusters[next - 1]
    if last.isSpace { return 0 }
    return last.first.isProhibitedAtLineStart ? square / 4 : square / 2
  }

  /// True for a line that begins here and holds nothing but the headline's last character.
  private func isLonely(from start: Int) -> Bool {
    text.clusters[start...].count { !$0.isSpace } == 1
  }
}
