import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskEventTests {
  private static let sender = Actor(person: "other", via: "http:other", assurance: .machine)

  private func event(
    _ action: SentEvent.Action, _ key: String = "sitrep/42", severity: String = "critical",
    name: String = "Checkout fails"
  ) -> SentEvent {
    SentEvent(
      action: action, key: key,
      alert: AlertReading(
        fingerprint: key.replacing("/", with: "-"), isFiring: action == .trigger,
        labels: ["alertname": name, "severity": severity, "service": "checkout"], annotations: ["summary": name],
        startsAt: .at("09:59")))
  }

  @Test func aTriggerOpensUnderTheRulesAndIsKnownAgain() async throws {
    let store = try DeskStore()
    let receipt = try await store.desk.receive(event(.trigger), by: Self.sender)
    #expect(receipt.opened == 1)
    let row = try #require(try store.desk.board().rows.first)
    #expect(row.severity == .sev1 && row.title == "Checkout fails" && row.alertsFiring == 1)
    let position = try store.ledger.position
    store.advance(.minutes(1))
    #expect(try await store.desk.receive(event(.trigger), by: Self.sender).redelivered == 1)
    #expect(try store.ledger.position == position)
    // Another thing under the same rule joins; what the rules only list opens nothing.
    #expect(try await store.desk.receive(event(.trigger, "sitrep/43"), by: Self.sender).joined == 1)
    #expect(try await store.desk.receive(event(.trigger, "x", severity: "info"), by: Self.sender).listed == 1)
    #expect(try store.desk.board().rows.count == 1)
  }

  @Test func acknowledgeAndResolveAreDoneAsGiven() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.desk.receive(event(.trigger), by: Self.sender).incidents.first)
    _ = try await store.desk.receive(event(.trigger, "sitrep/43"), by: Self.sender)
    #expect(try await store.desk.receive(event(.acknowledge), by: Self.sender).joined == 1)
    #expect(try store.desk.detail(incident).row.acknowledgedBy == "other")
    #expect(try await store.desk.receive(event(.acknowledge), by: Self.sender).redelivered == 1)
    _ = try await store.desk.receive(event(.resolve), by: Self.sender)
    // One of the two still fires.
    #expect(try store.desk.detail(incident).row.status == .acknowledged)
    _ = try await store.desk.receive(event(.resolve, "sitrep/43"), by: Self.sender)
    #expect(try store.desk.detail(incident).row.status == .resolved)
    let position = try store.ledger.position
    #expect(try await store.desk.receive(event(.resolve), by: Self.sender).redelivered == 1)
    #expect(try await store.desk.receive(event(.acknowledge, "unknown"), by: Self.sender).redelivered == 1)
    #expect(try store.ledger.position == position)
  }

  @Test func whatNobodyTookEndsByItselfAndFiresAgain() async throws {
    let store = try DeskStore()
    let incident = try #require(try await store.desk.receive(event(.trigger), by: Self.sender).incidents.first)
    _ = try await store.desk.receive(event(.resolve), by: Self.sender)
    let detail = try store.desk.detail(incident)
    #expect(detail.row.status == .resolved && detail.row.resolution == .selfHealed)
    // Its sender's clock stands still: it is a new episode all the same.
    store.advance(.minutes(5))
    #expect(try await store.desk.receive(event(.trigger), by: Self.sender).joined == 1)
    #expect(try store.desk.detail(incident).row.status == .acknowledged)
  }
}
