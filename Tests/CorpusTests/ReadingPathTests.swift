import Testing

@testable import Corpus

struct ReadingPathTests {
  private static let paths: [(String, paper: String?, date: String?, period: String?, page: String?)] = [
    ("濮阳日报/2025-03-18/01.txt", "濮阳日报", "2025-03-18", nil, "01"),
    ("20190201-07-02.txt", nil, "2019-02-01", nil, "07"),
    ("人民日报/2019年2月/2019年2月1日第7版.txt", "人民日报", "2019-02-01", "2019-02", "7"),
    ("人民日报/2019年2月/要闻.txt", "人民日报", nil, "2019-02", nil),
    ("人民日报/2019/02/01/07.txt", "人民日报", "2019-02-01", nil, "07"),
    ("人民日报/2019年/2月/1日/第07版.txt", "人民日报", "2019-02-01", nil, "07"),
    ("人民日报/2019-02/01/07.txt", "人民日报", "2019-02-01", nil, "07"),
    ("人民日报/201902/01/07.txt", "人民日报", "2019-02-01", nil, "07"),
    ("人民日报/201902/要闻.txt", "人民日报", nil, nil, nil), ("人民日报/201913/01/07.txt", "人民日报", nil, nil, nil),
    ("渡报-2019-02-01-07.txt", "渡报", "2019-02-01", nil, "07"),
    ("河畔教育报/2019-02-01/07.txt", "河畔教育报", "2019-02-01", nil, "07"),
    ("新华每日电讯2019年2月1日第7版.txt", "新华每日电讯", "2019-02-01", nil, "7"),
    ("渡报.txt", nil, nil, nil, nil), ("简报/2019-02-01/07.txt", nil, "2019-02-01", nil, "07"),
    ("/data/corpus/濮阳日报/20250318/A03.txt", "濮阳日报", "2025-03-18", nil, "A03"),
    ("汾河晚报-2023-06-08-03.txt", "汾河晚报", "2023-06-08", nil, "03"),
    ("汾河晚报2023年6月8日03版.txt", "汾河晚报", "2023-06-08", nil, "03"),
    ("汾河晚报_20230608_B12.txt", "汾河晚报", "2023-06-08", nil, "B12"),
    ("涪江日报第5版.md", "涪江日报", nil, nil, "5"),
    ("2019.02.01 人民日报 第3版.md", "人民日报", "2019-02-01", nil, "3"),
    ("rmrb-2019-02-01-03.txt", nil, "2019-02-01", nil, "03"),
    ("rmrb20190201.txt", nil, "2019-02-01", nil, nil),
    ("2025/濮阳日报.txt", "濮阳日报", nil, "2025", nil),
    ("001_bea81d37636ee585.txt", nil, nil, nil, nil),
    ("p-0b64.txt", nil, nil, nil, nil),
    ("13800138000.txt", nil, nil, nil, nil),
    ("20191301.txt", nil, nil, nil, nil),
    ("20190230-01.txt", nil, nil, nil, nil),
    ("濮阳日报/2025-03-18.zip/02.txt", "濮阳日报", "2025-03-18", nil, "02"),
    ("濮阳日报/2025-03-18/02.txt.gz", "濮阳日报", "2025-03-18", nil, "02"),
    ("news/2025.csv", nil, nil, "2025", nil),
    ("-", nil, nil, nil, nil),
    ("", nil, nil, nil, nil),
  ]

  @Test(arguments: paths)
  func whatAPathSays(path: String, paper: String?, date: String?, period: String?, page: String?) {
    let facts = PathFacts(path)
    #expect(facts.paper == paper)
    #expect(facts.date?.description == date)
    if date == nil { #expect(facts.period?.description == period) }
    #expect(facts.page == page)
  }
}
