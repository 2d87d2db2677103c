import Glibc
import Testing

@testable import Corpus

/// Random input to everything that reads bytes of others. `KANBAO_FUZZ` sets the number of cases of each test (2,500),
/// `KANBAO_FUZZ_SEED` the seed: a failure names the case by both.
struct ReadingFuzzTests {
  private static let cases = getenv("KANBAO_FUZZ").flatMap { Int(String(cString: $0)) } ?? 2500
  private static let seed = getenv("KANBAO_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1

  /// Pieces that the formats are made of.
  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", "\"", "\\", "\\u", "\\u4e2d", "\\ud83d\\ude00", "\\ud83d", ":", ",", "title",
      "\"title\":", "\"正文\":",
      "\"date\":", "null", "true", "-1e5", "NaN", "0x", "\n", "\r\n", "\r", "\t", ";", "|", "\"\"", "---\n",
      "+++\n", "title: 甲乙\n", "date: 2025-03-17\n",
      "- 丙\n", "...\n", "标题,正文,日期\n", "本报讯", "（记者 林晓舟）", "3月17日", "2025", "第3版", "濮阳", "<br/>", "&nbsp;",
      "&#x4e2d;", "\u{C}", "\0",
      "\u{FEFF}", "𠀀", "\u{FFFD}", " ", "\u{3000}", "。", "口袋公园建到家门口", "1742140800",
    ].map { Array($0.utf8) }
    + [
      [0xFF], [0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0xA5, 0xBB, 0xB3, 0xF8],
      [0xB1, 0xBE, 0xB1, 0xA8], [0x81, 0x30, 0x81, 0x30],
    ]

  private static let starts: [[UInt8]] = {
    let article = "口袋公园建到家门口,\"他说：\"\"好\"\"，\n再见。\",2025-03-17\n"
    let json =
      "{\"title\": \"口袋公园\", \"content\": \"正文。\\n第二段。\", \"date\": \"2025-03-17\", \"author\": [\"林晓舟\"]}\n"
    let matter = "---\ntitle: 灯会\nauthor:\n  - 林晓舟\n---\n正文一段。\n"
    let texts = [
      "", "标题,正文,日期\n" + article, json + json, "[" + json + "," + json + "]", matter,
      ReadingSamples.simplified,
    ]
    let encoded = [TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian].compactMap {
      Transcoder.encode(ReadingSamples.simplified, as: $0)
    }
    return texts.map { Array($0.utf8) } + encoded + [
      Transcoder.encode(ReadingSamples.traditional, as: .big5) ?? []
    ]
  }()

