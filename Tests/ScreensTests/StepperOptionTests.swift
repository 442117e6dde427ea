import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// Choosing between options, filling gaps, and the clocks of a run.
@Suite struct StepperOptionTests {
  private func script(taken: Int? = nil, text: RunbookPage.Text = .same, columns: Int = 80, rows: Int = 24) throws
    -> ScreenScript
  {
    var script = ScreenScript(try TestWorld.options(taken: taken, text: text), columns: columns, rows: rows)
    script.press("j j r")
    return script
  }

  @Test func anOptionIsChosenByItsLetterAndItsFirstStepSelected() throws {
    var script = try script()
    #expect(script.text.contains("One of 3 options: o chooses one"))
    script.press("o")
    #expect(script.text.contains("a roll back the deployment") && script.text.contains("c limit or block one caller"))
    script.press("b")
    #expect(script.sent == ["run r1 take(option: 2)"])
    #expect(script.state.selectedStep?.number == 5)
  }

  @Test func goingBackTakesNone() throws {
    var script = try script()
    script.press("o q")
    #expect(script.sent.isEmpty && script.state.selectedStep?.number == 4)
  }

  @Test func theOthersAreMarkedAndCanBeTakenLater() throws {
    var script = try script(taken: 2)
    #expect(script.state.selectedStep?.number == 5)
    let line = script.text.split(separator: "\n").first { $0.contains("Option A: roll back the deployment") }
    #expect(line?.contains("·") == true)
    script.press("k")
    #expect(script.text.contains("Option A was not taken: o takes one of 3."))
    script.press("o a")
    #expect(script.sent == ["run r1 take(option: 1)"])
  }

  @Test func aGapIsFilledByItsNameOrByAnother() throws {
    var script = try script(taken: 2)
    script.press("j")
    #expect(script.text.contains("Not known: pod (one that is not well). = fills it in."))
    script.press("=")
    #expect(script.text.contains(" pod is:"))
    script.type("api-7")
    script.press("Enter")
    script.press("=")
    script.type("pod=api-8")
    script.press("Enter")
    #expect(script.sent == ["api-7", "api-8"].map { "run r1 give(name: \"pod\", value: \"\($0)\")" })
    // What was filled in by itself is set right while another value is missing; a link is no name and a value.
    script.press("=")
    script.type("namespace=staging")
    script.press("Enter")
    #expect(script.sent.last == "run r1 give(name: \"namespace\", value: \"staging\")")
    script.press("=")
    script.type("http://api-7/?a=b")
    script.press("Enter")
    #expect(script.sent.last == "run r1 give(name: \"pod\", value: \"http://api-7/?a=b\")")
  }

  @Test func whatIsBelowTheScreenIsSaid() throws {
    var script = try script(taken: 2, columns: 80, rows: 16)
    script.press("j")
    let line = try #require(script.text.split(separator: "\n").first { $0.contains(" PgDn: ") })
    #expect(line.contains("6. Delete the pod") && line.contains(" more line"))
    script.press("PgDn PgDn PgDn")
    #expect(!script.text.contains("PgDn"))
    #expect(script.text.contains("Look for: deleted."))
  }

  @Test func checkingOffGoesOnWithinTheOption() throws {
    var script = try script(taken: 2)
    script.press("j k Space")
    #expect(script.sent == ["run r1 finish(step: 5, note: nil)"])
    #expect(script.state.selectedStep?.number == 6)
    script.press("Space")
    #expect(script.state.selectedStep?.number == 8)
  }

  @Test func bothTargetsAndThePartsAreCounted() throws {
    let script = try script(columns: 120, rows: 40)
    #expect(script.text.contains("3/8, target 15m, 3m left"))
    #expect(script.text.contains("Immediate actions 0-5 min over"))
    #expect(script.text.contains("Investigation 5-30 min 18m left"))
    #expect(script.text.contains("RTO 1h, "))
    #expect(script.text.contains("by mira, jon"))
  }

  @Test func aTextThatIsNotTheFilesOfTodaySaysSo() throws {
    #expect(try script(text: .changed).text.contains("The file has changed since this run began"))
    #expect(try script(text: .gone).text.contains("The file is gone"))
    #expect(try script(text: .notKept).text.contains("too long to keep"))
    #expect(!(try script().text.contains("The file")))
  }

  @Test func withoutOptionsThereIsNothingToChoose() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j r o")
    #expect(script.sent.isEmpty && script.text.contains("no options"))
  }
}
