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
    var outcome = Outcome(lastStream: stream, streams: 0, events: 0)
    for (key, name) in streams {
      outcome.events += try Refold(transaction).run(name, key: key)
      outcome.streams += 1
      outcome.lastStream = key
      if outcome.events >= RebuildSlice.length { break }
    }
    return outcome
  }
}
