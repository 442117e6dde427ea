import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

/// What people do together in an incident, over a real file.
@Suite struct DeskRoomTests {
  private static let depending: DeskConfiguration = {
    var configuration = DeskConfiguration.sample
    configuration.services = [
      "api": Service(name: "api", tier: 1), "web": Service(name: "web", tier: 2, dependencies: ["api"]),
    ]
    return configuration
  }()

  @Test func tasksHypothesesAndLinksAreInTheDetail() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    try await store.perform(Delegate("lag", to: "jon", within: .minutes(3)), on: incident)
    try await store.perform(AddHypothesis("the disk is full"), on: incident)
    let first = try #require(try store.desk.detail(incident).hypotheses.first)
    try await store.perform(SettleHypothesis(first.id, isConfirmed: false, evidence: "df says 40 %"), on: incident)
    let again = try await store.perform(AddHypothesis("disk full again"), on: incident)
    #expect(again.sentence.contains("Careful: like hypothesis 1, ruled out by lea: df says 40 %"))
    let entry = try #require(try store.desk.detail(incident).timeline.first)
    try await store.perform(LinkEvidence("https://graph.example/1", entry: entry.id), on: incident)
    try await store.perform(LinkEvidence("sha256:1a2b"), on: incident)
    let detail = try store.desk.detail(incident)
    #expect(detail.tasks.map(\.person) == ["jon"] && detail.hypotheses.map(\.number) == [1, 2])
    #expect(detail.links.map(\.link) == ["sha256:1a2b"])
    #expect(detail.timeline.first?.evidence == ["https://graph.example/1"])
    #expect(detail.row.nextDeadline?.kind == "task:1")
    #expect(try store.desk.board().header.people.contains("jon"))
    guard case .array(let tasks)? = detail.json(at: store.now)["tasks"] else {
      Issue.record("no tasks in the JSON")
      return
    }
    #expect(tasks.first?["state"] == .string("soon"))
    store.advance(.minutes(4))
    #expect(try store.desk.board().header.overdue?.kind == "task:1")
  }

  @Test func mergedIncidentsCarryAlertsTimelineAndTasksUntilTheyAreSplit() async throws {
    let store = try DeskStore()
    let parent = try await store.declare("All is slow", .sev2)
    try await store.receive(.sample(fingerprint: "f1", severity: "warning"))
    let child = try #require(try store.desk.board().rows.first { $0.id != parent }).id
    try await store.perform(Acknowledge(), on: child, by: .tom)
    try await store.perform(Delegate("look", to: "mira", within: .minutes(20)), on: child)
    store.advance(.minutes(1))
    try await store.perform(Merge(into: parent), on: child)

    var detail = try store.desk.detail(parent)
    #expect(detail.children.map(\.id) == [child] && detail.alerts.count == 1 && detail.row.alertsFiring == 1)
    #expect(detail.tasks.map(\.person) == ["mira"])
    #expect(detail.timeline.contains { $0.origin == "2" && $0.text == "Acknowledged" })
    #expect(detail.timeline.map(\.happenedAt) == detail.timeline.map(\.happenedAt).sorted())
    #expect(!(try store.desk.board().rows.contains { $0.id == child }))

    // What fires again for the merged one goes on in the one that holds it.
    let receipt = try await store.receive(.sample(fingerprint: "f2", severity: "warning"))
    #expect(receipt.joined == 1 && receipt.opened == 0)
    detail = try store.desk.detail(parent)
    #expect(detail.row.alertsFiring == 2)

    try await store.perform(Split(), on: child)
    #expect(try store.desk.detail(child).row.status == .acknowledged)
    #expect(try store.desk.detail(parent).children.isEmpty)
    #expect(try store.desk.detail(parent).tasks.allSatisfy { !$0.isOpen })
    #expect(try store.desk.detail(child).tasks.contains(where: \.isOpen))
  }

  @Test func theEndOfAMergedAlertClearsTheOneThatHoldsIt() async throws {
    let store = try DeskStore()
    let parent = try await store.declare("All is slow", .sev2)
    let alert = AlertReading.sample(fingerprint: "f1", severity: "warning")
    try await store.receive(alert)
    let child = try #require(try store.desk.board().rows.first { $0.id != parent }).id
    try await store.perform(Merge(into: parent), on: child)
    store.advance(.minutes(5))
    try await store.receive(alert.ended(at: store.now))
    let detail = try store.desk.detail(parent)
    #expect(detail.row.alertsFiring == 0)
    #expect(detail.timeline.contains { $0.kind == AlertsCleared.kind })
  }

  @Test func whatDependsOnABurningServiceStandsBeneathIt() async throws {
    let store = try DeskStore(configuration: Self.depending)
    let api = try await store.declare("5xx", .sev2, service: "api")
    try await store.declare("Other", .sev1, service: nil)
    let web = try await store.declare("slow pages", .sev3, service: "web")
    let rows = try store.desk.board().rows
    #expect(rows.map(\.title) == ["Other", "5xx", "slow pages"])
    #expect(rows.last?.suspectedParent == api && rows.last?.parentLabel == "1")
    #expect(try store.desk.detail(api).suspects.map(\.id) == [web])
    try await store.perform(Split(reason: "its own cause"), on: web)
    #expect(try store.desk.detail(api).suspects.isEmpty)
  }

  @Test func whatMayRestStandsBelowTheRestUntilItIsOverdue() async throws {
    let store = try DeskStore()
    let first = try await store.declare("A", .sev2, service: nil)
    try await store.declare("B", .sev3, service: nil)
    try await store.perform(Snooze(.hours(2)), on: first)
    #expect(try store.desk.board().rows.map(\.title) == ["B", "A"])
    #expect(try store.desk.board().rows.last?.snoozedUntil == .at("12:00"))
  }

  @Test func manyOpeningsAtOnceAreAStorm() async throws {
    let store = try DeskStore()
    for number in 1...11 {
      #expect(try store.desk.board().header.storm == nil)
      var alert = AlertReading.sample(fingerprint: "f\(number)", severity: "warning")
      alert.labels["service"] = "s\(number)"
      try await store.receive(alert)
      store.advance(.seconds(5))
    }
    #expect(try store.desk.board().header.storm == Header.Storm(count: 11, since: .at("10:00")))
    store.advance(.minutes(3))
    #expect(try store.desk.board().header.storm == nil)
  }

  @Test func silenceOnAMajorIncidentThatFiresMakesItNobodysAgain() async throws {
    let store = try DeskStore()
    try await store.receive(.sample(severity: "critical"))
    let incident = try #require(try store.desk.board().rows.first).id
    try await store.perform(Acknowledge(), on: incident)
    store.advance(.minutes(20))
    try await store.perform(Log("still looking"), on: incident)
    #expect(try await store.desk.performDue(by: .serve) == .at("10:50"))
    store.advance(.minutes(30))
    _ = try await store.desk.performDue(by: .serve)
    let detail = try store.desk.detail(incident)
    #expect(detail.row.status == .triggered && detail.row.acknowledgedBy == nil)
    #expect(detail.timeline.last?.text == "Nobody's again: nothing was written for 30m while alerts fire, lea had it")
    let position = try store.ledger.position
    _ = try await store.desk.performDue(by: .serve)
    #expect(try store.ledger.position == position)
  }

  @Test func whoHasTheRoomOpenIsSeenByTheOthersForAWhile() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    let position = try store.ledger.position
    try await store.desk.bePresent(in: incident, draftingSince: nil, by: .lea)
    try await store.desk.bePresent(in: incident, draftingSince: .at("09:59"), by: .tom)
    #expect(try store.ledger.position == position)
    #expect(
      try store.desk.detail(incident, for: .lea).present
        == [Presence(person: "tom", seenAt: .at("10:00"), draftingSince: .at("09:59"))])
    #expect(try store.desk.detail(incident, for: .tom).present.map(\.person) == ["lea"])
    try await store.desk.bePresent(in: nil, draftingSince: nil, by: .lea)
    #expect(try store.desk.detail(incident, for: .tom).present.isEmpty)
    store.advance(.minutes(4))
    #expect(try store.desk.detail(incident, for: .lea).present.isEmpty)
  }

  @Test func whatIsOverAndAlikeIsFoundByServiceRuleAndWords() async throws {
    let store = try DeskStore()
    let old = try await store.declare("Checkout fails with 5xx", .sev3, service: "checkout")
    try await store.perform(Mitigate(note: "rolled back 412"), on: old)
    try await store.perform(Resolve(verifiedBy: "probe"), on: old)
    let other = try await store.declare("Backup is late", .sev3, service: "search")
    try await store.perform(Resolve(verifiedBy: "probe"), on: other)
    let now = try await store.declare("Checkout answers 5xx", .sev2, service: "checkout")
    guard case .similar(let hits) = try store.desk.answer(.similar(now), for: .lea) else { return }
    #expect(hits.map(\.row.id) == [old])
    #expect(hits.first?.excerpt == "same service checkout, words: Mitigated: rolled back 412")
    guard case .similar(let none) = try store.desk.answer(.similar(other), for: .lea) else { return }
    #expect(none.isEmpty)
  }
}
