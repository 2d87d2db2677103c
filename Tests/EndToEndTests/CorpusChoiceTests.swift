import Testing

@testable import kanbao

@Suite struct CorpusChoiceTests {
  private func choose(
    _ arguments: [String] = [], variable: String? = nil, folders: Set<String> = []
  ) -> CorpusChoice {
    CorpusChoice(
      arguments: arguments, variable: variable, executable: "/opt/x/bin/kanbao", isFolder: folders.contains)
  }

  @Test func pathsOfTheCallComeFirst() {
    #expect(choose(["p"], variable: "v", folders: ["seeds"]).paths == ["p"])
  }

  @Test func thenTheVariableUnlessEmpty() {
    #expect(choose(variable: "v", folders: ["seeds"]).paths == ["v"])
    #expect(choose(variable: "", folders: ["seeds"]).reason == .currentFolder)
  }

  @Test func thenSeedsHereThenTheInstalledOnes() {
    let installed = "/opt/x/share/kanbao/seeds"
    #expect(choose(folders: ["seeds", installed]).paths == ["seeds"])
    #expect(choose(folders: [installed]).paths == [installed])
    #expect(choose().reason == .nothing)
  }
}
