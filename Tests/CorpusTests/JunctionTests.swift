import Foundation
import Testing

@testable import Corpus

@Suite struct JunctionTests {
  private func bits(_ upper: String, _ lower: String) -> Double {
    Junctions.shared.bits(Scalars(of: upper), Scalars(of: lower))
  }

  /// Places within a word or a common phrase, and the same first halves before something else.
  @Test(arguments: [
    ("修桥的老师", "傅说", "面说"), ("人民政", "府发布", "山发布"), ("小镇的图书", "馆开门", "跑开门"), ("经济建", "设取得", "很取得"),
    ("全面推", "进乡村", "弟乡村"), ("记者了", "解到", "桌到"),
  ])
  func wordsGoOn(upper: String, own: String, other: String) {
    #expect(bits(upper, own) > 3)
    #expect(bits(upper, own) > bits(upper, other) + 3)
  }

  @Test(arguments: [
    ("", "桥"), ("桥", ""), ("桥。", "河"), ("桥", "，河"), ("3", "月"), ("a", "b"), ("桥", "𠀀"),
  ])
  func whatIsNotKnownTellsNothing(upper: String, lower: String) {
    #expect(bits(upper, lower) == 0)
  }

  /// Every context that the text lists is found as it is written there; and what others have is what the text has for fewer
  /// of their characters.
  @Test func everyRowIsFound() throws {
    let listed = try ListedJunctions()
    #expect(listed.bits.count > 500_000)
    for (context, bits) in listed.bits where !context.before.isEmpty && !context.behind.isEmpty {
      #expect(Junctions.shared.bits(context.before, context.behind) == bits)
    }
    let characters = Scalars(Set(listed.bits.keys.lazy.compactMap(\.behind.first)))
    var random = SeededNumbers(state: 5)
    for _ in 0..<100_000 {
      let text = (0..<4).map { _ in characters[Int.random(in: characters.indices, using: &random)] }
      let (upper, lower) = (Array(text[..<2]), Array(text[2...]))
      #expect(Junctions.shared.bits(upper, lower) == listed.expected(upper, lower))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func figuresStayInTheirRange(seed: UInt64) {
    var random = SeededNumbers(state: seed)
    func text() -> Scalars {
      (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x4E00...0x5200, using: &random))
      }
    }
    for _ in 0..<2000 {
      #expect((-8.0...15).contains(Junctions.shared.bits(text(), text())))
    }
  }
}

/// Sources/CJunctions/junctions.txt, read as its head describes it.
private struct ListedJunctions {
  struct Context: Hashable { let before, behind: Scalars }

  private(set) var bits: [Context: Double] = [:]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = root.deletingLastPathComponent().appending(path: "Sources/CJunctions/junctions.txt")
    var head: [Substring] = []
    for row in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if row.hasPrefix("= ") {
        head = row.split(separator: " ")
      } else if !row.hasPrefix("#") {
        read(row, head)
      }
    }
  }

  private mutating func read(_ row: Substring, _ head: [Substring]) {
    guard let left = Int(head[1]), let right = Int(head[2]) else { return }
    let length = head[3] == "left" ? left : head[3] == "right" ? right : 0
    let scalars = Scalars(of: row)
    let (key, width) = (Array(scalars.prefix(length)), 1 + left + right - length)
    for at in stride(from: length, to: scalars.count, by: width) {
      let other = Array(scalars[(at + 1)..<(at + width)])
      let isBehind = head[3] == "left" || left == 0
      bits[isBehind ? Context(before: key, behind: other) : Context(before: other, behind: key)] =
        Double(scalars[at].value) - 65 - 8
    }
  }

  func expected(_ upper: Scalars, _ lower: Scalars) -> Double {
    let found =
      bits[Context(before: upper, behind: lower)] ?? bits[Context(before: upper, behind: [lower[0]])]
      ?? bits[Context(before: [upper[1]], behind: lower)]
      ?? bits[Context(before: [upper[1]], behind: [lower[0]])]
    if let found { return found }
    guard let ending = bits[Context(before: [upper[1]], behind: [])],
      let beginning = bits[Context(before: [], behind: [lower[0]])]
    else { return 0 }
    return max(-3, ending + beginning)
  }
}
