import Foundation
import Testing

/// The program in pipes.
extension EndToEnd {
  @Suite(.serialized) struct HeadlessTests {
    /// A line of `list --format jsonl`.
    private struct Line: Decodable {
      var id: String
      var file: String
      var kind: String
      var headline: String?
      var byline: [String]
      var city: String?
      var date: String?
      var dateBasis: String?
      var lines: [[Int]]
      var text: String
    }

    private func lines(_ result: Program.Result) throws -> [Line] {
      try result.output.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
    }

    @Test func everyRawLineIsInExactlyOneArticle() throws {
      let folder = try SamplePages.folder()
      let found = try lines(
        try Program.run(["list", "--format", "jsonl"], in: folder.url, adding: ["KANBAO_CORPUS": "."]))
      for (name, text) in [
        ("./a.txt", SamplePages.puyang), ("./b.txt", SamplePages.changzhi), ("./c.txt", SamplePages.zhoukou),
      ] {
        let raw = text.split(separator: "\n", omittingEmptySubsequences: false)
        let printed = raw.indices.filter { raw[$0].contains { !$0.isWhitespace } }.map { $0 + 1 }
        let claimed = found.filter { $0.file == name }.flatMap(\.lines).flatMap { Array($0[0]...$0[1]) }
        #expect(claimed.filter(Set(printed).contains).sorted() == printed)
      }
    }

    @Test func theKeysAreThoseOfTheFormat() throws {
      let folder = try SamplePages.folder()
      let line = try #require(
        try Program.run(["list", "--format", "jsonl", "a.txt"], in: folder.url).lines.first)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let keys = [
        "id", "file", "page", "record", "kind", "headline", "kicker", "subheadline", "byline", "source",
        "city",
        "province", "paper", "paperCity", "date", "dateBasis", "evidence", "continuedFrom", "continuedTo",
        "lines", "text",
        "uncertain", "seams",
      ]
      #expect(Set(object.keys) == Set(keys))
    }

    @Test func identitiesDoNotDependOnWhereTheFileLies() throws {
      let (one, other) = (try SamplePages.folder(), try SamplePages.folder())
      let first = try lines(try Program.run(["list", "--format", "jsonl", "."], in: one.url))
      let second = try lines(try Program.run(["list", "--format", "jsonl", other.url.path]))
      #expect(first.map(\.id) == second.map(\.id))
      #expect(Set(first.map(\.id)).count == first.count)
    }

    @Test func filtersByCityDateAndWord() throws {
      let folder = try SamplePages.folder()
      for (filter, headline) in [("市:长治", "老旧小区换上新电梯"), ("日:2024-11", "老旧小区换上新电梯"), ("瓜果", "郸城县修好农家路")] {
        let found = try lines(
          try Program.run(["list", ".", "--format", "jsonl", "--filter", "\(filter) -类:版面"], in: folder.url))
        #expect(found.map(\.headline) == [headline], "\(filter)")
      }
    }

    @Test func anOptionOfAllCommandsMayStandFirst() throws {
      let folder = try SamplePages.folder()
      let usual = try Program.run(["list", "--lang", "zh", "."], in: folder.url)
      #expect(try Program.run(["--lang", "zh", "list", "."], in: folder.url) == usual)
      #expect(try Program.run(["--lang=zh", "list", "."], in: folder.url) == usual)
    }

    @Test func aFilterMayBeginWithNot() throws {
      let folder = try SamplePages.folder()
      let others = try Program.run(["list", ".", "--filter", "-市:长治"], in: folder.url)
      #expect(others == (try Program.run(["list", ".", "--filter=-市:长治"], in: folder.url)))
      #expect(others.status == 0 && others.lines.count == 3)
    }

    @Test func tablesLineUp() throws {
      let folder = try SamplePages.folder()
      let result = try Program.run(["list", "."], in: folder.url)
      #expect(result.lines.count == 4)
      #expect(result.status == 0)
      let columns = result.lines.map { line in
        line.range(of: "news").map {
          line[..<$0.lowerBound].unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
        }
      }
      #expect(Set(columns).count == 1)
    }

