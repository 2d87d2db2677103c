import CJunctions
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
    #expect(bits(upper, own) > bits(upper, other) + 4)
  }

  @Test(arguments: [
    ("", "桥"), ("桥", ""), ("桥。", "河"), ("桥", "，河"), ("3", "月"), ("a", "b"), ("龘", "龘"), ("桥", "𠀀"),
  ])
  func whatIsNotKnownTellsNothing(upper: String, lower: String) {
    #expect((-3.0...0).contains(bits(upper, lower)))
  }

  /// The table as its head describes it, read anew: every listed context of two characters is found as it is written.
  @Test func everyRowIsFound() throws {
    let table = UnsafeRawBufferPointer(start: kanbao_junctions(), count: kanbao_junctions_length())
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "= 1 1 left"))
    let rows = lines[(start + 1)...].prefix { !$0.hasPrefix("= ") }
    #expect(rows.count > 1000)
    for row in rows {
      let scalars = Scalars(of: row)
      for at in stride(from: 1, to: scalars.count, by: 2) {
        let expected = Double(scalars[at].value) - 65 - 8
        #expect(Junctions.shared.bits([scalars[0]], [scalars[at + 1]]) == expected)
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func bitsStayInTheirRange(seed: UInt64) {
    var random = SeededNumbers(state: seed)
    func text() -> Scalars {
      (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x4E00...0x5200, using: &random))
      }
    }
    for _ in 0..<2000 { #expect((-8.0...15).contains(Junctions.shared.bits(text(), text()))) }
  }
}
