import CNcurses
import Glibc

/// The locale by which ncurses sends text. It needs UTF-8 to send hanzi.
public enum TextLocale {
  /// Where it came from.
  public enum Origin: Hashable, Sendable {
    /// The environment names a UTF-8 locale.
    case environment
    /// The environment names none, or one that is not installed: this one is used instead.
    case fallback(String)
    /// There is no UTF-8 locale at all.
    case none
  }

  private static let fallbacks = ["C.UTF-8", "C.utf8", "en_US.UTF-8"]

  /// Sets the process's locale for characters: the environment's if it is UTF-8, else one that is.
  @discardableResult public static func choose() -> Origin {
    setlocale(LC_ALL, "")
    if isUTF8 { return .environment }
    for name in fallbacks where setlocale(LC_CTYPE, name) != nil && isUTF8 { return .fallback(name) }
    return .none
  }

  private static var isUTF8: Bool {
    nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
