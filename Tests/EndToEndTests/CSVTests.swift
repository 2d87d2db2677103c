import Corpus
import Testing

@testable import kanbao

@Suite struct CSVTests {
  @Test(arguments: [
    (["a", "b"], "a,b\r\n"), (["", ""], ",\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"),
    (["说“好”"], "说“好”\r\n"), (["say \"so\""], "\"say \"\"so\"\"\"\r\n"),
    (["a\nb", "c\rd"], "\"a\nb\",\"c\rd\"\r\n"),
    (["\r\n"], "\"\r\n\"\r\n"), ([" a "], " a \r\n"),
  ])
  func followsRFC4180(_ fields: [String], _ record: String) {
    #expect(CSV.record(fields) == record)
  }

  @Test func everyColumnHasAValue() {
    let article = Article(id: "x", file: "f", kind: .news, lines: [2...3, 9...9], paragraphs: [])
    let fields = CSV.fields(of: article)
    #expect(fields.count == CSV.articleColumns.count)
    #expect(fields[CSV.articleColumns.firstIndex(of: "lines") ?? 0] == "2-3;9-9")
  }
}
