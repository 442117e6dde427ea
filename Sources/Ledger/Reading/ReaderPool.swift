import Dispatch
import GRDB
import Synchronization

/// Up to two reading connections, opened when first needed.
final class ReaderPool: Sendable {
  private let path: String
  private let busySeconds: Double
  private let free = Mutex<[DatabaseQueue]>([])
  private let places = DispatchSemaphore(value: 2)
  private let isClosed = Atomic(false)

  init(path: String, busySeconds: Double) {
    self.path = path
    self.busySeconds = busySeconds
  }

  /// Runs `body` on a snapshot. Not to be called from inside another read of the same ledger.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    places.wait()
    defer { places.signal() }
    guard !isClosed.load(ordering: .acquiring) else { throw LedgerTrouble(.closed, "The store has been closed.") }
    let queue = try take()
    defer { give(queue) }
    return try queue.read(body)
  }

  /// Closes connections that are not in use; a read in progress keeps its own until it ends.
  func drop() {
    let queues = free.withLock { free in
      defer { free = [] }
      return free
    }
    for queue in queues { try? queue.close() }
  }

  func close() {
    isClosed.store(true, ordering: .releasing)
    drop()
  }

  private func take() throws -> DatabaseQueue {
    if let queue = free.withLock({ $0.popLast() }) { return queue }
    return try StoreFile.open(path, isReadOnly: true, busySeconds: busySeconds)
  }

  private func give(_ queue: DatabaseQueue) {
    let isKept = !isClosed.load(ordering: .acquiring)
    if isKept { free.withLock { $0.append(queue) } } else { try? queue.close() }
  }
}
