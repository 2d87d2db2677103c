/// A key press, decoded.
public enum Key: Hashable, Sendable {
  /// A character that was typed.
  case character(Character)
  /// A letter typed with the control key, in lower case.
  case control(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
}
