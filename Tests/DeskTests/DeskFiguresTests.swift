import Desk
import EventLog
import Foundation
import Incidents
import Ledger
import TestSupport
import Testing

@Suite struct DeskFiguresTests {
  @Test func countWhatTheStoreHolds() async throws {
    let store = try StoreFolder()
    let desk = try store.desk()
    var signal = AlertSignal(
      source: "alertmanager", groupKey: "g", receiver: "r",
      alerts: [
        .sample("HighErrorRate", fingerprint: "a1"), .sample("HighErrorRate", fingerprint: "a2"),
        .sample("QueueLag", fingerprint: "b1", severity: "warning"),
        .sample("Watchdog", fingerprint: "c1", severity: "none"),
      ])
    let receipt = try await desk.receive(signal, by: .alertmanager)
    #expect((receipt.opened, receipt.joined, receipt.heartbeats) == (2, 1, 1))
    let figures = try desk.figures()
    #expect(figures.openBySeverity[.sev1] == 1)
    #expect(figures.openBySeverity[.sev3] == 1)
    #expect(figures.openBySeverity[.sev2] == 0)
    #expect(figures.alertsFiring == 3)
    #expect(
      figures.sources == [
        .init(name: "alertmanager", lastSeenAt: store.now), .init(name: "alertmanager/Watchdog", lastSeenAt: store.now),
      ])
    #expect(figures.heads.first { $0.node == figures.node }?.sequence == figures.position)

    let again = try await desk.receive(signal, by: .alertmanager)
    #expect((again.redelivered, again.heartbeats) == (3, 1))
    #expect(try desk.figures().position == figures.position)

    signal.alerts = [signal.alerts[0].ended(at: store.now)]
    _ = try await desk.receive(signal, by: .alertmanager)
    #expect(try desk.figures().alertsFiring == 2)
  }

  @Test func noteTheUseOfAKey() async throws {
    let store = try StoreFolder()
    let desk = try store.desk()
    let secret = try desk.ledger.writeAndWait { try $0.createKey(name: "prod", service: "checkout", rate: 60) }
    #expect(
      try desk.keys() == [SenderKey(name: "prod", hash: APIKey.hash(of: secret), service: "checkout", perMinute: 60)])
    let signal = AlertSignal(source: "alertmanager", groupKey: "g", receiver: "r", alerts: [.sample()])
    for name in ["prod", "sitrep.yaml"] {
      var actor = Actor.alertmanager
      actor.via = SenderKey.via(name)
      _ = try await desk.receive(signal, by: actor)
    }
    let keys = try desk.ledger.read { try $0.keys() }
    #expect(keys.map(\.uses) == [1])
    #expect(keys.map(\.lastUsedAt) == [store.now])
    _ = try desk.ledger.writeAndWait { try $0.revokeKey(name: "prod") }
    #expect(try desk.keys().isEmpty)
  }

  @Test func aStoreThatMayNotBeWrittenIsNotReady() async throws {
    let store = try StoreFolder()
    try await store.desk().probe()
    let readOnly = try store.desk(isReadOnly: true)
    await #expect(throws: (any Error).self) { try await readOnly.probe() }
  }
}

/// A folder of its own with a store in it, and a clock that stands.
private final class StoreFolder: Sendable {
  let now = Instant.at("10:00")
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "desk-figures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func desk(isReadOnly: Bool = false) throws -> Desk {
    let now = now
    let ledger = try Ledger(
      path: folder.appending(path: "sitrep.db").path, folds: Desk.folds, options: LedgerOptions(isReadOnly: isReadOnly),
      clock: { now }, random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    return Desk(
      ledger: ledger, configuration: DeskConfiguration(host: "bastion", store: "personal"), clock: { now },
      newKey: { UUID().uuidString })
  }
}
