import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

/// An incident as it was known at a moment: what was recorded up to then, and nothing else.
@Suite struct DeskAsKnownTests {
  private func known(_ store: DeskStore, _ incident: StreamID, at moment: Instant) throws -> IncidentDetail {
    guard
      case .incident(let detail) = try store.desk.answer(
        .asKnown(incident, at: moment, entries: 1_000), for: .lea)
    else { throw Trouble(.refused, "another answer") }
    return detail
  }

  /// At each moment of its life the past is what the detail said at that moment.
  @Test func thePastIsWhatWasShownThen() async throws {
    let store = try DeskStore()
    try await store.receive(.sample(fingerprint: "f1", severity: "critical"))
    let incident = try #require(try store.desk.board().rows.first).id
    var seen: [IncidentDetail] = [try store.desk.detail(incident)]
    var moments = [store.now]
    let steps: [any IncidentCommand] = [
      Acknowledge(), AssignRole(.commander, person: "lea"), SetImpact("all of it"),
      Log("it began earlier", time: GivenTime(store.now - .minutes(9), precision: .minute)),
      Delegate("look at redis", to: "jon", within: .minutes(3)), AddHypothesis("the pool is too small"),
      SetSeverity(.sev2, reason: "only staging"), Mitigate(note: "rolled back"),
    ]
    for step in steps {
      store.advance(.minutes(1))
      try await store.perform(step, on: incident)
      seen.append(try store.desk.detail(incident))
      moments.append(store.now)
    }
    store.advance(.minutes(1))
    for (moment, then) in zip(moments, seen) {
      var past = try known(store, incident, at: moment)
      #expect(past.knownAt == moment)
      past.knownAt = nil
      var shown = then
      // What is offered to do is about now.
      (shown.undoable, shown.runbook, shown.row.lastWordAt) = (nil, nil, nil)
      shown.row.deadlines.sort { ($0.dueAt, $0.kind) < ($1.dueAt, $1.kind) }
      #expect(past == shown)
    }
  }

  @Test func correctionsSinceDoNotCount() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.minutes(1))
    try await store.perform(Log("the cache is cold"), on: incident)
    let entry = try #require(try store.desk.detail(incident).timeline.last)
    let moment = store.now
    store.advance(.minutes(1))
    try await store.perform(Correct(entry.id, text: "the cache is full", reason: "typing"), on: incident)
    #expect(try known(store, incident, at: moment).timeline.last?.text == "the cache is cold")
    #expect(try known(store, incident, at: store.now).timeline.last?.text == "the cache is full")
  }

  @Test func beforeItsFirstEventItIsRefused() async throws {
    let store = try DeskStore()
    store.advance(.minutes(5))
    let incident = try await store.declare()
    #expect(throws: Trouble(.refused, "Nothing was known of #1 then: it was opened later.")) {
      try known(store, incident, at: store.now - .minutes(1))
    }
    #expect(throws: Trouble.self) { try known(store, StreamID("incident", "none"), at: store.now) }
  }
}
