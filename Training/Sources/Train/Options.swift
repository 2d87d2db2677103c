/// The command line.
struct Options {
  var rounds = 0
  var only: [String] = []
  var folder: String?
  /// Where examples of decisions go.
  var examples: String?
  var tuned: [String] = []
  var aside: [String] = []

  struct Unfinished: Error { var option: String }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    var isAside = false
    while let argument = rest.popFirst() {
      switch argument {
      case "--aside": isAside = true
      case "--rounds": rounds = Int(try Self.value(argument, &rest)) ?? 0
      case "--only": only = try Self.value(argument, &rest).split(separator: ",").map(String.init)
      case "--examples": examples = try Self.value(argument, &rest)
      case "--write": folder = try Self.value(argument, &rest)
      default: if isAside { aside.append(argument) } else { tuned.append(argument) }
      }
    }
  }

  private static func value(_ option: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst() else { throw Unfinished(option: option) }
    return value
  }
}
