import Testing

@testable import Corpus

@Suite struct FacetTests {
  @Test(arguments: [
    (
      Facet.city,
      "濮阳/河南 4, 上海/上海 1, 北京/北京 1, 台北/台湾 1, 吉林/吉林 1, 深圳/广东 1, 郑州/河南 1, 重庆/重庆 1, 长治/山西 1, 阿坝/四川 1, ? 2"
    ),
    (.year, "2025 6, 2024 1, 2022 2, 2020 1, 2019 1, 2001 1, 无年 1, ? 2"),
    (
      .month, "2025-06 1, 2025-03 5, 2024-12 1, 2022-01 1, 2022 1, 2020-01 1, 2019-12 1, 2001-12 1, 无年 1, ? 2"
    ),
    (
      .day,
      "2025-06-30 1, 2025-03-18 1, 2025-03-17 3, 2025-03 1, 2024-12-31 1, 2022-01-05 1, 2022 1, 2020-01-10 1, 2019-12-20 1, 2001-12-11 1, 10-08 1, ? 2"
    ),
    (.paper, "濮阳日报 5, 北京新声 1, 山城周报 1, 島嶼晨報 1, 松江日报 1, 浦江日报 1, 湾区财经 1, 郑州晚报 1, 高原报 1, ? 2"),
    (.kind, "news 11, commentary 1, furniture 1, notice 1, photo 1"),
  ])
  func counts(_ facet: Facet, _ expected: String) {
    let counts = facetCounts(facet, of: FilterFixture.articles).map { count in
      "\(count.value ?? "?")\(count.group.map { "/" + $0 } ?? "") \(count.count)"
    }
    #expect(counts.joined(separator: ", ") == expected)
  }

  @Test func aMonthOfNoYearIsWrittenAsTheFilterReadsIt() throws {
    let article = FilterFixture.make("m", nil, "文") { $0.date = PartialDate(month: 10) }
    let value = try #require(facetCounts(.day, of: [article]).first?.value)
    #expect(value == "10月")
    #expect(try Filter(parsing: "日:" + value).matches(article))
  }

  /// What is counted is what the filter then finds, for every facet but the day of unknown parts.
  @Test(arguments: Facet.allCases)
  func countsAreWhatTheFilterFinds(_ facet: Facet) throws {
    let fields: [Facet: FilterField] = [.city: .city, .paper: .paper, .kind: .kind]
    for count in facetCounts(facet, of: FilterFixture.articles) {
      if let value = count.value, facet == .day && value.utf8.count < 10 || facet == .month && value == "2022"
      {
        continue
      }
      let text = FilterText.setting(fields[facet] ?? .date, to: [count.value ?? "无"], in: "")
      let filter = try Filter(parsing: text)
      #expect(FilterFixture.articles.filter(filter.matches).count == count.count, "\(text)")
    }
  }
}
