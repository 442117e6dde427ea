import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskDueTests {
  private func quiet(_ severity: String) async throws -> (DeskStore, StreamID) {
    let store = try DeskStore()
    let reading = AlertReading.sample(severity: severity)
    let incident = try #require(try await store.receive(reading).incidents.first)
    store.move(to: "10:05")
    _ = try await store.receive(reading.ended(at: .at("10:04")))
    return (store, incident)
  }

  @Test func aMinorIncidentEndsAfterExactlyAQuarterOfAnHourOfQuiet() async throws {
    let (store, incident) = try await quiet("warning")
    #expect(try await store.desk.performDue(by: .serve) == .at("10:20"))
    store.move(to: "10:19:59.999")
    let position = try store.ledger.position
    #expect(try await store.desk.performDue(by: .serve) == .at("10:20"))
    #expect(try store.ledger.position == position)
    #expect(try store.desk.detail(incident).row.status == .triggered)
    store.move(to: "10:20")
    #expect(try await store.desk.performDue(by: .serve) == nil)
    let row = try store.desk.detail(incident).row
    #expect(row.status == .resolved && row.resolution == .selfHealed && row.resolvedAt == .at("10:20"))
    let after = try store.ledger.position
    #expect(try await store.desk.performDue(by: .serve) == nil)
    #expect(try store.ledger.position == after)
  }

  @Test func aMajorIncidentNeverEndsByItself() async throws {
    let (store, incident) = try await quiet("critical")
    #expect(try await store.desk.performDue(by: .serve) == nil)
    store.advance(.days(7))
    #expect(try await store.desk.performDue(by: .serve) == nil)
    let detail = try store.desk.detail(incident)
    #expect(detail.row.status == .triggered)
    #expect(detail.row.alertsFiring == 0)
  }

  @Test func anAlertThatFiresAgainStopsTheClock() async throws {
    let (store, incident) = try await quiet("warning")
    store.move(to: "10:10")
    _ = try await store.receive(.sample(severity: "warning").again(at: .at("10:09")))
    store.move(to: "10:30")
    #expect(try await store.desk.performDue(by: .serve) == nil)
    #expect(try store.desk.detail(incident).row.status == .triggered)
  }

  @Test func severalEndTogetherAndTheNextIsNamed() async throws {
    let store = try DeskStore()
    for (place, service) in ["a", "b", "c"].enumerated() {
      let reading = AlertReading.sample(fingerprint: service, severity: "warning", service: service)
      _ = try await store.receive(reading)
      if place == 2 { store.advance(.minutes(3)) }
      _ = try await store.receive(reading.ended(at: store.now))
    }
    store.move(to: "10:15")
    #expect(try await store.desk.performDue(by: .serve) == .at("10:18"))
    let rows = try store.desk.board().rows
    #expect(rows.count { $0.status == .resolved } == 2)
    #expect(rows.count { $0.status == .triggered } == 1)
  }
}
