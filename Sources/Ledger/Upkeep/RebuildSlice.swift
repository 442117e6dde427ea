import EventLog
import GRDB

/// A few streams folded anew in one command, so that others get their turn between slices.
struct RebuildSlice {
  struct Outcome: Sendable {
    var lastStream: Int64
    var streams: Int
    var events: Int
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
    var work: [FoldingAhead.Work] = []
    var events = 0
    for (key, name) in streams where events < RebuildSlice.length {
      work.append(FoldingAhead.Work(key: key, stream: name, events: try Refold.events(key, database)))
      events += work[work.count - 1].events.count
    }
    try write(work)
    return Outcome(lastStream: work.last?.key ?? stream, streams: work.count, events: events)
  }

  /// Folds these streams anew.
  func refold(_ streams: [(key: Int64, stream: StreamID)]) throws {
    try write(
      streams.map {
        FoldingAhead.Work(key: $0.key, stream: $0.stream, events: try Refold.events($0.key, transaction.database))
      })
  }

  private func write(_ work: [FoldingAhead.Work]) throws {
    let ahead = FoldingAhead(work, shape: transaction.shape)
    defer { ahead.stop() }
    while let (key, result) = ahead.next() {
      if let result { try Refold(transaction).write(result, key: key) }
    }
  }
}
