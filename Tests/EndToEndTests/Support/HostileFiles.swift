import Foundation

/// Files whose bytes would act on a terminal.
enum HostileFiles {
  /// A folder `pages` of them: every control, every final byte of a control sequence, strings, random bytes and scalars.
  static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let story = "城里新开三家书店\n\n本报讯（记者 林晓舟）城里新开了三家书店，读者可以坐到夜里十点。\n"
    for (name, bytes) in files {
      try folder.write(story, to: "pages/\(name).txt")
      let path = folder.url("pages/\(name).txt")
      try (Data(story.utf8) + Data(bytes) + Data("\n书店还备了热茶。\n".utf8)).write(to: path)
    }
    try folder.write(story, to: "pages/z\u{1B}[2J\u{1B}]0;name\u{07}.txt")
    return folder
  }

  private static var files: [(String, [UInt8])] {
    var random = SeededGenerator(seed: 9)
    let controls = (Array(0x01...0x1F) + Array(0x7F...0x9F)).map {
      "控\(Character(Unicode.Scalar(UInt8($0))))制"
    }
    let finals = (0x40...0x7E).map {
      "序列\u{1B}[1;2\(Character(Unicode.Scalar(UInt8($0))))\u{1B}[?25\(Character(Unicode.Scalar(UInt8($0))))"
    }
    let escapes = (0x20...0x7E).map { "\u{1B}\(Character(Unicode.Scalar(UInt8($0))))字" }
    let strings = [
      "\u{1B}]0;题\u{07}", "\u{1B}]52;c;YQ==\u{1B}\\", "\u{1B}P$q\"p\u{1B}\\", "\u{1B}_x\u{1B}\\",
      "\u{9D}0;x\u{9C}",
    ]
    let unseen = [
      "\u{202E}", "\u{2066}", "\u{200B}", "\u{2028}", "\u{FEFF}", "\u{FFF9}", "\u{E0041}",
      "e\u{301}\u{301}\u{301}",
    ]
    let bytes = (0..<4000).map { _ in UInt8.random(in: 1...255, using: &random) }
    let scalars = (0..<2000).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0x2FFFF, using: &random))
    }
    return [
      ("a-controls", Array(controls.joined(separator: "\n").utf8)),
      ("b-finals", Array(finals.joined(separator: "\n").utf8)),
      ("c-escapes", Array(escapes.joined().utf8)), ("d-strings", Array(strings.joined(separator: "字").utf8)),
      ("e-unseen", Array(unseen.joined(separator: "字").utf8)), ("f-bytes", bytes),
      ("g-scalars", Array(String(String.UnicodeScalarView(scalars)).utf8)), ("h-c1", Array(0x80...0x9F)),
    ]
  }
}

extension Collection {
  /// An element by chance, or another value where there is none.
  func randomElement(using random: inout SeededGenerator, or other: Element) -> Element {
    randomElement(using: &random) ?? other
  }
}
