import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskReceiveTests {
  @Test func twoHundredRedeliveriesAreOneAlertOneIncidentAndNoFurtherEvent() async throws {
    let store = try DeskStore()
    let opened = try await store.receive(.sample())
    #expect(opened.opened == 1 && opened.incidents.count == 1)
    let incident = try #require(opened.incidents.first)
    let position = try store.ledger.position
    for _ in 1...200 {
      store.advance(.seconds(20))
      let again = try await store.receive(.sample())
      #expect(again.redelivered == 1 && again.opened == 0 && again.joined == 0)
    }
    #expect(try store.ledger.position == position)
    let detail = try store.desk.detail(incident)
    #expect(detail.alerts.count == 1 && detail.alerts[0].episodes == 1 && detail.row.alertsFiring == 1)
    #expect(try store.desk.board().rows.count == 1)
    let source = try #require(try store.ledger.read { try $0.sources() }.first)
    #expect(source.times == 201 && source.lastSeen == store.now)
  }

  @Test func anAlertOpensAnIncidentWhoseSeverityIsProvisional() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    let row = try store.desk.detail(incident).row
    #expect(row.status == .triggered && row.severityLabel == "SEV1?")
    #expect(row.title == "Too many errors" && row.service == "checkout" && row.tier == 1)
    #expect(row.detectedAt == .at("10:00") && row.impactStartedAt == .at("09:58") && row.declaredAt == nil)
    #expect(row.nextDeadline?.kind == Clocks.acknowledge && row.nextDeadline?.dueAt == .at("10:15"))
    try await store.perform(Acknowledge(), on: incident, by: .tom)
    #expect(try store.desk.detail(incident).row.severityLabel == "SEV1")
  }

  @Test func alertsOfOneServiceAndRuleJoinAndOthersDoNot() async throws {
    let store = try DeskStore()
    let first = try #require(try await store.receive(.sample()).incidents.first)
    #expect(try await store.receive(.sample(fingerprint: "a2")).joined == 1)
    #expect(try store.desk.detail(first).alerts.count == 2)
    #expect(try await store.receive(.sample("HighLatency", fingerprint: "b1")).opened == 1)
    #expect(try await store.receive(.sample(fingerprint: "c1", service: "search")).opened == 1)
    #expect(try store.desk.board().rows.count == 3)
  }

  @Test func withoutAServiceTheGroupIsTheKeyAndNeverOneBucket() async throws {
    let store = try DeskStore()
    #expect(try await store.receive(.sample(service: nil), groupKey: "one").opened == 1)
    #expect(try await store.receive(.sample(fingerprint: "a2", service: nil), groupKey: "one").joined == 1)
    #expect(try await store.receive(.sample(fingerprint: "a3", service: nil), groupKey: "two").opened == 1)
  }

  @Test(
    arguments: [
      ("Watchdog", "none", "heartbeat"), ("InfoInhibitor", "none", "ignored"), ("DiskFills", "info", "listed"),
      ("DiskFills", "none", "listed"), ("Odd", "purple", "listed"),
    ])
  func whatIsNotForPeopleOpensNothing(name: String, severity: String, becomes: String) async throws {
    let store = try DeskStore()
    let receipt = try await store.receive(.sample(name, severity: severity))
    let counts = ["heartbeat": receipt.heartbeats, "ignored": receipt.ignored, "listed": receipt.listed]
    #expect(counts[becomes] == 1 && counts.values.reduce(0, +) == 1 && receipt.opened == 0)
    #expect(try store.desk.board().rows.isEmpty)
    #expect(try store.desk.board().header.hasSource)
  }

  @Test func aWorseAlertRaisesTheSeverityAndAMilderOneDoesNot() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.receive(.sample(severity: "warning")).incidents.first)
    #expect(try store.desk.detail(incident).row.severityLabel == "SEV3?")
    try await store.perform(Acknowledge(), on: incident)
    store.advance(.minutes(1))
    _ = try await store.receive(.sample(fingerprint: "a2", severity: "critical"))
    let row = try store.desk.detail(incident).row
    #expect(row.severity == .sev1 && !row.isSeverityConfirmed)
    _ = try await store.receive(.sample(fingerprint: "a3", severity: "warning"))
    #expect(try store.desk.detail(incident).row.severity == .sev1)
  }

  @Test func anAlertThatFiresAgainWithinHalfAnHourReopens() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    try await store.perform(Acknowledge(), on: incident)
    store.move(to: "10:10")
    _ = try await store.receive(.sample().ended(at: .at("10:09")))
    try await store.perform(Resolve(verifiedBy: "ratio"), on: incident)
    store.move(to: "10:40")
    let receipt = try await store.receive(.sample().again(at: .at("10:39")))
    #expect(receipt.joined == 1 && receipt.incidents == [incident])
    let row = try store.desk.detail(incident).row
    #expect(row.status == .acknowledged && row.alertsFiring == 1)
    #expect(row.deadlines.contains { $0.kind == Clocks.answer && $0.isOpen && $0.dueAt == .at("10:45") })
    #expect(try store.desk.detail(incident).alerts.first?.episodes == 2)
  }

  @Test func afterHalfAnHourItIsAnotherIncident() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    try await store.perform(Acknowledge(), on: incident)
    _ = try await store.receive(.sample().ended(at: .at("10:00")))
    try await store.perform(Resolve(verifiedBy: "ratio"), on: incident)
    store.move(to: "10:30:00.001")
    let receipt = try await store.receive(.sample().again(at: .at("10:29")))
    #expect(receipt.opened == 1 && !receipt.incidents.contains(incident))
    #expect(try store.desk.detail(incident).row.status == .resolved)
  }

  @Test func theSenderAndItsKeyAreNoted() async throws {
    let store = try DeskStore()
    _ = try store.ledger.writeAndWait { try $0.createKey(name: "prod", service: "checkout", rate: 60) }
    let key = try #require(try store.desk.keys().first)
    #expect(key.name == "prod" && key.service == "checkout" && key.perMinute == 60 && key.hash.count == 32)
    let sender = Actor(person: "alertmanager", via: SenderKey.via("prod"), assurance: .machine)
    #expect(SenderKey.name(in: sender) == "prod" && SenderKey.name(in: .lea) == nil)
    let signal = AlertSignal(source: "alertmanager", groupKey: "g", receiver: "r", alerts: [.sample()])
    _ = try await store.desk.receive(signal, by: sender)
    let used = try #require(try store.ledger.read { try $0.keys() }.first)
    #expect(used.uses == 1 && used.lastUsedAt == store.now)
    try await store.desk.probe()
    // The sample's sender names a key that is not here: its alert counts all the same.
    #expect(try await store.receive(.sample(fingerprint: "k2")).joined == 1)
    _ = try store.ledger.writeAndWait { try $0.revokeKey(name: "prod") }
    #expect(try store.desk.keys().isEmpty)
  }

  @Test func theStoreSaysWhatItHolds() async throws {
    let store = try DeskStore()
    _ = try await store.receive(.sample())
    _ = try await store.receive(.sample(fingerprint: "s1", severity: "warning", service: "search"))
    let figures = try store.desk.figures()
    #expect(figures.openBySeverity == [.sev1: 1, .sev2: 0, .sev3: 1, .sev4: 0])
    #expect(figures.alertsFiring == 2 && figures.queueDepth == 0)
    #expect(figures.position == (try store.ledger.position) && figures.node == store.ledger.node)
    #expect(figures.heads.count == 1 && figures.heads[0].hash.count == 64)
    #expect(figures.sources.map(\.name) == ["alertmanager"])
  }
}
