import Commands
import EventLog
import Foundation
import Incidents
import Ledger
import OnCall
import Procedures
import Synchronization
import TestSupport

@testable import Desk

/// A desk over a real file in a folder of its own, with a clock that is moved by hand and keys that are counted.
final class DeskStore: Sendable {
  let folder: String
  let ledger: Ledger
  let desk: Desk
  private let time: Moving

  init(
    _ name: String = "a", at now: Instant = .at("10:00"),
    configuration: DeskConfiguration = .sample
  ) throws {
    folder = NSTemporaryDirectory() + "/desk-test-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let time = Moving(now)
    self.time = time
    ledger = try Ledger(
      path: folder + "/sitrep.db", folds: Desk.folds, clock: { time.now },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    let keys = Counting(name)
    desk = Desk(ledger: ledger, configuration: configuration, clock: { time.now }, newKey: { keys.next() })
  }

  deinit {
    ledger.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  var now: Instant { time.now }
  func advance(_ span: Span) { time.move(to: time.now + span) }
  func move(to text: String) { time.move(to: .at(text)) }
  func moveTo(_ instant: Instant) { time.move(to: instant) }

  /// A desk of another configuration over the same file and by the same clock.
  func desk(with configuration: DeskConfiguration) -> Desk {
    let time = time
    let keys = Counting("other")
    return Desk(ledger: ledger, configuration: configuration, clock: { time.now }, newKey: { keys.next() })
  }

  private final class Moving: Sendable {
    private let stored: Mutex<Instant>
    init(_ now: Instant) { stored = Mutex(now) }
    var now: Instant { stored.withLock { $0 } }
    func move(to instant: Instant) { stored.withLock { $0 = instant } }
  }

  private final class Counting: Sendable {
    private let name: String
    private let count = Mutex(0)
    init(_ name: String) { self.name = name }
    func next() -> String {
      count.withLock {
        $0 += 1
        return "\(name)\($0)"
      }
    }
  }
}

extension DeskConfiguration {
  static let sample = DeskConfiguration(
    services: ["checkout": Service(name: "checkout", tier: 1), "search": Service(name: "search", tier: 2)],
    host: "bastion", store: "personal")
}

extension DeskStore {
  @discardableResult
  func declare(
    _ title: String = "Checkout fails", _ severity: Severity = .sev2, service: String? = "checkout",
    by actor: Actor = .lea
  ) async throws -> StreamID {
    let outcome = try await desk.perform(
      .declare(Declare(title: title, severity: severity, service: service)), by: actor)
    guard let incident = outcome.incident else { throw Trouble(.refused, "no incident came of it") }
    return incident
  }

  @discardableResult
  func perform(
    _ command: any IncidentCommand, on incident: StreamID, revision: Int? = nil, by actor: Actor = .lea
  ) async throws -> Outcome {
    try await desk.perform(.incident(incident, command, revision: revision), by: actor)
  }

  @discardableResult
  func receive(_ alerts: AlertReading..., groupKey: String = "{}:{alertname=\"HighErrorRate\"}") async throws
    -> SignalReceipt
  {
    try await desk.receive(
      AlertSignal(source: "alertmanager", groupKey: groupKey, receiver: "sitrep", alerts: alerts), by: .alertmanager)
  }
}

extension Desk {
  func board(for actor: Actor = .lea) throws -> Board {
    guard case .board(let board) = try answer(.board, for: actor) else { throw Trouble(.refused, "another answer") }
    return board
  }

  func detail(_ incident: StreamID, entries: Int = 1_000, for actor: Actor = .lea) throws -> IncidentDetail {
    guard case .incident(let detail) = try answer(.incident(incident, entries: entries), for: actor) else {
      throw Trouble(.refused, "another answer")
    }
    return detail
  }

  func past(_ words: String = "", before: Int64? = nil) throws -> PastPage {
    guard case .past(let page) = try answer(.past(words: words, before: before), for: .lea) else {
      throw Trouble(.refused, "another answer")
    }
    return page
  }

  func page(_ query: Query) throws -> RunbookPage {
    guard case .runbook(let page) = try answer(query, for: .lea) else { throw Trouble(.refused, "another answer") }
    return page
  }
}
