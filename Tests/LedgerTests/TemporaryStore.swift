import EventLog
import Foundation
import Synchronization

@testable import Ledger

/// A folder of its own for a test, removed with it, and a clock that moves by hand.
final class TemporaryStore: Sendable {
  let folder: String
  var path: String { folder + "/sitrep.db" }
  private let milliseconds = Mutex<Int64>(1_790_000_000_000)
  private let seed = Mutex<UInt64>(UInt64.random(in: 1...UInt64.max))

  init() throws {
    folder = NSTemporaryDirectory() + "/ledger-test-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var now: Instant { milliseconds.withLock { Instant(milliseconds: $0) } }
  func advance(_ span: Span) { milliseconds.withLock { $0 += span.milliseconds } }

  func open(
    _ path: String? = nil, folds: [FoldDescription] = [FoldDescription(Tally.self)],
    options: LedgerOptions = LedgerOptions()
  ) throws -> Ledger {
    try Ledger(
      path: path ?? self.path, folds: folds, options: options, clock: { [self] in now },
      random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
  }
}

let someone = Actor(person: "kim", login: "kim", uid: 1_000, host: "desk", via: "tty", assurance: .verified)
let machine = Actor(person: "alertmanager", via: "http:key", assurance: .machine)

extension StreamID {
  static let one = StreamID("incident", "one")
  static let two = StreamID("incident", "two")
}

extension Draft {
  static func counted(_ by: Int64, _ stream: StreamID = .one, at: Int64 = 0) -> Draft {
    Draft(Counted(by: by), stream: stream, incident: stream, happenedAt: Instant(milliseconds: at))
  }

  static func named(_ name: String, _ stream: StreamID = .one, at: Int64 = 0) -> Draft {
    Draft(Named(name: name), stream: stream, incident: stream, happenedAt: Instant(milliseconds: at))
  }
}

extension Ledger {
  @discardableResult
  func add(_ drafts: Draft..., by actor: Actor = someone) throws -> [Event] {
    try writeAndWait { try $0.append(drafts, actor: actor) }
  }
}
