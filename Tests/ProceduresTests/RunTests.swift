import EventLog
import Testing

@testable import Procedures

/// A run played by commands, as the desk would: each decision's drafts become events that the fold reads.
struct RunScript {
  let stream = StreamID("run", "1")
  let incident = StreamID("incident", "42")
  private(set) var events: [Event] = []
  var minute: Int64 = 0

  var run: Run { RunFold.state(of: stream, from: events) }
  var texts: [String] { events.compactMap { RunFold.text(of: $0) } }

  static let procedure = Procedure.parse(
    "---\ntarget: 15m\nservice: api\n---\n## Steps\n1. Check upstreams\n2. Roll back\n3. Watch\n",
    name: "high-error-rate")

  mutating func perform<Command: Deciding>(_ command: Command, as person: String = "mira") throws
  where Command.Fold == RunFold {
    let now = Instant(milliseconds: minute * 60_000)
    let actor = Actor(person: person, via: "tty", assurance: .verified)
    let drafts = try command.decide(
      on: run, facts: Facts(now: now, actor: actor, newKey: { "key" }))
    for draft in drafts {
      let sequence = Int64(events.count + 1)
      events.append(
        Event(
          id: EventID(node: "n", sequence: sequence),
          stamp: Stamp(milliseconds: sequence, counter: 0, node: "n"),
          stream: draft.stream, incident: draft.incident, kind: draft.kind, actor: actor,
          happenedAt: draft.happenedAt,
          recordedAt: now, evidence: draft.evidence, drill: draft.drill, payload: draft.payload))
    }
  }
}

struct RunTests {
  private func started() throws -> RunScript {
    var script = RunScript()
    try script.perform(StartRun(RunScript.procedure, incident: script.incident, attachment: "sha256:text"))
    return script
  }

