// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "kanbao",
  products: [
    .executable(name: "kanbao", targets: ["kanbao"]),
    .library(name: "Corpus", targets: ["Corpus"]),
    .library(name: "TUI", targets: ["TUI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CCompress", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("dl")]),
    .target(name: "CRescue", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CMemory"),
    .target(name: "CJunctions", exclude: ["junctions.txt", "junctions.table", "LGPL-2.1.txt"]),
    .target(name: "Corpus", dependencies: ["CICU", "CCompress", "CJunctions", "CMemory"]),
    .target(name: "TUI", dependencies: ["Corpus", "CNcurses", "CICU", "CRescue"]),
    .executableTarget(
      name: "kanbao",
      dependencies: [
        "Corpus", "TUI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "CorpusTests", dependencies: ["Corpus", "CICU", "CJunctions"]),
    .testTarget(
      name: "TUITests", dependencies: ["TUI", "Corpus", "CICU"], exclude: ["LineBreakExceptions.txt"]),
    .testTarget(name: "EndToEndTests", dependencies: ["kanbao", "crashing"], exclude: ["Scripts"]),
    .target(name: "CFaults", path: "Tests/CFaults"),
    .executableTarget(name: "crashing", dependencies: ["TUI", "CFaults"], path: "Tests/Crashing"),
  ],
  swiftLanguageModes: [.v6]
)

// `make test` builds with KANBAO_STRICT set: there a warning is an error. A user's build is never stopped by one.
if Context.environment["KANBAO_STRICT"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
