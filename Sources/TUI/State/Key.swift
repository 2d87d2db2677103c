/// A key press, decoded.
public enum Key: Hashable, Sendable {
  /// A character that was typed.
  case character(Character)
  /// A letter typed with the control key, in lower case.
  case control(Character)
  /// A key of readline typed with Alt or after Esc: `b`, `f`, `d`, or the backspace as U+007F.
  case meta(Character)
  /// An arrow with Ctrl or Alt, which goes by words.
  case wordLeft, wordRight
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
}
