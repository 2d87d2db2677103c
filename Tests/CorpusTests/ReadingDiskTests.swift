import Glibc
import Testing

@testable import Corpus

/// A folder for one test, removed with all that is in it.
final class ReadingFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/kanbao-reading-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { Self.remove(path) }

  /// Writes a file, folders above it made.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let parts = name.split(separator: "/").dropLast()
    for count in parts.indices { mkdir(path + "/" + parts[...count].joined(separator: "/"), 0o755) }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  private static func remove(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    if info.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o755)
      for name in (try? FileSystem.names(in: path)) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

struct ReadingDiskTests {
  private static let story = "城北新桥通车\n山城市今年新建口袋公园二十处，总面积超过八万平方米。园林部门表示，市民出门三百米就能见到绿地，明年再建。\n"

  private func read(_ paths: [String], options: ReadingOptions = ReadingOptions()) -> [ReadFile] {
    var files: [ReadFile] = []
    CorpusReader(paths: paths, options: options).read {
      files.append($0); return true
    }
    return files
  }

  @Test func theOrderIsStable() throws {
    let folder = try ReadingFolder()
    for number in (0..<300).reversed() {
      try folder.write("\(number % 7)/\(number).txt", "\(number)号\(Self.story)")
    }
    let files = read([folder.path]).map(\.file)
    #expect(files.count == 300)
    #expect(files == files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(read([folder.path]).map(\.file) == files)
    var one = FolderWalk([folder.path])
    var walked: [String] = []
    while case .file(let path, _, _) = one.next() { walked.append(path) }
    #expect(walked == files)
  }

  @Test(arguments: [0, 1, 10, 299]) func readingStopsWhenTold(after limit: Int) throws {
    let folder = try ReadingFolder()
    for number in 0..<300 { try folder.write("\(number).txt", Self.story) }
    var count = 0
    CorpusReader(paths: [folder.path]).read { _ in
      count += 1
      return count <= limit
    }
    #expect(count == limit + 1)
  }

