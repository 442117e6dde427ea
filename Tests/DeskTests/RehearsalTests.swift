import Commands
import EventLog
import Incidents
import Ledger
import OnCall
import Procedures
import TestSupport
import Testing

@testable import Desk

@Suite struct RehearsalTests {
  private func store() throws -> DeskStore {
    let steps = ["Say that you have it", "See the ratio", "See the deployments", "Roll back"]
    let text = "# High error rate\n\n" + steps.map { "- [ ] \($0)\n" }.joined()
    return try DeskStore(
      configuration: DeskConfiguration(
        services: Rehearsal.services, rota: Rehearsal.rota(at: .at("10:00")),
        procedures: ProcedureShelf([Procedure.parse(text, name: "high-error-rate")]), host: "here", store: "demo",
        isDrill: true))
  }

  private func play(_ store: DeskStore, meanwhile: (Int, StreamID?) async throws -> Void = { _, _ in }) async throws
    -> StreamID?
  {
    let start = store.now
    var incident: StreamID?
    for (place, beat) in Rehearsal.beats(from: start).enumerated() {
      store.advance(start + beat.after - store.now)
      await store.desk.play(beat, incident: &incident)
      try await meanwhile(place, incident)
    }
    return incident
  }

  @Test func itPlaysFromTheAlertToTheVerifiedEnd() async throws {
    let store = try store()
    try store.desk.prepareRehearsal()
    let played = try await play(store)
    let incident = try #require(played)
    let detail = try store.desk.detail(incident)
    #expect(detail.row.status == .resolved && detail.recovery == .met && detail.row.isDrill)
    #expect(detail.row.commander == "sam" && detail.offers.isEmpty && detail.row.alertsFiring == 0)
    #expect(detail.tasks.map(\.state) == [.done, .done] && detail.report?.needs == "somebody for support")
    #expect(detail.hypotheses.map(\.state) == [.ruledOut, .confirmed])
    let decision = try #require(detail.decisions.first)
    #expect(decision.state == .made && decision.objections.first?.role == .liaison && detail.decisions.count == 1)
    #expect(detail.runs.first?.done == 3, "\(detail.runs)")
    #expect(detail.impact?.contains("checkouts") == true)
    #expect(detail.row.deadlines.allSatisfy { !$0.isOpen })
    #expect(try store.ledger.verify().isSound)
    let events = try store.ledger.read { try $0.events(after: 0, limit: 10_000) }
    let real = events.filter { $0.event.stream.kind != "log" && !$0.event.drill }
    #expect(real.isEmpty)
  }

  /// Whoever looks in the middle finds a task with its countdown, a poll, a ruled out cause and an offered role.
  @Test func theRoomIsFullOnTheWay() async throws {
    let store = try store()
    var seen: Set<String> = []
    _ = try await play(store) { _, incident in
      guard let incident else { return }
      let detail = try store.desk.detail(incident)
      if detail.tasks.contains(where: { $0.state == .given && $0.dueAt != nil }) { seen.insert("given") }
      if detail.tasks.contains(where: { $0.state == .understood }) { seen.insert("understood") }
      if detail.decisions.contains(where: { $0.state == .proposed && !$0.objections.isEmpty }) { seen.insert("poll") }
      if detail.hypotheses.contains(where: { $0.state == .ruledOut }) { seen.insert("ruled out") }
      if !detail.offers.isEmpty { seen.insert("offered") }
    }
    #expect(seen == ["given", "understood", "poll", "ruled out", "offered"])
    #expect(try #require(Rehearsal.beats(from: store.now).last).after <= .seconds(70))
  }

  @Test func whatAPersonDoesMeanwhileStands() async throws {
    let store = try store()
    let played = try await play(store) { place, incident in
      guard place == 0, let incident else { return }
      _ = try await store.desk.perform(.incident(incident, Cancel(because: .falseAlarm), revision: nil), by: .tom)
    }
    let incident = try #require(played)
    #expect(try store.desk.detail(incident).row.status == .closed)
  }

  @Test func itsTeamHasSomebodyOnCallAndACommander() {
    let rota = Rehearsal.rota(at: .at("10:00"))
    for day in 0..<60 {
      let onCall = rota.onCall(at: .at("10:00") + .days(Int64(day)))
      #expect(onCall.primary != nil && onCall.commander != nil)
    }
  }
}
