import Foundation
import Testing

@testable import kanbao

/// The writer of JSON against a reader that others wrote.
@Suite struct JSONTests {
  @Test(arguments: [
    "", "濮阳", "a\"b\\c", "one\ntwo\r\nthree\tfour", "\u{0}\u{1}\u{1b}[31m\u{7f}\u{9b}2J",
    "\u{202E}\u{2028}\u{2066}",
    "👨‍👩‍👧 🇨🇳 e\u{301}", "\u{10FFFF}\u{FFFF}", "/", "“返青水”——",
  ])
  func stringsComeBack(_ text: String) throws {
    let bytes = JSON.object([("k", .string(text))]).bytes
    let object = try JSONDecoder().decode([String: String].self, from: Data(bytes))
    #expect(object["k"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func randomStringsComeBack() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        let limit: UInt32 = Bool.random(using: &random) ? 0x100 : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { text.append(scalar) }
      }
      let bytes = JSON.array([.string(String(text))]).bytes
      let back = try JSONDecoder().decode([String].self, from: Data(bytes))
      #expect(back.first.map { Array($0.unicodeScalars) } == Array(text))
    }
  }

  @Test func nothingOnALineActsOnATerminal() {
    let everything = (0...0x2070).compactMap(Unicode.Scalar.init).map { String(Character($0)) }.joined()
    let written = String(decoding: JSON.string(everything).bytes, as: UTF8.self)
    #expect(written.unicodeScalars.filter(\.isHostile).isEmpty)
  }

  @Test func valuesAreWrittenInTheOrderGiven() {
    let value = JSON.object([
      ("b", .null), ("a", .array([.number(-3), .bool(true)])), ("c", .object([])), ("d", .array([])),
    ])
    #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"b":null,"a":[-3,true],"c":{},"d":[]}"#)
  }
}