  @Test func badInputIsAProblemEachAndTheRestIsRead() throws {
    let folder = try ReadingFolder()
    try folder.write("a.txt", Self.story)
    try folder.write("b-empty.txt", "")
    try folder.write("c-blank.txt", " \r\n\u{3000}\n")
    try folder.write("d-binary.txt", (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) })
    mkfifo(folder.path + "/e-fifo.txt", 0o644)
    symlink("/dev/zero", folder.path + "/f-device.txt")
    symlink("nowhere", folder.path + "/g-vanished.txt")
    symlink(".", folder.path + "/h-loop")
    symlink("i-self.txt", folder.path + "/i-self.txt")
    let sparse = try folder.write("j-sparse.txt", "x")
    truncate(sparse, 2 << 30)
    let line = try folder.write("k-line.txt", "x")
    truncate(line, 200 << 20)
    try folder.write("l-line.txt", String(repeating: "长", count: 1 << 20))
    try folder.write("m.txt.gz", [0x1F, 0x8B, 0x08, 0, 1, 2, 3])
    try folder.write("n.zip", [0x50, 0x4B, 3, 4, 1, 2, 3])
    symlink("a.txt", folder.path + "/o-twice.txt")
    try folder.write("p.txt", Self.story)
    let files = read([folder.path])
    func reason(_ name: String) -> Problem.Reason? {
      files.first { $0.file.hasSuffix("/" + name) }?.problems.first?.reason
    }
    #expect(reason("b-empty.txt") == .empty)
    #expect(reason("c-blank.txt") == .empty)
    if case .notText = reason("d-binary.txt") {} else { Issue.record("binary") }
    #expect(reason("e-fifo.txt") == .notAFile)
    #expect(reason("f-device.txt") == .notAFile)
    #expect(reason("g-vanished.txt") == .notFound)
    if case .unreadable = reason("i-self.txt") {} else { Issue.record("a link to itself") }
    #expect(reason("j-sparse.txt") == .tooLarge(limit: CorpusReader.sizeLimit))
    #expect(reason("k-line.txt") == .tooLarge(limit: CorpusReader.sizeLimit))
    #expect(reason("l-line.txt") == .lineTooLong(line: 1, limit: TextReader.lineLimit))
    #expect(reason("m.txt.gz") == .damaged(.cutShort))
    #expect(reason("n.zip") == .damaged(.broken))
    #expect(
      files.filter { $0.problems.isEmpty }.map(\.file) == [folder.path + "/a.txt", folder.path + "/p.txt"])
    for problem in files.flatMap(\.problems) {
      for language in Language.allCases {
        #expect(problem.message(in: language).count > problem.file.count + 4)
      }
    }
  }

  @Test func unreadableAndNamedThings() throws {
    let folder = try ReadingFolder()
    #expect(read([folder.path + "/no"]).first?.problems.first?.reason == .notFound)
    #expect(read(["/dev/null"]).first?.problems.first?.reason == .notAFile)
    let file = try folder.write("a.txt", Self.story)
    chmod(file, 0)
    if geteuid() != 0 {
      if case .unreadable = read([file]).first?.problems.first?.reason {
      } else {
        Issue.record("read what it must not")
      }
    }
    #expect(read([folder.path, folder.path]).count == 1)
    let odd = try folder.write("b.dat", Self.story)
    #expect(read([odd]).first?.articles.count == 1)
    #expect(read([folder.path]).count == 1)
  }

  @Test func changedFilesAreNoticed() throws {
    let folder = try ReadingFolder()
    for name in ["a.txt", "b.txt", "c.txt"] { try folder.write(name, Self.story) }
    let reader = CorpusReader(paths: [folder.path])
    var stamps: [String: FileStamp] = [:]
    reader.read {
      stamps[$0.origin] = $0.stamp; return true
    }
    #expect(stamps.count == 3)
    #expect(reader.changes(since: stamps).isEmpty)
    try folder.write("b.txt", Self.story + Self.story)
    try folder.write("d.txt", Self.story)
    unlink(folder.path + "/c.txt")
    try folder.write("new.txt", Self.story)
    rename(folder.path + "/new.txt", folder.path + "/a.txt")
    let changes = reader.changes(since: stamps)
    #expect(changes.changed == [folder.path + "/a.txt", folder.path + "/b.txt"])
    #expect(changes.new == [folder.path + "/d.txt"])
    #expect(changes.vanished == [folder.path + "/c.txt"])
  }

  @Test func compressedFilesAreExpanded() throws {
    let folder = try ReadingFolder()
    let gzip = ReadingCompressed.gzip
    try folder.write("报/2025-03-18/01.txt.gz", gzip)
    try folder.write("two.txt.gz", gzip + gzip)
    try folder.write("cut.txt.gz", Array(gzip.dropLast(12)))
    try folder.write("z.zip", ReadingCompressed.zip)
    try folder.write("z.txt.zst", ReadingCompressed.zstd)
    let files = read([folder.path])
    func file(_ name: String) throws -> ReadFile {
      try #require(files.first { $0.file == folder.path + "/" + name })
    }
    let single = try file("报/2025-03-18/01.txt.gz")
    #expect(single.articles.map(\.headline) == ["城北新桥通车"])
    #expect(single.articles.first?.date == PartialDate("2025-03-18") && single.articles.first?.page == "01")
    #expect(try file("two.txt.gz").page?.lines.count == 2 * (single.page?.lines.count ?? 0))
    let cut = try file("cut.txt.gz")
    #expect(cut.problems.map(\.reason).contains(.damaged(.cutShort)) && cut.page != nil)
    let member = try file("z.zip/报/2025-03-18/02.txt")
    #expect(member.origin == folder.path + "/z.zip" && member.stamp != nil)
    #expect(member.articles.map(\.headline) == ["城北新桥通车"])
    #expect(!files.contains { $0.file.contains("picture") || $0.file.contains("hidden") })
    let zstd = try file("z.txt.zst")
    #expect(zstd.articles.count == 1 || zstd.problems.map(\.reason) == [.damaged(.noLibrary)])
  }

  @Test func bombsAreStopped() {
    let zeros = Expansion.of(ReadingCompressed.gzip, limit: 20)
    #expect(zeros.problem == .tooLarge(limit: 20) && zeros.bytes.isEmpty)
    #expect(Expansion.of(ReadingCompressed.gzip, limit: 1 << 20).problem == nil)
  }

  @Test func damagedArchivesNeverCrash() throws {
    var random = SeededNumbers(state: 11)
    let reader = FileReader(options: ReadingOptions())
    for bytes in [ReadingCompressed.zip, ReadingCompressed.gzip, ReadingCompressed.zstd] {
      for round in 0..<300 {
        var broken = bytes
        for _ in 0...(round % 4) {
          broken[Int.random(in: 2..<broken.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if round % 3 == 0 { broken = Array(broken.prefix(Int.random(in: 0..<broken.count, using: &random))) }
        #expect(!reader.read(broken, "a.zip", isNamed: true).isEmpty)
      }
    }
  }

  @Test func theNamedEncodingIsObeyed() throws {
    let folder = try ReadingFolder()
    let file = try folder.write("a.txt", try #require(Transcoder.encode("港灣大橋封閉檢修\n", as: .big5)))
    let right = read([file], options: ReadingOptions(encoding: .big5))
    #expect(right.first?.page?.lines == ["港灣大橋封閉檢修"] && right.first?.encoding == .big5)
    #expect(read([file], options: ReadingOptions(encoding: .gb18030)).first?.page?.lines != ["港灣大橋封閉檢修"])
  }
}
