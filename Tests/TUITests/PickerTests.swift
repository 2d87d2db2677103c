import Corpus
import Testing

@testable import TUI

@Suite struct PickerTests {
  /// What every row of every level says is what the list then has.
  @Test(arguments: ["", "/ 渠 Enter", "/ 日:2025 Enter", "C", "/ 类:公告,图片 Enter", "/ -日:无 Enter", "a"])
  func countsAnswerHowManyIfThisWereChosen(_ before: String) throws {
    for path in [
      "c", "c Tab", "d", "d Right", "d Down Right", "d Down Down Right", "d Right Down Right", "d 2", "d 0",
      "d 03-1",
    ] {
      let browser = Harness(80, 24).pressing(before + " " + path)
      guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); continue }
      for (index, row) in picker.rows.enumerated() {
        guard row.choice != .heading, !picker.isOpening(row) else { continue }
        let found = browser.choosing(index, of: picker).state.visible.count
        #expect(found == row.count, "\(row.label) after \(before) \(path)")
      }
    }
  }

  /// So it is in parentheses, beside a `|` and after a `-`, where the text in place of _ asks.
  @Test(arguments: [
    "(_ 渠)", "渠 (_ | 水)", "渠|_", "_|水|类:评论", "-_", "水 -_", "-(_ 水)", "-(水|-_)", "(渠|_) 类:新闻", "渠 市:濮阳 (_|水)",
    "类:版面,评论 (渠|_)", "(桥 (_", "桥 -(_", "--(水|_)",
  ])
  func countsAnswerHowManyWhereverTheTextAsks(_ text: String) throws {
    for (question, path) in [
      ("市:?", ""), ("city：？", "Tab"), ("日:?", ""), ("日:?", "Right"), ("日:?", "Right Down Right"),
      ("date:?", "Down Down Right"), ("日:?", "2"), ("日:?", "03-1"),
    ] {
      let parts = text.split(separator: "_", omittingEmptySubsequences: false)
      let browser = Harness(80, 24).pasting(parts.joined(separator: question)).pressing(path)
      guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); continue }
      #expect(!(path.isEmpty && picker.rows.isEmpty) && picker.rows.allSatisfy { $0.choice != .all })
      for (index, row) in picker.rows.enumerated() {
        guard case .value(let value) = row.choice else { continue }
        var chosen = browser.choosing(index, of: picker)
        let name = question.dropLast(2)
        #expect(chosen.state.filter.text == parts.joined(separator: "\(name):\(value)"))
        let open = text.count { $0 == "(" } - text.count { $0 == ")" }
        chosen.press(String(repeating: ")", count: open))
        #expect(chosen.state.filter.error == nil)
        #expect(chosen.state.visible.count == row.count, "\(row.label) for \(question) in \(text) \(path)")
      }
    }
  }

  @Test func aRangeAfterAMinusIsCountedAsWhatIsLeft() {
    let browser = Harness(80, 24).pasting("-日:?").pressing("v Down")
    guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); return }
    #expect(picker.range.map(picker.count) == 3)
    let chosen = browser.pressing("Enter").state
    #expect(chosen.filter.text == "-日:2024..2025" && chosen.visible.count == 3)
  }

  /// Where the rest of the text cannot be read, the values are counted in the list.
  @Test func whatIsWrongBesideTheQuestionLeavesTheCountsOfTheList() {
    let browser = Harness(80, 24).pressing("/ 渠 Enter /").pasting(" (市:? |")
    guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); return }
    #expect(picker.rows.filter { $0.choice != .heading }.map(\.label) == ["濮阳", "城市不详"])
    #expect(picker.rows.filter { $0.choice != .heading }.map(\.count) == [2, 1])
  }

  /// What the title says of a range is what the list then has, between any two rows of a level.
  @Test(arguments: ["d", "d Right", "d Right Down Right", "d Down Down Right", "d 2025", "d 0"])
  func rangesAreCountedAsTheyAreFound(_ path: String) throws {
    let browser = Harness(80, 24).pressing(path)
    guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); return }
    for start in picker.rows.compactMap(\.date) {
      for index in picker.rows.indices where picker.rows[index].date != nil {
        var picker = picker
        picker.rangeStart = start
        picker.selected = index
        guard let range = picker.range else { continue }
        let chosen = browser.choosing(index, of: picker)
        #expect(chosen.state.filter.text == "日:" + range.value)
        #expect(chosen.state.visible.count == picker.count(in: range), "\(range.value)")
      }
    }
  }

  @Test(
    arguments: [
      ("2025-03-17", "2025-04-02", "2025-03-17..2025-04-02"),
      ("2025-04-02", "2025-03-17", "2025-03-17..2025-04-02"),
      ("2025", "2025-03", "2025..2025-03"), ("2025", "2025", "2025"),
      ("2024", "2025-03-17", "2024..2025-03-17"),
      ("03-17", "10-08", "03-17..10-08"), ("2025", "03-17", nil), ("10-08", "2025-03", nil),
    ] as [(String, String, String?)])
  func rangesGoFromTheEarlierToTheLater(_ one: String, _ other: String, _ value: String?) throws {
    let (one, other) = (try #require(PartialDate(one)), try #require(PartialDate(other)))
    #expect(DayRange(one, other)?.value == value)
    if let value { #expect(throws: Never.self) { try Filter(parsing: "日:" + value) } }
  }

  @Test(arguments: [
    ("d Right Down Right Down v Down Enter", "日:2025-03-17..2025-03-18"), ("d v Down Enter", "日:2024..2025"),
    ("d v Enter", "日:2025"), ("d v v Enter", ""), ("d v Esc Down Enter", ""),
    ("d v Right Down Enter", "日:2025..2025-03"),
    ("d v Down v Enter", "日:2024"), ("d v Up Enter", ""), ("d v End Down Down Down Enter", "日:无"),
    ("d 03-1 v Down Enter", "日:2025-03-17..2025-03-18"),
    ("d Right Down v Left Down Enter", "日:2024..2025-03"),
    ("d Down Down Right Down v Right Enter", "日:10月..10-08"),
  ])
  func marksARange(_ keys: String, _ text: String) {
    #expect(Harness(80, 24).pressing(keys).state.filter.text == text)
  }

  @Test(arguments: ["c c PgUp Enter", "c c Down PgUp Enter"])
  func pagesEndAtTheFirstRowBelowAHeading(_ keys: String) {
    #expect(Harness(80, 24).pressing(keys).state.filter.text == "市:长治")
  }

  @Test func citiesAreSortedByNameOrByCount() {
    func names(_ keys: String) -> [String] {
      guard case .picker(let picker) = Harness(80, 24).pressing(keys).state.panel else { return [] }
      return picker.rows.filter { $0.choice != .all }.map(\.label)
    }
    #expect(names("c") == ["河南", "濮阳", "郑州", "山西", "长治", "", "城市不详"])
    #expect(names("c Tab") == ["河南", "濮阳", "郑州", "山西", "长治", "", "城市不详"])
    #expect(names("c Tab Esc c") == names("c Tab"))
    // 长 may be read zhang.
    #expect(names("c z") == ["山西", "长治", "河南", "郑州"])
    #expect(names("c henan") == ["河南", "濮阳", "郑州"])
    #expect(names("c 没有") == [])
    let counts = [("广州", "广东", 1), ("重庆", "重庆", 5), ("安阳", "河南", 2), ("濮阳", "河南", 9), ("长治", "山西", 3)].map {
      FacetCount(value: $0.0, group: $0.1, count: $0.2)
    }
    func labels(_ isByName: Bool) -> String {
      let rows = CityRows(counts: counts, typed: "", isByName: isByName, wording: Wording(language: .chinese))
        .rows
      return rows.dropFirst().map { $0.choice == .heading ? $0.label + ":" : $0.label }.joined(separator: " ")
    }
    #expect(labels(false) == "河南: 濮阳 安阳 重庆: 重庆 山西: 长治 广东: 广州")
    #expect(labels(true) == "重庆: 重庆 广东: 广州 河南: 安阳 濮阳 山西: 长治")
  }

  @Test func countsFollowWhatIsReadMeanwhile() {
    var browser = Harness(80, 24, files: [Fixture.files[0]]).pressing("c Down")
    browser.send(.loaded([Fixture.files[1]]))
    browser.send(.loadingEnded)
    guard case .picker(let picker) = browser.state.panel else { Issue.record("no picker"); return }
    #expect(picker.rows.first?.count == 7)
    #expect(picker.selectedRow?.label == "郑州")
  }

  @Test func aLateCountIsDropped() throws {
    var browser = Harness(80, 24)
    guard case .count(let late)? = update(.key(.character("c")), &browser.state).first else { return }
    _ = update(.key(.escape), &browser.state)
    browser.press("d")
    let before = browser.screen
    late.answer().map { browser.send($0) }
    #expect(browser.screen == before)
    #expect(late.answer(isStale: { true }) == nil)
  }
}

extension Picker {
  /// Whether Enter on a row goes into it.
  fileprivate func isOpening(_ row: Row) -> Bool { if case .open = row.choice { true } else { false } }
}

extension Harness {
  /// With text pasted into the filter bar, which is opened for it.
  fileprivate func pasting(_ text: String) -> Harness {
    var copy = self
    if !copy.state.filter.isEditing { copy.press("/") }
    copy.send(.paste(text))
    return copy
  }

  /// What Enter on a row of a picker leads to.
  fileprivate func choosing(_ index: Int, of picker: Picker) -> Harness {
    var copy = self
    var picker = picker
    picker.selected = index
    copy.state.panel = .picker(picker)
    copy.press("Enter")
    return copy
  }
}