  @Test func readsOnTheTimeline() throws {
    var script = try started()
    try script.perform(FinishStep(number: 1, note: "all healthy"))
    try script.perform(SkipStep(number: 2, reason: "no canary here"))
    try script.perform(NoteStep(number: 3, text: "falling"))
    try script.perform(FinishStep(number: 3))
    try script.perform(ReopenStep(number: 3, reason: "rose again"))
    #expect(
      script.texts == [
        "started runbook high-error-rate", "high-error-rate 1/3: Check upstreams (all healthy)",
        "high-error-rate 2/3 skipped: no canary here", "high-error-rate 3/3 note: falling",
        "high-error-rate 3/3: Watch", "high-error-rate completed, 2/3 done, 1 skipped",
        "high-error-rate 3/3 to do again: rose again",
      ])
    #expect(script.events.allSatisfy { $0.incident == script.incident })
  }

  @Test func keepsStateOperatorAndText() throws {
    var script = try started()
    script.minute = 3
    try script.perform(FinishStep(number: 1), as: "lea")
    let run = script.run
    #expect(run.step(1)?.state == .done)
    #expect(run.step(1)?.person == "lea")
    #expect(run.step(1)?.at == Instant(milliseconds: 180_000))
    #expect(run.current?.number == 2)
    #expect(run.attachment == "sha256:text" && run.text == nil)
    #expect(run.textHash == Chain.digest(of: RunScript.procedure.source.utf8))
    #expect(run.startedBy == "mira")
    let row = try #require(RunFold.rows(run).first)
    #expect(row.values.count == RunFold.table.columns.count)
    #expect(
      row.values == [
        .text("high-error-rate"), .text("Steps"), .text("runbook"), .text("incident:42"),
        .integer(0), .text("mira"),
        .null, .null, .integer(1), .integer(0), .integer(3), .integer(2), .text("Roll back"),
        .integer(0),
      ])
  }

  @Test func theLastTickCompletesTheRunAndKeepsItsPromise() throws {
    var script = try started()
    #expect(script.run.deadlines.open("runbook")?.dueAt == Instant(milliseconds: 900_000))
    script.minute = 14
    try script.perform(FinishStep(number: 1))
    try script.perform(SkipStep(number: 2, reason: "not the cause"))
    #expect(!script.run.isFinished)
    try script.perform(FinishStep(number: 3))
    #expect(script.run.outcome == .completed)
    #expect(script.run.deadlines.map { $0.state(at: Instant(milliseconds: 9_000_000)) } == [.kept])
    script.minute = 20
    try script.perform(ReopenStep(number: 3))
    #expect(!script.run.isFinished)
    #expect(script.run.deadlines.open("runbook") != nil)
    try script.perform(FinishStep(number: 3))
    #expect(
      script.run.deadlines.map { $0.state(at: Instant(milliseconds: 9_000_000)) } == [.broken])
  }

  @Test func twoPeopleCountOnce() throws {
    var script = try started()
    try script.perform(FinishStep(number: 1), as: "lea")
    let before = script.run
    try script.perform(FinishStep(number: 1), as: "mira")
    #expect(script.run == before)
    try script.perform(FinishStep(number: 1, note: "saw it too"), as: "mira")
    #expect(script.run.step(1)?.person == "lea")
    #expect(script.run.step(1)?.notes.map(\.text) == ["saw it too"])
    // Two files that met later: both say done, the earlier stamp stands, in whatever order they are read.
    var both = script.events
    var copy = both[2]
    copy.id = EventID(node: "m", sequence: 1)
    copy.stamp = Stamp(milliseconds: 900, counter: 0, node: "m")
    copy.actor.person = "late"
    both.insert(copy, at: 0)
    #expect(RunFold.state(of: script.stream, from: both.reversed()).step(1)?.person == "lea")
  }

  @Test func aSkippedStepThatIsDoneAfterAllIsDone() throws {
    var script = try started()
    try script.perform(SkipStep(number: 1, reason: "not now"))
    try script.perform(FinishStep(number: 1), as: "lea")
    #expect(script.run.step(1)?.state == .done)
    #expect(script.run.step(1)?.reason == nil)
  }

  @Test func refusesInWholeSentences() throws {
    var script = RunScript()
    #expect(throws: RunRefusal.notStarted) { try script.perform(FinishStep(number: 1)) }
    let empty = Procedure.parse("# Moved", name: "moved")
    #expect(throws: RunRefusal.hasNoSteps(procedure: "moved")) {
      try script.perform(StartRun(empty))
    }
    script = try started()
    #expect(throws: RunRefusal.alreadyStarted(procedure: "high-error-rate")) {
      try script.perform(StartRun(RunScript.procedure))
    }
    #expect(throws: RunRefusal.noSuchStep(number: 9, steps: 3)) {
      try script.perform(FinishStep(number: 9))
    }
    #expect(throws: RunRefusal.reasonMissing(number: 1)) {
      try script.perform(SkipStep(number: 1, reason: " "))
    }
    #expect(throws: RunRefusal.noteMissing) { try script.perform(NoteStep(number: 1, text: "")) }
    #expect(throws: RunRefusal.isOpen(number: 1)) { try script.perform(ReopenStep(number: 1)) }
    #expect(throws: RunRefusal.abandonReasonMissing) { try script.perform(EndRun(.abandoned)) }
    try script.perform(FinishStep(number: 1))
    #expect(throws: RunRefusal.isDone(number: 1, by: "mira")) {
      try script.perform(SkipStep(number: 1, reason: "x"))
    }
    try script.perform(EndRun(.abandoned, reason: "wrong runbook"))
    #expect(throws: RunRefusal.alreadyFinished(procedure: "high-error-rate", outcome: .abandoned)) {
      try script.perform(FinishStep(number: 2))
    }
    #expect(throws: RunRefusal.alreadyFinished(procedure: "high-error-rate", outcome: .abandoned)) {
      try script.perform(ReopenStep(number: 1))
    }
    #expect(script.run.deadlines.first?.voidedAt != nil)
    let refusals: [RunRefusal] = [
      .alreadyStarted(procedure: "x"), .notStarted, .hasNoSteps(procedure: "x"),
      .alreadyFinished(procedure: "x", outcome: .completed), .noSuchStep(number: 1, steps: 2),
      .reasonMissing(number: 1), .noteMissing, .isDone(number: 1, by: "x"), .isOpen(number: 1),
      .abandonReasonMissing, .noSuchOption(number: 1, names: []), .noSuchOption(number: 9, names: ["A", "B"]),
      .isNotTaken(number: 1, option: "B"), .noName("a b"), .noValue(name: "pod"),
    ]
    for refusal in refusals {
      #expect(refusal.sentence.hasSuffix("."))
      #expect(refusal.sentence.first?.isUppercase == true || "x\"".contains(refusal.sentence.prefix(1)))
    }
  }

  @Test func completesEarlyAndKeepsWhatWasLeft() throws {
    var script = try started()
    try script.perform(EndRun(.completed, reason: "option A was enough"))
    #expect(script.run.outcome == .completed)
    #expect(script.run.open.map(\.number) == [1, 2, 3])
    #expect(script.texts.last == "high-error-rate completed, 0/3 done: option A was enough")
    #expect(script.run.current == nil)
  }

  @Test func foldsWithoutItsBeginningAndWithNonsense() throws {
    let script = try {
      var script = try started()
      try script.perform(FinishStep(number: 2))
      return script
    }()
    let partial = RunFold.state(of: script.stream, from: Array(script.events.dropFirst(2)))
    #expect(partial.steps.map(\.number) == [2])
    #expect(RunFold.rows(partial).filter { $0.table == "run" }.isEmpty)
    var odd = script.events[2]
    odd.payload = PayloadText.encode(
      StepFinished(procedure: "x", number: Int.max, steps: 3, title: "t", note: "n"))
    odd.id = EventID(node: "n", sequence: 99)
    #expect(RunFold.state(of: script.stream, from: script.events + [odd]) == script.run)
  }

  @Test func everyOrderFoldsToTheSame() throws {
    var script = try started()
    try script.perform(FinishStep(number: 1, note: "a"))
    try script.perform(SkipStep(number: 2, reason: "b"))
    try script.perform(ReopenStep(number: 2))
    let expected = script.run
    for shift in script.events.indices {
      let turned = Array(script.events[shift...] + script.events[..<shift])
      #expect(RunFold.state(of: script.stream, from: turned + turned.reversed()) == expected)
    }
    let description = FoldDescription(RunFold.self)
    var state: String?
    for event in script.events {
      state = description.step(script.stream, state, event)?.folded.state
    }
    #expect(state == description.fold(script.stream, script.events).state)
  }

  @Test func aDrillStaysADrill() throws {
    var script = RunScript()
    try script.perform(StartRun(RunScript.procedure, drill: true))
    try script.perform(FinishStep(number: 1))
    #expect(script.events.allSatisfy { $0.drill })
    #expect(script.run.isDrill)
  }
}
