import Glibc

/// The paths that a command reads, and why these.
struct CorpusChoice: Equatable {
  /// Where the choice comes from.
  enum Reason: Equatable { case arguments, environment, currentFolder, installed, nothing }

  var paths: [String]
  var reason: Reason

  /// Paths named in the call, else $KANBAO_CORPUS, else ./seeds, else the corpus installed beside the program.
  init(arguments: [String]) {
    self.init(
      arguments: arguments, variable: environment("KANBAO_CORPUS"), executable: Self.executable(),
      isFolder: Self.isFolder)
  }

  /// The same rule over given surroundings. `executable` is the program's own path.
  init(arguments: [String], variable: String?, executable: String?, isFolder: (String) -> Bool) {
    let installed = executable.map(Self.installed)
    if !arguments.isEmpty {
      (paths, reason) = (arguments, .arguments)
    } else if let variable, !variable.isEmpty {
      (paths, reason) = ([variable], .environment)
    } else if isFolder("seeds") {
      (paths, reason) = (["seeds"], .currentFolder)
    } else if let installed, isFolder(installed) {
      (paths, reason) = ([installed], .installed)
    } else {
      (paths, reason) = ([], .nothing)
    }
  }

  /// PREFIX/share/kanbao/seeds of a program at PREFIX/bin/kanbao.
  private static func installed(_ executable: String) -> String {
    let folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    return (folder + ["share", "kanbao", "seeds"]).joined(separator: "/")
  }

  private static func executable() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
