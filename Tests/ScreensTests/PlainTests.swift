import Commands
import Comms
import EventLog
import Incidents
import Testing

@testable import Screens

/// The console without a screen.
@Suite struct PlainTests {
  /// A conversation whose loads are answered at once.
  struct Talk {
    var conversation: PlainConversation
    var world: TestWorld
    private(set) var lines: [String] = []
    private(set) var sent: [String] = []
    private(set) var effects: [ScreenEffect] = []

    init(_ world: TestWorld, width: Int? = nil, isReadOnly: Bool = false) {
      self.world = world
      conversation = PlainConversation(now: world.now, width: width, isReadOnly: isReadOnly)
      take(conversation.start())
      lines = []
    }

    mutating func say(_ line: String) {
      lines = []
      take(conversation.read(line))
    }

    private mutating func take(_ turn: PlainTurn) {
      lines += turn.lines
      for effect in turn.effects {
        switch effect {
        case .load(let query): take(conversation.loaded(query, world.answer(query)))
        case .perform(let command, let ticket):
          sent.append(ScreenScript.words(command))
          take(conversation.performed(ticket, .success(Outcome(events: [], run: TestWorld.runID, sentence: "Done."))))
        default: effects.append(effect)
        }
      }
    }
  }

  @Test(arguments: [
    ("ack 41", "n41 acknowledge"), ("ack #44", "n44 acknowledge"), ("log 42 disk full", "n42 log note disk full"),
    ("log 42 -12m /decision keep", "n42 log decision 2026-11-21T14:20:00.000Z keep"),
    ("impact 42 all of it", "n42 impact all of it"),
    ("declare SEV1 api: down", "declare SEV1 api down"),
  ])
  func commandsByTheirWords(line: String, expected: String) throws {
    var talk = Talk(try TestWorld.afternoon())
    talk.say(line)
    #expect(talk.sent == [expected])
    #expect(talk.lines == ["Done."])
  }

  @Test func aTimeThatIsNoneIsSaid() throws {
    var talk = Talk(try TestWorld.afternoon())
    talk.say("log 42 25:99 disk full")
    #expect(talk.sent == ["n42 log note 25:99 disk full"])
    #expect(talk.lines.contains("25:99 is no time, so it stays in the text."))
  }

  @Test func severityCarriesReasonAndRevision() throws {
    var talk = Talk(try TestWorld.afternoon())
    let revision = try #require(talk.world.rows.first { $0.label == "42" }?.revision)
    talk.say("severity 42 SEV3 only staging")
    #expect(talk.sent == ["n42@\(revision) severity SEV3 because only staging"])
  }

