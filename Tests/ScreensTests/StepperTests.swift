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
}
