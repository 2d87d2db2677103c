/// What is asked of a terminal at the start. Nobody waits for the answers: the first screen is drawn with a guess.
struct TerminalQuestions {
  /// The mode of synchronized output: the terminal shows nothing until a whole frame has come.
  static let synchronized = 2026
  static let synchronizedOn = "\u{1B}[?\(synchronized)h"
  static let synchronizedOff = "\u{1B}[?\(synchronized)l"

  /// How long an answer may be on its way, in milliseconds.
  private static let patience: Int64 = 5000
  private let asked = Clock.milliseconds

  /// The bytes to be sent before the first screen, which clears what they leave behind.
  let bytes: String
  /// True until the cursor's place is told, which says how wide an ambiguous character is.
  private(set) var awaitsWidth: Bool
  /// True until the terminal tells whether it knows synchronized output.
  private(set) var awaitsMode: Bool

  /// The questions that this terminal understands by its description, `asksWidth` or not.
  init(asksWidth: Bool) {
    let report = "\u{1B}[6n"
    awaitsWidth = asksWidth && Capability.question == report
    awaitsMode = Capability.flag("XT") || Capability.string("Sync") != nil
    bytes =
      (awaitsWidth ? "\r\u{201C}\(report)\r\u{1B}[K" : "")
      + (awaitsMode ? "\u{1B}[?\(Self.synchronized)$p" : "")
  }

  /// True while an escape byte is rather the beginning of an answer, torn apart by a slow line, than a key.
  var mayBeUnderWay: Bool { awaitsWidth && Clock.milliseconds - asked < Self.patience }

  /// True while an answer may still come.
  var awaitsAnswer: Bool { (awaitsWidth || awaitsMode) && Clock.milliseconds - asked < Self.patience }

  /// The terminal has told about a mode.
  mutating func answeredMode() { awaitsMode = false }

  /// What the cursor's column after one ambiguous character means; nil where nothing was asked, or where the
  /// terminal does not read UTF-8.
  mutating func width(ofColumn column: Int) -> AmbiguousWidth? {
    guard awaitsWidth else { return nil }
    awaitsWidth = false
    switch column {
    case 2: return .narrow
    case 3: return .wide
    default: return nil
    }
  }
}
