import Commands
import EventLog
import Incidents
import Review
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

  @Test func anUpdateToTheTeamIsThreeKeysAndTheText() throws {
    var script = ScreenScript(try TestWorld.telling())
    script.press("j j")
    let revision = script.world.stories[StreamID("incident", "n42")]?.incident.revision ?? 0
    script.press("c")
    script.type("We roll back 412.")
    script.press("Enter")
    #expect(script.sent.isEmpty && script.text.contains("To the team by team-chat."))
    script.press("Enter")
    #expect(script.sent == ["n42@\(revision) tell internal by team-chat (1 letters): We roll back 412."])
    #expect(script.state.place == .list && script.state.drafts.isEmpty)
    #expect(script.writes == ["n42 internal"])
  }

  @Test func anUpdateToThePublicIsFiveKeysWithTheNumberTyped() throws {
    var script = ScreenScript(try TestWorld.telling())
    script.press("j j c Tab")
    script.type("Some checkouts fail.")
    script.press("Enter")
    script.press("4 1 Enter")
    #expect(script.sent.isEmpty, "another number sends nothing")
    script.press("Enter 4 2 Enter")
    #expect(script.sent.count == 1 && script.sent[0].contains("tell public by hosted (1 letters)"), "\(script.sent)")
    #expect(script.writes == ["n42 internal", "n42 internal over", "n42 public"])
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

  @Test func aTaskIsTwoKeysAndTheText() throws {
    for lead in ["", "Enter "] {
      var script = ScreenScript(try TestWorld.afternoon())
      script.press(lead + "d")
      script.type("jo replica lag 3m")
      script.press("Enter")
      #expect(script.sent == ["n41 delegate jon: replica lag 3m"])
    }
  }

  @Test func aTaskIsAlsoALineOfTheComposerThatEndsInATime() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("l")
    script.type("@jon check lag 3m")
    #expect(script.text.contains("Enter gives jon a task, back by 14:35"))
    script.press("Enter l")
    script.type("@jon check lag")
    script.press("Enter l")
    script.type("/poll fail over 5m")
    script.press("Enter l")
    script.type("/hypothesis the disk is full")
    script.press("Enter")
    #expect(
      script.sent == [
        "n41 delegate jon: check lag 3m", "n41 log note @jon check lag", "n41 poll fail over 5m",
        "n41 hypothesis the disk is full",
      ])
  }

  @Test func handingOverCommandIsAKeyANameAndEnterAndTheOtherSideOneKey() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let revision = script.world.rows[2].revision
    script.press("j j Enter H")
    script.type("mi")
    script.press("Enter")
    #expect(script.sent == ["n42@\(revision) offer commander to mira"])

    var world = try TestWorld.afternoon()
    world.rows[2].offeredTo = "ops"
    world.details[world.rows[2].id]?.row.offeredTo = "ops"
    var other = ScreenScript(world)
    #expect(other.text.contains("You are asked to take command of #42"))
    other.press("j j Enter")
    #expect(other.text.contains("What you take over"))
    other.press("y")
    #expect(other.sent == ["n42@\(revision) accept"])
  }

  @Test func takingCommandFromSomebodyAsksWhy() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let revision = script.world.rows[2].revision
    script.press("j j Enter i Enter")
    #expect(script.text.contains("Why, without a hand-over by lea"))
    script.type("she is cut off")
    script.press("Enter")
    #expect(script.sent == ["n42@\(revision) commander ops because she is cut off"])
  }

  @Test func anIncidentIsMergedIntoOneThatIsChosen() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let revision = script.world.rows[0].revision
    script.press("M")
    #expect(script.text.contains("Merge into #41:"))
    script.press("2")
    #expect(script.sent == ["n41@\(revision) merge into n42"])
  }

  @Test func theMarkedOfAStormAreAcknowledgedWithOneKey() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("Space Space Space a")
    #expect(script.sent == ["n41 acknowledge", "n44 acknowledge"])
    script.press("a")
    #expect(script.sent.count == 2 || script.sent.count == 3)
  }

  @Test func tasksPollsAndHypothesesAreSettledFromTheRoom() throws {
    var script = ScreenScript(try TestWorld.warRoom())
    let detail = try #require(script.world.details[StreamID("incident", "n42")])
    script.press("j j Enter w d")
    #expect(script.text.contains("Which task is done #42:"))
    script.press("2")
    script.press("D d")
    #expect(script.text.contains("Why against the objection"))
    script.type("the schema is compatible")
    script.press("Enter E r 1")
    #expect(script.text.contains("What rules it out"))
    script.type("40 % used")
    script.press("Enter")
    #expect(script.sent.first == "n42 done \(detail.tasks.filter(\.isOpen)[1].id)")
    #expect(script.sent.last == "n42 rule out \(detail.hypotheses[0].id) 40 % used")
    #expect(script.sent.count == 3)
  }

  @Test func whatIsLikeItIsSeenInTheRoomAndListedWithOneKey() throws {
    var script = ScreenScript(try TestWorld.warRoom(), columns: 120, rows: 60)
    script.press("j j Enter")
    #expect(script.text.contains("Like this one") && script.text.contains("index rebuilt"))
    script.press("~")
    #expect(script.state.place == .past && script.text.contains("the likest first"))
    script.press("q")
    #expect(script.state.place == .room(StreamID("incident", "n42")))
    script.press("4")
    #expect(!script.text.contains("the likest first"))
    script.press("1 g ~")
    #expect(script.text.contains("Nothing that is over is like #"))
  }

  @Test func aSEV1ThatNobodyWritesOnIsNudged() throws {
    var script = ScreenScript(try TestWorld.warRoom())
    script.press("j j Enter")
    #expect(!script.text.contains("Nothing was written"))
    script.send(.tick(script.world.now + .minutes(10)))
    #expect(script.text.contains("Nothing was written for 11m on a SEV1."))
  }

  @Test func anAlertIsJudgedByOneKey() throws {
    var script = ScreenScript(try TestWorld.afterwards())
    script.press("j j Enter")
    script.press("J")
    #expect(script.text.contains("Alert 1 of 3 on #42, Errors: Errors is high"))
    script.press("y n")
    let said = script.performed.map { item -> String in
      guard case .incident(let id, let judge as JudgeAlert, _) = item.command else { return "?" }
      return "\(id.key) \(judge.name) \(judge.verdict?.rawValue ?? "-")"
    }
    #expect(said == ["n42 Errors useful", "n42 Disk noise"], "what was judged before is passed over")
    guard case .keys = script.state.mode else {
      Issue.record("the walk goes on after the last")
      return
    }
  }

  @Test func aVerdictCanBeLookedAtAndLeft() throws {
    var script = ScreenScript(try TestWorld.afterwards())
    script.press("j j Enter")
    script.press("J j")
    #expect(script.text.contains("Latency is high (was noise)"))
    script.press("n")
    #expect(script.performed.isEmpty, "the same again is no news")
    script.press("q")
    #expect(script.text.contains("2 left"))
    script.press("J m")
    #expect(script.text.contains("Should have fired"))
    script.type("a probe of the checkout")
    script.press("Enter")
    guard case .incident(_, let missing as ReportMissingAlert, _) = script.performed.last?.command else {
      Issue.record("nothing was reported")
      return
    }
    #expect(missing.text == "a probe of the checkout")
  }

  @Test func alertsOfWhatStillBurnsAreNotJudged() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j Enter J")
    #expect(script.text.contains("#42 is not over yet"))
    #expect(script.performed.isEmpty)
  }

  @Test func theDayThatComesRoundIsOneQuietLine() throws {
    let world = TestWorld.anniversary()
    let script = ScreenScript(world)
    let line = script.text.split(separator: "\n").first { $0.contains("A year ago on 24 Nov: #12 SEV1 Checkout fails") }
    #expect(line != nil && script.text.split(separator: "\n").count { $0.contains("action items") } <= 1)
    #expect(ScreenScript(world, columns: 40).text.contains("A year ago on 24 Nov"))
  }
}
