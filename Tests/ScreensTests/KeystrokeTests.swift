import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// The fewest keys for what people do most, counted.
@Suite struct KeystrokeTests {
  @Test func acknowledgeIsOneKey() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("a")
    #expect(script.sent == ["n41 acknowledge"])
  }

  @Test func theRunbookIsOneKeyAwayAtTheFirstStepNotDone() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j")
    script.press("r")
    #expect(
      script.state.place
        == .stepper(name: "high-error-rate", run: TestWorld.runID, incident: StreamID("incident", "n42")))
    #expect(script.state.selectedStep?.number == 4)
    #expect(script.sent.isEmpty)
  }

  @Test func aNoteIsTwoKeysAndTheText() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("l")
    script.type("looks like the disk")
    script.press("Enter")
    #expect(script.sent == ["n41 log note looks like the disk"])
    #expect(script.state.place == .list)
  }

  @Test func aBackdatedNoteCostsNoKeyMore() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("l")
    script.type("-12m saw it first")
    script.press("Enter")
    #expect(script.sent == ["n41 log note 2026-11-21T14:20:00.000Z saw it first"])
  }

  @Test func severityIsTwoKeysAndCarriesTheRevisionSeen() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let revision = script.world.rows[0].revision
    script.press("s 1")
    #expect(script.sent == ["n41@\(revision) severity SEV1"])
  }

  @Test func loweringAsksForAWordOfReason() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("s 4")
    #expect(script.sent.isEmpty)
    #expect(script.text.contains("Why lower it to SEV4 #41:"))
    script.type("only the staging cache")
    script.press("Enter")
    let revision = script.world.rows[0].revision
    #expect(script.sent == ["n41@\(revision) severity SEV4 because only the staging cache"])
  }

  @Test func takingOverIsThreeKeysFromTheList() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("2 t")
    #expect(script.sent.isEmpty)
    #expect(script.text.contains("You (ops) take primary from mira now, until Mon 23 Nov 09:00."))
    script.press("Enter")
    #expect(script.sent == ["take primary"])
  }

  @Test func takingOverCanBeLeft() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("2 t q")
    #expect(script.sent.isEmpty && script.state.place == .onCall)
    script.world.onCall.now.primary = "ops"
    script.send(.changed)
    script.press("t")
    #expect(script.text.contains("you are primary already"))
  }

  @Test func shiftsAreSelectedAndChanged() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("2 j o")
    script.type("ada")
    script.press("Enter j o")
    script.type("ada")
    script.press("Enter k w")
    script.type("ada")
    script.press("Enter H Enter")
    #expect(
      script.sent == [
        "override replace ada for jon primary", "override add ada for - secondary", "swap jon to ada 2026-11-23",
        "handoff to next",
      ])
    #expect(script.text.contains("nothing is offered") == false)
    script.press("y")
    #expect(script.text.contains("nothing is offered to you") && script.sent.count == 4)
  }

  @Test func whatIsOfferedIsAcceptedWithOneKey() throws {
    var world = try TestWorld.afternoon()
    world.onCall = TestWorld.busyRota
    var script = ScreenScript(world)
    script.press("2 y s N")
    script.type("not now")
    script.press("Enter")
    #expect(script.sent == ["accept handoff", "seen", "decline handoff not now"])
    script.world.onCall.offers.removeFirst()
    script.world.onCall.user = "ada"
    script.send(.changed)
    script.press("y")
    #expect(script.sent.last == "accept swap a-9")
  }

  @Test func whoIsNextNeedsNoKey() throws {
    let script = ScreenScript(try TestWorld.afternoon())
    let header = script.text.prefix { $0 != "\n" }
    #expect(header.contains("mira > jon Mon 09:00"))
  }

  @Test func thePostMortemIsTwoKeys() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("P")
    #expect(script.text.contains("P and then:  e post-mortem"))
    script.press("e")
    guard case .exportPostMortem(let id)? = script.effects.last else {
      Issue.record("nothing is exported")
      return
    }
    #expect(id.key == "n41")
    script.send(.exported(.success("/home/ops/.local/state/sitrep/exports/41.md")))
    #expect(!script.text.contains("u takes back"))
    #expect(script.text.contains("/home/ops/.local/state/sitrep/exports/41.md"))
  }

  @Test func aStepIsCheckedWithOneKeyAndTheNextFollowsAtOnce() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j r Space Space")
    #expect(script.sent == ["run r1 finish(step: 4, note: nil)", "run r1 finish(step: 5, note: nil)"])
    #expect(script.state.selectedStep?.number == 6)
  }

  @Test func aStepIsSkippedWithAReason() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j r -")
    script.type("not our database")
    script.press("Enter N")
    script.type("ratio at 9 %")
    script.press("Enter")
    #expect(
      script.sent == [
        "run r1 skip(step: 4, reason: \"not our database\")", "run r1 note(step: 5, text: \"ratio at 9 %\")",
      ])
  }

  @Test func jumpingIsTheNumberAfterAColon() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press(": 4 2 Enter")
    #expect(script.state.place == .room(StreamID("incident", "n42")))
    script.press(": 3 8 Enter")
    #expect(script.state.place == .room(StreamID("incident", "n38")))
    script.press(": 9 9 9 Enter")
    #expect(script.text.contains("There is no incident #999."))
  }

  @Test func declaringIsOneLine() throws {
    var script = ScreenScript(TestWorld.empty(isNew: true))
    script.press("n")
    script.type("SEV1 api: nothing answers")
    script.press("Enter")
    #expect(script.sent == ["declare SEV1 api nothing answers"])
  }
}
