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
    var outcome = Outcome(lastStream: stream, streams: 0, events: 0)
    var work: [Work] = []
    for (key, name) in streams {
      let events = try Refold.events(key, database)
      work.append(Work(key: key, stream: name, events: events))
      outcome.events += events.count
      outcome.streams += 1
      outcome.lastStream = key
      if outcome.events >= RebuildSlice.length { break }
    }
    for (work, result) in zip(work, fold(work)) {
      if let result { try Refold(transaction).write(result, key: work.key) }
    }
    return outcome
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
