import Foundation
import Testing

/// A story on two pages of one paper: followed in the browser, joined by `show`.
extension EndToEnd {
  @Suite(.serialized) struct JumpJourneyTests {
    private func folder() throws -> ScratchFolder {
      let folder = try ScratchFolder()
      try folder.write(
        """
        2025 年 3 月 17 日   星期一
        濮阳日报
        01 要闻

        春灌开闸 万亩麦田喝上第一口水

        本报讯 （ 记者 林晓舟 ）三月的一个清早 ，渠村引
        黄闸缓缓提起 ，河水沿着整修一新的干渠流向麦田 。
        种粮户老耿扛着铁锹守在地头 ，他说今年的水来得
        比哪一年都早 。

        他种了一百二十亩小麦 ，浇一遍要三天 。水利部门
        派出的工作组逐村查看渠道和机井 ，（ 下转第二版 ）
        """, to: "a.txt")
      try folder.write(
        """
        2025 年 3 月 17 日   星期一
        濮阳日报
        02 综合

        春灌开闸 万亩麦田喝上第一口水

        （ 上接第一版 ）确保每一块麦田都浇上返青水 。工作
        组的人说 ，干渠衬砌以后 ，浇一遍能省下三成的水 ，
        省下的水又能多浇一个村子的麦田 。

        老耿算过一笔账 ，省水就是省钱 。

        图书角开到了村口

        本报讯 （ 记者 邹小满 ）村口新添了一个图书角 ，散
        步的村民可以坐下读一本书再走 。书由各家捐出 ，读
        完放回原处 。
        """, to: "b.txt")
      return folder
    }

    private func shows(_ rows: [String], _ text: String) -> Bool { rows.contains { $0.contains(text) } }

    @Test func followToTheOtherPageAndBack() throws {
      let folder = try folder()
      let session = try TmuxSession(columns: 120, rows: 30, in: folder.url)
      try session.enter("clear; $KANBAO .")
      try session.wait(for: "the way to page 2") { shows($0, "f to page 02") && shows($0, "1/3") }
      try session.type("f")
      try session.wait(for: "the other half") { shows($0, "2/3") && shows($0, "浇上返青水") }
      try session.press("Enter")
      try session.wait(for: "the other half alone") { shows($0, "浇上返青水") && !shows($0, "图书角") }
      try session.type("F")
      try session.wait(for: "the first half alone") {
        shows($0, "1/3") && shows($0, "清早") && !shows($0, "图书角")
      }
      try session.type("]]f")
      try session.wait(forText: "this article goes on nowhere else")
    }

    @Test func jumpsAreAStateOfTheFilter() throws {
      let folder = try folder()
      let listed = try Program.run(["list", "--filter", "is:jump", "."], in: folder.url)
      #expect(listed.lines.count == 2)
      #expect(listed.lines.allSatisfy { $0.contains("春灌开闸") })
    }

    private func id(of words: String, _ folder: ScratchFolder) throws -> String {
      let listed = try Program.run(["list", "--format", "jsonl", "--filter", words, "."], in: folder.url)
      return try String(#require(listed.output.firstMatch(of: /"id":"([^"]+)"/)).1)
    }

    @Test(arguments: ["文:铁锹", "文:返青"])
    func showJoinsBothHalves(_ half: String) throws {
      let folder = try folder()
      let result = try Program.run(
        ["show", try id(of: half, folder), ".", "--join", "--width", "60"], in: folder.url)
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
      let marks = ["清早", "（下转第二版）", "~ continued: page 02", "（上接第一版）", "省水就是省钱"]
      let places = marks.map { mark in result.lines.firstIndex { $0.contains(mark) } }
      #expect(!places.contains(nil))
      #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
      #expect(!result.output.contains("图书角"))
      let raw = try Program.run(["show", try id(of: half, folder), ".", "--join", "--raw"], in: folder.url)
      #expect(raw.lines.contains { $0.hasPrefix("种粮户老耿扛着铁锹") })
      #expect(raw.lines.contains { $0.hasPrefix("老耿算过一笔账") })
    }

    @Test func aHalfThatIsMissingIsSaid() throws {
      let folder = try folder()
      let result = try Program.run(
        ["show", try id(of: "文:铁锹", folder), "a.txt", "--join"], in: folder.url)
      #expect(result.status == 0)
      #expect(result.output.contains("铁锹"))
      #expect(result.errors.contains("what stands on 第二版 was not found"))
    }

    @Test func anArticleOfOnePageIsShownAsItIs() throws {
      let folder = try folder()
      let id = try id(of: "题:图书角", folder)
      let joined = try Program.run(["show", id, ".", "--join"], in: folder.url)
      #expect(joined.output == (try Program.run(["show", id, "."], in: folder.url).output))
      #expect(try Program.run(["show", "nothere", ".", "--join"], in: folder.url).status == 1)
    }
  }
}
