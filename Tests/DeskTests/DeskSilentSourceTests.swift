import Commands
import EventLog
import Incidents
import Ledger
import TestSupport
import Testing

@testable import Desk

/// A sender that used to be heard and is not any more, and a sign of life that does not arrive.
@Suite struct DeskSilentSourceTests {
  private func store(pager: Service.Pager = .sitrep, heardEvery: [String: Span] = [:]) throws -> DeskStore {
    try DeskStore(
      configuration: DeskConfiguration(
        services: ["checkout": Service(name: "checkout", tier: 1, pager: pager)],
        postPage: { _, _, _ in true }, heardEvery: heardEvery, host: "bastion", store: "personal"))
  }

  private func warnings(_ store: DeskStore) throws -> [String] {
    try store.desk.board().header.warnings.filter { !$0.hasPrefix("NO PAGING: nothing watches") }
  }

  private func beat(_ store: DeskStore) async throws {
    let signal = AlertSignal(
      source: "alertmanager", groupKey: "g", receiver: "r",
      alerts: [.sample("Watchdog", fingerprint: "w", severity: "none", service: nil)])
    _ = try await store.desk.receive(signal, by: .alertmanager)
  }

  @Test func aHeartbeatThatWasHeardIsExpectedAgain() async throws {
    let store = try store()
    for _ in 1...4 {
      try await beat(store)
      store.advance(.minutes(4))
    }
    #expect(try warnings(store).isEmpty)
    // Three times its usual distance after the last one.
    store.advance(.minutes(8))
    #expect(try warnings(store).isEmpty)
    store.advance(.minutes(1))
    #expect(try warnings(store) == ["NO PAGING of what Watchdog would report: it is silent since 13m"])
    try await beat(store)
    #expect(try warnings(store).isEmpty)
  }

  @Test func whatTheConfigurationNamesHasItsOwnTime() async throws {
    let store = try store(pager: .none, heardEvery: ["Watchdog": .minutes(10)])
    #expect(
      try warnings(store) == ["NO ALERTS of what Watchdog would report: it was never heard, and is to be every 10m"])
    try await beat(store)
    store.advance(.minutes(10))
    #expect(try warnings(store).isEmpty)
    store.advance(.minutes(1))
    #expect(
      try warnings(store) == ["NO ALERTS of what Watchdog would report: it is silent since 11m, heard every 10m before"]
    )
  }

  @Test func aSenderIsToRepeatAlertsThatFire() async throws {
    let store = try store(pager: .none)
    _ = try await store.receive(.sample())
    store.advance(.hours(9))
    #expect(try warnings(store).isEmpty)
    store.advance(.minutes(1))
    #expect(try warnings(store) == ["NO ALERTS of what alertmanager would report: it is silent since 9h"])
  }

  @Test func aSignThatDoesNotArriveIsSaidUntilOneDoes() async throws {
    let store = try store()
    try await store.ledger.write { try Desk.noteSign(nil, in: $0) }
    store.advance(.minutes(3))
    #expect(try warnings(store).isEmpty)
    try await store.ledger.write { try Desk.noteSign("It answered 500.", in: $0) }
    #expect(
      try warnings(store) == [
        "the sign of life to the outside does not arrive, the last one arrived 3m ago: It answered 500."
      ])
    store.advance(.minutes(1))
    try await store.ledger.write { try Desk.noteSign(nil, in: $0) }
    #expect(try warnings(store).isEmpty)
  }
}
