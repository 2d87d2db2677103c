import Foundation
import Testing

/// A page whose headline fits two stories: the doubt is shown, and the other headline is one key away.
extension EndToEnd {
  @Suite(.serialized) struct RunnerUpJourneyTests {
    private func folder() throws -> ScratchFolder {
      let folder = try ScratchFolder()
      try folder.write(
        """
        便民桥合龙 两岸少绕二十里

        本报讯 （ 记者 林晓舟 ）漳河上的便民桥昨天合龙 ，两
        岸村民到对岸赶集少绕二十里路 。合龙段是夜里吊装
        的 ，桥面还要铺装一个月 ，入冬以前两岸就能通车 。

        果农学剪枝 一天一个样

        本报讯 （ 记者 邹小满 ）果园里的剪枝课开了三天 ，果
        农学会了疏枝和拉枝 。老师说 ，剪枝学得好不好 ，明
        年看果园里的果子就知道 。
        """, to: "a.txt")
      return folder
    }

    private func shows(_ rows: [String], _ text: String) -> Bool { rows.contains { $0.contains(text) } }

    @Test func swapInAndBack() throws {
      let folder = try folder()
      let session = try TmuxSession(columns: 120, rows: 30, in: folder.url)
      try session.enter("clear; $KANBAO .")
      let before = try session.wait(for: "both articles, and nothing is read any more") {
        shows($0, "1/2  by page order (s)   ") && shows($0, "q quit") && shows($0, "2 articles")
          && shows($0, "合龙段是夜里吊装")
      }
      try session.type("i")
      try session.wait(for: "the runner-up and confidences") {
        shows($0, "or else (t)") && shows($0, "behind") && shows($0, "sure")
      }
      try session.press("Escape")
      try session.type("t")
      try session.wait(for: "the other headline above this story") { rows in
        shows(rows, "the runner-up is the headline now") && rows[1].hasSuffix("果农学剪枝 一天一个样")
          && shows(rows, "合龙段是夜里吊装")
      }
      try session.type("t")
      try session.wait(forText: "the headline is again what it was")
      try session.type("gk")
      try session.wait(for: "the screen as it was") { $0 == before }
    }
  }
}
