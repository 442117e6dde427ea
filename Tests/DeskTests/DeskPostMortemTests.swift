import Commands
import EventLog
import Incidents
import Ledger
import Procedures
import Review
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskPostMortemTests {
  private func played() async throws -> (DeskStore, StreamID) {
    var configuration = DeskConfiguration.sample
    configuration.procedures = ProcedureShelf([Procedure.parse("# Look\n\n- [ ] One\n- [ ] Two\n", name: "look")])
    let store = try DeskStore(configuration: configuration)
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    store.advance(.minutes(2))
    try await store.perform(Acknowledge(), on: incident)
    try await store.perform(AssignRole(.commander, person: "tom"), on: incident, by: .tom)
    let run = try #require(
      try await store.desk.perform(.startRun(procedure: "look", incident: incident), by: .lea).run)
    _ = try await store.desk.perform(.run(run, .skip(step: 1, reason: "known")), by: .lea)
    store.advance(.minutes(3))
    try await store.perform(Log("roll back", entry: .decision), on: incident, by: .tom)
    try await store.perform(Log("noise of another team"), on: incident, by: .tom)
    let noise = try #require(try store.desk.detail(incident).timeline.last)
    try await store.perform(Hide(noise.id), on: incident, by: .tom)
    store.advance(.minutes(5))
    try await store.perform(Mitigate(note: "rolled back"), on: incident)
    store.advance(.minutes(10))
    try await store.perform(Resolve(verifiedBy: "ratio below 0.1 %"), on: incident)
    return (store, incident)
  }

  @Test func itHoldsWhatTheLogHolds() async throws {
    let (store, incident) = try await played()
    let draft = try store.desk.postMortem(of: incident)
    #expect(draft.label == "1" && draft.title == "Too many errors" && draft.severityReached == .sev1)
    #expect(draft.owesReview && draft.status == .resolved && draft.preparedAt == store.now)
    #expect(draft.verification == "ratio below 0.1 %" && draft.recovery.measured == .minutes(22))
    #expect(draft.decisions.map(\.text) == ["roll back"])
    #expect(draft.hiddenEntries == 1)
    #expect(draft.timeline.allSatisfy { !$0.text.contains("noise") })
    #expect(draft.runs.map(\.procedure) == ["look"] && draft.runs[0].skipped.map(\.reason) == ["known"])
    #expect(draft.promises.contains { $0.kind == Clocks.acknowledge && $0.isKept })
    #expect(draft.chainHead?.hasPrefix(store.ledger.node + "-") == true)
    #expect(draft.gaps.allSatisfy { !$0.what.isEmpty })
    #expect(draft.gaps.contains { $0.command?.hasPrefix("sitrep ") == true })
  }

  @Test func peopleBecomeRolesUnlessTheirNamesAreAskedFor() async throws {
    let (store, incident) = try await played()
    let roles = try store.desk.postMortem(of: incident)
    #expect(roles.timeline.allSatisfy { $0.who != "lea" && $0.who != "tom" })
    let names = try store.desk.postMortem(of: incident, names: true)
    #expect(names.timeline.contains { $0.who == "tom" })
  }

  @Test func anOpenIncidentCanBeDraftedAtAnyTime() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    let draft = try store.desk.postMortem(of: incident)
    #expect(draft.status == .acknowledged && draft.reviewDue == nil)
    #expect(try !draft.markdown().isEmpty)
  }

  @Test func whatWasTakenBackLeavesTheStoryAndStaysInTheLog() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    try await store.perform(Acknowledge(), on: incident)
    try await store.perform(Undo(), on: incident)
    store.advance(.minutes(6))
    try await store.perform(Acknowledge(), on: incident)
    try await store.perform(Mitigate(note: "too early"), on: incident)
    try await store.perform(Undo(), on: incident)
    try await store.perform(Mitigate(note: "rolled back"), on: incident)
    let draft = try store.desk.postMortem(of: incident)
    #expect(draft.takenBackEntries == 4)
    #expect(draft.timeline.count { $0.text == "Acknowledged" } == 1)
    #expect(draft.timeline.filter { $0.text.hasPrefix("Mitigated") }.map(\.text) == ["Mitigated: rolled back"])
    #expect(draft.timeline.allSatisfy { !$0.text.contains("taken back") && !$0.text.hasPrefix("Undone") })
    #expect(try draft.markdown().contains("taken back: 4 of the entries"))
    let told = try store.desk.detail(incident).timeline.map(\.text)
    #expect(told.contains { $0.hasPrefix("Undone") } && told.contains("Mitigated: too early"))
    let promises = draft.promises.map { "\($0.rule) \($0.dueAt.milliseconds / 60_000) \($0.state)" }
    #expect(Set(promises).count == promises.count)
  }
}