    @Test func csvHasOneRecordAnArticle() throws {
      let folder = try SamplePages.folder()
      let result = try Program.run(["list", ".", "--format", "csv", "--filter", "春灌"], in: folder.url)
      #expect(result.output.hasPrefix("id,file,page,"))
      #expect(result.output.hasSuffix("\r\n"))
      #expect(result.output.components(separatedBy: "\r\n").count == 3)
    }

    @Test func showSetsAndShowsRawLines() throws {
      let folder = try SamplePages.folder()
      let list = try Program.run(["list", ".", "--filter", "图书角"], in: folder.url)
      let id = try #require(list.lines.first?.split(separator: " ").first.map(String.init))
      let set = try Program.run(["show", id, ".", "--width", "30"], in: folder.url)
      #expect(set.lines.contains { $0.contains("龙湖边的图书角") })
      #expect(set.lines.allSatisfy { $0.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } <= 30 })
      let raw = try Program.run(["show", id, ".", "--raw"], in: folder.url)
      #expect(raw.lines.contains("本报讯 （ 记者 邹小满 ）龙湖岸边新添"))
    }

    @Test func facetsCount() throws {
      let folder = try SamplePages.folder()
      let result = try Program.run(["facets", "--by", "year", "--format", "csv", "."], in: folder.url)
      #expect(result.output == "year,group,count\r\n2025,,2\r\n2024,,1\r\n无年,,1\r\n")
      let cities = try Program.run(["facets", "--by", "city", "."], in: folder.url)
      #expect(cities.lines.first == "2  濮阳  河南")
    }

    @Test func doctorNamesWhatItFound() throws {
      let folder = try SamplePages.folder()
      let result = try Program.run(
        ["doctor"], adding: ["KANBAO_CORPUS": folder.url.path, "LC_ALL": "C.UTF-8"])
      #expect(result.status == 0)
      for words in ["TERM=xterm-256color", "256 colours", "UTF-8", "ncurses 6", "ICU ", folder.url.path] {
        #expect(result.output.contains(words), "\(words)")
      }
    }

    /// `--ambiguous` is stronger than the variable, and the variable than the terminal.
    @Test func theEnvironmentNamesTheWidth() throws {
      let folder = try ScratchFolder()
      let text = String(repeating: "“春灌”……", count: 12)
      try folder.write("引号的宽窄\n\n本报讯（记者 林晓舟）\(text)\n", to: "a.txt")
      let listed = try Program.run(["list", ".", "--format", "jsonl"], in: folder.url).output
      let id = try #require(listed.firstMatch(of: /"id":"([^"]+)"/)?.1)
      func lines(_ width: String, _ arguments: [String]) throws -> [String] {
        try Program.run(
          ["show", String(id), ".", "--width", "40"] + arguments, in: folder.url,
          adding: ["KANBAO_AMBIGUOUS": width]
        ).lines
      }
      let (narrow, wide) = (try lines("narrow", []), try lines("wide", []))
      #expect(narrow.count < wide.count)
      #expect(try lines("wide", ["--ambiguous", "narrow"]) == narrow)
      #expect(try lines("auto", []) == narrow)
      let doctor = try Program.run(["doctor"], adding: ["KANBAO_AMBIGUOUS": "wide"])
      #expect(doctor.output.contains("2 columns (KANBAO_AMBIGUOUS)"))
    }

