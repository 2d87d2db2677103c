// swift-tools-version: 6.2
import PackageDescription

// Trains the weights by which pages are read. Build with testing enabled, since it reads what the library keeps to
// itself: swift build -c release -Xswiftc -enable-testing
let package = Package(
  name: "Training",
  dependencies: [.package(name: "kanbao", path: "..")],
  targets: [
    .executableTarget(name: "Train", dependencies: [.product(name: "Corpus", package: "kanbao")])
  ],
  swiftLanguageModes: [.v6]
)
