import Dispatch
import Foundation
import GRDB
import Synchronization

/// Moves committed pages from the write-ahead log into the file, on a thread of its own, so that no commit waits
/// for it. Passive: it stands back from readers and writers.
final class Checkpointer: Sendable {
  /// Events between two checkpoints; about four megabytes of log.
  private static let interval = 1_000

  private struct State {
    var events = 0
    var isRunning = false
    var isClosed = false
  }

  private let path: String
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(path: String) { self.path = path }

  func note(events: Int) {
    let begins = state.withLock { state in
      state.events += events
      guard state.events >= Checkpointer.interval, !state.isClosed else { return false }
      state.events = 0
      wake.signal()
      defer { state.isRunning = true }
      return !state.isRunning
    }
    guard begins else { return }
    let thread = Thread { [self] in run() }
    thread.name = "sitrep-checkpoint"
    thread.start()
  }

  func close() {
    let isRunning = state.withLock { state in
      state.isClosed = true
      return state.isRunning
    }
    guard isRunning else { return }
    wake.signal()
    ended.wait()
  }

  private func run() {
    // A checkpoint that fails is tried again after the next events; the log in the WAL is whole without it.
    let queue = try? StoreFile.open(path, isReadOnly: false, busySeconds: 0)
    while true {
      wake.wait()
      if state.withLock({ $0.isClosed }) { break }
      try? queue?.writeWithoutTransaction { database in
        _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
      }
    }
    try? queue?.close()
    ended.signal()
  }
}
