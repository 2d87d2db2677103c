import Glibc

/// What libFuzzer calls; built by scripts/libfuzzer together with all of Sources/Corpus as one module, not by SwiftPM.
/// The first byte of an input says what the rest is given to. A promise that is broken ends the program with a word.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard size > 1, let data else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: size - 1))
  switch Int(data[0]) % 16 {
  case let number where number < Fuzzing.names.count: Fuzzing.readFile(bytes, as: Fuzzing.names[number])
  case 10, 11: Fuzzing.readFilter(String(decoding: bytes, as: UTF8.self))
  case 12, 13: Fuzzing.readPinyin(bytes)
  default: Fuzzing.decode(bytes)
  }
  return 0
}

private enum Fuzzing {
  static let names = [
    "a.txt", "a.md", "a.json", "a.jsonl", "a.csv", "b.tsv", "-", "人民日报/2019/02/01/07.txt", "a.txt.gz",
    "z.zip",
  ]
  private static let reader = FileReader(options: ReadingOptions())
  private static let article = Article(
    id: "a", file: "f", kind: .news, lines: [1...1],
    paragraphs: [Paragraph(text: "濮阳的春灌，二〇二五年。Puyang 2025")])

  private static func expect(_ isSo: Bool, _ promise: String) {
    guard !isSo else { return }
    print("BROKEN: \(promise)")
    abort()
  }

  /// Something comes of a file, or a word about it; lines are lines of it; no line of a page is lost or doubled.
  static func readFile(_ bytes: [UInt8], as name: String) {
    let files = reader.read(bytes, name, isNamed: true)
    expect(!files.isEmpty, "a file gives a file")
    for file in files {
      let lines = file.page?.lines ?? []
      let numbers = file.articles.flatMap { $0.lines + $0.headlineLines + $0.paragraphs.flatMap(\.lines) }
      expect(
        numbers.allSatisfy { $0.lowerBound >= 1 && $0.upperBound <= lines.count }, "lines are in the file")
      expect(Set(file.articles.map(\.id)).count == file.articles.count, "identities differ")
      expect(!file.articles.isEmpty || !file.problems.isEmpty, "no file is passed over without a word")
      let isPage = !file.articles.isEmpty && file.articles.allSatisfy { $0.record == nil }
      if isPage { expectEachLineOnce(of: lines, in: file.articles) }
    }
  }

  private static func expectEachLineOnce(of lines: [String], in articles: [Article]) {
    let printed = lines.indices.filter { lines[$0].unicodeScalars.contains { !$0.isBlank } }.map { $0 + 1 }
    let claimed = articles.flatMap { $0.lines.flatMap { Array($0) } }.filter(Set(printed).contains)
    expect(claimed.sorted() == printed, "each line is in one article")
  }

  /// A filter is understood, or its fault has a place and a sentence; a field can be set in any that is understood.
  static func readFilter(_ text: String) {
    do throws(FilterError) {
      let filter = try Filter(parsing: text)
      _ = filter.matches(article)
      _ = filter.hits(in: "濮阳的春灌，Puyang", field: .title)
      let set = FilterText.setting(.city, to: ["濮阳"], in: text)
      expect((try? Filter(parsing: set)) != nil, "\(text.debugDescription) with a city is a filter: \(set)")
      let removed = FilterText.removing(.city, from: text)
      expect((try? Filter(parsing: removed)) != nil, "\(text.debugDescription) without a city is: \(removed)")
    } catch {
      expect(error.range.upperBound <= text.unicodeScalars.count + 1, "a fault is in the text")
      expect(Language.allCases.allSatisfy { !error.message(in: $0).isEmpty }, "a fault has a sentence")
    }
  }

  /// The first line is what is typed, the rest is looked through.
  static func readPinyin(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 10, maxSplits: 1)
    guard parts.count == 2, let query = PinyinQuery(String(decoding: parts[0], as: UTF8.self)) else { return }
    let text = Array(String(decoding: parts[1], as: UTF8.self).unicodeScalars)
    guard let match = query.firstMatch(in: text) else { return }
    expect(!match.isEmpty && match.upperBound <= text.count, "a match is in the text")
  }

  static func decode(_ bytes: [UInt8]) {
    for encoding in TextEncoding.allCases {
      guard case .success(let decoded) = Decoding.text(of: bytes, forced: encoding) else { continue }
      expect(!decoded.text.utf8.contains(0), "text has no NUL")
    }
  }
}