  @Test func runbooksAreSteppedThrough() throws {
    var talk = Talk(try TestWorld.afternoon())
    talk.say("runbook 42")
    #expect(talk.lines.contains("4. Find the last change"))
    #expect(talk.lines.contains("   $ kubectl rollout history deploy/api"))
    talk.say("check")
    talk.say("skip 5 nothing to roll back")
    talk.say("complete")
    #expect(
      talk.sent == [
        "run r1 finish(step: 4, note: nil)", "run r1 skip(step: 5, reason: \"nothing to roll back\")",
        "run r1 complete",
      ])
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    var talk = Talk(try TestWorld.afternoon())
    for (line, answer) in [
      ("ack 42", "Not done: #42 is acknowledged, not waiting for anybody."), ("ack 999", "There is no incident #999."),
      ("resolve", "Say which incident: resolve N [VERIFIED BY]"),
      ("dance", "\"dance\" is no command here: help lists them."),
      ("log 42", "Nothing was recorded: there were no words."),
      ("severity 42 SEV9", "SEV9 is no severity: SEV1 to SEV4."),
      ("check", "No runbook is open: runbook NAME, or runbook N for an incident."),
    ] {
      talk.say(line)
      #expect(talk.lines == [answer])
    }
    #expect(talk.sent.isEmpty)
  }

  @Test func readOnlyChangesNothing() throws {
    var talk = Talk(try TestWorld.afternoon(), isReadOnly: true)
    for word in PlainWord.all where Registry.command(word.id)?.effect != .read {
      talk.say("\(word.word) 41 words")
      #expect(talk.lines == ["Not done: this console is read-only."])
    }
    #expect(talk.sent.isEmpty)
  }

  @Test func incidentsThatAreOverAreFoundByNumber() throws {
    var talk = Talk(try TestWorld.afternoon())
    talk.say("show 38")
    #expect(talk.lines.first == "#38 SEV1 search index stale")
    talk.say("38")
    #expect(talk.lines.first == "#38 SEV1 search index stale")
  }

  /// Every word has its line in the registry, and every change of the registry has a word, or is for a screen alone.
  @Test func theWordsCoverTheRegistry() {
    for word in PlainWord.all { #expect(Registry.command(word.id) != nil, "\(word.word)") }
    let covered = Set(PlainWord.all.map(\.id))
    // What only moves about on a screen. A line is as long as it needs to be, so an entry wants no editor; past and
    // show find words and print; each incident is named, so none is marked; whom else to tell, and whose word it
    // wants, the verbs of `sitrep comms` say.
    let forScreensAlone: Set = [
      "incident.logInEditor", "list.mark", "view.side", "view.print", "view.find", "view.findNext", "view.findPrevious",
      "view.palette", "view.back", "view.repaint", "view.suspend", "past.earlier", "past.later", "past.minuteEarlier",
      "past.minuteLater", "alert.judge", "message.write", "message.audience", "message.approve", "message.sent",
      "message.handOver",
    ]
    for command in Registry.all where !command.id.hasPrefix("move.") {
      #expect(covered.contains(command.id) != forScreensAlone.contains(command.id), "\(command.id)")
    }
    #expect(Set(PlainWord.all.map(\.word)).count == PlainWord.all.count)
  }

  @Test func aMessageIsReadOutAndGoesOnceThereIsAYes() throws {
    var world = try TestWorld.afternoon()
    world.ways = [.team: [MessageWay(channel: "team-chat", form: .chat)]]
    var talk = Talk(world)
    talk.say("tell 42")
    #expect(talk.lines.contains("5xx at 12 %") && talk.lines.last?.contains("comms send 42") == true)
    talk.say("send 42 We roll back 412.")
    #expect(talk.lines.contains("We roll back 412.") && talk.lines.contains("To the team: team-chat."))
    #expect(talk.sent.isEmpty)
    talk.say("yes")
    #expect(talk.sent.count == 1 && talk.sent[0].hasPrefix("n42@"))
    #expect(talk.sent[0].hasSuffix("tell internal by team-chat (1 letters): We roll back 412."), "\(talk.sent)")
    talk.say("send 41 words")
    #expect(talk.lines.last == "Not sent: it has gaps." && talk.sent.count == 1)
  }

  @Test func shiftsGoByTheNumbersThatWereReadOut() throws {
    var talk = Talk(try TestWorld.afternoon())
    // Nothing was read out yet: the number could mean anything.
    talk.say("override 3 jon")
    #expect(
      talk.sent.isEmpty && talk.lines.contains("shift 3: secondary: NOBODY, Mon 30 Nov 09:00 to Mon 30 Nov 21:00"))
    talk.say("override 3 jon")
    talk.say("swap 2 ada")
    #expect(talk.lines.last == "Say which: swap SHIFT NAME")
    talk.say("swap 2 ada")
    #expect(talk.sent == ["override add jon for - secondary", "swap jon to ada 2026-11-23"])
    talk.say("oncall")
    for line in ["swap 9 ada", "swap 2", "swap", "override x jon"] { talk.say(line) }
    #expect(talk.sent.count == 2)
  }

  @Test func whatIsOfferedIsAcceptedOrDeclined() throws {
    var talk = Talk(try TestWorld.busy())
    talk.say("takeover")
    talk.say("withdraw not now")
    #expect(talk.sent == ["accept handoff", "decline handoff not now"])
    talk.world.onCall.offers.removeFirst()
    talk.world.onCall.offers[0].to = "ops"
    talk.say("takeover")
    #expect(talk.sent.last?.hasPrefix("accept swap") == true)
    talk.world.onCall.offers = []
    talk.say("takeover mira cannot be reached")
    #expect(talk.sent.last == "accept handoff")
  }

  @Test func aChatIsTakenOverAfterAYes() throws {
    var talk = Talk(try TestWorld.afternoon())
    for line in ["import 42", "[14:02] lea: rolled back", "quit", "", "[14:03] jon: it falls"] { talk.say(line) }
    #expect(talk.effects.isEmpty && talk.lines.isEmpty)
    talk.say(".")
    #expect(talk.lines.contains("2 lines from a chat for #42.") && talk.sent.isEmpty)
    talk.say("no")
    #expect(talk.lines == ["Left as it is."] && talk.sent.isEmpty)
    for line in ["import 42", "[14:02] lea: rolled back", ".", "yes"] { talk.say(line) }
    #expect(talk.sent.count == 1 && talk.lines == ["Done."])
    for line in ["import 42", "nothing of a chat", "."] { talk.say(line) }
    #expect(talk.lines.first?.contains("No line in it says") == true)
    talk.say("yes")
    #expect(talk.sent.count == 1)
  }

  @Test func aWholeImportIsTakenBackAfterAYes() throws {
    var talk = Talk(try TestWorld.afternoon())
    let id = StreamID("incident", "n42")
    talk.say("undo 42")
    #expect(talk.lines.first?.hasPrefix("Not done: nothing of the last five minutes") == true)
    talk.world.details[id]?.undoable = "12 lines of chat that you took over"
    talk.world.details[id]?.undoableEntries = 12
    talk.say("undo 42")
    #expect(talk.lines.first == "This takes back 12 lines of chat that you took over." && talk.sent.isEmpty)
    talk.say("yes")
    #expect(talk.sent.count == 1)
  }

  @Test func theBoardAndTheSourceAreRead() throws {
    var talk = Talk(try TestWorld.warRoom())
    talk.say("board")
    for words in ["Impact    1 in 8 checkouts fails", "Next      jon: check replica lag"] {
      #expect(talk.lines.contains { $0.contains(words) }, "\(talk.lines)")
    }
    talk.say("source")
    #expect(talk.lines.first?.hasPrefix("No runbook is open") == true)
    talk.say("runbook 42")
    talk.say("source")
    #expect(talk.lines.first == "# High error rate")
  }

  @Test func linesAreWords() throws {
    let world = try TestWorld.afternoon()
    guard case .success(.board(let board)) = world.answer(.board) else { return }
    let lines = PlainScreen.lines(of: board, now: world.now)
    #expect(
      lines == [
        "ops@bastion1, team store; 4 open (1 SEV1, 1 SEV2, 2 SEV3); OVERDUE #41 ack by 2m; on call: mira, then jon from "
          + "Mon 09:00 Europe/Berlin; commander: lea; 14:32Z",
        "Sitrep wakes nobody yet: tell people by hand.",
        "#   SEV    STATE          NEXT       RTO     SERVICE  TITLE",
        "41  SEV2   triggered      ack +2m !  -       redis    redis_up 0 on cache-2",
        "44  SEV3?  triggered      ack 9m     -       web      p95 3.4 s on search, twice what it was an hour ago",
        "42  SEV1   ack lea        update 4m  17m     api      5xx ratio 12.4 % on checkout",
        "39  SEV3   mitigated jon  update 2h  verify  pms      PMS sync lag 22 min",
      ])
    for line in PlainScreen.rows(board, now: world.now, width: 70) { #expect(line.count <= 70) }
  }

  @Test func anIncidentIsToldWhole() throws {
    let world = try TestWorld.afternoon()
    let detail = try #require(world.details[StreamID("incident", "n42")])
    let lines = PlainScreen.lines(of: detail, now: world.now)
    for part in [
      "#42 SEV1 5xx ratio 12.4 % on checkout", "ack lea; service api, tier 1; 1 alert firing",
      "Impact: 1 in 8 checkouts fails since 13:50", "Condition: 5xx at 12 %", "commander: lea",
      "Due: update at 14:36, in 4m (SEV1: an update every 30m)", "Bridge: https://meet.example/42",
      "14:31 lea decision: roll back api 412 to 411 (no strong objections)",
      "Runbook: high-error-rate 3/11, target 15m missed by 27m",
    ] {
      #expect(lines.contains(part), "\(part) is missing in\n\(lines.joined(separator: "\n"))")
    }
    for line in PlainScreen.lines(of: detail, now: world.now, width: 40) { #expect(line.count <= 40) }
  }

  @Test func aNewStoreIsNotAllClear() {
    var talk = Talk(TestWorld.empty(isNew: true))
    talk.say("list")
    #expect(talk.lines.contains { $0.hasPrefix("This store is new") })
    #expect(!talk.lines.contains("No open incident."))
  }

  @Test func hostileTextCannotSteer() throws {
    var world = try TestWorld.afternoon()
    world.rows[0].title = "\u{1B}]0;x\u{7}\u{202E}evil\r\nack 42"
    guard case .success(.board(let board)) = world.answer(.board) else { return }
    for line in PlainScreen.lines(of: board, now: world.now) {
      #expect(
        line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E })
    }
  }
}
