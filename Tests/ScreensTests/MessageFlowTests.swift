import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// What follows from what: nothing waits, nothing is lost, nothing happens to the wrong incident.
@Suite struct MessageFlowTests {
  static let done = Outcome(events: [], incident: nil, run: nil, sentence: "#41 acknowledged")

  @Test func aCommandIsShownAsUnderWayUntilItsAnswer() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("a")
    #expect(script.text.contains("triggered …"))
    #expect(script.text.contains("Acknowledge #41 …"))
    script.press("j")
    #expect(script.state.list.id?.key == "n44")
    script.answer(.success(Self.done))
    #expect(!script.text.contains("triggered …"))
    #expect(script.text.contains("#41 acknowledged"))
    #expect(script.state.pending.isEmpty)
  }

  @Test func aRefusalIsSaidAndStaysInTheHelp() throws {
    var script = ScreenScript(try TestWorld.afternoon(), columns: 60, rows: 8)
    let sentence =
      "The store is full: " + String(repeating: "free some room on its disk, ", count: 12) + "then repeat it."
    script.press("a")
    script.answer(.failure(Trouble(.diskFull, sentence)))
    #expect(script.text.contains("Acknowledge #41: The store is full"))
    #expect(script.text.contains("? shows all"))
    script.press("?")
    #expect(script.state.lastTrouble?.hasSuffix("then repeat it.") == true)
    #expect(script.text.contains("Said last"))
  }

  @Test func aRefusedNoteIsKeptAsDraft() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("l")
    script.type("worth keeping")
    script.press("Enter")
    script.answer(.failure(Trouble(.busy, "Try again.")))
    script.press("l")
    #expect(script.text.contains("log #41: worth keeping"))
  }

  @Test func aRefusedLineIsOfferedAgain() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j Enter I")
    script.type("one in eight")
    script.press("Enter")
    #expect(script.sent == ["n42 impact one in eight"])
    script.answer(.failure(Trouble(.busy, "Try again.")))
    script.press("I")
    #expect(script.text.contains("Impact #42: one in eight"))
  }

  @Test func draftsAreKeptForEachIncident() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("l")
    script.type("first")
    script.press("Esc j l")
    script.type("second")
    #expect(script.state.openDraft?.text == "second")
    script.press("^G k l")
    #expect(script.text.contains("log #41: first"))
    script.press("^C")
    #expect(script.state.drafts.values.sorted() == ["first", "second"])
    #expect(script.sent.isEmpty)
  }

  @Test func aKeptDraftIsSaidAndCanBeDropped() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("l")
    #expect(!script.text.contains("kept from before"))
    script.type("first thought")
    script.press("Esc l")
    #expect(script.text.contains("This draft was kept from before"))
    script.press("← ^U")
    #expect(script.state.openDraft?.text == "" && !script.text.contains("kept from before"))
    script.press("Esc")
    #expect(script.state.drafts.isEmpty)
    script.press("l")
    script.type("new")
    script.press("Enter")
    #expect(script.sent == ["n41 log note new"])
  }

  @Test func aKeptLineIsSaidToo() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j Enter I")
    script.type("one in")
    script.press("Esc I")
    #expect(script.text.contains("Kept from before") && script.text.contains("Impact #42: one in"))
    script.press("^U")
    script.type("all")
    #expect(!script.text.contains("Kept from before"))
    script.press("Enter")
    #expect(script.sent == ["n42 impact all"])
  }

  @Test func undoIsOfferedForTheIncidentThatWasChangedAlone() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let (first, second) = (script.world.rows[0].id, script.world.rows[1].id)
    for id in [first, second] { script.world.details[id]?.undoable = "Acknowledged \(id.key)" }
    script.press("a j")
    script.answer(.success(Outcome(events: [], incident: first, sentence: "#41 Acknowledged")))
    #expect(script.text.contains("#41 Acknowledged") && !script.text.contains("u takes back"))
    script.press("a")
    script.answer(.success(Outcome(events: [], incident: second, sentence: "#44 Acknowledged")))
    #expect(script.text.contains("u takes back: Acknowledged n44"))
  }

  @Test func undoIsRefusedOnlyOnceItIsKnownThatThereIsNothing() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("u")
    #expect(script.sent.isEmpty && script.text.contains("nothing of the last five minutes"))
    // Right behind a command, before anybody could have answered.
    script.press("a u")
    #expect(script.sent.map { $0.prefix(8) } == ["n41 ackn", "n41 Undo"])
  }

  @Test func thePaletteKnowsEveryCommandAndSaysWhereItBelongs() throws {
    var script = ScreenScript(try TestWorld.afternoon(), columns: 120)
    script.press(":")
    let matches = script.state.matches(Palette())
    #expect(matches.count == Registry.all.count)
    script.type("mitigate")
    #expect(script.text.contains("not here: it belongs in an incident or in an open runbook"))
    script.press("Enter")
    #expect(script.sent.isEmpty && script.text.contains("Mitigate is not to be had here: it belongs in an incident"))
  }

  @Test func earlierLinesComeBack() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    for text in ["one", "two"] {
      script.press("l")
      script.type(text)
      script.press("Enter")
    }
    script.press("l")
    script.type("own")
    script.press("↑")
    #expect(script.state.openDraft?.text == "two")
    script.press("↑ ↑")
    #expect(script.state.openDraft?.text == "one")
    script.press("↓ ↓")
    #expect(script.state.openDraft?.text == "own")
  }

  @Test func aPasteNeitherActsNorSubmits() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.send(.key(.paste("a\nq\n:quit\n")))
    #expect(script.sent.isEmpty && script.effects.isEmpty)
    #expect(script.text.contains("A paste does nothing here"))
    script.press("l")
    script.send(.key(.paste("two\nlines\n")))
    #expect(script.sent.isEmpty)
    #expect(script.state.openDraft?.text == "two lines")
  }

  @Test func theSelectionFollowsTheIncident() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j")
    #expect(script.state.selectedIncident?.label == "42")
    script.world.rows.reverse()
    script.send(.changed)
    #expect(script.state.selectedIncident?.label == "42")
    #expect(script.state.list.index == 1)
  }

  @Test func whatVanishesLeavesALineAndNothingToActOn() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j")
    let gone = script.world.rows.remove(at: 1)
    script.world.details[gone.id]?.row.status = .resolved
    script.send(.changed)
    #expect(script.state.selectedIncident == nil)
    #expect(script.text.contains("#44 p95 3.4 s on search, twice what it was an hour ago: resolved."))
    script.press("a")
    script.press("s")
    script.press("l")
    #expect(script.sent.isEmpty)
    #expect(script.text.contains("no incident is selected"))
    script.press("j")
    #expect(script.state.selectedIncident?.label == "42")
    #expect(!script.text.contains("Nothing is selected"))
  }

  @Test func aChangedIncidentIsAskedAboutAgainWithTheNewRevision() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let seen = script.world.rows[0].revision
    let id = script.world.rows[0].id
    script.press("s 1")
    script.world.details[id]?.row.revision = seen + 3
    // What was typed before the question was painted is not its answer.
    let ticket = try #require(script.performed.last?.ticket)
    script.send(.performed(ticket: ticket, .failure(Trouble(.changedMeanwhile, "jon set it to SEV3."))))
    script.send(.key(.enter))
    script.send(.key(.character("y")))
    #expect(script.sent.count == 1)
    script.send(.painted)
    #expect(script.text.contains("jon set it to SEV3."))
    script.send(.key(.enter))
    #expect(script.sent.last == "n41@\(seen + 3) severity SEV1")
  }

  @Test func aQuestionCanBeLeft() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let id = script.world.rows[0].id
    script.press("s 1")
    script.world.details[id]?.row.revision += 1
    script.answer(.failure(Trouble(.changedMeanwhile, "jon set it to SEV3.")))
    script.press("q")
    #expect(script.sent.count == 1)
    #expect(script.text.contains("left as it is"))
    #expect(script.effects.isEmpty)
  }

  @Test func anotherChangeAsksAnewBeforeEnterCounts() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let seen = script.world.rows[0].revision
    let id = script.world.rows[0].id
    script.press("s 1")
    script.world.details[id]?.row.revision = seen + 1
    script.answer(.failure(Trouble(.changedMeanwhile, "jon set it to SEV3.")))
    script.world.details[id]?.row.revision = seen + 2
    script.send(.changed)
    script.send(.key(.enter))
    #expect(script.sent.count == 1)
    script.send(.painted)
    script.press("Enter")
    #expect(script.sent.last == "n41@\(seen + 2) severity SEV1")
  }

  @Test func readOnlyRefusesEveryChangeAndSaysWhy() throws {
    for command in Registry.commands(at: .list) where command.effect != .read {
      var script = ScreenScript(try TestWorld.afternoon(), isReadOnly: true)
      for key in command.keys { script.press(key) }
      #expect(script.sent.isEmpty)
      #expect(script.text.contains("this console is read-only"), "\(command.id)")
      #expect(script.text.contains("READ-ONLY"))
    }
  }

  @Test func quitIsOneKeyAtTheTopAndBackElsewhere() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("Enter q 2 q Esc ←")
    #expect(script.state.place == .list)
    #expect(script.effects.isEmpty)
    script.press("q")
    guard case .quit? = script.effects.last else {
      Issue.record("q does not quit")
      return
    }
  }

  @Test func pinAndHideTurnRound() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j Enter * k -")
    let entries = try #require(script.world.details[StreamID("incident", "n42")]?.timeline)
    #expect(
      script.sent == [
        "n42 pin \(entries[entries.count - 1].id) true", "n42 hide \(entries[entries.count - 2].id) true",
      ])
  }

  @Test func theEditorsTextBecomesANote() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j Enter e")
    guard case .edit? = script.effects.last else {
      Issue.record("no editor is opened")
      return
    }
    script.send(.edited("line one\nline two\n"))
    #expect(script.sent == ["n42 log note line one\nline two"])
  }

  @Test func aRunBeginsWithoutWaiting() throws {
    var world = try TestWorld.afternoon()
    let id = StreamID("incident", "n42")
    world.details[id]?.runs = []
    world.details[id]?.runbook?.run = nil
    var script = ScreenScript(world)
    script.press("j j r")
    #expect(script.sent == ["start high-error-rate n42"])
    #expect(script.state.place == .stepper(name: "high-error-rate", run: nil, incident: id))
    #expect(script.text.contains("Look at the dashboard"))
    script.answer(.success(Outcome(events: [], run: TestWorld.runID, sentence: "high-error-rate started for #42")))
    #expect(script.state.place == .stepper(name: "high-error-rate", run: TestWorld.runID, incident: id))
    #expect(script.state.selectedStep?.number == 4)
  }

  @Test func severalRunbooksAreAskedFor() throws {
    var world = try TestWorld.afternoon()
    let id = StreamID("incident", "n42")
    world.details[id]?.runbook = world.runbooks[1]
    var script = ScreenScript(world)
    script.press("j j r")
    #expect(script.text.contains("2  redis-failover: Fail over the redis primary"))
    script.press("2")
    #expect(script.sent == ["start redis-failover n42"])
  }

  @Test func severalThatNameTheRuleAreAskedFor() throws {
    var world = try TestWorld.afternoon()
    let id = StreamID("incident", "n42")
    world.details[id]?.runs = []
    world.details[id]?.runbook?.run = nil
    world.details[id]?.furtherRunbooks = [world.runbooks[1]]
    var script = ScreenScript(world)
    script.press("j j r")
    #expect(script.text.contains("Which runbook?") && script.text.contains("2  redis-failover"))
    script.press("2")
    #expect(script.sent == ["start redis-failover n42"])
  }

  @Test func aRunbookForTheServiceIsOfferedAndNotStartedByItself() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("r")
    #expect(script.sent.isEmpty)
    #expect(script.text.contains("No runbook names an alert of #41. For its service redis there is one"))
    #expect(script.text.contains("1  redis-failover: Fail over the redis primary"))
    #expect(script.text.contains("0 shows all"))
    script.press("1")
    #expect(script.sent == ["start redis-failover n41"])
  }

  @Test func anotherRunbookThanTheServicesCanBeChosen() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("r 0")
    #expect(script.state.place == .runbooks && script.text.contains("for #41"))
    script.press("g S")
    #expect(script.sent == ["start high-error-rate n41"])
  }

  @Test func withoutARunbookTheListIsOffered() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j r")
    #expect(script.state.place == .runbooks)
    #expect(script.text.contains("No runbook names an alert of #44 or its service web."))
    #expect(script.text.contains("for #44"))
    script.press("j S")
    #expect(script.sent == ["start redis-failover n44"])
  }

  @Test func commandsArePrintedWithoutBorders() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("j j r Y")
    guard case .printBorderless(let text)? = script.effects.last else {
      Issue.record("nothing is printed")
      return
    }
    #expect(text == "kubectl rollout history deploy/api\nkubectl -n api get events --sort-by=.lastTimestamp")
  }

  @Test func thePastIsSearchedAndOpened() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("4 /")
    script.type("search")
    script.press("Enter")
    #expect(script.text.contains("Those that hold \"search\""))
    #expect(script.text.contains("mira: the index of search is stale"))
    script.press("Enter")
    #expect(script.state.place == .room(StreamID("incident", "n38")))
    script.press("q")
    #expect(script.state.place == .past)
  }

  @Test func findingSelectsAndGoesRound() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("/")
    script.type("pms")
    script.press("Enter")
    #expect(script.state.selectedIncident?.label == "39")
    script.press("g >")
    #expect(script.state.selectedIncident?.label == "39")
    script.press("j j Enter")
  }

  @Test func aNewAlertRingsOnce() throws {
    var world = try TestWorld.afternoon()
    let new = world.rows.removeFirst()
    var script = ScreenScript(world)
    #expect(script.effects.isEmpty)
    script.world.rows.insert(new, at: 0)
    script.send(.changed)
    script.send(.changed)
    #expect(script.effects.count == 1)
    guard case .alarm("Sitrep: #41 SEV2 redis_up 0 on cache-2")? = script.effects.last else {
      Issue.record("nothing rings: \(script.effects)")
      return
    }
  }

  @Test func whatIsDeclaredIsSelected() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.press("n")
    script.type("SEV3 web: slow")
    script.press("Enter")
    script.answer(.success(Outcome(events: [], incident: StreamID("incident", "n39"), sentence: "#39 declared")))
    #expect(script.state.selectedIncident?.label == "39")
  }

  @Test func aFailedLoadKeepsWhatIsShownAndIsRetried() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    let before = script.state.board
    script.send(.loaded(.board, .failure(Trouble(.inputOutput, "The store cannot be read: input/output error."))))
    #expect(script.state.board == before)
    #expect(script.text.contains("The store cannot be read"))
  }

  @Test func questionsAreNotPiledUp() throws {
    var world = try TestWorld.afternoon()
    world.isSilent = true
    var script = ScreenScript(world)
    for _ in 0..<20 { script.send(.changed) }
    #expect(script.effects.count == 1)
    script.send(.loaded(.board, world.answer(.board)))
    // What was asked before the change is asked once more.
    let boards = script.effects.filter { if case .load(.board) = $0 { true } else { false } }
    #expect(boards.count == 2)
  }
}