    @Test func doctorSpeaksChinese() throws {
      try #expect(
        Program.run(["doctor"], adding: ["LC_ALL": "", "LANG": "zh_CN.UTF-8"]).output.contains("版面来源"))
      try #expect(Program.run(["doctor", "--lang", "zh"]).output.contains("版面来源"))
    }

    @Test(arguments: [
      (["list", "a.txt"], 0), (["list", "a.txt", "--filter", "没有这些字"], 1), (["list", "none.txt"], 2),
      (["list", "a.txt", "none.txt"], 2), (["list", "a.txt", "--filter", "市:"], 2),
      (["list", "--format", "xml"], 2),
      (["list", "--bogus"], 2), (["show", "zzz", "a.txt"], 1), (["show"], 2),
      (["show", "x", "a.txt", "--width", "3"], 2),
      (["facets", "a.txt"], 2), (["facets", "--by", "shoe", "a.txt"], 2),
      (["facets", "--by", "kind", "a.txt"], 0),
      (["--version"], 0), (["--help"], 0), (["list", "--help"], 0), (["doctor"], 0), (["list", "d"], 0),
    ])
    func exitCodes(_ arguments: [String], _ status: Int) throws {
      let folder = try SamplePages.folder()
      try folder.write("", to: "d/empty.txt")
      try folder.write(SamplePages.changzhi, to: "d/page.txt")
      let result = try Program.run(arguments, in: folder.url)
      #expect(Int(result.status) == status)
    }

    /// The overview names all commands; the language stands before or after what is asked.
    @Test(arguments: [
      (["--help", "--lang", "en"], "kanbao facets --by"), (["--lang=en", "-h"], "kanbao facets --by"),
      (["--lang", "zh", "--help"], "不写命令时打开浏览器"), (["help", "--lang", "zh"], "不写命令时打开浏览器"),
      (["help", "list", "--lang", "en"], "USAGE: kanbao list"),
      (["list", "--help", "--lang", "en"], "USAGE: kanbao list"),
    ])
    func helpSpeaksTheLanguageThatIsNamed(_ arguments: [String], _ words: String) throws {
      let result = try Program.run(arguments)
      #expect(result.status == 0)
      #expect(result.output.contains(words))
    }

    @Test func noCorpusAnywhereIsSaid() throws {
      let result = try Program.run(["list"])
      #expect(result.status == 2)
      #expect(result.errors.contains("KANBAO_CORPUS"))
    }

    @Test func aProblemIsOneLineAndTheRestGoesOn() throws {
      let folder = try SamplePages.folder()
      let result = try Program.run(["list", "none.txt", "b.txt"], in: folder.url)
      #expect(result.errors == "none.txt: no such file or folder\n")
      #expect(result.output.contains("老旧小区换上新电梯"))
    }

    @Test func aWrongFilterIsMarkedWhereItIsWrong() throws {
      let folder = try SamplePages.folder()
      let result = try Program.run(["list", ".", "--filter", "电梯 (道路"], in: folder.url)
      #expect(result.errors.contains("\n  电梯 (道路\n       ^"))
      #expect(result.output.isEmpty)
    }

    @Test func pathsNamedLikeCommandsAndFoldersBeforeOptions() throws {
      let folder = try ScratchFolder()
      try folder.write(SamplePages.changzhi, to: "list/page.txt")
      try #expect(Program.run(["./list"], in: folder.url).output.contains("老旧小区换上新电梯"))
      try #expect(Program.run(["list", "./list"], in: folder.url).output.contains("老旧小区换上新电梯"))
      try #expect(Program.run(["list/page.txt", "--filter", "电梯"], in: folder.url).status == 0)
    }

    @Test func withoutATerminalTheBrowserIsTheList() throws {
      let folder = try SamplePages.folder()
      let (browser, list) = (
        try Program.run(["."], in: folder.url), try Program.run(["list", "."], in: folder.url)
      )
      #expect(browser.output == list.output)
      #expect(browser.errors.contains("terminal"))
      #expect(browser.status == 0)
    }

    @Test func aClosedPipeIsQuiet() throws {
      let folder = try SamplePages.folder()
      for number in 0..<300 { try folder.write(SamplePages.puyang, to: "many/\(number).txt") }
      let result = try Program.shell(
        "set -o pipefail; $KANBAO list many --format jsonl | head -n 1 > /dev/null; echo \"${PIPESTATUS[0]}\"",
        in: folder.url)
      #expect(result.output == "0\n")
      #expect(result.errors.isEmpty)
    }

    @Test func aFullDiskIsSaid() throws {
      let folder = try SamplePages.folder()
      let result = try Program.shell("$KANBAO list . > /dev/full", in: folder.url)
      #expect(result.status == 2)
      #expect(result.errors.contains("cannot write"))
    }
  }
}
