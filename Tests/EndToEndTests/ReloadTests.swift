import Foundation
import Testing

/// Files that change while the browser shows them.
extension EndToEnd {
  @Suite(.serialized) struct ReloadTests {
    private let road = "郸城县修好农家路"

    private func shows(_ rows: [String], _ text: String) -> Bool { rows.contains { $0.contains(text) } }

    @Test func aChangedFileIsNoticedAndReadByAKey() throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(columns: 100, in: folder.url)
      try session.enter("clear; $KANBAO .")
      try session.wait(forText: road)
      try session.type("jj")
      try session.wait(for: "the third article") { shows($0, "3/4") && shows($0, "电梯已经投入使用") }
      let new = SamplePages.changzhi.replacingOccurrences(of: "不", with: "再不")
        .replacingOccurrences(of: "老旧小区换上新电梯", with: "旧楼房也坐上了电梯")
      try folder.write(new, to: "b.txt")
      try folder.write(SamplePages.zhoukou.replacingOccurrences(of: "郸城", with: "淮阳"), to: "0.txt")
      try session.wait(forText: "2 files changed (R reads)")
      try session.type("R")
      try session.wait(for: "the list as it is now") { rows in
        shows(rows, "2 files read again") && shows(rows, "淮阳县修好农家路") && shows(rows, "旧楼房也坐上了电梯")
          && shows(rows, "4/5") && shows(rows, "居民上下楼再")
      }
      try session.type("/淮阳")
      try session.wait(for: "what is new is found") { shows($0, "1/1") && shows($0, "淮阳县修好农家路") }
      try session.press("Escape")
      try session.wait(forText: "4/5")
      try FileManager.default.removeItem(at: folder.url("b.txt"))
      try session.wait(forText: "1 file changed (R reads)")
      try session.type("R")
      try session.wait(for: "the next article") { shows($0, "1 gone") && shows($0, "4/4") && shows($0, road) }
    }

    @Test func standardInputStays() throws {
      let folder = try SamplePages.folder()
      let session = try TmuxSession(columns: 100, in: folder.url)
      try session.enter("clear; cat b.txt | $KANBAO - c.txt")
      try session.wait(forText: road)
      try folder.write(SamplePages.zhoukou.replacingOccurrences(of: "郸城", with: "淮阳"), to: "c.txt")
      try session.wait(forText: "1 file changed (R reads)")
      try session.type("R")
      try session.wait(for: "both") { shows($0, "淮阳县修好农家路") && shows($0, "老旧小区换上新电梯") }
    }
  }
}
