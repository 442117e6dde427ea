import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// Keys pressed before what they are for has come.
@Suite struct TypedAheadTests {
  /// A console that was given its first screen; from then on nothing is answered unless the test says so.
  private func script(hasRun: Bool) throws -> ScreenScript {
    var world = try TestWorld.telling()
    if !hasRun {
      world.runbooks[0].run = nil
      world.details[id]?.runs = []
      world.details[id]?.runbook?.run = nil
    }
    var script = ScreenScript(world)
    script.press("j j")
    return script
  }

  private func answer(_ script: inout ScreenScript, _ query: Query) {
    script.send(.loaded(query, script.world.answer(query)))
  }

  private let id = StreamID("incident", "n42")

  @Test func stepsAreCheckedOffOnceTheirRunIsThere() throws {
    var script = try script(hasRun: false)
    script.press("r")
    script.press("x x")
    // Nothing of it is lost, and nothing is done to a run that there was before.
    #expect(script.sent == ["start high-error-rate n42"] && !script.text.contains("no run is under way"))
    script.world.isSilent = true
    script.answer(.success(Outcome(events: [], incident: id, run: TestWorld.runID, sentence: "Started")))
    #expect(script.sent.count == 1)
    script.world.runbooks[0].run = TestWorld.run()
    answer(&script, .runbook(name: "high-error-rate", run: TestWorld.runID))
    #expect(script.sent.dropFirst().allSatisfy { $0.hasPrefix("run r1 finish") } && script.sent.count == 3)
    #expect(script.state.heldKeys.isEmpty)
  }

  @Test func aStartThatFailsLeavesNothingBehind() throws {
    var script = try script(hasRun: false)
    script.press("r x q")
    script.answer(.failure(Trouble(.busy, "The store is busy.")))
    #expect(script.sent.count == 1 && script.text.contains("The store is busy."))
    script.press("q")
    #expect(script.state.place == .list)
  }

  @Test func whoGoesBackTakesBackWhatWaits() throws {
    var script = try script(hasRun: false)
    script.press("r x x Esc")
    #expect(script.state.place == .list && script.state.heldKeys.isEmpty)
    script.answer(.success(Outcome(events: [], incident: id, run: TestWorld.runID, sentence: "Started")))
    #expect(script.sent.count == 1)
  }

  @Test func wordsGoToWhomTheyWereTypedFor() throws {
    var script = try script(hasRun: true)
    script.world.isSilent = true
    script.press("c Tab")
    script.type("some pages are slow")
    script.press("Enter")
    #expect(script.state.allDrafts.isEmpty)
    answer(&script, .messages(id))
    #expect(script.state.drafts.values.contains("some pages are slow"))
    #expect(script.text.contains("To the public") && script.sent.isEmpty)
    // The yes has to be typed with the question in sight.
    #expect({ if case .confirm = script.state.mode { true } else { false } }())
  }

  @Test func wordsForTheFirstAudienceAreSeenAtOnce() throws {
    var script = try script(hasRun: true)
    script.world.isSilent = true
    script.press("c")
    script.type("look")
    #expect(script.text.contains("tell the team: look"))
  }

  @Test func whatCannotBeReadIsSaidOnce() throws {
    var script = try script(hasRun: true)
    script.world.isSilent = true
    script.press("c Tab q")
    script.send(.loaded(.messages(id), .failure(Trouble(.unavailable, "The store is gone."))))
    #expect(script.state.heldKeys.isEmpty && script.text.contains("The store is gone."))
    script.press("Esc q")
    #expect(script.state.place == .list)
  }

  @Test func whoComesBackFindsWhatWasThere() throws {
    var script = try script(hasRun: true)
    script.press("c Esc q k c Esc q j c")
    #expect(script.text.contains("#42") && !script.text.contains("Loading"), "\(script.text)")
    script.press("Esc q")
    script.press("3 Enter q j Enter q k Enter")
    #expect(!script.text.contains("Loading"))
  }
}
