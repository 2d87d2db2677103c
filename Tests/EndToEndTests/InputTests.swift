import Foundation
import Testing

/// What people have, through the real program: encodings, records with names of their own, standard input, compressed
/// files.
extension EndToEnd {
  @Suite(.serialized) struct InputTests {
    private static let story = """
      城北新桥通车

      本报讯（记者 林晓舟）城北新桥昨天上午通车，两岸居民过河不再绕行十里。桥长三百米，双向四车道，
      两侧各有一条人行道。桥头的菜市场也在同一天开门，摊位比从前多了一半。

      """
    private static let traditional = """
      港灣大橋封閉檢修

      本報訊（記者 林曉舟）港灣大橋下週起封閉檢修兩個月，來往車輛請改走舊橋。檢修期間，渡輪每十分鐘開一班。

      """

    private func headlines(_ result: Program.Result) throws -> [String?] {
      try result.output.split(separator: "\n").map { line in
        try JSONDecoder().decode([String: Headline].self, from: Data("{\"a\":\(line)}".utf8))["a"]?.headline
      }
    }

    private struct Headline: Decodable { var headline: String? }

    private func convert(_ text: String, _ name: String, in folder: ScratchFolder) throws -> String {
      try folder.write(text, to: "utf8")
      let result = try Program.shell("iconv -f UTF-8 -t \(name) utf8 > page.txt; rm utf8", in: folder.url)
      try #require(result.status == 0, "\(result.errors)")
      return "page.txt"
    }

    // MARK: Encodings

    @Test(arguments: ["UTF-8", "GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE"])
    func encodingsAreToldByTheBytes(_ name: String) throws {
      let folder = try ScratchFolder()
      for text in [
        Self.story, Self.story.replacing("\n", with: "\r\n"), Self.story.replacing("\n", with: "\r"),
      ] {
        let page = try convert(text, name, in: folder)
        let result = try Program.run(["list", page, "--format", "jsonl"], in: folder.url)
        #expect(try headlines(result) == ["城北新桥通车"])
        #expect(result.errors.isEmpty)
      }
    }

    @Test(arguments: ["BIG5", "BIG5-HKSCS", "CP950", "UTF-8"])
    func traditionalEncodingsToo(_ name: String) throws {
      let folder = try ScratchFolder()
      let page = try convert(Self.traditional, name, in: folder)
      #expect(
        try headlines(try Program.run(["list", page, "--format", "jsonl"], in: folder.url)) == ["港灣大橋封閉檢修"])
    }

    @Test func anEncodingThatIsNamedIsTaken() throws {
      let folder = try ScratchFolder()
      let page = try convert("港灣大橋\n", "BIG5", in: folder)
      let read = { try Program.run(["list", page, "--format", "jsonl", "--encoding", $0], in: folder.url) }
      #expect(try read("big5").output.contains("港灣大橋"))
      #expect(try !read("gb18030").output.contains("港灣大橋"))
      let none = try read("klingon")
      #expect(none.status == 2)
      #expect(none.errors.contains("--encoding"))
      let shown = try PseudoTerminal(["--encoding", "big5", page], in: folder.url)
      try shown.wait(for: "港灣大橋")
      shown.type("q")
      #expect(shown.end() == 0)
    }

