import Testing

@testable import TUI

/// Screens on simulated lines.
@Suite struct FramePacerTests {
  /// A line with a latency and a time that each screen takes on it; how many screens wait on it at most, and how
  /// many are drawn in three seconds with a key every 30 ms.
  private func drive(latency: Int64, screen: Int64) -> (queued: Int, drawn: Int) {
    var pacer = FramePacer()
    var (free, answers, queued, drawn) = (Int64(0), [Int64](), 0, 0)
    for now in stride(from: Int64(0), to: 3000, by: 10) {
      while let first = answers.first, first <= now {
        pacer.answered(at: first)
        answers.removeFirst()
      }
      guard now % 30 == 0, pacer.delay(at: now) == 0 else { continue }
      free = max(free, now) + screen
      answers.append(free + latency)
      pacer.sent(at: now)
      drawn += 1
      if drawn > 8 { queued = max(queued, Int((free - now) / max(1, screen))) }
    }
    return (queued, drawn)
  }

  @Test func aQuickLineIsNotHeldUp() { #expect(drive(latency: 2, screen: 1).drawn == 100) }

  @Test func aLongLineCarriesAFewScreensAtOnce() {
    let (_, drawn) = drive(latency: 300, screen: 2)
    #expect(drawn >= 30)
  }

  @Test func onASlowLineNoScreenWaitsBehindMoreThanOne() {
    let (queued, drawn) = drive(latency: 20, screen: 300)
    #expect(queued <= 2)
    #expect(drawn <= 12)
  }

  @Test func aTerminalThatNeverAnswersIsWaitedForOnce() {
    var pacer = FramePacer()
    pacer.sent(at: 0)
    #expect(pacer.delay(at: 10) == FramePacer.firstPatience - 10)
    #expect(pacer.delay(at: FramePacer.firstPatience) == 0)
    pacer.sent(at: FramePacer.firstPatience)
    #expect(!pacer.asks)
    #expect(pacer.delay(at: FramePacer.firstPatience + 1) == 0)
    #expect(!pacer.awaitsAnswer(at: FramePacer.firstPatience + 1))
    pacer.answered(at: 5000)
    #expect(pacer.asks)
  }
}
