import OnCall
import Settings
import Testing

@Suite struct PersonChoiceTests {
  static let answers: [(answer: String, choice: PersonChoice)] = [
    ("1", .person("mira")), (" 2 ", .person("jonas")), ("mira", .person("mira")), ("", .look), ("  ", .look),
    ("3", .unclear), ("0", .unclear), ("-1", .unclear), ("mir", .unclear), ("mira jonas", .unclear),
  ]

  @Test(arguments: answers) func anAnswerIsANumberANameOrNothing(answer: String, choice: PersonChoice) {
    #expect(PersonChoice(answer, team: IdentityTests.team) == choice)
  }

  @Test func theQuestionNamesTheLoginAndEverybody() {
    let question = PersonChoice.question(login: "ops7", team: IdentityTests.team)
    #expect(question.count == 4 && question[0].contains("'ops7'"))
    #expect(question[1].hasSuffix("mira") && question[2].hasSuffix("jonas"))
  }

  @Test func whatWasChosenIsKeptByStore() {
    var chosen = ChosenPerson("/var/lib/sitrep/sitrep.db\tmira\nnonsense\n\tx\n")
    #expect(chosen["/var/lib/sitrep/sitrep.db"] == "mira" && chosen["nonsense"] == nil && chosen[""] == nil)
    chosen["/srv/other.db"] = "jonas"
    let again = ChosenPerson(chosen.text)
    #expect(again == chosen && again["/srv/other.db"] == "jonas")
  }
}
