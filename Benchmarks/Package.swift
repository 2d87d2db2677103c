// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "kanbao-benchmarks",
  dependencies: [.package(name: "kanbao", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Corpus", package: "kanbao"), .product(name: "TUI", package: "kanbao"),
      ]),
    .executableTarget(
      name: "typeset",
      dependencies: [
        .product(name: "Corpus", package: "kanbao"), .product(name: "TUI", package: "kanbao"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