    @Test func malformedBytesAreCountedWithTheirPlace() throws {
      let folder = try ScratchFolder()
      try Data(Array(Self.story.utf8) + [0xFF, 0xFE] + Array("再见\n".utf8)).write(to: folder.url("page.txt"))
      let result = try Program.run(["list", "page.txt"], in: folder.url)
      #expect(result.status == 0)
      #expect(
        result.errors
          == "page.txt: 2 sequences not valid UTF-8, the first at byte \(Self.story.utf8.count); shown as U+FFFD\n"
      )
    }

    // MARK: Records

    @Test(arguments: [
      ("jsonl", "{\"biaoti\":\"城北新桥通车\",\"zhengwen\":\"两岸居民过河不再绕行。\",\"rq\":\"2025-03-17\"}\n"),
      ("json", "[{\"biaoti\":\"城北新桥通车\",\"zhengwen\":\"两岸居民过河不再绕行。\",\"rq\":\"2025-03-17\"}]"),
      ("csv", "biaoti,zhengwen,rq\n城北新桥通车,两岸居民过河不再绕行。,2025-03-17\n"),
      ("tsv", "biaoti\tzhengwen\trq\n城北新桥通车\t两岸居民过河不再绕行。\t2025-03-17\n"),
    ])
    func fieldsCanBeNamed(_ ending: String, _ text: String) throws {
      let folder = try ScratchFolder()
      try folder.write(text, to: "news.\(ending)")
      let without = try Program.run(["list", "news.\(ending)"], in: folder.url)
      #expect(without.status == 2)
      #expect(without.errors.contains("--map"))
      let names = ["--map", "title=biaoti", "--map", "body=zhengwen", "--map", "date=rq"]
      let result = try Program.run(["list", "news.\(ending)", "--format", "jsonl"] + names, in: folder.url)
      #expect(try headlines(result) == ["城北新桥通车"])
      #expect(result.output.contains("两岸居民过河不再绕行。") && result.output.contains("\"date\":\"2025-03-17\""))
      let shown = try PseudoTerminal(["news.\(ending)"] + names, in: folder.url)
      try shown.wait(for: "过河不再绕行")
      shown.type("q")
      #expect(shown.end() == 0)
    }

    @Test(arguments: ["zhengwen", "=x", "body=", "shoe=zhengwen"])
    func wrongMappingsAreRefused(_ mapping: String) throws {
      let result = try Program.run(["list", "--map", mapping, "."])
      #expect(result.status == 2)
      #expect(result.errors.contains("--map \(mapping)"))
    }

    // MARK: Standard input

    @Test(arguments: ["cat page.txt |", "gzip -c page.txt |", "iconv -t GB18030 page.txt |"])
    func standardInputIsRead(_ source: String) throws {
      let folder = try ScratchFolder()
      try folder.write(Self.story, to: "page.txt")
      let result = try Program.shell("\(source) $KANBAO list - --format jsonl", in: folder.url)
      #expect(result.status == 0)
      #expect(try headlines(result) == ["城北新桥通车"])
      #expect(result.output.contains("\"file\":\"-\""))
      let session = try TmuxSession(in: folder.url)
      try session.enter("clear; \(source) $KANBAO -; echo \"status $?\"")
      try session.wait(forText: "1/1")
      // Keys come from the terminal all the same.
      try session.type("/菜市场")
      try session.wait(forText: "1/1")
      try session.press("Escape")
      try session.type("q")
      try session.wait(for: "the shell") { $0.contains("status 0") }
    }

    @Test func standardInputThatNeverEndsKeepsNobodyFromLeaving() throws {
      let folder = try ScratchFolder()
      try folder.write(Self.story, to: "page.txt")
      let session = try TmuxSession(in: folder.url)
      try session.enter("clear; $KANBAO page.txt - < <(cat page.txt; exec sleep 1000); echo \"status $?\"")
      try session.wait(for: "the list so far") { rows in
        rows.contains { $0.contains("reading: 1 file") } && rows.contains { $0.contains("城北新桥通车") }
      }
      try session.type("q")
      try session.wait(for: "the shell") { $0.contains("status 0") }
    }

    @Test func emptyStandardInputIsSaid() throws {
      let result = try Program.shell("$KANBAO list - < /dev/null")
      #expect(result.status == 2)
      #expect(result.errors == "-: the file is empty\n")
    }

    // MARK: Compressed files

    @Test func compressedFilesAreRead() throws {
      let folder = try ScratchFolder()
      try folder.write(Self.story, to: "page.txt")
      try Data(Self.zstd(Self.story)).write(to: folder.url("c.txt.zst"))
      let made = try Program.shell(
        "gzip -c page.txt > a.txt.gz && python3 -m zipfile -c b.zip page.txt && rm page.txt", in: folder.url)
      try #require(made.status == 0, "\(made.errors)")
      let result = try Program.run(["list", ".", "--format", "jsonl"], in: folder.url)
      let isWithout = result.errors.contains("no libzstd")
      #expect(try headlines(result) == Array(repeating: "城北新桥通车", count: isWithout ? 2 : 3))
      #expect(result.output.contains("./b.zip/page.txt"))
      #expect(result.errors.isEmpty || isWithout)
    }

    /// A file that is no library stands where the loader looks first.
    @Test func aMissingLibraryIsSaidAndTheRestIsRead() throws {
      let folder = try ScratchFolder()
      try folder.write(Self.story, to: "a.txt")
      try Data(Self.zstd(Self.story)).write(to: folder.url("b.txt.zst"))
      try folder.write("no library", to: "libraries/libzstd.so.1")
      let result = try Program.shell(
        "LD_LIBRARY_PATH=$PWD/libraries $KANBAO list a.txt b.txt.zst --format jsonl", in: folder.url)
      #expect(try headlines(result) == ["城北新桥通车"])
      #expect(result.errors == "b.txt.zst: compressed by zstd, and this system has no libzstd\n")
      #expect(result.status == 2)
      let alone = try Program.shell(
        "LD_LIBRARY_PATH=$PWD/libraries $KANBAO list b.txt.zst", in: folder.url)
      #expect(alone.status == 2)
    }

    /// An archive that was named counts as read where anything in it could be read.
    @Test(arguments: [("x.bin", 2), ("x.txt", 2), ("x.txt page.txt", 0)])
    func anArchiveOfUseIsRead(_ members: String, _ status: Int32) throws {
      let folder = try ScratchFolder()
      try folder.write(Self.story, to: "page.txt")
      let result = try Program.shell(
        "printf '\\0\\1\\2' | tee x.bin > x.txt; python3 -m zipfile -c b.zip \(members); $KANBAO list b.zip",
        in: folder.url)
      #expect(result.status == status, "\(result)")
    }

    /// Python writes zip64 where it thinks a file too large for the older format.
    @Test func archivesOfZip64AreRead() throws {
      let folder = try ScratchFolder()
      try folder.write(Self.story, to: "page.txt")
      try folder.write(
        """
        import zipfile
        zipfile.ZIP64_LIMIT = 0
        with zipfile.ZipFile("large.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write("page.txt", "濮阳日报/2025-03-17/02.txt")
            archive.write("page.txt", "濮阳日报/2025-03-18/01.txt", zipfile.ZIP_STORED)
        assert b"PK\\x06\\x06" in open("large.zip", "rb").read()
        """, to: "pack.py")
      let made = try Program.shell("python3 pack.py", in: folder.url)
      try #require(made.status == 0, "\(made.errors)")
      let result = try Program.run(["list", "large.zip", "--format", "jsonl"], in: folder.url)
      #expect(try headlines(result) == ["城北新桥通车", "城北新桥通车"])
      #expect(result.output.contains("\"date\":\"2025-03-18\""))
      #expect(result.errors.isEmpty)
    }

    @Test func anEncryptedArchiveIsSaid() throws {
      let folder = try SamplePages.folder()
      try folder.write(
        """
        import zipfile
        with zipfile.ZipFile("secret.zip", "w") as archive:
            archive.write("a.txt")
        data = bytearray(open("secret.zip", "rb").read())
        for mark, flags in ((b"PK\\x03\\x04", 6), (b"PK\\x01\\x02", 8)):
            data[data.index(mark) + flags] |= 1
        open("secret.zip", "wb").write(data)
        """, to: "pack.py")
      let made = try Program.shell("python3 pack.py", in: folder.url)
      try #require(made.status == 0, "\(made.errors)")
      let result = try Program.run(["list", "secret.zip", "b.txt"], in: folder.url)
      #expect(result.errors == "secret.zip/a.txt: the compressed file is encrypted\n")
      #expect(result.output.contains("老旧小区换上新电梯"))
      let alone = try Program.run(["list", "secret.zip"], in: folder.url)
      #expect(alone.output.isEmpty && alone.status != 0)
    }

    /// A frame of one raw block (RFC 8878, 3.1.1).
    private static func zstd(_ text: String) -> [UInt8] {
      let bytes = Array(text.utf8)
      let (size, header) = (bytes.count - 256, bytes.count << 3 | 1)
      let start: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x60, UInt8(size & 0xFF), UInt8(size >> 8)]
      return start + [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16)] + bytes
    }
  }
}
