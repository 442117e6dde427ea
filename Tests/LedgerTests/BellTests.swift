import EventLog
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct BellTests {
  /// Waits, at most, for as long as a slow machine needs.
  private func isReadable(_ descriptor: Int32, within milliseconds: Int32 = 20_000) -> Bool {
    var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&interest, 1, milliseconds) == 1
  }

  @Test func itRingsAfterTheCommitIsVisible() async throws {
    let store = try TemporaryStore()
    let writing = try store.open()
    let reading = try store.open()
    let bell = try reading.bell()
    #expect(!bell.drain())
    for number in 1...20 {
      try await writing.write { _ = try $0.append([.counted(1)], actor: someone) }
      #expect(isReadable(bell.fileDescriptor))
      #expect(try reading.position >= Int64(number))
      _ = bell.drain()
    }
    #expect(!bell.drain())
  }

  @Test func aWriterThatDiedBeforeTheBellIsNoticedByItsLog() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.add(.counted(1))
    let bell = try ledger.bell()
    // A commit by something that does not ring.
    let silent = try DatabaseQueue(path: store.path)
    try silent.write { database in
      try database.execute(
        sql: """
          INSERT INTO event SELECT 2, node, 2, stamp_ms, stamp_counter, stamp_node, stream, incident, kind, version,
            actor, happened_at, precision, zone, ended_at, recorded_at, cause, occasion, supersedes, evidence, drill,
            payload, salt, payload_hash, previous_hash, hash FROM event WHERE position = 1
          """)
    }
    #expect(isReadable(bell.fileDescriptor))
    #expect(bell.drain())
  }

  @Test func withoutNotifierItLooks() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let bell = try Bell(path: store.path, usesNotifier: false) { try ledger.position }
    try ledger.add(.counted(1))
    #expect(isReadable(bell.fileDescriptor))
    #expect(bell.drain())
    #expect(!bell.drain())
  }

  @Test func whoWatchesFromNowOnIsNews() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let bell = try ledger.bell()
    let holder = Lease.Holder(node: "n", host: "h", process: 1, role: "serve")
    let lease = try #require(
      try ledger.writeAndWait { try $0.takeLease(Lease.watch, for: .seconds(60), holder: holder) })
    #expect(isReadable(bell.fileDescriptor))
    #expect(bell.drain())
    _ = try ledger.writeAndWait { try $0.renewLease(lease, for: .seconds(60)) }
    #expect(!bell.drain())
  }

  @Test func whatWritesNoEventDoesNotRing() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let bell = try ledger.bell()
    try ledger.writeAndWait { try $0.noteSource("am") }
    #expect(FileSystem.size(of: store.path + "-bell") == 0)
    #expect(!bell.drain())
    try ledger.add(.counted(1))
    #expect(FileSystem.size(of: store.path + "-bell") == 1)
  }

  @Test func theBellFileDoesNotGrow() throws {
    let store = try TemporaryStore()
    let ringer = try BellRinger(store.path, isTeam: false)
    for _ in 0..<5_000 { ringer.ring() }
    #expect(FileSystem.size(of: store.path + "-bell") < 4_097)
    ringer.close()
  }
}
