import Testing

@testable import Corpus

@Suite struct SegmentationReflowTests {
  @Test(arguments: [
    ("《通知 》指出 ， 要", "《通知》指出，要"), ("截至 9 日", "截至9日"), ("一 是 打 造 庆 祝", "一是打造庆祝"),
    ("Green Card 2.0", "Green Card 2.0"),
    ("本 报 讯 3 月 1 6 日 ， 增 长 2 . 5 %", "本报讯3月16日，增长2.5%"), ("比分 3 2 1", "比分3 2 1"),
    ("红队 3 1 0 2 1 4 5 0", "红队3 1 0 2 1 4 5 0"),
    ("春风又绿 江南岸", "春风又绿 江南岸"), ("增长 12.5% ，", "增长12.5%，"), ("  ", ""),
  ])
  func straySpacesGo(text: String, wanted: String) {
    #expect(Reflow.inline(Scalars(of: text)).string == wanted)
  }

  @Test(arguments: [
    (["河畔的", "老街"], "河畔的老街"), (["the old", "street"], "the old street"), (["共12", "人"], "共12人"),
    (["", "老街"], "老街"),
  ])
  func linesJoin(lines: [String], wanted: String) {
    #expect(Reflow.join(lines.map { Scalars(of: $0) }).string == wanted)
  }
}

@Suite struct SegmentationHeadlinePartTests {
  private func parts(_ raw: [String], lead: String) -> HeadlineParts {
    let page = Page(file: "p", lines: raw)
    return HeadlineParts(Line.lines(of: page), lead: LeadPairs(Scalars(of: lead)))
  }

  @Test func aDashMarksTheSubheadline() {
    let parts = parts(["老街修好了", "——河畔镇老街改造记"], lead: "河畔镇的老街修好了")
    #expect(parts == .init(kicker: nil, headline: "老街修好了", subheadline: "——河畔镇老街改造记"))
  }

  @Test func wordsOfSpeechMarkTheKicker() {
    let parts = parts(["王小明在全镇大会上强调", "修好一条街 温暖一座镇"], lead: "全镇大会召开，修好一条街")
    #expect(parts == .init(kicker: "王小明在全镇大会上强调", headline: "修好一条街 温暖一座镇", subheadline: nil))
  }

  @Test func anOfficeAloneIsAKicker() {
    let parts = parts(["河畔镇文史馆", "当好老街的看门人"], lead: "河畔镇文史馆今年修了两座老宅")
    #expect(parts == .init(kicker: "河畔镇文史馆", headline: "当好老街的看门人", subheadline: nil))
  }

  @Test func aMeetingIsTheHeadlineWhereItsSpeakerStandsBelow() {
    let parts = parts(["全镇老街修缮工作会议召开", "王小明主持并讲话"], lead: "王小明主持会议并讲话")
    #expect(parts == .init(kicker: nil, headline: "全镇老街修缮工作会议召开", subheadline: "王小明主持并讲话"))
  }

  @Test func linesOfOneHeadlineStayTogether() {
    let parts = parts(["老街的", "新日子"], lead: "老街的新日子开始了")
    #expect(parts == .init(kicker: nil, headline: "老街的 新日子", subheadline: nil))
  }

  @Test func nothingGivesNothing() {
    #expect(parts([], lead: "") == .init(kicker: nil, headline: nil, subheadline: nil))
  }
}

extension HeadlineParts {
  fileprivate init(kicker: String?, headline: String?, subheadline: String?) {
    self.init([], lead: LeadPairs([]))
    self.kicker = kicker
    self.headline = headline
    self.subheadline = subheadline
  }
}
