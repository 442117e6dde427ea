import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// Stepping through a runbook.
@Suite struct StepperTests {
  private func script() throws -> ScreenScript {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j r")
    return script
  }

  @Test func aStepCanBeChosenAndOpenedAgain() throws {
    var script = try script()
    script.press("k k U")
    #expect(script.sent == ["run r1 reopen(step: 2)"])
    script.press("F")
    #expect(script.sent.last == "run r1 complete")
  }

  @Test func whatIsUnderWayIsMarked() throws {
    var script = try script()
    script.press("Space")
    let line = script.text.split(separator: "\n").first { $0.contains("4 Find the last change") }
    #expect(line?.contains("…") == true)
  }

  @Test func aDestructiveCommandSaysSo() throws {
    var script = try script()
    script.press("j")
    #expect(script.text.contains("! cannot be taken back"))
  }

  @Test func theSourceIsShownAsWritten() throws {
    var script = try script()
    script.press("v")
    #expect(script.text.contains("# High error rate"))
    script.press("G g v")
    #expect(script.text.contains("kubectl rollout history"))
  }

  @Test func withoutARunNothingCanBeChecked() throws {
    var world = try TestWorld.afternoon()
    world.runbooks[0].run = nil
    var script = ScreenScript(world)
    script.press("3 Enter Space")
    #expect(script.sent.isEmpty)
    #expect(script.text.contains("no run is under way"))
    #expect(script.text.contains("not started"))
    script.press("S")
    #expect(script.sent == ["start high-error-rate -"])
  }

  @Test func theIncidentCanBeLoggedOnFromHere() throws {
    var script = try script()
    script.press("l")
    script.type("step four is odd")
    script.press("Enter")
    #expect(script.sent == ["n42 log note step four is odd"])
  }

  @Test func aRunsTargetIsCounted() throws {
    let now = IncidentStory.at("14:32")
    var run = TestWorld.run()
    #expect(RunWords.progress(run, now: now) == "3/11, target 15m missed by 27m")
    #expect(RunWords.progress(run, now: IncidentStory.at("14:01")) == "3/11, target 15m, 4m left")
    run.finishedAt = IncidentStory.at("14:00")
    #expect(RunWords.progress(run, now: now) == "3/11 over, target 15m kept")
  }

  @Test func theHeadSaysHowTheIncidentStands() throws {
    let lines = try script().text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2].hasPrefix(" high-error-rate for #42: High error rate"))
    #expect(lines[3].hasPrefix(" #42 SEV1 ack lea · update 4m · RTO 17m · api · 1 alert firing · 5xx ratio"))
  }

  @Test func whatTheStepsAskForCanBeDoneFromHere() throws {
    var script = try script()
    let revision = try #require(script.state.selectedIncident?.revision)
    script.press("s 2")
    script.type("only one in twenty")
    script.press("Enter I")
    script.type("one in twenty fails")
    script.press("Enter m R")
    script.type("ratio below 0.1 %")
    script.press("Enter")
    #expect(
      script.sent.map { $0.prefix { $0 != "(" } } == [
        "n42@\(revision) severity SEV2 because only one in twenty", "n42 impact one in twenty fails",
        "n42@\(revision) Mitigate", "n42@\(revision) Resolve",
      ])
    #expect(script.state.place.registered == .stepper)
    script.press("?")
    for word in ["Severity", "Impact", "Mitigate", "Resolve", "Undo"] { #expect(script.text.contains(word)) }
  }

  @Test func undoTakesBackWhatWasDoneToTheIncidentAndIsNotOfferedForAStep() throws {
    var script = try script()
    let id = StreamID("incident", "n42")
    script.press("u")
    #expect(script.sent.isEmpty && script.text.contains("nothing of the last five minutes here is yours"))
    script.world.details[id]?.undoable = "Severity SEV2"
    script.press("Space")
    script.answer(.success(Outcome(events: [], incident: id, run: TestWorld.runID, sentence: "step 4 is done")))
    #expect(script.text.contains("step 4 is done") && !script.text.contains("u takes back"))
    script.press("I")
    script.type("all fails")
    script.press("Enter")
    script.answer(.success(Outcome(events: [], incident: id, sentence: "#42 Impact: all fails")))
    #expect(script.text.contains("u takes back: Severity SEV2"))
    script.world.details[id]?.undoable = "Impact: all fails"
    script.press("I")
    script.type("all fails")
    script.press("Enter")
    script.answer(.success(Outcome(events: [], incident: id, sentence: "#42 Impact: all fails")))
    #expect(script.text.contains("Impact: all fails (u takes it back)"))
    script.press("u")
    #expect(script.sent.last?.hasPrefix("n42 Undo") == true)
  }

  @Test func withoutAnIncidentTheseKeysSayWhy() throws {
    var world = try TestWorld.afternoon()
    world.runbooks[0].run = nil
    var script = ScreenScript(world)
    script.press("3 Enter s")
    #expect(script.sent.isEmpty && script.text.contains("this runbook is open for no incident"))
  }
}
