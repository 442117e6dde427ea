import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskSealTests {
  private func seals(_ store: DeskStore) throws -> [(body: LogSealed, cause: EventID?)] {
    try store.ledger.read { try $0.events(stream: LogSealed.stream) }.compactMap { event in
      event.decoded(LogSealed.self).map { ($0, event.cause) }
    }
  }

  @Test func anIncidentThatIsOverIsSealedWithItsLastEvent() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    try await store.perform(Log("looking"), on: incident)
    #expect(try seals(store).isEmpty)
    try await store.perform(Cancel(because: .falseAlarm), on: incident)
    let seal = try #require(try seals(store).first)
    #expect(seal.body.occasion == .close && seal.cause != nil)
    #expect(seal.body.heads.map(\.event.node) == [store.ledger.node])
    #expect(seal.body.heads.first.map { $0.event.sequence >= seal.cause?.sequence ?? .max } == true)
    #expect(try store.desk.detail(incident).timeline.allSatisfy { !$0.text.contains("seal") })
    #expect(try store.ledger.verify().isSound)
  }

  @Test func aDayThatIsOverIsSealedByTheFirstCommandAfterIt() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.hours(24))
    try await store.perform(Log("the next day"), on: incident)
    #expect(try seals(store).map(\.body.occasion) == [.daily])
  }

  @Test func theDaemonSealsADayWithoutACommand() async throws {
    let store = try DeskStore()
    _ = try await store.declare()
    store.advance(.hours(24))
    _ = try await store.desk.performDue(by: .alertmanager)
    _ = try await store.desk.performDue(by: .alertmanager)
    #expect(try seals(store).map(\.body.occasion) == [.daily])
  }
}
