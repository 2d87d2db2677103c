import Corpus
import TUI

/// The browser without a terminal: keys in, whole frames out, each question answered before the frame is drawn.
struct Keystrokes {
  var state: AppState

  init() { state = AppState(size: Size(columns: 160, rows: 50), language: .chinese, ambiguous: .narrow) }

  /// Takes what was read and indexed.
  mutating func load(_ files: [ReadFile], _ segments: [IndexSegment]) {
    send(.loaded(files))
    for segment in segments { send(.indexed(segment)) }
  }

  /// Opens the filter bar once all is loaded.
  mutating func begin() {
    send(.loadingEnded)
    press(.character("/"))
  }

  private mutating func send(_ event: Event) {
    for effect in update(event, &state) {
      switch effect {
      case .filter(let question): question.answer().map { send($0) }
      case .count(let question): question.answer().map { send($0) }
      default: break
      }
    }
  }

  /// From key to complete first screen and exact count, in seconds.
  @discardableResult
  mutating func press(_ key: Key) -> Duration {
    let start = (Measure.now, Measure.processorTimeOfAll)
    send(.key(key))
    state.settle()
    _ = state.frame()
    return Duration(wall: Measure.now - start.0, processor: Measure.processorTimeOfAll - start.1)
  }

  /// Seconds by the clock, and those in which processors worked on it, all threads together: on a machine that others
  /// use the first is longer than it needs to be.
  struct Duration {
    var wall: Double
    var processor: Double
  }

  /// Types a filter letter by letter into an empty bar, and gives the time of each letter.
  mutating func type(_ text: String) -> [Duration] {
    press(.control("u"))
    return text.map { press(.character($0)) }
  }

  /// From the key that opens a picker to its first screen, in seconds, under a filter.
  mutating func openPicker(_ key: Key, under filter: String) -> Duration {
    _ = type(filter)
    press(.enter)
    let time = press(key)
    press(.escape)
    press(.character("/"))
    return time
  }
}
