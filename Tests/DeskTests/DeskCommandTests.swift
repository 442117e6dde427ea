import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskCommandTests {
  @Test func anIncidentFromDeclarationToItsClose() async throws {
    let store = try DeskStore()
    let desk = store.desk
    let outcome = try await desk.perform(
      .declare(Declare(title: "Checkout fails", severity: .sev2, service: "checkout")), by: .lea)
    let incident = try #require(outcome.incident)
    #expect(outcome.sentence == "#1 declared SEV2: Checkout fails")
    #expect(incident == StreamID("incident", "a1"))
    var row = try desk.detail(incident).row
    #expect(row.status == .acknowledged && row.isSeverityConfirmed && row.tier == 1)
    #expect(row.declaredAt == .at("10:00"))

    store.advance(.minutes(1))
    try await store.perform(Unacknowledge(reason: "wrong person"), on: incident)
    store.advance(.minutes(1))
    try await store.perform(Acknowledge(), on: incident, by: .tom)
    store.advance(.minutes(1))
    try await store.perform(Log("  error ratio 12 %  ", entry: .observation), on: incident)
    row = try desk.detail(incident).row
    #expect(row.acknowledgedBy == "tom")

    store.advance(.minutes(1))
    try await store.perform(SetSeverity(.sev1), on: incident)
    store.advance(.minutes(9))
    try await store.perform(Mitigate(note: "rolled back"), on: incident)
    store.advance(.minutes(10))
    try await store.perform(Resolve(verifiedBy: "error ratio 0.1 %"), on: incident)
    let owed = await #expect(throws: Trouble.self) { try await store.perform(Close(), on: incident) }
    #expect(owed?.code == .refused && owed?.message.contains("--waive") == true)
    store.advance(.minutes(1))
    let closed = try await store.perform(Close(waiver: "a drill of the tools"), on: incident)
    #expect(closed.sentence.hasPrefix("#1 "))

    let detail = try desk.detail(incident)
    #expect(detail.row.status == .closed && detail.row.severity == .sev1)
    #expect(detail.row.mitigatedAt == .at("10:13") && detail.row.resolvedAt == .at("10:23"))
    #expect(detail.verification == "error ratio 0.1 %" && detail.waiver == "a drill of the tools")
    #expect(detail.timeline.contains { $0.text == "  error ratio 12 %  " && $0.label == "observation" })
    #expect(detail.timeline.map(\.happenedAt) == detail.timeline.map(\.happenedAt).sorted())
    #expect(detail.row.deadlines.allSatisfy { !$0.isOpen || $0.kind == Clocks.update })
  }

  @Test func whoLookedBeforeAnotherChangedItIsToldWhatChanged() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    let seen = try store.desk.detail(incident).row.revision
    try await store.perform(SetSeverity(.sev1), on: incident, revision: seen, by: .tom)
    let before = try store.ledger.position
    let trouble = await #expect(throws: Trouble.self) {
      try await store.perform(SetSeverity(.sev3, reason: "it looks small"), on: incident, revision: seen)
    }
    #expect(trouble?.code == .changedMeanwhile && trouble?.exitCode == 1)
    #expect(trouble?.message.contains("tom: ") == true && trouble?.message.contains("SEV1") == true)
    #expect(try store.ledger.position == before)
    let now = try store.desk.detail(incident).row.revision
    try await store.perform(SetSeverity(.sev3, reason: "it looks small"), on: incident, revision: now)
    #expect(try store.desk.detail(incident).row.severity == .sev3)
  }

  @Test func aLineOnTheTimelineMakesNobodysViewStale() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    let seen = try store.desk.detail(incident).row.revision
    try await store.perform(Log("a note"), on: incident, by: .tom)
    try await store.perform(SetSeverity(.sev1), on: incident, revision: seen)
    #expect(try store.desk.detail(incident).row.severity == .sev1)
  }

  @Test func undoTakesBackTheActorsOwnLastCommandAlone() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.seconds(10))
    try await store.perform(Log("wrong window"), on: incident)
    #expect(try store.desk.detail(incident).undoable?.contains("wrong window") == true)
    #expect(try store.desk.detail(incident, for: .tom).undoable == nil)
    let trouble = await #expect(throws: Trouble.self) { try await store.perform(Undo(), on: incident, by: .tom) }
    #expect(trouble?.code == .refused)
    store.advance(.seconds(10))
    try await store.perform(Undo(), on: incident)
    #expect(try store.desk.detail(incident).timeline.allSatisfy { $0.text != "wrong window" })
  }

  @Test func undoHasFiveMinutes() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    try await store.perform(Log("early"), on: incident)
    store.advance(Undo.window + .milliseconds(1))
    #expect(try store.desk.detail(incident).undoable == nil)
    let trouble = await #expect(throws: Trouble.self) { try await store.perform(Undo(), on: incident) }
    #expect(trouble?.message.contains("five minutes") == true)
  }

  @Test func aCorrectionShowsTheBetterTextAndSaysThatItIsOne() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    try await store.perform(Log("lag 3 s"), on: incident)
    let entry = try #require(try store.desk.detail(incident).timeline.first { $0.text == "lag 3 s" })
    store.advance(.seconds(5))
    try await store.perform(Correct(entry.id, text: "lag 3 ms", reason: "unit"), on: incident)
    let corrected = try #require(try store.desk.detail(incident).timeline.first { $0.id == entry.id })
    #expect(corrected.text == "lag 3 ms" && corrected.isCorrected)
    let missing = EventID(node: "nobody", sequence: 7)
    let trouble = await #expect(throws: Trouble.self) {
      try await store.perform(Correct(missing, text: "x", reason: "y"), on: incident)
    }
    #expect(trouble?.code == .noSuchIncident && trouble?.exitCode == 66)
  }

  @Test func whatIsNotThereIsSaidSo() async throws {
    let store = try DeskStore()
    let nowhere = StreamID("incident", "nowhere")
    let unknown = await #expect(throws: Trouble.self) { try await store.perform(Acknowledge(), on: nowhere) }
    #expect(unknown?.exitCode == 66)
    #expect(throws: Trouble.self) { try store.desk.detail(nowhere) }
    #expect(throws: Trouble.self) { try store.desk.postMortem(of: nowhere) }
    let run = StreamID("run", "nowhere")
    let noRun = await #expect(throws: Trouble.self) {
      try await store.desk.perform(.run(run, .complete), by: .lea)
    }
    #expect(noRun?.code == .noSuchIncident)
    let noRunbook = await #expect(throws: Trouble.self) {
      try await store.desk.perform(.startRun(procedure: "none", incident: nil), by: .lea)
    }
    #expect(noRunbook?.code == .noSuchFile && noRunbook?.message.contains("runbook list") == true)
    for name in ["9", "#9", "x", "", "1z", "incident:nowhere", "99999999999999999999"] {
      let trouble = #expect(throws: Trouble.self) { try store.desk.incident(named: name) }
      #expect(trouble?.code == .noSuchIncident, "\(name)")
    }
  }

  @Test func theVerbsBlockingWayDoesTheSame() throws {
    let store = try DeskStore()
    let outcome = try store.desk.performAndWait(
      .declare(Declare(title: "Search is slow", severity: .sev3, service: "search")), by: .lea)
    #expect(try store.desk.incident(named: "#1") == outcome.incident)
    #expect(try store.desk.incident(named: "incident:a1") == outcome.incident)
    let trouble = #expect(throws: Trouble.self) {
      try store.desk.performAndWait(.declare(Declare(title: " ", severity: .sev3, service: nil)), by: .lea)
    }
    #expect(trouble?.code == .refused)
  }
}
