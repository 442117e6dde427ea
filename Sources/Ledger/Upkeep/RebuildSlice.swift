import Dispatch
import EventLog
import GRDB
import Synchronization

/// A few streams folded anew in one command, so that others get their turn between slices.
struct RebuildSlice {
  struct Outcome: Sendable {
    var lastStream: Int64
    var streams: Int
    var events: Int
  }

  private struct Work: Sendable {
    var key: Int64
    var stream: StreamID
    var events: [(event: Event, position: Int64)]
  }

  /// Events to a slice, but for a stream that has more by itself.
  private static let length = 400

  private let transaction: Transaction

  init(_ transaction: Transaction) { self.transaction = transaction }

  /// - Returns: nil where no stream is left.
  func run(after stream: Int64) throws -> Outcome? {
    let database = transaction.database
    let streams = try Query(database, "SELECT key, name FROM stream WHERE key > ? ORDER BY key LIMIT ?")
      .bind(1, stream).bind(2, Int64(RebuildSlice.length)).all { ($0.integer(0), StreamID(name: $0.text(1))) }
    guard !streams.isEmpty else { return nil }
    var work: [Work] = []
    var events = 0
    for (key, name) in streams where events < RebuildSlice.length {
      work.append(Work(key: key, stream: name, events: try Refold.events(key, database)))
      events += work[work.count - 1].events.count
    }
    try write(work)
    return Outcome(lastStream: work.last?.key ?? stream, streams: work.count, events: events)
  }

  /// Folds these streams anew.
  func refold(_ streams: [(key: Int64, stream: StreamID)]) throws {
    try write(
      streams.map { Work(key: $0.key, stream: $0.stream, events: try Refold.events($0.key, transaction.database)) })
  }

  private func write(_ work: [Work]) throws {
    for (work, result) in zip(work, fold(work)) {
      if let result { try Refold(transaction).write(result, key: work.key) }
    }
  }

  /// Folds on all processors: a fold is pure, and reading its payloads is most of the work.
  private func fold(_ work: [Work]) -> [Refold.Result?] {
    let shape = transaction.shape
    let results = Mutex([Refold.Result?](repeating: nil, count: work.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < work.count else { return }
        let result = Refold.Result(
          work[place].stream, work[place].events, fold: shape.fold(of: work[place].stream))
        results.withLock { $0[place] = result }
      }
    }
    return results.withLock { $0 }
  }
}
