import CNcurses
import Glibc

/// Attributes and colours for each style. Everything can be told apart without colour.
struct Palette {
  /// What ncurses wants for a cell.
  struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  private var looks: [Style: Look] = [:]

  /// The palette of the terminal that is open; without colour where it has none, or where NO_COLOR is set.
  init() {
    let isColoured = getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    let colours = isColoured && has_colors() && start_color() == OK ? Capability.number("colors") : 0
    if colours > 0 { use_default_colors() }
    let isDirect = Capability.flag("RGB") || Capability.number("RGB") > 0 || Capability.string("RGB") != nil
    var pair: Int32 = 1
    for role in Style.Role.allCases {
      for selection in Style.Selection.allCases {
        let style = Style(role, selection: selection)
        let ink = Ink(style, colours: colours)
        guard ink.foreground >= 0 || ink.background >= 0 else {
          looks[style] = Look(attributes: ink.attributes, pair: 0)
          continue
        }
        init_extended_pair(
          pair, Self.colour(ink.foreground, isDirect), Self.colour(ink.background, isDirect))
        looks[style] = Look(attributes: ink.attributes, pair: pair)
        pair += 1
      }
    }
  }

  /// What a colour of the 256 is called here: where colours are direct, numbers from 8 on are red, green and blue.
  static func colour(_ number: Int16, _ isDirect: Bool) -> Int32 {
    guard isDirect, number >= 8 else { return Int32(number) }
    if number >= 232 { return 0x01_0101 * Int32(8 + 10 * (number - 232)) }
    guard number >= 16 else {
      return [0x80_8080, 0xFF_0000, 0xFF00, 0xFFFF00, 0xFF, 0xFF_00FF, 0xFFFF, 0xFF_FFFF][Int(number - 8)]
    }
    let steps: [Int32] = [0, 95, 135, 175, 215, 255]
    let (red, green, blue) = (Int(number - 16) / 36, Int(number - 16) / 6 % 6, Int(number - 16) % 6)
    return steps[red] << 16 | steps[green] << 8 | steps[blue]
  }

  /// How a style looks here.
  func look(of style: Style) -> Look { looks[style] ?? Look(attributes: 0, pair: 0) }
}

/// Attributes and colours of one style; -1 is the terminal's own colour.
private struct Ink {
  var attributes: attr_t = 0
  var foreground: Int16 = -1
  var background: Int16 = -1

  static let bold = attr_t(1) << 21
  static let dim = attr_t(1) << 20
  static let reverse = attr_t(1) << 18
  static let underline = attr_t(1) << 17

  init(_ style: Style, colours: Int) {
    attributes = Self.attributes(of: style.role, coloured: colours >= 8, rich: colours >= 256)
    if colours >= 256 {
      (foreground, background) = Self.rich(style.role)
    } else if colours >= 8 {
      (foreground, background) = Self.plain(style.role)
    }
    if style.role == .bar {
      // A bar in a selected row must differ from the row.
      if style.selection == .focused { attributes ^= attributes & Self.reverse }
    } else {
      select(style.selection, colours: colours)
    }
  }

  private mutating func select(_ selection: Style.Selection, colours: Int) {
    switch selection {
    case .none: break
    case .focused:
      attributes |= Self.reverse
      attributes &= ~Self.dim
      (foreground, background) = (-1, -1)
    case .resting:
      if colours >= 256 {
        (foreground, background) = (255, 240)
      } else {
        attributes |= Self.underline
      }
    }
  }

  private static func attributes(of role: Style.Role, coloured: Bool, rich: Bool) -> attr_t {
    switch role {
    case .headline, .sectionHead, .label, .key: bold
    case .dim: rich ? 0 : dim
    case .hit: coloured ? 0 : underline | bold
    // Bold black would be grey on terminals of eight colours.
    case .currentHit: rich ? bold : coloured ? underline : reverse | bold
    case .error: coloured ? bold : underline | bold
    case .status, .statusHint: coloured ? 0 : reverse
    case .statusKey: coloured ? bold : reverse | bold
    case .bar: coloured ? 0 : reverse
    case .seam: underline
    case .text, .kicker, .subheadline, .meta, .mark, .uncertain, .frame: 0
    }
  }

  /// Colours of the 256, chosen to be read on light and on dark ground.
  private static func rich(_ role: Style.Role) -> (Int16, Int16) {
    switch role {
    case .dim, .frame: (244, -1)
    case .kicker, .subheadline: (30, -1)
    case .meta: (65, -1)
    case .mark: (133, -1)
    case .uncertain: (172, -1)
    case .hit: (16, 221)
    case .currentHit: (16, 214)
    case .error: (231, 160)
    case .bar: (255, 30)
    case .status: (252, 237)
    case .statusKey: (231, 237)
    case .statusHint: (246, 237)
    case .label, .key: (30, -1)
    case .text, .headline, .sectionHead, .seam: (-1, -1)
    }
  }

  private static func plain(_ role: Style.Role) -> (Int16, Int16) {
    let (black, red, green, yellow, magenta, cyan, white): (Int16, Int16, Int16, Int16, Int16, Int16, Int16) =
      (0, 1, 2, 3, 5, 6, 7)
    return switch role {
    case .frame, .kicker, .subheadline, .label, .key: (cyan, -1)
    case .meta: (green, -1)
    case .mark: (magenta, -1)
    case .uncertain: (yellow, -1)
    case .hit, .currentHit: (black, yellow)
    case .error: (white, red)
    case .bar: (black, cyan)
    case .status, .statusKey, .statusHint: (black, white)
    case .text, .dim, .headline, .sectionHead, .seam: (-1, -1)
    }
  }
}