  private static func input(_ random: inout SeededNumbers) -> [UInt8] {
    var bytes = Array(starts.randomElement(using: &random)?.prefix(400) ?? [])
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where !bytes.isEmpty: bytes[min(at, bytes.count - 1)] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...20, using: &random)))
      case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      }
    }
    return bytes
  }

  /// Runs `body` on every case; `body` gives false where something is wrong.
  private func forEachCase(
    _ salt: UInt64, _ count: Int = cases, _ body: ([UInt8], inout SeededNumbers) -> Bool
  ) {
    for number in 0..<count {
      var random = SeededNumbers(state: (Self.seed &* 1_000_003 &+ UInt64(number)) ^ (salt << 56))
      let bytes = Self.input(&random)
      guard body(bytes, &random) else {
        Issue.record("case \(number) of seed \(Self.seed): \(bytes)")
        return
      }
    }
  }

  @Test func decodingKeepsItsPromises() {
    forEachCase(1) { bytes, random in
      let forced = Bool.random(using: &random) ? TextEncoding.allCases.randomElement(using: &random) : nil
      guard case .success(let decoded) = Decoding.text(of: bytes, forced: forced) else { return true }
      guard forced == nil || decoded.encoding == forced, !decoded.text.utf8.contains(0) else { return false }
      guard case .malformed(let count, let offset, let encoding) = decoded.problem else { return true }
      let marks = decoded.text.unicodeScalars.count { $0 == "\u{FFFD}" }
      return count > 0 && count <= marks && (0..<bytes.count).contains(offset) && encoding == decoded.encoding
    }
  }

  @Test func everyEncodingReadsBackWhatItWrote() {
    forEachCase(2) { bytes, random in
      let text = String(decoding: bytes, as: UTF8.self)
      guard
        let encoding = [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian].randomElement(
          using: &random),
        let written = Transcoder.encode(text, as: encoding)
      else { return false }
      let read = Transcoder.decode(written[...], as: encoding)
      // GB 18030 has no two-way code for a few characters; none of them is among the pieces.
      return read.text == text && read.faults == 0
    }
  }

  @Test func recordsStandOnLinesOfTheFile() {
    forEachCase(3) { bytes, _ in
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = max(1, Page(file: "", text: text).lines.count)
      for list in [JSONRecords.read(text, names: .standard), CSVRecords.read(text, names: .standard)] {
        var number = 0
        for record in list.records {
          guard record.isArticle, record.number > number, (1...lines).contains(record.lines.lowerBound),
            record.lines.upperBound <= lines
          else { return false }
          number = record.number
        }
        for problem in list.problems {
          guard case .faultyRecords(let count, let place, _) = problem, count > 0,
            (1...(lines + 1)).contains(place.line),
            place.column > 0
          else { return false }
        }
      }
      return true
    }
  }

  @Test func tablesReadBackWhatWasWritten() {
    forEachCase(4) { bytes, random in
      let separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
      let fields = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        String(
          decoding: (0..<3).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }, as: UTF8.self)
      }
      let written = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
      var scanner = CSVScanner(Array((written + "\r\nend").utf8), separator: separator.utf8.first ?? 0)
      return scanner.row()?.fields == fields && scanner.row()?.fields == ["end"] && scanner.row() == nil
    }
  }

  @Test func headsAndPagesLoseNoText() {
    forEachCase(5) { bytes, _ in
      let text = String(decoding: bytes, as: UTF8.self)
      let sheets = Sheets(text)
      let plain = text.unicodeScalars.filter { !"\n\r\u{C}".unicodeScalars.contains($0) && $0.value > 0x20 }
      let kept = sheets.lines.joined().unicodeScalars.filter { $0.value > 0x20 }
      guard plain.elementsEqual(kept), sheets.starts == sheets.starts.sorted() else { return false }
      _ = RecordValues.date(text)
      _ = Markup.removed(from: text)
      guard let matter = FrontMatter(sheets.lines, names: .standard) else { return true }
      return matter.length <= sheets.lines.count
        && matter.lines.values.allSatisfy { (2..<matter.length).contains($0) }
    }
  }

  @Test func wholeFilesNeverCrash() {
    let reader = FileReader(options: ReadingOptions())
    forEachCase(6, Self.cases / 10) { bytes, random in
      let name = Self.names.randomElement(using: &random) ?? "-"
      return isSound(reader.read(bytes, name, isNamed: true))
    }
  }

  /// What once was found stays found out.
  @Test(arguments: FoundCases.files) func foundCases(_ text: String) {
    let reader = FileReader(options: ReadingOptions())
    for name in Self.names { #expect(isSound(reader.read(Array(text.utf8), name, isNamed: true)), "\(name)") }
  }

  private static let names = [
    "a.txt", "a.md", "a.json", "a.jsonl", "a.csv", "a.txt.gz", "-", "人民日报/2019/02/01/07.txt",
  ]

  /// Something was read or there is a word about it; lines are lines of the file, and no line of a page is lost.
  private func isSound(_ files: [ReadFile]) -> Bool {
    for file in files {
      let lines = file.page?.lines ?? []
      let numbers = file.articles.flatMap { $0.lines + $0.headlineLines + $0.paragraphs.flatMap(\.lines) }
      guard numbers.allSatisfy({ $0.lowerBound >= 1 && $0.upperBound <= lines.count }) else { return false }
      guard Set(file.articles.map(\.id)).count == file.articles.count else { return false }
      if file.articles.isEmpty, file.problems.isEmpty { return false }
      let printed = lines.indices.filter { lines[$0].unicodeScalars.contains { !$0.isBlank } }.map { $0 + 1 }
      let claimed = Set(file.articles.flatMap(\.lines).joined())
      let isPage = file.articles.allSatisfy { $0.record == nil }
      if isPage, !file.articles.isEmpty, !claimed.isSuperset(of: printed) { return false }
    }
    return !files.isEmpty
  }
}
